"""Tests of reading YAML: the user's own text in, values and troubles with their places out."""
