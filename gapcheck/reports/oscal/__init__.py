"""The report as assessment results of OSCAL, for programs of governance and compliance."""
