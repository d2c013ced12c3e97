"""A new study: an empty one with examples, or the whole one that comes with gapcheck."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from gapcheck.model.settings import Vocabulary
from gapcheck.scaffold.editors import SETTINGS, all_marked, schemas
from gapcheck.scaffold.editors import settings as editor_settings
from gapcheck.scaffold.filling import TEMPLATES, commented, fill, quoted
from gapcheck.scaffold.laying import Files, Written, lay, taken
from gapcheck.scaffold.refused import AlreadyThere

# A repository often has these before a study moves in; they are then left alone.
_COURTESY: Final = {
    "README.md": "README.md was there already and is left as it is.",
    ".gitignore": (
        ".gitignore was there already and is left as it is. Add `transcripts/` and `keys/` to it, "
        "so that full transcripts and key lists stay out of the repository."
    ),
    **{name: f"{name} was there already and is left as it is." for name in SETTINGS},
}
_EXAMPLES: Final = {
    "sectors": "sectors:\n  vcs: VCSE\n  fire: Fire and rescue\n",
    "kinds": "kinds:\n  ndp: New deal partnership\n",
    "tiers": "tiers:\n  regional: Regional\n",
    "severities": "severities:\n  empty-source: error\n  unknown-policy: off\n",
}
_ABOUT: Final = """\
This is the study that comes with gapcheck. Its policies and surveys are real; the partnerships
with interviews, minutes and focus groups are invented, and nobody said the words in them.

"""


def new_study(folder: Path, title: str = "") -> Written:
    """A study of one example document and one invented partnership, to be replaced."""
    inside = TEMPLATES / "study"
    copies = {one.relative_to(inside).as_posix(): one.read_bytes() for one in _yaml(inside)}
    own = {"gapcheck.yaml": settings(title or folder.resolve().name)}
    return begin(folder, {**own, **copies}, Vocabulary())


def example_study(folder: Path, library: Path, vocabulary: Vocabulary) -> Written:
    """The whole study that comes with gapcheck, every file as it is; `vocabulary` are its words."""
    paths = [library / "gapcheck.yaml"]
    paths += [one for part in ("policies", "evidence") for one in _yaml(library / part)]
    copies = {one.relative_to(library).as_posix(): one.read_bytes() for one in paths}
    return begin(folder, copies, vocabulary, about=_ABOUT)


def settings(title: str, **blocks: str) -> bytes:
    """A `gapcheck.yaml` that explains every key; a block that is not given stays an example."""
    given = {key: blocks.get(key) or commented(example) for key, example in _EXAMPLES.items()}
    return fill("gapcheck.yaml", title=quoted(title), **given)


def begin(folder: Path, files: Files, vocabulary: Vocabulary, about: str = "") -> Written:
    """Lay a study down with what goes along with one, where no study is yet."""
    # Asked first: a study without gapcheck.yaml would not be in the way of any single file.
    _refuse_study(folder)
    readme = {"README.md": fill("README.md", about=about), ".gitignore": fill("gitignore")}
    courtesy = {**readme, **editor_settings()}
    kept = {name: data for name, data in courtesy.items() if not taken(folder / name)}
    written = lay(folder, {**dict(all_marked(files)), **schemas(vocabulary), **kept})
    return Written(written, tuple(say for name, say in _COURTESY.items() if name not in kept))


def _refuse_study(folder: Path) -> None:
    parts = [folder / name for name in ("policies", "evidence")]
    if taken(folder / "gapcheck.yaml") or all(one.is_dir() for one in parts):
        raise AlreadyThere(
            f"There is a study in {folder} already. Nothing was written. "
            "`gapcheck new policy NAME` and `gapcheck new partnership NAME` add to it."
        )


def _yaml(folder: Path) -> Iterator[Path]:
    yield from (one for one in sorted(folder.rglob("*.yaml")) if one.is_file())
