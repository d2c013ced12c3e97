"""Which differences make a change, found by trying; and the law that nothing is left untried."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gapcheck.assess.run import assess
from gapcheck.comparing.experiment import Found, smallest
from gapcheck.comparing.run import compare
from gapcheck.comparing.side import Read
from gapcheck.load.study import load_study
from gapcheck.model.comparison import CauseKind, Comparison, Outcome, State, StateKind

from . import history
from .history import lsp, policy, source

TODAY = date(2026, 1, 1)
NOWHERE = Path("/.no-such-folder/study")


def read(files: Mapping[str, str], as_at: date | None = None, today: date = TODAY) -> Read:
    held = {NOWHERE / name: text.encode() for name, text in files.items()}
    corpus, found = load_study(NOWHERE, given=held)
    assert not [one for one in found if one.left_out], found
    return Read(State(StateKind.FOLDER, "it", as_at=as_at), corpus, today)


def study(**more: str) -> dict[str, str]:
    base = {
        "gapcheck.yaml": history.settings(),
        "policies/guidance.yaml": policy(),
        "evidence/here/lsp.yaml": lsp("here"),
    }
    return base | {
        f"evidence/here/{name.replace('_', '-')}.yaml": one for name, one in more.items()
    }


def change(old: Mapping[str, str], new: Mapping[str, str]) -> Comparison:
    return compare(read(old), read(new))


def told(found: Comparison) -> list[tuple[str, str, str, bool, bool]]:
    (one,) = [each for each in found.changes if each.imperative == "guidance/join-up"]
    return [(c.kind.value, c.what, c.source, c.alone, c.needed) for c in one.causes]


YES, NO = history.YES, history.NO
FIRST = source("vcs-1", NO)


def test_two_that_only_together_make_it() -> None:
    old = study(vcs_1=FIRST, council_1=source("council-1", NO, "council"))
    new = study(vcs_1=source("vcs-1", YES), council_1=source("council-1", YES, "council"))
    found = change(old, new)
    assert told(found) == [
        ("recoding", "recoded", "council-1", False, True),
        ("recoding", "recoded", "vcs-1", False, True),
    ]
    assert found.changes[0].enough == ((0, 1),)


def test_any_two_of_three() -> None:
    old = study(vcs_1=FIRST)
    new = old | study(**{f"council_{n}": source(f"council-{n}", NO, "council") for n in range(3)})
    found = change(old, new)
    # Three voices do for the confidence: any two of those that came.
    assert found.changes[0].enough == ((0, 1), (0, 2), (1, 2))
    assert [one[3:] for one in told(found)] == [(False, False)] * 3


def test_of_many_one_way_is_found_and_said_to_be_one() -> None:
    old = study(vcs_1=FIRST)
    new = old | study(**{f"council_{n}": source(f"council-{n}", NO, "council") for n in range(12)})
    (one,) = change(old, new).changes
    assert not one.complete
    assert [len(each) for each in one.enough] == [2]


def test_of_many_each_that_is_enough_alone_is_found() -> None:
    old = study(vcs_1=FIRST)
    new = old | study(**{f"vcs_{n}": source(f"vcs-{n}", NO) for n in range(2, 14)})
    (one,) = change(old, new).changes
    assert one.enough == tuple((n,) for n in range(12))
    assert all(cause.alone and not cause.needed for cause in one.causes)


def test_a_withdrawal_with_the_words_it_took_is_one_cause() -> None:
    group = """\
source: fg
kind: focus-group
date: 2004-05-12
speakers:
  - {id: P1, sector: vcs, role: officer}
  - {id: P2, sector: health, role: officer%s}
consent: {analysis: true}
excerpts:
  - {id: x1, speaker: P1, text: One., codes: {join-up: absent}}
