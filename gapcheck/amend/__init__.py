"""Codes and notes written into a researcher's own YAML, which keeps every other byte."""
