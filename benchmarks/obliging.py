"""How well sentences that oblige are told from those that do not, beside a search for words.

Reads `data/obliging-sentences.tsv` (what its labels mean is in the README beside it). Mistakes are
printed of the part that rules were made on, and never of the part that was held back.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from gapcheck.importers.policies.modality import judged

DATA = Path(__file__).parent / "data" / "obliging-sentences.tsv"
PLAIN = re.compile(r"\b(?:must|shall|should)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A labelled sentence, or what was made of one."""

    text: str
    obliges: str
    negated: bool
    conditional: bool
    actor: str


def labelled(split: str) -> list[Sentence]:
    """The sentences of one part."""
    with DATA.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Sentence(
                row["sentence"],
                row["obliges"],
                row["negated"] == "yes",
                row["conditional"] == "yes",
                row["actor"],
            )
            for row in rows
            if row["split"] == split
        ]


def ours(text: str) -> Sentence:
    """What the importer makes of a sentence."""
    found = judged(text)
    if not found.asked:
        return Sentence(text, "none", found.denied, found.conditional, "none")
    first = found.asked[0]
    actor = ",".join(first.actor.sectors) or "none"
    return Sentence(text, str(first.modality), first.negated, first.conditional, actor)


def plain(text: str) -> Sentence:
    """What a search for must, shall and should makes of it."""
    found = PLAIN.search(text)
    word = {"shall": "must"}.get(found[0].lower(), found[0].lower()) if found else "none"
    return Sentence(text, word, False, False, "none")


def scores(true: Iterable[Sentence], found: Iterable[Sentence]) -> str:
    """Precision, recall and F1 of whether a sentence obliges."""
    pairs = Counter(
        (a.obliges != "none", b.obliges != "none") for a, b in zip(true, found, strict=True)
    )
    hits = pairs[True, True]
    precision = hits / max(1, hits + pairs[False, True])
    recall = hits / max(1, hits + pairs[True, False])
    balance = 2 * precision * recall / max(1e-9, precision + recall)
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {balance:.3f}"


def share(
    name: str, pairs: list[tuple[Sentence, Sentence]], same: Callable[[Sentence, Sentence], bool]
) -> str:
    """How many of the sentences that both call obliging agree in something else."""
    return f"{name} {sum(same(a, b) for a, b in pairs)}/{len(pairs)}"


def show(split: str, mistakes: bool) -> None:
    """Print the figures of one part."""
    true = labelled(split)
    oblige = sum(one.obliges != "none" for one in true)
    print(f"{split}: {len(true)} sentences, {oblige} of which oblige")
    for name, method in (("gapcheck", ours), ("must|shall|should", plain)):
        found = [method(one.text) for one in true]
        print(f"  {name:18} {scores(true, found)}")
        both = [
            (a, b) for a, b in zip(true, found, strict=True) if "none" not in (a.obliges, b.obliges)
        ]
        parts = (
            share("modality", both, lambda a, b: a.obliges == b.obliges),
            share("negated", both, lambda a, b: a.negated == b.negated),
            share("conditional", both, lambda a, b: a.conditional == b.conditional),
            share("actor", both, lambda a, b: a.actor == b.actor),
        )
        print(f"  {'':18} of those found: {', '.join(parts)}")
        if name == "gapcheck" and mistakes:
            for a, b in zip(true, found, strict=True):
                if a != b:
                    print(f"    {_short(a)} | {_short(b)} | {a.text}")


def _short(one: Sentence) -> str:
    marks = ("n" if one.negated else "") + ("c" if one.conditional else "")
    return f"{one.obliges}{'-' + marks if marks else ''} {one.actor}"


def main() -> None:
    """Print the figures of both parts; with `--mistakes` what went wrong in the first."""
    show("tune", "--mistakes" in sys.argv[1:])
    show("held", False)


if __name__ == "__main__":
    main()
