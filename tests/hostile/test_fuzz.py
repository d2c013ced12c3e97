"""The fuzzer: the seed decides what it tries, and what breaks is found, kept and told apart."""

from __future__ import annotations

import importlib.util
import sys
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

import gapcheck.load.study

from .roles import ROLES

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it ends what hangs by an alarm")


@pytest.fixture(scope="module")
def fuzz() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "fuzz.py"
    found = importlib.util.spec_from_file_location("fuzz", path)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules["fuzz"] = module
    found.loader.exec_module(module)
    return module


def test_the_seed_decides_what_is_tried(fuzz: ModuleType) -> None:
    first, again, other = (list(islice(fuzz.Mutants(seed), 200)) for seed in (1, 1, 2))
    assert first == again
    assert first != other
    assert {name for name, _ in first} == set(ROLES)
    assert len({data for _, data in first}) > 150


def test_a_hundred_mutants_break_nothing(fuzz: ModuleType, tmp_path: Path) -> None:
    for number, (name, data) in enumerate(islice(fuzz.Mutants(2026), 100)):
        assert fuzz.broken(tmp_path, name, data, deep=number % 10 == 0) == "", (name, data)


def test_what_breaks_is_found_and_kept_once(
    fuzz: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RecursionError("deep within")

    monkeypatch.setattr(gapcheck.load.study, "walk", fails)
    role = ROLES["source"]
    data = role.sound.encode()
    why = fuzz.broken(tmp_path / "study", "source", data)
    assert why.endswith("RecursionError: deep within\n")
    keep = tmp_path / "kept"
    keep.mkdir()
    for _ in range(2):
        fuzz.save(keep, fuzz.Finding("source", data, why))
    assert (keep / "1-source.yaml").read_bytes() == data
    assert sorted(path.name for path in keep.iterdir()) == [
        "1-source.txt",
        "1-source.yaml",
        "places",
    ]
    assert capsys.readouterr().out == "finding 1 (source): RecursionError: deep within\n"


def test_a_place_outside_of_the_file_is_found(
    fuzz: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gapcheck.source.text.span_at", lambda *_: (0, 999, 0, 1000))
    assert "is outside of the file" in fuzz.broken(tmp_path, "source", b"a: \x01\n")
