"""Unreviewed excerpts that may bear on a finding: beside it in a report, and never part of it."""
