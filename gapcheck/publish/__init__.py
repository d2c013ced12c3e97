"""From the team's Report to the one that everybody may read: pure functions, no file, no screen."""
