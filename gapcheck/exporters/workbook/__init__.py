"""A study as an Excel workbook to type in, which is read back afterwards."""
