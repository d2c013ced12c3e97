"""Each item: what the study itself says, what its files say, and what is still to be written."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.model.choices import Exclusion
from gapcheck.model.methods import Coding, Gathering, Methods, Sample, Topic
from gapcheck.model.report import Report
from gapcheck.model.settings import Ethics
from gapcheck.model.study import Consent
from gapcheck.reports.coreq.answers import Answer, State, answered, counts

from ..sample import northtown
from .samples import METHODS, edition, own, team

NOBODY = Methods(Sample(), Gathering(), Coding())


def answer(topic: str, report: Report) -> Answer:
    (found,) = [
        each
        for part in answered(report)
        for each in part.answers
        if each.item.topic == Topic(topic)
    ]
    return found


def facts(topic: str, report: Report | None = None) -> list[str]:
    return list(answer(topic, report or team()).facts)


def changed(part: str, **changes: Any) -> Report:
    """The team's report with numbers of a part of its methods changed."""
    return team(replace(METHODS, **{part: replace(getattr(METHODS, part), **changes)}))


# States


@pytest.mark.parametrize("topic", Topic)
def test_what_the_study_writes_answers_any_item(topic: Topic) -> None:
    for report in (team(), team(None), edition()):
        told = replace(report.settings, methods=own(**{topic: "As we did it."}))
        found = answer(topic, replace(report, settings=told))
        assert (found.own, found.state, found.missing) == ("As we did it.", State.RECORDED, "")
        assert found.places[0] == f"gapcheck.yaml: methods.{topic}"
        # Beside it stands what the files say.
        assert found.facts == answer(topic, report).facts


def test_what_nothing_says_is_to_be_written_in_one_of_two_places() -> None:
    found = answer("credentials", team())
    assert (found.state, found.facts, found.places) == (State.MISSING, (), ())
    assert found.missing == (
        "Not recorded: write here, or under methods.credentials in gapcheck.yaml, the degrees and "
        "qualifications of whoever held them."
    )


def test_what_the_files_say_in_part_leaves_the_rest_to_be_written() -> None:
    found = answer("recording", team())
    assert found.state is State.IN_PART
    assert found.missing.startswith(
        "Still to write: here, or under methods.recording in gapcheck.yaml, whether sound"
    )


ENOUGH = {
    "sample_size",
    "repeated",
    "coders",
    "coding_tree",
    "software",
    "quotations",
    "consistency",
    "major_themes",
    "minor_themes",
}
NEVER = {
    "interviewer",
    "credentials",
    "occupation",
    "gender",
    "training",
    "relationship",
    "interests",
    "sampling",
    "approach",
    "presence",
    "duration",
    "saturation",
    "returned",
}
FULL = Ethics(approval="REC 1", consent_form="v2")


def states(report: Report) -> dict[State, set[str]]:
    found: dict[State, set[str]] = {state: set() for state in State}
    for part in answered(report):
        for each in part.answers:
            found[each.state].add(str(each.item.topic))
    return found


def test_the_state_of_every_item_of_a_full_report() -> None:
    found = states(team(ethics=FULL, region="North East"))
    assert found[State.RECORDED] == ENOUGH
    assert found[State.MISSING] == NEVER
    assert found[State.IN_PART] == set(Topic) - ENOUGH - NEVER
    assert found[State.NOT_TOLD] == set()


def test_an_edition_tells_no_count_of_people_and_does_not_say_where_to_write() -> None:
    found = states(edition(ethics=FULL, region="North East"))
    assert found[State.NOT_TOLD] == {
        "non_participation",
        "repeated",
        "guide",
        "recording",
        "field_notes",
    }
    assert found[State.MISSING] == NEVER
    every = [each for part in answered(edition()) for each in part.answers]
    told = {each.missing for each in every if each.missing}
    assert told == {
        "The study does not say.",
        "An edition for the public does not tell what the study's files say of it.",
    }


