"""The lock: the same bytes for the same notes, one a line, and a place for whatever is wrong."""

from __future__ import annotations

from types import MappingProxyType

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.lock import FORMAT, Broken, Lock, from_text, noted, to_text, with_codes, with_signoff

A, B = "a" * 64, "b" * 64
HEAD = "format: gapcheck-lock/1\n"
SAID = f'{HEAD}transcripts:\n  "transcripts/a.txt": {A}\n  "transcripts/b.txt": {B}\n'


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_one_line_for_each_in_order() -> None:
    lock = noted(noted(Lock(), "transcripts/b.txt", B), "transcripts/a.txt", A)
    assert lines(to_text(lock)) == SAID.splitlines()
    assert to_text(lock).startswith("# Written by gapcheck; keep it under version control.")
    assert from_text(to_text(lock)) == lock


def test_a_later_note_takes_the_place_of_an_earlier_one() -> None:
    lock = noted(from_text(SAID), "transcripts/a.txt", B)
    assert lock.transcripts == {"transcripts/a.txt": B, "transcripts/b.txt": B}
    assert from_text(SAID).transcripts["transcripts/a.txt"] == A


M, N, OLD = "a" * 14, "b" * 14, "aaaaaa" + "c" * 8
CODED = f"""{SAID}codes:
  "north/int x1": {M}
  "north/int x2": {M} {N}
signoffs:
  "north guidance/seats 2004": {M} {"d" * 16}
"""


def test_codes_and_sign_offs_stand_below_a_line_an_excerpt() -> None:
    lock = with_codes(from_text(SAID), "north/int", {"x2": (N, M, N), "x1": (M,), "x3": ()})
    lock = with_signoff(lock, "north guidance/seats 2004", f"{M} {'d' * 16}")
    assert lines(to_text(lock)) == CODED.splitlines()
    assert from_text(CODED) == lock
    assert lock.codes == {"north/int": f"x1 {M}\nx2 {M} {N}"}
    assert with_codes(lock, "north/int", {}).codes == {}


def test_both_sides_of_a_merge_are_what_has_to_be_confirmed() -> None:
    merged = CODED.replace("signoffs:", f'  "north/int x1": {OLD}\nsignoffs:')
    assert from_text(merged).codes["north/int"].splitlines()[0] == f"x1 {M} {OLD}"
    assert lines(to_text(from_text(merged)))[5] == f'  "north/int x1": {M} {OLD}'


def test_an_empty_lock() -> None:
    assert lines(to_text(Lock())) == [f"format: {FORMAT}"]
    assert from_text(to_text(Lock())) == Lock() == from_text(f"{HEAD}transcripts:\n")


@pytest.mark.parametrize("change", [str, lambda text: text.replace("\n", "\r\n"), str.rstrip])
def test_line_ends_comments_and_empty_lines(change: object) -> None:
    assert callable(change)
    text = change("# A note.\n\n" + SAID.replace("transcripts:\n", "\n# Another.\ntranscripts:\n"))
    assert from_text(text) == from_text(SAID)


def test_the_same_line_twice_as_merges_leave_it() -> None:
    assert from_text(f'{SAID}  "transcripts/a.txt": {A}\n') == from_text(SAID)


