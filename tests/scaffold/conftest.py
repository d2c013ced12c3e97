"""A new study, and the library read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.model.corpus import Corpus
from gapcheck.scaffold.init import new_study
from gapcheck.scaffold.library import library

from .folders import corpus


@pytest.fixture
def study(tmp_path: Path) -> Path:
    root = tmp_path / "study"
    new_study(root, "A study")
    return root


@pytest.fixture(scope="session")
def shipped() -> Corpus:
    return corpus(library())
