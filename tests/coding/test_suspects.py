"""What makes codes suspect, and what never does: laws over studies typed and moved at random."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from cli.studies import COMPACT, POLICY, interview, study
from hypothesis import given, settings
from hypothesis import strategies as st
from sweep.agreement import both

from gapcheck.analysis import analyse
from gapcheck.coding.suspects import accept_all, codes_of, confirm, named
from gapcheck.model.finding import Statement
from gapcheck.model.had_before import mark_of
from gapcheck.model.report import Report

GUIDANCE = "policies/guidance-2001.yaml"
NORTH = "evidence/northtown"
FILES: Mapping[str, str | bytes | None] = {
    "policies/compact-1998.yaml": COMPACT.replace("scotland", "england"),
    f"{NORTH}/int-vcs-01.yaml": interview(
        "int-vcs-01",
        codes="{sectors-together: absent, guidance-2001/pay-in-advance: absent}",
    ).replace("speaker:", "coder: ab\nspeaker:"),
    f"{NORTH}/int-vcs-01.cd.yaml": (
        "source: int-vcs-01\ncoder: cd\ncodes: {x1: {sectors-together: partly}}\n"
    ),
    f"{NORTH}/int-council-01.yaml": interview(
        "int-council-01", "council", codes="{compact-1998/pay-in-advance: happens}"
    ),
    "evidence/national/doc-01.yaml": (
        "source: doc-01\nkind: document\ndate: 2003\nauthor: council\nconsent: {analysis: true}\n"
        "excerpts:\n  - {id: x1, text: They sat together., codes: {sectors-together: happens}}\n"
    ),
}
CODED = {
    "guidance-2001/sectors-together": {
        "national/doc-01 x1",
        "northtown/int-vcs-01 x1",
        "northtown/int-vcs-01.cd x1",
        "southby/int-vcs-02 x1",
    },
    "guidance-2001/pay-in-advance": {"northtown/int-vcs-01 x1"},
    "compact-1998/pay-in-advance": {"northtown/int-council-01 x1"},
}
DAY = date(2026, 11, 1)


def watched(root: Path) -> Path:
    """The study, with every code noted as it is."""
    study(root, FILES)
    assert accept_all(root, codes_of(root))
    return root


def suspect(root: Path) -> set[str]:
    """What is suspect, in the same words by the command, by both ways of checking and reports."""
    found = codes_of(root).suspect
    names = {f"{one.file} {one.excerpt.id}" for one in found}
    told = [one for one in both(root) if one.rule == "suspect-code"]
    assert {one.location for one in told} == {one.code.location for one in found}
    assert len(told) == len(found)
    decide = {f"{lsp}/{each.source} {each.excerpt}" for lsp, each in statements(report(root))}
    # A second coder's codes and national background decide nothing.
    assert decide == {one for one in names if ".cd " not in one and "national" not in one}
    return names


def report(root: Path) -> Report:
    return analyse(root, today=DAY)


def statements(found: Report) -> list[tuple[str, Statement]]:
    return [
        (finding.partnership.id, each)
        for finding in found.findings
        for each in finding.statements
        if each.suspect
    ]


def verdicts(root: Path) -> dict[tuple[str, str], object]:
    return {
        (one.partnership.id, one.imperative.name): (one.verdict, one.confidence)
        for one in report(root).findings
    }


def change(root: Path, path: str, edit: Callable[[str], str]) -> None:
    place = root / path
    old = place.read_text("utf-8")
    assert edit(old) != old
    place.write_text(edit(old), "utf-8")


def swapped(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new)


def test_a_study_that_nobody_watches_has_nothing_suspect(tmp_path: Path) -> None:
    root = study(tmp_path, FILES)
    change(root, GUIDANCE, swapped("Bring the sectors", "Bring all sectors"))
    assert suspect(root) == set()
    assert (codes_of(root).untold, len(codes_of(root).all)) == (6, 6)
    assert not (root / "gapcheck.lock").exists()


CHANGES = {
    "a word": swapped("Bring the sectors together.", "Bring the sectors close."),
    "a capital": swapped("Bring the sectors together.", "Bring the Sectors together."),
    "what it demands": swapped("text: Bring the", "demands: effective\n    text: Bring the"),
    "a kind": swapped("text: Bring the", "applies_to: {kinds: [lsp]}\n    text: Bring the"),
    "a designation": swapped(
        "text: Bring the", "applies_to: {designations: [nrf-88]}\n    text: Bring the"
    ),
}


@pytest.mark.parametrize("edit", CHANGES.values(), ids=CHANGES)
def test_what_makes_exactly_the_codes_of_one_imperative_suspect(
    edit: Callable[[str], str], tmp_path: Path
) -> None:
    root = watched(tmp_path)
    change(root, GUIDANCE, edit)
    assert suspect(root) == CODED["guidance-2001/sectors-together"]


def test_the_nation_of_a_policy_is_the_scope_of_all_it_asks_for(tmp_path: Path) -> None:
    root = watched(tmp_path)
    change(root, GUIDANCE, swapped("nation: england", "nation: uk"))
    both_of = CODED["guidance-2001/sectors-together"] | CODED["guidance-2001/pay-in-advance"]
    assert suspect(root) == both_of


QUIET = {
    "a locator": swapped("locator: para 1", "locator: para 99"),
    "a title": swapped("    text: Bring", "    title: Together\n    text: Bring"),
    "a title of the policy": swapped("title: Guidance on", "title: Rules on"),
    "what it demands by default": swapped("text: Bring", "demands: enacted\n    text: Bring"),
    "indicators": swapped(
        "      - {id: seats, text: There are seats.}\n", "      - {id: a, text: b}\n"
    ),
    "quotation marks": swapped(
        "text: Bring the sectors together.", 'text: "Bring the sectors together."'
    ),
    "a fold": swapped(
        "text: Bring the sectors together.", "text: >\n      Bring the sectors\n      together."
    ),
    "lines": swapped(
        "text: Bring the sectors together.", "text: |\n      Bring  the\n\n      sectors together."
    ),
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "a comment": lambda text: f"# A note.\n{text}",
    "the order": lambda text: re.sub(
        r"(?s)(  - id: sectors-together.*?)(  - id: pay-in-advance.*?)(  - id: women)",
        r"\2\1\3",
        text,
    ),
}


@pytest.mark.parametrize("edit", QUIET.values(), ids=QUIET)
def test_what_makes_nothing_suspect(edit: Callable[[str], str], tmp_path: Path) -> None:
    root = watched(tmp_path)
    before = verdicts(root)
    # Line ends are kept on the disk as they are given.
    old = (root / GUIDANCE).read_text("utf-8")
    assert edit(old) != old
    (root / GUIDANCE).write_bytes(edit(old).encode())
    assert suspect(root) == set()
    assert verdicts(root) == before


def test_renaming_and_moving_files_and_records_changes_no_verdict(tmp_path: Path) -> None:
    root = watched(tmp_path)
    before = verdicts(root)
    (root / "policies/deep/er").mkdir(parents=True)
    (root / GUIDANCE).rename(root / "policies/deep/er/anything at all.yml")
    (root / NORTH / "int-vcs-01.yaml").rename(root / NORTH / "int-vcs-01.yml")
    assert suspect(root) == set()
    change(root, f"{NORTH}/int-council-01.yaml", swapped("source: int-council-01", "source: int-c"))
    (root / NORTH / "int-council-01.yaml").rename(root / NORTH / "int-c.yaml")
    assert suspect(root) == set()
    assert verdicts(root) == before
    # Moved, it is known all the same.
    change(root, "policies/deep/er/anything at all.yml", swapped("sectors together", "sectors"))
    assert suspect(root) == CODED["guidance-2001/sectors-together"]


def test_a_code_is_confirmed_alone_and_goes_quiet_when_the_words_come_back(tmp_path: Path) -> None:
    root = watched(tmp_path)
    change(root, GUIDANCE, swapped("Bring the sectors", "Bring all sectors"))
    codes = codes_of(root)
    one = named(root, codes, "northtown/int-vcs-01", "x1", "sectors-together")
    assert confirm(root, [one])
    left = CODED["guidance-2001/sectors-together"] - {"northtown/int-vcs-01 x1"}
    assert suspect(root) == left
    change(root, GUIDANCE, swapped("Bring all sectors", "Bring the sectors"))
    assert suspect(root) == {"northtown/int-vcs-01 x1"}
    assert accept_all(root, codes_of(root))
    assert suspect(root) == set()


def test_a_verdict_that_rests_on_suspect_codes_says_so(tmp_path: Path) -> None:
    root = watched(tmp_path)
    change(root, GUIDANCE, swapped("Pay grants ahead of", "Pay all grants before"))
    rests = {
        (one.partnership.id, one.imperative.name)
        for one in report(root).findings
        if one.rests_on_suspect
    }
    assert rests == {("northtown", "guidance-2001/pay-in-advance")}


def test_of_the_whole_study_what_is_noted_of_files_that_are_gone_is_forgotten(
    tmp_path: Path,
) -> None:
    root = watched(tmp_path)
    (root / NORTH / "int-council-01.yaml").unlink()
    assert accept_all(root, codes_of(root, ["southby"]))
    assert "int-council-01" in (root / "gapcheck.lock").read_text("utf-8")
    assert accept_all(root, codes_of(root))
    assert "int-council-01" not in (root / "gapcheck.lock").read_text("utf-8")


WORDS = st.text("abcdefg é", min_size=1, max_size=6).filter(str.strip)
TEXTS = st.lists(WORDS, min_size=2, max_size=8).map(lambda words: " ".join(" ".join(words).split()))
BLANKS = st.sampled_from([" ", "  ", "\n      ", "\n\n      "])


def asked(text: str) -> str:
    return POLICY.replace("Pay grants ahead of spending.", f"|-\n      {text}")


@settings(max_examples=25, deadline=None)
@given(TEXTS, st.data())
def test_one_word_makes_its_codes_suspect_and_blanks_make_none(
    text: str, data: st.DataObject
) -> None:
    words = text.split(" ")
    at = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(
        WORDS.map(lambda one: one.replace(" ", "")).filter(lambda one: one != words[at])
    )
    blank = [data.draw(BLANKS) for _ in words[1:]]
    folded = words[0] + "".join(b + w for b, w in zip(blank, words[1:], strict=True))
    changed = [*words[:at], other, *words[at + 1 :]]
    with tempfile.TemporaryDirectory() as folder:
        root = study(Path(folder), FILES, {GUIDANCE: asked(text)})
        assert accept_all(root, codes_of(root))
        (root / GUIDANCE).write_text(asked(folded), "utf-8")
        assert not codes_of(root).suspect
        (root / GUIDANCE).write_text(asked(" ".join(changed)), "utf-8")
        found = {f"{one.file} {one.excerpt.id}" for one in codes_of(root).suspect}
        assert found == CODED["guidance-2001/pay-in-advance"]


def test_marks_of_one_imperative_begin_alike_whatever_it_says(tmp_path: Path) -> None:
    root = study(tmp_path, FILES)
    before = {one.imperative.name: mark_of(one.imperative) for one in codes_of(root).all}
    assert len({mark[:6] for mark in before.values()}) == len(before) == 3
    change(root, GUIDANCE, swapped("Bring the", "Bring all"))
    after = {one.imperative.name: mark_of(one.imperative) for one in codes_of(root).all}
    name = "guidance-2001/sectors-together"
    assert before[name][:6] == after[name][:6]
    assert {one for one in before if before[one] != after[one]} == {name}
