"""How each program calls the columns of its lists, and how it writes codes in a cell."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from gapcheck.importers.segments.roles import HEADS, Role

_BACKSLASH = "\\"


@dataclass(frozen=True, slots=True)
class Program:
    """A program's list: `needs` has one head of each set, folded, as nothing else has them.

    Where `key` names a column, rows with the same value there are one passage. `apart` are the
    signs between several codes in a cell, the first that stands there counts; `below` those
    between a code and what stands below it. `tops` are names of the codebook itself.
    """

    name: str
    needs: tuple[Collection[str], ...]
    roles: Mapping[Role, tuple[str, ...]]
    key: str = ""
    apart: tuple[str, ...] = ("\n",)
    below: tuple[str, ...] = ()
    tops: frozenset[str] = frozenset()


PLAIN = Program("", (), HEADS, apart=("\n", ";", "|"), below=(" > ", _BACKSLASH))
"""A list that somebody typed."""


def _roles(**named: tuple[str, ...]) -> Mapping[Role, tuple[str, ...]]:
    return MappingProxyType({Role(role): heads for role, heads in named.items()})


PROGRAMS = (
    Program(
        "Taguette",
        ({"id"}, {"document"}, {"tag"}, {"content"}),
        _roles(document=("document",), text=("content",), code=("tag",)),
        key="id",
    ),
    Program(
        "MAXQDA",
        ({"document name", "dokumentname"}, {"code"}, {"segment", "coded segment"}),
        _roles(
            document=("document name", "dokumentname"),
            text=("segment", "coded segment"),
            code=("code",),
            coder=("author", "created by", "autor", "erstellt von", "bearbeitet von"),
            memo=("comment", "kommentar"),
            start=("beginning", "begin", "anfang"),
            end=("end", "ende"),
            group=("document group", "dokumentgruppe"),
        ),
        below=(" > ", _BACKSLASH),
    ),
    Program(
        "Dedoose",
        ({"media title"}, {"excerpt copy"}),
        _roles(
            document=("media title",),
            text=("excerpt copy",),
            code=("codes applied combined",),
            coder=("excerpt creator",),
            at=("excerpt range",),
        ),
        apart=("\n", ";", ","),
        below=(_BACKSLASH,),
    ),
    Program(
        "ATLAS.ti",
        (
            {"document", "dokument"},
            {"quotation content", "zitatinhalt", "zitat inhalt"},
            {"codes", "kodes"},
        ),
        _roles(
            document=("document", "dokument"),
            text=("quotation content", "zitatinhalt", "zitat inhalt"),
            code=("codes", "kodes"),
            coder=("created by", "erstellt von"),
            memo=("comment", "kommentar"),
            at=("reference", "referenz"),
            group=("document groups", "dokumentgruppen"),
        ),
        apart=("\n", ";", "|"),
        below=(": ",),
    ),
    Program(
        "QualCoder",
        ({"file", "filename"}, {"coded"}, {"codename"}, {"coder"}),
        _roles(
            document=("filename", "file"),
            text=("coded",),
            code=("codename",),
            coder=("coder",),
            memo=("coded memo",),
            case=("case",),
        ),
    ),
    Program(
        "NVivo",
        (
            {"coverage", "references", "number of coding references", "reference number"},
            {"file", "files", "file name", "name", "source", "sources", "source name"},
            {"text", "coded text", "reference text", "content"},
            {"code", "codes", "node", "nodes", "hierarchical name", "code name", "node name"},
        ),
        _roles(
            document=("file name", "file", "files", "source name", "source", "sources", "name"),
            text=("coded text", "reference text", "text", "content"),
            code=("hierarchical name", "code name", "code", "codes", "node name", "node", "nodes"),
            coder=("coded by", "coded by initials", "coded by name", "initials"),
            memo=("memo", "annotation"),
            at=("character range", "reference number"),
            case=("case", "cases"),
        ),
        below=(_BACKSLASH,),
        tops=frozenset({"nodes", "codes"}),
    ),
)
"""In the order in which they are looked for."""


def program_of(heads: Collection[str]) -> Program | None:
    """The program whose heads these are, folded."""
    known = set(heads)
    return next(
        (each for each in PROGRAMS if all(known.intersection(one) for one in each.needs)), None
    )
