"""The report as a Word document: a board paper, or the overview as a paper."""
