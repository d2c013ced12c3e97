"""A page read back as a reader of HTML sees it: a tree of elements with their text."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from gapcheck.model.report import Report
from gapcheck.reports.html import writer

VOID = frozenset({"meta", "input", "br", "rect", "circle", "path", "line"})
# What an element that has begun ends, where its own end may be left away.
ENDS = {
    "td": {"td", "th"},
    "th": {"td", "th"},
    "tr": {"td", "th", "tr"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "li": {"li"},
}
BLOCKS = frozenset({"p", "div", "dl", "ul", "figure", "table", "section", "blockquote", "details"})
ENDS |= {each: {"p"} for each in BLOCKS}


@dataclass
class Element:
    """An element: its name, its attributes, and what it holds in its order."""

    name: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Element]:
        """This element and all within it, in the order of the page."""
        yield self
        for each in self.inside:
            if isinstance(each, Element):
                yield from each

    @property
    def text(self) -> str:
        """All text within, with white space as a browser shows it."""
        return " ".join("".join(self._words()).split())

    def _words(self) -> Iterator[str]:
        for each in self.inside:
            if isinstance(each, str):
                yield each
            else:
                yield from each._words()
                yield "" if each.name in {"b", "code", "span", "a", "q"} else " "

    def all(self, name: str, **wanted: str) -> list[Element]:
        """The elements within of a name, with these attributes (of `kind` a class)."""
        kind = wanted.pop("kind", "")
        return [
            each
            for each in self
            if name in ("", each.name)
            if not kind or kind in each.attributes.get("class", "").split()
            if all(each.attributes.get(key) == value for key, value in wanted.items())
        ]

    def one(self, name: str, **wanted: str) -> Element:
        """The only one of them."""
        (found,) = self.all(name, **wanted)
        return found

    def at(self, identifier: str) -> Element:
        """The element with an id."""
        (found,) = [each for each in self if each.attributes.get("id") == identifier]
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("#page", {})
        self.open = [self.root]
        self.comments: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"{tag}: an attribute twice"
        while self.open[-1].name in ENDS.get(tag, set()):
            self.open.pop()
        made = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        while self.open[-1].name != tag:
            assert self.open[-1].name in {"p", *ENDS}, f"<{self.open[-1].name}> ended by </{tag}>"
            self.open.pop()
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def read(text: str) -> Element:
    """The tree of a page in which every element is ended in its place, and no comment stands."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert [each.name for each in reader.open] == ["#page"]
    assert not reader.comments
    return reader.root


def written(report: Report) -> str:
    """The page of a report."""
    stream = io.StringIO()
    writer.write(report, stream)
    return stream.getvalue()


def page(make: Callable[[], Report]) -> Element:
    """The page of a report, read back."""
    return read(written(make()))


def shape(root: Element) -> list[tuple[str, ...]]:
    """What a page is made of: each element with its attributes, without their values."""
    return [(each.name, *each.attributes) for each in root]
