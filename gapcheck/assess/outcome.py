"""What a finding comes to, without its working: for whoever judges many times over."""

from __future__ import annotations

from gapcheck.assess.case import Question, case
from gapcheck.assess.confidence import confidence, deciding, has_confidence
from gapcheck.assess.fieldwork import Fieldwork
from gapcheck.assess.hearing import heard
from gapcheck.assess.ruling import ruling
from gapcheck.assess.scope import out_of_scope
from gapcheck.assess.statements import said
from gapcheck.model.comparison import Outcome
from gapcheck.model.study import Imperative


def outcome(work: Fieldwork, imperative: Imperative) -> Outcome:
    """The verdict and the confidence of one imperative, the same as in its finding."""
    question = Question(imperative, out_of_scope(imperative, work), work.settings.vocabulary)
    facts = case(question, tuple(s for s in said(imperative, work) if s.excluded is None))
    verdict = ruling(facts).verdict
    if not has_confidence(verdict):
        return Outcome(verdict)
    sectors = heard(facts.admissible, work.asked.get(imperative.name, frozenset()))
    level, _ = confidence(facts, deciding(facts, verdict), sectors, work.settings)
    return Outcome(verdict, level)
