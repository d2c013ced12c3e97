"""What of a team's report everybody may read."""
