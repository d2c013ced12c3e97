"""A partnership has no source that could be used.

Every imperative is then "nothing heard" there. An empty place is most often one whose files were
put somewhere else, or whose only source has errors.

`gapcheck new interview PARTNERSHIP/NAME` writes a source to fill in. Where the fieldwork is still
to come, set the rule `off` for the path of its lsp.yaml under `severities:` in gapcheck.yaml.

Wrong:

    # evidence/south/lsp.yaml
    lsp: south
    name: South Board
    kind: lsp
    nation: england

Right:

    # evidence/south/lsp.yaml
    lsp: south
    name: South Board
    kind: lsp
    nation: england
    # evidence/south/paper.yaml
    source: paper
    kind: document
    date: 2004
    author: council
    excerpts: [{id: x1, text: Papers go out ten days before each meeting.}]
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.asking import Asking
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.corpus import Corpus

RULE = "empty-partnership"


def check(corpus: Corpus, _asking: Asking) -> Iterator[Diagnostic]:
    """Find partnerships in which nobody was heard."""
    spoken = {source.lsp for source in corpus.sources}
    for partnership in corpus.partnerships:
        if partnership.id not in spoken:
            message = f"{partnership.id} has no source that can be used"
            advice = f"`gapcheck new interview {partnership.id}/NAME` writes one to fill in."
            yield Diagnostic(partnership.location, Severity.WARNING, RULE, message, advice)
