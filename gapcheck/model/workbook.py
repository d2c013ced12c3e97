"""The sheets of the workbook that a study is typed in: their names, their heads, their lists."""

from __future__ import annotations

from dataclasses import dataclass

WITHHELD = "withheld"
"""What stands in place of words that consent keeps out of the workbook."""

NOTHING = "none"
"""In place of an imperative: this coder looked at the excerpt, and it speaks to none."""

UNNAMED = "not said"
"""In place of a source's coder, where others coded it too: none of those is meant."""

NATIONAL = "national"
"""In place of a partnership: the source speaks of no one of them."""


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its head, how wide it is, and the list that it is chosen from.

    `strict` is false where other words than those of the list may be meant too.
    """

    name: str
    width: int
    choices: str = ""
    strict: bool = True


_LSP = Head("lsp", 16, "partnerships")
_SOURCE = Head("source", 20)
_EXCERPT = Head("excerpt", 10)
_MEMO = Head("memo", 40)
_YES = "yes or no"

CONSENT = "consent: "
"""Before the parts of a consent."""

SOURCES = (
    *(_SOURCE, _LSP, Head("kind", 14, "kinds"), Head("date", 12), Head("speaker", 12)),
    *(Head("sector", 16, "sectors"), Head("role", 26), Head("tier", 15, "tiers")),
    *(Head("partnership", 16), Head("author", 16, "sectors"), Head("respondents", 16, "sectors")),
    *(Head("of", 8), Head(f"{CONSENT}quote", 14, "quoting"), Head(f"{CONSENT}archive", 11, _YES)),
    *(Head(f"{CONSENT}withdrawn", 13, _YES), Head(f"{CONSENT}embargo until", 13)),
    *(Head(f"{CONSENT}analysis", 12, _YES), Head("coder", 10), Head("language", 10)),
    *(Head("words", 11, "states of words"), Head("asked", 30), Head("transcript", 26)),
    *(Head("citation", 34), _MEMO),
)
"""One row a speaker, or a source that nobody speaks in."""

EXCERPTS = (
    *(_LSP, _SOURCE, _EXCERPT, Head("at", 12), Head("about", 12), Head("speaker", 12)),
    *(Head("text", 70), Head("translation", 40), Head("themes", 24), Head("barriers", 24)),
    *(Head("enablers", 24), Head("tensions", 24), Head("context", 24), Head("mechanism", 24)),
    *(Head("outcome", 24), _MEMO, Head("cleared", 10, _YES), Head("reviewed", 11, _YES)),
)
"""One row an excerpt."""

CODES = (
    *(_LSP, _SOURCE, _EXCERPT, Head("coder", 10)),
    *(Head("imperative", 40, "imperatives", strict=False), Head("stance", 12, "stances")),
    *(Head("share", 14), Head("basis", 14, "bases"), Head("rung", 12, "rungs")),
    *(Head("tier", 15, "tiers"), Head("indicator", 16), _MEMO),
    *(Head("agreed by", 18), Head("agreed on", 12)),
)
"""One row a code."""

SHEETS = {"Sources": SOURCES, "Excerpts": EXCERPTS, "Codes": CODES}
"""The sheets that people type in, by name."""

INSTRUCTIONS, CODEBOOK, LISTS = "Instructions", "Codebook", "Lists"
"""The sheets that are there to be read: what to do, what is looked for, what may be chosen."""

LIST_NAMES = (
    *("partnerships", "kinds", "sectors", "tiers", "tensions", "imperatives", "stances", "bases"),
    *("rungs", "quoting", "states of words", _YES),
)
"""The columns of the sheet of lists, in their order."""
