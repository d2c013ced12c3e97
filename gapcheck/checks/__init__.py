"""Rules over a whole Corpus, one file each, and what every rule is for."""
