"""A study's files to a Corpus: everything that is sound, and a diagnostic for all that is not."""
