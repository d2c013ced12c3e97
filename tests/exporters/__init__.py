"""Tests of what other programs are given."""
