"""`gapcheck check` with and without what it remembers, in one process and in several."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from load.studies import INT, LSP, POLICY, SETTINGS, SOUND, write

from gapcheck.cache import FOLDER
from gapcheck.cli.app import run
from gapcheck.sweep import hands

WRONG = str(SOUND[INT]).replace("papers: absent", "papres: absent")


def said(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *options: str
) -> tuple[int, str]:
    arguments = ["gapcheck", "check", "--study", str(root), "--format", "text", *options]
    monkeypatch.setattr(sys, "argv", arguments)
    code = run()
    return code, capsys.readouterr().out


def test_every_way_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "study"
    root.mkdir()
    write(root, {**SOUND, INT: WRONG})
    cache = tmp_path / "cache"
    monkeypatch.setenv(FOLDER, str(cache))
    monkeypatch.setattr(hands, "FEW", 1)
    cold = said(root, monkeypatch, capsys, "--no-cache", "--jobs", "1")
    assert cold[0] == 1
    assert "papres" in cold[1]
    assert not cache.exists()
    assert said(root, monkeypatch, capsys, "--no-cache", "--jobs", "2") == cold
    for _ in range(2):
        assert said(root, monkeypatch, capsys) == cold
        assert cache.exists()


def test_no_process_at_all_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(write(tmp_path), monkeypatch, capsys, "--jobs", "0")[0] == 2


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX systems send them")
@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_is_ended_leaves_a_cache_that_the_next_can_use(
    kind: signal.Signals, tmp_path: Path
) -> None:
    root = tmp_path / "study"
    root.mkdir()
    write(root, {**SOUND, INT: WRONG})
    for number in range(40):
        text = WRONG.replace("source: int", f"source: int{number}")
        write(root, {f"evidence/north/int{number}.yaml": text})
    program = [sys.executable, "-m", "gapcheck", "check", "--study", str(root), "-f", "text"]
    environment = {**os.environ, FOLDER: str(tmp_path / "cache")}
    for wait in (0.2, 0.3, 0.4, 0.5):
        with subprocess.Popen(
            program, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as running:
            time.sleep(wait)
            running.send_signal(kind)
            # Before the first line of gapcheck is read, Python itself may say what it likes.
            assert b"gapcheck/" not in running.communicate()[1]
    ended = subprocess.run(program, env=environment, capture_output=True, check=False)
    fresh = subprocess.run(
        [*program, "--no-cache"], env=environment, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (fresh.returncode, fresh.stdout)
    assert ended.stdout.count(b"papres") >= 41


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX systems send them")
@pytest.mark.parametrize("words", [("check", "--no-cache"), ("report", "-f", "json")])
@pytest.mark.parametrize("everybody", [True, False], ids=["Ctrl-C", "the first is killed"])
def test_of_a_run_that_is_ended_no_process_stays_and_none_says_a_word(
    words: tuple[str, ...], everybody: bool, tmp_path: Path
) -> None:
    text = SOUND[INT]
    assert isinstance(text, str)
    many = {
        f"evidence/{lsp}/int{number}.yaml": text.replace("source: int", f"source: int{number}")
        for lsp in [f"place{number}" for number in range(8)]
        for number in range(30)
    }
    homes = {
        f"evidence/place{number}/lsp.yaml": str(SOUND[LSP]).replace("north", f"place{number}")
        for number in range(8)
    }
    root = write(tmp_path, {SETTINGS: SOUND[SETTINGS], POLICY: SOUND[POLICY], **homes, **many})
    program = [sys.executable, "-m", "gapcheck", *words, "--jobs", "2", "--study", str(root)]
    environment = {**os.environ, FOLDER: str(tmp_path / "cache")}
    for wait in (0.5, 0.9):
        with subprocess.Popen(
            program,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        ) as running:
            time.sleep(wait)
            if everybody:
                os.killpg(running.pid, signal.SIGINT)
            else:
                running.kill()
            said = running.communicate(timeout=60)[1]
        assert b"gapcheck/" not in said
        assert b"spawn" not in said
        assert gone(running.pid)


def gone(group: int) -> bool:
    """Whether within some seconds nobody of a group of processes is left."""
    for _ in range(200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
