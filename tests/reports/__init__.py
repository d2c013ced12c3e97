"""Every format of a report, written from one report that is built by hand."""
