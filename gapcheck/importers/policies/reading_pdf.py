"""The lines of a PDF file, each with its place on the page and the size of its letters."""

from __future__ import annotations

import io
import logging
import math
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from gapcheck.importers.policies.blocks import Reading
from gapcheck.importers.policies.columns import in_columns
from gapcheck.importers.policies.limits import MEBIBYTE, MOST_PAGES, needing, within
from gapcheck.importers.policies.lines import Chunk, Line, lines_of
from gapcheck.importers.policies.paragraphs import paragraphs
from gapcheck.model.brought import Fate, Tally
from gapcheck.model.unfit import Unfit

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_DRAWN: Final = 30_000_000
"""Operations of all pages together; a page of text has some hundreds, a map ten thousands."""

_MINUTES = 10
_LIMITS: Final = {
    "zlib_maximum_output_length": 24 * MEBIBYTE,
    "lzw_maximum_output_length": 24 * MEBIBYTE,
    "run_length_maximum_output_length": 24 * MEBIBYTE,
    "array_based_stream_maximum_output_length": 24 * MEBIBYTE,
    "stream_decoding_work_maximum_length": 64 * MEBIBYTE,
    "zlib_maximum_recovery_input_length": 1_000_000,
    "stream_parsing_work_maximum_count": 1_000_000,
    "xform_maximum_invocations_per_extraction": 200,
    "page_tree_maximum_entries": 2 * MOST_PAGES + 100,
}
_OCR = (
    "It seems to be scanned: pictures of pages. Let a program for text recognition (OCR) write a "
    "text layer into it, such as ocrmypdf, and import what that gives."
)


def read_pdf(data: bytes, first: int = 0, last: int = 0) -> Reading:
    """The paragraphs of a PDF file, from page `first` to page `last`."""
    with needing("pypdf", "pdf", "PDF files"), _quiet():
        # Imported late: only who installed the extra has it, and it is slow to start.
        from pypdf import apply_configuration, get_configuration  # noqa: PLC0415
        from pypdf.errors import PyPdfError  # noqa: F401, PLC0415

        with apply_configuration(get_configuration().with_overwrites(**_LIMITS)):
            return _read(data, first, last)


def _read(data: bytes, first: int, last: int) -> Reading:
    reader, count = _opened(data)
    budget = _Budget()
    wanted = range(max(first, 1), min(last or count, count) + 1)
    if not wanted:
        raise Unfit(f"it has no page {first or last}", f"It has {count:,} pages.")
    lines: list[Line] = []
    empty: list[int] = []
    spoilt: list[int] = []
    for number in wanted:
        found = _page(reader, number, budget)
        if found is None:
            spoilt.append(number)
        elif not found:
            empty.append(number)
        else:
            lines += found
    _has_text(lines, len(wanted), empty, spoilt)
    blocks, left = paragraphs(lines, paged=True)
    return Reading(blocks, _title(reader), count, (*_lost(empty, spoilt), *left))


def _opened(data: bytes) -> tuple[PdfReader, int]:
    from pypdf import PdfReader  # noqa: PLC0415

    try:
        reader = PdfReader(io.BytesIO(data))
        # A file that only forbids printing or copying opens with no password at all.
        locked = reader.is_encrypted and not reader.decrypt("")
        count = 0 if locked else len(reader.pages)
    except Exception as error:  # a damaged file makes the library raise whatever comes
        if type(error).__name__ == "DependencyError":
            raise _locked() from None
        raise Unfit(
            "it is damaged, or no PDF file at all",
            f"Open it in a PDF viewer and save or print it as a new PDF file. ({_told(error)})",
        ) from None
    if locked:
        raise _locked()
    if count > MOST_PAGES:
        raise Unfit(f"it has {count:,} pages; {MOST_PAGES:,} are allowed", "Cut it into parts.")
    return reader, count


def _locked() -> Unfit:
    return Unfit(
        "it is encrypted and needs a password",
        "Open it with the password and save it without one.",
    )


def _page(reader: PdfReader, number: int, budget: _Budget) -> list[Line] | None:
    """The lines of a page, or None where they cannot be read."""
    chunks: list[Chunk] = []

    def seen(text: str, outer: Sequence[Any], inner: Sequence[Any], _: object, size: Any) -> None:
        chunks.append(_chunk(text, outer, inner, size))

    budget.page()
    try:
        page: PageObject = reader.pages[number - 1]
        page.extract_text(visitor_text=seen, visitor_operand_before=budget.drawn)
    except Unfit:
        raise
    except RecursionError:
        return None
    except Exception:  # one page that is damaged costs that page alone
        return None
    within(budget.letters(sum(len(one.text) for one in chunks)))
    return in_columns(lines_of(chunks, number))


def _chunk(text: str, outer: Sequence[Any], inner: Sequence[Any], size: Any) -> Chunk:
    a, b, c, d, e, f = (float(one) for one in outer)
    x, y = float(inner[4]), float(inner[5])
    stretch = math.sqrt(abs(a * d - b * c)) * math.sqrt(
        abs(float(inner[0]) * float(inner[3]) - float(inner[1]) * float(inner[2]))
    )
    return Chunk(text, x * a + y * c + e, x * b + y * d + f, abs(float(size or 0)) * stretch)


class _Budget:
    """What all pages together may cost; Unfit where they cost more."""

    def __init__(self) -> None:
        self._drawn = self._letters = 0
        self._ends = time.process_time() + 60 * _MINUTES

    def drawn(self, *_: object) -> None:
        """Count one operation of a page."""
        self._drawn += 1
        if self._drawn > _DRAWN:
            raise Unfit(
                f"its pages hold more than {_DRAWN:,} drawing operations", "Cut it into parts."
            )

    def page(self) -> None:
        """Look at the clock, once a page."""
        if time.process_time() > self._ends:
            raise Unfit(
                f"it takes more than {_MINUTES} minutes to read",
                "Name the pages that matter, or save them as a file of their own.",
            )

    def letters(self, more: int) -> int:
        """The letters read so far, with these."""
        self._letters += more
        return self._letters


def _has_text(lines: list[Line], wanted: int, empty: list[int], spoilt: list[int]) -> None:
    if lines and len(empty) <= 0.9 * wanted:
        return
    if spoilt and len(spoilt) >= wanted - len(empty):
        raise Unfit(
            f"no text could be read on any of its {wanted:,} pages",
            "It is damaged, or drawn as one picture. Print it as a new PDF file, or use OCR.",
        )
    raise Unfit(f"{len(empty):,} of {wanted:,} pages have no text", _OCR)


def _lost(empty: list[int], spoilt: list[int]) -> Iterator[Tally]:
    for numbers, what, why in (
        (empty, "pages without text", "empty, or pictures; OCR would make text of them"),
        (spoilt, "pages that could not be read", "damaged, or larger than is allowed"),
    ):
        if numbers:
            places = tuple(f"p. {number}" for number in numbers[:5])
            yield Tally(Fate.LEFT, what, len(numbers), why, places)


def _title(reader: PdfReader) -> str:
    try:
        found = reader.metadata.title if reader.metadata else None
    except Exception:  # what stands there is of no weight
        return ""
    name = " ".join(str(found or "").split())
    # Word leaves its file's name there.
    return "" if name.lower().startswith("microsoft word") or "untitled" in name.lower() else name


def _told(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:160]


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the library would log about a file from the user's screen."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)
