"""A sitting over what coders disagree on: whose code stands, who says so, and since when."""
