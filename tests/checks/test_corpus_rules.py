"""The rules over a whole study: when each must fire, and when it must stay quiet."""

from __future__ import annotations

from pathlib import Path

import pytest
from load.studies import INT, LSP, POLICY, SECOND, SETTINGS, SOUND, Files, changed, loaded, said

SEATS = "- {imperative: seats, stance: partly, indicator: vote}"


def coded(*codes: str) -> Files:
    """The sound interview with its first excerpt coded so."""
    return changed(INT, SEATS, "\n              ".join(f"- {{imperative: {one}}}" for one in codes))


TWICE = (
    "evidence/north/int.yaml:14:9-14:10 warning[contradictory-codes] excerpt x1 {0} "
    "guidance/seats | If both are meant, code it once as partly. Until then both stay in. | "
    "also evidence/north/int.yaml:13:9-13:10 the first stands here"
)
BOTH, AGAIN = TWICE.format("both affirms and denies"), TWICE.format("is coded twice on")


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (("seats, stance: happens", "seats, stance: absent"), [BOTH]),
        (("seats, stance: opposite", "guidance/seats, stance: happens"), [BOTH]),
        (("seats, stance: unaware", "seats, stance: happens"), [BOTH]),
        (("seats, stance: absent", "seats, stance: absent"), [AGAIN]),
        (("seats, stance: happens", "seats, stance: partly"), [AGAIN]),
        (("seats, stance: happens, rung: adopted", "seats, stance: absent, rung: adopted"), [BOTH]),
        (("seats, stance: happens, rung: adopted", "seats, stance: absent, rung: enacted"), []),
        (("seats, stance: happens", "papers, stance: absent"), []),
        (("seats, stance: happens",), []),
    ],
)
def test_contradictory_codes(tmp_path: Path, codes: tuple[str, ...], expected: list[str]) -> None:
    assert said(tmp_path, coded(*codes)) == expected


def test_three_codes_are_each_compared_with_the_first(tmp_path: Path) -> None:
    files = coded(*["seats, stance: happens"] * 3)
    told = said(tmp_path, files)
    assert [one.split(" ")[0].split(":", 1)[1] for one in told] == ["14:9-14:10", "15:9-15:10"]
    assert all("int.yaml:13:9-13:10" in one for one in told)


def test_contradictions_in_the_background(tmp_path: Path) -> None:
    typed = (
        "source: doc\nkind: document\ndate: 2004\nauthor: audit\nexcerpts:\n"
        "  - {id: x1, text: a, codes: {seats: happens, guidance/seats: absent}}\n"
    )
    assert said(tmp_path, {"evidence/national/doc.yaml": typed}) == [
        "evidence/national/doc.yaml:6:47-6:61 warning[contradictory-codes] excerpt x1 both affirms "
        "and denies guidance/seats | If both are meant, code it once as partly. Until then both "
        "stay in. | also evidence/national/doc.yaml:6:31-6:36 the first stands here"
    ]


@pytest.mark.parametrize(
    ("rule", "quiet"), [("contradictory-codes", True), ("long-quote", False), ("withdrawn", False)]
)
def test_an_excerpt_may_be_exempt(tmp_path: Path, rule: str, quiet: bool) -> None:
    text = str(coded("seats, stance: happens", "seats, stance: absent")[INT])
    exempted = text.replace("memo: fine", f"ignore: [{{rule: {rule}, reason: Read twice.}}]")
    assert (said(tmp_path, {INT: exempted}) == []) is quiet


SECOND_INTERVIEW = str(SOUND[INT]).replace("source: int", "source: two")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (SECOND_INTERVIEW, []),
        (
            SECOND_INTERVIEW.replace("sector: vcs", "sector: council"),
            [
                "evidence/north/two.yaml:1:9-1:12 warning[changing-speaker] P03 speaks for council "
                "here and for vcs in int | If these are two people, give each an id; if one, say "
                "so in a memo. | also evidence/north/int.yaml:1:9-1:12 the other source"
            ],
        ),
        (SECOND_INTERVIEW.replace("sector: vcs", "sector: council").replace("P03", "P04"), []),
    ],
)
def test_a_speaker_who_changes(tmp_path: Path, typed: str, expected: list[str]) -> None:
    assert said(tmp_path, {"evidence/north/two.yaml": typed}) == expected


