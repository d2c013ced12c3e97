"""A source's quotes looked up in its transcript, as far as consent and the files let anybody."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gapcheck.diagnostic import Location
from gapcheck.model.choices import Sight, Words
from gapcheck.model.corpus import Corpus
from gapcheck.model.quoted import Quote, Quoted
from gapcheck.model.study import Excerpt, Source
from gapcheck.transcripts.shelf import Shelf

if TYPE_CHECKING:
    from gapcheck.transcripts.transcript import Transcript


def with_quotes(corpus: Corpus, root: Path, only: Collection[str] | None = None) -> Corpus:
    """The corpus with what came of looking for its quotes in the transcripts below `root`.

    With `only`, those of these files (paths in the study) alone are looked for.
    """
    shelf = Shelf(root)
    wanted = (
        one
        for one in (*corpus.sources, *corpus.background)
        if only is None or one.location.path in only
    )
    found = (quoted(one, shelf, corpus.noted) for one in wanted)
    return replace(corpus, quoted=tuple(one for one in found if one))


def quoted(source: Source, shelf: Shelf, noted: Mapping[str, str]) -> Quoted | None:
    """What came of looking for one source's quotes; None where there are none to look for."""
    path = source.transcript
    if path is None:
        return None
    names = (source.lsp, source.id, source.location.path, path)
    if is_withdrawn(source):
        # Nobody opens it any more; that it is still there has to be said.
        return Quoted(*names, Sight.SEEN) if shelf.holds(path) else None
    sought = tuple(_sought(source))
    if not sought:
        return None
    look = shelf.look(path)
    quotes = _located(sought, look.transcript) if look.transcript else ()
    before = noted.get(path, "")
    return Quoted(*names, look.sight, look.sha256, before, look.why, look.help, quotes)


def is_withdrawn(source: Source) -> bool:
    """Whether nobody is left whose words a source might hold."""
    speakers = source.speakers
    alone = bool(speakers) and all(one.consent.withdrawn for one in speakers)
    return source.consent.withdrawn or alone


def _sought(source: Source) -> Iterator[Excerpt]:
    """The excerpts that are quotes, and that their speakers let be analysed."""
    # Imported late, here and below: most studies name no transcript.
    from gapcheck.transcripts.locate import has_words  # noqa: PLC0415

    if source.words is not Words.VERBATIM:
        return
    for excerpt in source.excerpts:
        speakers = [one for one in source.speakers if one.id == excerpt.speaker]
        promises = [source.consent, *(one.consent for one in speakers or source.speakers)]
        barred = any(one.withdrawn or not one.analysis for one in promises)
        if not barred and has_words(excerpt.text):
            yield excerpt


def _located(excerpts: tuple[Excerpt, ...], transcript: Transcript) -> tuple[Quote, ...]:
    return tuple(_quote(one, transcript) for one in excerpts)


def _quote(excerpt: Excerpt, transcript: Transcript) -> Quote:
    from gapcheck.transcripts.locate import locate  # noqa: PLC0415

    at = locate(excerpt.text, transcript, excerpt.at or "")
    place = Location(transcript.path, at.line, at.column, at.end_line, at.end_column)
    return Quote(
        excerpt.id,
        at.outcome,
        at.score,
        at.start,
        at.end,
        place if at.placed else None,
        at.time,
        tuple(map(str, at.differences)),
    )
