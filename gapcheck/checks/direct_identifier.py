"""Something that identifies a person by itself stands in the evidence.

An e-mail address, a telephone number, a postcode, an NHS number or a National Insurance number
is enough to find somebody. It has no use for any verdict, it goes into every copy of the study,
and a version control system keeps it after it was deleted. What is looked at: the words of
excerpts (text, translation, memos), the fields of speakers, and the names of files. The message
says what was found and never shows it.

Take it out, and clean the history of version control too. Where a figure only looks like one,
`ignore:` says so with its reason.

Wrong:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: The papers come late, so write to nobody@example.org instead.
        codes: {papers: absent}

Right:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: The papers come late, so write to [address] instead.
        codes: {papers: absent}
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit
from gapcheck.checks.identifiers import identifiers
from gapcheck.checks.prose import hidden, of_excerpt, of_speaker, prose
from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.model.study import Excerpt, Source

RULE = "direct-identifier"


def check(source: Source, _around: Around) -> Iterator[Hit]:
    """Find identifiers in a source's words, its speakers' fields, and its file's name."""
    # One look at everything spares most sources the look at each part.
    words = prose(source)
    if (words.figures or "@" in words.whole) and next(identifiers(words.whole), None):
        for excerpt in source.excerpts:
            yield from _in_excerpt(excerpt)
    for speaker in source.speakers:
        for key, value in of_speaker(speaker):
            for kind, found in identifiers(value):
                said = f"{kind} ({hidden(found)}) stands in a speaker's `{key}`"
                yield Hit(_diagnostic(source.location, said))
    yield from _in_name(source.location)


def _in_excerpt(excerpt: Excerpt) -> Iterator[Hit]:
    for key, words in of_excerpt(excerpt):
        for kind, found in identifiers(words):
            said = f"{kind} ({hidden(found)}) stands in `{key}` of excerpt {excerpt.id}"
            yield Hit(_diagnostic(excerpt.location, said), excerpt)


def _in_name(place: Location) -> Iterator[Hit]:
    folder, _, name = place.path.rpartition("/")
    stem = name.rpartition(".")[0]
    for kind, _ in identifiers(stem.replace("-", " ").replace("_", " ").replace(".", " ")):
        # The file itself is not named: its name is what must not be shown.
        said = f"{kind} is the name of a file, {hidden(stem)}.yaml"
        yield Hit(_diagnostic(Location(folder), said))


def _diagnostic(place: Location, message: str) -> Diagnostic:
    advice = "Take it out, and clean the history of version control too."
    return Diagnostic(place, Severity.ERROR, RULE, message, advice, sensitive=True)
