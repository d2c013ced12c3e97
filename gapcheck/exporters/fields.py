"""Records of a study under the keys of its format, as they would be typed: what an import reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gapcheck.interchange.marks import told
from gapcheck.model.brought import Fields
from gapcheck.model.choices import QuoteConsent, Words
from gapcheck.model.study import Code, Consent, Excerpt, Partnership, Source, Speaker


def of_source(source: Source) -> Fields:
    """A source without its excerpts and speakers."""
    return _told(
        {
            "source": source.id,
            "lsp": source.lsp,
            "kind": str(source.kind),
            "date": str(source.date),
            "author": source.author,
            "respondents": source.respondents,
            "of": source.population,
            "coder": source.coder,
            "words": str(source.words) if source.words is not Words.VERBATIM else None,
            "language": source.language if source.language != "en" else None,
            "consent": of_consent(source.consent) if source.speakers else None,
            "transcript": source.transcript,
            "citation": source.citation,
            "asked": list(source.asked),
        }
    )


def of_consent(consent: Consent) -> Fields:
    """A consent in full, so that nothing rests on what is left out."""
    until = max(consent.embargo_until, key=lambda one: one.last, default=None)
    return _told(
        {
            "analysis": consent.analysis,
            "quote": str(consent.quote or QuoteConsent.NONE),
            "archive": consent.archive,
            "withdrawn": consent.withdrawn or None,
            "embargo_until": str(until) if until else None,
        }
    )


def of_speaker(speaker: Speaker, source: Source) -> Fields:
    """A speaker; their consent where it is another than the source's."""
    own = speaker.consent if speaker.consent != source.consent else None
    return _told(
        {
            "id": speaker.id,
            "sector": speaker.sector,
            "role": speaker.role,
            "tier": speaker.tier,
            "partnership": speaker.body,
            "consent": of_consent(own) if own else None,
            "attributes": dict(speaker.attributes),
        }
    )


def of_partnership(partnership: Partnership) -> Fields:
    """A partnership as in its own file."""
    return _told(
        {
            "lsp": partnership.id,
            "name": partnership.name,
            "kind": partnership.kind,
            "nation": str(partnership.nation),
            "region": partnership.region,
            "pseudonym": partnership.pseudonym or None,
            "illustrative": partnership.illustrative or None,
            "designations": list(partnership.designations),
            "of": partnership.population,
            "partnerships": [
                _told({"id": one.id, "tier": one.tier, "theme": one.theme})
                for one in partnership.bodies
            ],
            "members": dict(partnership.members),
            "attributes": dict(partnership.attributes),
        }
    )


def of_excerpt(excerpt: Excerpt) -> Fields:
    """An excerpt without its words, codes, lists and memo."""
    realist = excerpt.realist
    held = (realist.context, realist.mechanism, realist.outcome) if realist else (None,) * 3
    return _told(
        {
            "id": excerpt.id,
            "at": excerpt.at,
            "about": str(excerpt.about) if excerpt.about else None,
            "speaker": excerpt.speaker,
            "question": excerpt.question,
            "translation": excerpt.translation,
            "cmo": _told(dict(zip(("context", "mechanism", "outcome"), held, strict=True))),
            "cleared": excerpt.cleared or None,
            "ignore": [{"rule": one.rule, "reason": one.reason} for one in excerpt.ignores],
        }
    )


def of_code(code: Code) -> Fields:
    """A code without its memo."""
    agreed = {"by": code.agreed_by, "on": str(code.agreed_on) if code.agreed_on else None}
    return _told(
        {
            "imperative": code.imperative,
            "stance": str(code.stance) if code.stance else None,
            "share": code.share and code.share.typed,
            "basis": str(code.basis) if code.basis else None,
            "rung": str(code.rung) if code.rung else None,
            "tier": code.tier,
            "indicator": code.indicator,
            "agreed": _told(agreed),
        }
    )


def _told(fields: Mapping[str, Any]) -> Fields:
    return {key: value for key, value in fields.items() if told(value)}
