"""Which verdicts would change if a line of the judgement were drawn elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from typing import Protocol

from gapcheck.assess.case import Question, case
from gapcheck.assess.fieldwork import Fieldwork
from gapcheck.assess.recodings import recodings
from gapcheck.assess.ruling import ruling
from gapcheck.assess.scenarios import scenarios
from gapcheck.assess.statements import Said, said
from gapcheck.model.choices import Verdict
from gapcheck.model.corpus import Corpus
from gapcheck.model.finding import Finding
from gapcheck.model.report import Changed, Sensitivity
from gapcheck.model.study import Imperative

Judged = Sequence[tuple[Fieldwork, tuple[Finding, ...]]]
"""Each partnership's evidence, with what was found in it."""


class _Otherwise(Protocol):
    """One way of judging otherwise."""

    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def lacking(self) -> str: ...
    def kept(
        self, work: Fieldwork, finding: Finding, read: Callable[[], tuple[Said, ...]], /
    ) -> Iterable[Said] | None: ...


def sensitivity(judged: Judged, corpus: Corpus) -> tuple[Sensitivity, ...]:
    """Judge again in each way, as at the same day and in the same scope."""
    ways: tuple[_Otherwise, ...] = (
        *scenarios(corpus.settings),
        *recodings(corpus, (work for work, _ in judged)),
    )
    found: dict[str, list[Changed]] = {way.key: [] for way in ways}
    for work, findings in judged:
        for finding in findings:
            # Where an imperative does not apply nothing that was said can change that.
            if finding.verdict is not Verdict.NOT_APPLICABLE and work.passages:
                _judge_again(ways, work, finding, found)
    return tuple(_told(way, found[way.key]) for way in ways)


def _judge_again(
    ways: Iterable[_Otherwise],
    work: Fieldwork,
    finding: Finding,
    found: dict[str, list[Changed]],
) -> None:
    read = cache(partial(said, finding.imperative, work))
    for way in ways:
        kept = way.kept(work, finding, read)
        if kept is not None:
            verdict = _verdict(work, finding.imperative, kept)
            name = finding.imperative.name
            found[way.key].append(Changed(work.partnership.id, name, finding.verdict, verdict))


def _told(way: _Otherwise, tried: Sequence[Changed]) -> Sensitivity:
    return Sensitivity(
        way.key,
        way.name,
        tuple(each for each in tried if each.otherwise is not each.verdict),
        tuple((each.lsp, each.imperative) for each in tried),
        "" if tried else way.lacking,
    )


def _verdict(work: Fieldwork, imperative: Imperative, kept: Iterable[Said]) -> Verdict:
    # The scope was settled by the first judgement and stays.
    question = Question(imperative, None, work.settings.vocabulary)
    return ruling(case(question, tuple(s for s in kept if s.excluded is None))).verdict
