"""A rendered page as a reader of Markdown sees it, and words that try to come alive on it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from markdown_it import MarkdownIt

# What GitHub still looks for in the text of the finished page, each in one piece of text.
LATE = re.compile(
    r"https?://|www\.\w|(?<!\w)@\w|\w@\w|(?<!\w)#\d|\bGH-\d|:[\w+-]+:|mailto:\w|\$\d", re.IGNORECASE
)

HOSTILE = [
    "[laughs]",
    "[/b]",
    "a | b",
    "`code` and ``more``",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp; &copy; &#39;",
    "![a picture](http://example.org/x.png)",
    "[a link](http://example.org) and [a ref][1]",
    "<http://example.org>",
    "http://example.org and www.example.org and someone@example.org",
    "@somebody and @some-team, see #12 and GH-12 and org/repo#7",
    ":smile: :heavy_check_mark: 00:14:20",
    "*bold* _and_ __more__ **still** snake_case_word ~~gone~~",
    "# a heading",
    "a heading? #",
    "- no",
    "+ yes",
    "1. first",
    "2) second",
    "> a quote",
    "---",
    "===",
    "| a | b |",
    "|---|---|",
    "$x$ and $5 or $6",
    "ends with \\",
    "a \\| b \\",
    "\\*not bold\\*",
    "<!-- gone -->",
    "--> <!--",
    "[^1] and [x]: http://example.org",
    "[!NOTE]",
    "<https://example.org/?a=1&b=2>",
    "mailto:someone@example.org",
    "café ﬁ 東京 עברית",
    "``",
    "!",
]


class Page(HTMLParser):
    """The elements of a page, and its text in the pieces that lie between them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.pieces: list[str] = [""]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        found = dict(attrs)
        self.links += [found["href"] or ""] if "href" in found else []
        self.anchors += [found["id"] or ""] if "id" in found else []
        if tag == "br":
            self.pieces[-1] += "\n"
        self.pieces.append("")

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append("")

    def handle_comment(self, data: str) -> None:
        self.pieces.append("")

    def handle_data(self, data: str) -> None:
        self.pieces[-1] += data

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())


def render(markdown: str) -> Page:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return Page(parser.render(markdown))


def assert_inert(page: Page, *allowed: str) -> None:
    assert page.tags <= {"p", "br", "span", *allowed}
    assert not [piece for piece in page.pieces if LATE.search(piece)]
