"""What can be seen is shown as it is, and everything else is written out."""

from __future__ import annotations

import pytest

from gapcheck.reports.inert import visible

HIDDEN = (
    *((0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E)),
    *((0x200B, 0x200B), (0x200E, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F)),
    *((0xD800, 0xDFFF), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xE0000, 0xE007F)),
)


@pytest.mark.parametrize("around", ["", "é", "中"])
def test_every_character_that_can_do_something_unseen_is_written_out(around: str) -> None:
    for first, last in HIDDEN:
        for number in range(first, last + 1):
            shown = visible(f"{around}{chr(number)}{around}")
            assert shown.isprintable(), f"{number:x}"
            assert f"{number:x}" in shown


def test_letters_of_every_script_and_marks_of_text_stay() -> None:
    text = "Þótt “þeir” sögðu – já…\u00a0नमस्ते مرحبا 你好 🙂"
    assert visible(text) is text
    assert visible("one\ttwo\n") == "one\ttwo\n"
    assert visible("a\u202eb\x1b[0m") == "a\\u202eb\\x1b[0m"
    assert visible("می\u200cخواهم") == "می\u200cخواهم"
    assert visible("a\u200cb") == "a\\u200cb"
