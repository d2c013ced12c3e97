"""What a study's files answer of the checklist, in sentences; nothing where they do not."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck import __version__
from gapcheck.model.choices import Group, SourceKind, Words
from gapcheck.model.study import Source
from gapcheck.reports import board, phrases, sentences, words
from gapcheck.reports.annexes.fieldwork import Fieldwork

_SPOKEN = frozenset({SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP, SourceKind.OBSERVATION})


def orientation(work: Fieldwork) -> str:
    """Framework analysis against imperatives, and how a verdict comes about."""
    report = work.report
    imperatives = phrases.counted(len(report.across), "imperative")
    policies = phrases.counted(len(report.policies), "national policy", "national policies")
    return (
        f"Framework analysis: {imperatives} out of {policies} are the frame, set before the "
        "evidence was read. Each is judged in each partnership by ordered, written rules; "
        "confidence follows the four components of GRADE-CERQual, adapted to single cases."
    )


def size(work: Fieldwork) -> str:
    """How many sources and how many people; for everybody the kinds alone."""
    views = [source for part in work.report.partnerships for source in part.sources]
    held = sentences.kinds(views)
    if work.public:
        return f"{phrases.sentence(held)} Numbers of people are not told." if held else ""
    people = phrases.counted(len(work.people()), "person", "people")
    return f"{phrases.sentence(held)} {people} are named as speakers." if held else ""


def withdrawn(work: Fieldwork) -> str:
    """How many sources consent shuts out."""
    if work.public:
        return "What consent or its time shuts out is listed in no edition for the public."
    if not work.shut_out:
        return ""
    said = phrases.counted(work.shut_out, "source is", "sources are")
    return f"{said} left out for want of consent to analysis, or withdrawn. Reasons are not kept."


def sample(work: Fieldwork) -> str:
    """Which sectors were heard and which were not, and when."""
    settings = work.report.settings
    told = dict.fromkeys(cell.sector for part in work.report.partnerships for cell in part.heard)
    if not told:
        return ""
    heard = phrases.joined(phrases.sector(each, settings) for each in told)
    missing = dict.fromkeys(
        each for part in work.report.partnerships for each in part.unheard if each not in told
    )
    silent = phrases.joined(phrases.sector(each, settings) for each in missing)
    views = tuple(source for part in work.report.partnerships for source in part.sources)
    parts = (f"Heard: {heard}.", f"Not heard: {silent}." if silent else "", sentences.span(views))
    return " ".join(filter(None, parts))


def guide(work: Fieldwork) -> str:
    """How many conversations name the imperatives that were put to the speaker."""
    spoken = _spoken(work)
    asked = [each for each in spoken if each.asked]
    if not asked:
        return ""
    if work.public:
        return "Sources name the imperatives that were put to the speaker."
    return (
        f"{len(asked)} of {phrases.counted(len(spoken), 'conversation')} name the imperatives "
        "that were put to the speaker, so that silence can be told from not being asked."
    )


def again(work: Fieldwork) -> str:
    """How many people are heard in more than one source."""
    number = sum(count > 1 for count in work.people().values())
    if work.public or not number:
        return ""
    return f"{phrases.counted(number, 'person is', 'people are')} heard in more than one source."


def recording(work: Fieldwork) -> str:
    """How many conversations are held word for word, and how many name a transcript."""
    spoken = _spoken(work)
    if work.public or not spoken:
        return ""
    whole = sum(each.words is Words.VERBATIM for each in spoken)
    named = sum(each.transcript is not None for each in spoken)
    every = phrases.counted(len(spoken), "conversation")
    beside = f"; {named} name a transcript, in which their quotes are looked for" if named else ""
    return f"{whole} of {every} word for word{beside}."


def notes(work: Fieldwork) -> str:
    """How many sources are notes."""
    number = sum(each.words is Words.NOTES for each in work.sources)
    if not number:
        return ""
    if work.public:
        return "Notes are never shown in quotation marks."
    held = phrases.counted(number, "source holds", "sources hold")
    return f"{held} notes and not speech; they are never shown in quotation marks."


def enough(work: Fieldwork) -> str:
    """How many cells nobody can judge: the study does not speak of saturation."""
    totals = [dict(part.totals) for part in work.report.partnerships]
    unknown = sum(each.get(Group.UNKNOWN, 0) for each in totals)
    every = sum(sentences.applying(part) for part in work.report.partnerships)
    if not every:
        return ""
    return (
        f"No claim of saturation is made. Of {phrases.counted(every, 'finding')} {unknown} are not "
        "known, because nobody or too few were asked; the report says who."
    )


def coders(work: Fieldwork) -> str:
    """How many people coded, and whether excerpts were coded twice."""
    places = {part.partnership.id for part in work.report.partnerships}
    second = [each for each in work.corpus.second_codings if each.lsp in places]
    named = {each.coder for each in work.sources if each.coder} | {each.coder for each in second}
    if not named:
        return ""
    twice = len({(each.lsp, each.source) for each in second})
    both = f" {phrases.counted(twice, 'source was', 'sources were')} coded by two." if twice else ""
    return f"{phrases.counted(len(named), 'person', 'people')} coded.{both}"


def frame(work: Fieldwork) -> str:
    """The imperatives and their indicators, and where the codebook is."""
    every = [one for policy in work.report.policies for one in policy.imperatives]
    indicators = sum(len(one.indicators) for one in every)
    said = phrases.counted(len(every), "imperative")
    return (
        f"{said} with {phrases.counted(indicators, 'indicator')}; stances happens, partly, absent, "
        "opposite, unaware. The codebook is a sheet of `gapcheck report -o study.xlsx`."
        if every
        else ""
    )


def themes(work: Fieldwork) -> str:
    """Codes from policy, themes from the evidence."""
    found = {theme for each in work.sources for one in each.excerpts for theme in one.themes}
    number = phrases.counted(len(found), "theme")
    beside = f" {number} beside them came from the evidence." if found and not work.public else ""
    return f"Imperatives were derived from policy in advance.{beside}"


def software(_: Fieldwork) -> str:
    """The program that this is."""
    return f"gapcheck {__version__}."


def quotations(work: Fieldwork) -> str:
    """How quotations are shown and whose they are said to be."""
    whose = "sector and year" if work.public else "role, sector and date, and its place in a file"
    return f"Each verdict shows the words that decide it, with the speaker's {whose}."


def consistency(work: Fieldwork) -> str:
    """That each verdict names its rule, and for how many there is a negative case."""
    judged = [each for each in work.report.findings if each.confidence]
    against = sum(bool(each.negative_case) for each in judged)
    if not judged:
        return ""
    beside = "" if work.public else f" For {against} of {len(judged)} a negative case is shown."
    return f"Each verdict names the rule that it follows from and what speaks against it.{beside}"


def major(work: Fieldwork) -> str:
    """How many findings each group holds."""
    totals = [dict(part.totals) for part in work.report.partnerships]
    counts = [(group, sum(each.get(group, 0) for each in totals)) for group in words.GROUPS]
    named = [f"{number} {_label(group, number)}" for group, number in counts]
    return phrases.sentence(phrases.joined(named)) if any(n for _, n in counts) else ""


def _label(group: Group, number: int) -> str:
    label = phrases.inside(words.GROUPS[group].label)
    return f"{label}s" if group is Group.GAP and number != 1 else label


def minor(work: Fieldwork) -> str:
    """That nobody is outvoted, and how many findings are contested or fragile."""
    judged = work.report.findings
    contested = sum(each.group is Group.CONTESTED for each in judged)
    fragile = sum(bool(each.fragile) for each in judged)
    return (
        f"No voice is outvoted: {contested} findings are contested and show each side; "
        f"{fragile} are fragile, and would be others without one source."
        if judged
        else ""
    )


def promises(work: Fieldwork) -> Iterator[str]:
    """What was approved and promised, which the checklist does not ask for."""
    return board.promises(work.report.settings.ethics)


def _spoken(work: Fieldwork) -> list[Source]:
    return [each for each in work.sources if each.kind in _SPOKEN]
