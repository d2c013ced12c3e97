"""Laws that hold of every study, whatever it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from gapcheck.assess.rules import RULES
from gapcheck.assess.run import assess
from gapcheck.model.choices import Rung, Verdict
from gapcheck.model.corpus import Corpus
from gapcheck.model.dates import PartialDate
from gapcheck.model.finding import Finding
from gapcheck.model.study import Code, Excerpt, Source

from .builders import TODAY, a_corpus, an_imperative, said_in_a_source
from .oracle import RUNGS, STANCES, TABLE, TIERS, Said
from .strategies import as_at_days, judged, modest, sources, studies, with_sources

AS_AT = date(2005, 12, 31)

# Order


@modest
@given(study=studies(), data=st.data(), as_at=as_at_days)
def test_the_order_of_sources_and_excerpts_changes_nothing(
    study: Corpus, data: st.DataObject, as_at: date | None
) -> None:
    shuffled = [
        replace(source, excerpts=tuple(data.draw(st.permutations(source.excerpts))))
        for source in data.draw(st.permutations(study.sources))
    ]
    assert judged(replace(study, sources=tuple(shuffled)), as_at) == judged(study, as_at)


# Repetition


def said_again(source: Source, excerpt: Excerpt, code: Code) -> Source:
    """The source with one of its codes given once more, to another excerpt of the same voice."""
    again = replace(excerpt, id="x9", codes=(code,), barriers=())
    return replace(source, excerpts=(*source.excerpts, again))


def weighed(finding: Finding) -> tuple[object, ...]:
    """What repetition may not change: the verdict, every position and count, the confidence."""
    return (
        finding.rule,
        finding.verdict,
        finding.confidence,
        finding.sectors,
        finding.voice_views,
        finding.tiers,
        finding.tier_pattern,
        finding.rungs,
        finding.fragile,
        finding.voices,
    )


@modest
@given(study=studies(), data=st.data())
def test_saying_it_again_changes_no_verdict_no_position_and_no_confidence(
    study: Corpus, data: st.DataObject
) -> None:
    chances = [
        (source, excerpt, code)
        for source in study.sources
        for excerpt in source.excerpts
        for code in excerpt.codes or ()
    ]
    if not chances:
        return
    source, excerpt, code = data.draw(st.sampled_from(chances))
    others = [each for each in study.sources if each is not source]
    louder = with_sources(study, [*others, said_again(source, excerpt, code)])
    for before, after in zip(judged(study).findings, judged(louder).findings, strict=True):
        assert weighed(after) == weighed(before)


# One more sector that does it


silent_rest = st.builds(
    Said,
    stance=st.sampled_from(STANCES),
    basis=st.sampled_from(("claim", "hearsay")),
    rung=st.none() | st.sampled_from(RUNGS),
    sector=st.sampled_from(("council", "vcs")),
    tier=st.none() | st.sampled_from(TIERS),
    kind=st.sampled_from(("interview", "document", "evaluation")),
    voice=st.just("P1"),
)
doing = st.builds(
    Said,
    stance=st.just("happens"),
    basis=st.sampled_from(("first-hand", "record")),
    rung=st.just("effective"),
    sector=st.sampled_from(("council", "vcs")),
    tier=st.none() | st.sampled_from(TIERS),
    kind=st.sampled_from(("interview", "survey")),
    voice=st.sampled_from(("P1", "P2")),
)


@modest
@given(
    told=st.lists(doing | silent_rest, max_size=4),
    demanded=st.sampled_from(Rung),
    sector=st.sampled_from(("police", "health")),
    tier=st.none() | st.sampled_from(TIERS),
    actors=st.sampled_from((("council",), ("partnership",), ("police",))),
)
def test_another_sector_that_does_it_never_takes_translated_away(
    told: list[Said],
    demanded: Rung,
    sector: str,
    tier: str | None,
    actors: tuple[str, ...],
) -> None:
    ask = an_imperative("ask-0", demands=demanded, actors=actors, beneficiaries=("vcs",))
    # The first two make `translated` certain: two voices, one of them never obliged.
    sure = [
        Said("happens", "first-hand", demanded.value, "vcs", None, "interview", "P8"),
        Said("happens", "first-hand", demanded.value, "audit", None, "interview", "P9"),
    ]
    others = [one._replace(voice=f"{one.voice}-{one.sector}") for one in told]
    study = a_corpus(
        [ask], [said_in_a_source(one, f"s{n}", [ask]) for n, one in enumerate([*sure, *others])]
    )
    new = Said("happens", "first-hand", demanded.value, sector, tier, "interview", "P10")
    more = with_sources(study, [*study.sources, said_in_a_source(new, "zz", [ask])])
    assert [each.verdict for each in judged(study).findings] == [Verdict.TRANSLATED]
    assert [each.verdict for each in judged(more).findings] == [Verdict.TRANSLATED]


# Fragility


def verdict_without(study: Corpus, finding: Finding, source: Source) -> Verdict:
    """The verdict on the same day with one source deleted from the study."""
    kept = [each for each in study.sources if each is not source]
    assert not isinstance(finding.as_at, PartialDate)
    report = judged(with_sources(study, kept), finding.as_at)
    cell = (finding.imperative.name, finding.partnership.id)
    (again,) = [
        each for each in report.findings if (each.imperative.name, each.partnership.id) == cell
    ]
    return again.verdict


@modest
@given(study=studies(most=4), as_at=as_at_days)
def test_fragility_names_exactly_the_sources_whose_deletion_changes_the_verdict(
    study: Corpus, as_at: date | None
) -> None:
    for finding in judged(study, as_at).findings:
        if finding.confidence is None:
            assert finding.fragile == ()
            continue
        local = [each for each in study.sources if each.lsp == finding.partnership.id]
        without = {each.id: verdict_without(study, finding, each) for each in local}
        changed = {
            name: verdict
            for name, verdict in without.items()
            # Fragility judges in the same scope; a deletion may end it, which is not its matter.
            if verdict not in {finding.verdict, Verdict.NOT_APPLICABLE}
        }
        named = {each.without: each.verdict for each in finding.fragile}
        in_scope = {name for name in named if without[name or ""] is not Verdict.NOT_APPLICABLE}
        assert {name: named[name] for name in in_scope} == changed


# What does not matter to a finding


@modest
@given(study=studies())
def test_a_partnership_alone_is_judged_as_it_is_among_others(study: Corpus) -> None:
    together = judged(study, AS_AT).findings
    for place in study.partnerships:
        alone = assess(study, today=TODAY, as_at=AS_AT, lsps=(place.id,))
        # Its years are told only where it stands alone.
        found = tuple(replace(each, waves=()) for each in alone.findings)
        assert found == tuple(each for each in together if each.partnership == place)
        assert all(each.waves[-1].verdict is each.verdict for each in alone.findings if each.waves)
        assert not alone.whole_study


@modest
@given(study=studies(), data=st.data(), as_at=as_at_days)
def test_a_national_source_is_shown_beside_findings_and_changes_nothing_else(
    study: Corpus, data: st.DataObject, as_at: date | None
) -> None:
    (policy,) = study.policies
    national = data.draw(sources("zz", policy.imperatives, "national"))
    report = judged(replace(study, background=(national,)), as_at)
    findings = tuple(replace(each, background=()) for each in report.findings)
    assert replace(report, findings=findings) == judged(study, as_at)


# The working


@modest
@given(study=studies(), as_at=as_at_days)
def test_every_finding_shows_all_thirteen_rules_and_the_one_that_fired(
    study: Corpus, as_at: date | None
) -> None:
    verdicts = {rule.name: rule.verdict for rule in RULES}
    for finding in judged(study, as_at).findings:
        assert [each.rule for each in finding.tried] == list(verdicts)
        assert [each.rule for each in finding.tried if each.fired] == [finding.rule]
        assert verdicts[finding.rule] is finding.verdict
        reached = finding.tried[: list(verdicts).index(finding.rule) + 1]
        assert all(each.why for each in reached)


def test_the_programs_rules_are_the_pages_in_their_order() -> None:
    page = [(rule, verdict) for rule, verdict, *_ in TABLE]
    assert [(rule.name, rule.verdict) for rule in RULES] == [
        ("out-of-scope", "not_applicable"),
        *page,
    ]
