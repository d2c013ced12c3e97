"""How evidence becomes a verdict: pure functions from a corpus to a report."""
