"""Tests of tables brought in."""
