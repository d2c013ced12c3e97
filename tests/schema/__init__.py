"""Tests of the study format's schemas."""
