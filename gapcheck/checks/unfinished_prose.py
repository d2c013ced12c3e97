"""Words are not finished: a note to oneself stands in them, or there are hardly any.

`TODO`, `XXX`, `FIXME`, `TBC`, `TBD`, `???` and lorem ipsum are left where somebody meant to come
back. A passage of an interview or a focus group with fewer than five words seldom says by itself
what it is about, so that nobody can judge it. Figures of documents and surveys may be short.
A `memo:` may hold whatever it likes.

Finish it, give the passage the sentence before it as well, or say under `ignore:` why it is
enough.

Wrong:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: TODO type the rest of what she said about the papers.
        codes: {papers: absent}

Right:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: The papers came on the night before we met.
        codes: {papers: absent}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit, warn
from gapcheck.checks.prose import prose
from gapcheck.model.choices import SourceKind
from gapcheck.model.study import Excerpt, Source

RULE = "unfinished-prose"
LEAST = 5
_SPOKEN = frozenset({SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP})
_SIGNS = ("TODO", "XXX", "FIXME", "TBC", "TBD", "???")
_FILLER = "orem ipsum"
# Speech may end in several question marks; alone they stand for words that are missing.
_NOTE = re.compile(r"\b(?:TODO|X{3,}|FIXME|TBC|TBD)\b|(?<![\w?])\?{3,}|\b[Ll]orem ipsum\b")
_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my", "bo"})
"""Languages that put no blanks between words."""


def check(source: Source, _around: Around) -> Iterator[Hit]:
    """Find notes to oneself among people's words, and passages of hardly any."""
    words = prose(source)
    noted = any(sign in words.bare for sign in _SIGNS) or _FILLER in words.whole
    spoken = source.kind in _SPOKEN and source.language.partition("-")[0] not in _UNSPACED
    for excerpt in source.excerpts:
        found = _note(excerpt) if noted else None
        if found:
            said = f"`{found}` stands among the words of excerpt {excerpt.id}"
            yield warn(RULE, excerpt, said, "Finish it; notes to yourself belong into `memo:`.")
        elif spoken and (count := len(excerpt.text.split(None, LEAST))) < LEAST:
            said = f"excerpt {excerpt.id} has {count} word{'' if count == 1 else 's'}"
            advice = "Give it the sentence before as well, so that it says what it is about."
            yield warn(RULE, excerpt, said, advice)


def _note(excerpt: Excerpt) -> str | None:
    found = _NOTE.search(f"{excerpt.text}\n{excerpt.translation or ''}")
    return found[0] if found else None
