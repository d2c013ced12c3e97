"""Sensitivity as JSON (`gapcheck-sensitivity/1`): keys in a fixed order, no clock, no words.

A setting that does not apply has `applies` false, says why, and has null where its counts would
be: nought would say that nothing changes.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from gapcheck import __version__
from gapcheck.model.report import Report, Sensitivity
from gapcheck.reports.stability import Stability

FORMAT = "gapcheck-sensitivity/1"
JsonObject = dict[str, Any]


def write(report: Report, stream: TextIO) -> None:
    """Write every setting with its changes, and the verdicts that none changes."""
    own = Stability.of(report)
    whole: JsonObject = {
        "format": FORMAT,
        "gapcheck": __version__,
        "study": report.settings.title,
        "left_out": list(report.left_out),
        "partnerships": [
            {
                "lsp": part.partnership.id,
                "name": part.partnership.name,
                "illustrative": part.partnership.illustrative,
                "as_at": str(part.as_at) if part.as_at else None,
            }
            for part in report.partnerships
        ],
        "verdicts": len(own.findings),
        "changing": len(own.changing),
        "unreached": own.beyond,
        "settings": [_setting(each) for each in own.settings],
        "never_change": [
            {
                "lsp": each.partnership.id,
                "imperative": each.imperative.name,
                "verdict": each.verdict,
                "fragile": bool(each.fragile),
            }
            for each in own.never
        ],
    }
    # Names may hold marks that a terminal would obey; in pure ASCII they are inert.
    json.dump(whole, stream, ensure_ascii=True, indent=2)
    stream.write("\n")


def _setting(setting: Sensitivity) -> JsonObject:
    applies = not setting.lacking
    return {
        "key": setting.key,
        "name": setting.scenario,
        "applies": applies,
        "why_not": setting.lacking or None,
        "reached": len(setting.reached) if applies else None,
        "changed": len(setting.changes) if applies else None,
        "changes": [
            {
                "lsp": each.lsp,
                "imperative": each.imperative,
                "verdict": each.verdict,
                "otherwise": each.otherwise,
            }
            for each in setting.changes
        ],
    }
