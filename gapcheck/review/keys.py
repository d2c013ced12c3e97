"""The keys of a sitting, once: for the screen, for its last line and for its help."""

from __future__ import annotations

from typing import Final

KEYS: Final = (
    ("1 ... 9", "choose what is suggested"),
    ("/", "search all imperatives"),
    ("0", "it speaks to none"),
    ("h", "it says that it happens"),
    ("p", "partly"),
    ("a", "that it is absent"),
    ("o", "that the opposite is done"),
    ("u", "asked, and unaware of it"),
    ("%", "a share, in surveys and evaluations"),
    ("b", "how the speaker knows it: the next basis"),
    ("r", "the next rung: adopted, enacted, effective"),
    ("i", "the next indicator of the imperative"),
    ("m", "a memo on the code"),
    ("k", "a barrier that is named"),
    ("e", "an enabler that is named"),
    ("enter", "write it and go on"),
    ("w", "write it, then another code for the same words"),
    ("s", "skip: it comes up again at the end"),
    ("z", "clear it, or take back what was written last"),
    ("left right", "look at another one"),
    ("n", "read the passage anew from its file"),
    ("v", "all of a long passage"),
    ("?", "this help"),
    ("q", "stop; what was written stays, and the rest waits"),
)
"""Each key and what it does."""

LINE: Final = (
    "enter write and next · w write, then another · s skip · z undo · m memo · k barrier · ? help"
    " · q stop"
)
"""The keys that are always in sight."""
