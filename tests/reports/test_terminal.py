from __future__ import annotations

import re
from dataclasses import replace

import pytest

from gapcheck.model.choices import Verdict
from gapcheck.reports.words import HELD_BACK, VERDICTS, marks

from . import sample
from .golden import assert_kept
from .screens import (
    SCREENS,
    across,
    coloured,
    encoded,
    explain,
    overview,
    partnership,
    too_wide,
    written,
)

GAP_WORD = "\x1b[1;38;5;161m"


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_is_the_kept_one(name: str, width: int) -> None:
    assert_kept(f"{name}-{width}.txt", written(SCREENS[name], width))


@pytest.mark.parametrize("name", ["partnership", "overview", "explain"])
def test_the_ascii_screen_is_the_kept_one(name: str) -> None:
    assert_kept(f"{name}-ascii-80.txt", written(SCREENS[name], ascii_only=True))


@pytest.mark.parametrize("width", [24, 40, 60, 79, 80, 100, 119, 120, 140, 200])
@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("name", SCREENS)
def test_no_line_is_wider_than_the_screen(name: str, width: int, ascii_only: bool) -> None:
    assert not too_wide(written(SCREENS[name], width, ascii_only=ascii_only), width)


@pytest.mark.parametrize("name", SCREENS)
def test_no_line_ends_in_a_space_and_no_two_are_blank(name: str) -> None:
    text = written(SCREENS[name])
    assert not [line for line in text.splitlines() if line != line.rstrip()]
    assert "\n\n\n" not in text


@pytest.mark.parametrize("name", SCREENS)
def test_a_pipe_gets_no_escape_code(name: str) -> None:
    assert "\x1b" not in written(SCREENS[name])


def test_a_dumb_terminal_gets_no_escape_code() -> None:
    assert "\x1b" not in coloured(partnership(), term="dumb")


def test_no_color_takes_the_colours_and_leaves_the_words() -> None:
    text = coloured(partnership(), no_color=True)
    assert "38;5" not in text
    assert "\x1b[3" not in text
    assert "THE OPPOSITE IS DONE" in text


def test_a_gap_has_its_own_of_256_colours() -> None:
    assert f"{GAP_WORD}○ THE OPPOSITE IS DONE\x1b[0m" in coloured(partnership())


def test_a_terminal_of_16_colours_gets_those() -> None:
    text = coloured(partnership(), term="xterm")
    assert "\x1b[1;35m○ THE OPPOSITE IS DONE\x1b[0m" in text
    assert "38;5" not in text


def test_what_is_not_known_has_no_colour() -> None:
    assert "\x1b[1m? NOTHING HEARD\x1b[0m" in coloured(partnership())


def test_colour_changes_no_word() -> None:
    plain = re.sub(r"\x1b\[[0-9;]*m", "", coloured(partnership()))
    assert plain == written(partnership())


def test_groups_stand_in_the_order_of_reading() -> None:
    text = written(partnership()).partition("FINDING BY FINDING")[2]
    shown = list(VERDICTS.items())[:10]
    places = [text.index(f"\n{marks(each).glyph} {words.screen.upper()} ") for each, words in shown]
    assert places == sorted(places)


def test_what_was_left_out_is_said_before_all_else() -> None:
    report = sample.northtown(left_out=("The source int-x rests on no verdict.",))
    for write in (partnership(report), overview(report), explain("bottom-up", report)):
        assert written(write).startswith("Left out, because files have errors:\n- The source int-x")


def test_the_invented_is_said_to_be_invented_everywhere() -> None:
    for name, write in SCREENS.items():
        assert " ILLUSTRATIVE " in written(write).partition("\n")[0], name


def test_real_evidence_has_no_banner() -> None:
    real = replace(sample.NORTHTOWN, illustrative=False)
    report = sample.northtown()
    report = replace(report, partnerships=(replace(report.partnerships[0], partnership=real),))
    assert "ILLUSTRATIVE" not in written(partnership(report))


def test_one_finding_is_invented_or_not_by_its_own_place() -> None:
    study = sample.study()
    survey = [each for each in study.findings if each.partnership.population]
    report = replace(study, findings=tuple(survey))
    assert "ILLUSTRATIVE" not in written(explain("sectors-together", report))


def test_words_held_back_leave_a_marker_and_their_place() -> None:
    text = written(explain("sectors-together"))
    assert f"    {HELD_BACK}\n    advice centre manager, voluntary sector" in text
    assert "evidence/northtown/int-vcs-02.yaml:29" in text


def test_of_a_withdrawn_source_neither_words_nor_stance_are_told() -> None:
    text = written(explain("sectors-together"))
    row = next(line for line in text.splitlines() if line.startswith("x "))
    assert row.split()[1:4] == ["Stance", "not", "told"]
    assert "(the words are not shown)" in text
    assert "Left out: Consent withdrawn." in text


def test_notes_are_never_in_quotation_marks() -> None:
    text = written(partnership())
    assert "Notes: Papers reach them" in text
    assert "“Papers reach them" not in text


def test_a_survey_s_figure_is_no_speech() -> None:
    text = written(partnership())
    assert "Received, or know who received" in text
    assert "“Received" not in text


