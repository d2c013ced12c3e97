"""Tests of the room that ranks imperatives for excerpts."""
