"""The file of an interview, from its bytes to passages that nobody has looked at yet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import Final

from gapcheck.importers.interviews.blocks import text_of
from gapcheck.importers.interviews.cues import embedded, subtitled
from gapcheck.importers.interviews.decoding import Decoded, decoded, tidy
from gapcheck.importers.interviews.dialogue import remarks
from gapcheck.importers.interviews.interview import Interview, Key
from gapcheck.importers.interviews.office import office_blocks
from gapcheck.importers.interviews.people import Cast, cast
from gapcheck.importers.interviews.people_told import people_told
from gapcheck.importers.interviews.replacing import renamed
from gapcheck.importers.interviews.script import Script
from gapcheck.importers.interviews.telling import decoding_told, spoiled, told, too_long
from gapcheck.importers.interviews.transcribing import Transcribed, transcribed
from gapcheck.importers.interviews.typed import typed
from gapcheck.importers.interviews.word import word_blocks
from gapcheck.model.brought import Brought, Document, Voice
from gapcheck.model.unfit import Unfit
from gapcheck.near import did_you_mean

LIMIT: Final = 64 << 20
"""Bytes that the file of an interview may have, pictures in it included."""

READERS: Final[Mapping[str, Callable[[bytes], Decoded]]] = MappingProxyType(
    {
        "txt": decoded,
        "md": decoded,
        "vtt": decoded,
        "srt": decoded,
        "docx": lambda data: tidy(text_of(word_blocks(data))),
        "odt": lambda data: tidy(text_of(office_blocks(data, "odt"))),
        "rtf": lambda data: tidy(text_of(office_blocks(data, "rtf"))),
    }
)
"""Each ending of a file's name, and what makes its text of its bytes."""

_LINED: Final = frozenset({"txt", "md", "vtt", "srt"})


def read_interview(
    name: str, data: bytes, *, known: Key = (), asking: Collection[str] = ()
) -> Interview:
    """What the file of an interview holds, with ids for names; Unfit where it cannot be read.

    `known` is the key of files that were read before: who is in it keeps their id, and nobody else
    is given one of these. `asking` are ids of people who ask, where no label says so.
    """
    ending = name.rpartition(".")[2].casefold() if "." in name else ""
    text = _text(ending, data)
    script = _script(ending, text.text)
    if not any(turn.words for turn in script.turns):
        raise Unfit("no word of speech was found in it", "Look whether it is the right file.")
    people = cast(script, known, asking)
    said, forms, within = remarks(script, people)
    made = transcribed(said, named=script.named, lined=ending in _LINED)
    file = renamed(name, forms)
    tallies = (
        *decoding_told(text),
        *told(script, said, made, within),
        *people_told(script, people, said, made),
    )
    document = _document(file, script, people, made)
    mishaps = (*spoiled(file, script), *too_long(file, made))
    brought = Brought(file, documents=(document,), tallies=tallies, mishaps=mishaps)
    return Interview(brought, people.key)


def _text(ending: str, data: bytes) -> Decoded:
    if ending not in READERS:
        known = ", ".join(f".{one}" for one in READERS)
        near = did_you_mean(ending, READERS) if ending else ""
        raise Unfit("its name does not end as transcripts do", f"Known are {known}. {near}".strip())
    if len(data) > LIMIT:
        raise Unfit(
            f"it is larger than {LIMIT >> 20} MiB",
            "Leave the pictures out, or split it into one file for each interview.",
        )
    return READERS[ending](data)


def _script(ending: str, text: str) -> Script:
    if ending in ("vtt", "srt"):
        return subtitled(text, web=ending == "vtt")
    return embedded(text) or typed(text)


def _document(file: str, script: Script, people: Cast, made: Transcribed) -> Document:
    stem = file.rpartition(".")[0] or file
    date = script.head.date
    return Document(
        stem,
        stem,
        passages=made.passages,
        text=made.text,
        voices=tuple(Voice(one.id, one.id, one.asks) for one in people.people if one.speaks),
        fields=MappingProxyType({"date": date} if date else {}),
    )
