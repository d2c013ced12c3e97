"""What participants were promised: when each rule fires, for whom, and when it stays quiet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gapcheck.model.choices import Audience

from .examples import found, places, rules
from .test_source_rules import INT, SAID, coded, excerpts

LSP = "evidence/north/lsp.yaml"
TEAM, PUBLIC = Audience.TEAM, Audience.PUBLIC
INVENTED = f"# {LSP}\nillustrative: true\n"
CITED = """\
# evidence/north/report.yaml
source: report
kind: {kind}
date: 2004
author: council
{head}excerpts:
  - id: x1
    text: Papers are sent out by Dr Example ten days before.
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We asked Dr Example for the papers.", "Dr ·······"),
        ("We asked Cllr. Öxample for the papers.", "Cllr ·······"),
        ("We asked Councillor O'Sample for papers.", "Councillor ·'······"),
        ("We asked Lady Example-Smythe for papers.", "Lady ·······-······"),
        ("We asked Mrs\n      Example for all papers.", "Mrs ·······"),
    ],
)
def test_somebody_is_named(tmp_path: Path, text: str, said: str) -> None:
    (one,) = found(tmp_path, excerpts(coded(text)))
    assert (one.rule, one.severity, one.sensitive) == ("named-person", "error", True)
    assert str(one.location) == f"{INT}:7"
    assert one.message == f"{said} is named in `text` of excerpt x1"


@pytest.mark.parametrize(
    "text",
    [
        "The Lord Mayor sent us the papers.",
        "Mr Chairman, the papers came late.",
        "Dr A and Mr B. sent us the papers.",
        "Ask [Councillor] for the papers next time.",
        "The councillor Example sent the papers late.",
        "DRAFT Reverse the papers, Missing Lordships.",
        "We asked Dr [name] for the papers.",
    ],
)
def test_nobody_is_named(tmp_path: Path, text: str) -> None:
    assert rules(tmp_path, excerpts(coded(text))) == []


def test_a_name_may_be_cleared(tmp_path: Path) -> None:
    text = "We asked Dr Example for the papers."
    assert rules(tmp_path, excerpts(coded(text, more="cleared: true"))) == []
    assert rules(tmp_path, excerpts(coded(text, more="cleared: false"))) == ["named-person"]


def test_a_name_twice_is_told_once_a_part(tmp_path: Path) -> None:
    text = "Dr Example, or Dr Example, or Dr Sample."
    told = found(tmp_path, excerpts(coded(text, more="memo: Dr Example again.")))
    assert [one.message.partition(" of")[0] for one in told] == [
        "Dr ······ is named in `text`",
        "Dr ······· is named in `memo`",
        "Dr ······· is named in `text`",
    ]


@pytest.mark.parametrize(
    ("kind", "head", "quiet"),
    [
        ("document", "citation: A report of 2004.\n", True),
        ("minutes", "citation: Minutes of 2004.\n", True),
        ("document", "", False),
        ("minutes", "", False),
    ],
)
def test_what_is_published_may_name(tmp_path: Path, kind: str, head: str, quiet: bool) -> None:
    told = rules(tmp_path, CITED.format(kind=kind, head=head))
    assert told == ([] if quiet else ["named-person"])


def test_an_interview_is_never_public(tmp_path: Path) -> None:
    example = excerpts(coded("We asked Dr Example for papers."), head="citation: A book.\n")
    assert rules(tmp_path, example) == ["named-person"]


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize(
    ("members", "least", "said"),
    [
        ("{vcs: 1}", 3, "P03 is one of 1 person of the sector vcs in north"),
        ("{vcs: 2}", 3, "P03 is one of 2 people of the sector vcs in north"),
        ("{vcs: 3}", 3, None),
        ("{vcs: 3}", 5, "P03 is one of 3 people of the sector vcs in north"),
        ("{council: 9}", 3, "P03 is one of 1 person of the sector vcs heard in north"),
        ("{vcs: 0}", 0, None),
    ],
)
def test_a_speaker_who_can_be_recognised(
    tmp_path: Path, audience: Audience, members: str, least: int, said: str | None
) -> None:
    example = f"# {LSP}\nmembers: {members}\n# gapcheck.yaml\nthresholds: {{small_cell: {least}}}\n"
    severity = "error" if audience is PUBLIC else "warning"
    expected = [f"{INT}:1:9 {severity} {said}"] if said else []
    assert places(tmp_path, example, "recognisable-speaker", audience) == expected


@pytest.mark.parametrize(
    "more",
    [
        INVENTED,
        f"# {INT}\nconsent: {{quote: named}}\n",
        f"# {INT}\nconsent: {{withdrawn: true}}\nexcerpts: []\n",
    ],
    ids=["invented", "named", "withdrawn"],
)
def test_a_speaker_who_need_not_be_hidden(tmp_path: Path, more: str) -> None:
    members = f"# {LSP}\nmembers: {{vcs: 1}}\n"
    example = members + more.removeprefix(f"# {LSP}\n")
    assert places(tmp_path, example, "recognisable-speaker") == []


