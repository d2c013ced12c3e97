"""`gapcheck export`, from a user's files to the annex that is written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gapcheck.reports.exports import ENDINGS, EXPORTS

from .calls import Call, alone
from .real import HERE, PLACE, REAL, SETTINGS
from .studies import SOUND, interview, study
from .test_promises import FILES, MARKS
from .test_promises_public import FILES as PUBLIC_FILES
from .test_promises_public import MARKS as PUBLIC_MARKS
from .test_report_docx import texts

FORMS = tuple(EXPORTS["coreq"])
OWN = "methods: {duration: About an hour each., sampling: By seat on the board.}\n"


def lines(text: str, number: int) -> str:
    """The line of an item of the checklist."""
    (found,) = [each for each in text.splitlines() if each.startswith(f"| {number} | ")]
    return found


def test_the_checklist_is_filled_from_what_the_user_typed(call: Call, root: Path) -> None:
    study(root, {"gapcheck.yaml": f"study: A small study\n{OWN}"})
    done = call("export", "coreq")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("> **Illustrative. All two partnerships and every word are invented")
    assert "\n# Methods annex: A small study\n" in done.out
    assert "**Of 32 items 10 are recorded, " in done.out
    assert lines(done.out, 21) == (
        "| 21 | **Duration**<br>How long did the talks last? | About an hour each. | recorded "
        "| gapcheck.yaml: methods.duration |"
    )
    assert "3 people speak in 3 sources" in lines(done.out, 12)
    assert "| not recorded | – |" in lines(done.out, 2)
    assert (
        "| Bring the sectors together: something was heard, but only second-hand or from one voice."
        "<br>Only one voice speaks of practice: Voluntary sector.<br>"
        "`guidance-2001/sectors-together` | ? Too little heard | not known: no confidence given "
        "| – | 1 source: `int-vcs-02` |\n"
    ) in done.out


def test_a_partnership_that_is_named_has_an_annex_of_its_own(call: Call, root: Path) -> None:
    done = call("export", "coreq", "Northtown Strategic Partnership")
    assert "2 people speak in 2 sources" in lines(done.out, 12)
    assert "Southby" not in done.out
    assert call("export", "coreq", "northtown") == done


def test_the_ending_of_the_file_means_the_format(call: Call, root: Path) -> None:
    for ending, form in ENDINGS.items():
        if form not in FORMS:
            continue
        done = call("export", "coreq", "-o", f"annex{ending}")
        assert (done.code, done.out, done.err) == (0, "", "")
        text = Path(f"annex{ending}").read_text("utf-8")
        assert text == call("export", "coreq", "-f", form).out
    assert Path("annex.html").read_text("utf-8").startswith("<!doctype html>\n")
    assert call("export", "coreq").out == Path("annex.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("coerq",), "There is no export as coerq. Did you mean `coreq`?\n"),
        (
            ("xlsx",),
            "There is no export as xlsx. There are: workbook, qdpx, qdc, csv, parquet, coreq.\n",
        ),
        (("coreq", "northtwon"), "No partnership is called northtwon. Did you mean northtown?\n"),
    ],
)
def test_what_is_not_known_is_answered_with_the_nearest(
    call: Call, root: Path, words: tuple[str, ...], said: str
) -> None:
    done = call("export", *words)
    assert (done.code, done.out, done.err) == (2, "", said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Missing argument 'workbook qdpx qdc csv parquet coreq'"),
        (("coreq", "-f", "json"), "json is no format: markdown, html, docx"),
        (("coreq", "-o", "annex.txt"), "annex.txt does not tell a format: .md, .html, .docx"),
        (("coreq", "--template", "house.docx"), "--template goes with docx."),
        (("coreq", "--audience", "everybody"), "team"),
        (("coreq", "--coarsen"), "--coarsen goes with --audience public"),
    ],
)
def test_a_wrong_option_is_refused_and_nothing_is_written(
    call: Call, root: Path, words: tuple[str, ...], said: str
) -> None:
    before = sorted(root.rglob("*"))
    done = call("export", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.said
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize("output", ["missing/annex.md", "."])
@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_cannot_be_written_is_said_and_nothing_is_left(
    call: Call, root: Path, output: str, form: str
) -> None:
    before = sorted(root.rglob("*"))
    done = call("export", "coreq", "-f", form, "-o", output)
    assert (done.code, done.out) == (2, "")
    assert "could not be written" in done.said
    assert sorted(root.rglob("*")) == before


def test_without_a_study_there_is_nothing_to_export(call: Call, nowhere: Path) -> None:
    done = call("export", "coreq")
    assert (done.code, done.out) == (2, "")


@pytest.mark.parametrize("form", FORMS)
def test_what_has_errors_is_said_first_and_the_rest_is_filled_in(
    call: Call, root: Path, form: str
) -> None:
    typed = "study: A small study\nmethods: {duraton: An hour., sampling: By seat on the board.}\n"
    bad = interview("int-vcs-09", "vsc")
    study(root, {"gapcheck.yaml": typed, "evidence/northtown/int-vcs-09.yaml": bad})
    out = call("export", "coreq", "-f", form).out
    assert "evidence/northtown/int-vcs-09.yaml: the whole source (1 error)." in out
    head = {"html": "<h1>", "markdown": "# Methods annex"}[form]
    assert out.index("Left out of this report") < out.index(head)
    # The misspelt entry is left out alone, and `check` offers the right one.
    assert "By seat on the board." in out
    assert "An hour." not in out
    assert "Did you mean `duration`?" in " ".join(call("check").out.split())


@pytest.mark.parametrize("form", FORMS)
def test_the_same_study_gives_the_same_bytes_wherever_it_lies(tmp_path: Path, form: str) -> None:
    runs = []
    for name, seed in (("one", "1"), ("two words", "2")):
        folder = study(tmp_path / name, REAL)
        for more in ((), ("--audience", "public")):
            words = ("export", "coreq", *more, "-f", form)
            done = alone(*words, cwd=folder, PYTHONHASHSEED=seed, TZ="Asia/Tokyo")
            assert done.returncode == 0, done.stderr
            runs.append(done.stdout)
    assert runs[:2] == runs[2:]
    assert runs[0] != runs[1]


def test_the_day_that_is_judged_at_can_be_given(call: Call, root: Path) -> None:
    early = call("export", "coreq", "northtown", "--as-at", "2003-01-01").out
    assert "| Judged as at | 1 January 2003, as asked for |" in early
    assert call("--as-at", "2003-01-01", "export", "coreq", "northtown").out == early


# For the public


@pytest.fixture
def real(root: Path) -> Path:
    return study(root, REAL)


@pytest.mark.parametrize("form", FORMS)
def test_an_edition_is_refused_like_a_report(call: Call, real: Path, form: str) -> None:
    study(real, REAL, {f"{HERE}/lsp.yaml": PLACE.replace("vcs: 6", "vcs: 1")})
    (real / "annex").write_text("the old annex")
    done = call("export", "coreq", "--audience", "public", "-f", form, "-o", "annex")
    assert (done.code, done.out) == (2, "")
    assert done.err == call("report", "--audience", "public").err
    assert done.err.startswith("This is not fit for the public, and nothing was written: recog")
    assert (real / "annex").read_text() == "the old annex"
    coarse = call("export", "coreq", "--audience", "public", "--coarsen", "-f", form)
    assert (coarse.code, coarse.err) == (0, "")
    assert "smaller sectors" in coarse.out.casefold()


@pytest.mark.parametrize("form", FORMS)
def test_an_edition_names_no_source_and_counts_nobody(call: Call, real: Path, form: str) -> None:
    study(real, REAL, {"gapcheck.yaml": f"{SETTINGS}{OWN}"})
    team = call("export", "coreq", "northtown", "-f", form).out
    public = call("export", "coreq", "northtown", "--audience", "public", "-f", form).out
    told = ("int-vcs-01", "int-council-01", "3 people speak", "voluntary sector 2, council 1")
    assert [each for each in told if each not in team] == []
    assert [each for each in told if each in public] == []
    assert "Re-identification review: The data officer" in public
    assert "From what people said. Voices are not counted." in public
    # What the study writes itself is published as typed.
    assert "By seat on the board." in public
    assert "write here" not in public
    assert "gapcheck export" not in public


def test_a_study_that_says_nothing_of_itself_has_an_annex_too(call: Call, root: Path) -> None:
    for name in SOUND:
        if name.startswith("evidence/"):
            (root / name).unlink()
    (root / "gapcheck.yaml").unlink()
    done = call("export", "coreq")
    assert done.code == 0
    assert "COREQ was made for interviews and focus groups" in done.out
    assert "In 0 partnerships: no source that could be used." in done.out


# In Word


@pytest.mark.parametrize("names", [(), ("northtown",)])
def test_a_document_holds_what_the_page_does(
    call: Call, root: Path, names: tuple[str, ...]
) -> None:
    study(root, {"gapcheck.yaml": f"study: A small study\n{OWN}"})
    done = call("export", "coreq", *names, "-o", "annex.docx")
    assert (done.code, done.out, done.err) == (0, "", "")
    held = texts(Path("annex.docx").read_bytes())
    assert "Methods annex: A small study" in held
    assert "About an hour each." in held
    assert "Summary of findings" in held


def test_a_document_is_not_thrown_at_a_terminal(call: Call, root: Path) -> None:
    done = call.on_terminal("export", "coreq", "-f", "docx")
    assert (done.code, done.out) == (2, "")
    assert "-o FILE.docx" in done.said


def test_no_word_that_consent_does_not_cover_is_in_a_document(call: Call, root: Path) -> None:
    study(root, FILES)
    assert call("export", "coreq", "-o", "annex.docx").code == 0
    held = texts(Path("annex.docx").read_bytes()).casefold()
    assert not [mark for mark in MARKS if mark.casefold() in held]


@pytest.mark.parametrize("coarsen", [(), ("--coarsen",)])
def test_nothing_of_anybody_is_in_the_document_of_an_edition(
    call: Call, root: Path, coarsen: tuple[str, ...]
) -> None:
    study(root, PUBLIC_FILES)
    done = call("export", "coreq", "--audience", "public", *coarsen, "-o", "annex.docx")
    assert done.code == 0, done.err
    told = texts(Path("annex.docx").read_bytes()).replace("w:qFormat", "").lower()
    assert not [mark for mark in PUBLIC_MARKS if mark in told]
    assert "edition for the public." in told


def test_what_has_to_be_installed_is_said(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [each for each in sys.modules if each.startswith("gapcheck.reports.docx")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    done = call("export", "coreq", "-o", "annex.docx")
    assert done.code == 2
    assert 'pip install "gapcheck[docx]"' in done.said
