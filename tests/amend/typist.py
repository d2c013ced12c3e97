"""Sources as all sorts of people might type them: odd indentation, comments, every style of YAML.

A private sign stands where a value of `codes` begins and another where it ends, until the text is
whole; so the test knows by itself what of it may change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

LAST = "\ue002"
IDS = ("x1", "b.2", "q_7")
STANCES = ("happens", "partly", "absent", "opposite", "unaware")
NAMES = ("sectors-together", "guidance/pay-in-advance", "a", "010", "no-2", "compact/x_1.y", "yes")
PLAIN_WORDS = (
    *("We", "sit", "on", "the", "board", "it's", "co-op", "a#b", "10.30", "(late)", "£5"),
    *("papers,", "once;", "é", "ñ", "漢字", "🙂", "x:y", "codes", "id"),
)
ANY_WORDS = (
    *PLAIN_WORDS,
    *("codes:", "[]", "-", "#", ":", "'", '"', "{a: b}", "[laughs]", "*", "&", "!", "%", "@", "`"),
    *("|", ">", "?", "---", "...", "\\", "- id: x1", "# no comment", "text:"),
)
REMARKS = ("# codes: []", "#", "# - id: x1", '# what was said: "no"', "#  é 漢字 }]", "# }", "#\t-")
BLANKS = ("", "", "  ", "      ")


@dataclass(frozen=True)
class Typed:
    """A source as typed; `codes` are the spans of their values by the excerpt's id."""

    text: str
    codes: dict[str, tuple[int, int]]
    ids: tuple[str, ...]
    mark: bool

    @property
    def data(self) -> bytes:
        return ("\ufeff" * self.mark + self.text).encode()


