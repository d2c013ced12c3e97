"""The Markdown report, part by part."""
