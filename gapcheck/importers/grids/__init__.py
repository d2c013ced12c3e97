"""Tables of others as text: rows of cells that know their place."""
