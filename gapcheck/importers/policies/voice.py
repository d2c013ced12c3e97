"""The passive voice, in which the subject is acted upon."""

from __future__ import annotations

import re
from typing import Final

_ADVERB = r"(?:(?:\w+ly|also|not|never|first|then|always|ever|at\s+least|in\s+turn|so)\s+)*"
_PARTICIPLE = (
    r"(?:\w+(?:ed|own|orn|itten|oken|osen)|made|kept|given|taken|drawn|met|paid|told|set|put|read|"
    r"left|laid|brought|sought|found|done|seen|held|built|heard|dealt|begun|won|shared|cut|sent|"
    r"spent|said|lost)"
)
PASSIVE: Final = re.compile(
    rf"\s*,?\s*{_ADVERB}be\s+{_ADVERB}(?P<done>{_PARTICIPLE})\b", re.IGNORECASE
)
"""What follows a trigger where the subject is acted upon."""

_STATES: Final = frozenset({"satisfied", "committed", "prepared", "united"})


def passive(after: str) -> bool:
    """Whether these words after a trigger say that something is done to the subject."""
    found = PASSIVE.match(after)
    return found is not None and found["done"].lower() not in _STATES
