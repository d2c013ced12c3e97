"""The report as an Excel workbook: the framework matrix and the sheets beside it."""
