"""`gapcheck export parquet`: what is written and said, what leaves, and what is left alone."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from exporters.parquet.sets import every_word, files, in_bytes, rows

from gapcheck.exporters.parquet.own import is_own

from .calls import Call, alone
from .real import HERE, PLACE, REAL
from .studies import NORTHTOWN, SOUND, interview, study
from .test_promises import FILES, MARKS
from .test_promises_public import DAYS
from .test_promises_public import FILES as PUBLIC_FILES
from .test_promises_public import MARKS as PUBLIC_MARKS

TABLES = ("findings", "statements", "excerpts", "imperatives", "partnerships")
PUBLIC = ("--audience", "public")


def export(call: Call, *words: str | Path, to: str = "data") -> Path:
    done = call("export", "parquet", *words, "-o", to)
    assert (done.code, done.out) == (0, ""), done.err
    return Path(to)


def test_what_was_taken_is_told_by_table_and_what_stays_behind_with_its_reason(
    call: Call, root: Path
) -> None:
    study(
        root,
        {
            f"{HERE}/int-none.yaml": interview("int-none", consent="{quote: none}"),
            f"{HERE}/int-gone.yaml": interview("int-gone", consent="{withdrawn: true}"),
            f"{HERE}/int-later.yaml": interview("int-later", consent="{embargo_until: 2999}"),
            f"{HERE}/int-no.yaml": interview("int-no", consent="{analysis: false}"),
            f"{HERE}/int-bad.yaml": interview("int-bad", "vsc"),
        },
    )
    done = call("export", "parquet", "-o", "data", "--report", "loss.json")
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines() == [
        "Taken: findings 6, statements 13, imperatives 3, partnerships 2, sources 4, excerpts 3.",
        "Left out:",
        "  sources (1): Consent was withdrawn. [northtown/int-gone]",
        "  sources (1): They are under embargo. [northtown/int-later]",
        "  sources (1): Consent does not cover analysis. [northtown/int-no]",
        "  excerpts (1): Their words may be shown to nobody. [northtown/int-none x1]",
        "  files with errors (2): What is wrong in them is in no table. "
        f"[{HERE}/int-bad.yaml: the whole source (1 error)., "
        f"{HERE}/int-gone.yaml: excerpt x1 (1 error).]",
    ]
    assert {name: len(rows(Path("data"), name)) for name in TABLES} == {
        "findings": 6,
        "statements": 13,
        "excerpts": 3,
        "imperatives": 3,
        "partnerships": 2,
    }
    told = json.loads(Path("loss.json").read_text("utf-8"))
    assert (told["format"], told["kind"], told["file"]) == ("gapcheck-loss/1", "parquet", "data")
    assert told["tallies"][0]["what"] == "findings"
    page = Path("data/README.md").read_text("utf-8")
    assert "Left out because of errors in the study's files:\n\n- evidence" in page


def test_partnerships_that_are_named_are_written_alone(call: Call, root: Path) -> None:
    data = export(call, "Northtown Strategic Partnership")
    assert {row["lsp"] for name in TABLES[:3] for row in rows(data, name)} == {"northtown"}
    assert [path.name for path in (data / "findings").iterdir()] == ["lsp=northtown"]
    assert "Northtown Strategic Partnership is invented." in (data / "README.md").read_text()


def test_the_day_that_is_judged_at_can_be_given(call: Call, root: Path) -> None:
    data = export(call, "--as-at", "2003-01")
    assert {row["as_at_typed"] for row in rows(data, "findings")} == {"2003-01-31"}
    assert "Judged as at: 31 January 2003, as asked for." in (data / "README.md").read_text()


# What may not leave


@pytest.mark.parametrize("names", [(), ("northtown",)], ids=["study", "partnership"])
def test_no_word_that_consent_does_not_cover_is_in_any_byte(
    call: Call, root: Path, names: tuple[str, ...]
) -> None:
    study(root, FILES)
    done = call("export", "parquet", *names, "-o", "data", "--report", "loss.json")
    assert done.code == 0
    held = every_word(root / "data")
    assert held.count("Openword may be shown.") >= 2
    for text in (held, done.out, done.err, Path("loss.json").read_text("utf-8")):
        assert not [mark for mark in MARKS if mark.casefold() in text.casefold()]
    assert not in_bytes(root / "data", MARKS)


def test_words_that_may_not_be_quoted_count_and_are_not_there(call: Call, root: Path) -> None:
    study(root, FILES)
    data = export(call)
    (held,) = [
        row
        for row in rows(data, "statements")
        if (row["source"], row["imperative"]) == ("int-none", "guidance-2001/pay-in-advance")
    ]
    assert (held["stance"], held["quote"], held["excluded"]) == ("absent", None, None)
    assert not [row for row in rows(data, "excerpts") if row["source"] == "int-none"]
    shut = {row["excluded"] for row in rows(data, "statements") if row["source"] == "int-q0"}
    assert shut == {"withdrawn"}


def test_an_embargo_that_is_over_opens_the_words(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study(root, FILES)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "32535215999")
    held = every_word(root / export(call))
    assert "Qembargoed said" in held
    assert "Qembargoed noted" not in held
    assert "Qwithdrawn" not in held


@pytest.mark.parametrize("coarsen", [(), ("--coarsen",)])
@pytest.mark.parametrize("names", [(), ("northtown",)], ids=["study", "partnership"])
def test_nothing_of_anybody_is_in_an_edition(
    call: Call, root: Path, names: tuple[str, ...], coarsen: tuple[str, ...]
) -> None:
    for name, held in PUBLIC_FILES.items():
        if held is None:
            (root / name).unlink(missing_ok=True)
    study(root, PUBLIC_FILES)
    done = call("export", "parquet", *names, *PUBLIC, *coarsen, "-o", "data")
    assert (done.code, done.out) == (0, "")
    assert "tables (1): An edition for the public holds none of them. [excerpts]" in done.said
    told = every_word(root / "data")
    for text in (told.lower(), done.err.lower()):
        assert not [mark for mark in PUBLIC_MARKS if mark in text]
    assert not in_bytes(root / "data", PUBLIC_MARKS)
    assert not [day for day in (*DAYS, "datetime.date(2004, 5, 12)") if day in told]
    assert "Openwords that may be shown." in told
    assert not (root / "data" / "excerpts").exists()


def test_an_edition_is_refused_like_a_report(call: Call, root: Path) -> None:
    study(root, REAL)
    export(call, *PUBLIC)
    before = files(root)
    study(root, REAL, {f"{HERE}/lsp.yaml": PLACE.replace("vcs: 6", "vcs: 1")})
    done = call("export", "parquet", *PUBLIC, "-o", "data")
    assert (done.code, done.out) == (2, "")
    assert done.err == call("report", *PUBLIC).err
    after = files(root)
    assert {name: after[name] for name in before if name.startswith("data/")} == {
        name: held for name, held in before.items() if name.startswith("data/")
    }


# Bytes


def test_the_same_study_gives_the_same_bytes_wherever_it_lies(tmp_path: Path) -> None:
    found = []
    for name, seed in (("one", "1"), ("two words", "2")):
        folder = study(tmp_path / name, REAL)
        for more in ((), PUBLIC):
            words = ("export", "parquet", *more, "-o", f"../{name}-{len(more)}")
            done = alone(*words, cwd=folder, PYTHONHASHSEED=seed, TZ="Asia/Tokyo")
            assert done.returncode == 0, done.stderr
            found.append(files(tmp_path / f"{name}-{len(more)}"))
    assert found[:2] == found[2:]
    assert found[0] != found[1]


# Where it is written


def test_an_earlier_export_is_replaced_as_a_whole(call: Call, root: Path) -> None:
    data = export(call)
    assert is_own(data)
    (data / "findings/lsp=southby/part-0.parquet").write_bytes(b"torn")
    (data / "findings/.DS_Store").write_bytes(b"what Finder leaves behind")
    export(call, "northtown")
    assert [path.name for path in (data / "findings").iterdir()] == ["lsp=northtown"]
    export(call, *PUBLIC)
    assert not (data / "excerpts").exists()
    assert is_own(data)
    assert not list(root.glob(".gapcheck*"))


def put(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("theirs")


@pytest.mark.parametrize(
    "theirs",
    [
        *("data/notes.sql", "data/.hidden", "data/findings/notes.txt", "data/findings/x/part-0"),
        *("data/findings/lsp=northtown/part-1.parquet", "data/excerpts/lsp=other"),
    ],
)
def test_an_export_with_anything_else_in_it_is_left_alone(
    call: Call, root: Path, theirs: str
) -> None:
    export(call)
    put(root / theirs)
    refused(call, root)


@pytest.mark.parametrize("kind", ["link", "in findings", "to a partnership"])
def test_an_export_with_a_link_in_it_is_left_alone(call: Call, root: Path, kind: str) -> None:
    data = export(call)
    place = {
        "link": data / "excerpts" / "lsp=x",
        "in findings": data / "findings" / "lsp=x",
        "to a partnership": data / "notes",
    }[kind]
    place.symlink_to(root / "evidence")
    refused(call, root)


@pytest.mark.parametrize(
    "theirs", ["data", "data/README.md", "data/partnerships.parquet", "data/a/b"]
)
def test_what_is_no_export_is_left_alone(call: Call, root: Path, theirs: str) -> None:
    put(root / theirs)
    refused(call, root)


def test_tables_of_somebody_else_are_left_alone(call: Call, root: Path) -> None:
    data = export(call)
    pq.write_table(pa.table({"lsp": ["northtown"]}), data / "partnerships.parquet")
    refused(call, root)


def refused(call: Call, root: Path) -> None:
    before = files(root)
    done = call("export", "parquet", "-o", "data")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "data holds something that no export as parquet wrote, so it is left as it is. "
        "Name a folder that is new, empty, or such an export.\n"
    )
    assert files(root) == before


@pytest.mark.parametrize("output", [".", "evidence"])
def test_the_study_itself_is_never_replaced(call: Call, root: Path, output: str) -> None:
    before = files(root)
    done = call("export", "parquet", "-o", output)
    assert done.code == 2
    assert files(root) == before


def test_an_empty_folder_is_filled(call: Call, root: Path) -> None:
    (root / "data").mkdir()
    assert is_own(export(call))


def test_a_folder_that_cannot_be_made_is_said_and_nothing_is_left(call: Call, root: Path) -> None:
    before = files(root)
    done = call("export", "parquet", "-o", "missing/data")
    assert (done.code, done.out) == (2, "")
    assert done.err == "missing/data could not be written: No such file or directory.\n"
    assert files(root) == before


def test_a_full_disk_leaves_the_old_one(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(call)
    before = files(root)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("gapcheck.exporters.parquet.writer.Writer.add", full)
    done = call("export", "parquet", "northtown", "-o", "data")
    assert (done.code, done.err) == (2, "data could not be written: No space left on device.\n")
    assert files(root) == before
    assert not list(root.glob(".gapcheck*"))


# What cannot be asked for


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "parquet is a folder of files: say -o FOLDER"),
        (("-o", "x", "-f", "html"), "--template and --format go with coreq: parquet is a folder"),
        (("-o", "x", "--template", "a.docx"), "--template and --format go with coreq"),
        (("-o", "x", "--coarsen"), "--coarsen goes with --audience public"),
        (("-o", "x", "northtwon"), "No partnership is called northtwon. Did you mean northtown?"),
    ],
)
def test_what_does_not_go_with_it_is_refused(
    call: Call, root: Path, words: tuple[str, ...], said: str
) -> None:
    before = sorted(root.rglob("*"))
    done = call("export", "parquet", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.said
    assert sorted(root.rglob("*")) == before


def test_what_has_to_be_installed_is_said(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [each for each in sys.modules if each.startswith("gapcheck.exporters.parquet")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = call("export", "parquet", "-o", "data")
    assert done.code == 2
    assert done.said == (
        'This format needs a package that is not installed: pip install "gapcheck[parquet]"'
    )
    assert not (root / "data").exists()


# Odd studies


def test_a_study_in_which_nothing_is_asked_for_has_its_tables(call: Call, root: Path) -> None:
    (root / "policies/guidance-2001.yaml").unlink()
    for name in SOUND:
        if name.startswith("evidence/") and not name.endswith("lsp.yaml"):
            (root / name).unlink()
    data = export(call)
    assert [len(rows(data, name)) for name in TABLES] == [0, 0, 0, 0, 2]
    assert (data / "findings/lsp=northtown/part-0.parquet").exists()


def test_a_study_without_partnerships_has_its_columns_all_the_same(call: Call, root: Path) -> None:
    for name in SOUND:
        if name.startswith("evidence/"):
            (root / name).unlink()
    data = export(call)
    assert [len(rows(data, name)) for name in TABLES] == [0, 0, 0, 3, 0]
    for name in TABLES[:3]:
        (place,) = (data / name).iterdir()
        assert place.name == "lsp=__HIVE_DEFAULT_PARTITION__"
    assert is_own(data)
    page = (data / "README.md").read_text("utf-8")
    assert "Illustrative" not in page
    assert "no day: there is no partnership" in page
    export(call)


def test_titles_with_odd_characters_stand_as_they_were_typed(call: Call, root: Path) -> None:
    title = 'Ã"<b>|$x$`, 🙂 \\u202e=1+1\\ud800'
    name = "Café ‘Ωmega’ | <script> 🙂"
    study(
        root,
        {
            "gapcheck.yaml": f"study: {json.dumps(title, ensure_ascii=False)}\n",
            f"{HERE}/lsp.yaml": NORTHTOWN.replace("Northtown Strategic Partnership", f"'{name}'"),
            f"{HERE}/int-x.yaml": interview(
                "int-x", text="=SUM(A1) 🙂", more="    themes: ['a; b', '🙂', '=1']\n"
            ),
        },
    )
    data = export(call)
    assert {row["partnership"] for row in rows(data, "findings")} == {name, "Southby Partnership"}
    (said,) = [row for row in rows(data, "excerpts") if row["source"] == "int-x"]
    assert (said["text"].strip(), said["themes"]) == ("=SUM(A1) 🙂", ["a; b", "🙂", "=1"])
    assert "<script>" not in (data / "README.md").read_text("utf-8")


def test_a_tier_of_the_studys_own_stands_among_the_tiers(call: Call, root: Path) -> None:
    study(
        root,
        {
            "gapcheck.yaml": "study: A small study\ntiers: {regional: Regional}\n",
            f"{HERE}/int-x.yaml": interview("int-x").replace("tier: strategic", "tier: regional"),
        },
    )
    data = export(call)
    told = {
        (one["lsp"], one["imperative"]): one["tiers"]
        for one in call("report", "-f", "json").json["findings"]
    }
    for row in rows(data, "findings"):
        tiers = {each["tier"]: each for each in row["tiers"]}
        assert list(tiers) == ["strategic", "thematic", "neighbourhood", "delivery", "regional"]
        for tier, view in told[row["lsp"], row["imperative"]].items():
            assert {key: tiers[tier][key] for key in view} == view


def test_the_largest_numbers_that_can_be_typed_fit(call: Call, root: Path) -> None:
    survey = f"""\
source: svy-x
kind: survey
date: 2004-09
respondents: vcs
of: {10**18 - 1}
excerpts:
  - id: x1
    text: Most of them.
    codes: [{{imperative: pay-in-advance, share: {{met: {10**18 - 1}, of: {10**18 - 1}}}}}]
"""
    study(root, {f"{HERE}/svy-x.yaml": survey})
    data = export(call)
    (held,) = [row for row in rows(data, "statements") if row["source"] == "svy-x"]
    assert (held["met"], held["of"], held["population"]) == (1e18, 10**18 - 1, 10**18 - 1)
    assert (held["date"], held["date_typed"]) == (None, "2004-09")


def test_a_folder_whose_name_is_no_text_breaks_nothing(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        here = study(tmp_path / "caf\udce9", {"gapcheck.yaml": None})
    except (OSError, UnicodeError):
        pytest.skip("this platform has no such names")
    monkeypatch.chdir(here)
    data = export(call)
    told = pq.read_schema(data / "partnerships.parquet").metadata
    assert told[b"gapcheck.study"] == b"caf\\udce9"
    assert "caf\\udce9: data" in (data / "README.md").read_text("utf-8").replace("\\\\", "\\")
