"""A document as the bytes of a file: the same document gives the same bytes on any machine.

What a file says of itself has no clock in it. Its parts are not packed, since what packs them is
not the same everywhere.
"""

from __future__ import annotations

import zipfile
from datetime import UTC, date, datetime, time
from io import BytesIO

from docx.document import Document

from gapcheck.reports.docx.inert import inert

AUTHOR = "gapcheck"
_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The time of every part: the first that such a file can tell."""

_FIRST = "[Content_Types].xml"
_LONGEST = 255


def describe(document: Document, title: str, subject: str, day: date | None) -> None:
    """What the file says of itself; its day is the one that is judged at."""
    told = document.core_properties
    when = datetime.combine(day or date(*_BEGINNING[:3]), time(), UTC)
    told.title, told.subject = inert(title)[:_LONGEST], inert(subject)[:_LONGEST]
    told.author = told.last_modified_by = AUTHOR
    told.created = told.modified = when
    told.language, told.revision = "en-GB", 1
    told.category = told.comments = told.keywords = ""
    told.content_status = told.identifier = told.version = ""


def packed(document: Document) -> bytes:
    """The bytes of the document's file."""
    buffer = BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as made:
        parts = {each: made.read(each) for each in made.namelist()}
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as file:
        for name in sorted(parts, key=lambda each: (each != _FIRST, each)):
            part = zipfile.ZipInfo(name, _BEGINNING)
            # Else it would tell on which system it was made.
            part.create_system, part.external_attr = 3, 0o644 << 16
            file.writestr(part, parts[name])
    return whole.getvalue()
