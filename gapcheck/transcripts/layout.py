"""A plain transcript without what is not speech: names of speakers, time stamps, editors' marks.

Everything taken away is replaced by as many blanks, so that every place stays where it was.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from gapcheck.transcripts.marks import BRACKET, SOUND

_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
STAMP = re.compile(
    rf"[\[(<]\s*(?P<boxed>{_CLOCK})(?:[.,:]\d{{1,3}})?\s*[\])>]"
    rf"|\#(?P<hash>\d{{1,2}}:\d{{2}}:\d{{2}})(?:-\d)?\#"
    rf"|^[ \t]*(?P<first>\d{{1,2}}:\d{{2}}:\d{{2}})(?:[.,]\d{{1,3}})?(?=\s|\Z)"
    rf"|^[ \t]*(?P<alone>\d{{1,2}}:\d{{2}})(?=[ \t]*$|\t)",
    re.MULTILINE,
)
"""A time in brackets or between hashes, or one at the beginning of a line."""
_NAME = r"(?P<name>[^\W\d_][^\n:\t]{0,38}?)"
LABEL = re.compile(rf"^[ \t>*_#•-]*{_NAME}[ \t*_]*(?::[*_]*(?=\s|\Z)|\t)", re.MULTILINE)
"""What may be a name before a turn of speech: a colon or a tab stands behind it."""
HEADING = re.compile(rf"^[ \t]*{_NAME}[ \t]+(?P<late>{_CLOCK})[ \t]*$", re.MULTILINE)
"""What may be a name alone on its line, with the time of the turn behind it."""
_ROLE = re.compile(
    r"(?:[A-Z]{1,5}|interviewer|interviewee|respondent|participant|speaker|facilitator|moderator"
    r"|researcher|informant|chair|man|woman|unknown)[ .-]?\d{0,3}",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Z]{1,5}[ .-]?\d{0,3}")


@dataclass(frozen=True, slots=True)
class Layout:
    """A text of the same length that holds nothing but speech.

    `stamps` are the times that stand in it, each with its place; `labels` are the names before
    turns of speech.
    """

    speech: str = field(repr=False)
    stamps: tuple[tuple[int, str], ...] = ()
    labels: frozenset[str] = frozenset()


def laid_out(text: str) -> Layout:
    """The speech of a transcript that was typed as plain text."""
    stamps = tuple(sorted(_stamps(text)))
    timeless = STAMP.sub(blank, text)
    labels = _labels(timeless)
    speech = _without_labels(timeless, labels)
    return Layout(_without_marks(speech), stamps, labels)


def naming(labels: Collection[str]) -> re.Pattern[str] | None:
    """What finds these names where a quote holds them; None where there are none.

    In a quote of several turns, folded by YAML, they stand in the middle of a line.
    """
    if not labels:
        return None
    names = "|".join(re.escape(one) for one in sorted(labels, key=lambda one: (-len(one), one)))
    return re.compile(rf"(?:(?<=\s)|^)(?:{names})[ \t*_]*:(?=\s|\Z)", re.MULTILINE)


def unlabelled(quote: str, names: re.Pattern[str] | None) -> str:
    """A quote without time stamps and without the names that stand before turns of speech."""
    spoken = STAMP.sub(blank, quote)
    return names.sub(blank, spoken) if names else spoken


def blank(found: re.Match[str]) -> str:
    """Blanks in the place of what was found; its line ends stay."""
    whole = found[0]
    return " " * len(whole) if "\n" not in whole else re.sub(r"[^\n]", " ", whole)


def timed(clock: str) -> str:
    """A time as hours, minutes and seconds."""
    return ":".join(part.zfill(2) for part in f"0:{clock}".split(":")[-3:])


def _stamps(text: str) -> Iterator[tuple[int, str]]:
    for found in STAMP.finditer(text):
        yield found.start(), timed(next(filter(None, found.groups())))
    for found in HEADING.finditer(text):
        yield found.start(), timed(found["late"])


def _labels(text: str) -> frozenset[str]:
    """The names that stand before turns: codes and roles, and what does so twice."""
    seen: Counter[str] = Counter()
    for form in (LABEL, HEADING):
        seen.update(found["name"] for found in form.finditer(text))
    return frozenset(name for name, times in seen.items() if times > 1 or _is_role(name))


def _is_role(name: str) -> bool:
    return bool(_CODE.fullmatch(name)) or (len(name) > 5 and bool(_ROLE.fullmatch(name)))


def _without_labels(text: str, labels: frozenset[str]) -> str:
    def named(found: re.Match[str]) -> str:
        return blank(found) if found["name"] in labels else found[0]

    return LABEL.sub(named, HEADING.sub(named, text))


def _without_marks(text: str) -> str:
    return SOUND.sub(blank, BRACKET.sub(blank, text))
