"""Reports whose annex is tried: the sample's, with numbers of how it was done, and its edition."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from gapcheck.model.choices import Audience, Exclusion, QuoteConsent
from gapcheck.model.edition import Edition
from gapcheck.model.methods import Coding, Gathering, Methods, Sample, Topic
from gapcheck.model.quoted import Tally
from gapcheck.model.report import Report
from gapcheck.reports.exports import EXPORTS

from ..sample import northtown

METHODS = Methods(
    Sample(
        people=6,
        again=1,
        sectors=(("vcs", 2), ("council", 1), ("health", 1), ("residents", 2)),
        tiers=(("strategic", 2), ("thematic", 3), (None, 1)),
        attributes=("wave", "years"),
        quoting=((QuoteConsent.ANONYMISED, 5), (QuoteConsent.NONE, 1)),
        archive=3,
        shut_out=((Exclusion.WITHDRAWN, 1), (Exclusion.EMBARGOED, 2)),
    ),
    Gathering(
        sources=5, asked_in=2, asked=4, notes=1, transcripts=2, languages=("cy", "so"), memos=7
    ),
    Coding(
        coders=("ab", "cd"),
        unsigned=0,
        excerpts=40,
        unreviewed=3,
        twice=12,
        agreed=1,
        themes=3,
        barriers=4,
        enablers=2,
        tensions=1,
        configurations=1,
        quotes=Tally(2, 2, (), 9, 1, 0),
    ),
)


def team(counted: Methods | None = METHODS, **changes: Any) -> Report:
    """Northtown's report for the team; changes are of the settings."""
    report = northtown()
    return replace(report, methods=counted, settings=replace(report.settings, **changes))


def edition(**changes: Any) -> Report:
    """The same for the public, as far as its methods go."""
    told = Edition(least=3, reviewed_by="A. Reader")
    return replace(team(None, **changes), audience=Audience.PUBLIC, edition=told)


def own(**texts: str) -> Mapping[Topic, str]:
    """What a study writes itself."""
    return {Topic(name): text for name, text in texts.items()}


def written(form: str, report: Report) -> str:
    """The annex in a format."""
    stream = io.StringIO()
    EXPORTS["coreq"][form](report, stream)
    return stream.getvalue()
