"""A pseudonymised partnership's file holds the real name of a place.

The name of one street or estate undoes the pseudonym of the town, and with it those of all who
spoke there. The names to look for stand, one a line, in the file that `places:` of gapcheck.yaml
leads to; it belongs outside of version control. Only partnerships with `pseudonym: true` are
looked at: their lsp.yaml and, of their sources, all words, speakers' fields, citation and the
names of files and folders. The message never shows the name.

Put an invented name or a description in its place, and clean the history of version control too.

Wrong:

    # keys/places.txt
    Sampleton
    # gapcheck.yaml
    places: keys/places.txt
    # evidence/north/lsp.yaml
    pseudonym: true
    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: The papers came from Sampleton on the night before we met.
        codes: {papers: absent}

Right:

    # keys/places.txt
    Sampleton
    # gapcheck.yaml
    places: keys/places.txt
    # evidence/north/lsp.yaml
    pseudonym: true
    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: The papers came from [the town hall] on the night before we met.
        codes: {papers: absent}
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit
from gapcheck.checks.asking import Asking
from gapcheck.checks.localities import Index, index, localities
from gapcheck.checks.prose import hidden, of_excerpt, of_speaker
from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Partnership, Source

RULE = "real-locality"


def check(source: Source, around: Around) -> Iterator[Hit]:
    """Find real names in the sources of a pseudonymised partnership."""
    places = around.settings.places
    if not places or around.partnership is None or not around.partnership.pseudonym:
        return
    known = index(places)
    for excerpt in source.excerpts:
        for key, words in of_excerpt(excerpt):
            where = f"`{key}` of excerpt {excerpt.id}"
            for one in _found(excerpt.location, where, words, known):
                yield Hit(one, excerpt)
    for where, words in _beside(source):
        for one in _found(source.location, where, words, known):
            yield Hit(one)


def check_partnerships(corpus: Corpus, _asking: Asking) -> Iterator[Diagnostic]:
    """Find real names in the own file of a pseudonymised partnership."""
    known = index(corpus.settings.places)
    for one in corpus.partnerships if known else ():
        if one.pseudonym:
            for where, words in _of_partnership(one):
                yield from _found(one.location, where, words, known)


def _beside(source: Source) -> Iterator[tuple[str, str]]:
    yield "the name of the file", source.id
    yield "`memo`", source.memo or ""
    yield "`citation`", source.citation or ""
    yield "`transcript`", source.transcript or ""
    for speaker in source.speakers:
        for key, value in of_speaker(speaker):
            yield f"a speaker's `{key}`", value


def _of_partnership(one: Partnership) -> Iterator[tuple[str, str]]:
    yield "the name of the folder", one.id
    yield "`name`", one.name
    for body in one.bodies:
        yield "`partnerships`", f"{body.id} {body.theme or ''}"
    for key, value in one.attributes:
        yield f"`{key}` of `attributes`", value


def _found(place: Location, where: str, words: str, known: Index) -> Iterator[Diagnostic]:
    for name in dict.fromkeys(localities(words, known)):
        yield Diagnostic(
            place,
            Severity.ERROR,
            RULE,
            f"a real place name of the key list ({hidden(name)}) is in {where}",
            "Put an invented name in its place, and clean the history of version control too.",
            sensitive=True,
        )
