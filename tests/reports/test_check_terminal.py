"""Diagnostics for the eye: whole screens compared with kept ones, and the odd cases."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from cli.studies import CONTRADICTION, FIVE_ERRORS, study

from gapcheck.analysis import examine
from gapcheck.diagnostic import Diagnostic, Location, Related, Severity
from gapcheck.reports.check_terminal import write
from gapcheck.reports.screen import make_console

from .golden import assert_kept
from .screens import coloured, encoded, too_wide

PLACE = Location("evidence/a/b.yaml", 1, 7, 1, 12)
ONE = Diagnostic(PLACE, Severity.ERROR, "unknown-kind", "`visit` is no kind of source", "Choose.")


def shown(
    *found: Diagnostic,
    lines: tuple[str, ...] = ("kind: visit",),
    sound: int | None = 3,
    width: int = 80,
    ascii_only: bool = False,
) -> str:
    stream = io.StringIO()
    console = make_console(stream, width=width, ascii_only=ascii_only)
    write(found, sound, lambda _: lines, console)
    return stream.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_a_study_with_errors_is_shown_like_this(
    tmp_path: Path, width: int, ascii_only: bool
) -> None:
    here = study(
        tmp_path,
        {
            "evidence/northtown/int-vcs-01.yaml": CONTRADICTION,
            "evidence/northtown/int-vcs-03.yaml": FIVE_ERRORS,
        },
    )
    corpus, found = examine(here)
    stream = io.StringIO()
    console = make_console(stream, width=width, ascii_only=ascii_only)
    write(
        found,
        corpus.files - 2,
        lambda path: (here / path).read_text("utf-8").splitlines(),
        console,
    )
    text = stream.getvalue()
    assert not too_wide(text, width)
    assert text.isascii() or not ascii_only
    assert_kept(f"check-{'ascii-' * ascii_only}{width}.txt", text)


def test_nothing_found_is_nothing_shown() -> None:
    assert shown() == ""


@pytest.mark.parametrize(
    ("sound", "said"),
    [
        (3, "1 error in 1 of 4 files. The other 3 are sound.\n"),
        (1, "1 error in 1 of 2 files. The other one is sound.\n"),
        (1234, "1 error in 1 of 1,235 files. The other 1,234 are sound.\n"),
        (0, "1 error in 1 file.\n"),
        (None, "1 error in 1 file.\n"),
    ],
)
def test_the_sum_of_it(sound: int | None, said: str) -> None:
    assert said in shown(ONE, sound=sound)


def test_the_rule_that_is_offered_is_that_of_an_error_if_there_is_one() -> None:
    odd = Diagnostic(PLACE, Severity.WARNING, "unread-file", "odd")
    assert "gapcheck rules unknown-kind   " in shown(odd, ONE)
    assert "gapcheck rules unread-file   " in shown(odd)


def test_a_value_that_the_message_names_is_seen_and_no_other() -> None:
    other = Diagnostic(PLACE, Severity.ERROR, "wrong-type", "`role` is a list")
    assert "     1 │ role: ·····\n" in shown(other, lines=("role: visit",))
    named = Diagnostic(PLACE, Severity.ERROR, "unknown-role", "`visit` is no role")
    assert "     1 │ role: visit\n" in shown(named, lines=("role: visit",))
    several = Diagnostic(Location("a", 1, 7, 2, 1), Severity.ERROR, "r", "`visit` is none")
    assert "     1 │ role: ·····\n       │       ^^^^^\n" in shown(
        several, lines=("role: visit", "")
    )


def test_where_yaml_could_not_read_on_no_value_is_seen() -> None:
    torn = Diagnostic(PLACE, Severity.ERROR, "yaml-syntax", "a brace is never closed")
    assert "kind: ·····" in shown(torn)


def test_a_place_in_another_file_is_named() -> None:
    there = Related(Location("evidence/c/d.yaml", 9, 1, 9, 2), "the other source")
    twice = Diagnostic(PLACE, Severity.WARNING, "changing-speaker", "two sectors", "", (there,))
    assert "    the other source: evidence/c/d.yaml:9\n" in shown(twice)


def test_a_line_that_is_not_there_is_passed_over() -> None:
    assert "│" not in shown(ONE, lines=())


def test_a_long_line_is_cut_around_what_is_meant() -> None:
    line = f"{'kind: a, ' * 40}kind: visit"
    place = Location("a", 1, len(line) - 4, 1, len(line) + 1)
    text = shown(
        Diagnostic(place, Severity.ERROR, "unknown-kind", "`visit` is none"), lines=(line,)
    )
    first, second = [each for each in text.splitlines() if "│" in each]
    assert not too_wide(text, 80)
    assert first[second.index("^") :] == "visit"
    assert second.count("^") == 5


def test_wide_letters_keep_the_caret_in_its_place() -> None:
    line = "id: 議事, kind: visit"
    place = Location("a", 1, 15, 1, 20)
    text = shown(Diagnostic(place, Severity.ERROR, "r", "`visit` is none"), lines=(line,))
    first, second = [each for each in text.splitlines() if "│" in each]
    assert second.index("^") == first.index("visit") + 2


def test_tabs_and_escapes_are_inert() -> None:
    text = shown(ONE, lines=("kind:\tvisit \x1b[31m",))
    assert not set("\t\x1b") & set(text)


def test_colours_on_a_terminal_and_none_without() -> None:
    assert "38;5;161" in coloured(
        lambda console: write([ONE], 0, lambda _: ("kind: visit",), console)
    )


def test_a_stream_that_carries_no_glyphs_gets_ascii() -> None:
    text = encoded(lambda console: write([ONE], 0, lambda _: ("role: visit",), console), "ascii")
    assert "     1 | role: " in text
