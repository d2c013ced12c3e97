"""What a project holds that this reader has never heard of, so that nothing is lost unsaid."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from gapcheck.importers.qdpx.tree import local
from gapcheck.interchange.ledger import Ledger

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# fmt: off
_KNOWN: Final = frozenset({
    "Project", "CodeBook", "Codes", "Code", "Description", "NoteRef", "Users", "User",
    "Variables", "Variable", "Cases", "Case", "CodeRef", "VariableValue", "VariableRef",
    "TextValue", "BooleanValue", "IntegerValue", "FloatValue", "DateValue", "DateTimeValue",
    "SourceRef", "SelectionRef", "Sources", "TextSource", "PictureSource", "PDFSource",
    "AudioSource", "VideoSource", "PlainTextContent", "PlainTextSelection", "Coding",
    "TextDescription", "PictureSelection", "PDFSelection", "Representation", "Transcript",
    "SyncPoint", "TranscriptSelection", "AudioSelection", "VideoSelection", "Notes", "Note",
    "Links", "Link", "Sets", "Set", "MemberCode", "MemberSource", "MemberNote", "Graphs",
    "Graph", "Vertex", "Edge",
})
# fmt: on


def note_unknown(root: Element, ledger: Ledger) -> None:
    """Count the elements below a root that the standard does not know, but no sources twice."""
    counts = Counter(local(each) for each in root.iter())
    for name, count in sorted(counts.items()):
        if name and name not in _KNOWN and not name.endswith("Source"):
            ledger.left("elements", f"What a <{name}> is, is not known here.", name, count)
