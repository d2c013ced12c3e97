"""Something is to leave the team, and nobody has tried to recognise people in it.

No program can tell who is recognised by whom. Before anything is published a person with a name
reads it as an intruder would, with what can be found on the web and in local papers, and tries
to say who spoke. This is asked for the public alone (`--audience public`), and where people who
exist were interviewed.

Have it done, mend what they found, and write `reidentification_review:` under `ethics:`.

Wrong:

    # gapcheck.yaml
    ethics:
      approval: REC 12
      controller: The university
      lawful_basis: public task
      consent_form: v2

Right:

    # gapcheck.yaml
    ethics:
      approval: REC 12
      controller: The university
      lawful_basis: public task
      consent_form: v2
      reidentification_review: {by: The data officer, on: 2006-01-31}
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.approvals import asked_people
from gapcheck.checks.asking import Asking
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.choices import Audience
from gapcheck.model.corpus import Corpus

RULE = "missing-review"


def check(corpus: Corpus, asking: Asking) -> Iterator[Diagnostic]:
    """Find a study that nobody has read as an intruder would, when it is to be published."""
    ethics = corpus.settings.ethics
    public = asking.audience is Audience.PUBLIC
    if public and not ethics.reviewed_by and asked_people(corpus):
        message = "nobody has tried to recognise people in what is to be published"
        advice = "Have it read as an intruder would, and name who did under `ethics:`."
        yield Diagnostic(ethics.location, Severity.ERROR, RULE, message, advice)
