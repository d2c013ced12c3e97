"""The edition for the public of a report: from the team's to the one that everybody may read.

Nothing is judged anew: every verdict, rule and confidence is the team's. What tells of people is
left out, told more coarsely or held back, and the edition says so. Its values are replaced here,
so that no format can show what the Report does not hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gapcheck.model.choices import Audience
from gapcheck.model.edition import Edition
from gapcheck.model.finding import Finding
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.model.settings import Settings
from gapcheck.publish.counting import Numbers
from gapcheck.publish.disclosure import Disclosure
from gapcheck.publish.findings import told_finding
from gapcheck.publish.ground import Ground, ground
from gapcheck.publish.left_out import bare
from gapcheck.publish.names import every_name
from gapcheck.publish.partnerships import told_part
from gapcheck.publish.pooling import LABEL, POOL


def public(report: Report, disclosure: Disclosure, left_out: tuple[str, ...] = ()) -> Report:
    """The team's report as everybody may read it; `left_out` are sentences that name nobody."""
    grounds = _grounds(report, disclosure)
    told = [told_finding(each, grounds[each.partnership.id]) for each in report.findings]
    parts = tuple(told_part(each, grounds[each.partnership.id]) for each in report.partnerships)
    return replace(
        report,
        settings=_settings(report.settings, grounds),
        audience=Audience.PUBLIC,
        partnerships=parts,
        findings=tuple(finding for finding, _ in told),
        diagnostics=bare(report.diagnostics),
        left_out=left_out,
        sensitivity=(),
        # What no policy asked for tells of the few who do it.
        beyond=None,
        commit="",
        # All of it counts people, or names the coders.
        methods=None,
        edition=replace(
            _edition(report, disclosure, grounds, [found for _, found in told]),
            rare=_named(report.partnerships) - _named(parts),
        ),
    )


def _named(parts: Iterable[PartnershipReport]) -> int:
    return sum(len(every_name(part)) for part in parts)


def _grounds(report: Report, disclosure: Disclosure) -> dict[str, Ground]:
    findings: dict[str, list[Finding]] = {}
    for each in report.findings:
        findings.setdefault(each.partnership.id, []).append(each)
    least = report.settings.thresholds.small_cell
    return {
        part.partnership.id: ground(
            part,
            findings.get(part.partnership.id, ()),
            least,
            disclosure,
            as_at_given=report.as_at_given,
        )
        for part in report.partnerships
    }


def _settings(settings: Settings, grounds: dict[str, Ground]) -> Settings:
    """Without real place names; with a name for small sectors, where they are told as one."""
    told = replace(settings, places=())
    if not any(each.together for each in grounds.values()):
        return told
    words = settings.vocabulary
    return replace(told, vocabulary=replace(words, sectors={**words.sectors, POOL: LABEL}))


def _edition(
    report: Report,
    disclosure: Disclosure,
    grounds: dict[str, Ground],
    numbers: Sequence[Numbers],
) -> Edition:
    settings = report.settings
    cited = sum(
        source.citation is not None
        for part in report.partnerships
        if part.partnership.pseudonym
        for source in part.sources
    )
    return Edition(
        least=settings.thresholds.small_cell,
        reviewed_by=settings.ethics.reviewed_by,
        reviewed_on=settings.ethics.reviewed_on,
        coarsened=disclosure.coarsen,
        uncounted=sum(each.few and not each.alone for each in numbers),
        alone=sum(each.alone for each in numbers),
        passages=sum(len(each.few) for each in grounds.values()),
        citations=cited,
        pooled=tuple(each.partnership.name for each in grounds.values() if each.together),
        places_unread=disclosure.places_unread,
    )
