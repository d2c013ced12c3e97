"""Lists of coded segments, as programs for qualitative analysis export them or people type them."""
