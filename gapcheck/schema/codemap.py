"""How foreign codes and documents are read, as typed in `codes.yaml` by `gapcheck import`."""

from __future__ import annotations

from gapcheck.model.choices import SourceKind, Stance, Words
from gapcheck.model.codemap import FACTS, WORDS
from gapcheck.model.settings import Vocabulary
from gapcheck.schema import parts
from gapcheck.schema.evidence import consent, speaker


def codemap(vocabulary: Vocabulary) -> parts.Schema:
    """The schema of `codes.yaml`."""
    return parts.record(
        "a code map",
        (),
        {
            "codes": parts.listing(_code(vocabulary), "What each foreign code means here."),
            "documents": parts.listing(_document(vocabulary), "What each foreign document is."),
            "coders": parts.table(
                parts.identifier("coder", any_case=True), "Names to short names."
            ),
            "attributes": parts.record(
                "the attributes",
                (),
                {each: parts.text(f"The attribute that tells the {each}.") for each in FACTS},
            ),
            "values": parts.record(
                "the values",
                (),
                {
                    each: parts.table(parts.text(), f"What a value means as the {each}.")
                    for each in FACTS
                },
            ),
            "columns": parts.table(parts.text(), "What each column of a table holds."),
        },
    )


def _code(vocabulary: Vocabulary) -> parts.Schema:
    words = {each: parts.text() for each in WORDS if each != "tension"}
    properties = {
        "code": parts.text("The foreign code with those above it: `Parent > Child`."),
        "imperative": parts.imperative(),
        "stance": parts.choice("stance", Stance, "Alone: what it adds to codes on the same words."),
        **words,
        "tension": parts.choice("tension", vocabulary.tensions),
        "leave": parts.yes_or_no("It means nothing here."),
        "suggested": parts.listing(
            parts.imperative(), "Drafted by the program; counts for nothing."
        ),
    }
    return parts.record("a code of the map", ("code",), properties)


def _document(vocabulary: Vocabulary) -> parts.Schema:
    sector = parts.choice("sector", vocabulary.sectors)
    each = speaker(vocabulary)
    properties = {
        "document": parts.text("Its name in the foreign file."),
        "lsp": parts.identifier("partnership id"),
        "source": parts.identifier("source id"),
        "kind": parts.choice("kind of source", SourceKind),
        "date": parts.date(),
        "speaker": each,
        "speakers": {**parts.listing(each), "minItems": 1},
        "author": sector,
        "respondents": sector,
        "of": parts.count("How many answered.", 1),
        "coder": parts.identifier("coder", any_case=True),
        "words": parts.choice("state of words", Words),
        "language": parts.text(),
        "consent": consent(),
        "citation": parts.prose(),
        "leave": parts.yes_or_no("It is not imported."),
    }
    return parts.record("a document of the map", ("document",), properties)
