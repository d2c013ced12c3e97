"""A quote and its marks: the parts that are looked for, and what may stand between them."""

from __future__ import annotations

import re

import pytest

from gapcheck.transcripts.layout import naming
from gapcheck.transcripts.marks import Gap
from gapcheck.transcripts.quotation import quotation

OUT, IN = Gap.OMISSION, Gap.INSERTION

MARKS = {
    "none": ("We sat there.", ("we sat there",), ()),
    "left out": ("We [...] sat", ("we", "sat"), (OUT,)),
    "left out, one sign": ("We […] sat", ("we", "sat"), (OUT,)),
    "left out, in blanks": ("We [ . . . ] sat", ("we", "sat"), (OUT,)),
    "left out, round": ("We (...) sat (…) there", ("we", "sat", "there"), (OUT, OUT)),
    "left out, bare": ("We... sat … there. . . then", ("we", "sat", "there", "then"), (OUT,) * 3),
    "many dots": ("We ........ sat", ("we", "sat"), (OUT,)),
    "two dots are a slip": ("We.. sat", ("we sat",), ()),
    "heard": ("We [laughs] sat", ("we", "sat"), (IN,)),
    "heard, round": ("We (laughs) sat (long pause) there", ("we", "sat", "there"), (IN, IN)),
    "heard, with a time": ("We (inaudible 00:12) sat", ("we", "sat"), (IN,)),
    "said, round": ("We (the board) sat", ("we the board sat",), ()),
    "a role for a name": ("We and [a councillor] sat", ("we and", "sat"), (IN,)),
    "sic": ("We sitted [sic] there", ("we sitted", "there"), (IN,)),
    "the more of two marks counts": ("We [laughs] [...] sat", ("we", "sat"), (OUT,)),
    "and in the other order": ("We ... [laughs] sat", ("we", "sat"), (OUT,)),
    "punctuation between marks": ("We [laughs], [pause] sat", ("we", "sat"), (IN,)),
    "at the ends": ("... we sat [...]", ("we sat",), ()),
    "a letter changed": (
        "[W]e sat organi[s]ed and work[ing]",
        ("we sat organised and working",),
        (),
    ),
    "a mark that touches a word": ("[laughs]We sat[pause]there", ("we sat", "there"), (IN,)),
    "nothing but marks": ("[...] [laughs]", (), ()),
    "nothing": ("", (), ()),
    "a bracket that does not end": ("We [sat there", ("we sat there",), ()),
}


@pytest.mark.parametrize(("quote", "parts", "gaps"), MARKS.values(), ids=MARKS)
def test_parts(quote: str, parts: tuple[str, ...], gaps: tuple[Gap, ...]) -> None:
    found = quotation(quote)
    assert (found.parts, found.gaps) == (parts, gaps)
    assert found.joined == " ".join(parts)


NAMES = naming({"P03", "Interviewer"})


@pytest.mark.parametrize(
    ("names", "row"),
    [(NAMES, "where there"), (None, "interviewer where p03 there")],
)
def test_names_before_turns_are_no_words(names: re.Pattern[str] | None, row: str) -> None:
    assert quotation("Interviewer: Where? P03: There.", names).joined == row
