"""From a study to a sitting: which excerpts wait, and what the coder sees beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from gapcheck.analysis import Prepared
from gapcheck.model.study import Partnership
from gapcheck.reports.phrases import joined
from gapcheck.reports.sentences import invented
from gapcheck.review.around import context_of
from gapcheck.review.card import cards
from gapcheck.review.pile import Pile
from gapcheck.review.sitting import Sitting
from gapcheck.review.turns import Opening, Turns


def turns_of(root: Path, prepared: Prepared, coder: str = "") -> Turns:
    """A sitting over all that waits in what was prepared."""
    corpus, matching = prepared.corpus, prepared.matching
    imperatives = {one.name: one for policy in corpus.policies for one in policy.imperatives}
    found = cards(prepared.given, matching, imperatives)
    here = {one.id for one in matching.partnerships}
    own = [one for one in prepared.given if one.source.lsp in here]
    said = ((one.id, invented([one])) for one in matching.partnerships)
    excerpts = [one for source in corpus.sources for one in source.excerpts]
    opening = Opening(
        title=_title(matching.partnerships),
        settings=corpus.settings,
        reviewed=sum(one.excerpt.codes is not None for one in own),
        invented=tuple((name, sentence) for name, sentence in said if sentence),
        calibrated=matching.calibration is not None,
        barriers=_known((one.barriers for one in excerpts), corpus.settings.vocabulary.barriers),
        enablers=_known((one.enablers for one in excerpts), ()),
    )
    sitting = Sitting(root, coder)
    return Turns(sitting, Pile.of(found), opening, lambda card: context_of(card, sitting.shelf))


def _title(partnerships: Iterable[Partnership]) -> str:
    names = [one.name for one in partnerships]
    return joined(names) if len(names) <= 2 else f"{len(names)} partnerships"


def _known(typed: Iterable[Iterable[str]], listed: Iterable[str]) -> tuple[str, ...]:
    """Words that coders used so far, the commonest first, and those that the study lists."""
    uses = Counter(word for words in typed for word in words)
    often = sorted(uses, key=lambda word: (-uses[word], word))
    return tuple(dict.fromkeys((*often, *sorted(listed))))
