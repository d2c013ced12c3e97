"""Plain text and Markdown as paragraphs; a form feed ends a page, a blank line a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from gapcheck.importers.policies.blocks import Block, Kind, Reading
from gapcheck.importers.policies.limits import within
from gapcheck.importers.policies.lines import Line
from gapcheck.importers.policies.mending import mended
from gapcheck.importers.policies.paragraphs import paragraphs
from gapcheck.model.brought import Fate, Tally
from gapcheck.model.unfit import Unfit

_HEADING: Final = re.compile(r"#{1,6}\s+(?P<text>.*?)\s*#*$")
_UNDERLINE: Final = re.compile(r"(?:=+|-{3,})$")
_FENCE: Final = re.compile(r"(?:```|~~~)")
_EMPHASIS: Final = re.compile(r"(\*\*|__|`|(?<!\w)[*_])(?=\S)([^*_`]+?)(?<=\S)\1")
_TITLE: Final = re.compile(r"^title:\s*[\"']?(?P<title>.+?)[\"']?\s*$", re.MULTILINE)
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")


def read_text(data: bytes) -> Reading:
    """The paragraphs of a plain text."""
    text = decoded(data)
    pages = text.split("\f")
    lines: list[Line] = []
    for number, page in enumerate(pages, 1):
        rows = page.split("\n")
        lines += [
            Line(row, number if len(pages) > 1 else 0, _indent(row), float(len(rows) - at))
            for at, row in enumerate(rows)
            if mended(row)
        ]
    blocks, left = paragraphs(lines, paged=len(pages) > 1, gap=1.0)
    return Reading(blocks, "", len(pages) if len(pages) > 1 else 0, left)


def read_markdown(data: bytes) -> Reading:
    """The paragraphs of a text in Markdown; of its marks only those that make paragraphs count."""
    head, text = _parted(decoded(data))
    found = tuple(_markdown(text))
    named = _TITLE.search(head)
    first = next((one.text for one in found if one.kind is Kind.HEADING), "")
    title = mended(named["title"]) if named else first
    quoted = sum(one.kind is Kind.QUOTED for one in found)
    left = (Tally(Fate.LEFT, "quoted paragraphs", quoted, "said by others"),) if quoted else ()
    return Reading(found, title, 0, left)


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8 or UTF-16 with a mark; Unfit for any other."""
    coding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(coding)
    except UnicodeDecodeError as error:
        raise Unfit(
            f"it is no text in UTF-8: byte {error.start:,} belongs to no letter",
            "Save it as plain text in UTF-8.",
        ) from None
    if "\x00" in text:
        raise Unfit("it holds null bytes and is no plain text", "Save it as plain text in UTF-8.")
    within(len(text))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _parted(text: str) -> tuple[str, str]:
    """What stands between two `---` at the top of a file, and the rest."""
    if not text.startswith("---\n"):
        return "", text
    head, mark, rest = text[4:].partition("\n---\n")
    return (head, rest) if mark else ("", text)


def _indent(row: str) -> float:
    return float(len(row) - len(row.lstrip()))


def _markdown(text: str) -> Iterator[Block]:
    rows: list[str] = []
    fenced = False
    for raw in [*text.split("\n"), ""]:
        line = raw.strip()
        if _FENCE.match(line):
            fenced = not fenced
            line = ""
        elif fenced:
            continue
        heading = _HEADING.match(line)
        under = bool(_UNDERLINE.match(line)) and len(rows) == 1
        item = bool(re.match(r"(?:[-*+]|\d{1,3}[.)])\s", line))
        if rows and (not line or heading or item or under):
            yield _paragraph(rows, heading=under)
            rows = []
        if heading:
            yield Block(_plain(heading["text"]), kind=Kind.HEADING)
        elif line and not under and not _UNDERLINE.match(line):
            rows.append(line)


def _paragraph(rows: list[str], *, heading: bool) -> Block:
    quoted = all(row.startswith(">") for row in rows)
    kind = Kind.HEADING if heading else Kind.QUOTED if quoted else Kind.TEXT
    text = " ".join(row.lstrip("> ") if quoted else row for row in rows)
    return Block(_plain(re.sub(r"^[*+]\s", "- ", text)), kind=kind)


def _plain(text: str) -> str:
    return mended(_EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text)))
