"""Whether the check file by file says what loading the whole study and checking it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gapcheck.checks.asking import Asking
from gapcheck.checks.run import check
from gapcheck.diagnostic import Diagnostic
from gapcheck.inventory import files_of
from gapcheck.load.quotes import with_quotes
from gapcheck.load.study import load_study
from gapcheck.model.choices import Audience
from gapcheck.sweep.hands import Alone
from gapcheck.sweep.study import Hands, sweep

DAY = date(2005, 1, 1)


def both(
    root: Path, asking: Asking | None = None, hands: Hands | None = None
) -> tuple[Diagnostic, ...]:
    """What is said of a study, after both ways of saying it were compared to the letter."""
    asking = asking or Asking()
    whole, loaded = load_study(root)
    whole = with_quotes(whole, root)
    every = check(whole, loaded, audience=asking.audience, today=asking.today, limit=False)
    outline, found = sweep(root, asking, hands or Alone(), limit=False)
    assert found == every
    assert repr(found) == repr(every)
    assert outline.files == whole.files
    assert outline.noted == whole.noted
    assert outline.quoted == whole.quoted
    assert repr(outline.quoted) == repr(whole.quoted)
    assert files_of(outline) == files_of(whole)
    assert [one.id for one in outline.sources] == [one.id for one in whole.sources]
    return found


def all_ways(root: Path) -> None:
    """Compare both ways for the team, and for the public on a day."""
    both(root)
    both(root, Asking(Audience.PUBLIC, DAY))
