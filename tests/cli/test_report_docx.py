"""`gapcheck report` as a Word document, from a user's files to the file that is written."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from .calls import Call, alone
from .studies import SHIPPED, interview, study
from .test_promises import FILES, MARKS
from .test_promises_public import DAYS
from .test_promises_public import FILES as PUBLIC_FILES
from .test_promises_public import MARKS as PUBLIC_MARKS

WHAT = (
    ("report", "northtown"),
    ("report",),
    ("report", "northtown", "southby"),
    ("report", "northtown", "--brief"),
)
every_paper = pytest.mark.parametrize("words", WHAT, ids=" ".join)


def texts(data: bytes) -> str:
    """All that a document's parts hold, with and without their markup."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        held = [packed.read(each).decode("utf-8", "replace") for each in packed.namelist()]
        names = packed.namelist()
    document = docx.Document(io.BytesIO(data))
    joined = "".join(each.text or "" for each in document.element.body.iter())
    return "\n".join([*names, *held, joined])


@every_paper
def test_the_ending_of_the_file_means_a_document(
    call: Call, root: Path, words: tuple[str, ...]
) -> None:
    done = call(*words, "-o", "paper.docx")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert "Northtown Strategic Partnership" in texts(Path("paper.docx").read_bytes())


def test_a_pipe_is_given_the_bytes_and_a_terminal_is_not(call: Call, root: Path) -> None:
    call("report", "northtown", "-o", "paper.docx")
    done = alone("report", "northtown", "-f", "docx", cwd=root)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == Path("paper.docx").read_bytes()
    refused = call.on_terminal("report", "northtown", "-f", "docx")
    assert (refused.code, refused.out) == (2, "")
    assert refused.said == "A terminal cannot show this format: say -o FILE.docx"


def test_the_same_study_gives_the_same_bytes_wherever_it_lies(tmp_path: Path) -> None:
    written = []
    for name, seed, zone in (("one", "1", "Asia/Tokyo"), ("two words", "2", "America/Lima")):
        folder = study(tmp_path / name)
        for words in WHAT:
            done = alone(*words, "-f", "docx", cwd=folder, PYTHONHASHSEED=seed, TZ=zone)
            assert done.returncode == 0
            written.append(done.stdout)
    assert written[: len(WHAT)] == written[len(WHAT) :]


@every_paper
def test_no_word_that_consent_does_not_cover_is_in_any_part(
    call: Call, root: Path, words: tuple[str, ...]
) -> None:
    study(root, FILES)
    assert call(*words, "-o", "paper.docx").code in (0, 1)
    held = texts(Path("paper.docx").read_bytes())
    assert not [mark for mark in MARKS if mark.casefold() in held.casefold()]
    assert ("Openword" in held) is (len(words) > 1)


@every_paper
@pytest.mark.parametrize("coarsen", [(), ("--coarsen",)])
def test_nothing_of_anybody_is_in_an_edition(
    call: Call, root: Path, words: tuple[str, ...], coarsen: tuple[str, ...]
) -> None:
    for name, held in PUBLIC_FILES.items():
        if held is None:
            (root / name).unlink(missing_ok=True)
    study(root, PUBLIC_FILES)
    done = call(*words, "--audience", "public", *coarsen, "-o", "paper.docx")
    assert done.code == 0, done.err
    # The only word of Word's own that has one of the markers in it.
    told = texts(Path("paper.docx").read_bytes()).replace("w:qFormat", "")
    assert not [mark for mark in PUBLIC_MARKS if mark in told.lower()]
    assert not [day for day in DAYS if day in told]
    assert "Edition for the public." in told
    assert "Recommendations" not in told
    assert "What to do" not in told
    if words == ("report", "northtown"):
        shown = ("Openwords", "Opentranslation", "Openminutes", "Opensummary", "Openbarrier")
        assert not [word for word in shown if word not in told]


def test_what_has_errors_is_said_first_and_the_rest_is_shown(call: Call, root: Path) -> None:
    study(root, {"evidence/northtown/int-vcs-09.yaml": interview("int-vcs-09", "vsc")})
    call("report", "northtown", "-o", "paper.docx")
    lines = [each.text for each in docx.Document("paper.docx").paragraphs]
    at = lines.index("Left out of this report, because the files have errors:")
    assert lines[at + 1].startswith("evidence/northtown/int-vcs-09.yaml: the whole source")
    assert at < lines.index("1 Purpose")


