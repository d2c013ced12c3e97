"""An address of a study as it is typed, as it may be shown, and as a path stands for it."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

_PROTOCOL = r"[A-Za-z][A-Za-z0-9.+_-]+"
# One letter alone is a drive of Windows.
_ADDRESS = re.compile(rf"(?:{_PROTOCOL}::)*{_PROTOCOL}://")
# A secret may hold slashes; a name before a secret holds no colon.
_SECRET = re.compile(r"://(?:[^/]*:.*@|[^/]*@)")


def is_address(text: str) -> bool:
    """Whether a text is the address of a study, and not the path of a folder."""
    return bool(_ADDRESS.match(text))


def protocols_of(url: str) -> tuple[str, ...]:
    """The protocols that an address leads through, the outermost first: `zip::s3://...`."""
    return tuple(link.partition("://")[0] for link in url.split("::"))


def shown(url: str) -> str:
    """An address without what lets anybody in: neither names, secrets nor signatures."""
    return "::".join(_SECRET.sub("://", link.partition("?")[0]) for link in url.split("::"))


def path_for(url: str) -> Path:
    """The path that stands for an address: no folder of a disk, and shown to nobody.

    Its last part is the name of the folder there, as that of a study on a disk is. Its first is
    another for every address, so that what one person may open is never opened for another.
    """
    mark = sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    names = [name for name in re.split(r"[/\\]", shown(url)) if name not in ("", ".", "..")]
    return Path(f"far-{mark}", names[-1].removesuffix(":"))
