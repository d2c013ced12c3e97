"""Agreement between coders: the arithmetic on plain tables, and the tables out of a study."""