def test_speakers_hide_one_another_where_members_are_not_given(tmp_path: Path) -> None:
    group = "# evidence/north/group.yaml\nsource: group\nkind: focus-group\ndate: 2004\nspeakers:\n"
    people = "".join(f"  - {{id: P{n}, sector: vcs, role: a}}\n" for n in (3, 4, 5))
    rest = f"consent: v2\nexcerpts:\n  - {{id: x1, speaker: P3, text: {SAID.split(',')[0]}}}\n"
    example = f"# {LSP}\nmembers: {{}}\n{group}{people}{rest}"
    assert rules(tmp_path, example) == []
    fewer = example.replace("  - {id: P5, sector: vcs, role: a}\n", "").replace("P4", "P03")
    told = places(tmp_path, fewer, "recognisable-speaker")
    assert [one.split(" ")[2] for one in told] == ["P03", "P3"]


SPECIAL = "Since I was diagnosed the papers come late."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (SPECIAL, "health"),
        ("As a Somali woman I never got the papers.", "ethnicity"),
        ("As the only Muslim there I got no papers.", "belief"),
        ("Being a shop steward I never got the papers.", "a union"),
        ("Being the union rep I never got the papers.", "a union"),
        ("In our trade union nobody got the papers.", "a union"),
        ("Being gay I never got any of the papers.", "sexuality"),
    ],
)
@pytest.mark.parametrize("audience", Audience)
def test_special_categories(tmp_path: Path, text: str, kind: str, audience: Audience) -> None:
    example = f"# {LSP}\nmembers: {{vcs: 2}}\n" + excerpts(coded(text))
    assert places(tmp_path, example, "special-category", audience) == [
        f"{INT}:7:5 warning excerpt x1 has words on {kind} beside a speaker who can be recognised"
    ]


def test_special_categories_beside_a_name_or_one_who_agreed_to_be_named(tmp_path: Path) -> None:
    cleared = coded("Dr Example has cancer, so papers come late.", more="cleared: true")
    (one,) = found(tmp_path, excerpts(cleared))
    assert one.message == "excerpt x1 has words on health beside somebody who is named"
    named = excerpts(coded(SPECIAL), head="consent: {quote: named}\n")
    assert rules(tmp_path, named) == ["special-category"]


@pytest.mark.parametrize(
    "example",
    [
        excerpts(coded(SPECIAL)),
        f"# {LSP}\nmembers: {{vcs: 1}}\nillustrative: true\n" + excerpts(coded(SPECIAL)),
        f"# {LSP}\nmembers: {{vcs: 1}}\n"
        + excerpts(coded("Health and community papers come late.")),
        f"# {LSP}\nmembers: {{vcs: 1}}\n"
        + excerpts(coded("The gayest reunion member got papers.")),
    ],
    ids=["many", "invented", "a service", "parts of words"],
)
def test_no_special_category(tmp_path: Path, example: str) -> None:
    assert places(tmp_path, example, "special-category") == []


def test_background_belongs_to_no_partnership(tmp_path: Path) -> None:
    head = f"# {INT}\n# evidence/national/int2.yaml\nsource: int2\nkind: interview\ndate: 2004\n"
    rest = "speaker: {id: P9, sector: vcs, role: a}\nconsent: v2\nexcerpts:\n  - id: x1\n    "
    assert rules(tmp_path, head + rest + coded(SPECIAL)) == []


@pytest.mark.parametrize("key", ["approval", "controller", "lawful_basis", "consent_form"])
@pytest.mark.parametrize("audience", Audience)
def test_missing_approval(tmp_path: Path, key: str, audience: Audience) -> None:
    keys = {"approval", "controller", "lawful_basis", "consent_form"} - {key}
    ethics = "".join(f"  {one}: a\n" for one in sorted(keys))
    review = "  reidentification_review: {by: A, on: 2006-01-31}\n"
    example = f"# gapcheck.yaml\nethics:\n{ethics}{review}"
    assert places(tmp_path, example, "missing-approval", audience) == [
        f"gapcheck.yaml:3:1 {'error' if audience is PUBLIC else 'warning'} people were "
        f"interviewed, and `ethics:` does not give `{key}`"
    ]


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize(
    "nobody",
    [INVENTED, CITED.format(kind="document", head="citation: A.\n") + f"# {INT}\nkind: minutes\n"],
    ids=["invented", "documents"],
)
def test_where_nobody_was_interviewed_nothing_is_missing(
    tmp_path: Path, audience: Audience, nobody: str
) -> None:
    told = rules(tmp_path, f"# gapcheck.yaml\nethics: {{}}\n{nobody}", audience=audience)
    assert not {"missing-approval", "missing-review"} & set(told)


def test_a_review_is_asked_for_the_public_alone(tmp_path: Path) -> None:
    ethics = "{approval: a, controller: a, lawful_basis: a, consent_form: a}"
    example = f"# gapcheck.yaml\nethics: {ethics}\n"
    assert rules(tmp_path, example) == []
    assert places(tmp_path, example, "missing-review", PUBLIC) == [
        "gapcheck.yaml:3:1 error nobody has tried to recognise people in what is to be published"
    ]


