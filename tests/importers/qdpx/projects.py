"""A writer of projects in the shape of one program or another, for the tests alone."""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, tostring

PROJECT = "urn:QDA-XML:project:1.0"


def guid(name: str) -> str:
    """The same id for the same name."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name)).upper()


def element(tag: str, *parts: Element | str | None, **attributes: str) -> Element:
    """An element with its attributes, its children and its words."""
    made = Element(tag, attributes)
    for part in parts:
        if isinstance(part, str):
            made.text = (made.text or "") + part
        elif part is not None:
            made.append(part)
    return made


@dataclass(frozen=True)
class Shape:
    """How a program writes: what it counts, how it ends lines, what it calls things."""

    utf16: bool = False
    pairs_as_one: bool = False
    mark: bool = False
    names: str = ""
    folder: str = "sources"
    qde: str = "project.qde"
    prefix: str = "internal://"
    namespace: str = PROJECT
    origin: str = "Some program 1.0"
    mark_in_qde: bool = False

    def position(self, raw: str, index: int) -> int:
        """What this program writes for an index into a text with its own line ends."""
        before = raw[:index]
        if self.pairs_as_one:
            before = before.replace("\r\n", "\n")
        return len(before.encode("utf-16-le")) // 2 if self.utf16 else len(before)


NVIVO = Shape(utf16=True, mark=True, qde="Board study.qde", folder="Sources", origin="NVivo 14")
ATLAS = Shape(utf16=True, names="start", origin="ATLAS.ti 23")
QUALCODER = Shape(pairs_as_one=True, names="whole", origin="QualCoder 3.5")
MAXQDA = Shape(prefix="", origin="MAXQDA 2022", mark_in_qde=True)
ODD = Shape(utf16=True, pairs_as_one=True, namespace="codebook:0:4")
VENDORS = {"nvivo": NVIVO, "atlas": ATLAS, "qualcoder": QUALCODER, "maxqda": MAXQDA, "odd": ODD}


@dataclass
class Marked:
    """A stretch of a text, the codes on it and what else is written there."""

    start: int
    end: int
    codes: Sequence[str] = ()
    coder: str = ""
    description: str = ""
    notes: Sequence[str] = ()
    coding_notes: Sequence[str] = ()
    id: str = ""


@dataclass
class Text:
    """A source: its name, its text with its own line ends, what is marked in it."""

    name: str
    raw: str
    marked: Sequence[Marked] = ()
    inline: bool = False
    missing: bool = False
    extra: Sequence[Element] = ()


@dataclass
class Project:
    """A whole project, to be written in any shape."""

    texts: Sequence[Text] = ()
    codes: Sequence[Element] = ()
    users: Mapping[str, str] = field(default_factory=dict)
    variables: Sequence[str] = ()
    cases: Sequence[Element] = ()
    sources: Sequence[Element] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    links: Sequence[Element] = ()
    sets: Sequence[Element] = ()
    others: Sequence[Element] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)

    def xml(self, shape: Shape = Shape()) -> bytes:
        """The project's XML."""
        root = element("Project", name="Board study", origin=shape.origin, xmlns=shape.namespace)
        root.set("basePath", "C:\\Users\\somebody\\Documents")
        users = [element("User", guid=guid(key), name=name) for key, name in self.users.items()]
        _under(root, "Users", users)
        if self.codes:
            root.append(element("CodeBook", element("Codes", *self.codes)))
        _under(root, "Variables", map(_variable, self.variables))
        _under(root, "Cases", self.cases)
        _under(root, "Sources", [*(_source(each, shape) for each in self.texts), *self.sources])
        _under(root, "Notes", map(_note, self.notes.items()))
        _under(root, "Links", self.links)
        _under(root, "Sets", self.sets)
        root.extend(self.others)
        written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
        return b"\xef\xbb\xbf" + written if shape.mark_in_qde else written

    def packed(self, shape: Shape = Shape()) -> bytes:
        """The package."""
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(shape.qde, self.xml(shape))
            archive.writestr(f"{shape.folder}/.root", b"")
            for each in self.texts:
                if not each.inline and not each.missing:
                    mark = "\ufeff" if shape.mark else ""
                    data = (mark + each.raw).encode()
                    archive.writestr(f"{shape.folder}/{guid(each.name)}.txt", data)
            for name, data in self.files.items():
                archive.writestr(name, data)
        return held.getvalue()


def code(name: str, *inner: Element, description: str = "", key: str = "") -> Element:
    """A code, with those below it."""
    told = element("Description", description) if description else None
    return element("Code", told, *inner, guid=guid(key or name), name=name, isCodable="true")


def case(
    name: str,
    values: Mapping[str, str] | None = None,
    *,
    sources: Iterable[str] = (),
    selections: Iterable[str] = (),
    codes: Iterable[str] = (),
) -> Element:
    """A case, which may have no name."""
    made = element(
        "Case",
        *(reference("CodeRef", each) for each in codes),
        *(value(key, said) for key, said in (values or {}).items()),
        *(reference("SourceRef", each) for each in sources),
        *(reference("SelectionRef", each) for each in selections),
        guid=guid(f"case {name} {list(sources)}"),
    )
    if name:
        made.set("name", name)
    return made


def reference(tag: str, name: str) -> Element:
    """A reference to the thing of that name."""
    return element(tag, targetGUID=guid(name))


def value(variable: str, said: str) -> Element:
    """The value of a variable."""
    named = element("VariableRef", targetGUID=guid(f"variable {variable}"))
    return element("VariableValue", named, element("TextValue", said))


def _variable(name: str) -> Element:
    return element("Variable", guid=guid(f"variable {name}"), name=name, typeOfVariable="Text")


def _note(pair: tuple[str, str]) -> Element:
    name, said = pair
    return element("Note", element("PlainTextContent", said), guid=guid(name), name=name)


def _under(root: Element, tag: str, parts: Iterable[Element]) -> None:
    held = list(parts)
    if held:
        root.append(element(tag, *held))


def _source(text: Text, shape: Shape) -> Element:
    made = element("TextSource", guid=guid(text.name), name=text.name)
    if text.inline:
        made.append(element("PlainTextContent", text.raw))
    else:
        made.set("plainTextPath", f"{shape.prefix}{guid(text.name)}.txt")
    made.extend(
        selection(each, text.raw, shape, f"{text.name} {at}") for at, each in enumerate(text.marked)
    )
    made.extend(text.extra)
    return made


def selection(one: Marked, raw: str, shape: Shape, name: str) -> Element:
    """A selection with its codings, as this program writes them."""
    words = raw[one.start : one.end].replace("\r\n", "\n")
    made = element(
        "PlainTextSelection",
        element("Description", one.description) if one.description else None,
        *(_coding(each, one, name) for each in one.codes),
        *(reference("NoteRef", each) for each in one.notes),
        guid=guid(one.id or name),
        startPosition=str(shape.position(raw, one.start)),
        endPosition=str(shape.position(raw, one.end)),
    )
    if shape.names:
        made.set("name", words[:40] + "…" if shape.names == "start" and len(words) > 40 else words)
    return made


def _coding(name: str, one: Marked, within: str) -> Element:
    made = element(
        "Coding",
        reference("CodeRef", name),
        *(reference("NoteRef", each) for each in one.coding_notes),
        guid=guid(f"{within} {name} {one.coder}"),
    )
    if one.coder:
        made.set("creatingUser", guid(one.coder))
    return made
