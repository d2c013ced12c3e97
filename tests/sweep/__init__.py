"""The check of a study file by file: it says what the slow way says, whoever does it."""