@pytest.mark.parametrize("topic", Topic)
def test_an_edition_says_the_same_whatever_was_counted(topic: Topic) -> None:
    # By the item alone: whether somebody withdrew cannot be read off what is not told.
    assert answer(topic, edition()) == answer(topic, replace(edition(), methods=None))
    if answer(topic, edition()).state is State.NOT_TOLD:
        assert answer(topic, edition()).facts == ()


def test_the_states_are_counted_in_a_sentence() -> None:
    full = team(ethics=FULL, region="North East")
    assert counts(answered(full)) == "Of 32 items 9 are recorded, 10 in part and 13 not recorded."
    text = "Of 32 items 7 are recorded, 7 in part, 13 not recorded and 5 not told."
    assert counts(answered(edition(ethics=FULL, region="North East"))) == text
    every = own(**dict.fromkeys(Topic, "So."))
    assert counts(answered(team(methods=every))) == "Of 32 items 32 are recorded."
    but_one = own(**{topic: "So." for topic in Topic if topic is not Topic.GENDER})
    text = "Of 32 items 31 are recorded and 1 not recorded."
    assert counts(answered(team(methods=but_one))) == text


# Sentences


def test_forms_of_consent_are_told_by_what_they_cover() -> None:
    forms = MappingProxyType({"v1": Consent(), "v2": Consent(archive=True)})
    found = answer("known_of_interviewer", team(ethics=FULL, consent_forms=forms))
    assert found.facts == (
        "They were asked under consent form v2.",
        "Form v1 covers: analysis, quotation without the name and no archiving.",
        "Form v2 covers: analysis, quotation without the name and archiving.",
    )
    assert found.places == (
        "gapcheck.yaml: ethics.consent_form",
        "gapcheck.yaml: consent_forms.v1",
        "gapcheck.yaml: consent_forms.v2",
    )
    assert answer("known_of_interviewer", team()).state is State.MISSING


def test_the_sample_is_counted_and_described() -> None:
    assert facts("sample_size")[-1] == (
        "6 people speak in 5 sources, each counted once in a partnership."
    )
    assert facts("sample")[-4:] == [
        "People by sector: voluntary sector 2, council 1, health 1, residents 2.",
        "People by tier: strategic 2, thematic 3, no tier 1.",
        "5 may be quoted without their name, 1 may not be quoted and 3 agreed to archiving.",
        "Also noted of speakers: wave and years.",
    ]
    one = changed("sample", people=1)
    assert facts("sample_size", one)[-1].startswith("1 person speaks in 5 sources")


def test_those_who_did_not_take_part_are_counted_by_reason() -> None:
    assert facts("non_participation") == [
        "1 source is withdrawn by those who speak in it.",
        "2 sources are still under embargo.",
    ]
    refused = changed("sample", shut_out=((Exclusion.REFUSED, 1),))
    assert facts("non_participation", refused) == ["1 source is without consent to analysis."]
    none = changed("sample", shut_out=())
    assert facts("non_participation", none) == ["No source was withdrawn, refused or embargoed."]


@pytest.mark.parametrize(
    ("topic", "report", "said"),
    [
        ("repeated", team(), ["1 person speaks in more than one source."]),
        ("repeated", changed("sample", again=2), ["2 people speak in more than one source."]),
        ("repeated", changed("sample", again=0), ["Nobody speaks in more than one source."]),
        ("repeated", team(NOBODY), []),
        (
            "guide",
            team(),
            [
                "2 of 5 sources in which people speak say which imperatives were put to them: 4 in "
                "all."
            ],
        ),
        ("guide", changed("gathering", asked_in=0), []),
        (
            "recording",
            team(),
            [
                "Of 5 sources in which people speak 4 give words as spoken and 2 name a "
                "transcript.",
                "Languages beside English: cy, so.",
            ],
        ),
        ("recording", team(NOBODY), []),
        (
            "field_notes",
            team(),
            [
                "1 source holds notes in the place of speech; none is shown as a quotation.",
                "7 memos on sources, excerpts and codes.",
            ],
        ),
        ("field_notes", team(NOBODY), []),
        (
            "coders",
            team(),
            [
                "One person codes an excerpt.",
                "2 coders: ab and cd.",
                "Of 40 excerpts 12 were coded by a second person, and 1 code was settled between "
                "two. 3 are not coded yet.",
            ],
        ),
        (
            "themes",
            team(),
            [
                "The imperatives were fixed beforehand, from policy documents.",
                "Named on excerpts: 3 themes, 4 barriers, 2 enablers and 1 tension.",
            ],
        ),
    ],
)
def test_a_sentence_for_each_number(topic: str, report: Report, said: list[str]) -> None:
    assert facts(topic, report) == said


