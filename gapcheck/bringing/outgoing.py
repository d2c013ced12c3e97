"""What of a study may leave it for another program, and why the rest may not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from gapcheck.assess.admissible import consent_exclusion, promises
from gapcheck.exporters.kinds import Study
from gapcheck.exporters.selected import What, Why, selected
from gapcheck.interchange.ledger import Ledger
from gapcheck.load.choose import choose, folders
from gapcheck.load.study import load_study
from gapcheck.model.choices import Exclusion, QuoteConsent
from gapcheck.model.study import Excerpt, Source

_REASONS = {
    Exclusion.WITHDRAWN: "Consent was withdrawn.",
    Exclusion.REFUSED: "Consent does not cover analysis.",
    Exclusion.EMBARGOED: "They are under embargo.",
}
_NOT_SHOWN = "Their words may be shown to nobody."


def outgoing(root: Path, names: Sequence[str], today: date, ledger: Ledger) -> Study:
    """The study in `root`, or its partnerships called so, with what of it may leave today.

    UnknownName where one is not known.
    """
    corpus, _ = load_study(root, folders(root, names))
    wanted = choose(corpus, names)
    if wanted:
        corpus = replace(
            corpus,
            partnerships=tuple(one for one in corpus.partnerships if one.id in wanted),
            sources=tuple(one for one in corpus.sources if one.lsp in wanted),
            background=(),
        )
    why = why_not(today)
    return Study(corpus, selected(corpus, wanted, why, ledger), why)


def why_not(today: date) -> Why:
    """Why a source, or one of its excerpts, may not leave on this day."""

    def why(source: Source, what: What) -> str:
        speaker = source.speaker_of(what) if isinstance(what, Excerpt) else what
        consents = promises(source, speaker)
        found = consent_exclusion(consents, today)
        if found is not None:
            return _REASONS[found]
        hidden = any(one.quote is QuoteConsent.NONE for one in consents)
        return _NOT_SHOWN if hidden and isinstance(what, Excerpt) else ""

    return why
