"""A policy is said to be superseded by one that the study does not hold.

Harmless for every verdict, but a reader who follows the thread from one policy to the next
comes to its end here. Often it is a misspelt id.

Correct the id, or add the policy that it means.

Wrong:

    # policies/guidance.yaml
    superseded_by: guidance-2008

Right:

    # policies/guidance.yaml
    superseded_by: later
    # policies/later.yaml
    policy: later
    title: Later guidance
    publisher: Ministry
    published: 2008
    force: guidance
    nation: england
    in_force: {from: 2008}
    imperatives:
      - id: tell
        locator: para 1
        text: Tell the sector.
        actor: council
        modality: should
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.asking import Asking
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.corpus import Corpus
from gapcheck.near import did_you_mean

RULE = "unknown-policy"


def check(corpus: Corpus, _asking: Asking) -> Iterator[Diagnostic]:
    """Find `superseded_by` that leads nowhere."""
    known = {policy.id for policy in corpus.policies}
    for policy in corpus.policies:
        if policy.superseded_by is not None and policy.superseded_by not in known:
            yield Diagnostic(
                policy.location,
                Severity.WARNING,
                RULE,
                f"{policy.id} is superseded by `{policy.superseded_by}`, which is not here",
                did_you_mean(policy.superseded_by, known - {policy.id}),
            )
