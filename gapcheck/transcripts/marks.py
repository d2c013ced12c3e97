"""The marks that editors put into interviews: what was left out, put in, or heard besides words."""

from __future__ import annotations

import re
from enum import IntEnum

SOUNDS = (
    *("laugh", "laughs", "laughing", "laughter", "pause", "pauses", "paused", "silence", "sigh"),
    *("sighs", "cough", "coughs", "crying", "inaudible", "unclear", "indistinct", "crosstalk"),
    *("overlap", "overlapping", "interruption", "interrupts", "applause", "phone rings", "sic"),
)
"""What editors note that was heard besides words."""

_DOTS = r"(?:\.(?:[ \t]?\.)+|…)"
OMISSION = re.compile(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|\.(?:[ \t]?\.){{2,}}|…")
"""`[...]`, `(...)`, `...`, `…`: words were left out here, or somebody paused."""

BRACKET = re.compile(r"\[[^\[\]\n]{0,120}\]")
"""`[laughs]`, `[pause]`, `[a councillor]`: put in by an editor, beside the words or for some."""

_SOUND = f"(?:{'|'.join(SOUNDS)})"
SOUND = re.compile(
    rf"[(<*]{{1,2}}\s*(?:(?:all|both|long|short|brief|slight|loud)\s+)?{_SOUND}"
    rf"(?:[ ,;:&-]+[\w.]+){{0,6}}\s*[)>*]{{1,2}}",
    re.IGNORECASE,
)
"""`(laughs)`, `(long pause)`, `*laughter*`: the same in other brackets, known by its first word."""

MENDED = re.compile(r"(?<=[^\W_])\[([^\W_]{1,4})\]|\[([^\W_]{1,2})\](?=[^\W_])")
"""`[W]e`, `organi[s]ation`: letters of a word that an editor changed."""


class Gap(IntEnum):
    """What may stand between two parts of a quote, from little to much."""

    INSERTION = 1
    OMISSION = 2
