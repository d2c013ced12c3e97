"""Where the shipped study is looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.scaffold.library import library
from gapcheck.scaffold.refused import NoLibrary

from .folders import REPOSITORY


def _shipped(folder: Path) -> Path:
    (folder / "policies").mkdir(parents=True)
    (folder / "gapcheck.yaml").write_text("study: shipped\n")
    return folder


def test_a_checkout_has_it_beside_the_package() -> None:
    assert library() == REPOSITORY


def test_an_installed_package_has_it_inside(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "gapcheck"
    inside = _shipped(package / "library")
    _shipped(tmp_path / "site-packages")
    assert library(package) == inside


def test_an_installation_without_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoLibrary, match="Install gapcheck again"):
        library(tmp_path / "gapcheck")
