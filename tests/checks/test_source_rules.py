"""The rules over one source: when each must fire, exactly where, and when it must stay quiet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gapcheck.checks.long_quote import MOST

from .examples import found, places, rules

INT = "evidence/north/int.yaml"
SAID = "The papers came on the night before we met, every time."


def excerpts(*typed: str, head: str = "") -> str:
    """The interview with these excerpts, each a few lines from `text` on."""
    items = "".join(f"  - id: x{number}\n    {one}\n" for number, one in enumerate(typed, 1))
    return f"# {INT}\n{head}excerpts:\n{items}"


def coded(text: str, codes: str = "{papers: absent}", more: str = "") -> str:
    """An excerpt's lines."""
    return f"text: >\n      {text}\n    codes: {codes}" + (f"\n    {more}" if more else "")


DOCUMENT = """\
# evidence/north/strategy.yaml
source: strategy
kind: {kind}
date: 2004
author: council
excerpts:
  - id: x1
    text: {text}
    codes: [{{imperative: papers, stance: happens{basis}}}]
"""
LONG = " ".join(["word"] * (MOST + 1))
PAGE = (
    "The papers came on the night before we met and nobody had told us what they would say. "
    "We read them on the bus and asked the officers for a summary which they had not prepared. "
    "Nobody from the health board came at all. In the end the chair decided that we should vote "
    "by letter which half of us did not do because the letters had been sent to an old address."
)

FIRE = {
    "about-outside-force: before": (
        "about-outside-force",
        excerpts(coded(SAID, more="about: 1999")),
        [
            f"{INT}:10:13 warning guidance/papers was in force from 2001-03 to 2008, and this "
            "speaks of 1999"
        ],
    ),
    "about-outside-force: the source's own date": (
        "about-outside-force",
        excerpts(coded(SAID)).replace("excerpts:", "date: 2009-01-01\nexcerpts:"),
        [
            f"{INT}:10:13 warning guidance/papers was in force from 2001-03 to 2008, and this "
            "speaks of 2009-01-01"
        ],
    ),
    "date-in-future: the source": (
        "date-in-future",
        f"# {INT}\ndate: 2026-11-22\n",
        [f"{INT}:1:9 warning int is dated 2026-11-22, which has not come yet"],
    ),
    "date-in-future: what it is about": (
        "date-in-future",
        excerpts(coded(SAID, more="about: 2027")),
        [f"{INT}:7:5 warning excerpt x1 is about 2027, which has not come yet"],
    ),
    "about-after-source": (
        "about-after-source",
        excerpts(coded(SAID, more="about: 2004-06")),
        [f"{INT}:7:5 warning excerpt x1 is about 2004-06, and its source is of 2004-05-12"],
    ),
    "idle-embargo: of the source": (
        "idle-embargo",
        f"# {INT}\nconsent: {{embargo_until: 2004-04}}\n",
        [f"{INT}:1:9 warning the embargo until 2004-04 was over before int of 2004-05-12"],
    ),
    "idle-embargo: of a speaker": (
        "idle-embargo",
        f"# {INT}\nspeaker: {{id: P03, sector: vcs, role: a, consent: {{embargo_until: 2003}}}}\n",
        [f"{INT}:1:9 warning the embargo until 2003 was over before int of 2004-05-12"],
    ),
    "unfinished-prose: a note": (
        "unfinished-prose",
        excerpts(coded("She said that the papers XXX and then we left.")),
        [f"{INT}:7:5 warning `XXX` stands among the words of excerpt x1"],
    ),
    "unfinished-prose: in a translation": (
        "unfinished-prose",
        excerpts(coded(SAID, more="translation: ??? the papers")),
        [f"{INT}:7:5 warning `???` stands among the words of excerpt x1"],
    ),
    "unfinished-prose: four words": (
        "unfinished-prose",
        excerpts(coded("The papers came late.")),
        [f"{INT}:7:5 warning excerpt x1 has 4 words"],
    ),
    "unfinished-prose: one word": (
        "unfinished-prose",
        excerpts(coded("Never.")),
        [f"{INT}:7:5 warning excerpt x1 has 1 word"],
    ),
    "long-quote": (
        "long-quote",
        excerpts(coded(LONG)),
        [f"{INT}:7:5 warning excerpt x1 has 151 words, more than 150"],
    ),
    "claim-as-first-hand": (
        "claim-as-first-hand",
        DOCUMENT.format(kind="document", text=SAID, basis=", basis: first-hand"),
        [
            "evidence/north/strategy.yaml:8:13 warning excerpt x1 of a document is coded as "
            "first-hand"
        ],
    ),
    "untouched-source": (
        "untouched-source",
        excerpts(coded(SAID, "[]"), coded("Nobody asked what we thought.", "[]")),
        [f"{INT}:1:9 warning no excerpt of int speaks to any imperative"],
    ),
    "near-duplicate: a letter": (
        "near-duplicate",
        excerpts(coded(SAID), coded(SAID.replace("met", "meet"))),
        [f"{INT}:11:5 warning excerpt x2 is almost the same words as excerpt x1"],
    ),
    "near-duplicate: another order": (
        "near-duplicate",
        excerpts(coded(SAID), coded("Every time the papers came on the night before we met.")),
        [f"{INT}:11:5 warning excerpt x2 is almost the same words as excerpt x1"],
    ),
    "near-duplicate: each once": (
        "near-duplicate",
        excerpts(*(coded(f"{SAID[:-1]}{end}.") for end in ("", " a", " b"))),
        [
            f"{INT}:11:5 warning excerpt x2 is almost the same words as excerpt x1",
            f"{INT}:15:5 warning excerpt x3 is almost the same words as excerpt x1",
        ],
    ),
    "near-duplicate: the same words, one uncoded": (
        "near-duplicate",
        excerpts(coded(SAID), f"text: {SAID}"),
        [f"{INT}:11:5 warning excerpt x2 is almost the same words as excerpt x1"],
    ),
    "near-duplicate: a page of words": (
        "near-duplicate",
        excerpts(coded(PAGE), coded(PAGE.replace("Nobody", "No one"))),
        [f"{INT}:11:5 warning excerpt x2 is almost the same words as excerpt x1"],
    ),
    "near-duplicate: longer than a page, and a little shorter": (
        "near-duplicate",
        excerpts(coded(PAGE[:330]), coded(PAGE[:290])),
        [f"{INT}:11:5 warning excerpt x2 is almost the same words as excerpt x1"],
    ),
    "cited-pseudonym": (
        "cited-pseudonym",
        f"# evidence/north/lsp.yaml\npseudonym: true\n# {INT}\ncitation: A report.\n",
        [f"{INT}:1:9 warning north is a pseudonym, and int says where it was published"],
    ),
    "empty-source: in the background": (
        "empty-source",
        "# evidence/national/doc.yaml\nsource: doc\nkind: document\ndate: 2004\nauthor: audit\n"
        "excerpts: []\n",
        ["evidence/national/doc.yaml:1:9 warning doc has no excerpt that can be used"],
    ),
}

