"""`gapcheck export workbook|qdpx|qdc|csv`: what leaves, and what is said of the rest."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from gapcheck.exporters.kinds import RECORDS

from .calls import Call
from .studies import interview, study
from .test_promises import FILES, MARKS

HERE = "evidence/northtown"


def unpacked(data: bytes) -> str:
    """Everything in a file, zip or not, as one text."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(
            archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
        )


@pytest.mark.parametrize("kind", RECORDS)
@pytest.mark.parametrize("names", [(), ("northtown",)], ids=["study", "partnership"])
def test_no_word_that_consent_does_not_cover_leaves_in_any_of_them(
    call: Call, root: Path, kind: str, names: tuple[str, ...]
) -> None:
    study(root, FILES)
    done = call("export", kind, *names, "-o", "out.bin", "--report", "loss.json")
    assert done.code == 0
    held = unpacked((root / "out.bin").read_bytes())
    for text in (held, done.out, done.err, (root / "loss.json").read_text()):
        assert not [mark for mark in MARKS if mark.casefold() in text.casefold()]
    if kind != "qdc":
        assert "Openword may be shown." in held


@pytest.mark.parametrize("kind", RECORDS)
def test_the_same_study_gives_the_same_bytes(call: Call, root: Path, kind: str) -> None:
    for name in ("a", "b"):
        assert call("export", kind, "-o", name).code == 0
    assert (root / "a").read_bytes() == (root / "b").read_bytes()


def test_what_stays_behind_is_said_with_its_reason(call: Call, root: Path) -> None:
    study(
        root,
        {
            f"{HERE}/int-none.yaml": interview("int-none", consent="{quote: none}") + "memo: Hm.\n",
            f"{HERE}/int-gone.yaml": interview("int-gone", consent="{withdrawn: true}"),
            f"{HERE}/int-later.yaml": interview("int-later", consent="{embargo_until: 2999}"),
            f"{HERE}/int-no.yaml": interview("int-no", consent="{analysis: false}"),
        },
    )
    done = call("export", "qdpx", "northtown", "-o", "n.qdpx", "--report", "loss.json")
    assert done.out == ""
    assert done.err.splitlines()[1:] == [
        "Left out:",
        "  sources (1): Consent was withdrawn. [northtown/int-gone]",
        "  sources (1): They are under embargo. [northtown/int-later]",
        "  sources (1): Consent does not cover analysis. [northtown/int-no]",
        "  excerpts (1): Their words may be shown to nobody. [northtown/int-none x1]",
        "  notes on sources (1): An excerpt of the source stays behind, and they may tell of it. "
        "[northtown/int-none]",
    ]
    told = json.loads((root / "loss.json").read_text())
    assert (told["format"], told["of"], told["kind"]) == ("gapcheck-loss/1", "export", "qdpx")
    assert told["tallies"][-1] == {
        "fate": "left-out",
        "what": "notes on sources",
        "count": 1,
        "why": "An excerpt of the source stays behind, and they may tell of it.",
        "examples": ["northtown/int-none"],
    }


def test_csv_has_a_row_for_each_code_and_word(call: Call, root: Path) -> None:
    study(
        root,
        {
            f"{HERE}/int-x.yaml": interview(
                "int-x", text="=SUM is what they say", more="    barriers: [late papers]\n"
            )
        },
    )
    done = call("export", "csv", "northtown")
    rows = list(csv.DictReader(io.StringIO(done.out.removeprefix("\ufeff"))))
    own = [each for each in rows if each["source"] == "int-x"]
    assert [(each["excerpt"], each["code"]) for each in own] == [
        ("x1", "guidance-2001/sectors-together > absent"),
        ("x1", "guidance-2001/pay-in-advance > absent"),
        ("x1", "Barriers > late papers"),
    ]
    assert {each["text"] for each in own} == {"'=SUM is what they say"}


def test_an_unknown_kind_or_partnership_is_answered_with_the_nearest(
    call: Call, root: Path
) -> None:
    assert "Did you mean `qdpx`?" in call("export", "qdp", "-o", "x").said
    assert "Did you mean northtown?" in call("export", "qdpx", "northtow", "-o", "x").said
    assert not (root / "x").exists()


@pytest.mark.parametrize(
    "words", [("--audience", "public"), ("-f", "html"), ("--template", "a.docx")], ids=" ".join
)
def test_what_goes_with_the_annex_alone_is_refused(
    call: Call, root: Path, words: tuple[str, ...]
) -> None:
    done = call("export", "qdpx", "-o", "x.qdpx", *words)
    assert (done.code, done.said) == (
        2,
        "--audience and --as-at go with parquet and coreq, --template and --format with coreq: "
        "qdpx is of the records, for the team.",
    )
    assert "--report goes with" in call("export", "coreq", "--report", "x.json").said


def test_a_terminal_is_not_shown_a_zip(call: Call, root: Path) -> None:
    done = call.on_terminal("export", "qdpx")
    assert (done.code, done.said) == (2, "A terminal cannot show this format: say -o FILE.qdpx")
