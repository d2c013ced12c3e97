"""Colour, paging, pipes of any encoding, closed pipes, and unforeseen trouble."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any, TextIO

import pytest

from gapcheck.cli import app
from gapcheck.reports.screen import Screen, make_console

from .calls import Call, alone
from .studies import FIVE_ERRORS, SETTINGS, SHIPPED, study

ESCAPE = "\x1b["
EVERY = [
    (),
    ("check",),
    ("report",),
    ("report", "northtown"),
    ("explain", "northtown", "pay-in-advance"),
    ("explain", "pay-in-advance"),
    ("list", "imperatives"),
    ("list", "sources"),
    ("rules",),
    ("rules", "duplicate-key"),
]
DRAWN = [words for words in EVERY if words and words[0] in ("check", "report", "explain", "list")]


@pytest.fixture
def bad(root: Path) -> Path:
    return study(root, {"evidence/northtown/int-vcs-03.yaml": FIVE_ERRORS})


@pytest.mark.parametrize("words", EVERY)
def test_a_pipe_gets_no_colour(call: Call, bad: Path, words: tuple[str, ...]) -> None:
    done = call(*words)
    assert done.out
    assert ESCAPE not in done.out


@pytest.mark.parametrize("words", DRAWN)
def test_a_terminal_gets_colour_unless_no_color_is_set(
    call: Call, bad: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    def pager(text: str) -> None:
        sys.stdout.write(text)

    monkeypatch.setattr("pydoc.pager", pager)
    assert "38;5;" in call.on_terminal(*words).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "38;5;" not in call.on_terminal(*words).out


def test_force_color_colours_a_pipe(call: Call, bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert ESCAPE in call("check").out


@pytest.mark.parametrize("words", DRAWN)
def test_ascii_is_ascii(call: Call, bad: Path, words: tuple[str, ...]) -> None:
    assert call(*words, "--ascii").out.isascii()


def paged(call: Call, patch: pytest.MonkeyPatch, *words: str) -> list[str]:
    seen: list[str] = []
    patch.setattr("pydoc.pager", seen.append)
    call.on_terminal(*words)
    return seen


@pytest.mark.parametrize(
    "words",
    [("report",), ("explain", "pay-in-advance"), ("list", "imperatives"), ("rules",)],
)
def test_what_is_long_is_paged_on_a_terminal(
    call: Call, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(SHIPPED)
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("COLUMNS", "80")
    (text,) = paged(call, monkeypatch, *words)
    assert text.count("\n") >= 24
    assert not paged(call, monkeypatch, *words, "--no-pager")
    assert not call(*words).err


def test_what_is_short_and_what_check_finds_is_never_paged(
    call: Call, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINES", "10")
    assert paged(call, monkeypatch, "report")
    assert not paged(call, monkeypatch, "check")
    assert not paged(call, monkeypatch, "list", "themes")
    assert "paper flow" in call.on_terminal("list", "themes").out


def test_an_old_windows_console_is_drawn_on_directly(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def old(stream: TextIO, **named: Any) -> Screen:
        console = make_console(stream, **named)
        console.legacy_windows = True
        return console

    shown = call("list", "themes")
    monkeypatch.setattr("gapcheck.reports.screen.make_console", old)
    assert call("list", "themes") == shown


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("words", [("report", "northtown"), ("check",), ()])
def test_a_pipe_that_is_not_utf8_gets_what_it_can_carry(
    bad: Path, encoding: str, words: tuple[str, ...]
) -> None:
    (bad / "gapcheck.yaml").write_text("study: Pawb â’u llais ŵ\n", "utf-8")
    done = alone(*words, cwd=bad, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (words == ("check",), b"")
    text = done.stdout.decode(encoding)
    assert text
    assert not set("●○│─“”▒█") & set(text) - set("“”" if encoding == "cp1252" else "")
    if not words:
        assert "\\u0175" in text


def test_the_c_locale_is_no_trouble(bad: Path) -> None:
    for words in (("report",), ("check",), ("report", "-f", "json")):
        done = alone(*words, cwd=bad, LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
        assert done.returncode == (words == ("check",))
        assert b"Traceback" not in done.stderr


def test_formats_for_programs_are_utf8_on_every_pipe(bad: Path) -> None:
    for form in ("json", "markdown"):
        plain = alone("report", "-f", form, cwd=bad)
        assert alone("report", "-f", form, cwd=bad, PYTHONIOENCODING="ascii").stdout == plain.stdout
        plain.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("report", "--no-pager"), 0),
        (("report", "-f", "json"), 0),
        (("report", "--fail-on", "unknown"), 1),
    ],
)
def test_a_reader_that_goes_away_changes_no_exit_code(words: tuple[str, ...], code: int) -> None:
    done = alone(*words, cwd=SHIPPED, shell="| head -c 1 >/dev/null")
    said = [line for line in done.stderr.decode().splitlines() if not line.startswith("--fail-on")]
    assert (done.returncode, said) == (code, [])


class Gone(io.StringIO):
    """A pipe that nobody reads any more; its descriptor is that of a file of the test."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.file = path.open("w")

    def write(self, text: str) -> int:
        if text:
            raise BrokenPipeError
        return 0

    def fileno(self) -> int:
        return self.file.fileno()


@pytest.mark.parametrize("words", [(), ("report",), ("report", "-f", "json")])
def test_a_closed_pipe_is_silence(
    call: Call, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    gone = Gone(tmp_path / "pipe")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", gone)
        done = call(*words)
    gone.file.close()
    assert (done.code, done.err) == (0, "")


SECRET = "Zxqvmark said so"


def breaks(*_: object, **__: object) -> None:
    raise ValueError(SECRET)


def test_an_unforeseen_error_is_one_sentence_without_what_was_read(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gapcheck.cli.wanted.analyse", breaks)
    done = call("report")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("gapcheck itself failed: ValueError in test_streams.py:")
    assert done.err.endswith("That is a fault in gapcheck; GAPCHECK_DEBUG=1 shows where.\n")
    assert done.err.count("\n") == 1
    assert "Zxqvmark" not in done.err


def test_an_error_without_a_place_is_named_all_the_same() -> None:
    assert app._last_words(KeyError(SECRET)) == "KeyError"


def test_debugging_shows_where(call: Call, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gapcheck.cli.wanted.analyse", breaks)
    monkeypatch.setenv("GAPCHECK_DEBUG", "1")
    with pytest.raises(ValueError, match="said so"):
        call("report")


def test_ctrl_c_is_no_finding(call: Call, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("gapcheck.cli.wanted.analyse", interrupted)
    assert call("report").code == 130


def test_a_stream_without_bytes_below_takes_the_text(
    call: Call, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = call("report", "-f", "json").out
    assert call.on_terminal("report", "-f", "json").out == shown


def test_the_title_of_the_study_cannot_command_the_terminal(call: Call, root: Path) -> None:
    (root / "gapcheck.yaml").write_text(f'{SETTINGS.strip()}\nquestion: "\\e[2J \\x9b"\n')
    for words in ((), ("report",), ("report", "-f", "json"), ("report", "-f", "markdown")):
        assert not set("\x1b\x9b") & set(call(*words).out)
