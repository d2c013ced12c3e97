"""A text as the row of its words: what two passages are compared by, and where each word stands.

Case, punctuation, line ends, the shape of quotation marks and dashes, and sounds of hesitation
make no difference between two rows. A figure keeps its digits and a word its accents.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field

# What may stand within a word: an apostrophe, a hyphen (also one that parts it at the end of a
# line), a dash or a comma between figures, and characters that are not seen.
_WITHIN = (
    r"(?:['’‘´′`\u00ad\u200b-\u200d\u2060]"
    r"|[-‐‑](?:[ \t]*\n[ \t]*)?"
    r"|(?<=\d)[–,](?=\d))"
)
# Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic. More of them on one letter
# are nobody's writing, and putting them in order takes long.
_ACCENTS = r"[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670]{0,4}"
_LETTERS = rf"(?:[^\W_]+{_ACCENTS})+"
_WORD = re.compile(rf"{_LETTERS}(?:{_WITHIN}{_LETTERS})*")
# From Devanagari to Sinhala vowels are signs of their own, which count as no letters.
_INDIC = r"[\u0900-\u0963\u0966-\u0dff]"
# Thai, Lao, Burmese, Khmer, Japanese and Chinese: no blanks stand between words.
_UNSPACED = (
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff]"
)
_OTHER = re.compile(rf"{_INDIC}|{_UNSPACED}")
_SPACED = rf"(?:(?:(?!{_UNSPACED})[^\W_]|{_INDIC}){_ACCENTS})+"
_SIGN_OR_WORD = re.compile(rf"{_UNSPACED}[\u3099\u309a]?|{_SPACED}(?:{_WITHIN}{_SPACED})*")
# Signs for an apostrophe of which one counts as a letter, and one comes apart into a blank.
_SILENT = str.maketrans("", "", "ʼ´")
_HESITATIONS = frozenset({"um", "umm", "uhm", "uh", "uhh", "erm", "er", "mm", "mmm", "hmm", "mhm"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in a row, each between two blanks (` we sit on the board `).

    `places` says where each begins in the row; `starts` and `ends` where it stands in the text,
    in code points, the end exclusive.
    """

    row: str = field(repr=False)
    places: array[int] = field(repr=False)
    starts: array[int] = field(repr=False)
    ends: array[int] = field(repr=False)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where in the text the words stand that the row holds from `first` to before `last`."""
        begin = max(0, bisect_right(self.places, first) - 1)
        end = max(begin, bisect_right(self.places, last - 1) - 1)
        return self.starts[begin], self.ends[end]


def words_of(text: str) -> Words:
    """The words of a text, and where each of them stands in it."""
    row: list[str] = []
    places, starts, ends = array("I"), array("I"), array("I")
    at = 1
    small = text.lower() if text.isascii() else text
    for found in _form(text).finditer(small):
        word = found[0]
        if not (word.isascii() and word.isalnum() and word.islower()):
            word = _plain(word)
        if not word or word in _HESITATIONS:
            continue
        row.append(word)
        places.append(at)
        starts.append(found.start())
        ends.append(found.end())
        at += len(word) + 1
    return Words(f" {' '.join(row)} ", places, starts, ends)


def row_of(text: str) -> str:
    """The words of a text, parted by single blanks."""
    plain = (_plain(one) for one in _form(text).findall(text))
    return " ".join(word for word in plain if word and word not in _HESITATIONS)


def _form(text: str) -> re.Pattern[str]:
    """How words are told apart in a text; of a script without blanks every sign is one."""
    return _SIGN_OR_WORD if not text.isascii() and _OTHER.search(text) else _WORD


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower() if word.isalnum() else "".join(filter(str.isalnum, word)).lower()
    folded = unicodedata.normalize("NFKC", word.translate(_SILENT)).casefold()
    return "".join(one for one in folded if one.isalnum() or unicodedata.category(one)[0] == "M")