def test_a_speakers_id_is_that_of_one_partnership(tmp_path: Path) -> None:
    files = {
        "evidence/south/lsp.yaml": str(SOUND[LSP]).replace("lsp: north", "lsp: south"),
        "evidence/south/two.yaml": SECOND_INTERVIEW.replace("sector: vcs", "sector: council"),
    }
    assert said(tmp_path, files) == []


def test_speakers_of_a_group_are_not_compared(tmp_path: Path) -> None:
    speaker = "speaker: {id: P03, sector: vcs, role: officer, partnership: board}"
    several = "speakers: [{id: P03, sector: council, role: a}, {id: P05, sector: council, role: a}]"
    group = SECOND_INTERVIEW.replace(speaker, several).replace("id: x", "speaker: P03\n    id: x")
    assert [
        one for one in said(tmp_path, {"evidence/north/two.yaml": group}) if "chang" in one
    ] == []


@pytest.mark.parametrize(
    ("successor", "help_"),
    [
        ("guidence", "Did you mean `guidance`?"),
        ("something-else", ""),
        ("other", None),
    ],
)
def test_a_policy_that_nobody_holds(tmp_path: Path, successor: str, help_: str | None) -> None:
    other = (
        str(SOUND[POLICY])
        .replace("policy: guidance", f"policy: other\n        superseded_by: {successor}")
        .replace("id: seats", "id: a")
        .replace("id: papers", "id: b")
    )
    expected = (
        f"policies/other.yaml:1:9-1:14 warning[unknown-policy] other is superseded by "
        f"`{successor}`, which is not here | {help_}"
    )
    assert said(tmp_path, {"policies/other.yaml": other}) == ([] if help_ is None else [expected])


WITHDRAWN = (
    "evidence/north/int.yaml:{0} error[withdrawn] consent for excerpt {1} of int was withdrawn, "
    "and its words are still here | Delete the excerpt, and clean the history of version control "
    "too. | out: excerpt {1}"
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("consent: v2", "consent: {withdrawn: true}", [("9:5-9:5", "x1"), ("15:5-15:5", "x2")]),
        (
            "officer,",
            "officer, consent: {withdrawn: true},",
            [("9:5-9:5", "x1"), ("15:5-15:5", "x2")],
        ),
        ("consent: v2", "consent: {withdrawn: false}", []),
    ],
)
def test_words_of_somebody_who_withdrew(
    tmp_path: Path, old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    assert said(tmp_path, changed(INT, old, new)) == [WITHDRAWN.format(*one) for one in expected]


def test_one_of_several_who_withdrew(tmp_path: Path) -> None:
    speaker = "speaker: {id: P03, sector: vcs, role: officer, partnership: board}"
    several = """speakers:
          - {id: P1, sector: vcs, role: a, consent: {withdrawn: true}}
          - {id: P2, sector: vcs, role: a}"""
    text = str(changed(INT, speaker, several)[INT])
    text = text.replace("- id: x1", "- id: x1\n            speaker: P1")
    text = text.replace("- id: x2", "- id: x2\n            speaker: P2")
    assert said(tmp_path, {INT: text}) == [WITHDRAWN.format("11:5-11:5", "x1")]


def test_nobody_can_exempt_words_that_were_withdrawn(tmp_path: Path) -> None:
    text = str(changed(INT, "consent: v2", "consent: {withdrawn: true}")[INT])
    text = text.replace("memo: fine", "ignore: [{rule: withdrawn, reason: a}]")
    assert len(said(tmp_path, {INT: text})) == 2


def test_a_withdrawn_source_may_be_empty(tmp_path: Path) -> None:
    text = str(SOUND[INT]).partition("excerpts:")[0] + "excerpts: []\n"
    quiet = text.replace("consent: v2", "consent: {withdrawn: true}")
    assert said(tmp_path, {INT: quiet, SECOND: None}) == []
    gone = text.replace("officer,", "officer, consent: {withdrawn: true},")
    assert said(tmp_path, {INT: gone, SECOND: None}) == []
    assert said(tmp_path, {INT: text, SECOND: None}) == [
        "evidence/north/int.yaml:1:9-1:12 warning[empty-source] int has no excerpt that can be "
        "used | Nothing rests on it yet."
    ]


def test_a_check_leaves_the_corpus_as_it_is(tmp_path: Path) -> None:
    first, _ = loaded(tmp_path, {SETTINGS: "study: a\nconsent_forms: {v2: {}}\n"})
    again, _ = loaded(tmp_path, {SETTINGS: "study: a\nconsent_forms: {v2: {}}\n"})
    assert first == again
