"""Partnerships and imperatives by the names that people give them on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.load.choose import choose, choose_imperative, folders
from gapcheck.load.unknown_name import UnknownName

from .studies import LSP, POLICY, SOUND, Files, loaded, write

TWO: Files = {
    "evidence/south/lsp.yaml": str(SOUND[LSP])
    .replace("lsp: north", "lsp: south")
    .replace("North Board", "Southern Forum"),
    "policies/other.yaml": str(SOUND[POLICY])
    .replace("policy: guidance", "policy: other")
    .replace("id: papers", "id: minutes"),
}


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ((), ()),
        (("north",), ("north",)),
        (("North Board", "north/"), ("north",)),
        (("SOUTH", " southern forum "), ("south",)),
        (("south", "north"), ("south", "north")),
    ],
)
def test_a_partnership_by_id_or_name(
    tmp_path: Path, names: tuple[str, ...], found: tuple[str, ...]
) -> None:
    assert choose(loaded(tmp_path, TWO)[0], names) == found


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nort", "No partnership is called nort. Did you mean north?"),
        ("Southern Form", "No partnership is called Southern Form. Did you mean south?"),
        ("xyz", "No partnership is called xyz. There are: north, south."),
        ("lost", "lost cannot be judged: `gapcheck check evidence/lost` says why."),
    ],
)
def test_an_unknown_partnership(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(UnknownName) as caught:
        choose(loaded(tmp_path, TWO)[0], ("north", name), {"lost"})
    assert str(caught.value) == said


def test_no_partnership_at_all(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match=r"^No partnership is called x\. There are: none\.$"):
        choose(loaded(tmp_path, {LSP: None})[0], ("x",))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("papers", "guidance/papers"),
        (" minutes ", "other/minutes"),
        ("other/seats", "other/seats"),
    ],
)
def test_an_imperative_by_name(tmp_path: Path, name: str, found: str) -> None:
    assert choose_imperative(loaded(tmp_path, TWO)[0], name).name == found


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("seats", "Several imperatives are called seats: write guidance/seats or other/seats."),
        ("paper", "No policy has the imperative paper. Did you mean papers?"),
        ("other/seat", "No policy has the imperative other/seat. Did you mean other/seats?"),
        ("x", "No policy has the imperative x. `gapcheck list imperatives` names them all."),
    ],
)
def test_no_one_imperative(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(UnknownName) as caught:
        choose_imperative(loaded(tmp_path, TWO)[0], name)
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["north"], ("north",)),
        (["north/", "south", "north"], ("north", "south")),
        (["north", "Southern Forum"], ()),
        (["../north"], ()),
        (["north/../south"], ()),
        ([], ()),
    ],
)
def test_the_folders_that_need_to_be_opened(
    tmp_path: Path, names: list[str], found: tuple[str, ...]
) -> None:
    assert folders(write(tmp_path, {**SOUND, **TWO}), names) == found
