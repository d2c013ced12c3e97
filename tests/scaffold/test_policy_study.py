"""Studies that begin with the library's duties."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from gapcheck.model.choices import Nation
from gapcheck.model.corpus import Corpus
from gapcheck.model.dates import PartialDate
from gapcheck.model.study import Imperative
from gapcheck.scaffold.duties import Wanted, duties, wanted
from gapcheck.scaffold.laying import Written
from gapcheck.scaffold.library import library
from gapcheck.scaffold.policy_study import policy_study
from gapcheck.scaffold.refused import AlreadyThere, Refused

from .folders import corpus, errors, problems, snapshot

# Counted by hand in the shipped policies, file by file.
COUNTED = [
    (
        ("icp", Nation.ENGLAND, "2026-11"),
        {
            "care-strategy-guidance-2024": 3,
            "civil-society-covenant-2025": 4,
            "integrated-care-2022": 4,
            "local-government-act-1999": 1,
            "social-value-act-2012": 2,
            "vcse-partnership-guidance-2021": 1,
        },
    ),
    (
        ("lsp", Nation.ENGLAND, "2004-06"),
        {
            "compact-1998": 6,
            "empowerment-fund-2001": 7,
            "empowerment-network-2003": 1,
            "funding-code-2000": 1,
            "local-government-act-1999": 1,
            "local-government-act-2000": 3,
            "lsp-guidance-2001": 10,
            "neighbourhood-renewal-2001": 2,
            "programme-for-action-2003": 3,
            "race-equality-guidance-2002": 3,
            "renewal-fund-conditions-2001": 1,
            "written-answer-2001": 8,
        },
    ),
    (
        ("cpp", Nation.SCOTLAND, "2019"),
        {"community-empowerment-2015": 12, "community-planning-guidance-2016": 2},
    ),
    (
        ("psb", Nation.WALES, "2019"),
        {"future-generations-2015": 8, "government-of-wales-act-2006": 1},
    ),
    (
        ("hwb", Nation.ENGLAND, "2014"),
        {
            "best-value-guidance-2011": 5,
            "compact-1998": 6,
            "health-and-social-care-act-2012": 4,
            "lgpih-act-2007": 2,
            "local-government-act-1999": 1,
            "needs-and-strategies-2012": 4,
            "social-value-act-2012": 2,
        },
    ),
]
ALL = [
    *(asked for asked, _ in COUNTED),
    ("lsp", Nation.ENGLAND, "2008-02"),
    ("lsp", Nation.ENGLAND, ""),
    ("icb", Nation.ENGLAND, "2023"),
    ("psb", Nation.ENGLAND, "2024-12"),
    ("haz", Nation.ENGLAND, "1999"),
    ("cpp", Nation.SCOTLAND, "2016"),
]
Asked = tuple[str, Nation, str]


def _wanted(asked: Asked) -> Wanted:
    kind, nation, when = asked
    return Wanted(kind, nation, PartialDate.parse(when) if when else None)


def _lay(folder: Path, asked: Asked, shipped: Corpus) -> Written:
    return policy_study(folder, _wanted(asked), shipped, library())


def _bare(one: Imperative) -> Imperative:
    """An imperative without its place, which a cut moves."""
    return replace(one, location=replace(one.location, line=1, end_line=1))


@pytest.mark.parametrize(("asked", "counted"), COUNTED)
def test_what_is_in_force(
    tmp_path: Path, shipped: Corpus, asked: Asked, counted: dict[str, int]
) -> None:
    written = _lay(tmp_path / "s", asked, shipped)
    found = corpus(tmp_path / "s").policies
    assert {one.id: len(one.imperatives) for one in found} == counted
    assert f"{sum(counted.values())} duties from {len(counted)} documents" in written.notes[0]


@pytest.mark.parametrize("asked", ALL)
def test_what_stays_says_the_same_as_in_the_library(
    tmp_path: Path, shipped: Corpus, asked: Asked
) -> None:
    _lay(tmp_path / "s", asked, shipped)
    known = {one.name: _bare(one) for policy in shipped.policies for one in policy.imperatives}
    kept = [one for policy in corpus(tmp_path / "s").policies for one in policy.imperatives]
    assert kept
    assert [_bare(one) for one in kept] == [known[one.name] for one in kept]
    assert {one.name for one in kept} == {
        one.name for one in duties(shipped.policies, _wanted(asked)).imperatives
    }


@pytest.mark.parametrize("asked", ALL)
def test_nothing_is_wrong_but_that_nobody_was_heard_yet(
    tmp_path: Path, shipped: Corpus, asked: Asked
) -> None:
    _lay(tmp_path / "s", asked, shipped)
    assert errors(tmp_path / "s") == []
    # Where a duty binds only designated places, the designation is still to be typed in.
    designated = "none there has the designation nrf-88"
    (only,) = [one for one in problems(tmp_path / "s") if designated not in one]
    assert only.startswith(f"evidence/my-{asked[0]}/lsp.yaml:3 empty-partnership")


def test_a_whole_file_is_copied_below_its_first_line_and_a_cut_one_keeps_its_comments(
    tmp_path: Path, shipped: Corpus
) -> None:
    _lay(tmp_path / "s", ("hwb", Nation.ENGLAND, "2014"), shipped)
    cut = (tmp_path / "s/policies/lgpih-act-2007.yaml").read_text("utf-8")
    original = (library() / "policies/lgpih-act-2007.yaml").read_text("utf-8")
    lines = cut.splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../schemas/policy.json"
    assert lines[2] == "# 2 of the document's 10 imperatives."
    assert Counter(lines[3:]) <= Counter(original.splitlines())
    assert "    # in force still; amended in 2012 and 2022" in lines
    for path in sorted((tmp_path / "s/policies").iterdir()):
        if path.name != "lgpih-act-2007.yaml":
            original_bytes = (library() / "policies" / path.name).read_bytes()
            assert path.read_bytes().partition(b"\n")[2] == original_bytes


def test_a_policy_that_cannot_be_cut_stays_whole(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    (folder / "policies").mkdir(parents=True)
    (folder / "policies/p.yaml").write_text(
        "policy: p\ntitle: P\npublisher: X\npublished: 2020\nforce: statute\nnation: wales\n"
        "in_force: {from: 2020}\nimperatives: ["
        "{id: a, locator: s.1, text: A, actor: ours, modality: must},"
        "{id: b, locator: s.2, text: B, actor: ours, modality: must, applies_to: {kinds: [ndp]}}]\n"
    )
    (folder / "gapcheck.yaml").write_text('study: L\nsectors: {ours: "Ours: all"}\nkinds: {ndp: N}')
    policy_study(tmp_path / "s", Wanted("psb", Nation.WALES), corpus(folder), folder)
    assert errors(tmp_path / "s") == []
    found = corpus(tmp_path / "s")
    assert [one.id for one in found.policies[0].imperatives] == ["a", "b"]
    assert found.settings.vocabulary.sectors["ours"] == "Ours: all"
    assert found.settings.vocabulary.kinds["ndp"] == "N"


def test_what_is_only_proposed_is_left_out_and_named(tmp_path: Path, shipped: Corpus) -> None:
    written = _lay(tmp_path / "s", ("icp", Nation.ENGLAND, "2026-11"), shipped)
    (note,) = [one for one in written.notes if "only proposed" in one]
    assert "devolution-white-paper-2024" in note
    assert note in (tmp_path / "s/README.md").read_text("utf-8")
    assert not (tmp_path / "s/policies/devolution-white-paper-2024.yaml").exists()


def test_designations_are_named_where_duties_depend_on_them(
    tmp_path: Path, shipped: Corpus
) -> None:
    written = _lay(tmp_path / "s", ("lsp", Nation.ENGLAND, "2004-06"), shipped)
    assert written.notes[1].startswith("12 of them bind only places with a designation (nrf-88)")
    other = _lay(tmp_path / "t", ("icp", Nation.ENGLAND, "2026-11"), shipped)
    assert not any("designation" in one for one in other.notes)


def test_duties_that_name_no_such_body_are_said_to_be_general(
    tmp_path: Path, shipped: Corpus
) -> None:
    written = _lay(tmp_path / "s", ("psb", Nation.ENGLAND, "2024-12"), shipped)
    assert "None of them names this kind of body; they bind every kind." in written.notes


def test_the_partnership_is_of_that_kind_and_nation(tmp_path: Path, shipped: Corpus) -> None:
    _lay(tmp_path / "s", ("cpp", Nation.SCOTLAND, "2019"), shipped)
    (only,) = corpus(tmp_path / "s").partnerships
    assert (only.id, only.kind, only.nation) == ("my-cpp", "cpp", Nation.SCOTLAND)


def test_a_successor_that_is_misspelt_later_is_still_found(tmp_path: Path, shipped: Corpus) -> None:
    _lay(tmp_path / "s", ("lsp", Nation.ENGLAND, "2004-06"), shipped)
    path = tmp_path / "s/policies/funding-code-2000.yaml"
    path.write_text(path.read_text("utf-8") + "superseded_by: compact-1999\n", "utf-8")
    assert any("unknown-policy" in one for one in problems(tmp_path / "s"))


def test_nothing_in_force_is_no_study(tmp_path: Path, shipped: Corpus) -> None:
    with pytest.raises(Refused, match="binds the kind lsp in northern-ireland at 1999"):
        _lay(tmp_path / "s", ("lsp", Nation.NORTHERN_IRELAND, "1999"), shipped)
    assert snapshot(tmp_path) == {}


def test_a_study_that_is_there_is_left_alone(study: Path, shipped: Corpus) -> None:
    before = snapshot(study)
    with pytest.raises(AlreadyThere):
        _lay(study, ("icp", Nation.ENGLAND, "2026-11"), shipped)
    assert snapshot(study) == before


def test_words_become_what_was_asked_for(shipped: Corpus) -> None:
    kinds = shipped.settings.vocabulary.kinds
    assert wanted("ICP", " England", None, kinds) == Wanted("icp", Nation.ENGLAND, None)


@pytest.mark.parametrize(
    ("kind", "nation", "sentence"),
    [
        ("ipc", "england", r"`ipc` is no kind of partnership\. Did you mean `ic[bp]`\?"),
        ("icp", "Englnd", r"`Englnd` is no nation\. Did you mean `england`\?"),
        ("zzz", "england", r"`zzz` is no kind of partnership\. There are: lsp, cpp"),
    ],
)
def test_unknown_words_are_refused(shipped: Corpus, kind: str, nation: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        wanted(kind, nation, None, shipped.settings.vocabulary.kinds)
