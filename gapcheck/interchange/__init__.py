"""What importers and exporters share: counts of what became of things, and gapcheck's own marks."""
