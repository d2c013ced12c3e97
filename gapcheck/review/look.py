"""How a sitting looks: in the terminal's own colours."""

from __future__ import annotations

from typing import Final

CSS: Final = """
Screen, ModalScreen, VerticalScroll, Static { background: ansi_default; color: ansi_default; }
#keys { dock: bottom; height: auto; }
.dialog {
    background: ansi_default; border: round ansi_default;
    padding: 0 1; width: 100%; height: auto; max-height: 90%; dock: bottom;
}
Input, TextArea, OptionList { background: ansi_default; color: ansi_default; border: none; }
Input { height: 1; padding: 0; }
OptionList { height: auto; max-height: 12; }
OptionList > .option-list--option-highlighted {
    text-style: reverse; background: ansi_default; color: ansi_default;
}
TextArea { height: 6; }
"""
"""The style of every screen of this room."""
