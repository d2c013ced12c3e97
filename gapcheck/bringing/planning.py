"""Foreign documents as sources to be written: their facts, their excerpts, their codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from gapcheck.bringing.coding import Coded, Translator
from gapcheck.bringing.facts import Known, Told, told_of
from gapcheck.bringing.words import Cleaner
from gapcheck.interchange.marks import GROUPS, told
from gapcheck.model.brought import Brought, Document, Fields, Mishap, Passage

_FROM_FILE = ("id", "at", "about", "speaker", "translation", "cmo", "memo", "cleared", "ignore")
_LINES = ("at", "about", "id", "speaker")
_KEPT = ("source", "lsp", "voices", "reviewed_by")


@dataclass(frozen=True, slots=True)
class PlannedExcerpt:
    """An excerpt: its fields (an `id` where the file gave one), and other coders' codes."""

    fields: Fields
    seconds: Mapping[str, list[Fields]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Planned:
    """A source as it is to be: what is known of it, and its excerpts in their order."""

    document: str
    told: Told
    fields: Fields
    excerpts: tuple[PlannedExcerpt, ...]
    text: str | None = field(default=None, repr=False)

    @property
    def path(self) -> str:
        """The path of its file in the study, without the ending."""
        return f"evidence/{self.told.lsp}/{self.told.source}"


def planned(
    brought: Brought, known: Known, translator: Translator
) -> tuple[tuple[Planned, ...], tuple[Mishap, ...]]:
    """All documents of a file as sources, and what is wrong with what is said of them."""
    taken: set[str] = set()
    found: list[Planned] = []
    mishaps: list[Mishap] = []
    for document in brought.documents:
        entry = known.codemap.documents.get(document.name)
        if entry and entry.leave:
            translator.ledger.left("sources", "The code map says to leave them.", document.name)
            continue
        facts = told_of(document, known, taken)
        mishaps += facts.mishaps
        found.append(_planned(document, facts, translator))
    return tuple(found), tuple(mishaps)


def _planned(document: Document, facts: Told, translator: Translator) -> Planned:
    cleaner = Cleaner(translator.ledger)
    coded = [translator.coded(each) for each in document.passages]
    # What gapcheck itself wrote names its coder, and its text is made of excerpts: no transcript.
    own = "source" in document.fields
    first = _first_coder(facts, coded, own=own)
    excerpts = tuple(
        _excerpt(passage, found, first, cleaner)
        for passage, found in zip(document.passages, coded, strict=True)
    )
    if "speaker" in facts.fields:
        # Of one speaker nobody need say who speaks.
        excerpts = tuple(_unsigned(each) for each in excerpts)
    fields = {key: value for key, value in facts.fields.items() if key not in _KEPT}
    if first and not fields.get("coder"):
        fields["coder"] = first
    memo = cleaner.prose(document.memo or str(fields.get("memo") or ""))
    if memo:
        fields["memo"] = memo
    text = cleaner.text(document.text) if document.text and not own else None
    kept = {key: cleaner.any(value) for key, value in fields.items() if told(value)}
    if "asked" in kept:
        kept["asked"] = [translator.dictionary.short(str(name)) for name in kept["asked"]]
    return Planned(document.name, facts, kept, excerpts, text)


def _first_coder(facts: Told, coded: list[Coded], *, own: bool) -> str:
    """Whose codes stand in the source's own file: the coder it names, else who coded most."""
    named = str(facts.fields.get("coder") or "")
    if named or own or any("" in each.codes for each in coded):
        return named
    counts = Counter(coder for each in coded for coder in each.codes if coder)
    return counts.most_common(1)[0][0] if counts else ""


def _excerpt(passage: Passage, coded: Coded, first: str, cleaner: Cleaner) -> PlannedExcerpt:
    own = passage.fields
    fields = dict(_own_fields(passage, cleaner))
    # What nobody put their name to is the source's own coder's.
    own_codes = [coded.codes[coder] for coder in dict.fromkeys((first, "")) if coder in coded.codes]
    if own_codes:
        fields["codes"] = [cleaner.any(one) for one in _once(own_codes)]
    for key in GROUPS:
        given = (str(one) for one in own.get(key, ()))
        words = [cleaner.line(one) for one in (*given, *coded.words.get(key, ()))]
        if words:
            fields[key] = list(dict.fromkeys(words))
    seconds = {
        coder: [cleaner.any(one) for one in held]
        for coder, held in coded.codes.items()
        if coder not in ("", first)
    }
    return PlannedExcerpt(fields, seconds)


def _own_fields(passage: Passage, cleaner: Cleaner) -> Iterator[tuple[str, object]]:
    given: dict[str, object] = {key: passage.fields.get(key) for key in _FROM_FILE}
    given["at"] = given["at"] or passage.at
    given["speaker"] = given["speaker"] or passage.speaker
    given["memo"] = passage.memo or given["memo"]
    given["question"] = passage.asked or passage.fields.get("question")
    given["text"] = cleaner.prose(passage.text)
    for key, value in given.items():
        if told(value):
            yield key, cleaner.line(str(value)) if key in _LINES else cleaner.any(value)


def _unsigned(one: PlannedExcerpt) -> PlannedExcerpt:
    fields = {key: value for key, value in one.fields.items() if key != "speaker"}
    return replace(one, fields=fields)


def _once(lists: list[list[Fields]]) -> list[Fields]:
    found: list[Fields] = []
    for each in (code for held in lists for code in held):
        if each not in found:
            found.append(each)
    return found
