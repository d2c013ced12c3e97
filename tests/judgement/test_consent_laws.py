"""Laws of consent: what it shuts out weighs nothing, and what it holds back is never shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from gapcheck.assess.run import assess
from gapcheck.model.choices import Exclusion, QuoteConsent, SourceKind
from gapcheck.model.corpus import Corpus
from gapcheck.model.finding import Finding, Statement
from gapcheck.model.report import PartnershipReport
from gapcheck.model.study import Consent, Excerpt, Realist, Source
from gapcheck.publish.disclosure import Disclosure
from gapcheck.publish.run import public

from .builders import (
    HERE,
    TODAY,
    a_code,
    a_corpus,
    a_source,
    a_speaker,
    an_excerpt,
    an_imperative,
    said_in_a_source,
)
from .oracle import STANCES, Said
from .strategies import SHUT, as_at_days, judged, modest, sources, studies, with_sources

CONSENT = {Exclusion.WITHDRAWN, Exclusion.REFUSED, Exclusion.EMBARGOED}


def finding_without(finding: Finding, source: str) -> Finding:
    """The finding with one source taken off its list of statements."""
    kept = tuple(each for each in finding.statements if each.source != source)
    return replace(finding, statements=kept)


def part_without(part: PartnershipReport, source: str) -> PartnershipReport:
    """The partnership's part of a report with one source taken off its lists."""
    cells = [
        replace(cell, withheld=tuple(each for each in cell.withheld if each != source))
        for cell in part.heard
    ]
    return replace(
        part,
        sources=tuple(each for each in part.sources if each.id != source),
        heard=tuple(cell for cell in cells if cell.sources or cell.withheld),
    )


@modest
@given(study=studies(), data=st.data(), as_at=as_at_days)
def test_a_source_that_consent_excludes_changes_only_the_list_of_exclusions(
    study: Corpus, data: st.DataObject, as_at: date | None
) -> None:
    (policy,) = study.policies
    extra = data.draw(sources("zz", policy.imperatives, consent=st.sampled_from(SHUT)))
    before = judged(study, as_at)
    after = judged(with_sources(study, [*study.sources, extra]), as_at)
    local = [each for each in after.findings if each.partnership.id == HERE]
    listed = [each for finding in local for each in finding.statements if each.source == "zz"]
    assert all(each.excluded in CONSENT for each in listed)
    # How many consent shuts out is counted, and nothing else of them.
    assert after.methods is not None
    assert before.methods is not None
    sample = replace(after.methods.sample, shut_out=before.methods.sample.shut_out)
    assert replace(after.methods, sample=sample) == before.methods
    assert (
        replace(
            after,
            methods=before.methods,
            findings=tuple(
                finding_without(each, "zz") if each.partnership.id == HERE else each
                for each in after.findings
            ),
            partnerships=tuple(
                part_without(each, "zz") if each.partnership.id == HERE else each
                for each in after.partnerships
            ),
        )
        == before
    )


@modest
@given(shut=st.sampled_from(SHUT), said=st.sampled_from(STANCES))
def test_an_excluded_statement_is_listed_with_its_reason_and_without_its_stance(
    shut: Consent, said: str
) -> None:
    ask = an_imperative("ask-0")
    source = a_source(
        "s1",
        SourceKind.INTERVIEW,
        [an_excerpt("x1", [a_code(ask, said)])],
        speakers=(a_speaker("P1", "council", consent=shut),),
        consent=shut,
    )
    (finding,) = judged(a_corpus([ask], [source])).findings
    (listed,) = finding.statements
    assert listed.excluded in CONSENT
    assert listed.why_excluded
    assert (listed.stance, listed.quote, listed.practice) == (None, None, None)


# Words that nobody may read


MARKER = "zzmarker"


def planted(source: Source, excerpt: Excerpt) -> Excerpt:
    """The excerpt with the marker in everything that its speaker's consent keeps back."""
    named = [each for each in source.speakers if excerpt.speaker in {None, each.id}]
    consent = named[0].consent if named else source.consent
    words = replace(excerpt, text=f"{MARKER} said", translation=f"{MARKER} translated")
    if consent in SHUT:
        return replace(
            words,
            memo=MARKER,
            themes=(MARKER,),
            barriers=(MARKER,),
            enablers=(MARKER,),
            tensions=(MARKER,),
            realist=Realist(context=MARKER, mechanism=MARKER, outcome=MARKER),
            codes=tuple(replace(each, memo=MARKER) for each in excerpt.codes or ()),
        )
    return words if consent.quote is QuoteConsent.NONE else excerpt


def marked(study: Corpus) -> Corpus:
    """The study with the marker wherever consent forbids to show what stands there."""
    return replace(
        study,
        sources=tuple(
            replace(source, excerpts=tuple(planted(source, excerpt) for excerpt in source.excerpts))
            for source in study.sources
        ),
    )


@modest
@given(study=studies(), coarsen=st.booleans(), as_at=as_at_days)
def test_words_that_consent_does_not_cover_are_nowhere_in_the_report(
    study: Corpus, coarsen: bool, as_at: date | None
) -> None:
    report = assess(marked(study), today=TODAY, as_at=as_at)
    assert MARKER not in repr(report)
    assert MARKER not in repr(public(report, Disclosure(coarsen=coarsen)))


def test_the_marker_is_seen_where_words_may_be_shown() -> None:
    ask = an_imperative("ask-0")
    said = Said("happens", None, None, "vcs", None, "interview", "P1")
    source = said_in_a_source(said, "s1", [ask])
    (excerpt,) = source.excerpts
    open_words = replace(source, excerpts=(replace(excerpt, text=MARKER, barriers=(MARKER,)),))
    (finding,) = judged(a_corpus([ask], [open_words])).findings
    assert [each.quote for each in finding.statements] == [MARKER]
    assert [each.name for each in finding.barriers] == [MARKER]


def test_a_deciding_statement_still_counts_where_its_words_are_held_back() -> None:
    ask = an_imperative("ask-0")
    said = Said("happens", None, None, "vcs", None, "interview", "P1")
    source = said_in_a_source(said, "s1", [ask])
    held_back = Consent(quote=QuoteConsent.NONE)
    quiet = replace(
        source,
        consent=held_back,
        speakers=tuple(replace(each, consent=held_back) for each in source.speakers),
    )
    statements: list[Statement] = []
    for each in (source, quiet):
        (finding,) = judged(a_corpus([ask], [each])).findings
        statements.extend(finding.statements)
    shown, hidden = statements
    assert hidden == replace(shown, quote=None)
