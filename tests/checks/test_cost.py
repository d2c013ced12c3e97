"""No text makes a rule take for ever: what is looked at grows as the text does."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from gapcheck.checks.around import Around
from gapcheck.checks.localities import index, localities
from gapcheck.checks.run import of_source
from gapcheck.load.study import load_study

from .examples import SOUND

HOSTILE = {
    "a word without an end, and a sign of an address": "a" * 60_000 + " @",
    "dots": ".a" * 30_000 + "@",
    "figures": "0" * 60_000,
    "figures in groups": "07 700 " * 8_000,
    "titles": "Dr " * 20_000,
    "a title and blanks": "Dr" + " " * 60_000 + "x",
    "question marks": "?" * 60_000,
    "crosses": "X" * 60_000 + "y",
    "unions": "union " * 10_000,
}
MOST_SECONDS = 5
"""Of the processor: many times what each needs, and a fraction of what squares would."""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words(tmp_path: Path, text: str) -> None:
    assert seconds(tmp_path, [text]) < MOST_SECONDS


def test_thousands_of_passages_that_share_their_longest_words(tmp_path: Path) -> None:
    said = "partnerships neighbourhood organisations representatives met for us today {}"
    texts = [said.format(chr(0x4E00 + number)) for number in range(4_000)]
    assert seconds(tmp_path, texts) < MOST_SECONDS


def test_thousands_of_places_that_begin_alike() -> None:
    start = time.process_time()
    known = index(tuple(f"Upper {number}" for number in range(40_000)))
    assert list(localities("In upper 39999 they met.", known)) == ["upper 39999"]
    assert time.process_time() - start < MOST_SECONDS


def seconds(root: Path, texts: list[str]) -> float:
    """How long the rules take over one source with these excerpts."""
    for path, text in SOUND.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    head, _, _ = SOUND["evidence/north/int.yaml"].partition("excerpts:")
    items = "".join(f"  - {{id: x{n}, text: '{text}'}}\n" for n, text in enumerate(texts))
    (root / "evidence/north/int.yaml").write_text(f"{head}excerpts:\n{items}", "utf-8")
    corpus, _ = load_study(root)
    (source,) = corpus.sources
    assert len(source.excerpts) == len(texts)
    around = Around(corpus.settings, corpus.partnerships[0], {})
    start = time.process_time()
    for _ in of_source(source, around):
        pass
    return time.process_time() - start
