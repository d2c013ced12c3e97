"""What a study says of who took part, where, and of who did not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from gapcheck.model.choices import Exclusion, QuoteConsent
from gapcheck.model.methods import Methods, Topic
from gapcheck.model.report import Report
from gapcheck.model.settings import Settings
from gapcheck.model.study import Consent
from gapcheck.reports import phrases, sentences, spread
from gapcheck.reports.coreq.facts import SETTINGS, Counted, Fact, Open

_SHUT_OUT: Mapping[Exclusion, str] = MappingProxyType(
    {
        Exclusion.WITHDRAWN: "withdrawn by those who speak in it",
        Exclusion.REFUSED: "without consent to analysis",
        Exclusion.EMBARGOED: "still under embargo",
    }
)
_QUOTING: Mapping[QuoteConsent, str] = MappingProxyType(
    {
        QuoteConsent.NAMED: "may be quoted by name",
        QuoteConsent.ANONYMISED: "may be quoted without their name",
        QuoteConsent.NONE: "may not be quoted",
    }
)
_CONSENT = "consent of the sources"
_SPEAKERS = "speakers of the sources"


def _known(report: Report) -> Iterator[Fact]:
    form = report.settings.ethics.consent_form
    if form:
        yield Fact(
            f"They were asked under consent form {phrases.clause(form)}.",
            f"{SETTINGS}: ethics.consent_form",
        )
    for name, consent in report.settings.consent_forms.items():
        yield Fact(f"Form {name} covers: {_covers(consent)}.", f"{SETTINGS}: consent_forms.{name}")


def _covers(consent: Consent) -> str:
    analysis = "analysis" if consent.analysis else "no analysis"
    quoting = {
        QuoteConsent.NAMED: "quotation by name",
        QuoteConsent.ANONYMISED: "quotation without the name",
        QuoteConsent.NONE: "no quotation",
    }[consent.quote]
    return phrases.joined((analysis, quoting, "archiving" if consent.archive else "no archiving"))


def _size(report: Report) -> Iterator[Fact]:
    used = [each for part in report.partnerships for each in part.sources if each.used]
    places, surveys = len(spread.places(report)), len(spread.populations(report))
    where = [phrases.counted(places, "partnership")] if places or not surveys else []
    where += [phrases.counted(surveys, "survey population")] if surveys else []
    what = sentences.kinds(used) or "no source that could be used"
    yield Fact(f"In {phrases.joined(where)}: {what}.", "evidence/", enough=bool(used))


def _people(methods: Methods, _: Settings) -> Iterator[Fact]:
    number = methods.sample.people
    if not number:
        yield Fact("Nobody was interviewed whose words could be used.", _SPEAKERS, enough=True)
        return
    speak = "speaks" if number == 1 else "speak"
    sources = phrases.counted(methods.gathering.sources, "source")
    yield Fact(
        f"{phrases.counted(number, 'person', 'people')} {speak} in {sources}, each counted once "
        "in a partnership.",
        _SPEAKERS,
        enough=True,
    )


def _absent(methods: Methods, _: Settings) -> Iterator[Fact]:
    for reason, number in methods.sample.shut_out:
        source = phrases.counted(number, "source is", "sources are")
        yield Fact(f"{source} {_SHUT_OUT[reason]}.", _CONSENT)
    if not methods.sample.shut_out:
        yield Fact("No source was withdrawn, refused or embargoed.", _CONSENT)


def _setting(report: Report) -> Iterator[Fact]:
    settings = report.settings
    if settings.region:
        yield Fact(phrases.sentence(f"Region: {settings.region}"), f"{SETTINGS}: region")
    kinds = dict.fromkeys(
        phrases.inside(phrases.label(part.partnership.kind, settings.vocabulary.kinds))
        for part in spread.places(report)
    )
    nations = dict.fromkeys(
        phrases.named(part.partnership.nation) for part in spread.places(report)
    )
    if kinds:
        yield Fact(
            f"Kinds of partnership: {phrases.joined(kinds)}, in {phrases.joined(nations)}.",
            "kind and nation of the partnerships",
        )


def _sample(report: Report) -> Iterator[Fact]:
    settings = report.settings
    sources = tuple(each for part in report.partnerships for each in part.sources)
    heard = {cell.sector for part in report.partnerships for cell in part.heard if cell.heard}
    named = [
        phrases.sector(each, settings) for each in settings.vocabulary.sectors if each in heard
    ]
    if named:
        yield Fact(f"Heard: {phrases.joined(named)}.", _SPEAKERS)
    if said := sentences.span(sources):
        yield Fact(said, "dates of the sources")
    if settings.period:
        yield Fact(phrases.sentence(f"Period: {settings.period}"), f"{SETTINGS}: period")


def _described(methods: Methods, settings: Settings) -> Iterator[Fact]:
    sample, labels = methods.sample, settings.vocabulary
    if not sample.people:
        return
    sectors = (f"{phrases.sector(each, settings)} {number}" for each, number in sample.sectors)
    tiers = (
        f"{phrases.inside(phrases.label(each, labels.tiers)) if each else 'no tier'} {number}"
        for each, number in sample.tiers
    )
    yield Fact(f"People by sector: {', '.join(sectors)}.", _SPEAKERS)
    yield Fact(f"People by tier: {', '.join(tiers)}.", _SPEAKERS)
    quoting = [f"{number} {_QUOTING[each]}" for each, number in sample.quoting]
    quoting.append(f"{sample.archive} agreed to archiving")
    yield Fact(phrases.sentence(phrases.joined(quoting)), _CONSENT)
    if sample.attributes:
        noted = phrases.joined(sample.attributes)
        yield Fact(f"Also noted of speakers: {noted}.", "attributes of the speakers")


def _again(methods: Methods, _: Settings) -> Iterator[Fact]:
    number = methods.sample.again
    if number:
        speak = "person speaks" if number == 1 else "people speak"
        yield Fact(f"{number} {speak} in more than one source.", _SPEAKERS, enough=True)
    elif methods.sample.people:
        yield Fact("Nobody speaks in more than one source.", _SPEAKERS, enough=True)


def _guide(methods: Methods, _: Settings) -> Iterator[Fact]:
    own = methods.gathering
    if own.asked_in:
        yield Fact(
            f"{own.asked_in} of {phrases.counted(own.sources, 'source')} in which people speak "
            f"{'says' if own.asked_in == 1 else 'say'} which imperatives were put to them: "
            f"{own.asked} in all.",
            "asked of the sources",
        )


def _recording(methods: Methods, _: Settings) -> Iterator[Fact]:
    own = methods.gathering
    if own.sources:
        verbatim = own.sources - own.notes
        yield Fact(
            f"Of {phrases.counted(own.sources, 'source')} in which people speak {verbatim} "
            f"{'gives' if verbatim == 1 else 'give'} words as spoken and "
            f"{own.transcripts} {'names' if own.transcripts == 1 else 'name'} a transcript.",
            "words and transcript of the sources",
        )
    if own.languages:
        yield Fact(
            f"Languages beside English: {', '.join(own.languages)}.", "language of the sources"
        )


def _notes(methods: Methods, _: Settings) -> Iterator[Fact]:
    own = methods.gathering
    if own.notes:
        holds = "source holds" if own.notes == 1 else "sources hold"
        yield Fact(
            f"{own.notes} {holds} notes in the place of speech; none is shown as a quotation.",
            "words of the sources",
        )
    if own.memos:
        yield Fact(
            f"{phrases.counted(own.memos, 'memo')} on sources, excerpts and codes.",
            "memo of the sources, excerpts and codes",
        )


OPEN: Mapping[Topic, Open] = MappingProxyType(
    {
        Topic.KNOWN_OF_INTERVIEWER: _known,
        Topic.SAMPLE_SIZE: _size,
        Topic.SETTING: _setting,
        Topic.SAMPLE: _sample,
    }
)
COUNTED: Mapping[Topic, Counted] = MappingProxyType(
    {
        Topic.SAMPLE_SIZE: _people,
        Topic.NON_PARTICIPATION: _absent,
        Topic.SAMPLE: _described,
        Topic.REPEATED: _again,
        Topic.GUIDE: _guide,
        Topic.RECORDING: _recording,
        Topic.FIELD_NOTES: _notes,
    }
)
