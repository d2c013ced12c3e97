"""Short phrases that every format says alike: dates, counts, labels, speakers, quoted words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from gapcheck.model.agreement import Disagreement
from gapcheck.model.beyond import Unasked
from gapcheck.model.choices import Basis, Modality, Nation, SourceKind, Words
from gapcheck.model.dates import PartialDate, Period
from gapcheck.model.finding import Finding, SectorView, Statement
from gapcheck.model.settings import Settings
from gapcheck.model.study import Imperative, Partnership, Share
from gapcheck.model.suggestion import Suggestion
from gapcheck.reports import words

MOST_PENDING = 3
"""Unreviewed excerpts that are named under one imperative."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# Literal, so that no machine's locale changes a report.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


def long_date(when: date | PartialDate | str) -> str:
    """`30 June 2006`, `March 2006` or `2006`, as exact as it was given."""
    parts = str(when).split("-")
    if len(parts) == 1 or not all(part.isdigit() for part in parts):
        return str(when)
    month = f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return month if len(parts) == 2 else f"{int(parts[2])} {month}"


def joined(parts: Iterable[str], last: str = "and") -> str:
    """`a, b and c`; nothing for nothing."""
    *most, end = [*parts] or [""]
    return f"{', '.join(most)} {last} {end}" if most else end


def counted(number: int, one: str, many: str = "") -> str:
    """`1 gap`, `4 gaps`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def in_words(number: int) -> str:
    """A small number as a word, a larger one in figures."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def clause(text: str) -> str:
    """The text without its full stop, to stand inside a line."""
    return text.strip().removesuffix(".")


def sentence(text: str) -> str:
    """The text with a capital at its start and a stop at its end."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?" else ".")


def label(identifier: str, labels: Mapping[str, str]) -> str:
    """The study's label of an id, or the id itself where it has none."""
    return labels.get(identifier, identifier)


def inside(text: str) -> str:
    """A label inside a sentence: without its capital, unless the capitals are its own (`VCSE`)."""
    return text[0].lower() + text[1:] if text[1:2].islower() or len(text) == 1 else text


def sector(identifier: str, settings: Settings) -> str:
    """A sector inside a sentence: `voluntary sector`."""
    return inside(label(identifier, settings.vocabulary.sectors))


def tier(identifier: str, settings: Settings) -> str:
    """A tier inside a sentence: `strategic`."""
    return inside(label(identifier, settings.vocabulary.tiers))


def named(identifier: str) -> str:
    """An id of a place in words: `north-east` is `North East`, `uk` the United Kingdom."""
    if identifier == Nation.UK:
        return "United Kingdom"
    return " ".join(part.capitalize() for part in identifier.replace("_", "-").split("-"))


def place(partnership: Partnership, settings: Settings) -> str:
    """What and where a partnership is: `Local strategic partnership · North East, England`."""
    region = f"{named(partnership.region)}, " if partnership.region else ""
    where = region + named(partnership.nation)
    kind = label(partnership.kind, settings.vocabulary.kinds)
    stands = f"stands for {partnership.population} places" if partnership.population else ""
    return " · ".join(part for part in (kind, where, *partnership.designations, stands) if part)


def full_name(partnership: Partnership) -> str:
    """A partnership's name, and how many places it stands for where it is a survey's."""
    stands = f" (a survey, {partnership.population} places)" if partnership.population else ""
    return partnership.name + stands


def speaker(statement: Statement | Suggestion | Disagreement | Unasked, settings: Settings) -> str:
    """Who speaks, from where and when: `network coordinator, voluntary sector, March 2006`."""
    kind = words.KINDS[statement.kind][0]
    if statement.kind is SourceKind.SURVEY and statement.population:
        kind = f"survey of {statement.population}"
    role = statement.role or kind
    who = sector(statement.sector, settings)
    said = [role] if who.removesuffix("s") in role.casefold() else [role, who]
    said.append(long_date(statement.source_date))
    if statement.about.text != statement.source_date.text:
        said.append(f"about {long_date(statement.about)}")
    return ", ".join(said)


def stance(statement: Statement) -> str:
    """What the statement says of practice, and how the speaker knows it where not at first hand."""
    if statement.stance is None:
        return "Left out"
    said = words.STANCES[statement.stance]
    if statement.basis is Basis.HEARSAY:
        return f"{said} (second-hand)"
    if statement.basis is Basis.CLAIM:
        papers = (SourceKind.DOCUMENT, SourceKind.MINUTES, SourceKind.ACCOUNTS)
        return f"{said} ({'on paper' if statement.kind in papers else 'a claim'})"
    return said


