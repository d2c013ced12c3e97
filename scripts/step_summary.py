"""A report's counts as Markdown for the summary page of a run, which anybody may read.

Reads `gapcheck report --format json` from stdin. Of it only ids and counts are written: no words,
no roles, no names, not even the study's title.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from gapcheck.reports.words import GROUPS

FORMAT = "gapcheck-report/1"


def summary(report: dict[str, Any]) -> str:
    """The page: how many problems, then one line a partnership."""
    lines = ["### gapcheck", "", _problems(report["diagnostics"]), ""]
    partnerships = report["partnerships"]
    if partnerships:
        heads = [f"{words.glyph} {words.label}" for words in GROUPS.values()]
        lines.append(f"| partnership | {' | '.join(heads)} |")
        lines.append(f"|---|{'--:|' * len(heads)}")
        lines += [_row(one) for one in partnerships]
        lines += ["", "Imperatives by verdict. `gapcheck report` shows what each rests on."]
    return "\n".join(lines) + "\n"


def _problems(counts: dict[str, int]) -> str:
    words = [f"{n:,} {word}{'' if n == 1 else 's'}" for word, n in counts.items() if n]
    return f"{' and '.join(words) or 'No problem'} in the files."


def _row(partnership: dict[str, Any]) -> str:
    invented = " (invented)" if partnership["illustrative"] else ""
    counts = [str(partnership["totals"][group]) for group in GROUPS]
    return f"| `{partnership['lsp']}`{invented} | {' | '.join(counts)} |"


def main() -> int:
    """Turn stdin into the page; 2 where it is no report."""
    try:
        report = json.load(sys.stdin)
    except ValueError:
        # `gapcheck report` said on stderr why there is none.
        sys.stderr.write("No report, so no summary.\n")
        return 2
    if report.get("format") != FORMAT:
        sys.stderr.write(f"This is no {FORMAT}.\n")
        return 2
    # The glyphs must not hang on the locale of the machine.
    sys.stdout.buffer.write(summary(report).encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