@pytest.mark.parametrize(
    ("until", "today", "over"),
    [
        ("2026-11-20", date(2026, 11, 21), True),
        ("2026-11-21", date(2026, 11, 21), False),
        ("2026-11", date(2026, 11, 21), False),
        ("2026", date(2027, 1, 1), True),
        ("2005", None, False),
    ],
)
def test_retention(tmp_path: Path, until: str, today: date | None, over: bool) -> None:
    ethics = "{approval: a, controller: a, lawful_basis: a, consent_form: a, retention_until: "
    example = f"# gapcheck.yaml\nethics: {ethics}{until}}}\n"
    told = found(tmp_path, example, today=today)
    assert [one.rule for one in told] == (["retention"] if over else [])
    graver = found(tmp_path, example, today=today, audience=PUBLIC)
    assert {one.severity for one in graver if one.rule == "retention"} == (
        {"error"} if over else set()
    )


PLACES = (
    "# keys/places.txt\n# the key\nSampleton\n\nKiln  Bank\n...\nÖstby\n"
    "# gapcheck.yaml\nplaces: keys/places.txt\n"
)
HIDDEN = f"# {LSP}\npseudonym: true\n"


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            HIDDEN + excerpts(coded("The papers came from SAMPLETON on the day.")),
            [
                f"{INT}:7:5 error a real place name of the key list (·········) is in `text` of "
                "excerpt x1"
            ],
        ),
        (
            HIDDEN + excerpts(coded("The papers came from Kiln\n      Bank on the day.")),
            [
                f"{INT}:7:5 error a real place name of the key list (···· ····) is in `text` of "
                "excerpt x1"
            ],
        ),
        (
            HIDDEN + f"# {INT}\nspeaker: {{id: P03, sector: vcs, role: Östby's officer}}\n",
            [f"{INT}:1:9 error a real place name of the key list (·····) is in a speaker's `role`"],
        ),
        (
            f"# {LSP}\npseudonym: true\nname: Sampleton Board\nattributes: {{town: kiln bank}}\n",
            [
                f"{LSP}:1:6 error a real place name of the key list (···· ····) is in `town` of "
                "`attributes`",
                f"{LSP}:1:6 error a real place name of the key list (·········) is in `name`",
            ],
        ),
        (HIDDEN + excerpts(coded("The Sampletonians of Kiln Street, Bank, met.")), []),
        (excerpts(coded("The papers came from Sampleton on the day.")), []),
    ],
    ids=["text", "two words", "role", "lsp.yaml", "other words", "no pseudonym"],
)
def test_real_localities(tmp_path: Path, example: str, expected: list[str]) -> None:
    assert places(tmp_path, PLACES + example, "real-locality") == expected


def test_the_name_of_a_file_may_be_that_of_a_place(tmp_path: Path) -> None:
    source = "# evidence/north/int-kiln-bank.yaml\nsource: int-kiln-bank\nkind: document\n"
    source += "date: 2004\nauthor: council\nexcerpts: [{id: x1, text: a}]\n"
    (one,) = found(tmp_path, PLACES + HIDDEN + source)
    assert one.message.endswith("is in the name of the file")
    assert one.sensitive


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("keys/none.txt", "not there"),
        ("keys", "a folder, not a file"),
        ("keys/link.txt", "a symbolic link, and links are not followed"),
        ("keys/latin.txt", "not encoded in UTF-8, or holds characters that hide words"),
        ("k" * 300, "not there"),
    ],
)
def test_a_list_that_cannot_be_read(tmp_path: Path, typed: str, why: str) -> None:
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys/latin.txt").write_bytes(b"\xd6stby\n")
    (tmp_path / "keys/link.txt").symlink_to("latin.txt")
    assert places(tmp_path, f"# gapcheck.yaml\nplaces: {typed}\n", "missing-places") == [
        f"gapcheck.yaml:9:9 warning the key list of real place names is {why}"
    ]


@pytest.mark.parametrize(
    ("scope", "partnership", "why"),
    [
        ("", "nation: wales", "none lies in england"),
        ("applies_to: {kinds: [icp, icb]}", "", "none there is of the kind icp or icb"),
        ("applies_to: {designations: [nrf-88]}", "", "none there has the designation nrf-88"),
        ("applies_to: {kinds: [lsp], designations: [nrf-88]}", "designations: [nrf-88]", None),
        ("applies_to: {kinds: [icp]}", "of: 40", None),
        ("applies_to: {kinds: [icp, lsp]}", "", None),
    ],
)
def test_imperatives_that_apply_nowhere(
    tmp_path: Path, scope: str, partnership: str, why: str | None
) -> None:
    imperative = "  - id: papers\n    locator: para 3\n    text: Send papers in time.\n"
    imperative += f"    actor: council\n    modality: must\n    {scope}\n"
    example = f"# policies/guidance.yaml\nimperatives:\n{imperative}# {LSP}\n{partnership}\n"
    example += excerpts(coded(SAID))
    said = (
        f"policies/guidance.yaml:9:5 warning guidance/papers applies in no partnership here: {why}"
    )
    assert places(tmp_path, example, "unevidenced-imperative") == ([said] if why else [])
