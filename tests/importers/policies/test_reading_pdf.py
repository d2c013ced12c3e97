"""PDF files: what is read of their pages, and what is refused and why."""

from __future__ import annotations

import io
import sys
import zlib

import pytest
from pypdf import PdfWriter

from gapcheck.importers.policies import limits, reading_pdf
from gapcheck.importers.policies.blocks import Reading
from gapcheck.importers.policies.reading_pdf import read_pdf
from gapcheck.model.unfit import Unfit

from .files import Row, column, objects, pdf

PLAIN = column("The council must publish a plan.")


def texts(reading: Reading) -> list[str]:
    """Kind, page and words of each paragraph, shortly."""
    return [f"{one.kind[:1]}{one.page} {one.text}" for one in reading.blocks]


def left(reading: Reading) -> dict[str, int]:
    """What was left out."""
    return {one.what: one.count for one in reading.tallies}


def refused(data: bytes, first: int = 0, last: int = 0) -> tuple[str, str]:
    """Why a file is not read, and the advice."""
    with pytest.raises(Unfit) as caught:
        read_pdf(data, first, last)
    return caught.value.message, caught.value.help


def test_lines_become_paragraphs_and_headings() -> None:
    page = [
        *column("Membership of boards", size=16),
        *column(
            "2.1 Local authorities should involve voluntary and community groups at the earl-",
            "iest stage of their planning, and should say what they found difﬁcult in a self-",
            "assessment each year.",
            "2.2 Every council must—",
            "(a) prepare a plan; and",
            "(b) consult the parishes on it before it is agreed by the full council in the",
            "spring.",
            "",
            "This paragraph stands for itself.",
            top=730,
        ),
    ]
    page = [(x, y, size, text.replace("ﬁ", "fi")) for x, y, size, text in page]
    assert texts(read_pdf(pdf(page))) == [
        "h1 Membership of boards",
        "t1 2.1 Local authorities should involve voluntary and community groups at the earliest "
        "stage of their planning, and should say what they found difficult in a self-assessment "
        "each year.",
        "t1 2.2 Every council must—",
        "t1 (a) prepare a plan; and",
        "t1 (b) consult the parishes on it before it is agreed by the full council in the spring.",
        "t1 This paragraph stands for itself.",
    ]


WORDS = ("none", "north", "shore", "hills", "moors")


def body(number: int) -> list[Row]:
    """A page with a header, a page number, a note, and text that goes on."""
    return [
        (72, 810, 9, "Example Guidance 2011"),
        *column(
            f"{number}.1 The council must publish the plan for the {WORDS[number]} of its",
            f"{WORDS[-number]} and the board should comment on it within a month of that. It",
            f"may also ask the {WORDS[number]}",
            top=760,
        ),
        (72, 60, 7, "1 See the annex, which must be read first."),
        (290, 30, 9, f"- {number} -"),
    ]


def test_headers_page_numbers_and_notes_are_no_part_of_the_text() -> None:
    reading = read_pdf(pdf(*(body(number) for number in range(1, 5))))
    assert texts(reading)[0] == (
        "t1 1.1 The council must publish the plan for the north of its moors and the board should "
        "comment on it within a month of that. It may also ask the north"
    )
    assert left(reading) == {"lines at the top or foot of pages": 8, "lines in small print": 4}
    assert reading.pages == 4


def test_a_sentence_goes_on_over_a_page() -> None:
    pages = [column("The council must publish"), column("a plan each year.")]
    assert texts(read_pdf(pdf(*pages))) == ["t1 The council must publish a plan each year."]


def test_a_table_of_contents_is_left_out() -> None:
    reading = read_pdf(pdf(column("What councils must do ........ 4", "", "They must plan.")))
    assert texts(reading) == ["t1 They must plan."]
    assert left(reading) == {"lines of tables of contents": 1}


def test_two_columns_drawn_across_are_read_one_after_the_other() -> None:
    rows: list[Row] = []
    for at in range(8):
        rows.append((72, 700 - 14 * at, 11, f"left{at} of the words"))
        rows.append((320, 700 - 14 * at, 11, f"right{at} of the words"))
    (block,) = texts(read_pdf(pdf(rows)))
    words = block.split()
    assert [one for one in words if one.startswith(("left", "right"))] == [
        *(f"left{at}" for at in range(8)),
        *(f"right{at}" for at in range(8)),
    ]


def test_a_heading_across_two_columns_parts_what_stands_above_it() -> None:
    rows: list[Row] = []
    for part in range(2):
        rows.append((72, 780 - 200 * part, 11, f"heading{part} over both of the columns " * 2))
        for at in range(6):
            y = 760 - 200 * part - 14 * at
            rows += [(72, y, 11, f"left{part}{at}"), (320, y, 11, f"right{part}{at}")]
    found = " ".join(texts(read_pdf(pdf(rows)))).split()
    order = [one for one in found if one[-1].isdigit() and len(one) > 5]
    assert order.index("right05") < order.index("heading1") < order.index("left10")


