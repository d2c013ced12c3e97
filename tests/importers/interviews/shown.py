"""An interview as text, for whole outputs to be compared."""

from __future__ import annotations

import os
from pathlib import Path

from gapcheck.importers.interviews.interview import Interview
from gapcheck.importers.interviews.run import read_interview
from gapcheck.model.brought import Document


def read(text: str, name: str = "int-01.txt", **options: object) -> Interview:
    """What a text of that name holds."""
    return read_interview(name, text.encode(), **options)  # type: ignore[arg-type]


def document(interview: Interview) -> Document:
    """The one document of an interview."""
    (one,) = interview.brought.documents
    return one


def shown(interview: Interview) -> str:
    """Everything that was brought, a line for each thing."""
    brought, one = interview.brought, document(interview)
    lines = [f"file {brought.file}, document {one.key}, {dict(one.fields)}"]
    lines += (f"key {pseudonym} = {name}" for pseudonym, name in interview.key)
    lines += (f"voice {v.key} ({v.name}){', asks' if v.asks else ''}" for v in one.voices)
    lines += ["", "--- text", (one.text or "").rstrip("\n"), "--- passages"]
    for p in one.passages:
        lines.append(
            f"{p.speaker} at {p.at}, {p.start} to {p.end}, {p.where or 'no line'} of the file"
        )
        lines += ([f"  asked: {p.asked}"] if p.asked else []) + [f"  {p.text}"]
    lines.append("--- report")
    for t in brought.tallies:
        examples = f" ({', '.join(t.examples)})" if t.examples else ""
        lines.append(f"{t.fate}: {t.count} {t.what}{examples}{': ' if t.why else ''}{t.why}")
    lines += (f"{m.file}, {m.where}: {m.message}. {m.help}" for m in brought.mishaps)
    return "\n".join(lines) + "\n"


def assert_kept(path: Path, text: str) -> None:
    """The text is the kept one; it is kept now where that was asked for."""
    if os.environ.get("GAPCHECK_ACCEPT"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.exists(), f"{path} is not kept yet: GAPCHECK_ACCEPT=1 pytest"
    assert text == path.read_text(encoding="utf-8")