class Typist:
    """Somebody with habits of their own, who does not always keep to them."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.tidy = draw(st.integers(0, 3)) == 0
        self.open = self.close = ""

    def sign(self, name: str) -> None:
        """From now on, mark the codes of that excerpt."""
        number = IDS.index(name)
        self.open, self.close = chr(0xE010 + number), chr(0xE020 + number)

    def one(self, options: Sequence[str]) -> str:
        return self.draw(st.sampled_from(options))

    def yes(self, times: int = 2) -> bool:
        """True once in so many times."""
        return self.draw(st.integers(1, times)) == times

    def number(self, least: int, most: int) -> int:
        return self.draw(st.integers(least, most))

    def remark(self) -> str:
        """A comment behind something on its line, or blanks, or nothing."""
        if self.tidy or not self.yes(4):
            return ""
        return self.one(("  ", "\t", " \t ", *(f" {one}" for one in REMARKS)))

    def between(self, column: int) -> list[str]:
        """Blank lines and comments that stand on lines of their own."""
        if self.tidy or not self.yes(4):
            return []
        lines = []
        for _ in range(self.number(1, 2)):
            blank = self.yes()
            lines.append(
                self.one(BLANKS) if blank else " " * self.number(0, column) + self.one(REMARKS)
            )
        return lines

    def words(self, options: Sequence[str], most: int = 8) -> list[str]:
        return self.draw(st.lists(st.sampled_from(options), min_size=1, max_size=most))

    # Scalars: the text behind the colon, and lines below it that stand as they are.

    def prose(self, column: int) -> list[str]:
        """Somebody's words under a key in that column of a block."""
        style = self.one((">", "|", "plain", "plain-lines", "'", '"', '"lines'))
        if style in (">", "|"):
            return self._under(style, column)
        if style.startswith("plain"):
            lines = self._lines(PLAIN_WORDS[:12], column, folded=style != "plain")
            return [lines[0] + self.one(("", "  ")), *lines[1:]]
        lines = self.quoted(style[0], column, folded=style != style[0])
        return [*lines[:-1], lines[-1] + self.remark()]

    def quoted(self, sign: str, column: int, *, folded: bool) -> list[str]:
        lines = self._lines(ANY_WORDS, column, folded=folded)
        if sign == "'":
            lines = [line.replace("'", "''") for line in lines]
        else:
            lines = [line.replace("\\", "\\\\").replace('"', '\\"') for line in lines]
        lines[0] = sign + lines[0]
        lines[-1] += sign
        return lines

    def _lines(self, options: Sequence[str], column: int, *, folded: bool) -> list[str]:
        first, *more = [
            " ".join(self.words(options)) for _ in range(1 + folded * self.number(1, 2))
        ]
        lines = [first.strip()]
        for one in more:
            lines += [""] * self.yes(4) + [" " * (column + self.number(1, 4)) + one.strip()]
        return lines

    def _under(self, sign: str, column: int) -> list[str]:
        chomp, step = self.one(("", "", "-", "+")), self.number(1, 5)
        by_figure = not self.tidy and self.yes(5)
        header = f"{sign}{step if by_figure else ''}{chomp}"
        if by_figure and self.yes():
            header = f"{sign}{chomp}{step}"
        lines = [header + self.remark()]
        pad = " " * (column + step)
        for number in range(self.number(1, 3)):
            further = " " * (self.number(0, 3) if by_figure or number else 0)
            lines += [self.one(BLANKS[:2])] * (number > 0 and self.yes(4))
            lines.append(pad + further + " ".join(self.words(ANY_WORDS)))
        for _ in range(self.number(0, 2)):
            lines.append(" " * self.number(0, column + step + (self.yes(6) and 2)))
        return lines

    def plain(self, text: str) -> str:
        """A short text, quoted or not."""
        return self.one((text, text, f'"{text}"', f"'{text}'"))

    def colon(self) -> str:
        return self.one((":", ":", ":", " :")) if not self.tidy else ":"

    # Codes.

    def pairs(self) -> list[tuple[str, str]]:
        names = self.draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
        return [(name, self.one(STANCES)) for name in names]

    def pair(self, name: str, stance: str) -> list[str]:
        """The parts of one code in long form."""
        parts = [f"imperative: {self.plain(name)}", f"stance: {self.plain(stance)}"]
        if self.yes(4):
            parts.append(self.one(("basis: claim", "rung: enacted", 'memo: "a: b, #c"')))
        if self.yes(6):
            parts.reverse()
        return parts

    def braces(self, signs: str, items: Sequence[str], column: int, *, on_lines: bool) -> list[str]:
        """Items between braces or brackets, on one line or on several, behind a key."""
        pad = self.one(("", "", " "))
        comma = "," * self.yes(5)
        if not on_lines or not items:
            return [signs[0] + pad + ", ".join(items) + comma * bool(items) + pad + signs[1]]
        way = self.one(("own", "own", "hanging", "leading"))
        inner = " " * (column + self.number(1, 4))
        if way == "hanging":
            lines = [f"{inner}{item}," for item in items]
            lines[0] = signs[0] + lines[0].strip()
            lines[-1] = lines[-1][:-1] + comma + signs[1]
            return lines
        if way == "leading":
            lines = [f"{inner}{', ' if number else ''}{item}" for number, item in enumerate(items)]
        else:
            lines = [f"{inner}{item},{self.remark()}" for item in items[:-1]]
            lines.append(f"{inner}{items[-1]}{comma}{self.remark()}")
        for at in range(len(lines), 0, -1):
            lines[at:at] = self.between(column)
        return [signs[0] + self.remark(), *lines, " " * (column + 1) + signs[1]]

    def code_item(self, pair: tuple[str, str]) -> str:
        return "{" + ", ".join(self.pair(*pair)) + "}"

    def codes(self, column: int, *, within_braces: bool, narrow: bool = False) -> list[str]:
        """What stands behind the colon of `codes`, its private signs included."""
        ways = ("none", "braces", "brackets", "dashes", "dashes", "lines", "short-lines")
        way = self.one(ways[:3] if within_braces else ways)
        on_lines = not self.tidy and not narrow and self.yes(3)
        pairs = self.pairs()
        if way == "none":
            lines = self.empty(column, on_lines=on_lines)
        elif way == "braces":
            items = [f"{self.plain(name)}: {stance}" for name, stance in pairs]
            lines = self.braces("{}", items, column, on_lines=on_lines)
        elif way == "brackets":
            lines = self.braces("[]", list(map(self.code_item, pairs)), column, on_lines=on_lines)
        else:
            return self._block(way, pairs, column)
        lines[0] = f" {self.open}{lines[0]}"
        lines[-1] = lines[-1] + self.close + ("" if within_braces else self.remark())
        if not within_braces and self.yes(8):
            lines = [
                self.remark(),
                *self.between(column),
                " " * (column + 2) + lines[0].strip(),
                *lines[1:],
            ]
        return lines

    def empty(self, column: int, *, on_lines: bool) -> list[str]:
        signs = self.one(("[]", "[]", "{}"))
        if not on_lines:
            return [signs[0] + self.one(("", "", " ")) + signs[1]]
        return [signs[0] + self.one((" # not yet", "")), " " * (column + 2) + signs[1]]

    def _block(self, way: str, pairs: Iterable[tuple[str, str]], column: int) -> list[str]:
        at = column + self.number(1 if way == "short-lines" else 0, 4)
        lines = [f"{self.remark()}{self.open}", *self.between(column)]
        gap = " " * self.number(1, 3)
        for name, stance in pairs:
            lines += self.between(at) if len(lines) > 1 else []
            if way == "short-lines":
                lines.append(" " * at + f"{self.plain(name)}{self.colon()} {stance}")
            elif way == "dashes":
                lines.append(" " * at + f"-{gap}{self.code_item((name, stance))}")
            else:
                first, *more = self.pair(name, stance)
                lines.append(" " * at + f"-{gap}{first}")
                for one in more:
                    lines[-1] += self.remark()
                    lines += [*self.between(at), " " * (at + 1 + len(gap)) + one]
            lines[-1] += LAST + self.remark()
        last = max(number for number, line in enumerate(lines) if LAST in line)
        lines[last] = lines[last].replace(LAST, self.close)
        return [line.replace(LAST, "") for line in lines]

    # Excerpts.

    def listed(self, column: int) -> list[str]:
        """A list of words behind its colon."""
        words = [
            self.one(("capacity", "late papers", '"a: b"', "'it''s'", "é"))
            for _ in range(self.number(0, 2))
        ]
        if words and self.yes():
            at = " " * (column + self.number(0, 3))
            return [self.remark(), *(f"{at}- {word}{self.remark()}" for word in words)]
        lines = self.braces("[]", words, column, on_lines=not self.tidy and self.yes(4))
        return [f" {lines[0]}", *lines[1:]]

    def keys(self) -> list[str]:
        keys = [
            "text",
            *(one for one in ("at", "codes", "barriers", "memo", "cleared") if self.yes()),
        ]
        if not self.tidy and self.yes(3):
            keys = list(self.draw(st.permutations(keys)))
        return ["id", *keys] if not self.yes(6) or self.tidy else [keys[0], "id", *keys[1:]]

    def excerpt(self, name: str, column: int) -> list[str]:
        """The lines of an excerpt in that column of a block; the first without indentation."""
        lines: list[str] = []
        self.sign(name)
        for key in self.keys():
            lines += self.between(column) if lines else []
            typed = key if self.tidy else self.one((key, key, key, f'"{key}"', f"'{key}'"))
            first, *more = self._value(key, name, column)
            lines += [" " * column + typed + self.colon() + first, *more]
        lines[0] = lines[0][column:]
        return lines

    def _value(self, key: str, name: str, column: int) -> list[str]:
        if key == "codes":
            return self.codes(column, within_braces=False)
        if key == "barriers":
            return self.listed(column)
        if key in ("text", "memo"):
            first, *more = self.prose(column)
            return [f" {first}", *more]
        short = {"id": name, "at": '"00:01:20"', "cleared": "true"}[key]
        return [f" {self.plain(short) if key == 'id' else short}{self.remark()}"]

    def excerpt_in_braces(self, name: str, column: int) -> list[str]:
        """An excerpt between braces, behind a dash or a bracket in that column."""
        items, wide = [], not self.tidy and self.yes(3)
        self.sign(name)
        for key in self.keys():
            if key == "codes":
                lines = self.codes(column + 4, within_braces=True, narrow=not wide)
                items.append("\n".join([f"codes:{lines[0]}", *lines[1:]]))
            elif key == "barriers":
                items.append("barriers: [capacity]")
            elif key in ("text", "memo"):
                lines = self.quoted(self.one(("'", '"')), column + 4, folded=wide)
                items.append(f"{key}: " + "\n".join(lines))
            else:
                items.append(f"{key}: " + {"id": name, "at": "para 3", "cleared": "true"}[key])
        return self.braces("{}", items, column, on_lines=wide)


