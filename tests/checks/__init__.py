"""Tests of the rules over a whole study."""
