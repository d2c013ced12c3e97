"""`gapcheck` alone: where the study is, what it holds, and the next sensible step."""

from __future__ import annotations

from collections import Counter

import typer

from gapcheck.analysis import examine
from gapcheck.cli.options import root_of
from gapcheck.cli.output import say
from gapcheck.diagnostic import Severity
from gapcheck.far.stores import shown_as
from gapcheck.inventory import Totals, totals
from gapcheck.model.corpus import Corpus
from gapcheck.reports.check_text import one_line


def home(context: typer.Context) -> None:
    """Say what there is and what to do next."""
    root = root_of(context, None, far=True)
    corpus, found = examine(root)
    counts = Counter(one.severity for one in found)
    held = totals(corpus)
    lines = [
        one_line(corpus.settings.title),
        f"  in {one_line(shown_as(root))}",
        "",
        *(f"  {number:>7,} {words}" for number, words in _held(held)),
        f"  {counts[Severity.ERROR]:>7,} errors, {counts[Severity.WARNING]:,} warnings",
        "",
        f"Next:  {_next(corpus, held, counts)}",
        "Help:  gapcheck --help",
    ]
    say("\n".join(lines) + "\n")


def _held(held: Totals) -> list[tuple[int, str]]:
    return [
        (held.policies, f"policies with {held.imperatives:,} imperatives"),
        (held.partnerships, "partnerships"),
        (held.sources, "sources"),
        (held.coded, "coded excerpts"),
        (held.unreviewed, "excerpts that nobody has reviewed"),
    ]


def _next(corpus: Corpus, held: Totals, counts: Counter[Severity]) -> str:
    if counts[Severity.ERROR]:
        return "gapcheck check               what is wrong, where, and how to mend it"
    if not held.imperatives:
        return "gapcheck new policy NAME     a first policy to fill in"
    if not held.partnerships:
        return "gapcheck new partnership NAME"
    if not held.sources:
        return f"gapcheck new interview {corpus.partnerships[0].id}/NAME"
    review = "gapcheck review              what nobody has reviewed, with suggestions"
    if held.unreviewed and not held.coded:
        return review
    # Of the partnership with most sources there is most to read.
    most, _ = Counter(one.lsp for one in corpus.sources).most_common(1)[0]
    report = f"gapcheck report              all partnerships; gapcheck report {most}: one"
    return f"{report}\n       {review}" if held.unreviewed else report