def test_a_study_without_a_source_has_a_paper(call: Call, root: Path) -> None:
    for path in root.glob("evidence/*/int-*.yaml"):
        path.unlink()
    for words in WHAT:
        assert call(*words, "-o", "paper.docx").code == 0
        held = texts(Path("paper.docx").read_bytes())
        assert "nothing is dated" in held
        assert ("Nothing heard" in held) is ("--brief" not in words and len(words) > 1)


@pytest.mark.parametrize("output", ["missing/paper.docx", ".docx/paper.docx"])
def test_a_file_that_cannot_be_written_is_said_and_nothing_is_left(
    call: Call, root: Path, output: str
) -> None:
    before = sorted(root.rglob("*"))
    done = call("report", "northtown", "-o", output)
    assert done.code == 2
    assert "could not be written" in done.said
    assert sorted(root.rglob("*")) == before


def test_a_template_gives_its_styles(call: Call, root: Path) -> None:
    house = docx.Document()
    house.styles["Heading 1"].font.name = "House Sans"
    house.save("house.docx")
    done = call("report", "northtown", "-o", "paper.docx", "--template", "house.docx")
    assert (done.code, done.err) == (0, "")
    assert docx.Document("paper.docx").styles["Heading 1"].font.name == "House Sans"


def test_a_template_that_is_none_is_said_and_nothing_is_written(call: Call, root: Path) -> None:
    Path("board.dotx").write_text("Dear board")
    for name, said in (
        ("board.dotx", "is no Word document: save it from Word as a .docx or a .dotx."),
        ("missing.dotx", "could not be read: No such file or directory."),
        ("evidence", "could not be read: Is a directory."),
    ):
        done = call("report", "northtown", "-o", "paper.docx", "--template", name)
        assert (done.code, done.out, done.said) == (2, "", f"{name} {said}")
    assert not Path("paper.docx").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("report", "northtown", "-f", "html", "--template", "x"), "--template goes with docx."),
        (("report", "--brief"), "--brief is of one partnership: name it."),
        (
            ("report", "northtown", "-f", "json", "--brief"),
            "json has no briefing: terminal, markdown, html, docx",
        ),
    ],
    ids=["template", "nobody", "json"],
)
def test_what_does_not_go_together_is_said(
    call: Call, root: Path, words: tuple[str, ...], said: str
) -> None:
    done = call(*words)
    assert (done.code, done.out) == (2, "")
    assert said in done.said


@pytest.mark.parametrize("words", [WHAT[0], WHAT[3]], ids=" ".join)
def test_without_the_package_it_is_said_what_to_install(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    for name in list(sys.modules):
        if name == "docx" or name.startswith(("docx.", "gapcheck.reports.docx")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    done = call(*words, "-o", "paper.docx")
    assert (done.code, done.out) == (2, "")
    assert done.said == (
        'This format needs a package that is not installed: pip install "gapcheck[docx]"'
    )
    assert not Path("paper.docx").exists()
    # Every other format does without it.
    assert call("report", "northtown", "-f", "markdown").code == 0


def test_a_briefing_by_the_ending_of_its_file(call: Call, root: Path) -> None:
    for ending in ("md", "html", "txt", "docx"):
        done = call("report", "northtown", "--brief", "-o", f"brief.{ending}")
        assert (done.code, done.err) == (0, "")
    for ending in ("md", "html"):
        assert "Northtown Strategic Partnership: in brief" in Path(f"brief.{ending}").read_text()
    assert "WHAT IS AND IS NOT HAPPENING" in Path("brief.txt").read_text()
    assert styled("brief.docx", "Title") == ["Northtown Strategic Partnership: in brief"]


def styled(path: str | Path, name: str) -> list[str]:
    """The paragraphs of a document in one style."""
    found = docx.Document(str(path)).paragraphs
    return [each.text for each in found if each.style is not None and each.style.name == name]


def test_the_shipped_study_has_its_paper(call: Call, tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    assert call("report", "northtown", "--study", SHIPPED, "-o", paper).code == 0
    assert styled(paper, "Heading 1") == [
        "1 Purpose",
        "2 Summary",
        "3 The verdicts",
        "4 Gaps and their evidence",
        "5 Contested",
        "6 Not known, and whom to ask",
        "7 What gets in the way, what helps",
        "8 Recommendations (for the board to fill in)",
        "9 Decision asked of the board",
        "10 Method and limits",
        "Annex A: all statements",
        "Annex B: left out, and why",
        "Annex C: what does not apply here",
    ]
