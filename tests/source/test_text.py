"""Bytes to text: one encoding, and no character that hides or fakes words."""

from __future__ import annotations

import pytest

from gapcheck.source.text import decode

from .reading import SOURCE, excerpt, said

CASES: list[tuple[str | bytes, ...]] = [
    (
        "latin-1",
        b"source: s1\nmemo: caf\xe9\n",
        (
            "2:10-2:11 not-utf8 the file is not UTF-8: byte 0xE9 is no character in it | "
            "Save it again with the encoding UTF-8 (in an editor: Save As, Encoding)."
        ),
    ),
    (
        "latin-1 after a two-byte character",
        "source: s1\nmemo: é".encode() + b"\xe9\n",
        (
            "2:8-2:9 not-utf8 the file is not UTF-8: byte 0xE9 is no character in it | "
            "Save it again with the encoding UTF-8 (in an editor: Save As, Encoding)."
        ),
    ),
    (
        "cut in a character",
        b"source: \xc3",
        (
            "1:9-1:10 not-utf8 the file is not UTF-8: byte 0xC3 is no character in it | "
            "Save it again with the encoding UTF-8 (in an editor: Save As, Encoding)."
        ),
    ),
    (
        "CRLF before it",
        b"source: s1\r\nmemo: \xff\r\n",
        (
            "2:7-2:8 not-utf8 the file is not UTF-8: byte 0xFF is no character in it | "
            "Save it again with the encoding UTF-8 (in an editor: Save As, Encoding)."
        ),
    ),
    (
        "UTF-16",
        "source: s1\n".encode("utf-16"),
        (
            "1:1-1:2 not-utf8 the file is UTF-16, not UTF-8 | Save it again with the "
            "encoding UTF-8 (in an editor: Save As, Encoding)."
        ),
    ),
    (
        "UTF-16, big end first",
        b"\xfe\xff\x00s",
        (
            "1:1-1:2 not-utf8 the file is UTF-16, not UTF-8 | Save it again with the "
            "encoding UTF-8 (in an editor: Save As, Encoding)."
        ),
    ),
    (
        "UTF-16 without a mark",
        "s".encode("utf-16-le"),
        (
            "1:2-1:3 forbidden-character the file holds U+0000 (a control character), "
            "which can hide or fake words | Delete the character; it usually came along "
            "with pasted text."
        ),
    ),
    (
        "NUL",
        b"source: s\x001\n",
        (
            "1:10-1:11 forbidden-character the file holds U+0000 (a control character), "
            "which can hide or fake words | Delete the character; it usually came along "
            "with pasted text."
        ),
    ),
    (
        "escape",
        "source: s1\nmemo: a\x1b[31m\n",
        (
            "2:8-2:9 forbidden-character the file holds U+001B (a control character), "
            "which can hide or fake words | Delete the character; it usually came along "
            "with pasted text."
        ),
    ),
    (
        "delete",
        "source: \x7f\n",
        (
            "1:9-1:10 forbidden-character the file holds U+007F (a control character), "
            "which can hide or fake words | Delete the character; it usually came along "
            "with pasted text."
        ),
    ),
    (
        "next line",
        "source: \x85\n",
        (
            "1:9-1:10 forbidden-character the file holds U+0085 (a next-line sign), which "
            "can hide or fake words | Delete the character; it usually came along with "
            "pasted text."
        ),
    ),
    (
        "line separator",
        "source: a\u2028b\n",
        (
            "1:10-1:11 forbidden-character the file holds U+2028 (a line separator), which "
            "can hide or fake words | Delete the character; it usually came along with "
            "pasted text."
        ),
    ),
    (
        "paragraph separator",
        "source: a\u2029b\n",
        (
            "1:10-1:11 forbidden-character the file holds U+2029 (a paragraph separator), "
            "which can hide or fake words | Delete the character; it usually came along "
            "with pasted text."
        ),
    ),
    (
        "override",
        "source: a\u202eb\n",
        (
            "1:10-1:11 forbidden-character the file holds U+202E (right-to-left override), "
            "which can hide or fake words | Delete the character; it usually came along "
            "with pasted text."
        ),
    ),
    (
        "isolate",
        "source: a\u2066b\n",
        (
            "1:10-1:11 forbidden-character the file holds U+2066 (left-to-right isolate), "
            "which can hide or fake words | Delete the character; it usually came along "
            "with pasted text."
        ),
    ),
    (
        "no character",
        "source: a\uffffb\n",
        (
            "1:10-1:11 forbidden-character the file holds U+FFFF (no character at all), "
            "which can hide or fake words | Delete the character; it usually came along "
            "with pasted text."
        ),
    ),
    (
        "second byte-order mark",
        "\ufeffsource: a\ufeff\n",
        (
            "1:10-1:11 forbidden-character the file holds U+FEFF (a byte-order mark), "
            "which can hide or fake words | Delete the character; it usually came along "
            "with pasted text."
        ),
    ),
    (
        "NUL by an escape",
        excerpt("id: x1", 'text: "a\\0"'),
        (
            "8:11-8:16 forbidden-character the text holds U+0000 (a control character), "
            "which can hide or fake words | Delete its escape."
        ),
    ),
    (
        "escape by an escape",
        excerpt("id: x1", 'text: "a\\e[31m"'),
        (
            "8:11-8:20 forbidden-character the text holds U+001B (a control character), "
            "which can hide or fake words | Delete its escape."
        ),
    ),
    (
        "override by an escape",
        excerpt("id: x1", 'text: "a\\u202e"'),
        (
            "8:11-8:20 forbidden-character the text holds U+202E (right-to-left override), "
            "which can hide or fake words | Delete its escape."
        ),
    ),
    (
        "next line by an escape",
        excerpt("id: x1", 'text: "a\\N"'),
        (
            "8:11-8:16 forbidden-character the text holds U+0085 (a next-line sign), which "
            "can hide or fake words | Delete its escape."
        ),
    ),
    (
        "in an id",
        'source: "s\\u2066"\n',
        (
            "1:9-1:18 forbidden-character the text holds U+2066 (left-to-right isolate), "
            "which can hide or fake words | Delete its escape."
        ),
        "1:1-1:7 missing-key a source has no `kind` | It is required here.",
        "1:1-1:7 missing-key a source has no `date` | It is required here.",
        "1:1-1:7 missing-key a source has no `excerpts` | It is required here.",
    ),
    (
        "in a key",
        '"\\esource": s1\n',
        (
            "1:1-1:11 forbidden-character a key holds U+001B (a control character), which "
            "can hide or fake words | Delete its escape."
        ),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case[0]))
def test_what_is_said(case: tuple[str | bytes, ...]) -> None:
    _, typed, *expected = case
    assert said(typed) == expected


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("\ufeffa: é\n".encode(), "a: é\n"),
        (b"a\r\nb\rc\n", "a\r\nb\rc\n"),
        ("tab\t \u200e\u200f \U0001f600 \u00ad".encode(), "tab\t \u200e\u200f \U0001f600 \u00ad"),
    ],
)
def test_ordinary_text_is_read(data: bytes, text: str) -> None:
    assert decode(data) == (text, None)


def test_line_ends_of_every_system_count_alike() -> None:
    for end in ("\n", "\r\n", "\r"):
        typed = (SOURCE + "of: none\n").replace("\n", end)
        assert said(typed.encode()) == said(SOURCE + "of: none\n")
        assert said("\ufeff" + typed) == said(SOURCE + "of: none\n")
