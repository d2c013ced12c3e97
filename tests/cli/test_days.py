"""`--as-at` and SOURCE_DATE_EPOCH: the day that is judged at, and the day of the run."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from gapcheck.cli.options import day, today

from .calls import Call, Outcome
from .studies import interview, study


def as_at(done: Outcome) -> set[str]:
    assert done.code == 0, done.err
    return {one["as_at"] for one in done.json["partnerships"]}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("2006", "2006-12-31"), ("2006-06", "2006-06-30"), ("2006-06-15", "2006-06-15")],
)
def test_a_year_or_month_is_judged_at_its_last_day(
    call: Call, root: Path, typed: str, meant: str
) -> None:
    assert as_at(call("report", "--as-at", typed, "-f", "json")) == {meant}
    assert as_at(call("--as-at", typed, "report", "-f", "json")) == {meant}


def test_the_day_after_the_command_wins(call: Call, root: Path) -> None:
    words = ("--as-at", "2005", "report", "northtown", "--as-at", "2007", "-f", "json")
    assert as_at(call(*words)) == {"2007-12-31"}


def test_explain_takes_it_too(call: Call, root: Path) -> None:
    for words in (
        ("explain", "northtown", "pay-in-advance", "--as-at", "2006-06"),
        ("--as-at", "2006-06", "explain", "northtown", "pay-in-advance"),
    ):
        assert "as at 30 June 2006" in call(*words).out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("30/06/2006", "30/06/2006 is no date; did you mean 2006-06-30?"),
        ("2006-6", "2006-6 is no date; did you mean 2006-06?"),
        ("June 2006", "June 2006 is no date; did you mean 2006-06?"),
        ("2006-13", "2006-13 is no date; write YYYY-MM-DD"),
        ("2006-06-31", "2006-06-31 is no date; write YYYY-MM-DD"),
        ("2006-06-30-12", "2006-06-30-12 is no date; write YYYY-MM-DD"),
        ("yesterday", "yesterday is no date; write YYYY-MM-DD"),
    ],
)
def test_a_bad_day_is_refused_with_the_one_that_was_meant(
    call: Call, root: Path, typed: str, said: str
) -> None:
    for words in (("report", "--as-at", typed), ("--as-at", typed, "report")):
        done = call(*words)
        assert (done.code, done.out) == (2, "")
        assert said in done.said


def test_a_day_that_is_one_already_stays() -> None:
    assert day(date(2006, 6, 30)) == date(2006, 6, 30)


def test_today_is_the_day_of_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    before = datetime.now().astimezone().date()
    assert before <= today() <= datetime.now().astimezone().date()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert today() == datetime.fromtimestamp(1, tz=UTC).date()


@pytest.mark.parametrize("epoch", ["soon", "²", "99999999999999999999", "1.5"])
def test_a_source_date_epoch_that_is_none_is_refused(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    done = call("report")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"SOURCE_DATE_EPOCH is no number of seconds: {epoch}\n"


@pytest.mark.parametrize(
    ("until", "free"),
    [("2010-05-01", "2010-05-01"), ("2010-05", "2010-06-01"), ("2010", "2011-01-01")],
)
def test_source_date_epoch_decides_embargoes(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, until: str, free: str
) -> None:
    held = interview(
        "int-vcs-01",
        consent=f"{{embargo_until: {until}}}",
        text="These are the embargoed words.",
        more="    themes: [held back]\n",
    )
    here = study(tmp_path / "s", {"evidence/northtown/int-vcs-01.yaml": held})
    first = datetime.fromisoformat(f"{free}T00:00:00+00:00").timestamp()
    for seconds, shown in ((first - 1, False), (first, True)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(seconds)))
        done = call("--study", here, "report", "northtown", "-f", "json")
        assert ("embargoed words" in done.out) is shown
        assert ('"excluded": "embargoed"' in done.out) is not shown
        assert ("held back" in call("--study", here, "list", "themes").out) is shown
