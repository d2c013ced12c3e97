"""From names typed to a change in the right file."""
