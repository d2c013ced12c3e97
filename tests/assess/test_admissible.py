"""What may be used: consent first, then time."""

from __future__ import annotations

from datetime import date

import pytest

from gapcheck.model.settings import Settings, Thresholds
from gapcheck.model.study import Consent

from .builders import code, consent, excerpt, find, says, source, speaker

TODAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("held", "excluded"),
    [
        (consent(), None),
        (consent(archive=False), None),
        (consent(withdrawn=True), "withdrawn"),
        (consent(analysis=False), "refused"),
        (consent(until="2026-06-16"), "embargoed"),
        (consent(until="2026-06-15"), None),
        (consent(until="2026-06"), "embargoed"),
        (consent(until="2026-05"), None),
        (consent(until="2026"), "embargoed"),
        (consent(until="2025"), None),
        (consent(withdrawn=True, analysis=False, until="2027"), "withdrawn"),
        (consent(analysis=False, until="2027"), "refused"),
        (consent(quote="none"), None),
    ],
)
def test_consent(held: Consent, excluded: str | None) -> None:
    statement = find(says("s1", "vcs absent", consent=held), today=TODAY).statements[0]
    assert statement.excluded == excluded


def test_any_of_several_embargoes_holds() -> None:
    held = Consent(
        embargo_until=(*consent(until="2020").embargo_until, *consent(until="2027").embargo_until)
    )
    assert find(says("s1", "vcs", consent=held)).statements[0].excluded == "embargoed"


def test_the_stricter_of_source_and_speaker_holds() -> None:
    spoken = source(
        "s1",
        "interview",
        excerpt("x1", code()),
        speakers=(speaker("P1", consent=consent(analysis=False)),),
        consent=consent(withdrawn=True),
    )
    assert find(spoken).statements[0].excluded == "withdrawn"


@pytest.mark.parametrize(
    ("when", "force", "excluded"),
    [
        ("2006-07-01", "2001..", "after-as-at"),
        ("2006-07", "2001..", "after-as-at"),
        ("2006-06-30", "2001..", None),
        ("2006-06", "2001..", None),
        ("2006", "2001..", None),
        ("2007", "2001..", "after-as-at"),
        ("2001-03-28", "2001-03-29..", "outside-force"),
        ("2001-03-29", "2001-03-29..", None),
        ("2001-03", "2001-03-29..", None),
        ("2001", "2001-03-29..", None),
        ("2000", "2001-03-29..", "outside-force"),
        ("2006-06-01", "2001..2006-05", "outside-force"),
        ("2006-05-31", "2001..2006-05", None),
        ("2006", "2001..2006-05", None),
    ],
)
def test_time(when: str, force: str, excluded: str | None) -> None:
    early = says("s2", "vcs happens", date="2006-05-01")
    finding = find(says("s1", "vcs happens", date=when), early, in_force=force)
    assert finding.statements[0].excluded == excluded


@pytest.mark.parametrize(
    ("stance", "about", "excluded"),
    [
        ("absent", "2002-03", "not-yet-due"),
        ("opposite", "2002-03", "not-yet-due"),
        ("unaware", "2002-03", "not-yet-due"),
        ("partly", "2002-03", None),
        ("happens", "2002-03", None),
        ("absent", "2002-04", None),
        ("absent", "2002", None),
        ("absent", "2001", "not-yet-due"),
        ("absent", "2000", "outside-force"),
    ],
)
def test_a_denial_counts_from_when_it_is_due(stance: str, about: str, excluded: str | None) -> None:
    finding = find(says("s1", f"vcs {stance}", about=about), due="2002-04")
    assert finding.statements[0].excluded == excluded


def test_the_order_of_exclusions_is_consent_then_as_at_then_force() -> None:
    late = {"date": "2009", "about": "1999"}
    assert find(says("s1", "vcs absent", **late), due="2010").statements[0].excluded == (
        "after-as-at"
    )
    held = consent(until="2030")
    assert find(says("s1", "vcs", consent=held, **late)).statements[0].excluded == "embargoed"


def test_what_it_is_about_goes_before_the_date_of_the_source() -> None:
    finding = find(says("s1", "vcs", about="1999", date="2004"), in_force="2001..")
    assert finding.statements[0].excluded == "outside-force"
    assert finding.statements[0].about.text == "1999"


