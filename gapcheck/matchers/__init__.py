"""Which imperatives an excerpt may bear on, and why: ranked for a person, never decided."""
