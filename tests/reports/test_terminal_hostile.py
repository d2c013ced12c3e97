from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.model.choices import Stance
from gapcheck.model.report import Report
from gapcheck.reports.inert import visible
from gapcheck.reports.screen import make_console
from gapcheck.reports.terminal.partnership import write_partnerships

from . import sample
from .screens import (
    FakeTerminal,
    coloured,
    explain,
    overview,
    partnership,
    too_wide,
    written,
)

AS_TYPED = [
    "we tried [laughs] and [inaudible]",
    "[/b] [bold]loud[/bold] [link=http://x]here[/link]",
    "a | pipe, a `tick`, a *star* and _lines_",
    "<script>alert(1)</script> & <b>",
    "\\[escaped] \\n \\x1b",
    ":smile: :warning:",
    "شكرا جزيلا for that",
    "Ŵyddgrug, naïve, Łódź, 東京の人",
    "می‌خواهم",
]
WRITTEN_OUT = {
    "red \x1b[31malert\x1b[0m": "red \\x1b[31malert\\x1b[0m",
    "bell \x07 and back\x08space": "bell \\x07 and back\\x08space",
    "c1 \x9b31m csi": "c1 \\x9b31m csi",
    "over \u202egnp.exe": "over \\u202egnp.exe",
    "isolate \u2066x\u2069": "isolate \\u2066x\\u2069",
    "mark \u200f and \u200e and \u061c": "mark \\u200f and \\u200e and \\u061c",
    "zero\u200bwidth \ufeffmark": "zero\\u200bwidth \\ufeffmark",
    "joined\u200dlatin": "joined\\u200dlatin",
    "tag\U000e0041": "tag\\U000e0041",
    "return\rhome": "return\\x0dhome",
    "lone \ud800 half": "lone \\ud800 half",
}


def with_words(words: str) -> Report:
    report = sample.northtown()
    own = sample.statement("int-vcs-01", 22, Stance.ABSENT, words, role="coordinator")
    finding = replace(report.findings[0], statements=(own,))
    return replace(report, findings=(finding, *report.findings[1:]))


@pytest.mark.parametrize("words", AS_TYPED)
def test_words_come_out_as_typed(words: str) -> None:
    assert f"“{words}”" in written(partnership(with_words(words)), 140)
    assert f"“{words}”" in coloured(partnership(with_words(words)))
    assert f"“{words}”" in written(explain("pay-in-advance", with_words(words)), 140)


@pytest.mark.parametrize(("words", "shown"), WRITTEN_OUT.items())
def test_what_cannot_be_seen_is_written_out(words: str, shown: str) -> None:
    assert visible(words) == shown
    assert f"“{shown}”" in written(partnership(with_words(words)), 140)


def test_no_escape_code_gets_through_by_any_text_of_a_study() -> None:
    bad = "\x1b]0;owned\x07"
    report = with_words(f"words {bad}")
    first = report.findings[0]
    named = replace(first.imperative, text=bad, title=bad, id=bad)
    place = replace(first.partnership, name=bad, region=bad, designations=(bad,))
    own = replace(first, imperative=named, partnership=place, why=bad, reason=bad, rule=bad)
    part = replace(report.partnerships[0], partnership=place)
    whole = replace(report, findings=(own,), partnerships=(part,), left_out=(bad,))
    whole = replace(whole, settings=replace(whole.settings, title=bad, limits=(bad,)))
    for write in (partnership(whole), overview(whole), explain(bad, whole)):
        assert "\x1b" not in written(write)
        assert "\x07" not in written(write)
        assert "\x1b]0;" not in coloured(write)


def test_two_speakers_of_a_group_keep_their_lines() -> None:
    text = written(partnership(with_words("A: We asked.\nB: Nobody came.")))
    assert "    “A: We asked.\n    B: Nobody came.”\n" in text


def test_places_are_links_only_where_the_study_s_folder_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    stream = FakeTerminal()
    write_partnerships(sample.northtown(), make_console(stream, width=80, hyperlinks=tmp_path))
    target = (tmp_path / "evidence/northtown/min-board-2004.yaml").as_uri()
    assert f";{target}\x1b\\" in stream.getvalue()
    assert "\x1b]8;" not in coloured(partnership())


# Every kind of letter that changes how wide a line is: wide, combining, hidden, right to left.
_LETTERS = st.text(
    st.one_of(
        st.sampled_from("ab |`[]<\\ \n\t\x1b\u202e\u200d\u0301é東ｶ😀שא—“"),
        st.characters(exclude_categories=["Cn"]),
    ),
    max_size=120,
)


@settings(max_examples=60, deadline=None)
@given(words=_LETTERS, width=st.integers(24, 150), ascii_only=st.booleans())
def test_no_words_make_a_line_too_wide_or_act_on_a_terminal(
    words: str, width: int, ascii_only: bool
) -> None:
    text = written(partnership(with_words(words)), width, ascii_only=ascii_only)
    assert not too_wide(text, width)
    assert not [each for each in text if unicodedata.category(each) == "Cc" and each != "\n"]
