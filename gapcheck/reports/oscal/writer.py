"""The report as assessment results: what is asked, what was observed, what was found of it.

https://pages.nist.gov/OSCAL/ (assessment results, version 1.2.1). A statement is an observation; a
finding leads to its observations. OSCAL knows an objective as satisfied or not: what is contested
or not known is not satisfied there for another reason than failing, and says so. What OSCAL has
no field for stands in properties of our own name space.

Ids follow from what they name, and every date from the study: the same study gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TextIO

from gapcheck import __version__
from gapcheck.model.dates import Day, PartialDate
from gapcheck.model.finding import Finding
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.reports import narrowed, phrases, sentences
from gapcheck.reports.choosing import applying, findings_of
from gapcheck.reports.edition import HEAD, edition
from gapcheck.reports.oscal.findings import found
from gapcheck.reports.oscal.observations import observations
from gapcheck.reports.oscal.values import (
    Json,
    address,
    id_,
    line,
    moment,
    props,
    text,
    title,
    token,
)

VERSION = "1.2.1"
"""The version of OSCAL."""


def write(report: Report, stream: TextIO) -> None:
    """Write the results, one for each partnership, as one JSON object with a newline after it."""
    whole = json.dumps(as_oscal(report), ensure_ascii=False, indent=2, allow_nan=False)
    stream.write(f"{whole}\n")


def as_oscal(report: Report) -> Json:
    """Arrange the report as OSCAL's assessment results."""
    policies = [_policy(each.id, each.title, each.url) for each in report.policies]
    held: Json = {
        "uuid": id_("report", report.settings.title, *_names(report)),
        "metadata": _metadata(report),
        "import-ap": {
            "href": f"#{id_('policies')}",
            "remarks": "There is no assessment plan: what is asked stands in the policies.",
        },
        "results": [_result(part, report) for part in report.partnerships] or [_empty()],
        "back-matter": {
            "resources": [
                {"uuid": id_("policies"), "title": "The policies whose imperatives are judged"},
                *policies,
            ]
        },
    }
    return {"assessment-results": held}


def _names(report: Report) -> Iterator[str]:
    yield report.audience
    yield from (part.partnership.id for part in report.partnerships)
    yield narrowed.narrowed(report)


def _metadata(report: Report) -> Json:
    said = [f"Illustrative. {each}" for each in (sentences.banner(report),) if each]
    own = edition(report)
    said += [f"{HEAD} {own[0]}", *own[1:]] if own else []
    said += [each for each in (narrowed.narrowed(report),) if each]
    said += [f"Left out, because files have errors: {each}" for each in report.left_out]
    said += sentences.limits(report)
    return {
        "title": title(report.settings.title or "Policy and practice"),
        "last-modified": moment(max(filter(None, map(_first, report.partnerships)), default=None)),
        "version": line(report.commit or "not under version control"),
        "oscal-version": VERSION,
        "props": props({"audience": report.audience, "made-with": f"gapcheck {__version__}"}),
        "remarks": text("\n\n".join(said)),
    }


def _policy(name: str, called: str, url: str | None) -> Json:
    known = address(url or "")
    links: Json = {"rlinks": [{"href": known}]} if known else {}
    return {"uuid": id_("policy", name), "title": title(called), **links}


def _empty() -> Json:
    """What stands where there is no partnership: OSCAL wants at least one result."""
    return {
        "uuid": id_("nothing"),
        "title": "Nothing was judged",
        "description": "The study holds no partnership yet.",
        "start": moment(None),
        "reviewed-controls": _reviewed(()),
    }


def _result(part: PartnershipReport, report: Report) -> Json:
    own, judged = part.partnership, applying(findings_of(part, report))
    observed = [made for each in judged for made in observations(each, report)]
    findings = [found(each, report) for each in judged]
    held: Json = {
        "uuid": id_("result", report.audience, own.id),
        "title": title(phrases.full_name(own)),
        "description": text(sentences.summary(part)),
        "start": moment(_first(part)),
        "end": moment(_first(part)),
        "props": props(
            {
                "partnership": own.id,
                "illustrative": "yes" if own.illustrative else "no",
                "as-at": _typed(part.as_at),
                "not-applicable": str(part.not_applicable),
            }
        ),
        "reviewed-controls": _reviewed(judged),
    }
    # An empty list is no list in OSCAL.
    held |= {"observations": observed} if observed else {}
    held |= {"findings": findings} if findings else {}
    return held


def _reviewed(judged: Iterable[Finding]) -> Json:
    names = [{"control-id": token(each.imperative.name)} for each in judged]
    chosen: Json = {"include-controls": names} if names else {"include-all": {}}
    if not names:
        chosen["remarks"] = "No imperative of this study applies here."
    return {"control-selections": [chosen]}


def _first(part: PartnershipReport) -> date | None:
    when = part.as_at
    return when.first if isinstance(when, PartialDate) else when


def _typed(when: Day | None) -> str:
    return "" if when is None else when.text if isinstance(when, PartialDate) else when.isoformat()
