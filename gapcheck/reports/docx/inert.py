"""Text that a Word document shows as typed, and that does nothing in it.

A document obeys fields and links, which are elements of their own: no text becomes one. What XML
cannot hold, and marks that nobody sees, are written out.
"""

from __future__ import annotations

import re

from gapcheck.reports.inert import visible

_NO_CHARACTER = re.compile("[\ufffe\uffff]")


def inert(text: str) -> str:
    """The text with all that is not to be seen written out, in lines."""
    shown = visible(text).replace("\t", " ")
    return _NO_CHARACTER.sub(lambda found: f"\\u{ord(found[0]):04x}", shown)


def line(text: str) -> str:
    """The text in one line."""
    return " ".join(inert(text).split())
