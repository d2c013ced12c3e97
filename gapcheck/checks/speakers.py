"""One speaker has two sectors in the sources of one partnership.

A speaker's id is one voice, however many of the partnership's sources it speaks in. Where the
same id stands for two sectors, either somebody changed jobs, which a note should say, or two
people were given one id.

Give two people two ids. Where one person changed sides, set the rule `off` for that path under
`severities:` in gapcheck.yaml, and say in a memo what happened.

Wrong:

    # evidence/north/int.yaml
    speaker: {id: P03, sector: vcs, role: officer}
    # evidence/north/two.yaml
    source: two
    kind: interview
    date: 2005-01-20
    speaker: {id: P03, sector: council, role: officer}
    consent: {quote: anonymised}
    excerpts: [{id: x1, text: Papers go out ten days before each meeting.}]

Right:

    # evidence/north/int.yaml
    speaker: {id: P03, sector: vcs, role: officer}
    # evidence/north/two.yaml
    source: two
    kind: interview
    date: 2005-01-20
    speaker: {id: P04, sector: council, role: officer}
    consent: {quote: anonymised}
    excerpts: [{id: x1, text: Papers go out ten days before each meeting.}]
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.asking import Asking
from gapcheck.diagnostic import Diagnostic, Related, Severity
from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Source

RULE = "changing-speaker"


def check(corpus: Corpus, _asking: Asking) -> Iterator[Diagnostic]:
    """Find speakers of several single interviews whose sector differs."""
    first: dict[tuple[str, str], Source] = {}
    for source in corpus.sources:
        if len(source.speakers) != 1:
            continue
        speaker = source.speakers[0]
        earlier = first.setdefault((source.lsp, speaker.id), source)
        sector = earlier.speakers[0].sector
        if sector != speaker.sector:
            yield Diagnostic(
                source.location,
                Severity.WARNING,
                RULE,
                f"{speaker.id} speaks for {speaker.sector} here and for {sector} in {earlier.id}",
                "If these are two people, give each an id; if one, say so in a memo.",
                (Related(earlier.location, "the other source"),),
            )
