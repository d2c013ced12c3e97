"""New files in a study."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from gapcheck.model.choices import Nation, QuoteConsent
from gapcheck.model.corpus import Corpus
from gapcheck.model.settings import Vocabulary
from gapcheck.scaffold.new import KINDS, new_file
from gapcheck.scaffold.refused import Refused
from gapcheck.schema.policy import policy as policy_schema

from .folders import corpus, errors, problems, snapshot

TODAY = date(2026, 11, 3)
SOURCES = [kind for kind in KINDS if kind not in ("policy", "partnership")]
SPOKEN = ["interview", "focus-group", "observation"]


def _new(root: Path, kind: str, name: str) -> Path:
    return new_file(root, kind, name, today=TODAY, corpus=corpus(root))


def _refused(root: Path, kind: str, name: str) -> str:
    before = snapshot(root)
    with pytest.raises(Refused) as caught:
        _new(root, kind, name)
    assert snapshot(root) == before
    return str(caught.value)


def _uncommented(text: str) -> str:
    """The file after somebody took its commented excerpt in."""
    head, _, example = text.partition("excerpts: []\n")
    assert example.startswith("#  - id: x1\n")
    return head + "excerpts:\n" + re.sub(r"^#", "", example, flags=re.MULTILINE)


@pytest.mark.parametrize("kind", SOURCES)
def test_a_source_can_be_checked_as_it_is(study: Path, kind: str) -> None:
    path = _new(study, kind, "exampleton/src-vcs-02")
    assert path == study / "evidence/exampleton/src-vcs-02.yaml"
    assert errors(study) == []
    (only,) = [one for one in corpus(study).sources if one.id == "src-vcs-02"]
    assert (str(only.kind), str(only.date), only.excerpts) == (kind, "2026-11-03", ())


@pytest.mark.parametrize("kind", SOURCES)
def test_the_commented_excerpt_works_once_it_is_taken_in(study: Path, kind: str) -> None:
    path = _new(study, kind, "exampleton/src-vcs-02")
    path.write_text(_uncommented(path.read_text("utf-8")), "utf-8")
    assert problems(study) == []
    (only,) = [one for one in corpus(study).sources if one.id == "src-vcs-02"]
    (code,) = only.excerpts[0].codes or ()
    assert code.imperative == "example-guidance/papers-in-time"
    assert (code.share is not None) == (kind == "survey")


def _unmarked(text: str) -> list[str]:
    """The keys whose value is neither settled nor marked, beside it or right above."""
    above, found = "", []
    for line in text.splitlines():
        key = re.match(r"[ -]*(\w+):", line)
        if key and "# replace" not in above + line:
            found.append(key[1])
        above = above + line if line.lstrip().startswith("#") else ""
    return found


@pytest.mark.parametrize("kind", SOURCES)
def test_every_placeholder_of_a_source_says_that_it_is_one(study: Path, kind: str) -> None:
    text = _new(study, kind, "exampleton/src-02").read_text("utf-8")
    assert set(_unmarked(text)) <= {"source", "kind", "speaker", "excerpts", "words"}
    assert text.count("# replace") >= 2


@pytest.mark.parametrize("kind", ["policy", "partnership"])
def test_every_placeholder_of_the_others_says_that_it_is_one(study: Path, kind: str) -> None:
    text = _new(study, kind, "src-02").read_text("utf-8")
    assert set(_unmarked(text)) <= {"policy", "imperatives", "lsp", "partnerships"}
    assert text.count("# replace") >= 4


@pytest.mark.parametrize("kind", SPOKEN)
def test_nobody_is_quoted_until_consent_is_written_down(study: Path, kind: str) -> None:
    _new(study, kind, "exampleton/src-02")
    (only,) = [one for one in corpus(study).sources if one.id == "src-02"]
    assert only.consent.quote is QuoteConsent.NONE


def test_two_new_interviews_are_not_taken_for_one_voice(study: Path) -> None:
    _new(study, "interview", "exampleton/int-vcs-02")
    _new(study, "interview", "exampleton/int-health-01")
    assert not [one for one in problems(study) if "changing-speaker" in one]
    voices = [speaker.id for one in corpus(study).sources for speaker in one.speakers]
    assert len(voices) == len(set(voices))


@pytest.mark.parametrize(
    ("kind", "name", "sector"),
    [
        ("interview", "int-health-01", "health"),
        ("interview", "int-government-office-01", "government-office"),
        ("focus-group", "fg-residents-01", "residents"),
        ("interview", "first", "vcs"),
    ],
)
def test_a_name_may_tell_the_sector(study: Path, kind: str, name: str, sector: str) -> None:
    _new(study, kind, f"exampleton/{name}")
    (only,) = [one for one in corpus(study).sources if one.id == name]
    assert {one.sector for one in only.speakers} == {sector}


def test_a_sector_of_the_study_itself(study: Path) -> None:
    path = study / "gapcheck.yaml"
    path.write_text(path.read_text("utf-8") + "sectors: {fire: Fire and rescue}\n", "utf-8")
    _new(study, "document", "exampleton/doc-fire-01")
    assert errors(study) == []
    assert [one.author for one in corpus(study).sources if one.author == "fire"] == ["fire"]


def test_background_of_no_one_partnership(study: Path) -> None:
    path = _new(study, "evaluation", "national/audit-2025")
    assert path == study / "evidence/national/audit-2025.yaml"
    assert [one.id for one in corpus(study).background] == ["audit-2025"]


def test_a_policy_can_be_checked_as_it_is(study: Path) -> None:
    assert _new(study, "policy", "act-2025") == study / "policies/act-2025.yaml"
    assert problems(study) == []
    (found,) = [one for one in corpus(study).policies if one.id == "act-2025"]
    assert str(found.in_force.start) == "2026-11-03"


def test_a_policy_shows_every_key(study: Path) -> None:
    text = _new(study, "policy", "act-2025").read_text("utf-8")
    schema = policy_schema(Vocabulary())["properties"]
    for key in {*schema, *schema["imperatives"]["items"]["properties"]}:
        assert re.search(rf"^[ #-]*{key}:", text, re.MULTILINE), key


def test_the_commented_keys_of_a_policy_work(study: Path) -> None:
    path = _new(study, "policy", "act-2025")
    text = re.sub(
        r"^( *)# (?=[a-z_]+: |  |indicators:)", r"\1", path.read_text("utf-8"), flags=re.M
    )
    text = re.sub(r"^( *)(replace:)", r"\1# \2", text, flags=re.M)
    path.write_text(text.replace("superseded_by: id-of-another-policy\n", ""), "utf-8")
    partnership = study / "evidence/exampleton/lsp.yaml"
    designated = partnership.read_text("utf-8") + "designations: [nrf-88]\n"
    partnership.write_text(designated, "utf-8")
    assert problems(study) == []
    (found,) = [one for one in corpus(study).policies if one.id == "act-2025"]
    assert found.imperatives[0].indicators[0].id == "seats"
    assert found.imperatives[0].applies_to.kinds == ("lsp",)


def test_a_partnership_can_be_checked_as_it_is(study: Path) -> None:
    assert _new(study, "partnership", "north-town") == study / "evidence/north-town/lsp.yaml"
    assert errors(study) == []
    (found,) = [one for one in corpus(study).partnerships if one.id == "north-town"]
    assert (found.name, found.pseudonym, found.illustrative) == ("North town", True, False)
    _new(study, "interview", "north-town/int-01")
    assert errors(study) == []


def test_new_files_follow_the_nation_of_the_study(study: Path) -> None:
    path = study / "evidence/exampleton/lsp.yaml"
    path.write_text(path.read_text("utf-8").replace("nation: england", "nation: wales"), "utf-8")
    _new(study, "policy", "act-2025")
    _new(study, "partnership", "aber")
    found = corpus(study)
    assert [one.nation for one in found.partnerships if one.id == "aber"] == [Nation.WALES]
    assert [one.nation for one in found.policies if one.id == "act-2025"] == [Nation.WALES]


@pytest.mark.parametrize("kind", KINDS)
def test_a_study_with_nothing_in_it(tmp_path: Path, kind: str) -> None:
    (tmp_path / "evidence/northtown").mkdir(parents=True)
    name = "northtown/src-01" if kind in SOURCES else "act-2025"
    path = new_file(tmp_path, kind, name, today=TODAY, corpus=Corpus())
    assert path.is_file()
    bad = ("empty-study", "missing-partnership")
    assert not [one for one in errors(tmp_path) if not any(rule in one for rule in bad)]


@pytest.mark.parametrize(
    ("kind", "typed", "path"),
    [
        ("interview", "evidence/exampleton/int-02.yaml", "evidence/exampleton/int-02.yaml"),
        ("interview", "exampleton/int-02.yml", "evidence/exampleton/int-02.yaml"),
        ("interview", r"exampleton\int-02", "evidence/exampleton/int-02.yaml"),
        ("policy", "policies/act.yaml", "policies/act.yaml"),
        ("policy", "act-v1.2", "policies/act-v1.2.yaml"),
        ("partnership", "evidence/northtown/", "evidence/northtown/lsp.yaml"),
        ("partnership", "evidence/northtown/lsp.yaml", "evidence/northtown/lsp.yaml"),
    ],
)
def test_names_as_a_shell_completes_them(study: Path, kind: str, typed: str, path: str) -> None:
    assert _new(study, kind, typed) == study / path


@pytest.mark.parametrize(
    ("kind", "name", "sentence"),
    [
        ("interveiw", "exampleton/x", "Did you mean `interview`?"),
        ("interview", "int-02", "Say which partnership it belongs to: exampleton/int-02."),
        ("interview", "exampletown/int-02", "Did you mean `exampleton`?"),
        ("interview", "zzz/int-02", "There are: exampleton. `gapcheck new partnership zzz`"),
        ("interview", "exampleton/Int VCS 02", "Did you mean `int-vcs-02`?"),
        ("interview", "exampleton/../x", "is no source id"),
        ("interview", "exampleton/int-02\n", "is there"),
        ("interview", "exampleton/lsp", "means something else"),
        ("interview", "exampleton/signoff", "means something else"),
        ("interview", "exampleton/int-vcs-01.cd", "codes of a second coder, cd, for int-vcs-01"),
        ("policy", "", "is no policy id"),
        ("policy", "../escape", "is no policy id"),
        ("policy", "/etc/passwd", "is no policy id"),
        ("policy", "example-guidance", "policies/example-guidance.yaml is there already"),
        ("partnership", "national", "means something else"),
        ("partnership", "exampleton", "evidence/exampleton/lsp.yaml is there already"),
        ("partnership", "Bryn Mawr", "Did you mean `bryn-mawr`?"),
    ],
)
def test_what_is_refused(study: Path, kind: str, name: str, sentence: str) -> None:
    if name.endswith("\n"):
        _new(study, kind, name.strip())
    assert sentence in _refused(study, kind, name)


def test_a_file_with_the_other_ending_is_in_the_way(study: Path) -> None:
    path = study / "evidence/exampleton/int-vcs-01.yaml"
    path.rename(path.with_suffix(".yml"))
    assert "int-vcs-01.yml is there already" in _refused(
        study, "interview", "exampleton/int-vcs-01"
    )


def test_a_policy_id_that_another_file_has(study: Path) -> None:
    path = study / "policies/example-guidance.yaml"
    path.rename(study / "policies/renamed.yaml")
    message = _refused(study, "policy", "example-guidance")
    assert message == "example-guidance is the policy in policies/renamed.yaml already."


def test_a_study_that_has_no_partnership_yet(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="There is none yet"):
        new_file(tmp_path, "interview", "northtown/int-01", today=TODAY, corpus=Corpus())