@pytest.mark.parametrize(
    ("about", "force", "as_at", "stale"),
    [
        ("2003-06-30", "2001..", date(2006, 6, 30), False),
        ("2003-06-29", "2001..", date(2006, 6, 30), True),
        ("2003", "2001..", date(2006, 6, 30), False),
        ("2002", "2001..", date(2006, 6, 30), True),
        ("2002", "2001..2005", date(2026, 6, 30), False),
        ("2001", "2001..2005", date(2026, 6, 30), True),
        ("2002", "2001..2025", date(2006, 6, 30), True),
        ("2001-02-28", "2001..", date(2004, 2, 29), True),
        ("2004-02-29", "2001..", date(2007, 2, 28), False),
        ("2004-02-29", "2001..", date(2007, 3, 1), True),
    ],
)
def test_stale(about: str, force: str, as_at: date, stale: bool) -> None:
    finding = find(says("s1", "vcs", about=about, date="2004-02"), in_force=force, as_at=as_at)
    assert finding.statements[0].stale is stale
    assert finding.statements[0].excluded is None


def test_what_is_left_out_is_not_marked_as_stale() -> None:
    statement = find(says("s1", "vcs", about="1999"), "vcs", in_force="2001..").statements[0]
    assert (statement.excluded, statement.stale) == ("outside-force", False)


def test_the_study_says_after_how_many_years_a_statement_is_stale() -> None:
    settings = Settings(thresholds=Thresholds(stale_after_years=1))
    assert find(says("s1", "vcs", about="2004"), settings=settings).statements[0].stale


def test_without_a_day_and_an_end_nothing_is_stale() -> None:
    assert (
        not find(says("s1", "vcs", about="1999"), in_force="1990..", as_at=None).statements[0].stale
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"consent": consent(withdrawn=True)}, "Consent was withdrawn."),
        ({"consent": consent(analysis=False)}, "Consent to analysis was refused."),
        ({"consent": consent(until="2030")}, "It is under embargo."),
        ({"date": "2006-09"}, "It is dated September 2006, after the as-at day."),
        ({"date": "1999"}, "It speaks of 1999, before its force began in 2001."),
        (
            {"date": "2005-05-01"},
            "It speaks of 1 May 2005, after its force ended on 31 March 2005.",
        ),
        ({"date": "2001-05"}, "It speaks of May 2001, and a denial counts from April 2002 only."),
        ({}, ""),
    ],
)
def test_why_it_is_left_out(changes: dict[str, object], sentence: str) -> None:
    said = says("s1", "vcs absent", **{"date": "2004", **changes})
    finding = find(said, "vcs happens", in_force="2001..2005-03-31", due="2002-04")
    assert finding.statements[0].why_excluded == sentence


def test_force_without_an_end_can_only_be_spoken_of_too_early() -> None:
    finding = find(says("s1", "vcs", about="1999-12-31"), in_force="2000-01..")
    assert finding.statements[0].why_excluded == (
        "It speaks of 31 December 1999, before its force began in January 2000."
    )


WITHHELD = [consent(withdrawn=True), consent(analysis=False), consent(until="2030")]


@pytest.mark.parametrize("held", WITHHELD)
def test_what_consent_excludes_keeps_its_place_and_nothing_that_was_said(held: Consent) -> None:
    said = says(
        "s1",
        "vcs absent",
        consent=held,
        text="MARKER",
        translation="MARKER",
        barriers=("MARKER",),
        enablers=("MARKER",),
        tensions=("MARKER",),
    )
    finding = find(said, "council happens")
    statement = finding.statements[0]
    assert (statement.stance, statement.practice, statement.quote) == (None, None, None)
    assert (statement.translation, statement.share, statement.role) == (None, None, None)
    assert (statement.source, statement.excerpt, statement.sector) == ("s1", "x1", "vcs")
    assert not statement.deciding
    assert "MARKER" not in repr(finding)


def test_words_that_may_not_be_quoted_still_count() -> None:
    said = says(
        "s1", "vcs absent", consent=consent(quote="none"), text="MARKER", translation="MARKER"
    )
    finding = find(said, "council absent")
    assert "MARKER" not in repr(finding)
    assert finding.statements[0].stance == "absent"
    assert finding.verdict == "not_translated"


def test_a_source_whose_quotes_are_barred_bars_its_speakers_quotes() -> None:
    said = source(
        "s1",
        "interview",
        excerpt("x1", code(), text="MARKER"),
        speakers=(speaker("P1"),),
        consent=consent(quote="none"),
    )
    assert find(said).statements[0].quote is None


def test_a_quote_that_may_be_shown_is_shown() -> None:
    said = says("s1", "vcs", text="We sit there.", translation="Wir sitzen da.", language="de")
    statement = find(said).statements[0]
    assert (statement.quote, statement.translation) == ("We sit there.", "Wir sitzen da.")
    assert (statement.language, statement.role) == ("de", "officer")
