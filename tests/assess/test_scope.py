"""Where and when an imperative applies."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gapcheck.model.choices import Nation
from gapcheck.model.study import Scope

from .builders import code, consent, excerpt, find, says, source, speaker

LSP = Scope(kinds=("lsp", "cpp"))
NRF = Scope(designations=("nrf-88", "nrf-86"))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"nation": "uk", "place_nation": Nation.WALES}, None),
        ({"nation": "wales"}, "It is policy for Wales only."),
        ({"nation": "northern-ireland"}, "It is policy for Northern Ireland only."),
        ({"applies_to": LSP}, None),
        (
            {"applies_to": LSP, "kind": "haz"},
            "It is meant for other kinds of body: Local strategic partnership, "
            "Community planning partnership.",
        ),
        ({"applies_to": LSP, "kind": "other", "population": 88}, None),
        ({"applies_to": NRF}, "It is meant for places with a designation: nrf-86, nrf-88."),
        ({"applies_to": NRF, "designations": ("x", "nrf-88")}, None),
        (
            {"applies_to": NRF, "population": 88},
            "It is meant for places with a designation: nrf-86, nrf-88.",
        ),
        ({"in_force": "2006-06-30.."}, None),
        ({"in_force": "2006-07-01.."}, "Its force begins on 1 July 2006."),
        ({"in_force": "2006-06.."}, None),
        ({"in_force": "2006-07.."}, "Its force begins in July 2006."),
        ({"in_force": "2007.."}, "Its force begins in 2007."),
        ({"in_force": "2001..2004-05-12"}, None),
        (
            {"in_force": "2001..2004-05-11"},
            "Its force ended on 11 May 2004, before anything that was heard here.",
        ),
        ({"in_force": "2001..2004-05"}, None),
    ],
)
def test_whether_it_applies(changes: dict[str, Any], reason: str | None) -> None:
    finding = find(
        says("s1", "vcs", date="2004-05-12"), says("s2", "council", date="2005"), **changes
    )
    assert finding.reason == reason
    assert (finding.verdict == "not_applicable") is (reason is not None)


def test_what_an_excerpt_is_about_keeps_an_ended_imperative_alive() -> None:
    finding = find(says("s1", "vcs", date="2005", about="2002-06"), in_force="2001..2002")
    assert finding.reason is None


def test_what_consent_excludes_keeps_nothing_alive() -> None:
    barred = says("s1", "vcs", date="2002", consent=consent(withdrawn=True))
    half = source(
        "s3",
        "focus-group",
        excerpt("x1", code(), speaker="P1", about="2002"),
        excerpt("x2", code(), speaker="P2"),
        speakers=(speaker("P1", consent=consent(analysis=False)), speaker("P2")),
    )
    finding = find(barred, "vcs", half, in_force="2001..2002")
    assert finding.rule == "out-of-scope"


def test_a_source_after_as_at_still_says_what_is_spoken_of() -> None:
    later = says("s1", "vcs", date="2009", about="2002")
    assert find(later, "vcs", in_force="2001..2002").rule == "nothing-said"


def test_without_sources_an_ended_imperative_has_no_evidence() -> None:
    assert find(in_force="2001..2002").verdict == "no_evidence"
    assert find(in_force="2001..2002", as_at=None).verdict == "no_evidence"


def test_what_does_not_apply_has_statements_but_no_profile_and_no_questions() -> None:
    finding = find(
        says("s1", "vcs absent"),
        "council document happens",
        "council unaware",
        nation="scotland",
        members=(("vcs", 3),),
    )
    assert finding.why == "It does not apply here: it is policy for Scotland only."
    assert len(finding.statements) == 3
    assert not any(s.deciding or s.set_aside for s in finding.statements)
    assert {view.position for view in finding.tiers} == {"unknown"}
    assert {position for _, position in finding.rungs} == {"unknown"}
    assert (finding.sectors, finding.voice_views, finding.on_paper) == ((), (), ())
    assert (finding.ask_next, finding.confidence, finding.fragile) == ((), None, ())
    assert finding.voices.heard == finding.voices.unheard == finding.voices.flags == ()
    assert finding.tried[0].why == "It is policy for Scotland only."


def test_a_survey_population_is_no_partnership_of_another_nation() -> None:
    assert find(population=88, nation="wales").rule == "out-of-scope"


def test_force_that_begins_on_the_day_is_begun() -> None:
    assert find("vcs", in_force="2006-06-30..", as_at=date(2006, 6, 30)).reason is None
