"""An imperative has changed since an excerpt was coded for it.

`gapcheck.lock` notes what an imperative said, demanded and applied to whenever a code on it is
written or confirmed. Where that is another now, the coder may have judged otherwise, and nobody
has looked. The code still counts; reports say beside a verdict that it rests on such codes. How
an imperative is typed, its locator and its title change nothing, and a code of which nothing was
noted is never suspect.

Go through them with `gapcheck review --suspect`, which shows the old words beside the new ones
where git has them, and notes what you confirm. No check ever writes the lock.

Wrong:

    # gapcheck.lock
    format: gapcheck-lock/1
    codes:
      "north/int x1": [... its mark, of other words ...]
    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: We come and sit there.
        codes: {papers: absent}

Right:

    # gapcheck.lock
    format: gapcheck-lock/1
    codes:
      "north/int x1": [... its mark ...]
    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: We come and sit there.
        codes: {papers: absent}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gapcheck.checks.around import Around, Hit
from gapcheck.diagnostic import Diagnostic, Related, Severity
from gapcheck.model.corpus import SecondCoding
from gapcheck.model.had_before import HadBefore
from gapcheck.model.study import Code, Imperative, Source

RULE = "suspect-code"
_ADVICE = "Confirm or change it with `gapcheck review --suspect`."


def check(source: Source, around: Around) -> Iterator[Hit]:
    """Find codes on imperatives that have changed since; no excerpt is exempt from it."""
    if around.had is not None:
        for excerpt in source.excerpts:
            for code in _suspect(excerpt.id, excerpt.codes or (), around.had):
                yield Hit(_told(excerpt.id, code, around.imperatives[code.imperative]))


def of_second_coder(coding: SecondCoding, around: Around) -> Iterator[Diagnostic]:
    """The same for a second coder's codes."""
    if around.had is not None:
        for excerpt, codes in coding.codes:
            for code in _suspect(excerpt, codes, around.had):
                yield _told(excerpt, code, around.imperatives[code.imperative])


def _suspect(excerpt: str, codes: Iterable[Code], had: HadBefore) -> Iterator[Code]:
    return (one for one in codes if had.is_suspect(excerpt, one.imperative))


def _told(excerpt: str, code: Code, imperative: Imperative) -> Diagnostic:
    return Diagnostic(
        code.location,
        Severity.WARNING,
        RULE,
        f"{imperative.name} has changed since {excerpt} was coded for it",
        _ADVICE,
        (Related(imperative.location, "the imperative as it is now"),),
        record=excerpt,
    )
