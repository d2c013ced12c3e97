"""A study to check, a clone to install from, and whether anything can be installed at all."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from .shell import REVISION, ROOT, commit, environment, git, init, run

_CLONED = (
    ".pre-commit-hooks.yaml",
    "action.yml",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "gapcheck.yaml",
    "gapcheck",
    "policies",
    "evidence",
    "scripts",
)
"""What an installation needs of the repository."""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return init(tmp_path / "study")


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository that holds the working tree as its release."""
    folder = tmp_path_factory.mktemp("clone") / "gapcheck"
    folder.mkdir()
    for name in _CLONED:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy2(ROOT / name, folder / name)
    git(folder, "init", "--quiet")
    commit(folder, "The release")
    git(folder, "tag", REVISION)
    return folder


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skips where pip cannot fetch a package."""
    folder = tmp_path_factory.mktemp("index")
    words = ["-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), "hatchling"]
    if run([sys.executable, *words], folder).code:
        pytest.skip("pip reaches no package index here, so nothing can be installed")


@pytest.fixture(scope="session")
def fresh(index: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a new virtual environment that holds nothing but pip."""
    folder = tmp_path_factory.mktemp("fresh") / "venv"
    done = run([sys.executable, "-m", "venv", str(folder)], folder.parent, environment())
    assert done.code == 0, done.said
    return next(one for one in (folder / "bin", folder / "Scripts") if one.is_dir())
