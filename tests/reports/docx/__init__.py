"""Reports as Word documents, read back."""
