"""A policy document, whatever its format, to a policy's file of drafts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gapcheck.importers.policies.annotations import annotated, without_annotations
from gapcheck.importers.policies.blocks import Block, Kind, Reading
from gapcheck.importers.policies.drafts import Draft, Sifted, sifted
from gapcheck.importers.policies.facts import PolicyFacts, bare_name, completed, sound
from gapcheck.importers.policies.limits import MEBIBYTE, MOST_BYTES
from gapcheck.importers.policies.passages import passages
from gapcheck.importers.policies.reading_docx import read_docx
from gapcheck.importers.policies.reading_html import read_html
from gapcheck.importers.policies.reading_pdf import read_pdf
from gapcheck.importers.policies.reading_text import decoded, read_markdown, read_text
from gapcheck.importers.policies.rendering import rendered
from gapcheck.model.brought import Fate, Tally
from gapcheck.model.unfit import Unfit
from gapcheck.near import did_you_mean, listed

ENDINGS: Final = (".pdf", ".docx", ".html", ".htm", ".txt", ".md")
"""What the names of files end in that can be read."""


@dataclass(frozen=True, slots=True)
class PolicyDraft:
    """A policy's file to be laid down as `policies/<id>.yaml`, and what was read for it."""

    id: str
    yaml: str
    drafts: tuple[Draft, ...]
    tallies: tuple[Tally, ...]


def read_policy(name: str, data: bytes, facts: PolicyFacts) -> PolicyDraft:
    """Drafts of the imperatives of one document; Unfit where it cannot be read, or asks nothing."""
    sound(facts)
    reading = _reading(name, data, facts)
    known = completed(facts, name, reading)
    blocks = _wanted(reading, facts)
    if annotated(blocks):
        blocks = tuple(without_annotations(blocks))
    found = sifted(passages(blocks, known.manner))
    if not found.drafts:
        raise Unfit(
            f"none of its {found.read:,} sentences obliges anybody",
            "Sentences with must, shall, should, may and the like are looked for.",
        )
    text, taken = rendered(known, found.drafts, bare_name(name))
    if not taken:
        raise Unfit("its title or publisher is too long for a file")
    drafts = found.drafts[:taken]
    tallies = (*_tallies(reading, found, drafts), *reading.tallies)
    return PolicyDraft(known.facts.id, text, drafts, tuple(one for one in tallies if one.count))


def _reading(name: str, data: bytes, facts: PolicyFacts) -> Reading:
    if len(data) > MOST_BYTES:
        raise Unfit(
            f"it is larger than {MOST_BYTES // MEBIBYTE} MiB",
            "Import the part of it that matters, as a file of its own.",
        )
    if not data.strip():
        raise Unfit("it is empty")
    dot = name.rfind(".")
    ending = name[dot:].lower() if dot >= 0 else ""
    if ending == ".pdf":
        return read_pdf(data, facts.first, facts.last)
    if ending == ".docx":
        return read_docx(data)
    if ending in (".html", ".htm"):
        return read_html(decoded(data))
    if ending in (".txt", ".md"):
        return read_text(data) if ending == ".txt" else read_markdown(data)
    raise Unfit(
        f"policy documents do not end in `{ending or name}`",
        f"{did_you_mean(ending, ENDINGS)} These are read: {listed(ENDINGS)}.".strip(),
    )


def _wanted(reading: Reading, facts: PolicyFacts) -> tuple[Block, ...]:
    """The paragraphs on the pages that were asked for."""
    if not facts.first and not facts.last:
        return reading.blocks
    if not reading.pages:
        raise Unfit("it has no pages to choose from", "Leave the pages out: all of it is read.")
    last = facts.last or reading.pages
    return tuple(one for one in reading.blocks if facts.first <= one.page <= last)


def _tallies(reading: Reading, found: Sifted, drafts: tuple[Draft, ...]) -> Iterator[Tally]:
    yield Tally(Fate.TAKEN, "sentences that oblige", found.obliging)
    yield Tally(Fate.TAKEN, "drafts", len(drafts), "one for each thing that is asked for")
    negated = sum(one.negated for one in drafts)
    yield Tally(Fate.TAKEN, "drafts of what is not to be done", negated)
    yield Tally(Fate.TAKEN, "drafts under a condition", sum(one.conditional for one in drafts))
    nobody = sum(not one.actor.sectors for one in drafts)
    why = "no body of a known sector is named; `partnership` stands there until you mend it"
    yield Tally(Fate.CHANGED, "drafts without an actor", nobody, why)
    for reason, count in sorted(found.reasons.items(), key=lambda pair: (-pair[1], pair[0])):
        yield Tally(Fate.LEFT, "sentences", count, str(reason))
    yield Tally(Fate.LEFT, "sentences said before", found.repeated, "the first stands for all")
    why = "too long for a sentence: a table, or a list without stops"
    yield Tally(Fate.LEFT, "passages", found.too_long, why)
    headings = sum(one.kind is Kind.HEADING for one in reading.blocks)
    yield Tally(Fate.LEFT, "headings", headings, "they name what follows")
    lost = found.drafts[len(drafts) :]
    if lost:
        why = "one file holds 1 MiB at most; import the rest of the pages as another policy"
        yield Tally(Fate.LEFT, "drafts", len(lost), why, (lost[0].locator,))
