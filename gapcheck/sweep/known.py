"""The facts of a file as the cache keeps them."""

from __future__ import annotations

from sys import intern

from gapcheck.diagnostic import Location
from gapcheck.load.facts import Facts, Sketch, Voice, shared
from gapcheck.model.choices import QuoteConsent
from gapcheck.model.dates import PartialDate
from gapcheck.model.study import Consent
from gapcheck.sweep.quoted import again, plain
from gapcheck.sweep.written import Plain, dumped, heard, loaded, told


def written(facts: Facts) -> str | None:
    """Facts as a text; None where a diagnostic may name somebody, since that is not kept."""
    said = (*facts.diagnostics, *facts.hits)
    if any(one.sensitive for one in said):
        return None
    sketch = facts.sketch and _sketch(facts.sketch)
    typed = "" if facts.sketch and facts.typed == facts.sketch.excerpts else facts.typed
    found = told(facts.diagnostics), told(facts.hits)
    quoted = facts.quoted and plain(facts.quoted)
    return dumped(
        [sketch, typed, facts.elsewhere, *found, facts.marks.hex(), facts.exempts, quoted],
    )


def read(text: str, file: str) -> Facts:
    """Facts from the text that they were written as."""
    sketched, typed, elsewhere, diagnostics, hits, marks, exempts, quoted = loaded(text)
    sketch = _sketched(sketched, file) if sketched else None
    return Facts(
        sketch,
        typed or (sketch.excerpts if sketch else ""),
        elsewhere,
        heard(diagnostics),
        heard(hits),
        bytes.fromhex(marks),
        exempts,
        again(quoted) if quoted else None,
    )


def _sketch(one: Sketch) -> Plain:
    at = one.location
    place = [at.line, at.column, at.end_line, at.end_column]
    voices = [[voice.id, voice.sector, _consent(voice.consent)] for voice in one.voices]
    consent = _consent(one.consent)
    return [one.id, one.kind, one.date, place, consent, voices, one.excerpts, one.coded, one.asked]


def _sketched(plain: Plain, file: str) -> Sketch:
    name, kind, day, place, consent, voices, excerpts, coded, asked = plain
    return Sketch(
        name,
        kind,
        day,
        Location(file, *place),
        _promised(consent),
        tuple(Voice(one, sector, _promised(own)) for one, sector, own in voices),
        excerpts,
        # Ten thousand sources name the same few imperatives.
        tuple(map(intern, coded)),
        tuple(map(intern, asked)),
    )


def _consent(one: Consent) -> Plain:
    embargo = [until.text for until in one.embargo_until]
    return [one.analysis, str(one.quote), one.archive, one.withdrawn, *embargo]


def _promised(plain: Plain) -> Consent:
    analysis, quote, archive, withdrawn, *embargo = plain
    until = tuple(PartialDate.parse(text) for text in embargo)
    return shared(Consent(analysis, QuoteConsent(quote), archive, withdrawn, until))
