"""Projects and codebooks of programs for qualitative analysis, as REFI-QDA has them."""
