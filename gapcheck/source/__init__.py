"""YAML text to values that know their place: the only room that knows YAML and its validator."""
