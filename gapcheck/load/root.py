"""Where the study is: upwards from where one stands, or as told."""

from __future__ import annotations

from pathlib import Path

from gapcheck.source.files import at

SETTINGS = "gapcheck.yaml"


class NoStudy(Exception):
    """There is no study here; the argument is the sentence that says so."""


def find_study(start: Path) -> Path:
    """The nearest folder from `start` upwards that is a study; NoStudy where there is none."""
    try:
        here = start.resolve()
    except OSError:
        # The working folder itself may have been deleted.
        raise NoStudy(f"The folder {start} is not there any more.") from None
    for folder in (here, *here.parents):
        if is_study(folder):
            return folder
    raise NoStudy(f"No study in {start} or above it.")


def is_study(folder: Path) -> bool:
    """Whether a folder holds `gapcheck.yaml`, or `policies/` and `evidence/`."""
    if at(folder / SETTINGS).is_file():
        return True
    return at(folder / "policies").is_dir() and at(folder / "evidence").is_dir()
