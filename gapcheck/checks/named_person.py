"""Somebody is named, with a title, in words that are not public.

`Dr`, `Cllr` or `Mrs` with a name after it is a person who never agreed to be in the study: people
speak of one another by name. What is looked at: text, translation and memos of an excerpt. A
published document or survey (one with a `citation:`) may name people, and offices such as `Lord
Mayor` are no names. Names without a title are not found: nothing replaces reading.

Put a role in square brackets in place of the name. Where the name may stay, `cleared: true` on
the excerpt records that somebody looked.

Wrong:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: Councillor Example sent the papers on the night before we met.
        codes: {papers: absent}

Right:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: "[A councillor] sent the papers on the night before we met."
        codes: {papers: absent}
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit
from gapcheck.checks.prose import hidden, of_excerpt, prose
from gapcheck.checks.titled import may_name, named
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.study import Excerpt, Source

RULE = "named-person"


def check(source: Source, _around: Around) -> Iterator[Hit]:
    """Find titles with a name in words that nobody cleared."""
    published = source.citation is not None and not source.speakers
    if published or not may_name(prose(source).bare):
        return
    for excerpt in source.excerpts:
        if not excerpt.cleared:
            yield from _in_excerpt(excerpt)


def _in_excerpt(excerpt: Excerpt) -> Iterator[Hit]:
    people = ((key, *one) for key, words in of_excerpt(excerpt) for one in named(words))
    for key, title, name in dict.fromkeys(people):
        diagnostic = Diagnostic(
            excerpt.location,
            Severity.ERROR,
            RULE,
            f"{title} {hidden(name)} is named in `{key}` of excerpt {excerpt.id}",
            "Put a role in the name's place, or `cleared: true` where it may stay.",
            sensitive=True,
        )
        yield Hit(diagnostic, excerpt)
