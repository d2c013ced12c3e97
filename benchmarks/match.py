"""What matching costs, and how well it ranks.

    python benchmarks/match.py                    costs, as CPU seconds and ratios in one run
    python benchmarks/match.py FOLDER... [--model DIR]

A FOLDER holds `queries.jsonl` and `docs.jsonl` (an `id` and a `text` a line: imperatives and
excerpts) and `qrels.tsv` (query_id, doc_id, relevance). Printed are the nDCG@10 of excerpts that
rank imperatives (code) and of imperatives that rank excerpts (find), the mean average precision
of the first, and the best F1 that any one threshold reaches.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import made_words
from costs import MIB
from peaks import own_peak
from tables import Table, Target, show, targets

CPU_SECONDS, MEGABYTES, STREAMED_MEGABYTES = 4.0, 450, 1000
SMALL, LARGE, WORDS, IMPERATIVES = 10_000, 100_000, 60, 100


def spent(work: Callable[[], object]) -> float:
    """CPU seconds of this process for a piece of work."""
    before = time.process_time()
    work()
    return time.process_time() - before


def ours(count: int) -> float:
    """CPU seconds to score a stream of excerpts, without those that it takes to make them."""
    from gapcheck.matchers import lex
    from gapcheck.matchers.hubs import without_hubs
    from gapcheck.matchers.standard import standing_out

    asked = list(made_words.texts(IMPERATIVES, 30, 2))
    making = spent(lambda: deque(made_words.texts(count, WORDS, 3), maxlen=0))
    stream = made_words.texts(count, WORDS, 3)
    return spent(lambda: standing_out(without_hubs(lex.score(asked, stream)[0]))) - making


def scikit_learn(count: int) -> float:
    """CPU seconds of TfidfVectorizer and a cosine on the same texts, if it is installed."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    asked = list(made_words.texts(IMPERATIVES, 30, 2))
    told = list(made_words.texts(count, WORDS, 3))

    def work() -> object:
        table = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(asked + told)
        return (table[IMPERATIVES:] @ table[:IMPERATIVES].T).toarray()

    return spent(work)


def measured(name: str, count: int) -> tuple[float, float]:
    """CPU seconds and MiB of one measurement, in a process of its own."""
    command = [sys.executable, __file__, "--only", name, str(count)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, memory = map(float, done.stdout.split())
    return seconds, memory


def tables() -> Iterator[Table]:
    """What matching costs beside its targets, and beside scikit-learn."""
    small, small_memory = measured("ours", SMALL)
    large, large_memory = measured("ours", LARGE)
    table = targets(
        f"Matching excerpts of {WORDS} words with {IMPERATIVES} imperatives",
        [
            Target(f"{SMALL:,} excerpts, CPU", small, CPU_SECONDS, "s"),
            Target(f"{SMALL:,} excerpts, memory", small_memory, MEGABYTES, "MiB"),
            Target(f"{LARGE:,} excerpts, streamed, CPU", large, 12 * small, "s"),
            Target(
                f"{LARGE:,} excerpts, streamed, memory", large_memory, STREAMED_MEGABYTES, "MiB"
            ),
        ],
    )
    told = f"{made_words.FORMS:,} words are known. The more excerpts may take 12 times as long."
    table.notes.append(told)
    table.notes.append(beside(small))
    yield table


def beside(small: float) -> str:
    """How that compares with scikit-learn."""
    if find_spec("sklearn") is None:
        return "scikit-learn is not installed here, so there is nothing to compare with."
    other, _ = measured("scikit_learn", SMALL)
    return f"scikit-learn's TfidfVectorizer {other:.1f} s: ours is {small / other:.1f} times that."


def show_ranking(folders: Sequence[Path], model: Path | None) -> None:
    """Print how well each method ranks on each folder, and the mean over all."""
    import ranked

    for folder in folders:
        if missing := [name for name in ranked.FILES if not (folder / name).is_file()]:
            sys.exit(f"{folder} lacks {' and '.join(missing)}.")
    heads = "  ".join(f"{name:>6}" for name in ranked.MEASURES)
    total: dict[str, list[ranked.Figures]] = {}
    for folder in folders:
        print(f"\n{folder.name:30} {heads}")
        links = ranked.Links.read(folder)
        for name, method in ranked.methods(model).items():
            figures = links.figures(method(links.asked, links.told))
            total.setdefault(name, []).append(figures)
            print(f"  {name:28} {ranked.line(figures)}")
    print(f"\n{'mean':30} {heads}")
    for name, each in total.items():
        print(f"  {name:28} {ranked.line(ranked.mean(each))}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--only", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only:
        work = {"ours": ours, "scikit_learn": scikit_learn}[given.only[0]]
        seconds = work(int(given.only[1]))
        print(seconds, own_peak() / MIB)
    elif given.folders:
        show_ranking(given.folders, given.model)
    else:
        show(tables())


if __name__ == "__main__":
    main()
