"""What the tests of new studies and files look at: problems found, and bytes on disk."""

from __future__ import annotations

from pathlib import Path

from gapcheck.checks.run import check
from gapcheck.diagnostic import Severity
from gapcheck.load.study import load_study
from gapcheck.model.corpus import Corpus

REPOSITORY = Path(__file__).parents[2]


def problems(root: Path, *, least: Severity = Severity.WARNING) -> list[str]:
    """What `gapcheck check` says of a study, at or above a severity."""
    found = check(*load_study(root))
    heavy = [one for one in found if least is Severity.WARNING or one.severity is least]
    return [f"{one.location} {one.rule}: {one.message}" for one in heavy]


def errors(root: Path) -> list[str]:
    """The errors alone."""
    return problems(root, least=Severity.ERROR)


def corpus(root: Path) -> Corpus:
    """What can be read of a study."""
    return load_study(root)[0]


def snapshot(folder: Path) -> dict[str, bytes | None]:
    """Every file and folder under `folder`, hidden ones too, with its bytes."""
    return {
        one.relative_to(folder).as_posix(): one.read_bytes() if one.is_file() else None
        for one in sorted(folder.rglob("*"))
    }
