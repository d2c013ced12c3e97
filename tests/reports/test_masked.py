"""What of a line may be seen: the format's keys and plain values, never words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.reports.masked import mask

LINES = [
    ("kind: interveiw", "kind: interveiw"),
    ("date: 2004-13-05", "date: 2004-13-05"),
    ("date: 12 May 2004", "date: ·· ··· ····"),
    ("kind: they lied", "kind: ···· ····"),
    ("kind: a #why", "kind: · #···"),
    ("  - {imperative: a, stance: b}", "  - {imperative: a, stance: b}"),
    (
        "  - {imperative: a, memo: she said, stance: b}",
        "  - {imperative: a, memo: ··· ····, ······: ·}",
    ),
    ("    speaker: P9", "    speaker: P9"),
    (
        "speaker: {id: P1, sector: vcs, role: a clerk, tier: delivery}",
        "speaker: {id: P1, sector: vcs, role: · ·····, ····: ········}",
    ),
    ('    text: "We came."', '    text: "·· ····."'),
    ("    text: >", "    text: >"),
    ('  - {id: x1, "text": words}', '  - {id: x1, "text": ·····}'),
    ("  - {id: x1, txet: words}", "  - {id: x1, ····: ·····}"),
    ("  - id: x1, or so", "  - id: ··, ·· ··"),
    ("themes: [paper, flow]", "themes: [·····, ····]"),
    ("asked: [a, b]", "asked: [a, b]"),
    ("members: {vcs: 6}", "members: {vcs: 6}"),
    ("survey_cuts: [10, 90]", "survey_cuts: [10, 90]"),
    ("Margaret: said so", "········: ···· ··"),
    ("- words in a list", "- ····· ·· · ····"),
    ("# a comment", "# · ·······"),
    ("", ""),
]


@pytest.mark.parametrize(("line", "seen"), LINES)
def test_a_line_alone(line: str, seen: str) -> None:
    assert mask([line], 0) == seen


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("kind: interveiw", "kind: ·········"),
        ("  - {imperative: a, stance: b}", "  - {imperative: ·, ······: ·}"),
        ("members: {vcs: 6}", "members: {vcs: ·}"),
    ],
)
def test_where_yaml_could_not_read_no_value_is_seen(line: str, seen: str) -> None:
    assert mask([line], 0, parsed=False) == seen


BLOCKS = {
    "keys under keys": """\
excerpts:
  - id: x1
    speaker: P9
speaker:
  id: P3
  sector: vsc
codes:
  x1:
    - {imperative: a, stance: b}
>
excerpts:
  - id: x1
    speaker: P9
speaker:
  id: P3
  sector: vsc
codes:
  ··:
    - {imperative: a, stance: b}""",
    "words that look like keys": """\
  - id: x1
    text: >
      kind: lied

        date: never
    kind: interview
    memo: I said
      kind: lied
    kind: interview
      kind: lied
    margaret: said
      kind: lied
>
  - id: x1
    text: >
      ····: ····

        ····: ·····
    kind: interview
    memo: · ····
      ····: ····
    kind: interview
      ····: ····
    ········: ····
      ····: ····""",
    "words within braces": """\
- {id: x1, text: I said
     kind: lied}
- {id: x1, text:
     kind: lied}
- {id: x1,
     kind: minutes}
>
- {id: x1, text: · ····
     ····: ····}
- {id: x1, text:
     ····: ····}
- {id: x1,
     kind: minutes}""",
}


@pytest.mark.parametrize("name", BLOCKS)
def test_a_line_is_seen_by_what_stands_above_it(name: str) -> None:
    typed, seen = (part.splitlines() for part in BLOCKS[name].split("\n>\n"))
    assert [mask(typed, number) for number in range(len(typed))] == seen


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"))), min_size=1), st.booleans())
def test_every_letter_stays_in_its_place(lines: list[str], parsed: bool) -> None:
    for number, line in enumerate(lines):
        shown = mask(lines, number, parsed=parsed)
        assert len(shown) == len(line)
        assert all(new in (old, "·") for old, new in zip(line, shown, strict=True))


@given(
    st.text(st.characters(categories=("Ll", "Nd")), min_size=1), st.sampled_from(["text", "memo"])
)
def test_no_letter_of_words_is_seen(word: str, key: str) -> None:
    for typed in (f"{key}: {word} {word}", f"- {{id: x1, {key}: {word}}}", f"{key}: [{word}]"):
        assert word not in mask([typed], 0)[typed.index(key) + 4 :]
