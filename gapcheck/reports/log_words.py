"""What of a problem may stand in a log that others read: no speech, and nobody's name.

Logs of continuous integration, and the files that dashboards keep, are read by more people than
the study is. A value that may identify somebody is replaced there by what its rule is about, and
a value of several words, which may be speech, by dots.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from gapcheck.diagnostic import Diagnostic
from gapcheck.model.checked import RuleText
from gapcheck.reports.check_text import one_line
from gapcheck.reports.masked import DOT

_QUOTED = re.compile(r"`[^`]*`")
_PHRASE = re.compile(r"\w\s+\w")
_LETTER = re.compile(r"\w")


def message_of(one: Diagnostic, rules: Mapping[str, RuleText]) -> str:
    """What is wrong, on one line and without a full stop."""
    if one.sensitive:
        return f"{_about(one.rule, rules)} (not shown here: it may identify somebody)"
    return one_line(hushed(one.message))


def help_of(one: Diagnostic) -> str:
    """How to mend it, on one line; empty where that would tell of the value."""
    return "" if one.sensitive else one_line(one.help)


def sentence_of(one: Diagnostic, rules: Mapping[str, RuleText]) -> str:
    """What is wrong and how to mend it."""
    parts = (message_of(one, rules), help_of(one))
    return " ".join(_closed(part) for part in parts if part)


def related_of(one: Diagnostic) -> list[str]:
    """What each related place is, without a full stop."""
    if one.sensitive:
        return ["this belongs to it" for _ in one.related]
    return [one_line(hushed(other.message)) for other in one.related]


def hushed(message: str) -> str:
    """The message with every quoted value that holds several words replaced by dots."""
    if message.count("`") % 2:
        # A value holds such a mark itself, so nobody can say where it ends.
        first, last = message.index("`"), message.rindex("`")
        middle = message[first:] if first == last else message[first : last + 1]
        return message[:first] + _LETTER.sub(DOT, middle) + message[first + len(middle) :]
    return _QUOTED.sub(_dotted, message)


def _closed(part: str) -> str:
    return part if part.endswith((".", "?", "!")) else f"{part}."


def _dotted(found: re.Match[str]) -> str:
    return _LETTER.sub(DOT, found[0]) if _PHRASE.search(found[0]) else found[0]


def _about(rule: str, rules: Mapping[str, RuleText]) -> str:
    entry = rules.get(rule)
    return one_line(entry.summary.rstrip(".") if entry else rule)
