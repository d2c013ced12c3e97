"""The labelled sentences: that the file is sound, and that rules do not grow worse on it."""

from __future__ import annotations

import csv
import importlib
from collections import Counter

import pytest

from gapcheck.model.choices import Modality
from gapcheck.model.settings import SECTORS

from .files import BENCHMARKS

TEXT = (BENCHMARKS / "data" / "obliging-sentences.tsv").read_text("utf-8")
ROWS = list(csv.DictReader(TEXT.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_the_labels_are_those_of_the_guidance() -> None:
    assert len(ROWS) >= 300
    assert len({row["sentence"] for row in ROWS}) == len(ROWS)
    for row in ROWS:
        assert row["split"] in {"tune", "held"}
        assert row["obliges"] in {*Modality, "none"}
        assert {row["negated"], row["conditional"]} <= {"yes", "no"}
        assert set(row["actor"].split(",")) <= {*SECTORS, "none"}
        assert row["obliges"] != "none" or row["actor"] == "none"


def test_a_third_is_held_back_and_half_obliges_nobody() -> None:
    splits = Counter(row["split"] for row in ROWS)
    none = Counter(row["split"] for row in ROWS if row["obliges"] == "none")
    for split, share in (("tune", 2 / 3), ("held", 1 / 3)):
        assert abs(splits[split] / len(ROWS) - share) < 0.02
        assert 0.45 < none[split] / splits[split] < 0.55


@pytest.mark.parametrize("split", ["tune", "held"])
def test_the_rules_hold(
    split: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    obliging = importlib.import_module("obliging")
    obliging.show(split, False)
    ours, _, plain = capsys.readouterr().out.splitlines()[1:4]
    assert float(ours.split()[-1]) >= 0.95
    assert float(plain.split()[-1]) < 0.75
