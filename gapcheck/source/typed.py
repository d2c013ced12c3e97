"""Text as it is to be typed so that YAML gives it back unchanged: plain, quoted, under a sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import yaml

_PLAIN: Final = re.compile(r"[^\W_](?:[\w ./+()'’–—-]*[\w.)])?")
# What YAML 1.2, or the strict reading of 1.1, knows beyond what the resolver does.
_MORE: Final = re.compile(r"[0-9._]+(e[-+]?[0-9]+)?|0o[0-7]+|[yn]", re.IGNORECASE)
_RESOLVER: Final = yaml.resolver.Resolver()
_TEXT: Final = "tag:yaml.org,2002:str"
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_BREAKABLE: Final = re.compile(r"(?<=[^ \t]) (?=[^ \t])")
_BLANKS: Final = " \t"


def scalar(text: str) -> str:
    """A text on one line, in quotation marks where any reader of YAML could take it for more.

    It can stand anywhere, also within braces and as a key.
    """
    if _PLAIN.fullmatch(text) and "  " not in text and not _means_more(text):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """A text on one line in quotation marks: prose, behind which a comment may stand then."""
    if '"' in text and "\n" not in text and "\t" not in text:
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_ESCAPES.get(sign, sign) for sign in text) + '"'


def under_a_sign(text: str, width: int) -> tuple[str, ...] | None:
    """A text as the sign `>` or `|` and the lines to stand under it, not yet indented.

    The lines of one paragraph are filled up to `width` characters; where a text has lines of its
    own they stay. None where such lines could not hold it (it begins or ends with a blank).
    """
    lines = text.split("\n")
    ragged = any(line != line.rstrip(_BLANKS) for line in lines)
    if ragged or not lines[-1] or lines[0] != lines[0].strip(_BLANKS) or not lines[0]:
        return None
    return (">", *_filled(text, width)) if len(lines) == 1 else ("|", *lines)


def _filled(text: str, width: int) -> Iterator[str]:
    """The words of a text, line by line; two blanks in a row are never parted."""
    line = ""
    for word in _BREAKABLE.split(text):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _means_more(text: str) -> bool:
    """Whether some reader takes plain characters for a number, a date, true, false or nothing."""
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag != _TEXT or bool(_MORE.fullmatch(text))
