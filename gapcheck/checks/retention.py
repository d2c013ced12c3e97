"""The day until which people's words may be kept has passed.

Participants were told how long their words would be kept. `retention_until` under `ethics:`
holds the last day. From then on every copy is a broken promise. For the public this is an error.

Delete the transcripts, the excerpts and the history of version control as your plan says, or
write the later day that was agreed with whoever approved the study.

Wrong:

    # gapcheck.yaml
    ethics:
      approval: REC 12
      controller: The university
      lawful_basis: public task
      consent_form: v2
      retention_until: 2005

Right:

    # gapcheck.yaml
    ethics:
      approval: REC 12
      controller: The university
      lawful_basis: public task
      consent_form: v2
      retention_until: 2035-12-31
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.asking import Asking
from gapcheck.diagnostic import Diagnostic
from gapcheck.model.corpus import Corpus
from gapcheck.model.dates import PartialDate

RULE = "retention"


def check(corpus: Corpus, asking: Asking) -> Iterator[Diagnostic]:
    """Find words that are kept longer than was promised."""
    ethics = corpus.settings.ethics
    if not ethics.retention_until or asking.today is None:
        return
    until = PartialDate.parse(ethics.retention_until)
    if until.last < asking.today and (corpus.sources or corpus.background):
        message = f"people's words were to be kept until {until}, and they are still here"
        advice = "Delete them as was promised, or write the later day that was agreed."
        yield Diagnostic(ethics.location, asking.graver, RULE, message, advice)
