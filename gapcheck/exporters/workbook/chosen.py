"""The sheets that are there to be chosen from and read: lists, and what is looked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gapcheck.exporters.workbook.rows import Row, listed
from gapcheck.model.choices import Basis, QuoteConsent, Rung, SourceKind, Stance, Words
from gapcheck.model.corpus import Corpus
from gapcheck.model.workbook import LIST_NAMES, NATIONAL, Head

CODEBOOK_HEADS = (
    *(Head("imperative", 40), Head("text", 70), Head("duty", 10), Head("of", 20)),
    *(Head("indicators", 50), Head("locator", 18), Head("policy", 40)),
)


def lists(corpus: Corpus) -> Mapping[str, Sequence[str]]:
    """What may be chosen, by the name of the list."""
    words = corpus.settings.vocabulary
    imperatives = [one.name for policy in corpus.policies for one in policy.imperatives]
    found: Mapping[str, Sequence[str]] = {
        "partnerships": [*(each.id for each in corpus.partnerships), NATIONAL],
        "kinds": list(SourceKind),
        "sectors": list(words.sectors),
        "tiers": list(words.tiers),
        "tensions": list(words.tensions),
        "imperatives": imperatives,
        "stances": list(Stance),
        "bases": list(Basis),
        "rungs": list(Rung),
        "quoting": list(QuoteConsent),
        "states of words": list(Words),
        "yes or no": ["yes", "no"],
    }
    return {name: found[name] for name in LIST_NAMES}


def codebook(corpus: Corpus) -> Iterator[Row]:
    """What is asked of practice, beside its name."""
    for policy in corpus.policies:
        for one in policy.imperatives:
            yield {
                "imperative": one.name,
                "text": one.text.strip(),
                "duty": str(one.modality),
                "of": listed(one.actors),
                "indicators": "\n".join(
                    f"{each.id}: {each.text.strip()}" for each in one.indicators
                ),
                "locator": one.locator,
                "policy": policy.title,
            }