%s"""
    second = "  - {id: x2, speaker: P2, text: Two., codes: {join-up: happens}}\n"
    old = study(fg=group % ("", second), council=source("council", NO, "council"))
    gone = ", consent: {withdrawn: true}"
    for words in (second, ""):
        new = old | study(fg=group % (gone, words))
        assert told(change(old, new)) == [("withdrawn-evidence", "withdrawn", "fg", True, True)]
        assert told(change(new, old)) == [("new-evidence", "released", "fg", True, True)]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("    codes: {join-up: absent}\n", "    codes: []\n", "code-removed"),
        ("    codes: []\n", "    codes: {join-up: absent}\n", "code-added"),
        ("", "    codes: {join-up: absent}\n", "first-coded"),
    ],
)
def test_how_a_passage_was_coded(old: str, new: str, what: str) -> None:
    coded = "    codes: {join-up: absent}\n"
    around = study(council=source("council", NO, "council"))
    states = [around | study(vcs=source("vcs", NO).replace(coded, each)) for each in (old, new)]
    assert told(change(*states)) == [("recoding", what, "vcs", True, True)]


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        ("date", "date: 2004-05-12", "date: 1999-05-12"),
        ("speaker", "sector: vcs", "sector: council"),
        ("about", "  - id: x1\n", "  - id: x1\n    about: 1999\n"),
    ],
)
def test_a_source_that_is_described_otherwise(key: str, old: str, new: str) -> None:
    before = study(vcs=source("vcs", NO)) | study(
        **{f"council_{n}": source(f"council-{n}", NO, "council") for n in range(2)}
    )
    after = before | study(vcs=source("vcs", NO).replace(old, new))
    assert told(change(before, after)) == [("edited-source", key, "vcs", True, True)]


def test_the_question_that_was_put() -> None:
    asked = source("health-1", "[]", "council") + "asked: [join-up]\n"
    old = study(
        vcs_1=FIRST,
        vcs_2=source("vcs-2", NO),
        vcs_3=source("vcs-3", NO),
        health_1=source("health-1", "[]", "council"),
    )
    found = change(old, old | study(health_1=asked))
    assert told(found) == [("edited-source", "asked", "health-1", True, True)]
    assert told(change(old | study(health_1=asked), old))[0][1] == "not-asked"


def test_a_second_coder_where_two_were_promised() -> None:
    twice = history.settings() + "double_coded: true\n"
    old = study(vcs=source("vcs", NO), council=source("council", NO, "council"))
    old["gapcheck.yaml"] = twice
    both = {
        f"evidence/here/{name}.cd.yaml": f"source: {name}\ncoder: cd\ncodes: {{x1: {NO}}}\n"
        for name in ("vcs", "council")
    }
    assert told(change(old, old | both)) == [
        ("recoding", "second-coder", "council", False, True),
        ("recoding", "second-coder", "vcs", False, True),
    ]
    # Where one coder is enough the same file is nothing that could bear on a verdict.
    plain = {**old, "gapcheck.yaml": history.settings()}
    assert change(plain, plain | both).idle == ()
    (one,) = told(change(plain, old))
    assert one[:2] == ("changed-setting", "double_coded")


def test_what_else_is_told_may_show_that_a_force_had_not_ended() -> None:
    ended = {"policies/guidance.yaml": policy().replace("{from: 2001}", "{from: 2001, to: 2003}")}
    old = study(vcs=source("vcs", "{option: absent}")) | ended
    new = old | study(early=source("early", "[]", date="2002-01-01"))
    found = change(old, new)
    assert told(found)[0][:2] == ("edited-source", "earliest")


GROUP = """\
source: fg
kind: focus-group
date: 2004-05-12
speakers:
  - {id: P1, sector: vcs, role: officer}
  - {id: P2, sector: health, role: officer, consent: {embargo_until: 2015-01-01}}
consent: {analysis: true}
excerpts:
  - {id: x1, speaker: P1, text: One., codes: {join-up: absent}}
  - {id: x2, speaker: P2, text: Two., codes: {join-up: happens}}
