"""`gapcheck import`, from files that people have to the files of the study."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest
from importers.qdpx.projects import ATLAS, NVIVO, Marked, Project, Text, case, code

from .calls import Call
from .studies import interview, study

HERE = "evidence/northtown"
SAID = (
    "Interviewer: How is it?\r\nWe sit there. 😀 The papers come the night before.\r\nNobody asks."
)
SITS, PAPERS = SAID.index("We sit"), SAID.index("The papers")
FACTS = ("--to", "northtown", "--kind", "interview", "--date", "2004-05")
WHO = ("--sector", "vcs", "--role", "member")


def project(*codes: str) -> Project:
    """A coded interview, as other programs have it."""
    marked = [
        Marked(SITS, SITS + 13, [codes[0]], "u1"),
        Marked(PAPERS, len(SAID) - 14, codes[1:], "u1"),
    ]
    book = [code("guidance-2001/sectors-together", code("partly")), code("absent"), code("Late")]
    cases = [case("", {"Sector": "Voluntary sector", "Job": "member"}, sources=["Interview 4"])]
    return Project(
        [Text("Interview 4", SAID, marked)],
        book,
        users={"u1": "Ada Bee"},
        variables=["Sector", "Job"],
        cases=cases,
    )


@pytest.fixture
def board(root: Path) -> Path:
    path = root.parent / "board.qdpx"
    path.write_bytes(project("partly", "Late").packed(NVIVO))
    return path


def test_from_a_project_to_a_source_in_two_steps(call: Call, root: Path, board: Path) -> None:
    first = call("import", board, *FACTS)
    assert first.code == 1
    assert first.out == (
        "Read board.qdpx (NVivo 14).\n"
        "What do these codes mean? Late\n"
        "Interview 4 does not tell: role\n"
        "Drafted codes.yaml. Fill in what is missing, and run the same again; "
        "a code that stays undecided becomes a theme.\n"
    )
    drafted = (root / "codes.yaml").read_text()
    assert "  - code: Late\n" in drafted
    decided = drafted.replace("  - code: Late\n", "  - code: Late\n    barrier: late papers\n")
    (root / "codes.yaml").write_text(decided + "attributes: {role: Job}\n")
    second = call("import", board, *FACTS, "--report", "loss.json")
    assert (second.code, second.err) == (0, "")
    assert second.out == (
        "Read board.qdpx (NVivo 14).\n"
        f"  new      {HERE}/interview-4.yaml  2 excerpts\n"
        "Taken: codes 4, attributes of sources 2, codings 2, passages 2, sources 1.\n"
        "Taken, with a change:\n"
        "  selections (2): Positions were read as UTF-16 units, a line end of two characters as "
        "two; 100% fit.\n"
        "Nothing was left out.\n"
        "Next:  gapcheck check\n"
    )
    assert (root / HERE / "interview-4.yaml").read_text() == (
        "# Nobody has said what was promised to whoever speaks here, so their words are judged "
        "and\n"
        "# shown to nobody. Write it under `consent:`.\n"
        "source: interview-4\n"
        "kind: interview\n"
        "date: 2004-05\n"
        "speaker: {id: interview-4, sector: vcs, role: member}\n"
        "coder: ab\n"
        "consent: {analysis: true, quote: none}\n"
        "transcript: transcripts/northtown/interview-4.txt\n"
        "excerpts:\n"
        "  - id: x1\n"
        "    text: >\n"
        "      We sit there.\n"
        "    codes:\n"
        "      - {imperative: sectors-together, stance: partly}\n"
        "  - id: x2\n"
        "    text: >\n"
        "      The papers come the night before.\n"
        "    barriers: [late papers]\n"
    )
    text = (root / "transcripts/northtown/interview-4.txt").read_text()
    assert text == SAID.replace("\r\n", "\n")
    told = json.loads((root / "loss.json").read_text())
    assert (told["format"], told["of"], told["program"], told["written"]) == (
        "gapcheck-loss/1",
        "import",
        "NVivo 14",
        True,
    )
    assert told["tallies"][0] == {
        "fate": "taken",
        "what": "codes",
        "count": 4,
        "why": "",
        "examples": [],
    }
    assert call("check", HERE).code == 0
    third = call("import", board, *FACTS, "--update")
    assert (third.code, third.out.splitlines()[1]) == (0, f"  as it is {HERE}/interview-4.yaml")
    assert call("import", board, *FACTS).code == 1


def test_a_dry_run_says_it_all_and_writes_nothing(call: Call, root: Path, board: Path) -> None:
    before = sorted(root.parent.rglob("*"))
    done = call("import", board, *FACTS, "--dry-run")
    assert (done.code, done.out.splitlines()[-1][:22]) == (1, "Say it in codes.yaml. ")
    assert sorted(root.parent.rglob("*")) == before
    (root / "codes.yaml").write_text("codes: [{code: Late, theme: late}]\n")
    before = sorted(root.parent.rglob("*"))
    done = call("import", board, *FACTS, *WHO, "--dry-run")
    assert (done.code, done.err) == (0, "Nothing was written.\n")
    assert f"  new      {HERE}/interview-4.yaml  2 excerpts\n" in done.out
    assert sorted(root.parent.rglob("*")) == before


def test_a_stance_of_its_own_belongs_to_the_imperative_beside_it(call: Call, root: Path) -> None:
    path = root.parent / "b.qdpx"
    path.write_bytes(project("absent", "guidance-2001/sectors-together", "absent").packed(ATLAS))
    done = call("import", path, *FACTS, *WHO, "--coder", "zz", "--no-transcripts")
    assert done.code == 0, done.out + done.err
    assert "They name a stance, and no imperative that it could be of." in done.out
    text = (root / HERE / "interview-4.yaml").read_text()
    assert "coder: zz\n" in text
    assert "transcript" not in text
    # Somebody else coded it, so that it stands in a file of their own.
    second = (root / HERE / "interview-4.ab.yaml").read_text()
    assert "x2:\n    - {imperative: sectors-together, stance: absent}\n" in second


def test_a_transcript_has_ids_for_names_and_the_key_lies_outside(call: Call, root: Path) -> None:
    folder = root.parent / "tapes" / "northtown"
    folder.mkdir(parents=True)
    (folder / "int-05.vtt").write_text(
        "WEBVTT\n\n00:00:01.000 --> 00:00:06.000\n<v Zeta Invented>Were you asked in time?\n\n"
        "00:00:07.000 --> 00:00:15.000\n<v Yara Madeup>No, the papers come late, Zeta.\n"
    )
    done = call("import", folder.parent, *FACTS[2:], *WHO, "--asks", "P01")
    assert done.code == 0, done.out + done.err
    key = root.parent / "study-names.csv"
    assert key.read_text() == "id,name\nP01,Zeta Invented\nP02,Yara Madeup\n"
    if sys.platform != "win32":
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
    held = "".join(path.read_text() for path in root.rglob("*") if path.is_file())
    assert not [name for name in ("Zeta", "Yara", "Madeup") if name in held + done.out + done.err]
    assert (
        (root / HERE / "int-05.yaml")
        .read_text()
        .endswith(
            "speaker: {id: P02, sector: vcs, role: member}\n"
            "consent: {analysis: true, quote: none}\n"
            "transcript: transcripts/northtown/int-05.txt\n"
            "excerpts:\n"
            "  - id: x1\n"
            '    at: "00:00:07"\n'
            "    question: >\n"
            "      Were you asked in time?\n"
            "    text: >\n"
            "      No, the papers come late, P01.\n"
        )
    )
    inside = call("import", folder / "int-05.vtt", "--key", root / "names.csv")
    assert (inside.code, "would lie in the study" in inside.said) == (2, True)


def test_a_table_whose_columns_nobody_knows_is_asked_for_once(call: Call, root: Path) -> None:
    table = root.parent / "odd.csv"
    table.write_text("Where,Quoth,Label X\nInterview 9,They ask us late,Late\n")
    done = call("import", table, *FACTS, *WHO)
    assert done.code == 1
    assert "Say which column is what. The columns are: Where, Quoth, Label X." in done.out
    assert "Drafted codes.yaml. Fill in its columns, and run the same again." in done.out
    assert (
        "columns:\n  at: Where\n  # role: Quoth\n  # role: Label X\n"
        in (root / "codes.yaml").read_text()
    )
    (root / "codes.yaml").write_text("codes:\n  - {code: Late, barrier: late papers}\n")
    said = ("document=Where", "text=Quoth", "code=Label X")
    told = [word for each in said for word in ("--columns", each)]
    done = call("import", table, *FACTS, *WHO, *told)
    assert done.code == 0, done.out + done.err
    assert "  changed  codes.yaml\n" in done.out
    assert "barriers: [late papers]" in (root / HERE / "interview-9.yaml").read_text()
    kept = (root / "codes.yaml").read_text()
    assert kept.endswith("columns:\n  document: Where\n  text: Quoth\n  code: Label X\n")
    assert call("import", table, *FACTS, *WHO, "--update").code == 0
    (root / "codes.yaml").write_text("coders: {a: b}\ncolumns: {text: Quoth}\n")
    done = call("import", table, *FACTS, *WHO)
    assert (done.code, "Say it under `columns:` in codes.yaml" in done.out) == (1, True)


def test_a_survey_becomes_shares_by_a_map_that_is_drafted(call: Call, root: Path) -> None:
    table = root.parent / "answers.csv"
    table.write_text(
        "Timestamp,Are grants paid ahead?,Comments\n1,Yes,a\n2,No,b\n3,No,c\n4,Don't know,d\n"
    )
    shown = call("import", table, "--survey", "map.yaml", "--dry-run")
    assert (shown.code, "Are grants paid ahead?" in shown.out) == (1, True)
    assert not (root / "map.yaml").exists()
    done = call("import", table, "--survey", "map.yaml")
    assert (done.code, done.out) == (
        1,
        "Drafted map.yaml. Say what each question means, and run the same again.\n",
    )
    text = (root / "map.yaml").read_text()
    text = text.replace("    imperative:\n", "    imperative: guidance-2001/pay-in-advance\n")
    (root / "map.yaml").write_text(text.replace("met: []", 'met: ["Yes"]'))
    done = call("import", table, "--survey", "map.yaml", "--to", "northtown")
    assert done.code == 0, done.out + done.err
    assert (
        "{imperative: pay-in-advance, share: {met: 1, of: 3}}"
        in (root / HERE / "svy-example.yaml").read_text()
    )


def test_a_study_typed_on_in_excel_comes_back(call: Call, root: Path) -> None:
    import openpyxl  # noqa: PLC0415

    study(root, {f"{HERE}/int-x.yaml": interview("int-x", text="We sat there.")})
    assert call("export", "workbook", "-o", "w.xlsx").code == 0
    book = openpyxl.load_workbook(root / "w.xlsx")
    sheet = book["Codes"]
    heads = [cell.value for cell in sheet[1]]
    (row,) = [
        number
        for number, cells in enumerate(sheet.iter_rows(min_row=2, values_only=True), 2)
        if cells[heads.index("source")] == "int-x"
        and str(cells[heads.index("imperative")]).endswith("pay-in-advance")
    ]
    cell = sheet.cell(row, heads.index("stance") + 1)
    cell.value = "happenz"
    book.save(root / "w.xlsx")
    done = call("import", "w.xlsx", "--update")
    assert done.code == 1
    assert f"w.xlsx: sheet Codes, cell {cell.coordinate}: `happenz` is no stance." in done.err
    assert "Did you mean `happens`?" in done.err
    cell.value = "happens"
    book.save(root / "w.xlsx")
    before = (root / HERE / "int-x.yaml").read_text()
    done = call("import", "w.xlsx", "--update")
    assert "differs there, and stays as it is: x1: its code on guidance-2001/pay-in" in done.out
    assert (root / HERE / "int-x.yaml").read_text() == before
    done = call("import", "w.xlsx", "--update", "--replace")
    assert done.code == 0, done.out + done.err
    assert "pay-in-advance: happens}" in (root / HERE / "int-x.yaml").read_text()


def test_a_document_that_obliges_becomes_drafts_of_imperatives(call: Call, root: Path) -> None:
    path = root.parent / "guidance.txt"
    path.write_text(
        "Guidance to boards, 2010\n\n2.1 Local authorities must consult voluntary organisations.\n"
    )
    shown = call("import", "--as", "policy", path, "--dry-run", "--report", "loss.json")
    assert (shown.code, shown.err) == (0, "Nothing was written.\n")
    assert shown.out.splitlines()[0] == "  would be policies/guidance.yaml"
    done = call("import", "--as", "policy", path, "--fact", "publisher=A ministry")
    assert done.code == 0, done.err
    text = (root / "policies/guidance.yaml").read_text()
    assert "publisher: A ministry\n" in text
    assert "    wording: unverified\n" in text
    assert json.loads((root / "loss.json").read_text())["written"] is False
    again = call("import", "--as", "policy", path)
    assert (again.code, "policies/guidance.yaml is there already" in again.said) == (2, True)
    assert call("check", "policies/guidance.yaml").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere.qdpx",), "There is no file or folder nowhere.qdpx."),
        (("b.xyz",), "b.xyz is of no kind that is read here. There are: .qdpx,"),
        (("b.qdpxx",), "Did you mean `.qdpx`?"),
        (("b.nvp",), "REFI-QDA"),
        (("b.qdpx",), "b.qdpx is no project: it is no whole zip file."),
        (("empty",), "Empty holds nothing that is read here. Read are .qdpx,"),
        (("b.qdpx", "--as", "polciy"), "polciy is neither evidence nor policy"),
        (("b.qdpx", "--replace"), "--replace goes with --update."),
        (("b.qdpx", "--kind", "interveiw"), "Did you mean `interview`?"),
        (("b.qdpx", "--sector", "vsc"), "Did you mean `vcs`?"),
        (("b.qdpx", "--date", "14/05/2004"), "Did you mean 2004-05-14?"),
        (("b.qdpx", "--date", "spring"), "spring is no date. Write YYYY"),
        (("b.csv", "--columns", "text"), "`text` is no ROLE=COLUMN."),
        (("b.txt", "--as", "policy", "--fact", "titel=x"), "Did you mean `title`?"),
        (("b.txt", "--as", "policy", "--fact", "force=guidanc"), "Did you mean `guidance`?"),
        (("b.txt", "--as", "policy", "--fact", "nation=walse"), "Did you mean `wales`?"),
        (("b.txt", "--as", "policy", "--fact", "pages=9-3"), "`9-3` is no range of pages"),
        (("b.txt", "--as", "policy", "--fact", "title"), "`title` is no NAME=VALUE."),
        (
            ("b.txt", "--as", "policy", "--fact", "pages=2-3"),
            "b.txt: it has no pages to choose from.",
        ),
        (("b.txt", "b.csv", "--as", "policy", "--fact", "id=x"), "--id is for one document"),
        (("nowhere.txt", "--as", "policy"), "nowhere.txt could not be read"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    call: Call, root: Path, words: tuple[str, ...], said: str
) -> None:
    (root / "empty").mkdir()
    for name in ("b.xyz", "b.qdpxx", "b.nvp", "b.qdpx", "b.csv", "b.txt"):
        (root / name).write_text("Nothing much.\n")
    before = sorted(root.rglob("*"))
    done = call("import", *words)
    assert done.code == 2, done.out + done.err
    assert said in done.said
    assert sorted(root.rglob("*")) == before


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_left(
    call: Call, root: Path, board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (root / "codes.yaml").write_text("codes: [{code: Late, theme: late}]\n")
    before = sorted(root.rglob("*"))
    monkeypatch.setattr("gapcheck.bringing.laying.swap", full)
    done = call("import", board, *FACTS, *WHO)
    assert done.code == 2
    assert "could not be written: No space left on device. Nothing was written." in done.said
    assert sorted(root.rglob("*")) == before


def test_very_many_codes_and_documents_are_counted(call: Call, root: Path) -> None:
    texts = [Text(f"Interview {each}", SAID, [Marked(0, 11, [f"c{each}"])]) for each in range(30)]
    path = root.parent / "many.qdpx"
    path.write_bytes(Project(texts, [code(f"c{each}") for each in range(30)]).packed())
    done = call("import", path)
    assert done.code == 1
    assert "c19\n  and 10 more\n" in done.out
    assert "and 10 more documents\n" in done.out
