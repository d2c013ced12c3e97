"""The study in the formats of other programs: its excerpts and codes, and no verdicts."""
