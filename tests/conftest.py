"""What holds for every test: none of them ever touches the cache of whoever runs it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from gapcheck.cache import FOLDER

# On every day the same examples, so that a change is to blame for what fails; others where all
# tests are asked for, or more examples.
settings.register_profile("every day", derandomize=True, database=None)
if not (os.environ.get("GAPCHECK_EVERY_TEST") or os.environ.get("GAPCHECK_EXAMPLES")):
    settings.load_profile("every day")


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before = os.environ.get(FOLDER)
    os.environ[FOLDER] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ[FOLDER]
    else:
        os.environ[FOLDER] = before


THINNED = {
    "comparing/test_history.py": 6,
    "hostile/test_files.py": 8,
    "hostile/test_names.py": 4,
    "hostile/test_objects.py": 4,
    "hostile/test_cost.py": 2,
    "transcripts/test_cost.py": 2,
    "reports/test_terminal.py": 5,
    "reports/test_match.py": 5,
    "reports/test_markdown.py": 5,
    "reports/coreq/test_formats.py": 3,
    "reports/docx/test_inert.py": 3,
    "reports/xlsx/test_inert.py": 3,
    "reports/oscal/test_results.py": 3,
    "cli/test_public.py": 5,
    "browser/test_looking.py": 3,
    "amend/test_shipped_study.py": 5,
    "far/test_same_bytes.py": 2,
    "judging/test_run.py": 2,
    "judging/test_leaving.py": 2,
    "matching/test_run.py": 2,
    "sweep/test_agreement.py": 2,
}
"""Files with tests that are made for very many cases each, of which every so many are enough for
every day; `GAPCHECK_EVERY_TEST=1` (so `make coverage`) takes them all."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is made for very many cases, but for every so many of them."""
    if os.environ.get("GAPCHECK_EVERY_TEST"):
        return
    seen: Counter[str] = Counter()
    kept: list[pytest.Item] = []
    left: list[pytest.Item] = []
    for item in items:
        file = item.path.relative_to(Path(__file__).parent).as_posix()
        name = item.nodeid.partition("[")[0]
        step = THINNED.get(file, 1) if "[" in item.nodeid else 1
        (left if seen[name] % step else kept).append(item)
        seen[name] += 1
    config.hook.pytest_deselected(items=left)
    items[:] = kept
