"""Reports on a terminal, at any width: a partnership's, the overview, and how a verdict came."""
