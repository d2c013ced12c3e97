"""No partnership of the study is one to which an imperative applies.

It is policy for another nation, for other kinds of body, or for places with a designation that
no partnership has. So nothing could ever be evidence for it, and it only makes reports longer.
Often `designations:` is missing in lsp.yaml, or spelt in another way.

Correct the scope, or take the policy out. Where policies are kept for later, set the rule `off`
for their path under `severities:` in gapcheck.yaml.

Wrong:

    # evidence/north/lsp.yaml
    nation: scotland

Right:

    # evidence/north/lsp.yaml
    nation: england
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapcheck.checks.asking import Asking
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.choices import Nation
from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Imperative, Partnership

RULE = "unevidenced-imperative"


def check(corpus: Corpus, _asking: Asking) -> Iterator[Diagnostic]:
    """Find imperatives that apply in no partnership of a study that has some."""
    for policy in corpus.policies if corpus.partnerships else ():
        for imperative in policy.imperatives:
            why = _out_of_reach(imperative, corpus.partnerships)
            if why:
                message = f"{imperative.name} applies in no partnership here: {why}"
                advice = "Nothing can be evidence for it. Correct its scope, or take it out."
                place = imperative.location
                yield Diagnostic(place, Severity.WARNING, RULE, message, advice)


def _out_of_reach(imperative: Imperative, partnerships: Sequence[Partnership]) -> str | None:
    """Why an imperative applies nowhere; None where it applies somewhere."""
    scope = imperative.applies_to
    left = [one for one in partnerships if imperative.nation in (Nation.UK, one.nation)]
    if not left:
        return f"none lies in {imperative.nation}"
    # A survey population stands for places of every kind.
    left = [one for one in left if not scope.kinds or one.population or one.kind in scope.kinds]
    if not left:
        return f"none there is of the kind {' or '.join(scope.kinds)}"
    wanted = set(scope.designations)
    if wanted and not any(wanted.intersection(one.designations) for one in left):
        return f"none there has the designation {' or '.join(scope.designations)}"
    return None
