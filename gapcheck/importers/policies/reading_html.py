"""A web page as paragraphs: what stands in its text, without menus, headers and scripts."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

from gapcheck.importers.policies.blocks import Block, Kind, Reading
from gapcheck.importers.policies.limits import within
from gapcheck.importers.policies.mending import mended
from gapcheck.model.brought import Fate, Tally

_SKIPPED: Final = frozenset(
    word
    for words in (
        "script style nav header footer aside head noscript template svg form button select ",
        "iframe object del ",
    )
    for word in words.split()
)
_BREAKS: Final = frozenset(
    word
    for words in (
        "p li div section article main td th tr table dt dd dl ul ol h1 h2 h3 h4 h5 h6 blockquote ",
        "caption figcaption figure hr address pre fieldset legend ",
    )
    for word in words.split()
)
_HEADINGS: Final = frozenset(
    word for words in ("h1 h2 h3 h4 h5 h6 legend caption figcaption ",) for word in words.split()
)
_VOID: Final = frozenset(
    word
    for words in ("br hr img input meta link wbr source area base col ",)
    for word in words.split()
)
_MOST_DEEP = 400


class _Page(HTMLParser):
    """What the parser saw so far."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.title = ""
        self.skipped = 0
        self._open: list[str] = []
        self._lists: list[tuple[str, int]] = []
        self._text: list[str] = []
        self._label = ""
        self._in_title = False
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; one that ends a line ends the paragraph."""
        self._in_title = tag == "title"
        if tag == "br":
            self._text.append(" ")
        if tag in _VOID:
            return
        if self._hidden or tag in _SKIPPED or any(name == "hidden" for name, _ in attrs):
            self._hidden += 1
            return
        if tag in _BREAKS:
            self._flush()
        given = dict(attrs)
        if tag in ("ol", "ul"):
            kind = (given.get("type") or "1") if tag == "ol" else "•"
            begin = given.get("start") or "1"
            self._lists.append(
                (kind[:1], int(begin) - 1 if begin.isdecimal() and len(begin) < 6 else 0)
            )
        elif tag == "li" and self._lists:
            kind, count = self._lists.pop()
            self._lists.append((kind, count + 1))
            self._label = _numbered(kind, count + 1)
        if len(self._open) < _MOST_DEEP:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those in it that nobody closed."""
        self._in_title = False
        if tag in _VOID:
            return
        if self._hidden:
            self._hidden -= 1
            return
        if tag in _BREAKS:
            self._flush()
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Text, where it is part of the page's."""
        if self._in_title:
            self.title += data
        elif self._hidden:
            self.skipped += bool(data.strip())
        else:
            self._text.append(data)

    def close(self) -> None:
        """End the last paragraph."""
        super().close()
        self._flush()

    def _flush(self) -> None:
        text = mended("".join(self._text))
        self._text = []
        if not text:
            return
        kind = Kind.TEXT
        if _HEADINGS & set(self._open):
            kind = Kind.HEADING
        elif "blockquote" in self._open:
            kind = Kind.QUOTED
        # Numbers that the page writes beside its paragraphs stand in elements of their own.
        if _ALONE.fullmatch(text) and kind is Kind.TEXT:
            self._label = f"{self._label}{text}"
            return
        self.blocks.append(Block(text, kind=kind, label=self._label))
        self._label = ""


_ALONE: Final = re.compile(r"\(?(?:\d{1,3}[A-Z]{0,3}|[a-z]{1,2}|[ivx]{1,5}|[A-Z])[).]?|[•·▪◦●–-]")


_ANGLE: Final = re.compile(
    r"""(?P<tag></?[a-zA-Z][^<>"']*+(?:"[^"<]*+"[^<>"']*+|'[^'<]*+'[^<>"']*+)*+>)"""
    r"|(?P<comment><!--)|(?P<other><[!?])|<"
)
"""An angle bracket: of a tag, of something else, or one that is only a sign."""


def _numbered(kind: str, number: int) -> str:
    if kind == "•":
        return "•"
    if kind in "aA" and number <= 26:
        letter = chr(ord("a") + number - 1)
        return f"({letter if kind == 'a' else letter.upper()})"
    if kind in "iI" and number < 40:
        return f"({_roman(number)})"
    return f"({number})"


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


def _elements(text: str) -> str:
    """A page of whole tags and text; the parser takes too long over what never ends.

    A comment or declaration that never ends takes all that follows with it, as in a browser.
    """
    kept, at = [], 0
    while found := _ANGLE.search(text, at):
        kept.append(text[at : found.start()])
        at = found.end()
        if found["comment"] or found["other"]:
            mark = "-->" if found["comment"] else ">"
            end = text.find(mark, at)
            if end < 0:
                return "".join(kept)
            at = end + len(mark)
        else:
            kept.append(found["tag"] or "&lt;")
    return "".join([*kept, text[at:]])


def read_html(text: str) -> Reading:
    """The paragraphs of a web page."""
    within(len(text))
    page = _Page()
    page.feed(_elements(text))
    page.close()
    quoted = sum(one.kind is Kind.QUOTED for one in page.blocks)
    counted = (
        (page.skipped, "pieces of text outside of the page's own", "menus, headers, scripts"),
        (quoted, "quoted paragraphs", "said by others"),
    )
    left = tuple(Tally(Fate.LEFT, what, many, why) for many, what, why in counted if many)
    return Reading(tuple(page.blocks), mended(page.title), 0, left)
