"""What is known of a foreign document, and which word of several counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from assess.builders import HERE

from gapcheck.bringing.facts import WITHHELD, Known, Told, told_of
from gapcheck.bringing.naming import source_name
from gapcheck.model.brought import Case, Document, Voice
from gapcheck.model.codemap import CodeMap, Facts
from gapcheck.model.settings import Vocabulary

PLACES = {"northtown": "Northtown Strategic Partnership", "southby": "Southby"}


def told(
    document: Document,
    codemap: CodeMap | None = None,
    given: Mapping[str, Any] | None = None,
    cases: tuple[Case, ...] = (),
) -> Told:
    known = Known(
        Vocabulary(),
        PLACES,
        codemap or CodeMap(),
        given or {},
        {each.name: each for each in cases},
        "board.qdpx",
    )
    return told_of(document, known, set())


def of(**more: Any) -> Document:
    return Document("1", more.pop("name", "Interview 4"), **more)


def test_nothing_known_is_all_missing() -> None:
    found = told(of())
    assert (found.lsp, found.source) == ("", "interview-4")
    assert found.missing == ("lsp", "kind", "date", "sector", "role")


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        ("interview", ("sector", "role")),
        ("minutes", ("author",)),
        ("survey", ("respondents",)),
    ],
)
def test_what_is_missing_follows_from_the_kind(kind: str, missing: tuple[str, ...]) -> None:
    given = {"lsp": "northtown", "kind": kind, "date": "2004"}
    assert told(of(), given=given).missing == missing


def test_the_nearest_word_counts() -> None:
    entry = Facts("Interview 4", HERE, {"date": "2004", "source": "int-04"})
    codemap = CodeMap(documents={"Interview 4": entry}, attributes={"kind": "Type"})
    document = of(fields={"date": "2003", "lsp": "southby"}, attributes={"Type": "minutes"})
    given = {"lsp": "northtown", "kind": "interview", "date": "2001", "author": "council"}
    found = told(document, codemap, given)
    assert (found.lsp, found.source) == ("southby", "int-04")
    assert found.fields == {"kind": "minutes", "date": "2004", "author": "council"}


ATTRIBUTES = [
    ({"Sector": "vcs"}, {}, "sector", "vcs"),
    ({"SECTOR": "Voluntary sector"}, {}, "sector", "vcs"),
    ({"Job": "Chair"}, {"attributes": {"role": "Job"}}, "role", "Chair"),
    ({"Sector": "Charity"}, {"values": {"sector": {"Charity": "vcs"}}}, "sector", "vcs"),
    ({"Level": "Strategic"}, {"attributes": {"tier": "Level"}}, "tier", "strategic"),
]


@pytest.mark.parametrize(("attributes", "codemap", "fact", "value"), ATTRIBUTES)
def test_attributes_tell_facts_of_whoever_speaks(
    attributes: dict[str, str], codemap: dict[str, Any], fact: str, value: str
) -> None:
    given = {"kind": "interview"}
    found = told(of(attributes=attributes), CodeMap(**codemap), given)
    assert found.fields["speaker"][fact] == value
    assert not found.mishaps


@pytest.mark.parametrize(
    ("more", "attributes", "lsp"),
    [
        ({"attributes": {"Partnership": "Northtown Strategic Partnership"}}, {}, "northtown"),
        ({"attributes": {"Area": "southby"}}, {}, "southby"),
        ({"folder": "southby"}, {}, "southby"),
        ({"folder": "elsewhere"}, {}, ""),
        ({"cases": ("southby",)}, {"lsp": "case"}, "southby"),
        ({"sets": ("Southby",)}, {"lsp": "set"}, "southby"),
        ({"folder": "Southby"}, {"lsp": "folder"}, "southby"),
        ({"name": "southby"}, {"lsp": "document"}, "southby"),
    ],
)
def test_the_partnership_is_told_by_cases_sets_folders_and_attributes(
    more: dict[str, Any], attributes: dict[str, str], lsp: str
) -> None:
    assert told(of(**more), CodeMap(attributes=attributes)).lsp == lsp


def test_a_case_lends_its_attributes_to_its_documents() -> None:
    found = told(
        of(cases=("Officer",)),
        given={"kind": "interview"},
        cases=(Case("Officer", {"Sector": "council", "Role": "officer"}),),
    )
    assert found.fields["speaker"] == {"id": "interview-4", "sector": "council", "role": "officer"}


def test_a_value_that_means_nothing_is_named_with_the_nearest() -> None:
    codemap = CodeMap(attributes={"sector": "Sector"}, values={"sector": {"Charity": "vcss"}})
    found = told(of(attributes={"Sector": "Charity"}), codemap)
    (mishap,) = found.mishaps
    assert (mishap.file, mishap.where) == ("board.qdpx", "document Interview 4, Sector")
    assert mishap.message == "`Charity` is no sector"
    assert mishap.help.startswith("Did you mean `vcs`? Allowed: vcs, council,")
    assert mishap.help.endswith("Or say what it means under `values: sector:` in codes.yaml.")


def test_a_date_is_mended_where_it_is_plain_what_was_meant() -> None:
    codemap = CodeMap(attributes={"date": "When"})
    assert told(of(attributes={"When": "12/05/2004"}), codemap).fields["date"] == "2004-05-12"
    (mishap,) = told(of(attributes={"When": "last May"}), codemap).mishaps
    assert mishap.message == "`last May` is no date"


def test_an_attribute_that_nobody_named_is_never_an_error() -> None:
    found = told(of(attributes={"Sector": "Charity", "Date": "whenever", "Mood": "good"}))
    assert not found.mishaps
    assert "sector" in found.missing


def test_until_somebody_says_what_was_promised_nothing_is_shown() -> None:
    given = {"lsp": "northtown", "kind": "interview", "date": "2004"}
    found = told(of(), given=given)
    assert found.guessed_consent
    assert found.fields["consent"] == WITHHELD
    said = told(of(), given={**given, "consent": "v1"})
    assert (said.guessed_consent, said.fields["consent"]) == (False, "v1")
    assert "consent" not in told(of(), given={**given, "kind": "minutes"}).fields


def test_several_voices_are_several_speakers_and_whoever_asks_is_none() -> None:
    voices = (Voice("P01", asks=True), Voice("P02"), Voice("P03", fields={"sector": "council"}))
    given = {"kind": "focus-group", "sector": "vcs", "role": "member"}
    assert told(of(voices=voices), given=given).fields["speakers"] == [
        {"id": "P02", "sector": "vcs", "role": "member"},
        {"id": "P03", "sector": "council", "role": "member"},
    ]
    alone = told(of(voices=voices[:2]), given=given).fields
    assert alone["speaker"] == {"id": "P02", "sector": "vcs", "role": "member"}


def test_a_speaker_may_be_told_by_the_map_in_full_or_by_an_attribute() -> None:
    entry = Facts("Interview 4", HERE, {"speaker": {"id": "P9", "role": "chair"}})
    given = {"kind": "interview", "sector": "vcs"}
    found = told(of(), CodeMap(documents={"Interview 4": entry}), given)
    assert found.fields["speaker"] == {"id": "P9", "sector": "vcs", "role": "chair"}
    several = Facts("Interview 4", HERE, {"speakers": [{"id": "A"}, {"id": "B"}]})
    found = told(of(), CodeMap(documents={"Interview 4": several}), given)
    assert [each["id"] for each in found.fields["speakers"]] == ["A", "B"]
    named = told(of(attributes={"Participant": "P17"}), given=given)
    assert named.fields["speaker"]["id"] == "P17"


def test_what_several_said_is_never_put_down_to_one_of_them() -> None:
    entry = Facts("Interview 4", HERE, {"speaker": {"id": "P9", "role": "chair"}})
    voices = (Voice("P01", asks=True), Voice("P02"), Voice("P03"))
    found = told(of(voices=voices), CodeMap(documents={"Interview 4": entry}), {})
    assert [(one.where, one.message, one.help) for one in found.mishaps] == [
        (
            "document Interview 4",
            "`speaker` is one person, and 2 speak there: P02, P03",
            "List them under `speakers:`, each with `id`, `sector` and `role`.",
        )
    ]
    alone = told(of(voices=voices[:2]), CodeMap(documents={"Interview 4": entry}), {})
    assert alone.mishaps == ()


def test_two_documents_never_get_one_name() -> None:
    known = Known(Vocabulary(), PLACES, CodeMap(), {"lsp": "northtown"}, {}, "f")
    taken: set[str] = set()
    names = [told_of(of(), known, taken).source for _ in range(3)]
    assert names == ["interview-4", "interview-4-2", "interview-4-3"]


@pytest.mark.parametrize(
    ("document", "kind", "name"),
    [
        ("Interview 4.docx", "interview", "interview-4"),
        ("int-vcs-04", "interview", "int-vcs-04"),
        ("Focus group 2 (final).docx", "focus-group", "focus-group-2-final"),
        ("Interview with Ada Invented.docx", "interview", "interview"),
        ("Ada Invented", "", "source"),
        ("C:\\Users\\ada\\P17.docx", "", "p17"),
        ("Compact annual report 2004.pdf", "document", "compact-annual-report-2004"),
        ("…", "minutes", "minutes"),
        ("lsp", "minutes", "lsp"),
    ],
)
def test_the_name_of_a_source_never_repeats_what_may_be_somebodys(
    document: str, kind: str, name: str
) -> None:
    assert source_name(document, kind, Vocabulary()) == name


def test_a_name_that_means_something_else_in_a_study_is_not_taken() -> None:
    given = {"kind": "minutes", "lsp": "northtown"}
    assert told(of(name="lsp"), given=given).source == "lsp-2"
