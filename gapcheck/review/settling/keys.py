"""The keys of a sitting over disagreements, once: for the screen, its last line and its help."""

from __future__ import annotations

from typing import Final

KEYS: Final = (
    ("1 ... 9", "this coder's code stands"),
    ("h", "you agree that it happens"),
    ("p", "partly"),
    ("a", "that it is absent"),
    ("o", "that the opposite is done"),
    ("u", "asked, and unaware of it"),
    ("m", "a memo on the agreed code, in the place of the one that is there"),
    ("enter", "write it and go on"),
    ("s", "skip: it comes up again at the end"),
    ("z", "clear it, or take back what was written last"),
    ("left right", "look at another one"),
    ("n", "read it anew from its files"),
    ("v", "all of a long passage"),
    ("?", "this help"),
    ("q", "stop; what was written stays, and the rest waits"),
)
"""Each key and what it does."""

LINE: Final = (
    "1 2 whose code stands · enter write and next · s skip · z undo · m memo · ? help · q stop"
)
"""The keys that are always in sight."""