HEADS = (
    "source: s1\nkind: interview\ndate: 2004\nspeaker: {id: P1, sector: vcs, role: officer}\n"
    "consent: {}\n",
    "# A head.\nsource: s1\nkind: interview   # one of many\n\ndate: 2004\nspeaker:\n    id: P1\n"
    "    sector: vcs\n    role: officer\nconsent: {quote: none}\nasked:\n- a\n- sectors-together\n",
    "---\nkind: document\nsource: s1\ndate: 2004\nauthor: council\ncitation: |\n  codes: []\n\n",
)
TAILS = (
    "",
    "",
    "",
    "\n\n",
    "# the end",
    "   # codes: []\n\n",
    "memo: after all\n",
    "...\n",
    "coder: ab  # me\n",
)


@st.composite
def typed_sources(draw: st.DrawFn) -> Typed:
    """A source with one to three excerpts."""
    typist = Typist(draw)
    ids = tuple(draw(st.permutations(IDS)))[: typist.number(1, 3)]
    lines = ["excerpts" + typist.colon(), *_excerpts(typist, ids)]
    text = typist.one(HEADS) + "\n".join(lines) + "\n" + typist.one(TAILS)
    if typist.yes(4):
        text = text.rstrip("\n")
    text = text.replace("\n", typist.one(("\n", "\n", "\r\n", "\r")))
    return _without_signs(text, ids, mark=typist.yes(4))


