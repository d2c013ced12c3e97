"""Tests of what is brought in from foreign files."""
