"""The shipped study as a data set, written once for all tests that only read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.model.choices import Audience

from .sets import ROOT, exported


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The team's."""
    return exported(ROOT, tmp_path_factory.mktemp("team") / "data")


@pytest.fixture(scope="session")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one for the public."""
    folder = tmp_path_factory.mktemp("public") / "data"
    return exported(ROOT, folder, audience=Audience.PUBLIC)
