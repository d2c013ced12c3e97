"""The study format, once: what the loader enforces and what editors are told."""
