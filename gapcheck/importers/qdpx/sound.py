"""Recordings: the time stamps that tie a transcript to its sound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.importers.qdpx.tree import children, guid

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Stretch = tuple[int, int, int | None]
"""Where a stretch begins and ends in the transcript, and when it begins, in milliseconds."""


@dataclass(frozen=True, slots=True)
class Sound:
    """The time stamps of one transcript: position and time of each, by id."""

    points: dict[str, tuple[int, int | None]]

    def between(self, start: str, end: str) -> Stretch | None:
        """The stretch between two time stamps; None where either is not there."""
        if start not in self.points or end not in self.points:
            return None
        begin, when = self.points[start]
        return begin, self.points[end][0], when

    def around(self, element: Element) -> Stretch | None:
        """The stretch between the last time stamp before some sound and the first after it."""
        begin, end = whole(element, "begin"), whole(element, "end")
        if begin is None or end is None:
            return None
        timed = [(when, place) for place, when in self.points.values() if when is not None]
        before = max((each for each in timed if each[0] <= begin), default=None)
        after = min((each for each in timed if each[0] >= end), default=None)
        if before is None or after is None or before[1] >= after[1]:
            return None
        return before[1], after[1], before[0]


def sound_of(transcript: Element) -> Sound:
    """The time stamps of a transcript that have a position in it."""
    points = {}
    for each in children(transcript, "SyncPoint"):
        place = whole(each, "position")
        if place is not None:
            points[guid(each)] = (place, whole(each, "timeStamp"))
    return Sound(points)


def clock(milliseconds: int | None) -> str:
    """A time as `00:12:40`; empty where there is none."""
    if milliseconds is None or milliseconds < 0:
        return ""
    seconds = milliseconds // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def whole(element: Element, name: str) -> int | None:
    """A whole number; None where there is none."""
    try:
        return int(element.get(name, "").strip())
    except ValueError:
        return None
