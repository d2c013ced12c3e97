"""What the lines before the first turn say."""

from __future__ import annotations

import pytest

from gapcheck.importers.interviews.head import heads, introduces, read_head

from .shown import document, read

DATES = {
    "Date: 12 May 2004": "2004-05-12",
    "Date of interview: 12/05/2004": "2004-05-12",
    "Interview date: 2004-05-12": "2004-05-12",
    "Date: Wednesday 12th of May, 2004, 14:00": "2004-05-12",
    "**Date:** May 12th, 2004": "2004-05-12",
    "Held\tMay 2004": "2004-05",
    "Interview with P3, 12.5.2004": "2004-05-12",
    "Date: 31/02/2004": "",
    "Date: 2004-13-01": "",
    "Date: 45/2004": "",
    "Date transcribed: 12 May 2004": "",
    "Date: 12 May 2004 or 13 May 2004": "",
    "Date: tomorrow": "",
    "12 May 2004\n13 May 2004": "",
    "13 May 2004\nDate: 12 May 2004\nTranscribed: 14 May 2004": "2004-05-12",
    "Date: 12 May 2004\nRecorded: 12/05/2004": "2004-05-12",
}


@pytest.mark.parametrize("lines", DATES)
def test_dates(lines: str) -> None:
    assert read_head(lines.splitlines()).date == DATES[lines]


@pytest.mark.parametrize(
    ("figures", "either"), [("12/05/2004", True), ("13/05/2004", False), ("05/05/2004", False)]
)
def test_figures_of_which_either_may_be_the_month(figures: str, either: bool) -> None:
    assert read_head([f"Date: {figures}"]).by_days is either
    found = read(f"Date: {figures}\nP03: We sat.")
    (told,) = (one for one in found.brought.tallies if one.what == "dates")
    assert ("taken for the day" in told.why) is either


def test_a_date_that_is_not_there_is_not_there() -> None:
    assert dict(document(read("P03: On 12 May 2004 we sat.")).fields) == {}


INTRODUCES = {
    "Interviewee: Anna Invented": True,
    "Participant 3: Anna Invented": True,
    "Present: Dr Anna Invented, Bo Madeup & P03 and Dora J. Invented": True,
    "Respondent: P03": True,
    "Interviewee: Anna": False,
    "Interviewer: Good Morning": False,
    "Interviewer: Hello Anna. Welcome": False,
    "Interviewer: Word1 Word2": False,
    "Interviewer: So where do you sit?": False,
    "Interviewer:": False,
    "Anna Invented: Bo Madeup": False,
    "Nothing": False,
}


@pytest.mark.parametrize("line", INTRODUCES)
def test_who_is_who(line: str) -> None:
    assert introduces(line) is INTRODUCES[line]


HEADS = {
    "# A title": True,
    "Notes of a talk": True,
    "12 May 2004": True,
    "Date: 12 May 2004, in the library.": True,
    "Transcript:": True,
    "Present: everybody who could come, and a few more who could not, which made eleven": True,
    "We sat there.": False,
    "and watched them": False,
    "So: we sat there": False,
    "We sat there and watched them for as long as there was anything to see": False,
}


@pytest.mark.parametrize("line", HEADS)
def test_lines_above_unlabelled_speech(line: str) -> None:
    assert heads(line) is HEADS[line]
