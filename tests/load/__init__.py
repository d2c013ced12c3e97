"""Tests of loading a study: files in, a Corpus and diagnostics out."""
