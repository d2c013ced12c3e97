"""Coding an excerpt: from names as people type them to a change in the right file."""
