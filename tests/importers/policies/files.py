"""Documents for tests: PDF files of lines, Word documents of paragraphs, packages of parts."""

from __future__ import annotations

import importlib.util
import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import docx

from gapcheck.importers.policies.facts import PolicyFacts
from gapcheck.importers.policies.run import PolicyDraft, read_policy

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"
Row = tuple[float, float, float, str]
FACTS = PolicyFacts(published="2011", publisher="Office for Examples")


def benchmark(name: str) -> ModuleType:
    """A module that lies beside the package, and is no part of it."""
    spec = importlib.util.spec_from_file_location(name, BENCHMARKS / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


made = benchmark("made_pdf")


def pdf(*pages: Sequence[Row]) -> bytes:
    """A PDF file with these lines on its pages."""
    data: bytes = made.pdf(pages)
    return data


def column(*lines: str, x: float = 72, top: float = 760, size: float = 11) -> list[Row]:
    """Lines below each other; an empty one is a gap."""
    rows = [(x, top - 14 * at, size, line) for at, line in enumerate(lines) if line]
    return [row for row in rows if row[3]]


def objects(*bodies: bytes) -> bytes:
    """A PDF file of raw objects, the first of which is its catalogue."""
    data: bytes = made._file(bodies)
    return data


def word(write: Callable[[Any], None]) -> bytes:
    """A Word document that a function has written into."""
    document = docx.Document()
    write(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def repacked(data: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """A package with some parts replaced, added, or (None) left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        old = {name: package.read(name) for name in package.namelist()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in {**old, **parts}.items():
            if part is not None:
                package.writestr(name, part)
    return stream.getvalue()


def drafted(text: str, name: str = "guidance.txt", facts: PolicyFacts = FACTS) -> PolicyDraft:
    """What a plain text gives."""
    return read_policy(name, text.encode(), facts)


def said(found: PolicyDraft) -> list[tuple[str, str]]:
    """Place and text of each draft."""
    return [(one.locator, one.text) for one in found.drafts]


def lost(found: PolicyDraft) -> dict[str, int]:
    """What was left out, by what it was and why."""
    return {f"{one.what}: {one.why}": one.count for one in found.tallies if one.fate == "left out"}


def lines(rows: Iterable[str]) -> str:
    """Paragraphs with a blank line between them."""
    return "\n\n".join(rows)
