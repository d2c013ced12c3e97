"""People were interviewed, and gapcheck.yaml does not say who approved it and on what ground.

An ethics committee's reference, the controller of the data, the lawful basis and the version of
the consent form are what a participant, a reader or an auditor asks for first. The section on
method prints them. Where nobody spoke, or every partnership is invented, nothing is missing. For
the public this is an error.

Fill them in under `ethics:`. Where none was needed, say so there in words.

Wrong:

    # gapcheck.yaml
    ethics:
      approval: REC 12
      controller: The university
      lawful_basis: public task

Right:

    # gapcheck.yaml
    ethics:
      approval: REC 12
      controller: The university
      lawful_basis: public task
      consent_form: v2
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.approvals import asked_people
from gapcheck.checks.asking import Asking
from gapcheck.diagnostic import Diagnostic
from gapcheck.model.corpus import Corpus

RULE = "missing-approval"


def check(corpus: Corpus, asking: Asking) -> Iterator[Diagnostic]:
    """Find what nobody has said of the approval of a study with people in it."""
    ethics = corpus.settings.ethics
    given = {
        "approval": ethics.approval,
        "controller": ethics.controller,
        "lawful_basis": ethics.lawful_basis,
        "consent_form": ethics.consent_form,
    }
    missing = [f"`{key}`" for key, value in given.items() if not value]
    if missing and asked_people(corpus):
        message = f"people were interviewed, and `ethics:` does not give {', '.join(missing)}"
        advice = "Fill it in; where none was needed, say so there in words."
        yield Diagnostic(ethics.location, asking.graver, RULE, message, advice)
