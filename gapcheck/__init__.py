"""gapcheck: pytest for public policy, where imperatives are the tests and evidence is the run."""

__version__ = "0.1.0"
