"""`--fail-on`: when a report is a finding for the exit code too."""

from __future__ import annotations

from collections import Counter

import typer

from gapcheck.model.choices import Group, Verdict
from gapcheck.model.report import Report
from gapcheck.near import did_you_mean

_JUDGED = frozenset(Verdict) - {
    Verdict.NO_EVIDENCE,
    Verdict.INSUFFICIENT,
    Verdict.UNTESTED,
    Verdict.NOT_APPLICABLE,
}
_KNOWN = tuple(dict.fromkeys([*map(str, Verdict), *map(str, Group)]))


def gate_of(typed: str | None, option: str = "--fail-on") -> frozenset[str]:
    """The verdicts and groups that an option names, with hyphens or underscores, and commas."""
    if typed is None:
        return frozenset()
    names = [one.strip().replace("-", "_") for one in typed.split(",") if one.strip()]
    if not names:
        # An unset variable of a CI script must not open the gate.
        raise typer.BadParameter(f"{option} names nothing. Known: {', '.join(_KNOWN)}.")
    for name in names:
        if name not in _KNOWN:
            known = f"{did_you_mean(name, _KNOWN)} Known: {', '.join(_KNOWN)}."
            raise typer.BadParameter(f"{option}: {name} is no verdict or group. {known.strip()}")
    return frozenset(names)


def tripped(report: Report, gate: frozenset[str]) -> list[str]:
    """Why a gated report fails, a sentence each; empty where it passes or there is no gate."""
    if not gate:
        return []
    found = Counter(
        str(one.verdict)
        for one in report.findings
        if str(one.verdict) in gate or (one.group is not None and str(one.group) in gate)
    )
    reasons = [
        f"--fail-on: {count:,} {'finding is' if count == 1 else 'findings are'} {verdict}."
        for verdict, count in found.items()
    ]
    if report.left_out:
        files = "a file" if len(report.left_out) == 1 else f"{len(report.left_out):,} files"
        reasons.append(f"--fail-on: parts of {files} had to be left out.")
    if not any(one.verdict in _JUDGED for one in report.findings):
        reasons.append("--fail-on: nothing could be judged, and that is not a pass.")
    return reasons
