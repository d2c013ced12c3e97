"""What a plan says one more voice could change is what the whole run says once it is heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from gapcheck.assess.hypothetical import chances
from gapcheck.assess.planning import plan
from gapcheck.assess.run import assess, fieldworks
from gapcheck.model.choices import Basis, SourceKind
from gapcheck.model.corpus import Corpus
from gapcheck.model.finding import Finding
from gapcheck.model.plan import Chance, Kind, Plan

from .builders import TODAY, a_code, a_source, a_speaker, an_excerpt, day
from .strategies import as_at_days, modest, studies, with_sources


def heard(study: Corpus, finding: Finding, kind: Kind, chance: Chance) -> Corpus:
    """The study with a real interview in which a new person says it, on the as-at day."""
    code = replace(
        a_code(finding.imperative, chance.stance.value),
        basis=Basis.FIRST_HAND,
        rung=finding.imperative.demands,
    )
    more = a_source(
        "zz-one-more",
        SourceKind.INTERVIEW,
        [an_excerpt("x1", [code], about=day("2001-06"))],
        speakers=(a_speaker("P-one-more", *kind),),
        lsp=finding.partnership.id,
        when=str(finding.as_at),
    )
    return with_sources(study, (*study.sources, more))


def free_of_time(study: Corpus) -> Corpus:
    """The study without days by which something is due, or ends: what is said now counts."""
    (own,) = study.policies
    asks = tuple(
        replace(each, due=None, in_force=replace(each.in_force, end=None))
        for each in own.imperatives
    )
    return replace(study, policies=(replace(own, imperatives=asks),))


@settings(modest, max_examples=40)
@given(study=studies(), as_at=as_at_days)
def test_one_more_voice_changes_what_it_is_said_to_change(
    study: Corpus, as_at: date | None
) -> None:
    study = free_of_time(study)
    lsp = study.partnerships[0].id
    report = assess(study, today=TODAY, as_at=as_at, lsps=(lsp,))
    (work,) = fieldworks(study, TODAY, as_at, (lsp,))
    for finding in report.findings:
        if not isinstance(finding.as_at, date) or finding.reason:
            continue
        for kind in (("council", "strategic"), ("vcs", None)):
            for chance in chances(work, finding, kind):
                other = assess(
                    heard(study, finding, kind, chance),
                    today=TODAY,
                    as_at=finding.as_at,
                    lsps=(lsp,),
                )
                (again,) = [
                    each for each in other.findings if each.imperative == finding.imperative
                ]
                assert again.verdict is chance.verdict


def voices(found: Plan, finding: Finding) -> list[str]:
    return [
        one.sector for one in found.conversations for each in one.counted if each.finding == finding
    ]


@settings(modest, max_examples=50)
@given(study=studies(), as_at=as_at_days)
def test_every_doubt_with_somebody_to_ask_has_its_voices(study: Corpus, as_at: date | None) -> None:
    lsp = study.partnerships[0].id
    found = plan(study, lsp, today=TODAY, as_at=as_at)
    assert found == plan(study, lsp, today=TODAY, as_at=as_at)
    for finding in found.doubtful:
        seen = voices(found, finding)
        asked = {ask.sector for ask in finding.ask_next}
        assert len(seen) == len(set(seen)) <= 2
        assert set(seen) <= asked
        assert bool(seen) is bool(asked)
    assert all(one.counted for one in found.conversations)
