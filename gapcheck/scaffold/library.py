"""Where the study that comes with gapcheck lies."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from gapcheck.scaffold.refused import NoLibrary

PACKAGE: Final = Path(__file__).resolve().parent.parent


def library(package: Path = PACKAGE) -> Path:
    """The folder of the shipped study: inside an installed package, else beside a checkout's."""
    # A wheel carries the study inside the package; a checkout has it in the folder above.
    for folder in (package / "library", package.parent):
        if (folder / "gapcheck.yaml").is_file() and (folder / "policies").is_dir():
            return folder
    raise NoLibrary(
        "The policies that come with gapcheck are not in this installation. "
        "Install gapcheck again, or begin with an empty study: `gapcheck init`."
    )
