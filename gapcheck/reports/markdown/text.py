"""Text from a study's files as Markdown that shows it as typed and obeys nothing in it.

What a file says may hold Markdown, HTML, links, @mentions or a table's `|`. Every piece of it
goes through one of these functions, each for one kind of place in the document. GitHub reads
some marks after the Markdown is done (bare addresses, mentions, issue numbers, emoji names);
an empty HTML comment inside such a mark, the seam, ends it without showing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.reports.inert import visible

# Stands for the seam until the rest is escaped: `visible` leaves no such character in a text.
_SEAM = "\0"

# What Markdown gives a meaning to wherever it stands; `&` and `<` go in as entities below.
_MARKS = re.compile(r"([\\`*_\[\]#|~])")

# What has a meaning only where a line begins: bullets, rules, headings underlined, numbers.
_LINE_START = re.compile(r"^(\s*)(?:([-+=:])|(\d+)([.)]))")

# What GitHub turns into a link or a picture: an address, www., @name, a@b, #12, GH-12, :emoji:.
_LATE = re.compile(
    r":(?=//|[\w+-]+(?::|$))|\bwww(?=\.)|@(?=\w)|(?:#|\bGH-)(?=\d)|\b(?:mailto|xmpp):",
    re.IGNORECASE,
)

_PLAIN_PATH = re.compile(r"[\w./: -]+")


def inline(text: str) -> str:
    """Text for a running line: one line, its white space as a browser would show it."""
    line = re.sub(r"[ \t\n]+", " ", visible(text)).strip()
    line = _LATE.sub(lambda match: match[0] + _SEAM, line)
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _MARKS.sub(r"\\\1", line)
    line = _LINE_START.sub(_escaped_start, line)
    return line.replace("$", "<span>$</span>").replace(_SEAM, "<!-- -->")


def cell(text: str) -> str:
    """Text for one cell of a table: the lines of the text kept apart by `<br>`."""
    return "<br>".join(inline(line) for line in text.split("\n") if line.strip())


def block_quote(text: str, indent: str = "") -> Iterator[str]:
    """Text as the lines of a block quote, its own lines and paragraphs kept."""
    for number, paragraph in enumerate(re.split(r"\n[ \t]*\n\s*", text.strip())):
        if number:
            yield f"{indent}>"
        *lines, last = [inline(line) for line in paragraph.split("\n")]
        yield from (f"{indent}> {line}\\" for line in lines)
        yield f"{indent}> {last}"


def code(text: str) -> str:
    """A place in the files, or a name: monospace where it is plain, escaped where it is not."""
    return f"`{text}`" if _PLAIN_PATH.fullmatch(text) and text == text.strip() else inline(text)


def row(*cells: str) -> str:
    """One row of a table, of cells that are Markdown already."""
    return f"| {' | '.join(cells)} |"


def table(head: tuple[str, ...], *rows: tuple[str, ...]) -> Iterator[str]:
    """A table with its head, and a blank line after it."""
    yield row(*head)
    yield "|" + "---|" * len(head)
    for cells in rows:
        yield row(*cells)
    yield ""


def _escaped_start(match: re.Match[str]) -> str:
    space, mark, number, point = match.groups()
    return f"{space}\\{mark}" if mark else f"{space}{number}\\{point}"
