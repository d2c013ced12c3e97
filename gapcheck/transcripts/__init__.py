"""The full texts that excerpts were taken from, and where in them a quote stands."""