def test_a_source_that_does_not_say_who_coded_it_leaves_the_item_open() -> None:
    found = answer("coders", changed("coding", unsigned=2))
    assert found.state is State.IN_PART
    assert "2 sources do not say who coded it." in found.facts
    nobody = answer("coders", changed("coding", coders=(), unsigned=1))
    assert nobody.state is State.IN_PART
    assert nobody.facts[1] == "1 source does not say who coded it."
    double = answer("coders", team(double_coded=True))
    assert double.facts[0] == "Two people were to code every excerpt."


def test_quotations_that_were_looked_for_are_told() -> None:
    assert facts("consistency")[-1] == (
        "In 2 transcripts quotations were looked for: 9 verified, 1 in doubt, 0 not found."
    )
    assert "transcript" not in " ".join(facts("consistency", team(NOBODY)))


def test_findings_are_counted_as_the_report_has_them() -> None:
    assert facts("major_themes") == [
        "Of 10 findings: 3 gaps, 1 contested, 3 not known, 1 partly in practice, 1 in practice and "
        "1 not taken up."
    ]
    assert facts("minor_themes") == [
        "1 finding is contested, and told with the words of both sides. Beside 1 other finding "
        "stands who says otherwise."
    ]


def test_passages_that_may_be_quoted_are_counted_once() -> None:
    report = team()
    first = report.findings[0]
    twice = replace(report, findings=(*report.findings, first))
    assert facts("quotations", twice) == facts("quotations")
    assert "may be quoted" not in " ".join(facts("quotations", edition()))
    assert "sector and year" in facts("quotations", edition())[0]


def test_where_nothing_was_judged_it_says_so_and_is_not_enough() -> None:
    nothing = replace(team(), findings=(), partnerships=(), policies=())
    assert facts("major_themes", nothing) == ["Of 0 findings: nothing was judged."]
    assert answer("major_themes", nothing).state is State.IN_PART
    assert answer("coding_tree", nothing).state is State.IN_PART
    assert facts("sample_size", nothing)[0] == "In 0 partnerships: no source that could be used."
    empty = replace(nothing, methods=NOBODY)
    said = "Nobody was interviewed whose words could be used."
    assert facts("sample_size", empty)[-1] == said


def test_a_sign_off_is_told_and_is_no_checking_by_participants() -> None:
    found = answer("checked_by_participants", team())
    assert found.state is State.IN_PART
    assert "signed off" in found.facts[0]
    assert "is not recorded" in found.facts[0]
    unsigned = tuple(replace(each, signoff=None) for each in northtown().findings)
    bare = replace(team(), findings=unsigned)
    assert answer("checked_by_participants", bare).state is State.MISSING


@settings(max_examples=100, deadline=None)
@given(
    st.sets(st.sampled_from(list(Topic))),
    st.booleans(),
    st.text(alphabet="ab <&|*", min_size=1, max_size=9),
)
def test_to_write_one_item_changes_that_item_alone(
    topics: set[Topic], public: bool, text: str
) -> None:
    plain = edition() if public else team()
    methods = dict.fromkeys(sorted(topics), text)
    full = replace(plain, settings=replace(plain.settings, methods=methods))
    before = {each.item.topic: each for part in answered(plain) for each in part.answers}
    for part in answered(full):
        for each in part.answers:
            if each.item.topic not in topics:
                assert each == before[each.item.topic]
            else:
                assert (each.own, each.state) == (text, State.RECORDED)
