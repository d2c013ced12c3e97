"""OpenDocument and rich texts: what comes of pandoc's page, and what is said without pandoc."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from io import BytesIO
from typing import Any

import pytest

from gapcheck.importers.interviews.decoding import LONGEST
from gapcheck.importers.interviews.run import read_interview
from gapcheck.model.unfit import Unfit

from .shown import document

PAGE = """\
<h1 id="x">A talk</h1>
<p><strong>P03:</strong> We sat &amp;
voted.<br />
Often.</p>
<blockquote><p><b>INT:</b> Where?</p></blockquote>
<table><tbody><tr class="odd"><td><p>P03</p></td><td><p>There.</p><p>Or
not.</p><table><tr><td>x</td></tr></table></td></tr>
<tr><td>INT</td><td>I see it now.</td></tr></tbody></table>
"""


def answering(monkeypatch: pytest.MonkeyPatch, **said: Any) -> list[Any]:
    """A pandoc that says so; what it was called with."""
    calls: list[Any] = []

    def run(command: list[str], **options: Any) -> subprocess.CompletedProcess[bytes]:
        calls.append((command, options["input"]))
        if isinstance(said.get("error"), Exception):
            raise said["error"]
        return subprocess.CompletedProcess(command, said.get("code", 0), said.get("out", b""), b"x")

    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", run)
    return calls


def test_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = answering(monkeypatch, out=PAGE.encode())
    found = document(read_interview("a.rtf", b"{\\rtf1 x}"))
    assert found.text == (
        "P03: We sat & voted. Often.\nINT: Where?\nP03: There. Or not. x\nINT: I see it now.\n"
    )
    ((command, given),) = calls
    assert command[-5:] == ["--sandbox", "-f", "rtf", "-t", "html"]
    assert given == b"{\\rtf1 x}"


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"code": 64}, "pandoc could not read it (exit code 64)"),
        (
            {"error": subprocess.TimeoutExpired("pandoc", 60)},
            "pandoc did not come to an end with it in 60 seconds",
        ),
        ({"error": PermissionError(13, "denied")}, "pandoc could not be started: denied"),
        ({"out": bytes(8 * LONGEST + 1)}, "its text is larger than any transcript"),
    ],
)
def test_what_goes_wrong(monkeypatch: pytest.MonkeyPatch, said: Any, message: str) -> None:
    answering(monkeypatch, **said)
    with pytest.raises(Unfit) as caught:
        read_interview("a.rtf", b"{\\rtf1 x}")
    assert caught.value.message == message


@pytest.mark.parametrize("kind", ["odt", "rtf"])
def test_without_pandoc(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(Unfit) as caught:
        read_interview(f"a.{kind}", b"x")
    assert caught.value.message == (
        f".{kind} files are read through the program pandoc, which is not installed"
    )
    assert "install pandoc" in caught.value.help.lower()
    assert ".docx" in caught.value.help


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
CONTENT = f"""\
<office:document-content xmlns:office="{OFFICE}office:1.0" xmlns:text="{OFFICE}text:1.0">
<office:body><office:text><text:p>P03: We sat.</text:p><text:p>INT: Where?</text:p></office:text>
</office:body></office:document-content>"""
STYLES = f"""\
<office:document-styles xmlns:office="{OFFICE}office:1.0"><office:styles/>
<office:automatic-styles/><office:master-styles/></office:document-styles>"""


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="needs pandoc")
def test_the_real_one() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", CONTENT)
        archive.writestr("styles.xml", STYLES)
        archive.writestr("Pictures/a.png", b"x" * 1_000)
    found = read_interview("a.odt", stream.getvalue())
    assert document(found).text == "P03: We sat.\nINT: Where?\n"
    rich = rb"{\rtf1\ansi {\b P03:} We sat \u8217? there.\par {\b INT:} Where?\par}"
    assert document(read_interview("a.rtf", rich)).text == "P03: We sat ’there.\nINT: Where?\n"


def test_an_opendocument_bomb_is_not_given_to_pandoc(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = answering(monkeypatch)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", b" " * (97 << 20))
    with pytest.raises(Unfit, match="larger than any transcript"):
        read_interview("a.odt", stream.getvalue())
    assert not calls
