"""An import from top to bottom: what is asked first, what is written, what stands in its way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gapcheck.bringing.changes import FileChange, Way
from gapcheck.bringing.combining import combined
from gapcheck.bringing.desk import desk_of
from gapcheck.bringing.keys import key_of
from gapcheck.bringing.laying import lay
from gapcheck.bringing.run import bring
from gapcheck.model.brought import Brought, Coding, Document, ForeignCode, Passage
from gapcheck.model.unfit import Unfit
from gapcheck.scaffold.refused import Refused

from .studies import brought_in, study_in

DRAFTED = (
    "  - code: Plans of all bodies\n"
    "    suggested: [guidance/join-up, other/costs, guidance/seats]\n"
)
CODES = (ForeignCode("t", ("Plans of all bodies",)), ForeignCode("n", ("Never used",)))
GIVEN = {"lsp": "fenbury", "kind": "interview", "date": "2012", "sector": "vcs", "role": "member"}


def foreign(*documents: Document, codes: tuple[ForeignCode, ...] = CODES) -> Brought:
    return Brought("b.qdpx", "Some program", documents, codes)


def interview(name: str = "Interview 1", **more: Any) -> Document:
    passages = (Passage("They join up the plans.", codings=(Coding("t"),)),)
    return Document(name, name, **{"passages": passages, **more})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return study_in(tmp_path / "study")


def test_codes_that_nobody_has_seen_are_asked_for_first_with_suggestions(root: Path) -> None:
    outcome = brought_in(foreign(interview()), root, GIVEN)
    assert (outcome.waits, outcome.undecided, outcome.needed) == (
        True,
        ("Plans of all bodies",),
        (),
    )
    assert (root / "codes.yaml").read_text().endswith(f"codes:\n{DRAFTED}")
    assert not (root / "evidence/fenbury/interview-1.yaml").exists()
    again = brought_in(foreign(interview()), root, GIVEN)
    assert again.sound, again
    assert (
        "themes: [Plans of all bodies]" in (root / "evidence/fenbury/interview-1.yaml").read_text()
    )


def test_what_documents_do_not_tell_is_asked_for_with_what_is_known(root: Path) -> None:
    outcome = brought_in(foreign(interview(fields={"kind": "minutes"}), codes=()), root)
    assert [(each.document, each.missing) for each in outcome.needed] == [
        ("Interview 1", ("lsp", "date", "author"))
    ]
    assert (
        (root / "codes.yaml")
        .read_text()
        .endswith(
            "documents:\n"
            "  - document: Interview 1\n"
            "    source: interview-1\n"
            "    kind: minutes\n"
            "    # lsp: northtown\n"
            "    # date: 2004-05\n"
            "    # author: council\n"
        )
    )


def test_what_is_asked_later_goes_below_what_is_there_which_stays(root: Path) -> None:
    typed = (
        "# ours\ncodes:\n  - {code: Old, theme: old}   # decided\n"
        "documents:\n  - document: Other\n    leave: true\n"
    )
    (root / "codes.yaml").write_text(typed)
    brought_in(foreign(interview(fields={"kind": "minutes"})), root)
    assert (root / "codes.yaml").read_text() == (
        "# ours\ncodes:\n  - {code: Old, theme: old}   # decided\n"
        f"{DRAFTED}"
        "documents:\n  - document: Other\n    leave: true\n"
        "  - document: Interview 1\n    source: interview-1\n    kind: minutes\n"
        "    # lsp: northtown\n    # date: 2004-05\n    # author: council\n"
    )


@pytest.mark.parametrize(
    "typed", ["codes: {}\n", "codes: []\n", "# nothing yet\n", "coders: {a: b}\n"]
)
def test_an_empty_map_is_filled(root: Path, typed: str) -> None:
    (root / "codes.yaml").write_text(typed)
    outcome = brought_in(foreign(interview()), root, GIVEN)
    if outcome.draft is None:
        assert [each.message for each in outcome.mishaps] == [
            "is typed in a way in which nothing can be added to it"
        ]
    else:
        assert "  - code: Plans of all bodies\n" in (root / "codes.yaml").read_text()


def test_a_map_in_brackets_is_left_alone(root: Path) -> None:
    typed = "codes: [{code: Old, theme: old}]\n"
    (root / "codes.yaml").write_text(typed)
    outcome = brought_in(foreign(interview()), root, GIVEN)
    assert [(each.where, each.message, each.help) for each in outcome.mishaps] == [
        (
            "",
            "is typed in a way in which nothing can be added to it",
            "Give its lists dashes, or delete it.",
        )
    ]
    assert (root / "codes.yaml").read_text() == typed


def _a_folder(place: Path) -> None:
    place.mkdir()


def _a_link(place: Path) -> None:
    place.symlink_to(place.with_name("elsewhere.yaml"))
    place.with_name("elsewhere.yaml").write_text("codes:\n  - {code: Old, theme: old}\n")


def _another_encoding(place: Path) -> None:
    place.write_bytes(b"codes:\n  - {code: Caf\xe9, theme: old}\n")


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (_a_folder, "codes.yaml is a folder"),
        (_a_link, "codes.yaml is a symbolic link"),
        (_another_encoding, "codes.yaml:2:15: the file is not UTF-8"),
    ],
)
def test_a_map_that_cannot_be_read_is_said_and_left_as_it_is(
    root: Path, made: Callable[[Path], None], said: str
) -> None:
    place = root / "codes.yaml"
    made(place)
    held = None if place.is_dir() else place.read_bytes()
    with pytest.raises(Unfit) as caught:
        brought_in(foreign(interview()), root, GIVEN)
    assert str(caught.value).startswith(said)
    assert place.is_dir() if held is None else place.read_bytes() == held
    assert not (root / "evidence/fenbury/interview-1.yaml").exists()


def test_what_is_wrong_in_the_map_is_in_the_way_with_its_place(root: Path) -> None:
    (root / "codes.yaml").write_text(
        "codes:\n  - {code: Plans of all bodies, imperative: join-upp}\n"
        "  - {code: Plans of all bodies}\n"
    )
    outcome = brought_in(foreign(interview()), root, GIVEN)
    assert [(str(each.location), each.message) for each in outcome.troubles] == [
        ("codes.yaml:2", "no policy has the imperative `join-upp`"),
    ]
    assert not outcome.sound


def test_codes_on_no_passage_are_not_asked_for(root: Path) -> None:
    bare = interview(passages=(Passage("Words."),))
    assert brought_in(foreign(bare), root, GIVEN).sound


def test_documents_and_codes_may_be_left(root: Path) -> None:
    (root / "codes.yaml").write_text(
        "codes:\n  - {code: Plans of all bodies, leave: true}\n"
        "documents:\n  - {document: Interview 2, leave: true}\n"
    )
    outcome = brought_in(foreign(interview(), interview("Interview 2")), root, GIVEN)
    assert outcome.sound
    assert [each.source for each in outcome.accounts] == ["fenbury/interview-1"]
    assert [(each.what, each.why) for each in outcome.tallies] == [
        ("codings", "The code map says to leave them."),
        ("sources", "The code map says to leave them."),
    ]


def test_a_partnership_that_is_not_there_is_refused_with_the_nearest(root: Path) -> None:
    bare = interview(passages=(Passage("Words."),))
    outcome = brought_in(foreign(bare), root, {**GIVEN, "lsp": "fenburyy"})
    assert [(each.why, each.help) for each in outcome.refused] == [
        (
            "No partnership is called fenburyy",
            "Did you mean `fenbury`? `gapcheck new partnership fenburyy` makes one.",
        )
    ]


def test_nothing_that_a_check_would_call_an_error_is_written(root: Path) -> None:
    bare = interview(passages=(Passage("Words.", speaker="P9"), Passage("More.", speaker="P01")))
    given = {key: value for key, value in GIVEN.items() if key != "lsp"}
    facts = {
        "lsp": "fenbury",
        "consent": "v9",
        "speakers": [
            {"id": "P01", "sector": "vcs", "role": "a"},
            {"id": "P02", "sector": "vcss", "role": "b"},
        ],
    }
    outcome = brought_in(foreign(Document("d", "d-1", bare.passages, fields=facts)), root, given)
    assert {each.rule for each in outcome.troubles} >= {"unlisted-speaker"}
    assert all(each.location.path == "evidence/fenbury/interview.yaml" for each in outcome.troubles)
    assert not list((root / "evidence/fenbury").glob("int*"))


def test_a_full_text_becomes_a_transcript_beside_the_study(root: Path) -> None:
    text = "Q: Well?\r\nP1: They join up the plans.\u202e"
    document = interview(text=text, passages=(Passage("They join up the plans."),))
    outcome = brought_in(foreign(document), root, GIVEN)
    assert (root / "transcripts/fenbury/interview-1.txt").read_text() == (
        "Q: Well?\nP1: They join up the plans."
    )
    assert (
        "transcript: transcripts/fenbury/interview-1.txt"
        in (root / "evidence/fenbury/interview-1.yaml").read_text()
    )
    assert [(each.what, each.count) for each in outcome.tallies] == [("characters", 1)]
    without = bring(
        foreign(interview("Interview 3", text=text)), desk_of(root), GIVEN, Way(transcripts=False)
    )
    assert all("transcripts" not in each.file for each in without.changes)


def test_a_transcript_that_lies_there_is_never_written_over(root: Path) -> None:
    place = root / "transcripts/fenbury/interview-1.txt"
    place.parent.mkdir(parents=True)
    place.write_text("Older.")
    document = interview(text="Newer.", passages=(Passage("Newer."),))
    assert brought_in(foreign(document), root, GIVEN).sound
    assert place.read_text() == "Older."
    assert "transcript:" not in (root / "evidence/fenbury/interview-1.yaml").read_text()


def test_several_files_keep_their_codes_apart() -> None:
    one = foreign(interview(), codes=(ForeignCode("1", ("Trust",)),))
    two = foreign(
        interview("Interview 2", passages=(Passage("W", codings=(Coding("1"), Coding())),)),
        codes=(ForeignCode("1", ("Money",)),),
    )
    both = combined([one, two])
    assert (both.file, both.program) == ("2 files", "Some program")
    names = {each.key: each.name for each in both.codes}
    assert names[(both.documents[1].passages[0].codings or ())[0].code] == "Money"
    assert (both.documents[1].passages[0].codings or ())[1].code == ""
    assert combined([one]) is one


def change(root: Path, name: str, new: bytes = b"new", old: bytes | None = None) -> FileChange:
    return FileChange(root / name, name, old, new)


def test_files_are_laid_down_all_or_none(root: Path) -> None:
    before = sorted(root.rglob("*"))
    changes = [change(root, "a/b/c.txt"), change(root, "gapcheck.yaml", old=b"not what it holds")]
    with pytest.raises(
        Refused, match=r"gapcheck\.yaml has changed since it was read\. Nothing was wr"
    ):
        lay(changes)
    assert sorted(root.rglob("*")) == before
    (root / "file").write_bytes(b"")
    with pytest.raises(Refused, match="could not be written"):
        lay([change(root, "d.txt"), change(root, "file/inside.txt")])
    assert not (root / "d.txt").exists()
    lay(changes[:1])
    assert (root / "a/b/c.txt").read_bytes() == b"new"


def test_the_key_lies_beside_the_study_and_never_within(root: Path) -> None:
    names = key_of(root, None)
    assert (names.path, names.known, names.change) == (root.parent / "study-names.csv", [], None)
    names.known.append(("P01", "Ada, Invented"))
    found = names.change
    assert found is not None
    assert found.new == b'id,name\nP01,"Ada, Invented"\n'
    lay([found])
    again = key_of(root, None)
    assert (again.known, again.change) == ([("P01", "Ada, Invented")], None)
    with pytest.raises(Unfit, match="would lie in the study"):
        key_of(root, root / "keys" / "names.csv")
    names.path.write_bytes(b"\xff")
    with pytest.raises(Unfit, match="cannot be read"):
        key_of(root, None)