def test_wording_that_was_not_seen_is_said_beside_it() -> None:
    text = written(partnership())
    assert text.count("  (wording not confirmed)") == 1
    assert text.count("  (wording taken from another work, not confirmed)") == 1


def test_a_sign_off_stands_beside_what_the_rules_gave() -> None:
    text = " ".join(written(partnership()).split())
    assert "○ NOT IN PRACTICE" in text
    assert "Signed R. Reviewer, 14 July 2006, overrode it to “Partly in practice”: two" in text
    assert "The evidence has changed since then." in text


def test_sides_of_a_contested_finding_stand_beside_each_other_where_there_is_room() -> None:
    wide, narrow = written(partnership(), 140), written(partnership(), 80)
    row = next(line for line in wide.splitlines() if "SAY YES" in line)
    assert "SAY NO: residents" in row
    assert row.index("│") == 71
    assert "  SAY YES: council\n  │ “Two of the elected" in narrow


def test_many_that_do_not_apply_are_named_in_one_paragraph() -> None:
    outside = sample.northtown_findings()[-1]
    many = tuple(
        replace(outside, imperative=replace(outside.imperative, id=f"duty-{number}"))
        for number in range(60)
    )
    report = sample.northtown()
    text = written(partnership(replace(report, findings=report.findings + many)))
    assert "61 imperatives, outside every total" in text
    assert text.count("after the as-at day") == 1
    assert text.count("strong-safe-prosperous-2008") == 1
    assert "duty-59" in text


def test_dozens_of_which_nothing_was_heard_stand_under_one_verdict() -> None:
    silent = sample.northtown_findings()[-2]
    many = tuple(
        replace(silent, imperative=replace(silent.imperative, id=f"duty-{number}"))
        for number in range(20)
    )
    report = sample.northtown()
    text = written(partnership(replace(report, findings=report.findings + many)))
    assert text.count("? NOTHING HEARD ") == 1
    assert "Of these 21 nothing was heard that may be used; nobody said no." in text
    assert text.count("  laa-round-3-2006/duty-") == 20
    questions = text.partition("WHAT TO ASK NEXT")[2]
    assert questions.count("Nobody was asked.") == 1


def test_many_partnerships_stand_in_blocks_of_columns() -> None:
    text = written(overview(sample.study(4)), 80)
    matrix = text.partition("SURVEY POPULATIONS")[0]
    assert matrix.count("\npay-in-advance") == 3
    assert matrix.count(" gap   ?\n") == 1
    names = [line for line in matrix.splitlines() if line.startswith("                     ")]
    shown = [name for line in names for name in line.split() if name not in ("gap", "?")]
    assert len(shown) == len(set(shown)) == 24


def test_a_matrix_has_words_where_they_fit_and_codes_where_not() -> None:
    assert "○ opposite done" in written(overview(), 140)
    assert "○ OP" not in written(overview(), 140)
    assert "○ OP" in written(overview(), 80)


def test_a_survey_population_is_shown_and_not_counted() -> None:
    text = written(overview(), 80)
    matrix, _, apart = text.partition("SURVEY POPULATIONS")
    row = next(line for line in matrix.splitlines() if line.startswith("train-and-support  "))
    assert row.split()[-4:] == ["○", "PO", "5/5", "1"]
    row = next(line for line in apart.splitlines() if line.startswith("train-and-support  "))
    assert row.split() == ["train-and-support", "○", "NO"]
    assert "England 2005 (a survey, 88 places)" in " ".join(apart.split())
    assert "England 2005" not in " ".join(matrix.partition("IMPERATIVES BY")[2].split())
    assert "6 partnerships and 1 survey population" in text


def test_an_imperative_nobody_judged_has_an_answer() -> None:
    assert "No finding on unknown/name." in written(across("unknown/name"))


def test_every_finding_is_shown_with_its_rule() -> None:
    text = written(partnership())
    for finding in sample.northtown_findings():
        shown = f"[{finding.rule}]" in text
        assert shown is (finding.verdict is not Verdict.NOT_APPLICABLE)


def test_an_empty_study_is_written_without_a_crash() -> None:
    empty = sample.northtown()
    part = sample.part_of(sample.NORTHTOWN, (), as_at=None)
    empty = replace(empty, findings=(), across=(), partnerships=(part,))
    assert "No national imperative of this study applies here." in written(partnership(empty))
    assert "No imperative of this study applies" in written(overview(empty))
    assert written(overview(replace(empty, partnerships=())))


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "cp1252"])
@pytest.mark.parametrize("name", SCREENS)
def test_an_encoding_without_glyphs_gets_ascii(name: str, encoding: str) -> None:
    text = encoded(SCREENS[name], encoding)
    assert "----" in text
    assert not set("●◐○≠─│“”–…") & set(text)
    assert not too_wide(text, 80)


def test_letters_that_an_encoding_lacks_are_written_out() -> None:
    assert "\\xa3100,000" in encoded(partnership(), "ascii")
    assert "£100,000" in encoded(partnership(), "latin-1")
    assert "£100,000" in written(partnership(), ascii_only=True)
