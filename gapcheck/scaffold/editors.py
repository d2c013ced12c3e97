"""What editors need to help while one types: schemas beside the study, and a line that names one.

The settings are for VS Code; the line at the top of a file is read by every editor that uses the
YAML language server, also where the study is not the folder that was opened.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import Final

from gapcheck.model.codemap import FILE
from gapcheck.model.settings import Vocabulary
from gapcheck.scaffold.filling import fill
from gapcheck.scaffold.laying import Files
from gapcheck.schema.editors import published
from gapcheck.schema.kinds import KINDS, schema

SETTINGS: Final = (".vscode/settings.json", ".vscode/extensions.json")
_MARK: Final = "# yaml-language-server: $schema="
_NAMED: Final = {"gapcheck": "study", "lsp": "partnership", "signoff": "signoff"}


def settings() -> dict[str, bytes]:
    """The files that tell VS Code which schema is for which file."""
    return {name: fill(name.removeprefix(".")) for name in SETTINGS}


def schemas(vocabulary: Vocabulary) -> dict[str, bytes]:
    """The schema of every kind of file, with the study's own words."""
    return {
        schema_file(kind): published(schema(kind, vocabulary)).encode("utf-8") for kind in KINDS
    }


def schema_file(kind: str) -> str:
    """Where the schema of a kind of file lies within a study."""
    return f"schemas/{kind}.json"


def all_marked(files: Files) -> Iterator[tuple[str, bytes]]:
    """The same files, where each of YAML begins with the line that names its schema."""
    for name, data in files.items():
        yield name, marked(name, data, files) if name.endswith(".yaml") else data


def marked(name: str, data: bytes, beside: Collection[str] = ()) -> bytes:
    """A file of YAML with the line that names its schema; `name` is its path in the study."""
    up = "../" * name.count("/")
    line = f"{_MARK}{up}{schema_file(kind_of(name, beside))}\n".encode()
    return data if data.startswith(_MARK.encode()) else line + data


def kind_of(name: str, beside: Collection[str] = ()) -> str:
    """The kind of a file by its path in the study, and by the paths of the others."""
    path = PurePosixPath(name)
    if path.parts[0] == "policies":
        return "policy"
    if name == FILE:
        return "codemap"
    # As the loader tells a second coder's file: by the source that lies beside it.
    first = path.stem.rpartition(".")[0]
    coded = f"{path.with_name(first)}.yaml" if first else ""
    return _NAMED.get(path.stem, "codes" if coded in beside else "source")
