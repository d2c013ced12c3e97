"""Two states of a study: what changed in its findings, and by experiment because of what."""
