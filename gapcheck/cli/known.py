"""The file of known problems: read, kept apart, and written."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from gapcheck.checks import baseline
from gapcheck.cli.output import save
from gapcheck.cli.refusals import Refused
from gapcheck.diagnostic import Diagnostic
from gapcheck.source.files import Unreadable, read_file

_LIMIT = 1 << 26
_ANEW = "`gapcheck check --baseline FILE --write-baseline` writes one anew."


def sifted(found: Sequence[Diagnostic], path: Path | None) -> baseline.Sifted:
    """What is new beside a baseline; everything is where there is none."""
    if path is None:
        return baseline.Sifted(tuple(found))
    try:
        return baseline.sift(found, baseline.from_bytes(read_file(path.resolve(), _LIMIT)))
    except Unreadable as error:
        why = f"There is no baseline {path}" if not path.exists() else f"{path} is {error}"
        raise Refused(f"{why}. {_ANEW}") from None
    except baseline.Broken as error:
        raise Refused(f"{path} is no baseline: it {error}. {_ANEW}") from None


def keep(found: Sequence[Diagnostic], path: Path | None, *, narrowed: bool) -> None:
    """Write all problems down as known; Refused where that would forget some."""
    if path is None:
        raise Refused("Say with --baseline FILE where --write-baseline is to write.")
    if narrowed:
        raise Refused(
            "--write-baseline takes the whole study: leave out PATH, --select and --ignore."
        )
    save(path, baseline.to_text(found).encode("utf-8"))
    count = f"{len(found):,} problem{' is' if len(found) == 1 else 's are'}"
    sys.stderr.write(f"{count} known from now on, by {path}.\n")
