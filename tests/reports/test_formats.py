"""The table of formats, and each format's whole output compared with the kept one."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from gapcheck import __version__
from gapcheck.model.report import Report
from gapcheck.reports.formats import BINARY, EXTENSIONS, FORMATS, TERMINAL

from .golden import assert_kept
from .sample import northtown, study

KEPT: dict[str, tuple[str, Callable[[], Report]]] = {
    "northtown.md": ("markdown", northtown),
    "overview.md": ("markdown", study),
    "northtown.json": ("json", northtown),
}


def written(form: str, report: Report) -> str:
    stream = io.StringIO()
    FORMATS[form](report, stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", KEPT)
def test_the_whole_output_is_the_kept_one(name: str) -> None:
    form, report = KEPT[name]
    # The version changes with every release, and nothing else does.
    assert_kept(name, written(form, report()).replace(__version__, "VERSION"))


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_gives_the_same_bytes_twice_and_ends_its_last_line(form: str) -> None:
    for report in (northtown, study):
        text = written(form, report())
        assert text == written(form, report())
        assert text.endswith("\n")
        assert not text.endswith("\n\n")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_leaves_its_stream_open(form: str) -> None:
    stream = io.StringIO("")
    FORMATS[form](northtown(), stream)
    assert not stream.closed


def test_every_ending_means_a_format_that_there_is() -> None:
    assert set(EXTENSIONS.values()) == {TERMINAL, *FORMATS, *BINARY}
    assert all(ending.startswith(".") and ending.islower() for ending in EXTENSIONS)
