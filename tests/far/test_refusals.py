"""What cannot be had from an address: one sentence, exit code 2, and no secret in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from cli.calls import Call
from cli.studies import study
from fsspec.registry import known_implementations

from gapcheck.far.address import is_address, path_for, shown

from .places import Wire, in_memory, over_a_wire

SENTENCES = {
    "s4x://bucket/study": "There is no protocol `s4x`. There are s3, gs, az, https and others.",
    "memry://study": "There is no protocol `memry`. Did you mean `memory`?",
    "dir::htps://here/study": "There is no protocol `htps`. Did you mean `https`?",
    "file:///nowhere/at/all": "At file:///nowhere/at/all there is nothing.",
    "simplecache::memory://far": (
        "simplecache:: would lay copies of the study down here: leave it out."
    ),
    "blockcache::memory://far": (
        "blockcache:: would lay copies of the study down here: leave it out."
    ),
}


@pytest.mark.parametrize(("url", "said"), SENTENCES.items(), ids=SENTENCES)
def test_addresses_that_lead_nowhere(call: Call, url: str, said: str) -> None:
    for command in ("check", "report", "match"):
        done = call(command, "--study", url)
        assert (done.code, done.out, done.err) == (2, "", f"{said}\n")


def test_what_is_there_is_no_study(call: Call) -> None:
    done = call("--study", "memory://far", "report")
    assert done.code == 2
    assert done.err.splitlines()[0] == (
        "memory://far is no study: it holds no gapcheck.yaml, policies/ and evidence/."
    )


ERRORS = {
    "there is no bucket": (FileNotFoundError(), "At wire://far there is nothing."),
    "no permission": (PermissionError("key:secret"), "At wire://far you are not let in."),
    "no network": (
        ConnectionError("key:secret"),
        "wire://far cannot be reached (ConnectionError).",
    ),
    "an error of its own": (ValueError("secret"), "wire://far cannot be reached (ValueError)."),
}


@pytest.mark.parametrize(("error", "said"), ERRORS.values(), ids=ERRORS)
def test_a_store_that_does_not_answer(
    call: Call, wire: type[Wire], tmp_path: Path, error: Exception, said: str
) -> None:
    over_a_wire(study(tmp_path / "s"))
    wire.cut = error
    done = call("check", "--study", "wire://key:sec/ret@far")
    assert (done.code, done.out, done.err) == (2, "", f"{said}\n")


def test_a_package_that_is_not_installed(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = {"class": "not_installed.Files", "err": "Install notinstalled to read there."}
    monkeypatch.setitem(known_implementations, "odd", missing)
    done = call("check", "--study", "odd://user:secret@host/study")
    assert (done.code, done.err) == (
        2,
        "odd:// needs a package that is not installed: Install notinstalled to read there.\n",
    )


def test_without_the_extra_it_says_what_to_install() -> None:
    program = (
        "import sys; sys.modules['fsspec'] = None\n"
        "sys.argv = ['gapcheck', 'check', '--study', 'memory://far']\n"
        "from gapcheck.cli.app import run\nsys.exit(run())"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert found.returncode == 2
    assert found.stderr.decode() == (
        'This format needs a package that is not installed: pip install "gapcheck[remote]"\n'
    )


def test_a_study_on_a_disk_needs_nothing_of_it(tmp_path: Path) -> None:
    program = (
        f"import sys; sys.argv = ['gapcheck', 'report', '--study', {str(study(tmp_path))!r}]\n"
        "from gapcheck.cli.app import run\nrun()\n"
        "far = sorted(name for name in sys.modules if 'fsspec' in name or '.far.' in name)\n"
        "print(far, file=sys.stderr)"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    own = [f"gapcheck.far.{name}" for name in ("address", "stores", "unreachable")]
    assert found.stderr.decode() == f"{own}\n"


WRITERS = (
    ("code", "northtown/int-vcs-01", "x1", "pay-in-advance"),
    ("review",),
    ("review", "--suspect"),
    ("signoff", "northtown", "pay-in-advance", "--by", "B", "--reason", "R"),
    ("new", "policy", "guidance"),
    ("import", "project.qdpx"),
    ("diff", "HEAD"),
)


@pytest.mark.parametrize("words", WRITERS, ids=" ".join)
def test_who_writes_or_asks_git_needs_a_disk(call: Call, words: tuple[str, ...]) -> None:
    done = call(*words, "--study", "s3://key:secret@bucket/study")
    assert (done.code, done.out, done.err) == (
        2,
        "",
        "s3://bucket/study is no folder on a disk: there work only check, report, explain, match, "
        "plan, agreement, list, export and schema.\n",
    )


def test_a_new_study_begins_on_a_disk(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = call("init", "s3://bucket/study")
    assert done.code == 2
    assert done.err.startswith("s3://bucket/study is no folder on a disk")
    assert list(tmp_path.iterdir()) == []


def test_single_files_are_checked_on_a_disk(call: Call, tmp_path: Path) -> None:
    url = in_memory(study(tmp_path / "s"))
    for path in ("evidence/northtown", "-"):
        done = call("check", path, "--study", url)
        assert (done.code, done.err) == (
            2,
            "PATH names files on a disk: a study at an address is checked whole.\n",
        )


SHOWN = {
    "s3://bucket/study": "s3://bucket/study",
    "s3://key:secret@bucket/study": "s3://bucket/study",
    "s3://key:sec/ret+@bucket/study": "s3://bucket/study",
    "https://token@host/study?sig=secret": "https://host/study",
    "dir::sftp://me:secret@host/study": "dir::sftp://host/study",
    "zip://in::https://a:b@host/c.zip?x=secret": "zip://in::https://host/c.zip",
}


@pytest.mark.parametrize(("url", "text"), SHOWN.items(), ids=SHOWN)
def test_nothing_that_lets_anybody_in_is_shown(url: str, text: str) -> None:
    assert shown(url) == text
    assert "secret" not in str(path_for(url))


def test_what_an_address_is() -> None:
    for text in ("study", "/s3/study", "C:\\study", "C:/study", "c://study", "a::b", "./s3://x"):
        assert not is_address(text)
    for text in ("s3://b", "memory://", "dir::file:///x", "zip://a::s3://b", "abfs://c@a/x"):
        assert is_address(text)
