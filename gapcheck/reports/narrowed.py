"""What of a report was asked for, said before all else, and what stands where a part was not."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.choices import Group, Verdict
from gapcheck.model.narrowing import Narrowing
from gapcheck.model.report import Report
from gapcheck.reports import phrases, words

NOT_ASKED = "Not asked for in this report."
_ORDER = tuple(dict.fromkeys((*map(str, words.GROUPS), *map(str, words.VERDICTS))))


def narrowed(report: Report) -> str:
    """Of what alone the report is; empty where it is of everything."""
    own = report.narrowing
    return " ".join(_said(own, report)) if own else ""


def asked(report: Report, group: Group) -> bool:
    """Whether findings of a group are in the report, if there are any."""
    own = report.narrowing
    if own is None or not own.only or report.whole_study:
        return True
    return any(each == group or _group_of(each) is group for each in own.only)


def _group_of(name: str) -> Group | None:
    return Verdict(name).group if name in set(Verdict) else None


def _said(own: Narrowing, report: Report) -> Iterator[str]:
    titles = {policy.id: policy.title for policy in report.policies}
    limits = []
    if own.policies:
        limits.append(f"of {phrases.joined(titles.get(each, each) for each in own.policies)}")
    if own.topics:
        limits.append(f"on {phrases.joined(own.topics, 'or')}")
    kinds = phrases.joined([f"“{_kind(each)}”" for each in _ORDER if each in own.only], "or")
    if kinds and not own.out_of and report.whole_study:
        limits.append(f"with a finding judged {kinds}")
    if limits:
        yield f"Only imperatives {' '.join(limits)}: {own.imperatives} of {own.of}."
    if kinds and not report.whole_study:
        yield f"Only findings judged {kinds}: {own.shown} of {own.out_of}. Counts are of all."
    if report.edition:
        yield "What is said of what is not told is said of the whole edition."


def _kind(name: str) -> str:
    known = {each.value: said.label for each, said in words.GROUPS.items()}
    return phrases.inside(known.get(name) or words.VERDICTS[Verdict(name)].screen)
