"""The lock: the same bytes for the same notes, one a line, and a place for whatever is wrong."""

from __future__ import annotations

from types import MappingProxyType

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.lock import FORMAT, Broken, Lock, from_text, noted, to_text

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
LOCKS = st.dictionaries(NAMES, HASHES, max_size=6).map(lambda one: Lock(MappingProxyType(one)))


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
