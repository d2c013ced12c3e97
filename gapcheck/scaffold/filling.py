"""The commented files that new ones are made from."""

from __future__ import annotations

import json
from pathlib import Path
from string import Template
from typing import Final

from gapcheck.scaffold.refused import Refused
from gapcheck.source.text import FORBIDDEN, describe

TEMPLATES: Final = Path(__file__).resolve().parent / "templates"


def fill(template: str, /, **words: str) -> bytes:
    """A template with its places filled in; one left open is a KeyError."""
    text = (TEMPLATES / template).read_text("utf-8")
    return Template(text).substitute(words).encode("utf-8")


def quoted(text: str) -> str:
    """A title as YAML can hold it on one line, whatever it is made of."""
    # What a shell could not decode comes in as lone surrogates, which no file can hold.
    line = " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
    found = FORBIDDEN.search(line)
    if found:
        raise Refused(f"The title holds {describe(found.group())}, which can hide or fake words.")
    return json.dumps(line, ensure_ascii=False)


def commented(lines: str) -> str:
    """Lines as a YAML comment."""
    return "".join(f"# {line}".rstrip() + "\n" for line in lines.splitlines())
