"""The table of the format's kinds of file, and their published JSON Schemas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from gapcheck.model.settings import Vocabulary
from gapcheck.schema import parts
from gapcheck.schema.codemap import codemap
from gapcheck.schema.evidence import codes, source
from gapcheck.schema.partnership import partnership, signoff
from gapcheck.schema.policy import policy
from gapcheck.schema.study import study

KINDS: Final[Mapping[str, Callable[[Vocabulary], parts.Schema]]] = {
    "study": study,
    "policy": policy,
    "partnership": partnership,
    "source": source,
    "codes": codes,
    "signoff": signoff,
    "codemap": codemap,
}


def schema(kind: str, vocabulary: Vocabulary) -> parts.Schema:
    """The JSON Schema (draft 2020-12) of one kind of file, with a study's own vocabulary."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"gapcheck {kind}",
        **KINDS[kind](vocabulary),
    }
