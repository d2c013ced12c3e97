"""What every test of studies at addresses stands on: an empty memory, and a protocol of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cli.calls import Call
from fsspec.registry import known_implementations

from gapcheck.far import stores

from .places import Wire, forgotten, wired


@pytest.fixture(autouse=True)
def nothing_far() -> Iterator[None]:
    """Nothing lies far away, and no study there is known, before a test and after it."""
    yield
    forgotten()
    stores._urls.clear()
    stores._stores.clear()


@pytest.fixture(autouse=True)
def wire(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Wire]]:
    named = {"class": f"{Wire.__module__}.Wire"}
    monkeypatch.setitem(known_implementations, "wire", named)
    with wired() as found:
        yield found


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return Call(monkeypatch, capsys)
