"""Files that somebody might send to bring the program down, each with the rule that meets it.

A case makes its bytes for any role: a whole file, or the sound file of that role with something
before it, after it, or in the place of its text or its date.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .roles import ROLES, Role

Make = Callable[[Role], bytes]


@dataclass(frozen=True)
class Case:
    """A hostile file: its bytes in a role, and the rules one of which names what is wrong."""

    rules: str
    make: Make
    roles: tuple[str, ...] = tuple(ROLES)


def whole(data: bytes) -> Make:
    """Nothing but this."""
    return lambda _: data


def before(data: bytes) -> Make:
    """A sound file after this."""
    return lambda role: data + role.sound.encode()


def after(data: bytes) -> Make:
    """A sound file, and then this."""
    return lambda role: role.sound.encode() + data


def words(data: bytes) -> Make:
    """A sound file with this where a text stands."""
    return lambda role: _replaced(role, role.words, data)


def day(data: bytes) -> Make:
    """A sound file with this where a date stands."""
    return lambda role: _replaced(role, role.day, data)


def spelt(encoding: str, mark: bytes = b"") -> Make:
    """A sound file in another encoding."""
    return lambda role: mark + role.sound.encode(encoding)


def ends(end: bytes) -> Make:
    """A sound file with other line ends."""
    return lambda role: role.sound.encode().replace(b"\n", end)


def _replaced(role: Role, key: str, data: bytes) -> bytes:
    head, _, tail = role.sound.encode().partition(key.encode())
    _, _, rest = tail.partition(b"\n")
    return head + key.encode() + data + b"\n" + rest


DATED = tuple(name for name, role in ROLES.items() if role.day)
PROSE = ("policy", "source", "second", "signoff")

_BOMB = b"a0: &a0 [x, x]\n" + b"".join(
    b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 30)
)
_MERGE_BOMB = b"m0: &m0 {k: v}\n" + b"".join(
    b"m%d: &m%d {<<: [%s]}\n" % (n, n, b", ".join([b"*m%d" % (n - 1)] * 9)) for n in range(1, 30)
)
DEEP = 100_000
_TYPE = "wrong-type empty-file"
_SHUT = "yaml-syntax unclosed-quote"

ALIASES: Mapping[str, Case] = {
    "alias bomb": Case("yaml-anchor", whole(_BOMB)),
    "merge bomb": Case("yaml-anchor", whole(_MERGE_BOMB)),
    "alias bomb after a sound file": Case("yaml-anchor yaml-syntax", after(_BOMB)),
    "anchor": Case("yaml-anchor", words(b"&here there")),
    "anchor before nothing": Case("yaml-anchor", words(b"&here")),
    "alias without an anchor": Case("yaml-alias", words(b"*nowhere")),
    "alias as a key": Case("yaml-alias yaml-syntax", after(b"*nowhere : a\n")),
    "alias of itself": Case("yaml-anchor", whole(b"&a [*a]\n")),
    "mapping of itself": Case("yaml-anchor", whole(b"&a {b: *a}\n")),
    "anchor on the whole": Case("yaml-anchor", before(b"&all\n")),
    "anchor twice": Case("yaml-anchor", whole(b"a: &x 1\nb: &x 2\nc: *x\n")),
    "anchor that is very long": Case("yaml-anchor", words(b"&" + b"a" * 70_000 + b" b")),
    "two thousand anchors": Case(
        "yaml-anchor", whole(b"".join(b"k%d: &a%d v\n" % (n, n) for n in range(2000)))
    ),
    "merge key": Case("yaml-merge yaml-syntax", after(b"<<: {study: a}\n")),
    "merge key of a list": Case("yaml-merge yaml-syntax", after(b"<<: [{a: b}, {a: c}]\n")),
    "merge key within braces": Case("yaml-merge", whole(b"{<<: {a: b}}\n")),
    "merge key, quoted": Case("yaml-merge", whole(b"'<<': {a: b}\n")),
}
TAGS: Mapping[str, Case] = {
    f"tag {tag.decode()[:40]}": Case("yaml-tag yaml-syntax", words(tag + b" [echo, hostile]"))
    for tag in (
        b"!!python/object/apply:os.system",
        b"!!python/object/new:os.system",
        b"!!python/name:os.system",
        b"!!python/module:os",
        b"!!python/object:gapcheck.model.study.Source",
        b"!!binary",
        b"!!set",
        b"!!omap",
        b"!!merge",
        b"!!timestamp",
        b"!!int",
        b"!<tag:yaml.org,2002:python/object/apply:os.system>",
        b"!local",
        b"!",
        b"!!",
        b"!nothing!here",
        b"!%",
        b"!%zz",
        b"!<",
    )
} | {
    "tag on the whole": Case("yaml-tag", before(b"!!python/object/apply:os.system\n")),
    "tag on a key": Case("yaml-tag yaml-syntax", after(b"!!python/name:os.system a: b\n")),
    "tag that is very long": Case("yaml-tag", words(b"!" + b"a" * 70_000 + b" b")),
    "ten thousand tags": Case("yaml-tag", whole(b"- !a b\n" * 10_000)),
}
DOCUMENTS: Mapping[str, Case] = {
    "directive of a version": Case("yaml-directive", before(b"%YAML 1.1\n---\n")),
    "directive of a later version": Case("yaml-syntax", before(b"%YAML 9.9\n---\n")),
    "directive twice": Case("yaml-syntax", before(b"%YAML 1.1\n%YAML 1.1\n---\n")),
    "directive of a tag": Case("yaml-directive", before(b"%TAG ! tag:evil,2000:\n---\n")),
    "directive of no kind": Case("yaml-syntax yaml-directive", before(b"%EVIL a\n---\n")),
    "directive of a huge version": Case(
        "yaml-syntax", before(b"%YAML 99999999999999999999.1\n---\n")
    ),
    "directive alone": Case("yaml-syntax", whole(b"%YAML 1.2\n")),
    "percent sign": Case("yaml-syntax", whole(b"%")),
    "second document": Case("second-document", after(b"---\na: b\n")),
    "second document that is empty": Case("second-document", after(b"---\n")),
    "documents by the thousand": Case("second-document", whole(b"--- a\n" * 50_000)),
    "end of the document, and more": Case("second-document yaml-syntax", after(b"...\na: b\n")),
    "marks of an end alone": Case("empty-file yaml-syntax", whole(b"...\n" * 1000)),
}
NESTING: Mapping[str, Case] = {
    **{
        f"{DEEP} of {opening}": Case("too-deep yaml-key", whole(opening.encode() * DEEP))
        for opening in ("[", "{", "- ", "{a: ", "[[a], ")
    },
    f"{DEEP} of ? ": Case("too-deep yaml-key", whole(b"? " * DEEP)),
    f"{DEEP} of -?": Case("too-deep yaml-key", whole(b"- ? " * DEEP)),
    f"{DEEP} closed": Case("too-deep", whole(b"[" * DEEP + b"]" * DEEP)),
    f"{DEEP} of [ in a text": Case("too-deep", words(b"[" * DEEP)),
    f"{DEEP} of {{ in a text": Case("yaml-key", words(b"{" * DEEP)),
    f"{DEEP} of ]": Case("yaml-syntax", whole(b"]" * DEEP)),
    f"{DEEP} of }}": Case("yaml-syntax", words(b"}" * DEEP)),
    "a staircase of keys": Case(
        "too-deep", whole(b"".join(b" " * n + b"k:\n" for n in range(1000)))
    ),
    "a staircase of lists": Case(
        "too-deep", whole(b"".join(b" " * n + b"-\n" for n in range(1000)))
    ),
    "the deepest allowed": Case(_TYPE, whole(b"[" * 16 + b"]" * 16)),
    "keys that are lists": Case("yaml-key", whole(b"? [a, b]\n: c\n")),
    "keys that are mappings": Case("yaml-key", whole(b"{{a: b}: c}\n")),
    "colons": Case("yaml-syntax", whole(b":" * DEEP)),
    "colons with blanks": Case("yaml-syntax too-deep", whole(b": " * DEEP)),
    "commas": Case("yaml-syntax", whole(b"[" + b"," * DEEP)),
}
CHARACTERS: Mapping[str, Case] = {
    **{
        f"{name}, raw": Case("forbidden-character", words(f"a{sign}b".encode()))
        for name, sign in {
            "NUL": "\0",
            "bell": "\a",
            "backspace": "\b",
            "escape": "\x1b]0;owned\x07\x1b[2J",
            "delete": "\x7f",
            "C1 escape": "\x9b31m",
            "next line": "\x85",
            "line separator": "\u2028",
            "paragraph separator": "\u2029",
            "vertical tab": "\v",
            "form feed": "\f",
            "file separator": "\x1c",
            "right-to-left override": "\u202e",
            "left-to-right embedding": "\u202a",
            "isolate": "\u2066",
            "byte-order mark in the middle": "\ufeff",
            "no character FFFE": "\ufffe",
            "no character FFFF": "\uffff",
        }.items()
    },
    **{
        f"{name}, escaped": Case("forbidden-character", words(f'"a{sign}b"'.encode()))
        for name, sign in {
            "NUL": r"\0",
            "NUL in hexadecimal": r"\x00",
            "bell": r"\a",
            "escape": r"\e[2J",
            "next line": r"\N",
            "line separator": r"\L",
            "paragraph separator": r"\P",
            "right-to-left override": r"\u202e",
            "pop of isolates": r"\u2069",
            "byte-order mark": r"\ufeff",
            "no character FFFF": r"\uffff",
        }.items()
    },
    "half of a pair, escaped": Case("yaml-syntax", words(rb'"a\ud800b"')),
    "beyond the last character, escaped": Case("yaml-syntax", words(rb'"a\UFFFFFFFFb"')),
    "an escape that is none": Case("yaml-syntax", words(rb'"a\qb"')),
    "an escape cut short": Case(_SHUT, words(rb'"a\x4')),
    "a backslash at the end": Case(_SHUT, words(b'"a\\')),
    "NUL in a key, escaped": Case("forbidden-character yaml-syntax", after(b'"a\\0b": c\n')),
    "override in a key": Case("forbidden-character", after("a\u202eb: c\n".encode())),
    "NUL alone": Case("forbidden-character", whole(b"\0")),
    "a mebibyte of NUL": Case("forbidden-character", whole(b"\0" * (1 << 20))),
    "NUL at the very end": Case("forbidden-character", after(b"\0")),
    "control in a comment": Case("forbidden-character", after(b"# \x1b[31m red\n")),
}
ENCODINGS: Mapping[str, Case] = {
    "UTF-16, little end first": Case("not-utf8", spelt("utf-16-le", b"\xff\xfe")),
    "UTF-16, big end first": Case("not-utf8", spelt("utf-16-be", b"\xfe\xff")),
    "UTF-16 without a mark": Case("forbidden-character", spelt("utf-16-le")),
    "UTF-32, little end first": Case("not-utf8", spelt("utf-32-le", b"\xff\xfe\0\0")),
    "UTF-32, big end first": Case("not-utf8", spelt("utf-32-be", b"\0\0\xfe\xff")),
    "UTF-7": Case("yaml-syntax unknown-key empty-file wrong-type", whole(b"+AGE-: +ADE-\n")),
    "Latin-1": Case("not-utf8", words(b"caf\xe9")),
    "Windows-1252": Case("not-utf8", words(b"they\x92re")),
    "Shift JIS": Case("not-utf8", words("地域".encode("shift-jis"))),
    "EBCDIC": Case("not-utf8 yaml-syntax forbidden-character", spelt("cp037")),
    "overlong slash": Case("not-utf8", words(b"a\xc0\xafb")),
    "overlong NUL": Case("not-utf8", words(b"a\xc0\x80b")),
    "overlong of three": Case("not-utf8", words(b"a\xe0\x80\xafb")),
    "half of a pair": Case("not-utf8", words(b"a\xed\xa0\x80b")),
    "both halves of a pair": Case("not-utf8", words(b"a\xed\xa0\xbd\xed\xb8\x80b")),
    "beyond the last character": Case("not-utf8", words(b"a\xf4\x90\x80\x80b")),
    "five bytes": Case("not-utf8", words(b"a\xf8\x88\x80\x80\x80b")),
    "a lone continuation": Case("not-utf8", words(b"a\x80b")),
    "cut in a character": Case("not-utf8", after(b"# \xe2\x82")),
    "0xFF alone": Case("not-utf8", whole(b"\xff")),
    "a mebibyte of 0xFF": Case("not-utf8", whole(b"\xff" * (1 << 20))),
    "two byte-order marks": Case("forbidden-character", before(b"\xef\xbb\xbf\xef\xbb\xbf")),
    "half a byte-order mark": Case("not-utf8", before(b"\xef\xbb")),
    "a byte-order mark alone": Case("empty-file", whole(b"\xef\xbb\xbf")),
    "random bytes": Case("not-utf8", whole(bytes(n * 151 % 256 for n in range(4096)))),
    "a picture": Case("not-utf8", whole(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")),
    "an archive": Case("forbidden-character not-utf8", whole(b"PK\x03\x04\x14\0\0\0\x08\0")),
    "a database": Case("forbidden-character", whole(b"SQLite format 3\0\x10\0\x01\x01\0")),
}
SIZES: Mapping[str, Case] = {
    "more than a mebibyte": Case("unreadable-file", whole(b"#" * ((1 << 20) + 1))),
    "a huge text": Case("too-long", words(b"a" * 70_000)),
    "a huge text in quotation marks": Case("too-long", words(b'"' + b"a " * 500_000 + b'"')),
    "a huge text in lines": Case("too-long", words(b">\n" + b"          a\n" * 70_000)),
    "a huge key": Case("too-long yaml-syntax", whole(b"k" * 1000 + b": a\n")),
    "a key too long for YAML": Case("too-long yaml-syntax", whole(b"k" * 70_000 + b": a\n")),
    "a huge key, explicit": Case("too-long", whole(b"? " + b"k" * 1_000_000 + b"\n: a\n")),
    "a huge number": Case("too-long wrong-type", words(b"9" * 1_000_000)),
    "a hundred thousand keys": Case(
        "too-large", whole(b"".join(b"k%d: v\n" % n for n in range(100_000)))
    ),
    "a hundred thousand items": Case("too-large", whole(b"- a\n" * 100_000)),
    "a hundred thousand items in brackets": Case("too-large", whole(b"[" + b"a," * 200_000 + b"]")),
    "a thousand unknown keys": Case(
        "too-many wrong-type", whole(b"".join(b"k%d: v\n" % n for n in range(1000)))
    ),
    "one key a thousand times": Case("too-many", whole(b"k: v\n" * 1000)),
    "one key twice": Case("duplicate-key", whole(b"a: 1\na: 2\n")),
    "a key twice, deep within": Case("duplicate-key", whole(b"a: {b: {c: 1, c: {d: [1]}}}\n")),
    "empty keys": Case("duplicate-key", whole(b"'': a\n'': b\n")),
    "a mebibyte of line ends": Case("empty-file", whole(b"\n" * (1 << 20))),
    "a mebibyte of blanks": Case("empty-file", whole(b" " * (1 << 20))),
    "a mebibyte of lone CR": Case("empty-file", whole(b"\r" * (1 << 20))),
    "a mebibyte of comments": Case("empty-file", whole(b"#\n" * (1 << 19))),
    "a mebibyte of tabs": Case("empty-file tab-indentation yaml-syntax", whole(b"\t" * (1 << 20))),
    "a mebibyte of quotation marks": Case(
        "yaml-syntax unclosed-quote wrong-type too-long", whole(b'"' * (1 << 20))
    ),
    "a mebibyte of apostrophes": Case("too-long wrong-type", whole(b"'" * (1 << 20))),
    "a mebibyte of combining marks": Case("too-long", words("a\u0301".encode() * 300_000)),
    "an indentation of a mebibyte": Case("wrong-type", whole(b" " * ((1 << 20) - 2) + b"a\n")),
    "a sign of indentation that is too large": Case("yaml-syntax", words(b">99\n  a")),
}
VALUES: Mapping[str, Case] = {
    **{
        f"date {typed[:40]}": Case(rule, day(typed.encode()), DATED)
        for typed, rule in {
            "2004-02-30": "impossible-date",
            "2004-13": "impossible-date",
            "2004-00-00": "impossible-date",
            "0000": "impossible-date",
            "9" * 400: "impossible-date",
            "-2004": "impossible-date",
            "2004-05-12T23:59:60Z": "impossible-date",
            "12/05/2004": "impossible-date",
            "02004": "impossible-date",
            "0o3724": "impossible-date",
            "0x7D4": "impossible-date",
            "2_004": "impossible-date",
            "2004.0": "impossible-date",
            "2e3": "impossible-date",
            "12:30:45": "impossible-date",
            "190:20:30": "impossible-date",
            "no": "impossible-date",
            ".inf": "impossible-date",
            ".nan": "impossible-date",
            "~": "impossible-date",
            "null": "impossible-date",
            "٢٠٠٤": "impossible-date",
            "２００４": "impossible-date",
            "[2004]": "wrong-type",
            "{y: 2004}": "wrong-type",
            "''": "impossible-date empty-value",
            "'2004\\n'": "impossible-date",
            '"2004\\n"': "impossible-date",
        }.items()
    },
    **{
        f"flag {typed}": Case(
            "wrong-type empty-value",
            lambda role, typed=typed: role.sound.encode().replace(  # type: ignore[misc]
                b"illustrative: true", b"illustrative: " + typed.encode()
            ),
            ("partnership",),
        )
        for typed in ("no", "NO", "off", "y", "on", "yes", "0", "1", "0o1", "'true'", "tRue", "~")
    },
    "words cut by a comment": Case("comment-after-prose", words(b"They paid #3 late"), PROSE),
    "words with a second colon": Case("yaml-syntax", words(b"They said: no")),
    "words that are a list": Case("wrong-type", words(b"[no, yes]")),
    "words that are a mapping": Case("wrong-type", words(b"{no: yes}")),
    "no words": Case("empty-value", words(b"")),
}
ENDS: Mapping[str, Case] = {
    "a tab indents": Case("tab-indentation yaml-syntax", after(b"a:\n\tb: c\n")),
    "tabs and blanks": Case("tab-indentation yaml-syntax", after(b"a:\n  \tb: c\n \t c: d\n")),
    "a tab before a dash": Case("tab-indentation", whole(b"\t- a\n")),
    "CRLF and a tab": Case("tab-indentation yaml-syntax", after(b"a:\r\n\tb: c\r\n")),
    "CRLF and a second colon": Case("yaml-syntax", after(b"a: b: c\r\n")),
    "lone CR and a second colon": Case("yaml-syntax", lambda role: ends(b"\r")(role) + b"a: b: c"),
    "every line end, and a second colon": Case("yaml-syntax", after(b"\r\n\r\r\n\n\ra: b: c\n\r")),
    "unclosed double quote": Case("unclosed-quote", words(b'"They said')),
    "unclosed single quote": Case("unclosed-quote", words(b"'They said")),
    "unclosed bracket": Case("yaml-syntax", words(b"[They, said")),
    "unclosed brace": Case("yaml-syntax", words(b"{They: said")),
    "unclosed tag": Case("yaml-syntax", words(b"!<tag")),
    "unclosed quote at the start": Case("unclosed-quote", before(b'"')),
    "unclosed bracket at the start": Case("yaml-syntax", before(b"[")),
    "unclosed brace at the start": Case("yaml-syntax", before(b"{")),
    "crossed brackets": Case("yaml-syntax", words(b"[{a]}")),
    "only a dash": Case("empty-value wrong-type", whole(b"-")),
    "only a question mark": Case("wrong-type yaml-key missing-key unknown-key", whole(b"?")),
    "only a colon": Case("yaml-syntax wrong-type unknown-key", whole(b":")),
    "only an ampersand": Case("yaml-syntax", whole(b"&")),
    "only an asterisk": Case("yaml-syntax", whole(b"*")),
    "only an exclamation mark": Case("yaml-tag", whole(b"!")),
    "only a pipe": Case("wrong-type", whole(b"|")),
    "only an at sign": Case("yaml-syntax", whole(b"@")),
    "only a backtick": Case("yaml-syntax", whole(b"`")),
    "only a quotation mark": Case("unclosed-quote", whole(b'"')),
    "only a bracket": Case("yaml-syntax", whole(b"[")),
    "nothing": Case("empty-file", whole(b"")),
    "null": Case("empty-file", whole(b"null\n")),
    "words alone": Case("wrong-type", whole(b"They said no.\n")),
    "a number alone": Case("wrong-type", whole(b"2004\n")),
    "a block without an end": Case("yaml-syntax wrong-type", before(b"|\n")),
    "a list where a mapping should be": Case("wrong-type", whole(b"- {a: b}\n- [a]\n- a\n")),
    "conflict markers": Case("yaml-syntax", after(b"<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> b")),
    "JSON": Case("unknown-key wrong-type", whole(b'{"a": {"b": ["c", null, 1e999]}}')),
    "XML": Case("wrong-type yaml-syntax", whole(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')),
    "a shell script": Case("empty-file wrong-type yaml-syntax", whole(b"#!/bin/sh\nrm -rf x\n")),
    "a command of a log": Case("wrong-type", whole(b"'::error::owned'\n")),
}

_EXCERPTS = ROLES["source"].sound.split("  - id: z1", maxsplit=1)[0].encode()
_IMPERATIVES = ROLES["policy"].sound.split("  - id: chairs", maxsplit=1)[0].encode()
_ALIKE = b"coordinated partnership assembly representatives nominated by voluntary sector bodies"


def many(count: int, row: bytes, head: bytes = _EXCERPTS) -> Make:
    """So many rows after a head, each with its own number for the sign #."""
    rows = (row.replace(b"#", b"%d" % number) for number in range(count))
    return whole(head + b"".join(rows))


