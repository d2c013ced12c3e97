"""A study as a REFI-QDA project, or its imperatives as a codebook."""
