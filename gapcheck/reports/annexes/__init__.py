"""Annexes for those who review the methods of a study: a checklist and a table of findings."""
