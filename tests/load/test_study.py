"""A whole study: what is sound stays in, what is not is named, and file order is nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gapcheck.analysis import left_out
from gapcheck.load.root import NoStudy, find_study
from gapcheck.model.choices import QuoteConsent, Rung, SourceKind, Stance, Words
from gapcheck.model.dates import PartialDate
from gapcheck.model.methods import Topic
from gapcheck.model.settings import Settings
from gapcheck.model.study import Consent, Realist, Share

from .studies import (
    INT,
    LSP,
    POLICY,
    SECOND,
    SETTINGS,
    SIGNOFF,
    SOUND,
    SURVEY,
    Files,
    changed,
    loaded,
    named,
    said,
    write,
)

ALL = [
    "policy guidance",
    "guidance/seats",
    "guidance/papers",
    "lsp north",
    "int x1 guidance/seats",
    "int x2 guidance/papers",
    "survey q1 guidance/seats",
    "int by cd",
    "signed guidance/seats",
]


def without(*gone: str) -> list[str]:
    """Everything that the sound study holds but this."""
    assert set(gone) <= set(ALL)
    return [one for one in ALL if one not in gone]


@pytest.mark.parametrize(
    ("files", "kept", "told"),
    [
        (
            changed(INT, "indicator: vote", "indicator: v"),
            ["int x1 " if one.startswith("int x1") else one for one in ALL],
            ["evidence/north/int.yaml: this code (1 error)."],
        ),
        (
            changed(INT, "{papers: absent}", "{papers: absent, seats: never}"),
            ALL,
            ["evidence/north/int.yaml: this code (1 error)."],
        ),
        (
            {**changed(INT, "came late.", "came late #3."), SECOND: None},
            without("int x2 guidance/papers", "int by cd"),
            ["evidence/north/int.yaml: excerpt x2 (1 error)."],
        ),
        (
            {**changed(INT, "coder: ab", "codr: ab"), SECOND: None},
            without("int x1 guidance/seats", "int x2 guidance/papers", "int by cd"),
            ["evidence/north/int.yaml: the whole source (1 error)."],
        ),
        (
            {INT: "source: 'int\n", SECOND: None},
            without("int x1 guidance/seats", "int x2 guidance/papers", "int by cd"),
            ["evidence/north/int.yaml: the whole source (1 error)."],
        ),
        (changed(INT, "asked: [seats]", "asked: [seets]"), ALL, ["this entry"]),
        (
            changed(POLICY, "modality: must", "modality: shall"),
            ["int x2 " if one.startswith("int x2") else one for one in without("guidance/papers")],
            [
                "evidence/north/int.cd.yaml: this code (1 error).",
                "evidence/north/int.yaml: this code (1 error).",
                "policies/guidance.yaml: imperative papers (1 error).",
            ],
        ),
        (
            {POLICY: "policy: 'guidance\n", **dict.fromkeys((SECOND, SIGNOFF))},
            ["lsp north", "int x1 ", "int x2 ", "survey q1 "],
            ["policies/guidance.yaml: the whole policy (1 error)."],
        ),
        (changed(SIGNOFF, "seats", "seets"), without("signed guidance/seats"), ["this entry"]),
        (changed(SECOND, "x2: {papers", "x3: {papers"), ALL, ["this code"]),
        (
            changed(LSP, "kind: lsp", "kind: lps"),
            ["policy guidance", "guidance/seats", "guidance/papers"],
            ["evidence/north/lsp.yaml: the whole partnership (1 error)."],
        ),
    ],
)
def test_the_smallest_thing_is_left_out(
    tmp_path: Path, files: Files, kept: list[str], told: list[str]
) -> None:
    corpus, found = loaded(tmp_path, files)
    assert named(corpus) == kept
    sentences = left_out(found)
    for one in told:
        assert any(one in sentence for sentence in sentences), sentences


BROKEN = ["", "# nothing", "a: 'b", "- a", "\t", "[" * 99, "a: b", "source: int\nsource: int"]


@pytest.mark.parametrize("typed", [*BROKEN, b"\xff\xfe", b"\x00"], ids=repr)
@pytest.mark.parametrize("folder", ["policies", "evidence/north", "evidence/national"])
def test_a_bad_file_never_hides_a_good_one(tmp_path: Path, folder: str, typed: str | bytes) -> None:
    corpus, found = loaded(tmp_path, {f"{folder}/bad.yaml": typed})
    assert named(corpus) == ALL
    assert {one.location.path for one in found} == {f"{folder}/bad.yaml"}
    assert left_out(found)[0].startswith(f"{folder}/bad.yaml: the whole ")


@given(data=st.binary(max_size=60), place=st.sampled_from(sorted(SOUND)))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_in_any_file(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, place: str
) -> None:
    corpus, found = loaded(tmp_path_factory.mktemp("study"), {place: data})
    assert any(one.location.path == place for one in found)
    untouched = {POLICY, LSP, INT} - {place}
    assert ("policy guidance" in named(corpus)) is (POLICY in untouched)
    assert ("lsp north" in named(corpus)) is (LSP in untouched)


def test_the_order_of_files_is_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    south = {
        path.replace("north", "south"): str(typed).replace("lsp: north", "lsp: south")
        for path, typed in SOUND.items()
        if "north" in path
    }
    odd: Files = {
        "policies/a.yaml": SOUND[POLICY],
        "evidence/north/notes.txt": "a",
        "evidence/north/bad.yaml": "a: 'b",
        "evidence/national/doc.yaml": "source: other\n",
    }
    write(tmp_path, {**SOUND, **south, **odd})
    first = loaded(tmp_path)
    assert loaded(tmp_path) == first
    assert len(first[1]) > 10
    listed = Path.iterdir
    for seed in range(5):

        def shuffled(path: Path, seed: int = seed) -> Iterator[Path]:
            entries = sorted(listed(path))
            random.Random(seed).shuffle(entries)
            return iter(entries)

        monkeypatch.setattr(Path, "iterdir", shuffled)
        assert loaded(tmp_path) == first


VOCABULARY = """\
study: a
consent_forms: {v2: {}}
sectors: {fire: Fire and rescue, vcs: VCSE}
kinds: {forum: Forum}
tiers: {regional: Region}
tensions: {town-country: Town against country}
barriers: {late papers: practice}
"""


def test_a_studys_own_words_are_known(tmp_path: Path) -> None:
    files: Files = {
        SETTINGS: VOCABULARY,
        LSP: "lsp: north\nname: N\nkind: forum\nnation: wales\nmembers: {fire: 2}\n"
        "partnerships: [{id: board, tier: regional}]\n",
        **changed(INT, "memo: fine", "tensions: [town-country]"),
        "evidence/north/doc.yaml": "source: doc\nkind: document\ndate: 2004\nauthor: fire\n"
        "excerpts:\n"
        "  - {id: x1, text: a, codes: [{imperative: seats, stance: partly, tier: regional}]}\n",
        "policies/fire.yaml": str(SOUND[POLICY])
        .replace("policy: guidance", "policy: fire")
        .replace("actor: council", "actor: fire\n            tier: regional")
        .replace("id: seats", "id: hoses\n            applies_to: {kinds: [forum]}")
        .replace("id: papers", "id: ladders"),
    }
    corpus, found = loaded(tmp_path, files)
    assert found == ()
    words = corpus.settings.vocabulary
    assert (words.sectors["vcs"], words.sectors["fire"]) == ("VCSE", "Fire and rescue")
    assert next(iter(words.sectors)) == "vcs"
    assert words.tiers["regional"] == "Region"
    assert words.kinds["forum"] == "Forum"
    assert words.tensions["town-country"] == "Town against country"
    assert dict(words.barriers) == {"late papers": "practice"}
    assert corpus.partnerships[0].bodies[0].tier == "regional"


def test_words_that_are_not_the_studys_are_unknown(tmp_path: Path) -> None:
    assert "unknown-kind" in said(tmp_path, changed(LSP, "kind: lsp", "kind: forum"))[1]


def test_everything_that_is_typed_arrives(tmp_path: Path) -> None:
    typed = """\
        source: int
        kind: focus-group
        date: 2004-05
        speakers:
          - {id: P1, sector: vcs, role: a, tier: thematic, partnership: board, attributes: {y: 04}}
          - id: P2
            sector: council
            role: clerk
            partnership: board
            consent: {quote: none, embargo_until: 2006}
        coder: ab
        words: notes
        language: cy
        consent: {archive: true, embargo_until: 2005-01-01, quote: named}
        transcript: transcripts/int.txt
        citation: "Title: a"
        asked: [seats, guidance/seats, papers]
        memo: x
        excerpts:
          - id: x1
            speaker: P2
            at: "00:14:20"
            about: 2003
            text: |

              One
              two

            translation: "  Un  "
            codes:
              - imperative: guidance/seats
                stance: absent
                basis: hearsay
                rung: adopted
                tier: delivery
                indicator: vote
                memo: m
                agreed: {by: both, on: 2004-06-01}
            themes: [a, b]
            barriers: [c]
            enablers: [d]
            tensions: [local-strategic]
            cmo: {context: e, outcome: f}
            memo: g
            cleared: true
            ignore: [{rule: long-quote, reason: h}]
          - {id: x2, speaker: P1, text: A}
        """
    corpus, found = loaded(tmp_path, {INT: typed, SECOND: None})
    assert found == ()
    source = next(one for one in corpus.sources if one.id == "int")
    assert source.kind is SourceKind.FOCUS_GROUP
    assert (source.words, source.language, source.coder) == (Words.NOTES, "cy", "ab")
    assert (source.transcript, source.citation) == ("transcripts/int.txt", "Title: a")
    assert source.asked == ("guidance/seats", "guidance/papers")
    assert str(source.location) == "evidence/north/int.yaml:1"
    early, late = PartialDate.parse("2005-01-01"), PartialDate.parse("2006")
    own = Consent(archive=True, quote=QuoteConsent.NAMED, embargo_until=(early,))
    assert source.consent == own
    first, second = source.speakers
    assert (first.consent, first.tier, first.attributes) == (own, "thematic", (("y", "04"),))
    assert second.tier == "strategic"
    assert second.consent == Consent(quote=QuoteConsent.NONE, embargo_until=(early, late))
    excerpt, unreviewed = source.excerpts
    assert (excerpt.text, excerpt.translation, excerpt.at) == ("One\ntwo", "Un", "00:14:20")
    assert excerpt.about == PartialDate.parse("2003")
    assert excerpt.realist == Realist(context="e", outcome="f")
    assert (excerpt.themes, excerpt.barriers, excerpt.enablers) == (("a", "b"), ("c",), ("d",))
    assert (excerpt.cleared, excerpt.ignores[0].reason) == (True, "h")
    assert unreviewed.codes is None
    assert excerpt.codes is not None
    code = excerpt.codes[0]
    assert (code.stance, code.rung, code.tier) == (Stance.ABSENT, Rung.ADOPTED, "delivery")
    assert (code.agreed_by, str(code.agreed_on)) == ("both", "2004-06-01")
    survey = next(one for one in corpus.sources if one.id == "survey")
    assert (survey.respondents, survey.population) == ("vcs", 40)
    assert survey.excerpts[0].codes is not None
    assert survey.excerpts[0].codes[0].share == Share(19, 38, None)
    assert SURVEY.endswith("survey.yaml")


def test_codes_of_none_are_not_codes_left_out(tmp_path: Path) -> None:
    corpus, _ = loaded(tmp_path, changed(INT, "{papers: absent}", "[]"))
    assert [one.codes for one in corpus.sources[0].excerpts][1] == ()


def test_the_settings_arrive(tmp_path: Path) -> None:
    typed = """\
        study: T
        question: Q
        region: R
        period: P
        limits: [a, "b: c"]
        thresholds: {survey_cuts: [12.5, 80], stale_after_years: 5, small_cell: 4}
        double_coded: true
        consent_forms: {v2: {quote: none, analysis: false, withdrawn: true}}
        ethics:
          approval: A
          reidentification_review: {by: B, on: 2006-01-01}
          retention_until: 2030
        methods: {duration: An hour, gender: , known_of_interviewer: "no"}
        severities: {long-quote: off, missing-key: warning}
        places: places.txt
        import: {a: {b: [1]}}
        """
    corpus, _ = loaded(tmp_path, {SETTINGS: typed})
    held = corpus.settings
    assert (held.title, held.question, held.region, held.period) == ("T", "Q", "R", "P")
    assert held.limits == ("a", "b: c")
    cuts = held.thresholds
    assert (cuts.absent_at, cuts.happens_at, cuts.stale_after_years, cuts.small_cell) == (
        12.5,
        80,
        5,
        4,
    )
    assert held.double_coded
    assert dict(held.consent_forms) == {
        "v2": Consent(analysis=False, quote=QuoteConsent.NONE, withdrawn=True)
    }
    assert (held.ethics.approval, held.ethics.reviewed_on) == ("A", "2006-01-01")
    # An entry that is wrong is left out alone.
    assert held.methods == {Topic.DURATION: "An hour", Topic.KNOWN_OF_INTERVIEWER: "no"}
    assert [(one.rule, one.severity, one.path) for one in held.severities] == [
        ("long-quote", "off", ""),
        ("missing-key", "warning", ""),
    ]


@pytest.mark.parametrize("typed", [None, "", "a", "study: 'a"])
def test_without_settings_the_defaults_hold(tmp_path: Path, typed: str | None) -> None:
    corpus, _ = loaded(tmp_path, {SETTINGS: typed})
    assert corpus.settings == Settings(title=tmp_path.name)


def test_one_wrong_entry_spares_the_others(tmp_path: Path) -> None:
    typed = "question: Q\nlimits: a\nthresholds: {survey_cuts: [90, 10]}\ndouble_coded: true\n"
    corpus, found = loaded(tmp_path, {SETTINGS: typed, INT: None, SECOND: None})
    assert [one.rule for one in found] == ["missing-key", "wrong-type", "impossible-threshold"]
    assert (corpus.settings.title, corpus.settings.question) == (tmp_path.name, "Q")
    assert (corpus.settings.limits, corpus.settings.double_coded) == ((), True)
    assert corpus.settings.thresholds == Settings().thresholds


def test_where_the_study_is(tmp_path: Path) -> None:
    write(tmp_path)
    for start in (tmp_path, tmp_path / "policies", tmp_path / "evidence" / "north"):
        assert find_study(start) == tmp_path.resolve()
    (tmp_path / SETTINGS).unlink()
    assert find_study(tmp_path / "evidence" / "north") == tmp_path.resolve()
    (tmp_path / POLICY).unlink()
    (tmp_path / "policies").rmdir()
    with pytest.raises(NoStudy, match=r"^No study in .*/evidence or above it\.$"):
        find_study(tmp_path / "evidence")
