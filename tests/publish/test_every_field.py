"""Nothing new in a report reaches the public unseen: every field was decided on.

A field that is added to one of these stands in no edition's list until somebody has looked at
`gapcheck/publish/` and at the table in docs/ethics.md, and has written it down here.
"""

from __future__ import annotations

from dataclasses import fields

import pytest

from gapcheck.model.finding import (
    Ask,
    Background,
    Concern,
    Finding,
    Fragility,
    Named,
    Pending,
    RealistNote,
    RuleTried,
    SectorView,
    Statement,
    TierView,
    Voices,
    VoiceView,
)
from gapcheck.model.report import Across, HeardCell, PartnershipReport, Report, SourceView
from gapcheck.model.settings import Ethics, Settings
from gapcheck.model.signoff_view import SignoffView
from gapcheck.model.study import Partnership

DECIDED: dict[type, str] = {
    Report: "settings audience policies partnerships findings across whole_study diagnostics "
    "left_out as_at_given sensitivity commit methods edition narrowing beyond",
    PartnershipReport: "partnership as_at totals not_applicable not_taken_up sources heard unheard "
    "barriers enablers tensions",
    SourceView: "id kind date sectors tiers population excerpts unreviewed used excluded citation "
    "told",
    HeardCell: "sector tier sources withheld survey_of",
    Across: "imperative judged totals pattern gaps_in",
    Finding: "imperative partnership as_at rule verdict why confidence reason concerns tried "
    "voice_views sectors on_paper tiers tier_pattern rungs statements fragile negative_case voices "
    "barriers enablers tensions realist ask_next signoff background pending shown "
    "waves rests_on_suspect",
    Statement: "source excerpt kind sector voice basis rung about source_date location stance "
    "practice tier role share population quote translation words language single_coded stale "
    "deciding set_aside adoption excluded why_excluded too_few suspect",
    SectorView: "sector position happens partly absent unaware",
    VoiceView: "sector position sources role population",
    RuleTried: "rule fired why",
    TierView: "tier position voices",
    Concern: "component levels why",
    Fragility: "without verdict",
    Voices: "heard unheard flags",
    Named: "name voices locus",
    Ask: "sector tier why",
    SignoffView: "by on reason verdict confidence summary evidence_changed imperative_changed",
    Background: "source excerpt text location citation",
    Pending: "source excerpt location score",
    RealistNote: "source excerpt realist",
    Partnership: "id name kind nation location pseudonym illustrative region designations "
    "population bodies members attributes",
    Settings: "title question region period limits thresholds vocabulary double_coded "
    "consent_forms ethics methods severities places",
    Ethics: "approval controller lawful_basis consent_form retention_until reviewed_by reviewed_on "
    "location",
}


@pytest.mark.parametrize("record", DECIDED, ids=lambda record: record.__name__)
def test_every_field_was_decided_on(record: type) -> None:
    assert [each.name for each in fields(record)] == DECIDED[record].split()
