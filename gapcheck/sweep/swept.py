"""What a check of a whole study came to, as the cache keeps it."""

from __future__ import annotations

from gapcheck.diagnostic import Diagnostic
from gapcheck.model.held import Held
from gapcheck.sweep.quoted import again, plain
from gapcheck.sweep.written import dumped, heard, loaded, told

Swept = tuple[Held, tuple[Diagnostic, ...]]
"""How much a study holds, and everything that is wrong with it."""


def written(swept: Swept) -> str:
    """A result as a text."""
    held, found = swept
    counts = [held.read, held.policies, held.imperatives, held.partnerships, held.sources]
    quoted = [plain(one) for one in held.quoted]
    return dumped([told(found), held.title, "\0".join(held.files), counts, quoted])


def remembered(text: str) -> Swept:
    """A result from the text that it was written as."""
    found, title, files, counts, quoted = loaded(text)
    names = tuple(files.split("\0")) if files else ()
    read, policies, imperatives, partnerships, sources = counts
    looked = tuple(map(again, quoted))
    held = Held(title, names, read, policies, imperatives, partnerships, sources, looked)
    return held, heard(found)
