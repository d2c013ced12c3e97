"""Projects that only their own program opens, and how to get an open file out of it."""

from __future__ import annotations

import pytest

from gapcheck.importers.closed_formats import steps_for

ENDINGS = (".nvp", ".nvpx", ".atlproj", ".atlproj23", ".hpr7", ".mx24", ".mx22", ".mx20", ".mx18")


@pytest.mark.parametrize("ending", [*ENDINGS, ".mqda", ".qdp", ".qrk", ".NVP", "qrk"])
def test_every_closed_format_has_numbered_steps_to_an_open_file(ending: str) -> None:
    steps = steps_for(ending)
    assert steps is not None
    lines = steps.splitlines()
    assert [line[:2] for line in lines if line[:1].isdigit()] == ["1.", "2.", "3."]
    assert ".qdpx" in lines[-1]
    assert all(len(line) <= 100 for line in lines)


def test_steps_name_their_program() -> None:
    assert [str(steps_for(each)).split()[0] for each in (".nvp", ".atlproj", ".mx22", ".qrk")] == [
        *("NVivo", "ATLAS.ti", "MAXQDA", "Quirkos"),
    ]
    assert "ATLAS.ti 7" in str(steps_for(".hpr7"))
    assert "MAXQDA 2018" in str(steps_for(".mx18"))


def test_other_endings_have_none() -> None:
    assert steps_for(".qdpx") is None
    assert steps_for("") is None
