"""So few people fit what is shown of a speaker that they can be recognised.

A report shows a speaker's sector, role, tier and year. Where a partnership has fewer than three
members of that sector (`small_cell` under `thresholds:` says how many), or, where `members:` of
lsp.yaml does not say, fewer than three speakers of it were heard, anybody who knows the place
knows who spoke, whatever the pseudonym. Who agreed to be named (`quote: named`) is not meant, nor
is anybody in an invented partnership. For the public this is an error, and without `--coarsen`,
which leaves role and tier of every speaker out, there is no report for it.

Give the numbers under `members:` where they are larger. Otherwise put the speaker under a wider
sector and a wider role, ask whether they agree to be named, or decide to live with it and say so
under `severities:`, with the reason in a comment.

Wrong:

    # evidence/north/lsp.yaml
    members: {vcs: 1}

Right:

    # evidence/north/lsp.yaml
    members: {vcs: 6}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gapcheck.checks.asking import Asking
from gapcheck.diagnostic import Diagnostic
from gapcheck.model.choices import QuoteConsent
from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Source, Speaker

RULE = "recognisable-speaker"


def check(corpus: Corpus, asking: Asking) -> Iterator[Diagnostic]:
    """Find, once each, the speakers whose sector has too few people to hide among."""
    homes = {one.id: one for one in corpus.partnerships if not one.illustrative}
    sizes = sizes_of_sectors(corpus)
    least = corpus.settings.thresholds.small_cell
    told: set[tuple[str, str]] = set()
    for source in corpus.sources:
        for speaker in source.speakers if source.lsp in homes else ():
            members = dict(homes[source.lsp].members).get(speaker.sector)
            size = sizes[source.lsp][speaker.sector]
            if size < least and not _agreed(speaker) and (source.lsp, speaker.id) not in told:
                told.add((source.lsp, speaker.id))
                yield _diagnostic(source, speaker, size, members is not None, asking)


def sizes_of_sectors(corpus: Corpus) -> Mapping[str, Mapping[str, int]]:
    """By partnership, how many people each sector has that somebody speaks for.

    Its members, or where those are not given those who spoke.
    """
    members = {one.id: dict(one.members) for one in corpus.partnerships}
    heard: dict[str, dict[str, set[str]]] = {}
    for source in corpus.sources:
        for speaker in source.speakers:
            own = heard.setdefault(source.lsp, {})
            own.setdefault(speaker.sector, set()).add(speaker.id)
    return {
        lsp: {sector: members[lsp].get(sector, len(who)) for sector, who in sectors.items()}
        for lsp, sectors in heard.items()
        if lsp in members
    }


def _agreed(speaker: Speaker) -> bool:
    """Whether nothing is left to recognise: they agreed to be named, or took it all back."""
    return speaker.consent.quote is QuoteConsent.NAMED or speaker.consent.withdrawn


def _diagnostic(
    source: Source, speaker: Speaker, size: int, known: bool, asking: Asking
) -> Diagnostic:
    people = "person" if size == 1 else "people"
    message = f"{speaker.id} is one of {size} {people} of the sector {speaker.sector}"
    advice = "So few are easy to recognise."
    if not known:
        message += " heard"
        advice = "`members:` of lsp.yaml can say that there are more, to hide among."
    rest = f"`gapcheck rules {RULE}` says what else to do."
    where = f"{message} in {source.lsp}"
    return Diagnostic(source.location, asking.graver, RULE, where, f"{advice} {rest}")
