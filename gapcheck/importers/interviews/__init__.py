"""Transcripts of interviews as documents with passages that nobody has looked at yet."""
