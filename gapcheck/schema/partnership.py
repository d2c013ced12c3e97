"""A partnership, as typed in `evidence/<lsp>/lsp.yaml`, and the sign-offs beside it."""

from __future__ import annotations

from gapcheck.model.choices import Confidence, Nation, Verdict
from gapcheck.model.settings import Vocabulary
from gapcheck.schema import parts


def partnership(vocabulary: Vocabulary) -> parts.Schema:
    """The schema of `lsp.yaml`."""
    members = {sector: parts.count() for sector in vocabulary.sectors}
    return parts.record(
        "a partnership",
        ("lsp", "name", "kind", "nation"),
        {
            "lsp": parts.identifier("partnership id"),
            "name": parts.text("As people call it."),
            "pseudonym": parts.yes_or_no("Whether the name hides a real place."),
            "illustrative": parts.yes_or_no("Whether it is invented for demonstration."),
            "kind": parts.choice("kind of partnership", vocabulary.kinds),
            "nation": parts.choice("nation", Nation),
            "region": parts.text(),
            "designations": parts.listing(parts.text()),
            "of": parts.count("For a survey population: how many places it stands for.", 1),
            "partnerships": parts.listing(_body(vocabulary), "The constituent partnerships."),
            "members": parts.record("the members by sector", (), members),
            "attributes": parts.free_values("Free columns for matrices and filters."),
        },
    )


def signoff(_vocabulary: Vocabulary) -> parts.Schema:
    """The schema of `signoff.yaml`: a list of decisions."""
    return parts.listing(
        parts.record(
            "a sign-off",
            ("imperative", "reason", "by", "on"),
            {
                "imperative": parts.imperative(),
                "verdict": parts.choice("verdict", Verdict, "Left out: the rules' one stands."),
                "confidence": parts.choice("confidence", Confidence),
                "summary": parts.prose(),
                "reason": parts.prose("Why."),
                "by": parts.text("Who decided."),
                "on": parts.day("When."),
            },
        )
    )


def _body(vocabulary: Vocabulary) -> parts.Schema:
    return parts.record(
        "a constituent partnership",
        ("id", "tier"),
        {
            "id": parts.identifier("constituent partnership id"),
            "tier": parts.choice("tier", vocabulary.tiers),
            "theme": parts.text(),
        },
    )
