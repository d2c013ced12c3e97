"""A study as it was: its files at a revision of git, read without touching what is checked out."""
