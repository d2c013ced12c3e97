"""Who coded: the users of a project by id, as short names that a coder goes by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gapcheck.importers.qdpx.tree import child, children, guid

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def coders_of(root: Element) -> dict[str, str]:
    """The users by id, each under a short name that is no one else's.

    The name that a program gives itself (`id`) is kept; of people's names only the first letters.
    """
    found: dict[str, str] = {}
    for each in children(child(root, "Users"), "User"):
        short = _short(each.get("id", "")) or _initials(each.get("name", "")) or "coder"
        taken = set(found.values())
        number = 2
        name = short
        while name in taken:
            name, number = f"{short}{number}", number + 1
        found[guid(each)] = name
    return found


def _short(name: str) -> str:
    """A name that is short already and holds what an id may; else nothing."""
    bare = name.strip()
    return bare if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,11}", bare) else ""


def _initials(name: str) -> str:
    bare = name.strip()
    if re.fullmatch(r"[A-Za-z0-9]{1,4}", bare):
        return bare.lower()
    parts = re.findall(r"[^\W_]+", bare)
    plain = "".join(part[0] for part in parts if part[0].isascii()).lower()
    return plain[:4]
