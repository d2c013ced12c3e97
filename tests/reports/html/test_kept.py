"""Whole pages compared with the kept ones: all but style and script, which browsers try."""

from __future__ import annotations

import re

import pytest

from gapcheck import __version__

from ..golden import assert_kept
from .reading import written
from .reports import REPORTS

KEPT = {"northtown.html": "northtown", "overview.html": "study", "two.html": "two"}


@pytest.mark.parametrize("name", KEPT)
def test_the_whole_page_is_the_kept_one(name: str) -> None:
    text = written(REPORTS[KEPT[name]]()).replace(__version__, "VERSION")
    for element in ("style", "script"):
        text = re.sub(rf"<{element}>.*?</{element}>", f"<{element}></{element}>", text, flags=re.S)
    # The hashes change with what they are of.
    assert_kept(name, re.sub(r"'sha256-[^']*'|&#39;sha256-[^;]*&#39;", "HASH", text))


@pytest.mark.parametrize("name", REPORTS)
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    assert written(REPORTS[name]()) == written(REPORTS[name]())
