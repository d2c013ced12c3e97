"""A share drawn as SVG: so many of so many, as a filled part of a bar with its words beside it."""

from __future__ import annotations

from markupsafe import Markup

_HEIGHT = 18


def share(part: int, whole: int, label: str) -> Markup:
    """One bar, of which a part is filled; nothing where there is no whole. `label` says it."""
    if not whole:
        return Markup("")
    width = f"{100 * part / whole:.3f}".rstrip("0").rstrip(".")
    filled = Markup('<rect x="0" y="1" width="{}%" height="{}" class="changed"/>').format(
        width, _HEIGHT - 2
    )
    return Markup(
        '<svg class="share" width="100%" height="{0}" role="img" aria-label="{1}">'
        '<rect x="0" y="1" width="100%" height="{2}" class="same"/>{3}</svg>'
    ).format(_HEIGHT, label, _HEIGHT - 2, filled if part else Markup(""))
