"""What a board paper says in every format, in plain text."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.choices import Confidence, Group, Modality, Wording
from gapcheck.model.finding import Finding
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.model.settings import Ethics
from gapcheck.reports import phrases, words
from gapcheck.reports.narrowed import NOT_ASKED, asked
from gapcheck.reports.rows import ended

METHOD = (
    "Each verdict follows from a written rule, named beside it; none counts votes or takes a mean. "
    "Confidence starts at high and drops one step for each concern named beside it."
)
WHO_WAS_HEARD = "Who was heard (sources; “nobody” is not a no):"
_NONE = {
    Group.GAP: "No gap was found.",
    Group.CONTESTED: "No finding is contested.",
    Group.UNKNOWN: "Every imperative that applies here could be judged.",
}
WORTH_ASKING = "Contested or fragile, and so worth asking about next:"
NOT_CODED = "Nothing is coded yet on what gets in the way or helps."
NOTHING_LEFT_OUT = "Nothing was left out."
NOT_LISTED = "What consent or its time shuts out is listed in no edition for the public."
ANALYST = "the analyst's words, not a participant's"
LEFT_OUT = "Left out of this report, because the files have errors:"
SIDES = {"yes": "Say yes", "no": "Say no", "between": "Between"}
"""The head of each side of a contested finding."""

_CERTAIN_FIRST = {confidence: number for number, confidence in enumerate(Confidence)}
_NOT_SEEN = "not seen"


def none(report: Report, group: Group) -> str:
    """What stands where a group has no finding; that nobody asked for it, where that is so."""
    return _NONE[group] if asked(report, group) else NOT_ASKED


def no_matter(report: Report) -> str:
    """What stands where there is neither a gap nor a contested finding."""
    return " ".join(dict.fromkeys(none(report, each) for each in (Group.GAP, Group.CONTESTED)))


def purpose(name: str) -> str:
    """What a paper on a partnership is for."""
    return (
        f"This paper sets out which national imperatives are practised in {name}, which are not, "
        "and which nobody can judge yet. It judges practice against sentences in policies; it does "
        "not judge the board, and it recommends nothing."
    )


def short_name(finding: Finding) -> str:
    """A few words for the imperative: its title, or its text without the full stop."""
    return finding.imperative.title or phrases.clause(finding.imperative.text)


def certainty(finding: Finding) -> int:
    """A place in the order of confidence, the surest first; what has none comes last."""
    return _CERTAIN_FIRST[finding.confidence] if finding.confidence else len(_CERTAIN_FIRST)


def outside(part: PartnershipReport) -> str:
    """What stands outside the totals; nothing where nothing does."""
    said = []
    if part.not_taken_up:
        was = phrases.counted(part.not_taken_up, "option was", "options were")
        said.append(f"{was} not taken up")
    if part.not_applicable:
        does = phrases.counted(part.not_applicable, "imperative does", "imperatives do")
        said.append(f"{does} not apply")
    return f"Outside these totals: {phrases.joined(said)}." if said else ""


def legend(part: PartnershipReport) -> str:
    """How many imperatives each group holds, beside its glyph."""
    totals = dict(part.totals)
    return "   ".join(
        f"{marks.glyph} {marks.label} {totals.get(group, 0)}"
        for group, marks in words.GROUPS.items()
    )


def asked_by(finding: Finding, report: Report) -> str:
    """The policy that asks, how strongly, of whom and for whom, and how its words are known."""
    imperative = finding.imperative
    policy = {each.id: each for each in report.policies}.get(imperative.policy)
    said = [f"{policy.title}, {phrases.long_date(policy.published)}." if policy else ""]
    unseen = imperative.locator == _NOT_SEEN
    said.append("Place in it not seen." if unseen else phrases.sentence(imperative.locator))
    said.append(phrases.sentence(phrases.duty(imperative, report.settings)))
    if imperative.wording is not Wording.SEEN:
        said.append(phrases.sentence(words.WORDINGS[imperative.wording]))
    if end := ended(finding):
        said.append(f"Ended {end}.")
    return " ".join(filter(None, said))


def notes(finding: Finding) -> str:
    """What limits an imperative: that it is an option, that it has ended; else nothing."""
    option = "an option, not a duty" if finding.imperative.modality is Modality.MAY else ""
    return "; ".join(filter(None, (option, over(finding))))


def over(finding: Finding) -> str:
    """`ended March 2005`, where the imperative was over by the as-at day."""
    end = ended(finding)
    return f"ended {end}" if end else ""


def level(finding: Finding) -> str:
    """`moderate, fragile`; a dash where there is no confidence."""
    if finding.confidence is None:
        return "–"
    said = words.CONFIDENCES[finding.confidence][0]
    return f"{said}, fragile" if finding.fragile else said


def reading_of_tiers(report: Report) -> str:
    """What the marks of tiers mean."""
    whom = "" if report.edition else " and from how many voices"
    few = f"; a {words.UNTOLD} is not told, heard or not" if report.edition else ""
    return f"the mark of what was heard there{whom}; a dot is nothing heard, not a no{few}."


def unless_few(report: Report) -> str:
    """That what few people name is not listed, in an edition."""
    edition = report.edition
    return f"; what fewer than {edition.least} name is not listed" if edition else ""


def promises(ethics: Ethics) -> Iterator[str]:
    """What was approved and by whom, as far as the study says."""
    reviewed = f"{ethics.reviewed_by}, {ethics.reviewed_on}" if ethics.reviewed_by else ""
    told = (
        ("Ethics approval", ethics.approval),
        ("Data controller", ethics.controller),
        ("Lawful basis", ethics.lawful_basis),
        ("Consent form", ethics.consent_form),
        ("Kept until", ethics.retention_until),
        ("Re-identification reviewed by", reviewed.removesuffix(", ")),
    )
    return (f"{label}: {phrases.clause(value)}." for label, value in told if value)


def unreviewed(part: PartnershipReport) -> str:
    """How many excerpts nobody has reviewed; nothing where all are."""
    number = sum(source.unreviewed for source in part.sources)
    if not number:
        return ""
    excerpts = phrases.counted(number, "excerpt is", "excerpts are")
    return f"{excerpts} not reviewed yet and {'counts' if number == 1 else 'count'} for nothing."
