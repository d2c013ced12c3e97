"""The matchers there are: each tells how much every excerpt bears on every imperative.

A new one is one module and one line here. Their scores are added with the same weight.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from gapcheck.matchers import lex, semantic
from gapcheck.matchers.evidence import Evidence, Question
from gapcheck.matchers.explain import Lexical

Matcher = Callable[[Question], Evidence | None]
"""Answers a question, or has no say in it: None."""


def _lex(question: Question) -> Evidence:
    return Lexical(*lex.score(question.imperatives, question.excerpts))


def _meaning(question: Question) -> Evidence | None:
    model = question.model
    return semantic.read_for_meaning(question, model) if model is not None else None


MATCHERS: Mapping[str, Matcher] = MappingProxyType({"lex": _lex, "meaning": _meaning})
