"""What the summary page of a run shows of a study: its overview for the public, or counts alone.

Anybody may read that page. Reads `gapcheck report --format json` from stdin, and two arguments: a
file with the overview for the public in Markdown, empty where there is none, and why there is
none. Where the study is not fit for the public, and where its overview is longer than the page may
be, only ids and counts are written: no words, no roles, no names, not even the study's title.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from gapcheck.reports.words import GROUPS

FORMAT = "gapcheck-report/1"

MOST = 1024 * 1024
"""Bytes of a page that GitHub shows: of a longer one it shows nothing."""

_TOO_LONG = "The overview for the public is longer than this page may be: make it yourself with\n"
_COMMAND = "`gapcheck report --audience public --coarsen --format markdown`."


def summary(report: dict[str, Any], overview: str, why: str) -> str:
    """The page: how many problems, then the overview, or why there is none and the counts."""
    head = f"### gapcheck\n\n{_problems(report['diagnostics'])}\n"
    if overview:
        page = f"{head}\n{overview}"
        if len(page.encode("utf-8")) <= MOST:
            return page
        why = _TOO_LONG + _COMMAND
    quoted = "".join(f"> {line}\n" for line in why.splitlines())
    return f"{head}\n{quoted}\n{_counts(report['partnerships'])}"


def _problems(counts: dict[str, int]) -> str:
    words = [f"{n:,} {word}{'' if n == 1 else 's'}" for word, n in counts.items() if n]
    return f"{' and '.join(words) or 'No problem'} in the files."


def _counts(partnerships: list[dict[str, Any]]) -> str:
    if not partnerships:
        return ""
    heads = [f"{words.glyph} {words.label}" for words in GROUPS.values()]
    lines = [f"| partnership | {' | '.join(heads)} |", f"|---|{'--:|' * len(heads)}"]
    lines += [_row(one) for one in partnerships]
    lines += ["", "Imperatives by verdict. `gapcheck report` shows what each rests on."]
    return "\n".join(lines) + "\n"


def _row(partnership: dict[str, Any]) -> str:
    invented = " (invented)" if partnership["illustrative"] else ""
    counts = [str(partnership["totals"][group]) for group in GROUPS]
    return f"| `{partnership['lsp']}`{invented} | {' | '.join(counts)} |"


def main(arguments: list[str]) -> int:
    """Turn stdin and the overview into the page; 2 where there is no report."""
    try:
        report = json.load(sys.stdin)
    except ValueError:
        # `gapcheck report` said on stderr why there is none.
        sys.stderr.write("No report, so no summary.\n")
        return 2
    if report.get("format") != FORMAT:
        sys.stderr.write(f"This is no {FORMAT}.\n")
        return 2
    overview, why = (*arguments, "", "")[:2]
    text = Path(overview).read_text(encoding="utf-8") if overview else ""
    # The glyphs must not hang on the locale of the machine.
    sys.stdout.buffer.write(summary(report, text, why).encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
