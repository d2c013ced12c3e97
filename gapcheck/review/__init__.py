"""A sitting with a hundred suggestions: one excerpt at a time, single keys, written as decided."""