"""


def test_the_embargo_of_one_speaker() -> None:
    files = study(fg=GROUP, council=source("council", NO, "council"))
    old, new = read(files, today=date(2014, 1, 1)), read(files, today=date(2015, 1, 1))
    assert told(compare(old, new)) == [("passing-of-time", "embargo-over", "fg", True, True)]
    assert told(compare(new, old)) == [("passing-of-time", "embargo-again", "fg", True, True)]


def test_an_excerpt_that_came_and_went_or_is_of_somebody_else() -> None:
    around = study(council=source("council", NO, "council"))
    new = around | study(fg=GROUP.replace(", consent: {embargo_until: 2015-01-01}", ""))
    second = "  - {id: x2, speaker: P2, text: Two., codes: {join-up: happens}}\n"
    old = {name: text.replace(second, "") for name, text in new.items()}
    (one,) = change(old, new).changes
    assert [(c.what, c.source, c.excerpt) for c in one.causes] == [("added", "fg", "x2")]
    (one,) = change(new, old).changes
    assert [(c.what, c.source, c.excerpt) for c in one.causes] == [("removed", "fg", "x2")]
    other = {name: text.replace("x2, speaker: P2", "x2, speaker: P1") for name, text in new.items()}
    assert told(change(new, other)) == [("edited-source", "speaker", "fg", True, True)]


def test_a_share_that_was_corrected() -> None:
    files = [study(svy=history.survey("svy", met)) for met in (19, 4)]
    (one,) = change(*files).changes
    assert (one.causes[0].before, one.causes[0].after) == ("19/20", "4/20")
    percent = files[0]["evidence/here/svy.yaml"].replace(
        "{met: 19, of: 20}", "{percent: 28, of: 60}"
    )
    (one,) = change(files[0], study(svy=percent)).changes
    assert (one.causes[0].before, one.causes[0].after) == ("19/20", "28%/60")


def test_a_tier_of_the_studys_own_may_hold_a_disagreement() -> None:
    def told_from(tier: str) -> dict[str, str]:
        talks = [("vcs", YES), ("health", NO)]
        return study(
            **{
                sector: source(sector, codes, sector).replace(", tier: strategic", tier)
                for sector, codes in talks
            }
        )

    # Without a tier of their own both speak in every tier.
    plain = told_from("")
    new = {**plain, "gapcheck.yaml": history.settings() + "tiers: {street: Street}\n"}
    found = change(plain, new)
    assert found.changes == ()
    assert [(one.kind, one.what) for one in found.idle] == [(CauseKind.CHANGED_SETTING, "tiers")]


def test_the_edits_of_an_imperative_as_the_file_has_them() -> None:
    files = study(vcs=source("vcs", NO), council=source("council", NO, "council"))
    plain = policy()
    edits = {
        "in_force": ("2001..", "2005..2006"),
        "applies_to": ("", "kinds: lsb; designations: nrf-88"),
        "demands": ("enacted", "effective"),
        "actor": ("council", "vcs, health"),
    }
    for key, (before, after) in edits.items():
        typed = {
            "in_force": "in_force: {from: 2005, to: 2006}",
            "applies_to": "applies_to: {kinds: [lsb], designations: [nrf-88]}",
            "demands": "demands: effective",
            "actor": "actor: [vcs, health]",
        }[key]
        start = "{id: join-up, locator: p1, text: Join up., "
        rest = "modality: should" if key == "actor" else "actor: council, modality: should"
        whole = f"{start}actor: council, modality: should}}"
        text = plain.replace(whole, f"{start}{rest}, {typed}}}")
        assert text != plain
        found = change(files, {**files, "policies/guidance.yaml": text})
        every = [*(one.causes[0] for one in found.changes), *found.idle]
        assert [(one.what, one.before, one.after) for one in every] == [(key, before, after)]


def test_two_days_make_new_evidence_of_what_is_dated_between_them() -> None:
    files = study(
        vcs=source("vcs", NO, date="2002-05-01"),
        vcs_2=source("vcs-2", NO, date="2002-05-01"),
        late=source("late", YES, "council", date="2004-05-01"),
    )
    old, new = read(files, date(2003, 1, 1)), read(files, date(2005, 1, 1))
    assert told(compare(old, new)) == [("new-evidence", "dated", "late", True, True)]
    assert told(compare(new, old)) == [("withdrawn-evidence", "after-as-at", "late", True, True)]
    later = read(files, date(2009, 1, 1))
    assert [one[:2] for one in told(compare(old, later))] == [
        ("new-evidence", "dated"),
        ("passing-of-time", "as-at"),
    ]


def test_what_bears_on_no_verdict_is_told_apart() -> None:
    old = study(vcs=source("vcs", NO))
    new = dict(old)
    new["policies/guidance.yaml"] = policy(text="Join up at last.")
    new["evidence/here/vcs.yaml"] = source("vcs", NO, text="Other words of the")
    found = change(old, new)
    assert found.changes == ()
    assert [(one.kind, one.what, one.imperative) for one in found.idle] == [
        (CauseKind.EDITED_IMPERATIVE, "text", "guidance/join-up")
    ]


def test_findings_come_and_go_with_their_partnership_or_imperative() -> None:
    old = study(vcs=source("vcs", NO))
    there = old | {"evidence/there/lsp.yaml": lsp("there")}
    there["policies/scoped.yaml"] = history.SCOPED
    found = change(old, there)
    assert {(one.lsp, one.imperative, one.partnership_too) for one in found.appeared} == {
        ("here", "scoped/for-few", True),
        ("there", "guidance/due-one", False),
        ("there", "guidance/join-up", False),
        ("there", "guidance/option", False),
        ("there", "scoped/for-few", False),
    }
    back = change(there, old)
    assert (back.vanished, back.appeared) == (found.appeared, ())


@pytest.mark.parametrize("count", range(11))
def test_what_is_found_is_enough_and_no_part_of_it_is(count: int) -> None:
    for wanted in ({0}, {0, count - 1}, {1, 2, 3}):
        if max(wanted) < count and min(wanted) >= 0:
            found = smallest(count, lambda chosen, w=wanted: chosen >= w)  # type: ignore[misc]
            assert found.enough == (tuple(sorted(wanted)),)
    assert smallest(count, lambda _: False) == Found((), complete=count <= 8)


STANCES = st.sampled_from(["absent", "happens", "partly", "opposite", "unaware"])
SECTORS = st.sampled_from(["vcs", "council", "health"])
DATES = st.sampled_from(["2000-01-01", "2003-06", "2004", "2008-02-01"])
CONSENTS = st.sampled_from(
    ["{analysis: true}"] * 4
    + ["{withdrawn: true}", "{analysis: false}", "{embargo_until: 2020-01-01}"]
)


@st.composite
def sources(draw: st.DrawFn) -> dict[str, str]:
    found = {}
    for name in draw(st.sets(st.sampled_from(["a", "b", "c", "d"]), max_size=3)):
        stances = draw(st.lists(STANCES, min_size=1, max_size=2))
        codes = f"{{join-up: {stances[0]}}}"
        text = source(
            name, codes, draw(SECTORS), date=draw(DATES), consent=draw(CONSENTS), text=name
        )
        for number, stance in enumerate(stances[1:], 2):
            about = draw(st.sampled_from(["", ", about: 1999", ", about: 2003"]))
            codes = f"{{join-up: {stance}}}{about}"
            text += f"  - {{id: x{number}, text: '{name}{number}', codes: {codes}}}\n"
        if draw(st.booleans()):
            text += "asked: [join-up]\n"
        found[name] = text
    return found


@st.composite
def groups(draw: st.DrawFn) -> dict[str, str]:
    """A group of two, of whom each has a consent of their own and one may have left."""
    if not draw(st.booleans()):
        return {}
    people = [
        f"  - {{id: P{n}, sector: {draw(SECTORS)}, role: officer, consent: {draw(CONSENTS)}}}\n"
        for n in (1, 2)
    ]
    talks = [
        f"  - {{id: x{n}, speaker: P{draw(st.sampled_from([1, 2]))}, text: Talk {n}., "
        f"codes: {{join-up: {draw(STANCES)}}}}}\n"
        for n in draw(st.sets(st.sampled_from([1, 2, 3]), min_size=1))
    ]
    head = f"source: fg\nkind: focus-group\ndate: {draw(DATES)}\nconsent: {draw(CONSENTS)}\n"
    return {"fg": f"{head}speakers:\n{''.join(people)}excerpts:\n{''.join(talks)}"}


@st.composite
def studies(draw: st.DrawFn) -> dict[str, str]:
    files = study(**draw(sources()), **draw(groups()))
    force = draw(st.sampled_from(["{from: 2001}", "{from: 2001, to: 2003}", "{from: 2005}"]))
    modality = draw(
        st.sampled_from(["actor: council, modality: should", "actor: vcs, modality: may"])
    )
    files["policies/guidance.yaml"] = (
        policy()
        .replace("{from: 2001}", force)
        .replace("actor: council, modality: should", modality)
    )
    files["gapcheck.yaml"] = history.settings(years=draw(st.sampled_from([1, 3])))
    return files


@settings(
    max_examples=int(os.environ.get("GAPCHECK_EXAMPLES", "30")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    studies(),
    studies(),
    st.sampled_from([None, date(2003, 7, 1), date(2007, 1, 1)]),
    st.sampled_from([date(2019, 1, 1), TODAY]),
)
def test_every_change_is_explained_and_every_outcome_is_the_reports(
    old: dict[str, str], new: dict[str, str], day: date | None, today: date
) -> None:
    one, other = read(old, day, today), read(new)
    found = compare(one, other)
    for read_, pick in ((one, "before"), (other, "after")):
        report = assess(read_.corpus, today=read_.today, as_at=read_.state.as_at)
        findings = {each.imperative.name: each for each in report.findings}
        for change_ in found.changes:
            finding = findings[change_.imperative]
            assert getattr(change_, pick) == Outcome(finding.verdict, finding.confidence)
    # Whatever differs, putting all of it in makes the new finding: so some set is always enough.
    assert all(change_.enough for change_ in found.changes)
    assert len(found.changes) + found.unchanged == 3
