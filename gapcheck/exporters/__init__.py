"""A study as files that other programs are given: one module or room for each kind of file."""
