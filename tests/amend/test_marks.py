"""Edits and the marks on them: the old text can always be had back."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gapcheck.amend.marks import Edit, Mark, Marks, edited, marked, restored

TEXTS = st.text(alphabet="ab\n", max_size=12)


@st.composite
def edits(draw: st.DrawFn, text: str) -> list[Edit]:
    """Edits of a text in any order that do not overlap."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    made = [Edit(start, end, draw(st.text(alphabet="XY", max_size=3))) for start, end in pairs]
    return made if draw(st.booleans()) else made[::-1]


def test_edits_are_made_where_they_belong_whatever_their_order() -> None:
    made = [Edit(3, 4, "D"), Edit(0, 0, "x"), Edit(0, 0, "y"), Edit(4, 4, "!")]
    assert edited("abcd", made) == "xyabcD!"
    assert marked("abcd", (), made) == (Mark(0, 2), Mark(5, 7, "d"))


def test_marks_that_touch_become_one() -> None:
    first = marked("abcdef", (), [Edit(2, 3, "X")])
    assert first == (Mark(2, 3, "c"),)
    assert marked("abXdef", first, [Edit(3, 4, "Y")]) == (Mark(2, 4, "cd"),)
    assert marked("abXdef", first, [Edit(1, 2, "")]) == (Mark(1, 2, "bc"),)
    assert marked("abXdef", first, [Edit(0, 6, "Z")]) == (Mark(0, 1, "abcdef"),)
    assert marked("abXdef", first, [Edit(0, 0, "Z"), Edit(5, 5, "Z")]) == (
        Mark(0, 1),
        Mark(3, 4, "c"),
        Mark(6, 7),
    )


@given(TEXTS, st.data())
def test_the_old_text_can_be_had_back(text: str, data: st.DataObject) -> None:
    now = text
    marks: Marks = ()
    for _ in range(data.draw(st.integers(1, 4))):
        made = data.draw(edits(now))
        now, marks = edited(now, made), marked(now, marks, made)
        assert restored(now, marks) == text
        ends = [at for mark in marks for at in (mark.start, mark.end)]
        assert ends == sorted(ends)
        assert all(one.end < other.start for one, other in pairwise(marks))