def _excerpts(typist: Typist, ids: Sequence[str]) -> list[str]:
    if not typist.tidy and typist.yes(8):
        blocks = ["\n".join(typist.excerpt_in_braces(one, 4)) for one in ids]
        first, *more = typist.braces("[]", blocks, 2, on_lines=True)
        return [f"  {first}", *more]
    at, gap = typist.number(0, 4), typist.number(1, 3)
    lines = []
    for name in ids:
        column = at + 1 + gap
        whole = typist.excerpt(name, column)
        if not typist.tidy and typist.yes(4):
            whole = typist.excerpt_in_braces(name, column)
            whole[-1] += typist.remark()
        lines += [*typist.between(at), " " * at + "-" + " " * gap + whole[0], *whole[1:]]
    return lines


def _without_signs(text: str, ids: tuple[str, ...], *, mark: bool) -> Typed:
    """The text without its private signs, and where they stood."""
    spans: dict[str, tuple[int, int]] = {}
    bare = ""
    for sign in text:
        number = ord(sign) - 0xE010
        if 0 <= number < 0x20:
            name, at = IDS[number % 0x10], len(bare)
            spans[name] = (spans[name][0], at) if number >= 0x10 else (at, at)
        else:
            bare += sign
    return Typed(bare, spans, ids, mark)


@dataclass(frozen=True)
class TypedCodes:
    """A second coder's file as typed; `codes` are the values of their codes."""

    text: str
    codes: dict[str, str]
    mark: bool

    @property
    def data(self) -> bytes:
        return ("\ufeff" * self.mark + self.text).encode()


@st.composite
def typed_codings(draw: st.DrawFn) -> TypedCodes:
    """A second coder's file with codes for up to three excerpts."""
    typist = Typist(draw)
    ids = tuple(draw(st.permutations(IDS)))[: typist.number(0, 3)]
    head = typist.one(("source: s1\ncoder: cd\n", "# mine\n---\ncoder: 'CD'\n\nsource: s1 # one\n"))
    tail = typist.one(("", "", "\n\n", "# the end\n", " # x1: []\n", "...\n"))
    lines = _coded(typist, ids) if ids else ["codes: " + typist.one(("{}", "{ }", "{ # none\n }"))]
    text = head + "\n".join(lines) + "\n" + tail
    text = text.rstrip("\n") if typist.yes(4) else text
    text = text.replace("\n", typist.one(("\n", "\n", "\r\n", "\r")))
    typed = _without_signs(text, ids, mark=typist.yes(4))
    values = {name: typed.text[start:end] for name, (start, end) in typed.codes.items()}
    return TypedCodes(typed.text, values, typed.mark)


def _coded(typist: Typist, ids: Sequence[str]) -> list[str]:
    if not typist.tidy and typist.yes(4):
        items = []
        for name in ids:
            typist.sign(name)
            first, *more = typist.codes(4, within_braces=True)
            items.append("\n".join([f"{name}:{first}", *more]))
        first, *more = typist.braces("{}", items, 0, on_lines=True)
        return [f"codes: {first}", *more]
    at = typist.number(1, 4)
    lines = ["codes:" + typist.remark()]
    for name in ids:
        typist.sign(name)
        lines += typist.between(at)
        first, *more = typist.codes(at, within_braces=False)
        lines += [" " * at + typist.plain(name) + typist.colon() + first, *more]
    return lines
