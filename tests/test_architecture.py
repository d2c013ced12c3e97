"""The house: who may use whom, and how large anything may grow.

Imports are read from the syntax, so those inside functions and for type checkers count too.
"""

from __future__ import annotations

import ast
import statistics
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "gapcheck"

FLOORS = (
    {"diagnostic"},
    {
        "model",
        "schema",
        "source",
        "near",
        "writing",
        "cache",
        "fingerprints",
        "vectors",
        "transcripts",
        "lock",
        "interchange",
        "missing_extra",
        "cells",
        "revisions",
        "far",
    },
    {
        "load",
        "checks",
        "assess",
        "matchers",
        "publish",
        "reports",
        "inventory",
        "scaffold",
        "amend",
        "importers",
        "exporters",
    },
    {"analysis", "sweep", "coding", "bringing"},
    {"judging"},
    {"matching"},
    {"review", "pending", "comparing", "ahead", "agreeing"},
    {"cli", "__main__"},
)
"""From the ground up: a room uses the floors below its own, and no neighbour."""

NEIGHBOURS = {
    # One list of words stands behind the schema, the loader and the judgement.
    ("schema", "model"),
    # What a date is stands in the model, next to how two of them compare.
    ("source", "model.dates"),
    # A misspelt key is found by the room that reads keys.
    ("source", "near"),
    # All that is remembered lies in one folder, and is sealed in one way.
    ("vectors", "cache"),
    # What may be opened, and how safely, is decided in one place.
    ("transcripts", "source.files"),
    # Who looks for quotes and who tells of them use the same few words for what came of it.
    ("transcripts", "model.choices"),
    # What is counted, and gapcheck's own marks, are told in the terms of what was brought.
    ("interchange", "model.brought"),
    # A misspelt revision is found by the room that reads revisions.
    ("revisions", "near"),
    # What a file may hold at most is the same wherever its bytes come from.
    ("revisions", "source.files"),
    # Who opens a file, or asks what a folder holds, need not know where the study lies.
    ("source", "far"),
    # A misspelt protocol is found by the room that reads addresses.
    ("far", "near"),
    # What reads addresses is an extra, and says so like all of them.
    ("far", "missing_extra"),
    # `python -m gapcheck` is the command line by another name.
    ("__main__", "cli"),
}
"""The exceptions, each with its reason: this room may use that neighbour (or part of it)."""

LIBRARIES = {
    "yaml": {"source"},
    "jsonschema_rs": {"source"},
    # Two excerpts that are almost the same are found by its ratio, thousands a second.
    "platformdirs": {"cache"},
    # Scores are tables of numbers; vectors of a model are remembered as such; ten thousand units
    # are drawn a thousand times over.
    "numpy": {"matchers", "matching", "vectors", "assess.agreement.bootstrap"},
    "snowballstemmer": {"matchers"},
    # The extra for meaning: they are imported where a model is opened, and nowhere else.
    "onnxruntime": {"matchers"},
    "tokenizers": {"matchers"},
    # The passage of a transcript that is most like a quote is found by its alignment.
    "rapidfuzz": {"near", "checks", "matchers", "transcripts"},
    # XML from elsewhere is read without what it may want to fetch or unfold.
    "defusedxml": {"importers.qdpx"},
    "rich": {"reports", "review", "cli"},
    "textual": {"review"},
    # Pages are templates, in which every value is escaped.
    "jinja2": {"reports.html"},
    # Each file that an office reads is written in one room, and only where it was installed.
    "xlsxwriter": {"reports.xlsx", "exporters.workbook"},
    # Spreadsheets of others are read in one room; it is opened where one is.
    "openpyxl": {"importers.grids"},
    # A table or a transcript that does not say how its letters are encoded.
    "charset_normalizer": {"importers.grids", "importers.interviews"},
    "markupsafe": {"reports.html"},
    # The extra for Word: it is imported where a document is written or read, and nowhere else.
    "docx": {"reports.docx", "importers.interviews", "importers.policies.reading_docx"},
    # The extra for PDF: it is imported where such a file is read.
    "pypdf": {"importers.policies.reading_pdf"},
    # The extra for Parquet: it is imported where a data set is written.
    "pyarrow": {"exporters.parquet"},
    # The extra for a cluster: it is imported where one is spoken to.
    "distributed": {"sweep.crews"},
    # The extra for studies at addresses: it is imported where one is opened.
    "fsspec": {"far.opening"},
    "typer": {"cli"},
    "click": {"cli"},
}
"""Every library that is not Python's own, and the only rooms (or parts of them) that know it."""

TABLES = {
    "checks.run": {"analysis", "sweep", "cli"},
    "reports.formats": {"cli"},
    "matchers.run": {"analysis", "matching"},
    "reports.check_formats": {"cli"},
    "reports.match_formats": {"cli"},
    "reports.agreement_formats": {"cli"},
    "reports.diff_formats": {"cli"},
    "reports.plan_formats": {"cli"},
    "schema.kinds": {"load", "reports", "scaffold", "cli"},
}
"""Literal tables of implementations, and who may look into them: never their own room."""

EMPTY_NAMES = {"base", "common", "helper", "helpers", "manager", "misc", "util", "utils"}

_FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Module:
    """A module's name below the package (`reports.words`), its lines and its syntax."""

    name: str
    lines: int
    tree: ast.Module

    @property
    def room(self) -> str:
        return self.name.partition(".")[0]

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, _FUNCTION))

    def imports(self) -> Iterator[str]:
        """The full names of everything that is imported, wherever it stands."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.name}: imports are written in full"
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def read(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    name = ".".join(part for part in parts if part != "__init__")
    return Module(name, len(text.splitlines()), ast.parse(text))


MODULES = {module.name: module for module in map(read, sorted(PACKAGE.rglob("*.py")))}


def wrong(look: Callable[[Module], object]) -> dict[str, object]:
    """What a look at each module finds wrong in it, by its name; modules without it are left out.

    All of them are one test: thousands of them would take longer to begin than to run.
    """
    return {name: found for name, module in MODULES.items() if (found := look(module))}


def used(module: Module) -> set[str]:
    """The modules of the package that a module imports."""
    found = set()
    for name in module.imports():
        parts = name.split(".")
        if parts[0] != "gapcheck":
            continue
        # What is imported may be a module, or something that stands in one.
        ends = range(len(parts), 0, -1)
        found.add(next(known for end in ends if (known := ".".join(parts[1:end])) in MODULES))
    return found


def floor(room: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def excused(room: str, other: str) -> tuple[str, str] | None:
    parts = other.split(".")
    names = {(room, ".".join(parts[:end])) for end in range(1, len(parts) + 1)}
    return next(iter(names & NEIGHBOURS), None)


def test_the_house_is_there() -> None:
    assert len(MODULES) > 20
    rooms = {module.room for module in MODULES.values()} - {""}
    assert rooms <= set().union(*FLOORS), "a new room: give it a floor"


def test_a_room_uses_only_the_floors_below() -> None:
    def above(module: Module) -> list[str]:
        if not module.room:
            return sorted(used(module))
        return [
            other
            for other in used(module)
            # The package itself holds its version and stands under every floor.
            if other and other.partition(".")[0] != module.room
            if floor(other.partition(".")[0]) >= floor(module.room)
            if not excused(module.room, other)
        ]

    assert wrong(above) == {}


def test_every_exception_is_still_needed() -> None:
    needed = {excused(module.room, other) for module in MODULES.values() for other in used(module)}
    assert needed - {None} == NEIGHBOURS


def test_a_library_stays_in_its_rooms() -> None:
    def astray(module: Module) -> list[str]:
        tops = {name.partition(".")[0] for name in module.imports()}
        libraries = tops - sys.stdlib_module_names - {"gapcheck"}
        rooms = {top: LIBRARIES.get(top, set()) for top in libraries}
        return [
            top
            for top, held in sorted(rooms.items())
            if not any(f"{module.name}.".startswith(f"{room}.") for room in held)
        ]

    assert wrong(astray) == {}, "a new library needs a room"


def test_what_is_imported_by_a_computed_name_stays_in_its_room() -> None:
    def computed(module: Module) -> list[str]:
        dynamic = {name for name in module.imports() if name.partition(".")[0] == "importlib"}
        found = sorted(dynamic - {"importlib.import_module"})
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "import_module":
                (name,) = node.args
                start = name.values[0] if isinstance(name, ast.JoinedStr) else None
                said = str(start.value) if isinstance(start, ast.Constant) else ""
                found += [] if said == f"gapcheck.{module.room}." else [ast.unparse(node)]
            if getattr(node, "id", "") == "__import__":
                found.append("__import__")
        return found

    assert wrong(computed) == {}


@pytest.mark.parametrize("table", TABLES)
def test_an_implementation_never_imports_its_table(table: str) -> None:
    assert table in MODULES
    rooms = {module.room for module in MODULES.values() if table in used(module)}
    assert rooms <= TABLES[table]


def test_no_modules_import_each_other_in_a_circle() -> None:
    try:
        TopologicalSorter({name: used(module) for name, module in MODULES.items()}).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_the_circle_test_sees_lazy_imports() -> None:
    lazy = Module("near", 2, ast.parse("def f():\n    from gapcheck.load import study"))
    assert used(lazy) == {"load.study"}


def test_a_module_is_short_and_named_for_what_it_holds() -> None:
    assert wrong(lambda module: module.lines > 250) == {}
    assert wrong(lambda module: module.name.rpartition(".")[2] in EMPTY_NAMES) == {}


def test_half_of_all_modules_and_functions_are_very_short() -> None:
    assert statistics.median(module.lines for module in MODULES.values()) <= 80
    assert statistics.median(map(length, every_function())) <= 10


def every_function() -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (function for module in MODULES.values() for function in module.functions())


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_a_function_fits_a_screen() -> None:
    def long(module: Module) -> dict[str, int]:
        return {node.name: length(node) for node in module.functions() if length(node) > 40}

    assert wrong(long) == {}


def test_everything_public_says_what_it_is() -> None:
    def silent(module: Module) -> list[str]:
        nameless = [] if ast.get_docstring(module.tree) else ["the module"]
        return nameless + [one.name for one in public(module.tree) if not ast.get_docstring(one)]

    assert wrong(silent) == {}


def public(
    tree: ast.Module | ast.ClassDef,
) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    for node in tree.body:
        if isinstance(node, (*_FUNCTION, ast.ClassDef)) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


def test_everything_is_annotated() -> None:
    def bare(module: Module) -> list[str]:
        found = []
        for node in module.functions():
            given = node.args
            several = [one for one in (given.vararg, given.kwarg) if one]
            names = [*given.posonlyargs, *given.args, *given.kwonlyargs, *several]
            unsaid = {one.arg for one in names if one.annotation is None} - {"self", "cls"}
            if unsaid or node.returns is None:
                found.append(f"{node.name}: {sorted(unsaid)}")
        return found

    assert wrong(bare) == {}
