"""What docs/ci.md promises, run as far as one machine can."""