def _almost(number: int) -> bytes:
    """An excerpt that differs from others in one word, and not in a figure."""
    word = b"%d" % number
    word = word.translate(bytes.maketrans(b"0123456789", b"abcdefghij"))
    return b"  - {id: z%d, text: %s %s, codes: {seats: absent}}\n" % (number, word, _ALIKE)


SOURCE, POLICY, SETTINGS = ("source",), ("policy",), ("settings",)
ROWS: Mapping[str, Case] = {
    "thousands of excerpts that are the same": Case(
        "duplicate-text",
        many(4000, b"  - {id: z#, text: " + _ALIKE + b", codes: {seats: absent}}\n"),
        SOURCE,
    ),
    "thousands of excerpts that are almost the same": Case(
        "near-duplicate too-many",
        lambda _: _EXCERPTS + b"".join(map(_almost, range(4000))),
        SOURCE,
    ),
    "thousands of excerpts without anything": Case("too-many", many(12_000, b"  - {}\n"), SOURCE),
    "thousands of excerpts with other keys": Case(
        "too-many", many(12_000, b"  - {a: 1}\n"), SOURCE
    ),
    "thousands of excerpts of one name": Case(
        "too-many", many(9000, b"  - {id: z1, text: a}\n"), SOURCE
    ),
    "thousands of speakers, and none of those who speak": Case(
        "too-many",
        lambda role: (
            _EXCERPTS.replace(b"speaker: {id: P09,", b"speakers:\n  - {id: P09,")
            .removesuffix(b"excerpts:\n")
            .replace(
                b"consent",
                b"".join(b"  - {id: P%d, sector: vcs, role: o}\n" % n for n in range(2000))
                + b"consent",
                1,
            )
            + b"excerpts:\n"
            + b"".join(b"  - {id: z%d, speaker: Pz%d, text: a}\n" % (n, n) for n in range(2000))
        ),
        SOURCE,
    ),
    "thousands of unknown imperatives": Case(
        "too-many",
        many(
            20_000, b"      seat#: absent\n", _EXCERPTS + b"  - id: z1\n    text: a\n    codes:\n"
        ),
        SOURCE,
    ),
    "thousands of imperatives of one name": Case(
        "too-many",
        many(
            3500,
            b"  - {id: c, locator: p, text: Give them chairs, actor: council, modality: may}\n",
            _IMPERATIVES,
        ),
        POLICY,
    ),
    "thousands of severities of unknown rules": Case(
        "too-many", many(20_000, b"  rule-#: off\n", b"study: a\nseverities:\n"), SETTINGS
    ),
    "thousands of patterns that are slow to match": Case(
        "too-many",
        many(
            3000,
            b"  - {rule: none, severity: off, path: '*a*a*a*a*a*a*a*a*a*a*a*#'}\n",
            b"study: a\nseverities:\n",
        ),
        SETTINGS,
    ),
    "thousands of unknown settings": Case(
        "too-many", many(20_000, b"key#: a\n", b"study: a\n"), SETTINGS
    ),
    "thousands of sign-offs of unknown imperatives": Case(
        "too-many",
        many(5000, b"- {imperative: s#, reason: Read it, by: PI, on: 2006-01-31}\n", b""),
        ("signoff",),
    ),
    "thousands of codes of unknown excerpts": Case(
        "too-many",
        many(12_000, b"  y#: {seats: absent}\n", b"source: int\ncoder: zz\ncodes:\n"),
        ("second",),
    ),
}
"""Files in which much is wrong, or much is alike: what is done for each row must stay small."""

HOSTILE: Mapping[str, Case] = {
    **ALIASES,
    **TAGS,
    **DOCUMENTS,
    **NESTING,
    **CHARACTERS,
    **ENCODINGS,
    **SIZES,
    **VALUES,
    **ENDS,
    **ROWS,
}

HARMLESS: Mapping[str, Make] = {
    "a byte-order mark first": before(b"\xef\xbb\xbf"),
    "CRLF": ends(b"\r\n"),
    "lone CR": ends(b"\r"),
    "no last line end": lambda role: role.sound.encode().rstrip(b"\n"),
    "a mark of one document": before(b"---\n"),
    "a mark of its end": after(b"...\n"),
    "comments and blank lines": after(b"\n\n   # more\n\n# and more"),
    "emoji and other scripts": words("\U0001f600 地域 \u200f עברית \u0301".encode()),
    **{
        f"the words {typed}": words(typed.encode())
        for typed in ("no", "NO", "on", "010", "0o14", "1.10", "1e3", "12:30:45", "2001-02-30")
    },
    "a number of many digits": words(b"9" * 5000),
    "the longest text": words(b"a" * 65_536),
}
"""Files that look odd and are sound: they are read, as they were typed."""
