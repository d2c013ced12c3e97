"""The rules on quotes and transcripts: where each fires, what it leads to, and no word of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gapcheck.checks.run import check
from gapcheck.diagnostic import Diagnostic
from gapcheck.load.quotes import with_quotes
from gapcheck.load.study import load_study

from .examples import found, laid, rules

INT, TEXT = "evidence/north/int.yaml", "transcripts/int.txt"
SAID = """\
Interview on 12 May 2004
[00:01:10] Interviewer: How do the papers reach you?
P03: They come on the night before we meet, for 19 of the 38
meetings. We do not read them.
"""
RULES = {
    "quote-not-found",
    "quote-in-doubt",
    "changed-transcript",
    "transcript-outside",
    "unreadable-transcript",
    "withdrawn-transcript",
}


def study(
    *quotes: str, said: str = SAID, head: str = f"transcript: {TEXT}\n", more: str = ""
) -> str:
    """The interview with these quotes, and its transcript."""
    items = "".join(
        f"  - id: x{number}\n    text: >\n      {quote}\n    codes: {{papers: absent}}\n{more}"
        for number, quote in enumerate(quotes, 1)
    )
    return f"# {TEXT}\n{said}# {INT}\n{head}excerpts:\n{items}"


def told(root: Path, example: str) -> list[Diagnostic]:
    return [one for one in found(root, example) if one.rule in RULES]


def test_a_sound_quote_says_nothing(tmp_path: Path) -> None:
    quotes = ("They come on the night before we meet,", "They come [...] we do not read them.")
    assert rules(tmp_path, study(*quotes)) == []


def test_one_that_is_not_there_leads_to_what_is_nearest(tmp_path: Path) -> None:
    (one,) = told(tmp_path, study("They came to us on some night before we met, we think."))
    assert (one.rule, one.severity, str(one.location)) == ("quote-not-found", "error", f"{INT}:7")
    assert one.message == "excerpt x1 is not in its transcript"
    assert one.help == "Take the words from the transcript, or name the right one."
    assert (one.record, one.left_out) == ("x1", "")
    (near,) = one.related
    assert str(near.location) == f"{TEXT}:3"
    assert (near.location.column, near.location.end_line) == (6, 3)
    assert near.message == "the nearest passage (76.4 % alike, at 00:01:10)"


def test_where_nothing_is_near(tmp_path: Path) -> None:
    (one,) = told(tmp_path, study("Quarterly budget figures delight accountants everywhere."))
    assert (one.rule, one.related) == ("quote-not-found", ())
    assert one.help == "Nothing in it comes near: is it the transcript of this source?"


@pytest.mark.parametrize(
    ("quote", "message", "share"),
    [
        (
            "They come on the night before we meet, for 19 of the 88 meetings.",
            "excerpt x1 differs from its transcript in a figure",
            "98.4",
        ),
        (
            "They come on the night before we meet, for 19 of the 88 meetings. We do read them.",
            "excerpt x1 differs from its transcript in a figure and a word that denies",
            "96.2",
        ),
        (
            "Thay com on the nite befor we meat, for 19 of the 38 meatings.",
            "excerpt x1 is almost in its transcript, but not quite",
            "91",
        ),
    ],
)
def test_one_in_doubt(quote: str, message: str, share: str, tmp_path: Path) -> None:
    (one,) = told(tmp_path, study(quote))
    assert (one.rule, one.severity, one.message) == ("quote-in-doubt", "warning", message)
    (near,) = one.related
    assert str(near.location) == f"{TEXT}:3"
    assert near.message == f"the passage ({share} % alike, at 00:01:10)"


@pytest.mark.parametrize(
    ("quote", "rule"),
    [
        ("Nobody ever sent us any papers in good time.", "quote-not-found"),
        ("They come on the night before we meet, for 19 of the 88 meetings.", "quote-in-doubt"),
    ],
)
def test_it_may_be_ignored_with_a_reason(quote: str, rule: str, tmp_path: Path) -> None:
    exempt = f"    ignore: [{{rule: {rule}, reason: The recording says so.}}]\n"
    assert rules(tmp_path, study(quote, more=exempt)) == []
    # On a machine without the transcript the exemption is not called needless.
    (tmp_path / TEXT).unlink()
    corpus, said = load_study(tmp_path)
    corpus = with_quotes(corpus, tmp_path)
    assert [one.rule for one in check(corpus, said)] == []


def test_an_exemption_that_nothing_needs_is_told_where_the_transcript_is_there(
    tmp_path: Path,
) -> None:
    exempt = "    ignore: [{rule: quote-in-doubt, reason: The recording says so.}]\n"
    assert rules(tmp_path, study("They come on the night before we meet,", more=exempt)) == [
        "unused-ignore"
    ]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("../int.txt", "the path of the transcript leads upwards with `..`"),
        ("/tmp/int.txt", "the path of the transcript begins outside of the study"),
        ("https://example.org/int.txt", "the path of the transcript is an address, not a path"),
    ],
)
def test_a_path_that_leads_out_of_the_study(path: str, message: str, tmp_path: Path) -> None:
    (one,) = told(tmp_path, study("Whatever they said to us.", head=f"transcript: {path}\n"))
    assert (one.rule, one.severity) == ("transcript-outside", "error")
    assert (str(one.location), one.location.column) == (f"{INT}:11", 13)
    assert one.message == f"{message}, so that nothing is opened"
    assert one.left_out == ""


def test_a_link(tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere.txt"
    outside.write_text(SAID)
    root = tmp_path / "study"
    (root / "transcripts").mkdir(parents=True)
    (root / "transcripts/far.txt").symlink_to(outside)
    example = study("They come on the night.", head="transcript: transcripts/far.txt\n")
    (one,) = told(root, example)
    assert one.message == (
        "the path of the transcript leads over a symbolic link, so that nothing is opened"
    )


def test_what_cannot_be_read(tmp_path: Path) -> None:
    (one,) = told(tmp_path, study("They come.", head="transcript: transcripts/int.docx\n"))
    assert (one.rule, one.severity) == ("unreadable-transcript", "warning")
    assert one.message == "the transcript is a Word document, and only plain texts are read"
    assert one.help == (
        "Save it as plain text (UTF-8), and name that file. Until then its quotes are not looked "
        "for."
    )
    (tmp_path / TEXT).write_bytes(SAID.encode("utf-16"))
    (tmp_path / INT).write_text((tmp_path / INT).read_text().replace(".docx", ".txt"))
    corpus, _ = load_study(tmp_path)
    every = check(with_quotes(corpus, tmp_path), ())
    (one,) = [one for one in every if one.rule in RULES]
    assert one.message == "the transcript is encoded in UTF-16, not UTF-8"


@pytest.mark.parametrize("other", ["", "0" * 64])
def test_one_that_has_changed(other: str, tmp_path: Path) -> None:
    lock = f'# gapcheck.lock\nformat: gapcheck-lock/1\ntranscripts:\n  "{TEXT}": {"1" * 64}\n'
    (one,) = told(tmp_path, study("They come on the night before we meet,") + lock)
    assert (one.rule, one.severity) == ("changed-transcript", "warning")
    assert (str(one.location), one.location.column) == (f"{INT}:11", 13)
    assert one.message == "the transcript of int has changed since it was coded"


def test_one_that_is_not_here_has_not_changed(tmp_path: Path) -> None:
    lock = f'# gapcheck.lock\nformat: gapcheck-lock/1\ntranscripts:\n  "{TEXT}": {"1" * 64}\n'
    example = study("They come.", head="transcript: transcripts/gone.txt\n") + lock
    assert told(tmp_path, example) == []


GONE = "consent: {withdrawn: true}\n"


@pytest.mark.parametrize("path", [TEXT, "transcripts/int.docx"])
def test_the_transcript_of_somebody_who_withdrew(path: str, tmp_path: Path) -> None:
    example = f"# {path}\n{SAID}# {INT}\n{GONE}transcript: {path}\nexcerpts: []\n"
    (one,) = told(tmp_path, example)
    assert (one.rule, one.severity) == ("withdrawn-transcript", "error")
    assert (str(one.location), one.location.column) == (f"{INT}:7", 13)
    assert one.message == "consent for int was withdrawn, and its transcript is still here"


def test_it_is_not_opened(tmp_path: Path) -> None:
    example = f"# {INT}\n{GONE}transcript: {TEXT}\nexcerpts: []\n"
    assert told(tmp_path, example) == []
    (tmp_path / "transcripts").mkdir()
    # To open a pipe that nobody writes to would take for ever.
    os.mkfifo(tmp_path / TEXT)
    assert [one.rule for one in told(tmp_path, example)] == ["withdrawn-transcript"]


WRONG = "Nobody ever sent us any papers in good time."
QUIET = {
    "a transcript that is not here": {"head": "transcript: transcripts/gone.txt\n"},
    "no transcript named": {"head": ""},
    "notes": {"head": f"transcript: {TEXT}\nwords: notes\n"},
    "may not be analysed": {"head": f"transcript: {TEXT}\nconsent: {{analysis: false}}\n"},
    "a speaker who refused": {
        "head": f"transcript: {TEXT}\nspeaker: {{id: P, sector: vcs, role: a, "
        "consent: {analysis: false}}\n"
    },
}


@pytest.mark.parametrize("parts", QUIET.values(), ids=QUIET)
def test_what_nobody_looks_for(parts: dict[str, str], tmp_path: Path) -> None:
    assert told(tmp_path, study(WRONG, **parts)) == []


@pytest.mark.parametrize("consent", ["{quote: none}", "{embargo_until: 2999-01-01}"])
def test_what_may_not_be_shown_may_be_looked_for(consent: str, tmp_path: Path) -> None:
    head = f"transcript: {TEXT}\nconsent: {consent}\n"
    assert [one.rule for one in told(tmp_path, study(WRONG, head=head))] == ["quote-not-found"]


def test_of_two_speakers_the_one_who_refused_is_passed_over(tmp_path: Path) -> None:
    example = study(WRONG, WRONG).replace("kind: interview", "kind: focus-group")
    speakers = (
        "speakers:\n  - {id: P1, sector: vcs, role: a}\n"
        "  - {id: P2, sector: vcs, role: b, consent: {withdrawn: true}}\n"
    )
    files = laid(example)
    text = files[INT].replace(
        "speaker: {id: P03, sector: vcs, role: officer, partnership: board}\n", speakers
    )
    text = text.replace("id: x1\n", "id: x1\n    speaker: P1\n")
    text = text.replace("id: x2\n", "id: x2\n    speaker: P2\n")
    (tmp_path / "evidence/north").mkdir(parents=True)
    for path, typed in {**files, INT: text.replace("kind: interview", "kind: focus-group")}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(typed)
    corpus, said = load_study(tmp_path)
    every = check(with_quotes(corpus, tmp_path), said)
    assert [one.record for one in every if one.rule == "quote-not-found"] == ["x1"]


def test_a_translation_is_not_what_was_said(tmp_path: Path) -> None:
    text = "P03: Daw'r papurau y noson cyn inni gwrdd bob tro.\n"
    said = "Daw'r papurau y noson cyn inni gwrdd"
    more = "    translation: The papers come on the night before we meet.\n"
    head = f"transcript: {TEXT}\nlanguage: cy\n"
    assert told(tmp_path, study(said, said=text, head=head, more=more)) == []


def test_no_rule_tells_a_word(tmp_path: Path) -> None:
    quotes = (
        "Zebras come on the night before we meat, for 19 of the 38 zebras.",
        "Zebras delight accountants everywhere.",
        "Thay com on the nite befor we meat, for 19 of the 88 meatings. Zebra.",
    )
    every = told(tmp_path, study(*quotes, said=SAID.replace("read", "zebra")))
    assert len(every) >= 2
    assert "ebra" not in repr(every)
    assert "night" not in repr(every)


def test_a_severity_of_the_study(tmp_path: Path) -> None:
    example = study(WRONG) + "# gapcheck.yaml\nseverities: {quote-not-found: warning}\n"
    assert [one.severity for one in told(tmp_path, example)] == ["warning"]