def titled(title: str) -> bytes:
    """A file with a title in its properties."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf(PLAIN, column("The board may meet."))))
    writer.add_metadata({"/Title": title})
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Example  Act", "Example Act"), ("Microsoft Word - a.doc", ""), ("Untitled", "")],
)
def test_the_files_own_title(title: str, expected: str) -> None:
    assert read_pdf(titled(title)).title == expected


def test_pages_asked_for() -> None:
    data = pdf(PLAIN, column("The board may meet."), column("Groups should join."))
    assert texts(read_pdf(data, 2, 2)) == ["t2 The board may meet."]
    assert texts(read_pdf(data, 3)) == ["t3 Groups should join."]
    assert refused(data, 4) == ("it has no page 4", "It has 3 pages.")


def test_empty_pages_are_counted() -> None:
    reading = read_pdf(pdf(PLAIN, [], []))
    (tally,) = reading.tallies
    assert (tally.what, tally.count, tally.examples) == ("pages without text", 2, ("p. 2", "p. 3"))


def test_scanned_pages_are_refused_with_advice() -> None:
    message, advice = refused(pdf(*[[]] * 20))
    assert message == "20 of 20 pages have no text"
    assert "OCR" in advice


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_password(algorithm: str) -> None:
    pytest.importorskip("cryptography")
    for password, opens in (("secret", False), ("", True)):
        writer = PdfWriter(clone_from=io.BytesIO(pdf(PLAIN)))
        writer.encrypt(password, "owner", algorithm=algorithm)
        stream = io.BytesIO()
        writer.write(stream)
        if opens:
            assert texts(read_pdf(stream.getvalue())) == ["t1 The council must publish a plan."]
        else:
            assert refused(stream.getvalue())[0] == "it is encrypted and needs a password"


def test_a_password_where_no_library_can_try_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from pypdf.errors import DependencyError  # noqa: PLC0415

    def lacking(*_: object) -> None:
        raise DependencyError("cryptography is needed")

    monkeypatch.setattr("pypdf.PdfReader", lacking)
    assert refused(pdf(PLAIN))[0] == "it is encrypted and needs a password"


DAMAGED = {
    "noise": bytes(range(256)) * 40,
    "a head alone": b"%PDF-1.7\n",
    "cut off": pdf(PLAIN)[:300],
    "pages in a circle": pdf(PLAIN).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_files(name: str) -> None:
    message, advice = refused(DAMAGED[name])
    assert message == "it is damaged, or no PDF file at all"
    assert advice.startswith("Open it in a PDF viewer")


def stream(body: bytes, filters: bytes = b"/FlateDecode", times: int = 1) -> bytes:
    """A file whose one page draws these bytes, so many times."""
    kids = b" ".join([b"5 0 R"] * times)
    return objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
        b"/Resources << /Font << /F1 3 0 R >> >> /Contents [%s] >>" % kids,
        b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(body), filters, body),
    )


BOMB = zlib.compress(b"q " * 30_000_000, 9)
BOMBS = {
    "one": stream(BOMB),
    "packed twice": stream(zlib.compress(BOMB, 9), b"[/FlateDecode /FlateDecode]"),
    "many times": stream(zlib.compress(b"q " * 5_000_000, 9), times=40),
    "many operations": stream(zlib.compress(b"BT ET " * 600_000, 9)),
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_unpacks_without_end_is_not_read(name: str) -> None:
    assert refused(BOMBS[name])[0] == "no text could be read on any of its 1 pages"


def test_one_page_that_cannot_be_read_costs_that_page_alone() -> None:
    good = pdf(PLAIN, PLAIN, column("The board may meet."))
    broken = good.replace(b"/Contents 7 0 R", b"/Contents (x) ")
    reading = read_pdf(broken)
    assert [one.page for one in reading.blocks] == [1, 3]


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_pdf, "MOST_PAGES", 2)
    assert refused(pdf(PLAIN, PLAIN, PLAIN))[0] == "it has 3 pages; 2 are allowed"


def test_too_many_operations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_pdf, "_DRAWN", 4)
    assert refused(pdf(PLAIN, PLAIN)) == (
        "its pages hold more than 4 drawing operations",
        "Cut it into parts.",
    )


def test_too_much_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_LETTERS", 40)
    assert refused(pdf(PLAIN, PLAIN))[0] == "it holds more than 40 characters of text"


def test_a_file_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_pdf, "_MINUTES", -1)
    assert refused(pdf(PLAIN))[0] == "it takes more than -1 minutes to read"


def test_recursion_and_unreadable_titles(monkeypatch: pytest.MonkeyPatch) -> None:
    def deep(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("pypdf.PageObject.extract_text", deep)
    assert refused(pdf(PLAIN))[0] == "no text could be read on any of its 1 pages"


def test_a_title_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise ValueError

    monkeypatch.setattr("pypdf.PdfReader.metadata", property(broken))
    assert read_pdf(pdf(PLAIN)).title == ""


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert refused(pdf(PLAIN)) == (
        "PDF files are read by a package that is not installed",
        "Install it: pip install 'gapcheck[pdf]'.",
    )


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    for data in DAMAGED.values():
        refused(data)
    assert not caplog.records
