"""Text that can do nothing: control characters and invisible marks are shown, not obeyed.

A terminal acts on escape codes and a reader cannot see a bidirectional mark, so words out of a
file are passed through `visible` before they are shown. Letters of any script stay as they are,
and so do the joiners between letters that some scripts cannot be written without.
"""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e"
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
    "|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
)


def visible(text: str) -> str:
    r"""The text with every control and invisible mark written out, as `\x1b` or `\u202e`."""
    # None of them is printable, and to ask that is a dozen times as quick as to search.
    if text.isprintable():
        return text
    return _UNSEEN.sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    number = ord(found[0])
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
