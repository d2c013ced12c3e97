"""A source with its excerpts, and a second coder's file, as typed under `evidence/<lsp>/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gapcheck.model.choices import Basis, QuoteConsent, Rung, SourceKind, Stance, Words
from gapcheck.model.settings import Vocabulary
from gapcheck.schema import parts

SPOKEN = (SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP, SourceKind.OBSERVATION)
WRITTEN = (SourceKind.DOCUMENT, SourceKind.MINUTES, SourceKind.ACCOUNTS, SourceKind.EVALUATION)
WITH_SHARES = (SourceKind.SURVEY, SourceKind.EVALUATION)


def source(vocabulary: Vocabulary) -> parts.Schema:
    """The schema of one source."""
    sector = parts.choice("sector", vocabulary.sectors)
    each = speaker(vocabulary)
    properties = {
        "source": parts.identifier("source id"),
        "kind": parts.choice("kind of source", SourceKind),
        "date": parts.date(),
        "speaker": each,
        "speakers": {**parts.listing(each), "minItems": 1},
        "author": {**sector, "description": "The sector of the body that wrote it."},
        "respondents": {**sector, "description": "The sector of those who answered."},
        "of": parts.count("How many answered.", 1),
        "coder": parts.identifier("coder", any_case=True),
        "words": parts.choice("state of words", Words, "Notes are never shown as quotations."),
        "language": parts.text("A language tag: en, cy, gd ..."),
        "consent": consent(),
        "transcript": parts.text("The full text: transcripts/NAME.txt, .md, .vtt or .srt."),
        "citation": parts.prose("Where it was published."),
        "asked": parts.listing(parts.imperative(), "Imperatives put to the speaker."),
        "memo": parts.prose(),
        "excerpts": parts.listing(_excerpt(vocabulary)),
    }
    whole = parts.record("a source", ("source", "kind", "date", "excerpts"), properties)
    return {**whole, "allOf": _by_kind()}


def codes(vocabulary: Vocabulary) -> parts.Schema:
    """The schema of a second coder's file."""
    properties = {
        "source": parts.identifier("source id"),
        "coder": parts.identifier("coder", any_case=True),
        "codes": parts.table(_codes(vocabulary), "Codes by the excerpt's id."),
    }
    return parts.record("a second coder's file", ("source", "coder", "codes"), properties)


def consent() -> parts.Schema:
    """What was promised, or the name of a consent form of the study."""
    properties = {
        "analysis": parts.yes_or_no("May be judged at all; left out: true."),
        "quote": parts.choice("way of quoting", QuoteConsent, "Left out: anonymised."),
        "archive": parts.yes_or_no("May be archived; left out: false."),
        "withdrawn": parts.yes_or_no("Was taken back."),
        "embargo_until": parts.date("A full date is the first free day."),
    }
    return {**parts.record("a consent", (), properties), "type": ["object", "string"]}


def _by_kind() -> list[parts.Schema]:
    return [
        _when(
            SPOKEN,
            ("consent",),
            ("author", "respondents"),
            either=("speaker", "speakers"),
            say="names one `speaker`, or a list of `speakers`",
        ),
        _when(WRITTEN, ("author",), ("speaker", "speakers", "respondents")),
        _when((SourceKind.SURVEY,), ("respondents",), ("speaker", "speakers", "author")),
    ]


def _when(
    kinds: Iterable[SourceKind],
    required: Iterable[str],
    none_of: Iterable[str],
    either: Iterable[str] = (),
    say: str = "",
) -> parts.Schema:
    then: dict[str, object] = {
        "required": list(required),
        "properties": dict.fromkeys(none_of, False),
    }
    if either:
        then |= {"oneOf": [{"required": [key]} for key in either], "description": say}
    test = {"properties": {"kind": {"enum": [str(kind) for kind in kinds]}}, "required": ["kind"]}
    return {"if": test, "then": then}


def speaker(vocabulary: Vocabulary) -> parts.Schema:
    """Somebody who speaks in a source."""
    properties = {
        "id": parts.identifier("speaker", any_case=True),
        "sector": parts.choice("sector", vocabulary.sectors),
        "role": parts.text("What they do, in words that do not name them."),
        "tier": parts.choice("tier", vocabulary.tiers),
        "partnership": parts.identifier("constituent partnership id"),
        "consent": consent(),
        "attributes": parts.free_values(),
    }
    return parts.record("a speaker", ("id", "sector", "role"), properties)


def _excerpt(vocabulary: Vocabulary) -> parts.Schema:
    realist = {key: parts.prose() for key in ("context", "mechanism", "outcome")}
    ignore = {"rule": parts.text(), "reason": parts.prose()}
    properties = {
        "id": parts.identifier("excerpt id"),
        "at": parts.text("Where in the source: a time, line, page or paragraph."),
        "about": parts.date("The time it speaks of, where that is not the source's date."),
        "text": parts.prose("The words."),
        "translation": parts.prose("The words in the study's language."),
        "speaker": parts.identifier("speaker", any_case=True),
        "question": parts.prose("What was asked before it; context, and no evidence."),
        "codes": _codes(vocabulary),
        "themes": parts.listing(parts.text()),
        "barriers": parts.listing(parts.text()),
        "enablers": parts.listing(parts.text()),
        "tensions": parts.listing(parts.choice("tension", vocabulary.tensions)),
        "cmo": parts.record("a context-mechanism-outcome configuration", (), realist),
        "memo": parts.prose(),
        "cleared": parts.yes_or_no("A name in it was looked at and may stay."),
        "ignore": parts.listing(parts.record("an exemption", ("rule", "reason"), ignore)),
    }
    return parts.record("an excerpt", ("id", "text"), properties)


def _codes(vocabulary: Vocabulary) -> parts.Schema:
    short = parts.choice("stance", Stance)
    both = {"type": ["array", "object"], "items": _code(vocabulary), "additionalProperties": short}
    return {**both, "description": "Left out: unreviewed. Empty: speaks to no imperative."}


def _code(vocabulary: Vocabulary) -> parts.Schema:
    agreed = {"by": parts.text(), "on": parts.day()}
    properties: Mapping[str, parts.Schema] = {
        "imperative": parts.imperative(),
        "stance": parts.choice("stance", Stance, "Is the imperative practised?"),
        "share": _share(),
        "basis": parts.choice("basis", Basis, "How the one who says it knows it."),
        "rung": parts.choice("rung", Rung),
        "tier": parts.choice("tier", vocabulary.tiers),
        "indicator": parts.identifier("indicator id"),
        "memo": parts.prose(),
        "agreed": parts.record("an agreement", ("by", "on"), agreed),
    }
    either = [{"required": ["stance"]}, {"required": ["share"]}]
    whole = parts.record("a code", ("imperative",), properties)
    return {**whole, "oneOf": either, "description": "A code gives a `stance`, or a `share`."}


def _share() -> parts.Schema:
    properties = {
        "met": {"type": "number", "minimum": 0},
        "of": parts.count("Out of how many.", 1),
        "percent": {"type": "number", "minimum": 0, "maximum": 100, "title": "percentage"},
    }
    whole = parts.record("a share", (), properties)
    either = [{"required": ["met", "of"]}, {"required": ["percent"]}]
    return {**whole, "oneOf": either, "description": "A share gives `met` and `of`, or `percent`."}
