"""A foreign file that cannot be read at all, as an exception that says why."""

from __future__ import annotations


class Unfit(Exception):
    """A foreign file that cannot be read at all.

    `message` is one sentence without a full stop, `help` whole sentences on what to do.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = advice

    def __str__(self) -> str:
        """All of it, as it is shown."""
        first = self.message.partition(" ")[0]
        # A file keeps the name that it has.
        said = self.message if "." in first else f"{self.message[:1].upper()}{self.message[1:]}"
        return f"{said}. {self.help}".strip()
