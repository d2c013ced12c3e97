"""The lines before the first turn of speech: when the interview was, and who was there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gapcheck.importers.interviews.known_words import GREETINGS
from gapcheck.importers.interviews.labels import is_code, is_name, taken_apart
from gapcheck.source.days import is_date, mended

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = re.compile(
    r"(?<![\d/.-])(?:(?P<iso>\d{4}-\d{2}(?:-\d{2})?)|(?P<figures>\d{1,2}[./-]\d{1,2}[./-]\d{4})"
    rf"|(?P<words>\d{{1,2}}(?:st|nd|rd|th)?\ +(?:of\ +)?{_MONTH},?\ +\d{{4}})"
    rf"|(?P<american>{_MONTH}\ +\d{{1,2}}(?:st|nd|rd|th)?,?\ +\d{{4}})"
    rf"|(?P<month>{_MONTH}\ +\d{{4}}))(?![\d/-])",
    re.IGNORECASE,
)
_KEY = re.compile(
    r"[ \t>*_#•|-]*(?P<key>[^\W\d_][^:\n\t]{0,38}?)[ \t*_]*(?::[*_]*|\t)(?P<value>.*)"
)
_DATED = re.compile(r"\b(?:date|held|when|interviewed on|recorded)\b", re.IGNORECASE)
_OTHER_DATE = re.compile(r"\b(?:transcri|check|version|print|birth|consent)", re.IGNORECASE)
_PEOPLE = re.compile(
    r"(?:names?|present|attendees|attendance|participants?|interviewees?|interviewers?|speakers?"
    r"|interviewed|interviewed by|respondents?|moderators?|facilitators?|researchers?)",
    re.IGNORECASE,
)
_LONGEST = 400
_MOST = 100


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines before the first turn say.

    `people` are the names in them, each with the role that it stands behind. `by_days` says that
    the date was written in figures of which either could be the month.
    """

    lines: int = 0
    date: str = ""
    by_days: bool = False
    people: tuple[tuple[str, str], ...] = field(default=(), repr=False)


def read_head(lines: Iterable[str]) -> Head:
    """What the lines of a head say."""
    kept = [line.strip() for line in lines if line.strip()]
    date, by_days = _date(kept)
    return Head(len(kept), date, by_days, tuple(dict.fromkeys(_people(kept)))[:_MOST])


def introduces(line: str) -> bool:
    """Whether a line that looks like a turn says who somebody is: `Interviewee: Anna Example`."""
    found = _KEY.fullmatch(line.strip())
    if not found or not _PEOPLE.fullmatch(_role(found["key"])):
        return False
    names = _names(found["value"])
    return bool(names) and all(" " in name or is_code(name) for name in names)


def heads(line: str) -> bool:
    """Whether a line of a file in which nobody is named belongs to its head."""
    plain = line.strip()
    if plain.startswith("#") or _DAY.fullmatch(plain):
        return True
    if found := _KEY.fullmatch(plain):
        key = _role(found["key"])
        return bool(_DATED.search(key) or _PEOPLE.fullmatch(key) or not found["value"])
    short = len(plain.split()) <= 12 and plain[-1:] not in tuple('.?!…,;"”’)')
    return short and not plain[:1].islower()


def _role(key: str) -> str:
    return re.sub(r"[ .-]?\d{1,3}\Z", "", key.strip())


def _date(lines: list[str]) -> tuple[str, bool]:
    """The one day that is called the date, or the only one that is there."""
    called: dict[str, bool] = {}
    found: dict[str, bool] = {}
    for line in lines:
        key = line.partition(":")[0]
        if _OTHER_DATE.search(key):
            continue
        days = dict(_days(line))
        found |= days
        if _DATED.search(key):
            called |= days
    for days in (called, found):
        if days:
            return next(iter(days.items())) if len(days) == 1 else ("", False)
    return "", False


def _days(line: str) -> Iterator[tuple[str, bool]]:
    """The days in a line as they are typed in a study; whether either figure could be the month."""
    for found in _DAY.finditer(line):
        typed = " ".join(
            re.sub(r"(?i)\bof\b|[,.](?=\s)|(?<=\d)(?:st|nd|rd|th)", " ", found[0]).split()
        )
        if found["american"]:
            month, day, year = typed.split(" ")
            typed = f"{day} {month} {year}"
        read = typed if found["iso"] and is_date(typed) else mended(typed)
        if read:
            parts = re.findall(r"\d+", typed) if found["figures"] else ["", ""]
            either = (
                bool(found["figures"]) and max(map(int, parts[:2])) <= 12 and parts[0] != parts[1]
            )
            yield read, either


def _people(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        found = _KEY.fullmatch(line)
        if found and _PEOPLE.fullmatch(_role(found["key"])):
            for name in _names(found["value"]):
                if not is_code(name):
                    yield found["key"].strip(), name


def _names(value: str) -> list[str]:
    """The names in a list of them; none where there is anything else."""
    if len(value) > _LONGEST:
        return []
    found = [one for part in re.split(r"[,;&]|\band\b", value) if (one := taken_apart(part).name)]
    named = all(is_code(one) or _full_name(one) for one in found)
    return found if named else []


def _full_name(text: str) -> bool:
    return is_name(text) and text.split(maxsplit=1)[0].casefold() not in GREETINGS