BROKEN = {
    "nothing": ("", 1, "it does not say that its format is gapcheck-lock/1"),
    "no format": (SAID.replace(HEAD, ""), 1, "it does not begin with `format: gapcheck-lock/1`"),
    "a newer format": (
        SAID.replace("lock/1", "lock/2"),
        1,
        "it is of another format: a newer gapcheck may have written it",
    ),
    "the format twice": (
        HEAD + HEAD,
        2,
        "it is of another format: a newer gapcheck may have written it",
    ),
    "a merge": (
        SAID.replace("  ", "<<<<<<< HEAD\n  ", 1),
        3,
        "a merge was left unfinished here",
    ),
    "the middle of a merge": (f"{SAID}=======\n", 5, "a merge was left unfinished here"),
    "two hashes": (
        f'{SAID}  "transcripts/a.txt": {B}\n',
        5,
        "line 3 notes another hash for the same name",
    ),
    "a code without its excerpt": (
        CODED.replace("north/int x1", "x1"),
        6,
        "codes are named by their file and their excerpt",
    ),
    "a code with a name too much": (
        CODED.replace("north/int x1", "north/int x1 x2"),
        6,
        "codes are named by their file and their excerpt",
    ),
    "a short mark": (CODED.replace(f'x1": {M}', 'x1": abc'), 6, "a mark of a code has 14 digits"),
    "a decision with one mark": (
        CODED.replace(f" {'d' * 16}", ""),
        9,
        "marks of 14 and of 16 digits belong to a sign-off",
    ),
    "a decision twice": (
        f'{CODED}  "north guidance/seats 2004": {N} {"d" * 16}\n',
        10,
        "line 9 notes another hash for the same name",
    ),
    "a short hash": (SAID.replace(A, "a" * 40), 3, "a hash has 64 digits"),
    "no hash": (
        SAID.replace(A, "abc xyz"),
        3,
        "this is neither a section nor an entry that this version knows",
    ),
    "another section": (
        f"{SAID}others:\n",
        5,
        "this is neither a section nor an entry that this version knows",
    ),
    "an entry before its section": (
        f'{HEAD}  "a.txt": {A}\n',
        2,
        "this is neither a section nor an entry that this version knows",
    ),
    "a name that is not quoted well": (
        SAID.replace("transcripts/a", "transcripts\\q"),
        3,
        "the name is not quoted as it should be",
    ),
}


@pytest.mark.parametrize(("text", "line", "why"), BROKEN.values(), ids=BROKEN)
def test_what_is_wrong_and_where(text: str, line: int, why: str) -> None:
    with pytest.raises(Broken) as caught:
        from_text(text)
    assert (caught.value.line, str(caught.value)) == (line, why)


NAMES = st.text(st.characters(exclude_categories=()), min_size=1, max_size=12)
HASHES = st.text("0123456789abcdef", min_size=64, max_size=64)
MARKS = st.text("0123456789abcdef", min_size=14, max_size=14)
IDS = st.from_regex("[A-Za-z0-9][A-Za-z0-9._-]{0,5}", fullmatch=True)
EXCERPTS = st.dictionaries(IDS, st.lists(MARKS, min_size=1, max_size=3), max_size=4)


@st.composite
def locks(draw: st.DrawFn) -> Lock:
    lock = Lock(MappingProxyType(draw(st.dictionaries(NAMES, HASHES, max_size=6))))
    for file, marks in draw(st.dictionaries(IDS, EXCERPTS, max_size=3)).items():
        lock = with_codes(lock, f"north/{file}", marks)
    for name in draw(st.lists(NAMES, max_size=3)):
        lock = with_signoff(lock, name, f"{draw(MARKS)} {draw(MARKS)}00")
    return lock


LOCKS = locks()


@given(LOCKS)
def test_a_lock_is_read_as_it_was_written(lock: Lock) -> None:
    text = to_text(lock)
    assert from_text(text) == lock
    assert text.isascii()
    assert to_text(from_text(text)) == text


@settings(deadline=None)
@given(st.dictionaries(st.text('ab/. é"\\\n', min_size=1, max_size=12), HASHES, max_size=6))
def test_it_is_yaml(transcripts: dict[str, str]) -> None:
    whole = yaml.load(to_text(Lock(MappingProxyType(transcripts))), yaml.BaseLoader)
    assert whole.get("transcripts", {}) == transcripts
    assert whole["format"] == FORMAT


@given(LOCKS, NAMES, HASHES, NAMES, HASHES)
def test_the_order_of_notes_changes_nothing(
    lock: Lock, one: str, first: str, other: str, second: str
) -> None:
    if one != other:
        both = noted(noted(lock, one, first), other, second)
        assert to_text(both) == to_text(noted(noted(lock, other, second), one, first))


@given(st.text(max_size=60))
def test_whatever_it_holds_it_is_read_or_refused(text: str) -> None:
    for whole in (text, HEAD + text, SAID + text):
        assert 0 <= refused_in(whole) <= max(1, len(whole.splitlines()))


def refused_in(text: str) -> int:
    """The line for which a text is refused; 0 where it is read."""
    try:
        from_text(text)
    except Broken as error:
        return error.line
    return 0
