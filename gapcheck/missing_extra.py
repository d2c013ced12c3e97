"""What has to be installed for a format."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class MissingExtra(Exception):
    """A format needs what is not installed; the argument is the name of gapcheck's extra."""

    def __str__(self) -> str:
        needs = "This format needs a package that is not installed"
        return f'{needs}: pip install "gapcheck[{self.args[0]}]"'


@contextmanager
def needing(library: str, extra: str) -> Iterator[None]:
    """Import what needs a library of an extra; MissingExtra where that is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != library:
            raise
        raise MissingExtra(extra) from None
