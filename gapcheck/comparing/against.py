"""Against a kept report: what changed since, and as causes what its lists differ in.

A report holds no policies, settings or voices, so nothing can be judged again from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from gapcheck import __version__
from gapcheck.assess.narrowing import asked_of
from gapcheck.assess.run import assess
from gapcheck.comparing.pinned import Key, Pinned, PinnedFinding, Told
from gapcheck.comparing.run import Wanted
from gapcheck.comparing.side import Read
from gapcheck.load.choose import choose, choose_policies, choose_topics
from gapcheck.model.choices import Exclusion
from gapcheck.model.comparison import (
    Cause,
    CauseKind,
    Change,
    Comparison,
    Lone,
    Outcome,
    State,
    StateKind,
)
from gapcheck.model.finding import Finding, Statement

_BY_CONSENT = (Exclusion.WITHDRAWN, Exclusion.REFUSED, Exclusion.EMBARGOED)


def since(old: Pinned, new: Read, wanted: Wanted) -> Comparison:
    """The findings of a state that are not what a kept report says."""
    found, only = _findings(new, wanted)
    gone = [key for key in old.findings if key not in found] if not only else []
    shared = {key: one for key, one in found.items() if key in old.findings}
    moved = [key for key, one in shared.items() if old.findings[key].outcome != outcome_of(one)]
    places = {one.id: one for one in new.corpus.partnerships}
    here = {lsp for lsp, _ in found}
    state = State(StateKind.REPORT, old.name, program=old.program)
    before = {lsp for lsp, _ in old.findings}
    return Comparison(
        study=new.corpus.settings.title or old.study,
        old=state,
        new=new.state,
        changes=tuple(_change(old, key, found[key]) for key in moved),
        appeared=tuple(
            Lone(*key, outcome_of(one), key[0] in before)
            for key, one in found.items()
            if key not in old.findings
        ),
        vanished=tuple(Lone(*key, old.findings[key].outcome, key[0] in here) for key in gone),
        unchanged=len(shared) - len(moved),
        names=tuple(sorted({**old.partnerships, **{k: p.name for k, p in places.items()}}.items())),
        illustrative=tuple(sorted(name for name, one in places.items() if one.illustrative)),
        only=only,
    )


def outcome_of(finding: Finding) -> Outcome:
    """What a finding came to."""
    return Outcome(finding.verdict, finding.confidence)


def _findings(new: Read, wanted: Wanted) -> tuple[dict[Key, Finding], tuple[str, ...]]:
    corpus = new.corpus
    lsps = choose(corpus, wanted.lsps)
    policies, topics = (
        choose_policies(corpus, wanted.policies),
        choose_topics(corpus, wanted.topics),
    )
    report = assess(corpus, today=new.today, as_at=new.state.as_at, lsps=lsps)
    kept = asked_of(report, policies, topics).findings
    found = {(one.partnership.id, one.imperative.name): one for one in kept}
    return found, (*lsps, *policies, *topics)


def _change(old: Pinned, key: Key, finding: Finding) -> Change:
    was = old.findings[key]
    causes = tuple(dict.fromkeys(_causes(was, finding)))
    if not causes and old.program != __version__:
        # Nothing that it lists differs, so it was judged otherwise: or by other policies.
        causes = (Cause(CauseKind.NEW_RULES, "rules", before=old.program, after=__version__),)
    return Change(*key, was.outcome, outcome_of(finding), causes, complete=False, tried=False)


def _causes(was: PinnedFinding, finding: Finding) -> Iterator[Cause]:
    lsp = finding.partnership.id
    is_now: dict[Key, list[Statement]] = {}
    for one in finding.statements:
        is_now.setdefault((one.source, one.excerpt), []).append(one)
    for key in sorted(was.statements.keys() | is_now.keys()):
        before, after = was.statements.get(key, ()), is_now.get(key, [])
        kind, what = _between(before, [_told(one) for one in after])
        if what:
            place = after[0].location if after else None
            yield Cause(kind, what, lsp, "", *key, place)
    day = finding.as_at.isoformat() if isinstance(finding.as_at, date) else ""
    if was.as_at and day and was.as_at != day:
        yield Cause(CauseKind.PASSING_OF_TIME, "as-at", before=was.as_at, after=day)


def _told(one: Statement) -> Told:
    parts = (one.stance, one.basis, one.rung, one.tier)
    return Told(" ".join(part or "-" for part in parts), one.excluded or "", one.stale)


def _between(before: Sequence[Told], after: Sequence[Told]) -> tuple[CauseKind, str]:
    """What became of the statements of one passage; nothing where they are the same."""
    if not before or not after:
        if any(one.excluded in _BY_CONSENT for one in (*before, *after)):
            return CauseKind.NEW_EVIDENCE, ""
        came = CauseKind.NEW_EVIDENCE, "added"
        return came if after else (CauseKind.WITHDRAWN_EVIDENCE, "removed")
    was, is_now = before[0].excluded, after[0].excluded
    if is_now != was and is_now in _BY_CONSENT:
        return CauseKind.WITHDRAWN_EVIDENCE, is_now
    if is_now != was and was in _BY_CONSENT:
        return CauseKind.NEW_EVIDENCE, "released"
    if sorted(one.code for one in before) != sorted(one.code for one in after):
        return CauseKind.RECODING, "recoded"
    return CauseKind.RECODING, ""
