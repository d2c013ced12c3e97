"""Workers of a cluster read a study from where it lies, or say why they cannot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cli.calls import Call
from cli.studies import study
from sweep.agreement import both
from sweep.dask_cluster import MAY_LEAVE_OPEN, Dask, dask_with
from sweep.test_agreement import copied

from gapcheck.far.stores import opened
from gapcheck.sweep import hands
from gapcheck.sweep.crews import Cluster
from gapcheck.sweep.hands import Several
from gapcheck.sweep.jobs import Ground
from gapcheck.sweep.no_cluster import NoCluster
from gapcheck.sweep.parts import parcel

from .places import in_memory
from .test_same_bytes import same

pytestmark = MAY_LEAVE_OPEN


@pytest.fixture(scope="module")
def dask() -> Iterator[Dask]:
    with dask_with(2) as found:
        yield found


@pytest.mark.parametrize("command", ["check", "report"])
def test_the_same_bytes(call: Call, dask: Dask, tmp_path: Path, command: str) -> None:
    root = copied(tmp_path, {})
    here = call(command, "-f", "json", "--study", root)
    for _ in range(2):
        url = root.as_uri()
        there = call(command, "-f", "json", "--study", url, "--cluster", dask.address)
        assert (there.code, there.out, there.err) == (here.code, here.out, here.err)


def test_workers_see_what_there_is_in_each_run(call: Call, dask: Dask, tmp_path: Path) -> None:
    root = study(tmp_path / "s")
    words = ("check", "-f", "json", "--cluster", dask.address)
    assert call(*words, "--study", root.as_uri()).code == 0
    study(root, {"evidence/southby/int-vcs-09.yaml": "source: ["})
    here = call("check", "-f", "json", "--study", root)
    there = call(*words, "--study", root.as_uri())
    assert here.code == 1
    assert there.out == here.out


def test_nobody_else_sees_what_lies_in_memory(call: Call, dask: Dask, tmp_path: Path) -> None:
    url = in_memory(study(tmp_path / "s"))
    done = call("check", "--study", url, "--cluster", dask.address)
    assert (done.code, done.out, done.err) == (
        2,
        "",
        "A worker cannot help: it sees another study at memory://far, or none.\n",
    )


ELSEWHERE = {
    "odd://key:secret@far": "There is no protocol `odd`. There are s3, gs, az, https and others.",
    "file:///nowhere/at/all": "At file:///nowhere/at/all there is nothing.",
}


@pytest.mark.parametrize(("url", "why"), ELSEWHERE.items(), ids=ELSEWHERE)
def test_a_worker_that_cannot_go_there_says_so(
    dask: Dask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, why: str
) -> None:
    def elsewhere(ground: Ground, *, far: bool = False) -> object:
        return replace(parcel(ground, far=far), root=url)

    monkeypatch.setattr(hands, "parcel", elsewhere)
    root = opened(study(tmp_path / "s").as_uri())
    with pytest.raises(NoCluster) as refused:
        both(root, None, Several(Cluster(dask.address)))
    assert str(refused.value) == f"A worker cannot help: {why}"


def test_no_secret_is_shown_of_what_is_sent(tmp_path: Path) -> None:
    root = opened(in_memory(study(tmp_path / "s")))
    ground = Ground(root, *[None] * 4)  # type: ignore[arg-type]
    sent = replace(parcel(ground), root="s3://key:secret@bucket/study")
    assert "secret" not in repr(sent)


def test_processes_that_read_from_there(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hands, "FEW", 1)
    root = study(tmp_path / "s", {"evidence/southby/int-vcs-09.yaml": "source: ["})
    same(call, root, root.as_uri(), "check", "-f", "json", "--jobs", "2", "--no-cache")
