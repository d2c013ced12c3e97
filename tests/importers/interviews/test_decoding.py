"""The characters of a file, in whatever encoding it was saved."""

from __future__ import annotations

import pytest

from gapcheck.importers.interviews import decoding
from gapcheck.importers.interviews.decoding import decoded
from gapcheck.importers.interviews.run import read_interview
from gapcheck.model.unfit import Unfit

from .shown import document

ENGLISH = "P03: We’re on the board – it’s £50, a café.\nINT: Where?\n"
CZECH = "P03: Příliš žluťoučký kůň úpěl ďábelské ódy.\n"
RUSSIAN = "P03: Мы сидели на совете и голосовали вместе.\n"
CHINESE = "P03: 我们在会议上投票，然后大家都离开了。\n"
CASES = [
    (ENGLISH, "utf-8", ""),
    (ENGLISH, "utf-8-sig", ""),
    (ENGLISH, "utf-16", ""),
    (ENGLISH, "utf-16-le", "utf-16-le"),
    (ENGLISH, "utf-16-be", "utf-16-be"),
    (ENGLISH, "cp1252", "cp1252"),
    (ENGLISH, "mac_roman", "mac_roman"),
    (CZECH, "cp1250", "cp1250"),
    (RUSSIAN, "cp1251", "cp1251"),
    (CHINESE, "gb18030", "gb18030"),
]


@pytest.mark.parametrize(("text", "encoding", "guessed"), CASES)
def test_encodings(text: str, encoding: str, guessed: str) -> None:
    found = decoded(text.encode(encoding))
    assert (found.text, found.guessed) == (text, guessed)


def test_a_guess_is_told() -> None:
    found = read_interview("a.txt", ENGLISH.encode("cp1252"))
    (told,) = (one for one in found.brought.tallies if "ASCII" in one.what)
    assert (told.count, told.examples) == (1, ("cp1252",))
    assert "guess" in told.why


def test_characters_that_nobody_sees() -> None:
    found = read_interview(
        "a.txt", "P03: We\x07 sat\ufeff.\x0bAnd\u2028so\x85on.\r\nP03: x".encode()
    )
    assert document(found).text == "P03: We sat. And so on.\nP03: x\n"
    (told,) = (one for one in found.brought.tallies if "nobody sees" in one.what)
    assert told.count == 2


def test_letters_with_accents_stay_as_they_are() -> None:
    text = "P03: cafe\u0301 caf\u00e9."
    assert document(read_interview("a.txt", text.encode())).text == text + "\n"


REFUSED = {
    "Word": (b"PK\x03\x04x", "it is a Word or OpenDocument file by another name"),
    "PDF": (b"%PDF-1.7", "it is a PDF by another name"),
    "rich text": (b"{\\rtf1 x}", "it is a rich text by another name"),
    "no text": (b"P03: a\0b, \0.", "it is no plain text: it holds characters that no text has"),
    "half of UTF-16": (b"\xff\xfeP", "it begins as UTF-16-LE and is not (byte 1)"),
    "a mark and no UTF-8": (b"\xef\xbb\xbf\xff", "it begins as UTF-8 and is not (byte 1)"),
    "nothing": (b"", "no word of speech was found in it"),
    "broken UTF-16": ("P03: sat".encode("utf-16-le")[:-2] + b"\0\xd8",
                      "it is no plain text: it holds characters that no text has"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(data: bytes, message: str) -> None:
    with pytest.raises(Unfit) as caught:
        read_interview("a.txt", data)
    assert caught.value.message == message
    assert caught.value.help


def test_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "LONGEST", 20)
    with pytest.raises(Unfit, match="longer than 20 characters"):
        decoded(b"P03: " + b"We sat. " * 2)


def test_an_encoding_that_nobody_knows() -> None:
    with pytest.raises(Unfit, match="encoding could not be told"):
        decoded(bytes([0x81, 0xFF, 0x81, 0x8D, 0x9D, 0x0A]) * 3)


@pytest.mark.parametrize(
    ("name", "help_"),
    [
        ("a.pdf", "Known are .txt, .md, .vtt, .srt, .docx, .odt, .rtf."),
        ("a.doc", "Known are .txt, .md, .vtt, .srt, .docx, .odt, .rtf. Did you mean `docx`?"),
        ("transcript", "Known are .txt, .md, .vtt, .srt, .docx, .odt, .rtf."),
    ],
)
def test_other_endings(name: str, help_: str) -> None:
    with pytest.raises(Unfit) as caught:
        read_interview(name, b"P03: We sat.")
    assert (caught.value.message, caught.value.help) == (
        "its name does not end as transcripts do",
        help_,
    )
