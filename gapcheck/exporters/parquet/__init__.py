"""Findings, statements and excerpts as a partitioned data set, which databases read as it is."""
