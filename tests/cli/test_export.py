"""`gapcheck export`: a checklist and a summary of findings, for those who review the methods."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest

from .calls import Call
from .studies import SHIPPED, study
from .test_promises import FILES, MARKS
from .test_promises_public import FILES as PUBLIC_FILES
from .test_promises_public import MARKS as PUBLIC_MARKS
from .test_report_docx import texts

KINDS = ("coreq", "cerqual")
SEEN = ("--study", SHIPPED)


def rows(text: str) -> dict[str, list[str]]:
    """The numbered rows of a table in Markdown, by their numbers."""
    found = re.findall(r"^\| (\d+) \|(.*)\|$", text, re.MULTILINE)
    return {number: [each.strip() for each in rest.split(" | ")] for number, rest in found}


def test_the_checklist_has_its_items_and_says_how_many_are_answered(call: Call) -> None:
    out = call("export", "coreq", *SEEN).out
    items = rows(out)
    assert list(items) == [str(number) for number in range(1, 33)]
    to_write = [
        n for n, row in items.items() if row[1] == "Not in the study's files: to be written."
    ]
    assert len(to_write) == 15
    assert "17 of 32 items are answered out of the study's files; 15 are left to write." in out
    assert items["12"][1].endswith("60 people are named as speakers.")
    assert items["13"][1].startswith("2 sources are left out")
    assert items["17"][1].startswith("39 of 56 conversations name the imperatives")
    assert items["24"][1] == "8 people coded. 4 sources were coded by two."
    assert items["31"][1] == (
        "34 gaps, 8 contested, 360 not known, 54 partly in practice and 34 in practice."
    )
    assert "- Ethics approval: DEMO-01" in out


def test_of_one_partnership_it_is_on_that(call: Call) -> None:
    items = rows(call("export", "coreq", "northtown", *SEEN).out)
    assert "Of 52 findings 13 are not known" in items["22"][1]


def test_for_everybody_it_counts_no_people(call: Call) -> None:
    items = rows(call("export", "coreq", "northtown", "--audience", "public", *SEEN).out)
    assert "Numbers of people are not told." in items["12"][1]
    assert items["13"][1].startswith("What consent or its time shuts out is listed in no edition")
    assert items["18"][1] == "Not in the study's files: to be written."
    assert "interviews" in items["12"][1]
    assert not re.search(r"\d+ (interview|focus)", items["12"][1])


def test_the_summary_of_findings_has_each_that_carries_confidence(call: Call) -> None:
    found = call("report", "northtown", *SEEN, "-f", "json").json["findings"]
    sure = [one for one in found if one["confidence"]]
    items = rows(call("export", "cerqual", "northtown", *SEEN).out)
    assert len(items) == len(sure) == 39
    levels = sorted(row[1].partition(",")[0].replace(" ", "_") for row in items.values())
    assert levels == sorted(one["confidence"] for one in sure)
    assert not [row for row in items.values() if ".." in row[2]]
    assert all(re.search(r"\d", row[3]) for row in items.values())


def test_for_everybody_what_contributes_is_not_told_where_few_do(call: Call) -> None:
    items = rows(call("export", "cerqual", "northtown", "--audience", "public", *SEEN).out)
    assert "not told" in {row[3] for row in items.values()}


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_says_the_same(call: Call, root: Path, kind: str) -> None:
    items = rows(call("export", kind, "northtown", *SEEN).out)
    assert call("export", kind, "northtown", *SEEN, "-o", "a.html").code == 0
    page = " ".join(re.sub(r"<[^>]+>", " ", (root / "a.html").read_text("utf-8")).split())
    assert call("export", kind, "northtown", *SEEN, "-o", "a.docx").code == 0
    table = docx.Document("a.docx").tables[0]
    paper = {row.cells[0].text: [each.text for each in row.cells[1:]] for row in table.rows}
    for number, row in items.items():
        plain = [re.sub(r"\\(.)", r"\1", each) for each in row]
        assert [each.strip() for each in paper[number]] == [each.strip() for each in plain]
        assert plain[0].split(":")[0].split("&")[0].split("'")[0] in page


@pytest.mark.parametrize("kind", KINDS)
def test_it_begins_with_what_is_invented(call: Call, kind: str) -> None:
    assert call("export", kind, *SEEN).out.startswith("> **Illustrative.")


@pytest.mark.parametrize("kind", KINDS)
def test_no_planted_word_is_in_a_document(call: Call, root: Path, kind: str) -> None:
    study(root, FILES)
    assert call("export", kind, "-o", "a.docx").code == 0
    held = texts(Path("a.docx").read_bytes())
    assert not [mark for mark in MARKS if mark.casefold() in held.casefold()]


@pytest.mark.parametrize("kind", KINDS)
def test_no_planted_word_is_in_an_edition(call: Call, root: Path, kind: str) -> None:
    study(root, PUBLIC_FILES)
    for name in ("a.docx", "a.html", "a.md"):
        done = call("export", kind, "--audience", "public", "-o", name)
        assert done.code == 0, done.err
        data = Path(name).read_bytes()
        held = texts(data).replace("w:qFormat", "") if name == "a.docx" else data.decode()
        assert not [mark for mark in PUBLIC_MARKS if mark in held.lower()]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("coreg",), "There is no export of coreg. Did you mean `coreq`?"),
        (("xyz",), "There is no export of xyz. There are: coreq, cerqual."),
        (("coreq", "northtwon"), "No partnership is called northtwon. Did you mean northtown?"),
        (("coreq", "-f", "json"), "json is no format: markdown, html, docx"),
        (("coreq", "-o", "a.txt"), "does not tell a format"),
        (("coreq", "--template", "x.docx"), "--template goes with docx."),
        (("coreq", "--coarsen"), "--coarsen goes with --audience public"),
    ],
)
def test_what_cannot_be_done_is_said(call: Call, words: tuple[str, ...], said: str) -> None:
    done = call("export", *words, *SEEN)
    assert (done.code, done.out) == (2, "")
    assert said in done.said


def test_an_empty_study_has_a_checklist_too(call: Call, root: Path) -> None:
    for path in root.glob("evidence/*/int-*.yaml"):
        path.unlink()
    for kind in KINDS:
        assert call("export", kind).code == 0
