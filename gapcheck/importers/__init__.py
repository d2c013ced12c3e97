"""Foreign files to what they hold: one module or room for each kind of file."""
