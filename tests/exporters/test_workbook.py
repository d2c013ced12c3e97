"""The workbook of a study: its sheets, what may be chosen in them, and what is never in it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from assess.builders import HERE, code, consent, excerpt, says, source, speaker, when

from gapcheck.model.corpus import Corpus, SecondCoding
from gapcheck.model.study import Code, Excerpt, Share, Source
from gapcheck.model.workbook import SHEETS

from .studies import everything, study, written

TWO = source(
    "fg-01",
    "focus-group",
    excerpt("x1", code("partly", memo="why"), text="=We vote.", speaker="P1", themes=("a;b",)),
    excerpt("x2", text="Never.", speaker="P2", about="2004"),
    Excerpt("x3", "Nobody looked.", HERE, speaker="P1"),
    speakers=(speaker("P1", tier="strategic", body="board"), speaker("P2", "council")),
    coder="ab",
    memo="A note.",
)
SECOND = SecondCoding("northtown", "fg-01", "cd", (("x1", (code("absent"),)), ("x2", ())), HERE)
STUDY = study(
    TWO,
    source("q1", "survey", excerpt("q", code(Share(percent=28.5, of=60))), by="vcs", population=60),
    background=(source("paper", "document", by="research", lsp="national"),),
    second_codings=(SECOND,),
)


def opened(corpus: Corpus, **changes: Any) -> Any:
    return openpyxl.load_workbook(io.BytesIO(written(corpus, **changes)))


def rows(sheet: Any) -> list[dict[str, str]]:
    """The rows of a sheet, without their empty cells."""
    heads, *body = sheet.iter_rows(values_only=True)
    return [
        {head: cell for head, cell in zip(heads, row, strict=True) if cell is not None}
        for row in body
    ]


def test_the_sheets_stand_in_the_order_of_work() -> None:
    assert opened(STUDY).sheetnames == [
        *("Instructions", "Sources", "Excerpts", "Codes", "Codebook", "Lists"),
    ]


def test_sources_have_a_row_for_each_speaker() -> None:
    promised = {
        "consent: quote": "anonymised",
        "consent: archive": "no",
        "consent: withdrawn": "no",
        "consent: analysis": "yes",
    }
    same = {"source": "fg-01", "lsp": "northtown", "kind": "focus-group", "date": "2006-06-30"}
    assert rows(opened(STUDY)["Sources"]) == [
        {
            **same,
            **promised,
            "speaker": "P1",
            "sector": "vcs",
            "role": "officer",
            "partnership": "board",
            "coder": "ab",
            "memo": "A note.",
        },
        {**same, **promised, "speaker": "P2", "sector": "council", "role": "officer"},
        {
            "source": "q1",
            "lsp": "northtown",
            "kind": "survey",
            "date": "2006-06-30",
            "respondents": "vcs",
            "of": "60",
        },
        {
            "source": "paper",
            "lsp": "national",
            "kind": "document",
            "date": "2006-06-30",
            "author": "research",
        },
    ]


def test_a_promise_that_no_speaker_has_whole_is_a_row_of_its_own() -> None:
    silent = consent(quote="none", until="2027")
    one = source("i", "interview", speakers=(speaker("P1", consent=silent),), consent=consent())
    told = [
        (row.get("speaker"), row["consent: quote"], row.get("consent: embargo until"))
        for row in rows(opened(study(one))["Sources"])
    ]
    assert told == [(None, "anonymised", None), ("P1", "none", "2027")]


def test_excerpts_and_codes() -> None:
    book = opened(STUDY)
    place = {"lsp": "northtown", "source": "fg-01"}
    assert rows(book["Excerpts"])[:3] == [
        {
            **place,
            "excerpt": "x1",
            "speaker": "P1",
            "text": "=We vote.",
            "themes": "a;b\n",
            "reviewed": "yes",
        },
        {
            **place,
            "excerpt": "x2",
            "about": "2004",
            "speaker": "P2",
            "text": "Never.",
            "reviewed": "yes",
        },
        {**place, "excerpt": "x3", "speaker": "P1", "text": "Nobody looked.", "reviewed": "no"},
    ]
    join = {"imperative": "guidance/join-up"}
    assert rows(book["Codes"]) == [
        {**place, **join, "excerpt": "x1", "coder": "ab", "stance": "partly", "memo": "why"},
        {**place, **join, "excerpt": "x1", "coder": "cd", "stance": "absent"},
        {**place, "excerpt": "x2", "coder": "cd", "imperative": "none"},
        {**place, **join, "source": "q1", "excerpt": "q", "share": "28.5% of 60"},
    ]


def test_what_may_be_chosen_is_offered_in_a_thousand_rows_more() -> None:
    book = opened(STUDY)
    offered = {
        (sheet.title, str(sheet.cell(1, min(r.min_col for r in each.sqref.ranges)).value)): (
            str(each.sqref).partition(":")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            each.formula1,
            each.errorStyle,
        )
        for sheet in book
        for each in sheet.data_validations.dataValidation
    }
    assert offered["Codes", "stance"] == ("1005", "Lists!$G$2:$G$6", None)
    assert offered["Codes", "imperative"] == ("1005", "Lists!$F$2:$F$4", "warning")
    assert offered["Sources", "consent: quote"] == ("1005", "Lists!$J$2:$J$4", None)
    assert {sheet for sheet, _ in offered} == set(SHEETS)
    lists = list(zip(*book["Lists"].iter_rows(values_only=True), strict=True))
    words = {str(each[0]): [word for word in each[1:] if word] for each in lists}
    assert words["stances"] == ["happens", "partly", "absent", "opposite", "unaware"]
    assert words["imperatives"] == ["guidance/join-up", "guidance/seats", "other/seats"]
    assert words["partnerships"] == ["northtown", "national"]


def test_heads_stay_in_sight_and_on_every_page() -> None:
    sheet = opened(STUDY)["Excerpts"]
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == "A1:R1005"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet["A1"].font.bold
    assert sheet.column_dimensions["G"].width > 60


def test_cells_are_texts_whatever_stands_in_them() -> None:
    data = written(STUDY)
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        for row in sheet.iter_rows():
            assert all(cell.data_type in {"s", "n"} and not cell.hyperlink for cell in row)
    sheet = opened(STUDY)["Excerpts"]
    assert (sheet["G2"].quotePrefix, sheet["G2"].number_format) == (True, "@")
    assert not sheet["G3"].quotePrefix
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert not any(b"<f>" in packed.read(name) for name in packed.namelist())


def test_the_first_sheet_says_what_is_invented_first() -> None:
    lines = [
        row[:2] for row in opened(STUDY)["Instructions"].iter_rows(min_row=2, values_only=True)
    ]
    assert lines[0] == ("Illustrative", "Everything in this workbook is invented.")
    assert lines[1] == ("Study", "An invented study")
    first = next(opened(Corpus())["Instructions"].iter_rows(min_row=2, values_only=True))
    assert first[:2] == ("Study", "A study without a title.")


def test_an_empty_study_is_a_workbook_to_begin_with() -> None:
    book = opened(Corpus())
    assert [rows(book[name]) for name in SHEETS] == [[], [], []]
    offered = book["Codes"].data_validations.dataValidation
    assert {str(each.sqref) for each in offered} >= {"A2:A1001", "F2:F1001"}
    # Nothing can be chosen from a list in which nothing stands.
    assert "E2:E1001" not in {str(each.sqref) for each in offered}


MARK = "zebrafinch"


def marked(**changes: Any) -> Source:
    """A source that has the marker word wherever words may stand."""
    held = excerpt(
        *("x1", Code("guidance/join-up", HERE, share=Share(1, 2), memo=f"memo {MARK}")),
        text=f"text {MARK}",
        translation=f"translation {MARK}",
        themes=(f"theme {MARK}",),
        barriers=(f"barrier {MARK}",),
        memo=f"memo {MARK}",
    )
    changes.setdefault("speakers", (speaker("P1"),))
    return source("i1", "interview", held, memo=f"memo {MARK}", citation=MARK, **changes)


@pytest.mark.parametrize(
    "held",
    [
        marked(),
        marked(consent=consent(withdrawn=True)),
        marked(consent=consent(quote="none")),
    ],
    ids=["refused", "withdrawn", "not to be quoted"],
)
def test_what_is_withheld_is_in_no_byte_of_it(held: Source) -> None:
    second = SecondCoding("northtown", "i1", "cd", (("x1", (code(memo=MARK),)),), HERE)
    data = written(study(held, second_codings=(second,)), lambda *_: False)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert not any(MARK.encode() in packed.read(name) for name in packed.namelist())
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert rows(book["Excerpts"]) == [
        {"lsp": "northtown", "source": "i1", "excerpt": "x1", "text": "withheld"}
    ]
    assert rows(book["Codes"]) == []
    told = [row[1] for row in book["Instructions"].iter_rows(min_row=2, values_only=True)]
    assert any(str(line).startswith("1 of the excerpts may not be shown") for line in told)


@pytest.mark.parametrize(
    "promise", [consent(withdrawn=True), consent(quote="none"), consent(analysis=False)]
)
def test_notes_on_a_source_are_withheld_where_its_words_would_be(promise: Any) -> None:
    """A withdrawn source has no excerpts left that somebody could ask about."""
    held = source("i1", "interview", speakers=(speaker("P1", consent=promise),), memo=MARK)
    [*_, row] = rows(opened(study(held))["Sources"])
    assert MARK not in row.values()
    assert rows(opened(study(held))["Sources"])[0]["memo"] == "withheld"


def test_a_tier_that_follows_from_the_body_is_not_typed() -> None:
    own = speaker("P1", tier="delivery", body="board")
    [row] = rows(opened(study(source("i", "interview", speakers=(own,))))["Sources"])
    assert row["tier"] == "delivery"
    assert "tier" not in rows(opened(STUDY)["Sources"])[0]


def test_an_embargo_is_told_by_its_last_day() -> None:
    promise = consent(embargo_until=(when("2027"), when("2027-12-31"), when("2026")))
    [row] = rows(opened(study(source("d", "document", by="vcs", consent=promise)))["Sources"])
    assert row["consent: embargo until"] == "2027"


def test_long_texts_go_on_in_columns_of_their_own() -> None:
    long = "é" * 40_000
    sheet = opened(study(says("s", "vcs", text=long)))["Excerpts"]
    heads = [cell.value for cell in sheet[1]]
    assert heads[6:9] == ["text", "text (2)", "translation"]
    assert str(sheet["G2"].value) + str(sheet["H2"].value) == long


def test_the_same_study_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from exporters.test_workbook import STUDY
from exporters.studies import written
Path(sys.argv[2]).write_bytes(written(STUDY))
"""
    out = tmp_path / "study.xlsx"
    env = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7"}
    tests = Path(__file__).parents[1]
    subprocess.run(
        [sys.executable, "-c", program, tests, out], check=True, env=env, cwd=tests.parent
    )
    assert out.read_bytes() == written(STUDY, everything)
