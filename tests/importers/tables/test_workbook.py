"""The workbook read back: whatever people did to it, and every problem at its cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from gapcheck.importers.workbook.reading import read_workbook
from gapcheck.model.brought import Brought, Coding, Fate, Mishap, Passage, Tally, Voice
from gapcheck.model.unfit import Unfit

from .books import book

Rows = Sequence[Sequence[Any]]
SOURCES: Rows = [
    ["source", "lsp", "kind", "date", "speaker", "sector", "role", "consent: quote"],
    ["int-1", "north", "interview", "2012-05-14", "P1", "vcs", "officer", "anonymised"],
]
EXCERPTS: Rows = [
    ["lsp", "source", "excerpt", "text", "reviewed"],
    ["north", "int-1", "x1", "We vote.", "yes"],
]
CODES: Rows = [
    ["lsp", "source", "excerpt", "coder", "imperative", "stance", "share"],
]
LISTS: Rows = [
    ["partnerships", "sectors", "tiers", "tensions", "imperatives"],
    ["north", "vcs", "strategic", "local-strategic", "guidance/seats"],
    ["south", "council", "delivery", None, "guidance/votes"],
    ["national", None, None, None, "other/seats"],
]


def read(**sheets: Rows) -> Brought:
    whole: Mapping[str, Rows] = {
        "Sources": SOURCES,
        "Excerpts": EXCERPTS,
        "Codes": CODES,
        "Lists": LISTS,
        **{name.capitalize(): rows for name, rows in sheets.items()},
    }
    return read_workbook("w.xlsx", book(whole))


def told(brought: Brought) -> list[tuple[str, str, str]]:
    return [(each.where, each.message, each.help) for each in brought.mishaps]


def test_a_workbook_gives_documents_in_the_words_of_the_format() -> None:
    brought = read(codes=[*CODES, ["north", "int-1", "x1", "ab", "Guidance/Seats", "Partly", None]])
    assert brought.mishaps == ()
    [document] = brought.documents
    assert (document.key, document.name, document.folder) == ("north/int-1", "int-1", "north")
    assert dict(document.fields) == {
        "source": "int-1",
        "lsp": "north",
        "kind": "interview",
        "date": "2012-05-14",
        "consent": {"quote": "anonymised"},
        "coder": "ab",
    }
    assert document.voices == (
        Voice("P1", fields={"id": "P1", "sector": "vcs", "role": "officer"}),
    )
    coding = Coding(coder="ab", fields={"imperative": "guidance/seats", "stance": "partly"})
    assert document.passages == (
        Passage("We vote.", "sheet Excerpts, row 2", codings=(coding,), fields={"id": "x1"}),
    )
    assert brought.tallies == (
        Tally(Fate.TAKEN, "sources", 1),
        Tally(Fate.TAKEN, "excerpts", 1),
        Tally(Fate.TAKEN, "codes", 1),
    )


def test_columns_may_be_moved_and_blank_ones_put_between() -> None:
    brought = read_workbook(
        "w.xlsx",
        book(
            {
                "sources": [[None, "My study"], [], *([*reversed(row)] for row in SOURCES)],
                "EXCERPTS": [[row[3], None, *row[:3]] for row in EXCERPTS],
                "Codes": [[], *CODES, []],
                "My notes": [["x"]],
                "Instructions": [["y"]],
            }
        ),
    )
    assert brought.mishaps == ()
    assert brought.documents[0].passages[0].text == "We vote."
    assert brought.documents[0].passages[0].codings is None
    why = "the workbook knows no such sheets"
    assert brought.tallies[-1] == Tally(Fate.LEFT, "sheets", 1, why, ("My notes",))


@pytest.mark.parametrize(
    ("reviewed", "rows", "codings"),
    [
        ("", [], None),
        ("no", [], None),
        ("YES", [], ()),
        ("no", [["", "votes", "happens", ""]], [("", "guidance/votes")]),
        ("yes", [["", "", "", ""]], ()),
        ("yes", [["cd", "votes", "happens", ""]], [("ab", ""), ("cd", "guidance/votes")]),
        ("no", [["cd", "votes", "happens", ""]], [("cd", "guidance/votes")]),
        ("no", [["cd", "none", "", ""]], [("cd", "")]),
    ],
)
def test_who_looked_at_an_excerpt_and_what_they_found(
    reviewed: str, rows: Rows, codings: list[tuple[str, str]] | None
) -> None:
    brought = read(
        sources=[[*SOURCES[0], "coder"], [*SOURCES[1], "ab"]],
        excerpts=[EXCERPTS[0], ["north", "int-1", "x1", "We vote.", reviewed]],
        codes=[*CODES, *(["north", "int-1", "x1", *row] for row in rows)],
    )
    assert brought.mishaps == ()
    found = brought.documents[0].passages[0].codings
    if codings is None:
        assert found is None
    else:
        assert found is not None
        assert [(c.coder, c.fields.get("imperative", "")) for c in found] == list(codings)


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        ("19 of 38", {"met": 19, "of": 38}),
        ("19/38", {"met": 19, "of": 38}),
        ("12.5 %", {"percent": 12.5}),
        ("28% of 60", {"percent": 28, "of": 60}),
    ],
)
def test_shares(typed: str, share: dict[str, float]) -> None:
    brought = read(codes=[*CODES, ["north", "int-1", "x1", "", "votes", None, typed]])
    assert brought.mishaps == ()
    codings = brought.documents[0].passages[0].codings
    assert codings is not None
    assert codings[0].fields["share"] == share


def code(*cells: Any) -> Rows:
    return [*CODES, ["north", "int-1", "x1", *cells]]


SHARES = "A share is `19 of 38`, `28%` or `28% of 60`."
STANCES = "There are: happens, partly, absent, opposite, unaware."


@pytest.mark.parametrize(
    ("rows", "where", "message", "advice"),
    [
        (
            code("", "votes", "partley"),
            "F2",
            "`partley` is no stance",
            f"Did you mean `partly`? {STANCES}",
        ),
        (
            code("", "votes", "we all said so then"),
            "F2",
            "what stands there is no stance",
            STANCES,
        ),
        (
            code("", "voets", "partly"),
            "E2",
            "`voets` is no imperative of this workbook",
            "Did you mean `votes`? The sheet Lists names them all.",
        ),
        (
            code("", "seats", "partly"),
            "E2",
            "`seats` is the last part of several",
            "guidance/seats, other/seats",
        ),
        (code("", "", "partly"), "E2", "the code names no imperative", "Choose one of the list."),
        (code("", "votes", ""), "F2", "the code has no stance", STANCES),
        (
            code("", "votes", "partly", "1 of 2"),
            "F2",
            "a code has a stance or a share, and this one has both",
            STANCES,
        ),
        (
            code("", "votes", "", "2012-03-12"),
            "G2",
            "`2012-03-12` is no share",
            f"{SHARES} Excel has made a date of it.",
        ),
        (code("", "votes", "", "39 of 38"), "G2", "`39 of 38` is no part of a whole", SHARES),
        (code("", "votes", "", "39"), "G2", "`39` is no part of a whole", SHARES),
        (code("", "votes", "", "0 of 0"), "G2", "`0 of 0` is no part of a whole", SHARES),
        (code("", "votes", "", "280%"), "G2", "`280%` is no part of a whole", SHARES),
        (
            code("A B", "votes", "partly"),
            "D2",
            "`A B` is no coder",
            "Did you mean `A-B`? Small letters, digits, `-`, `_` and `.` make one, and it begins "
            "with a letter or digit.",
        ),
        (
            [*CODES, ["north", "int-1", "x7", "", "votes", "partly"]],
            "C2",
            "the source has no excerpt `x7`",
            "It has: x1.",
        ),
        (
            [*CODES, ["north", "int-1", "", "", "votes", "partly"]],
            "C2",
            "no excerpt is named",
            "The source has: x1.",
        ),
        (
            [*CODES, ["north", "int-2", "x1", "", "votes", "partly"]],
            "B2",
            "Sources has no `int-2`",
            "Did you mean `int-1`? Sources has: int-1.",
        ),
        (
            [*CODES, ["south", "int-1", "x1", "", "votes", "partly"]],
            "B2",
            "Sources has no `int-1` of south",
            "Did you mean `int-1`? Sources has: int-1.",
        ),
        (
            [*CODES, ["north", "", "x1", "", "votes", "partly"]],
            "B2",
            "no source is named",
            "Type the id of a row of Sources.",
        ),
    ],
)
def test_what_is_wrong_with_a_code(rows: Rows, where: str, message: str, advice: str) -> None:
    assert told(read(codes=rows)) == [(f"sheet Codes, cell {where}", message, advice)]


def source(*cells: Any, heads: Sequence[str] = tuple(SOURCES[0])) -> Rows:
    return [heads, list(cells)]


DATES = "Dates are 2012-05-14, 2012-05 or 2012."


@pytest.mark.parametrize(
    ("cells", "where", "message", "advice"),
    [
        (
            ("int-1", "north", "interveiw", "2012", "P1", "vcs", "o", "named"),
            "C2",
            "`interveiw` is no kind of source",
            "Did you mean `interview`? There are: interview, focus-group, observation, document, "
            "minutes, accounts, survey, evaluation.",
        ),
        (
            ("int-1", "north", "interview", "14/05/2012", "P1", "vcs", "o", "named"),
            "D2",
            "`14/05/2012` is no date as dates are written here",
            f"Did you mean 2012-05-14? {DATES}",
        ),
        (
            ("int-1", "north", "interview", 41043, "P1", "vcs", "o", "named"),
            "D2",
            "`41043` is no date as dates are written here",
            f"Excel has made a number of a date. Did you mean 2012-05-14? {DATES}",
        ),
        (
            ("int-1", "nroth", "interview", "2012", "P1", "vcs", "o", "named"),
            "B2",
            "`nroth` is no partnership of this study",
            "Did you mean `north`? There are: north, south, national.",
        ),
        (
            ("int-1", "", "interview", "2012", "P1", "vcs", "o", "named"),
            "B2",
            "the source has no partnership",
            "There are: north, south, national.",
        ),
        (
            ("", "north", "interview", "2012", "P1", "vcs", "o", "named"),
            "A2",
            "the source has no id",
            "Type one, such as int-vcs-01.",
        ),
        (
            ("int-1", "north", "", "2012", "P1", "vcs", "o", "named"),
            "C2",
            "nothing says of what kind the source is",
            "",
        ),
        (
            ("int-1", "north", "interview", "", "P1", "vcs", "o", "named"),
            "D2",
            "nothing says of when the source is",
            "",
        ),
        (
            ("int-1", "north", "interview", "2012", "P1", "vsc", "o", "named"),
            "F2",
            "`vsc` is no sector",
            "Did you mean `vcs`? There are: vcs, council.",
        ),
        (
            ("int-1", "north", "interview", "2012", "P1", "", "o", "named"),
            "F2",
            "nothing says which sector the speaker has",
            "",
        ),
        (
            ("int-1", "north", "interview", "2012", "P1", "vcs", "o", ""),
            "H2",
            "nothing says what was promised",
            "Interviews, focus groups and observations say so: named, anonymised or none.",
        ),
    ],
)
def test_what_is_wrong_with_a_source(
    cells: Sequence[Any], where: str, message: str, advice: str
) -> None:
    found = told(read(sources=source(*cells), excerpts=EXCERPTS[:1]))
    assert found == [(f"sheet Sources, cell {where}", message, advice)]


def test_what_is_wrong_with_excerpts() -> None:
    brought = read(
        sources=[*SOURCES, ["int-1", "north", None, None, "P2", "council", "chair", "anonymised"]],
        excerpts=[
            ["source", "excerpt", "speaker", "text", "about", "tensions", "cleared", "reviewed"],
            ["INT-1", "X1", "p1", "We vote.", "2012/5", "local-strategy", "perhaps", "yes"],
            ["int-1", "x1", "P1", "Again.", None, None, None, None],
            ["int-1", None, "P1", "No id.", None, None, None, None],
            ["int-1", "x3", "A. Name", None, None, None, None, None],
            ["int-1", "x4", None, "Who?", None, None, None, None],
            ["int-1", None, None, None, None, None, None, None],
        ],
    )
    assert told(brought) == [
        (
            "sheet Excerpts, cell F2",
            "`local-strategy` is no tension",
            "Did you mean `local-strategic`? There are: local-strategic.",
        ),
        (
            "sheet Excerpts, cell E2",
            "`2012/5` is no date as dates are written here",
            f"Did you mean 2012-05? {DATES}",
        ),
        ("sheet Excerpts, cell G2", "`perhaps` is neither yes nor no", "Type yes or no."),
        (
            "sheet Excerpts, cell B3",
            "the source has an excerpt `x1` already",
            "It is in sheet Excerpts, row 2. x2 is free.",
        ),
        ("sheet Excerpts, cell B4", "the excerpt has no id", "Type one; x2 is free."),
        ("sheet Excerpts, cell D5", "the excerpt `x3` has no words", ""),
        (
            "sheet Excerpts, cell C5",
            "this is no speaker of the source",
            "Its speakers are: P1, P2.",
        ),
        ("sheet Excerpts, cell C6", "nothing says who speaks", "Type one of: P1, P2."),
    ]
    assert brought.documents[0].passages[0].speaker == "P1"


def test_rows_of_a_source_say_the_same_of_it() -> None:
    heads = [*SOURCES[0], "memo"]
    brought = read(
        sources=[
            heads,
            [*SOURCES[1], "One."],
            ["int-1", "north", "interview", "2013", "P2", "vcs", "chair", "anonymised", "Two."],
            ["int-1", "north", None, None, "P2", "vcs", "chair", "anonymised", None],
        ],
        excerpts=EXCERPTS[:1],
    )
    message = "the cell does not say what another row of the same source says"
    advice = "Say it once, or the same in each of its rows."
    assert told(brought) == [
        ("sheet Sources, cell D3", message, advice),
        ("sheet Sources, cell I3", message, advice),
        ("sheet Sources, cell E4", "the source has this speaker in another row too", ""),
    ]
    assert brought.documents[0].memo == "One."


CONSENT = ["source", "lsp", "kind", "date", "speaker", "sector", "role"]
CONSENT += ["quote", "archive", "consent: Withdrawn", "embargo until", "analysis"]


def promises(*rows: Sequence[Any]) -> Brought:
    same = ["fg", "north", "focus-group", "2012"]
    named = [[*same, who, who and "vcs", who and "chair", *rest] for who, *rest in rows]
    return read(sources=[CONSENT, *named], excerpts=EXCERPTS[:1])


@pytest.mark.parametrize(
    ("rows", "whole", "own"),
    [
        (
            [("P1", "named", "yes", "no", "", "yes"), ("P2", "named", "yes", "no", "", "yes")],
            {"quote": "named", "archive": True},
            [None, None],
        ),
        (
            [("P1", "named", "yes", "no", "", "yes"), ("P2", "none", "no", "yes", "2030", "no")],
            {"quote": "named", "archive": True},
            [
                None,
                {"analysis": False, "quote": "none", "withdrawn": True, "embargo_until": "2030"},
            ],
        ),
        (
            [("", "anonymised", "yes", "", "", ""), ("P1", "none", "", "", "", "")],
            {"quote": "anonymised", "archive": True},
            [{"quote": "none", "archive": True}],
        ),
        (
            [
                ("P1", "anonymised", "no", "no", "2030", "yes"),
                ("P2", "anonymised", "no", "no", "2030-12-31", "yes"),
            ],
            {"quote": "anonymised", "embargo_until": "2030-12-31"},
            [{"quote": "anonymised", "embargo_until": "2030"}, None],
        ),
    ],
)
def test_promises(
    rows: Sequence[Sequence[Any]], whole: dict[str, Any], own: list[dict[str, Any] | None]
) -> None:
    brought = promises(*rows)
    assert brought.mishaps == ()
    [document] = brought.documents
    assert document.fields["consent"] == whole
    assert [each.fields.get("consent") for each in document.voices] == own


def test_a_promise_that_is_told_of_one_speaker_alone_is_asked_for() -> None:
    brought = promises(("P1", "none", "", "", "", ""), ("P2", "", "", "", "", ""))
    assert told(brought) == [
        (
            "sheet Sources, cell H3",
            "the cell is empty, and another speaker's of the same source is not",
            "Say it in the row of each speaker, or once in a row without a speaker.",
        )
    ]
    assert brought.documents[0].fields["consent"] == {"quote": "none"}


def test_a_promise_that_nobody_understands_is_taken_for_the_strictest() -> None:
    brought = promises(("P1", "nonne", "", "", "", ""))
    assert [each.message for each in brought.mishaps] == ["`nonne` is no way of quoting"]
    assert brought.documents[0].fields["consent"] == {"quote": "none"}


def test_withheld_words_stay_as_they_are() -> None:
    brought = read(
        sources=[[*SOURCES[0], "memo"], [*SOURCES[1], "withheld"]],
        excerpts=[EXCERPTS[0], ["north", "int-1", "x1", "Withheld", None]],
        codes=[*CODES, ["north", "int-1", "x1", "", "votes", "partly"]],
    )
    assert told(brought) == [
        (
            "sheet Codes, cell C2",
            "the words of this excerpt are withheld, so it is not coded here",
            "Code it with `gapcheck review` or `gapcheck code`.",
        )
    ]
    [document] = brought.documents
    assert document.memo == ""
    assert document.passages == (Passage("", "sheet Excerpts, row 2", fields={"id": "x1"}),)
    assert [(each.what, each.count, each.examples) for each in brought.tallies[3:]] == [
        ("excerpts", 1, ("int-1 x1",)),
        ("notes on sources", 1, ("int-1",)),
    ]


def test_a_source_is_found_without_its_partnership_where_only_one_has_it() -> None:
    two = [*SOURCES, ["int-1", "south", *SOURCES[1][2:]], ["int-2", "south", *SOURCES[1][2:]]]
    brought = read(
        sources=two,
        excerpts=[["source", "excerpt", "text"], ["int-2", "x1", "Yes."], ["int-1", "x1", "No."]],
    )
    assert told(brought) == [
        (
            "sheet Excerpts, cell A3",
            "several partnerships have a source `int-1`",
            "Type one of: north, south.",
        )
    ]
    assert [len(each.passages) for each in brought.documents] == [0, 0, 1]


def test_without_the_lists_any_name_may_be_meant() -> None:
    brought = read_workbook(
        "w.xlsx",
        book(
            {
                "Sources": SOURCES,
                "Excerpts": EXCERPTS,
                "Codes": [*CODES, ["north", "int-1", "x1", "", "Any/Name", "partly", None]],
            }
        ),
    )
    assert brought.mishaps == ()
    codings = brought.documents[0].passages[0].codings
    assert codings is not None
    assert codings[0].fields["imperative"] == "any/name"


def test_agreements() -> None:
    heads = [*CODES[0], "agreed by", "agreed on"]
    row = ["north", "int-1", "x1", "", "votes", "partly", None]
    sound = read(codes=[heads, [*row, "both", "2013-01-15"]])
    codings = sound.documents[0].passages[0].codings
    assert codings is not None
    assert codings[0].fields["agreed"] == {"by": "both", "on": "2013-01-15"}
    message, advice = (
        "an agreement says by whom and on which day",
        "Type both, the day as 2012-05-14.",
    )
    assert told(read(codes=[heads, [*row, "both", "2013"]])) == [
        ("sheet Codes, cell I2", message, advice)
    ]
    assert told(read(codes=[heads, [*row, None, "2013-01-15"]])) == [
        ("sheet Codes, cell H2", message, advice)
    ]


def test_heads_that_are_misspelt_or_unknown() -> None:
    brought = read(
        codes=[
            ["source", "excerpt", "imperative", "stanse", "mood"],
            ["int-1", "x1", "", "", "sad"],
        ]
    )
    assert brought.mishaps == (
        Mishap(
            "w.xlsx",
            "sheet Codes, cell D1",
            "`stanse` is no column of this sheet",
            "Did you mean `stance`?",
        ),
    )
    why = "the workbook knows no such head"
    assert brought.tallies[-1] == Tally(Fate.LEFT, "columns", 1, why, ("Codes: mood",))


@pytest.mark.parametrize(
    ("sheets", "message", "advice"),
    [
        (
            {"Sources": SOURCES, "Excerpt": EXCERPTS, "Codes": CODES},
            "it has no sheet `Excerpts`",
            "Did you mean `Excerpt`? Its sheets are: Sources, Excerpt, Codes.",
        ),
        (
            {"Sources": SOURCES, "Excerpts": [["source", "excerpt", "txt"]], "Codes": CODES},
            "the sheet Excerpts has no column `text`",
            "Did you mean `txt`? Its columns are: source, excerpt, txt.",
        ),
    ],
)
def test_what_is_no_workbook_of_gapcheck(
    sheets: Mapping[str, Rows], message: str, advice: str
) -> None:
    with pytest.raises(Unfit) as caught:
        read_workbook("w.xlsx", book(sheets))
    assert (caught.value.message, caught.value.help) == (message, advice)


def test_a_formula_that_came_to_nothing_is_named() -> None:
    brought = read(codes=[*CODES, ["north", "int-1", "x1", "", "=A1", "partly"]])
    assert [each.where for each in brought.mishaps] == [
        "sheet Codes, cell E2",
        "sheet Codes, cell E2",
    ]


def test_what_may_be_a_name_is_marked_as_such() -> None:
    brought = read(
        sources=source("int-1", "north", "interview", "2012", "Jo X", "vcs", "o", "named")
    )
    [found] = brought.mishaps
    assert (found.where, found.sensitive) == ("sheet Sources, cell E2", True)
    assert found.message == "`Jo X` is no speaker"


def test_how_many_answered_is_a_number() -> None:
    heads = ["source", "lsp", "kind", "date", "respondents", "of"]
    sound = read(
        sources=[heads, ["q", "north", "survey", 2012, "VCS", 1038]], excerpts=EXCERPTS[:1]
    )
    assert sound.mishaps == ()
    assert sound.documents[0].fields["of"] == 1038
    wrong = read(
        sources=[heads, ["q", "north", "survey", 2012, "vcs", "many"]], excerpts=EXCERPTS[:1]
    )
    assert told(wrong) == [
        (
            "sheet Sources, cell F2",
            "`many` is no number of people",
            "Type a whole number, such as 38.",
        )
    ]
