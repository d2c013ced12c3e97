"""What holds for every test: none of them ever touches the cache of whoever runs it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from gapcheck.cache import FOLDER


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before = os.environ.get(FOLDER)
    os.environ[FOLDER] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ[FOLDER]
    else:
        os.environ[FOLDER] = before
