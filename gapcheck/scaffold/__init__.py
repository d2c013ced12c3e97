"""New studies and new files: what `gapcheck init` and `gapcheck new` lay down."""
