"""A policy's file with drafts in it, and a comment at everything that a person has to check."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from gapcheck.importers.policies.drafts import Draft
from gapcheck.importers.policies.facts import Known

LARGEST = 1_000_000
"""Bytes of one file: gapcheck reads up to 1 MiB."""

_PLAIN: Final = re.compile(r"[A-Za-z][\w ./()-]*[\w)]")
_FORBIDDEN_WORDS: Final = frozenset({"yes", "no", "true", "false", "null", "on", "off"})
_WIDTH = 92
_PLACES = 5


def rendered(known: Known, drafts: Iterable[Draft], source: str) -> tuple[str, int]:
    """The text of the file, and how many drafts found room in it."""
    parts = ["".join(f"{line}\n" for line in _head(known, source))]
    size, taken = len(parts[0].encode()), 0
    for draft in drafts:
        part = "\n" * bool(taken) + "".join(f"{line}\n" for line in _draft(draft))
        size += len(part.encode())
        if size > LARGEST:
            break
        parts.append(part)
        taken += 1
    return "".join(parts), taken


def scalar(text: str) -> str:
    """A text on one line of YAML, in quotation marks where it needs them."""
    line = " ".join(text.split())
    if _PLAIN.fullmatch(line) and line.lower() not in _FORBIDDEN_WORDS:
        return line
    return json.dumps(line, ensure_ascii=False)


def _head(known: Known, source: str) -> Iterator[str]:
    facts = known.facts
    yield f"# Drafts from {' '.join(source.split())}. Nobody has checked them: read each in the"
    yield "# original, mend or delete it, and then write `wording: seen`."
    yield f"policy: {facts.id}"
    yield from _fact(known, "title", scalar(facts.title), "the document's title")
    yield from _fact(known, "publisher", scalar(facts.publisher), "who issued it")
    yield from _fact(known, "published", facts.published, "YYYY, YYYY-MM or YYYY-MM-DD")
    yield from _fact(
        known,
        "force",
        str(known.force),
        "statute, statutory-guidance, grant-condition, guidance, compact, target, "
        "statement, proposal or other",
    )
    yield from _fact(
        known, "nation", str(known.nation), "england, scotland, wales, northern-ireland or uk"
    )
    until = f", to: {facts.in_force_to}" if facts.in_force_to else ""
    if "in_force_from" in known.guessed:
        yield "# check: the first day, and `to:` the last where it has ended"
    yield f"in_force: {{from: {facts.in_force_from}{until}}}"
    if facts.url:
        yield f"url: {scalar(facts.url)}"
    yield ""
    yield "# One action each: where a sentence asks for two things, write two."
    yield "imperatives:"


def _fact(known: Known, key: str, value: str, what: str) -> Iterator[str]:
    if key in known.guessed:
        yield from textwrap.wrap(
            f"check, a guess: {what}", _WIDTH, initial_indent="# ", subsequent_indent="# "
        )
    yield f"{key}: {value}"


def _draft(draft: Draft) -> Iterator[str]:
    for note in _notes(draft):
        yield from textwrap.wrap(note, _WIDTH, initial_indent="  # ", subsequent_indent="  # ")
    yield f"  - id: {draft.id}"
    yield f"    title: {scalar(draft.title)}"
    yield f"    locator: {scalar(draft.locator)}"
    yield "    text: >"
    yield from textwrap.wrap(
        draft.text,
        _WIDTH,
        initial_indent=" " * 6,
        subsequent_indent=" " * 6,
        break_long_words=False,
        break_on_hyphens=False,
    )
    sectors = draft.actor.sectors or ("partnership",)
    many = len(sectors) > 1
    yield f"    actor: {'[' + ', '.join(sectors) + ']' if many else sectors[0]}"
    yield f"    modality: {draft.modality}"
    yield "    wording: unverified"


def _notes(draft: Draft) -> Iterator[str]:
    marks = [f"“{draft.trigger}”"]
    marks += ["negated"] * draft.negated + ["conditional"] * draft.conditional
    marks += [f"p. {draft.page}"] * bool(draft.page)
    yield f"check: {', '.join(marks)}; {_who(draft)}"
    if draft.part:
        yield "check: a part of a longer sentence"
    if draft.several:
        yield "check: perhaps two actions"
    if draft.again:
        more = f" and {len(draft.again) - _PLACES} more" if len(draft.again) > _PLACES else ""
        yield f"check: the same words again at {'; '.join(draft.again[:_PLACES])}{more}"
    if draft.choice:
        yield "check: an item of a list with “or”"


def _who(draft: Draft) -> str:
    if not draft.actor.sectors:
        return "nobody is named, the actor is a placeholder"
    where = " of a sentence before" if draft.carried else ""
    return f"actor guessed from “{draft.actor.words}”{where}"