QUIET = {
    "a month that begins in force": ("about-outside-force", coded(SAID, more="about: 2001-03")),
    "a year that ends in force": ("about-outside-force", coded(SAID, more="about: 2001")),
    "out of force, but not coded": ("about-outside-force", f"text: {SAID}\n    about: 1999"),
    "this year has begun": ("date-in-future", coded(SAID, more="about: 2026")),
    "today has come": ("date-in-future", coded(SAID, more="about: 2026-11-21")),
    "the year of the source": ("about-after-source", coded(SAID, more="about: 2004")),
    "what is in the future is told once": ("about-after-source", coded(SAID, more="about: 2030")),
    "somebody shouts": ("unfinished-prose", coded("They did what??? We had no papers at all.")),
    "a Spanish word": ("unfinished-prose", coded("Lo hemos visto todo en la junta.")),
    "a note where notes belong": ("unfinished-prose", coded(SAID, more="memo: TODO ask again")),
    "part of a word": ("unfinished-prose", coded("The TODOS group had the papers late again.")),
    "five words": ("unfinished-prose", coded("The papers came too late.")),
    "150 words": ("long-quote", coded(LONG.removeprefix("word "))),
    "few long words": ("long-quote", coded("Donaudampfschifffahrt " * 40)),
    "one of two touches": (
        "untouched-source",
        coded(SAID, "[]") + "\n  - id: x2\n    " + coded("a"),
    ),
    "nobody has looked yet": ("untouched-source", f"text: {SAID}"),
    "half of it is not reviewed": (
        "untouched-source",
        coded(SAID, "[]") + f"\n  - id: x2\n    text: {SAID}",
    ),
    "figures differ": (
        "near-duplicate",
        coded("19 of the 38 groups asked have a seat at the board.")
        + "\n  - id: x2\n    "
        + coded("12 of the 38 groups asked have a seat at the board."),
    ),
    "a passage that says the same thing twice": ("near-duplicate", coded(PAGE[:200] + PAGE[:200])),
    "short answers": (
        "near-duplicate",
        coded("They came late.") + "\n  - id: x2\n    text: They come late.",
    ),
    "other words": (
        "near-duplicate",
        coded(SAID) + "\n  - id: x2\n    " + coded("Nobody ever asked us what we thought of them."),
    ),
    "a prefix of a much longer one": (
        "near-duplicate",
        coded(SAID) + "\n  - id: x2\n    " + coded(f"{SAID} Nobody told us why that had to be."),
    ),
    "exactly the same is another rule": (
        "near-duplicate",
        coded(SAID) + "\n  - id: x2\n    " + coded(SAID),
    ),
}


