"""A policy document and its imperatives, as typed under `policies/`."""

from __future__ import annotations

from gapcheck.model.choices import Force, Modality, Nation, Rung, Wording
from gapcheck.model.settings import Vocabulary
from gapcheck.schema import parts


def policy(vocabulary: Vocabulary) -> parts.Schema:
    """The schema of one file under `policies/`."""
    return parts.record(
        "a policy",
        ("policy", "title", "publisher", "published", "force", "nation", "in_force", "imperatives"),
        {
            "policy": parts.identifier("policy id"),
            "title": parts.prose("The document's title."),
            "publisher": parts.text("Who issued it."),
            "published": parts.date("When: YYYY, YYYY-MM or YYYY-MM-DD."),
            "force": parts.choice("kind of force", Force, "What binds; not the verb in the text."),
            "nation": parts.choice("nation", Nation),
            "in_force": _period(),
            "superseded_by": parts.identifier("policy id"),
            "url": parts.text(),
            "imperatives": {**parts.listing(_imperative(vocabulary)), "minItems": 1},
        },
    )


def _period() -> parts.Schema:
    days = {"from": parts.date("The first day."), "to": parts.date("The last day, if it ended.")}
    return parts.record("a time in force", ("from",), days)


def _imperative(vocabulary: Vocabulary) -> parts.Schema:
    sector = parts.choice("sector", vocabulary.sectors)
    return parts.record(
        "an imperative",
        ("id", "locator", "text", "actor", "modality"),
        {
            "id": parts.identifier("imperative id"),
            "title": parts.prose("A few words for narrow tables."),
            "locator": parts.text("Where it stands in the document, or: not seen."),
            "text": parts.prose("The one action that is asked for."),
            "actor": parts.one_or_more(sector, "Who is obliged: a sector, a list, or partnership."),
            "beneficiary": parts.one_or_more(sector, "For whom."),
            "modality": parts.choice("modality", Modality),
            "demands": parts.choice("rung", Rung, "What would satisfy it; left out: enacted."),
            "in_force": _period(),
            "due": parts.date("Until then a denial does not count."),
            "tier": parts.choice("tier", vocabulary.tiers, "Where practice is expected."),
            "topics": parts.listing(parts.text()),
            "applies_to": parts.record(
                "a scope",
                (),
                {
                    "kinds": parts.listing(parts.choice("kind of partnership", vocabulary.kinds)),
                    "designations": parts.listing(parts.text()),
                },
            ),
            "indicators": parts.listing(_indicator(), "What one would see if it were practised."),
            "terms": parts.listing(parts.text(), "Words that people use for it."),
            "wording": parts.choice("state of wording", Wording, "How its words are known."),
        },
    )


def _indicator() -> parts.Schema:
    keys = {"id": parts.identifier("indicator id"), "text": parts.prose()}
    return parts.record("an indicator", ("id", "text"), keys)