def quoted(statement: Statement) -> str:
    """The words: in quotation marks where they were spoken or written so, else as a note."""
    if statement.too_few:
        return words.TOO_FEW
    if statement.quote is None:
        return words.WITHHELD if statement.excluded else words.HELD_BACK
    if statement.words is Words.NOTES:
        return f"Notes: {statement.quote.strip()}"
    if statement.share is not None:
        return statement.quote.strip()
    return f"“{statement.quote.strip()}”"


def share(value: Share) -> str:
    """A published share as typed: `36 of 38`, `28 % of 60`."""
    if value.percent is None:
        return f"{value.met:g} of {value.of}"
    return f"{value.percent:g} %" + (f" of {value.of}" if value.of else "")


def duty(imperative: Imperative, settings: Settings) -> str:
    """How strongly and of whom it is asked: `should · asked of: council, for residents`."""
    actors = joined(_actor(actor, settings) for actor in imperative.actors)
    optional = imperative.modality is Modality.MAY
    text = f"{imperative.modality} · {'open to' if optional else 'asked of'}: {actors}"
    if imperative.beneficiaries:
        text += f", for {joined(sector(each, settings) for each in imperative.beneficiaries)}"
    return text + (" · an option, not a duty" if optional else "")


def _actor(identifier: str, settings: Settings) -> str:
    return "every partner" if identifier == "partnership" else sector(identifier, settings)


def period(span: Period) -> str:
    """`in force from 2 July 2003`, and until when where it has an end."""
    text = f"in force from {long_date(span.start)}"
    return f"{text} to {long_date(span.end)}" if span.end else text


def confidence(finding: Finding) -> str:
    """`confidence moderate, fragile`; for what is not known that there is none; else nothing."""
    if finding.confidence is None:
        return words.NO_CONFIDENCE if finding.group else ""
    text = f"confidence {words.CONFIDENCES[finding.confidence][0]}"
    return f"{text}, fragile" if finding.fragile else text


def position(view: SectorView, on_paper: tuple[str, ...] = ()) -> str:
    """A sector's position with its voices: `yes (2 voices)`, `mixed (1 yes, 2 no)`."""
    unaware = _unaware(view.unaware)
    if view.position is None:
        claim = "yes, on paper only" if view.sector in on_paper else "no position"
        return f"{claim} ({unaware})" if unaware else claim
    counts = ((view.happens, "yes"), (view.partly, "mixed"), (view.absent, "no"))
    known = [(number, word) for number, word in counts if number]
    stands = words.POSITIONS[view.position]
    if not known:
        return f"{stands} ({unaware})" if unaware else stands
    said = [f"{number} {word}" for number, word in known]
    if len(known) == 1:
        said = [counted(known[0][0], "voice")]
    text = f"{stands} ({', '.join(said)})"
    return f"{text}; {unaware}" if unaware else text


def _unaware(number: int | None) -> str:
    if not number:
        return ""
    return f"{counted(number, 'voice')} {'was' if number == 1 else 'were'} asked and " + (
        "knows of nothing" if number == 1 else "know of nothing"
    )


def sectors(finding: Finding, settings: Settings) -> list[str]:
    """Every sector that spoke and where it stands: `Council: yes (3 voices)`."""
    labels = settings.vocabulary.sectors
    said = {view.sector: position(view, finding.on_paper) for view in finding.sectors}
    said |= {each: "yes, on paper only" for each in finding.on_paper if each not in said}
    for voice in finding.voice_views:
        if voice.sector not in said:
            said[voice.sector] = _without_position(voice.sector, finding)
    return [f"{label(each, labels)}: {stands}" for each, stands in said.items()]


def _without_position(sector_id: str, finding: Finding) -> str:
    own = [each for each in finding.statements if each.sector == sector_id and not each.excluded]
    heard = all(each.basis is Basis.HEARSAY for each in own)
    return "second-hand only" if heard else "nothing on practice"


def pending(finding: Finding) -> str:
    """The unreviewed excerpts that may bear on it, the first few; nothing where there are none."""
    named = [f"{each.source} {each.excerpt} ({each.location})" for each in finding.pending]
    more = len(named) - MOST_PENDING
    listed = joined([*named[:MOST_PENDING], *([f"{more} more"] if more > 0 else [])])
    return f"may bear on this, not reviewed, and so counts for nothing: {listed}" if named else ""


def part(sector_id: str, imperative: Imperative) -> str:
    """What the imperative wants of a sector: ` (obliged)`, ` (meant for)`, both or nothing."""
    optional = imperative.modality is Modality.MAY
    parts = []
    if sector_id in imperative.actors:
        parts.append("may do it" if optional else "obliged")
    if sector_id in imperative.beneficiaries:
        parts.append("meant for")
    return f" ({', '.join(parts)})" if parts else ""
