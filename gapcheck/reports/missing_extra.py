"""What has to be installed for a format."""

from __future__ import annotations


class MissingExtra(Exception):
    """A format needs what is not installed; the argument is the name of gapcheck's extra."""

    def __str__(self) -> str:
        needs = "This format needs a package that is not installed"
        return f'{needs}: pip install "gapcheck[{self.args[0]}]"'
