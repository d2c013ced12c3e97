"""gapcheck's own workbook, read back after people have typed in it."""
