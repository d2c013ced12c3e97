"""Reports for the public of small studies, beside the team's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from assess.builders import TODAY, corpus, says

from gapcheck.assess.run import assess
from gapcheck.model.finding import Finding
from gapcheck.model.report import Report
from gapcheck.model.study import Source
from gapcheck.publish.disclosure import Disclosure
from gapcheck.publish.run import public

PLAIN = Disclosure()
COARSE = Disclosure(coarsen=True)


def team(*sources: Source | str, **changes: Any) -> Report:
    """The team's report; words become sources, each with a speaker of its own."""
    told = [says(f"s{number}", each) if isinstance(each, str) else each
            for number, each in enumerate(sources, 1)]  # fmt: skip
    as_at = changes.pop("as_at", None)
    return assess(corpus(*told, **changes), today=TODAY, as_at=as_at)


def edition(*sources: Source | str, disclosure: Disclosure = PLAIN, **changes: Any) -> Report:
    """The edition for the public of the same."""
    return public(team(*sources, **changes), disclosure)


def told(*sources: Source | str, **changes: Any) -> Finding:
    """The only finding of that edition."""
    (finding,) = edition(*sources, **changes).findings
    return finding


def times(number: int, words: str) -> Iterable[str]:
    """So many people who say the same."""
    return [words] * number