@pytest.mark.parametrize(("rule", "example", "expected"), FIRE.values(), ids=FIRE)
def test_it_fires(tmp_path: Path, rule: str, example: str, expected: list[str]) -> None:
    assert places(tmp_path, example, rule) == expected


@pytest.mark.parametrize(("rule", "excerpt"), QUIET.values(), ids=QUIET)
def test_it_stays_quiet(tmp_path: Path, rule: str, excerpt: str) -> None:
    example = excerpts(excerpt)
    assert "missing-key" not in rules(tmp_path, example)
    assert places(tmp_path, example, rule) == []


@pytest.mark.parametrize("kind", ["document", "minutes", "accounts", "evaluation"])
def test_only_documents_claim(tmp_path: Path, kind: str) -> None:
    example = DOCUMENT.format(kind=kind, text=SAID, basis=", basis: first-hand")
    assert ("claim-as-first-hand" in rules(tmp_path, example)) is (kind == "document")


@pytest.mark.parametrize("basis", ["", ", basis: record", ", basis: claim", ", basis: hearsay"])
def test_a_document_may_say_how_else_it_knows(tmp_path: Path, basis: str) -> None:
    assert rules(tmp_path, DOCUMENT.format(kind="document", text=SAID, basis=basis)) == []


def test_figures_of_a_document_may_be_short(tmp_path: Path) -> None:
    assert rules(tmp_path, DOCUMENT.format(kind="document", text="12 of 40.", basis="")) == []


@pytest.mark.parametrize("language", ["zh", "zh-Hant", "ja"])
def test_where_no_blanks_are_written_words_are_not_counted(tmp_path: Path, language: str) -> None:
    head = f"language: {language}\n"
    assert rules(tmp_path, excerpts(coded("会议前夜才收到文件。"), head=head)) == []


def test_an_embargo_that_begins_that_day_is_one(tmp_path: Path) -> None:
    for day in ("2004-05-12", "2004", "2004-05"):
        assert rules(tmp_path, f"# {INT}\nconsent: {{embargo_until: {day}}}\n") == []


def test_without_a_day_nothing_is_in_the_future(tmp_path: Path) -> None:
    example = f"# {INT}\ndate: 2204-05-12\nexcerpts:\n  - id: x1\n    text: {SAID}\n"
    assert "date-in-future" in rules(tmp_path, example)
    assert rules(tmp_path, example, today=None) == []
    assert rules(tmp_path, example, today=date(2204, 5, 12)) == []


def test_a_place_that_is_no_pseudonym_may_be_cited(tmp_path: Path) -> None:
    assert rules(tmp_path, f"# {INT}\ncitation: A report.\n") == []
    invented = "# evidence/north/lsp.yaml\npseudonym: true\nillustrative: true\n"
    assert rules(tmp_path, f"{invented}# {INT}\ncitation: A report.\n") == []


def test_what_an_error_left_out_is_not_called_absent(tmp_path: Path) -> None:
    example = excerpts(coded(SAID, "{pappers: absent}"))
    assert rules(tmp_path, example) == ["unknown-imperative"]


def test_both_places_of_a_pair_are_told(tmp_path: Path) -> None:
    (one,) = found(tmp_path, excerpts(coded(SAID), coded(SAID.replace("met", "meet"))))
    assert [str(more.location) for more in one.related] == [f"{INT}:7"]
    assert one.record == "x2"
