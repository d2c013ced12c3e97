"""Every hostile file, in every role: named by the rule that fits, in its place, and no more lost.

The words of the file are never shown, and the program ends as it does for any file with an error.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.calls import Call
from load.studies import line

from gapcheck.analysis import examine
from gapcheck.diagnostic import Severity

from .promises import broken_by
from .roles import ROLES, SECRET, lay, missing
from .table import HARMLESS, HOSTILE, Case, Make


def test_there_are_enough() -> None:
    assert len(HOSTILE) >= 120
    assert {name for one in HOSTILE.values() for name in one.roles} == set(ROLES)


@pytest.mark.parametrize("case", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_named_and_the_rest_is_read(tmp_path: Path, case: Case) -> None:
    for name in case.roles:
        role = ROLES[name]
        root = tmp_path / name
        data = case.make(role)
        lay(root, role, data)
        _, found = examine(root)
        rules = {one.rule for one in found if one.location.path == role.path}
        assert rules & set(case.rules.split()), (name, [line(one) for one in found])
        assert broken_by(root, role, data) == "", name
        assert SECRET not in " ".join(map(line, found)), name


@pytest.mark.parametrize("case", HOSTILE.values(), ids=HOSTILE)
def test_the_command_ends_as_for_any_error(call: Call, tmp_path: Path, case: Case) -> None:
    role = ROLES["source" if "source" in case.roles else case.roles[0]]
    lay(tmp_path, role, case.make(role))
    done = call("check", "--strict", "--study", tmp_path)
    assert (done.code, done.err) == (1, "")
    assert role.path in done.out
    assert SECRET not in done.out


@pytest.mark.parametrize("make", HARMLESS.values(), ids=HARMLESS)
def test_a_file_that_only_looks_odd_is_read(tmp_path: Path, make: Make) -> None:
    for name, role in ROLES.items():
        root = tmp_path / name
        lay(root, role, make(role))
        corpus, found = examine(root)
        errors = [line(one) for one in found if one.severity is Severity.ERROR]
        assert (errors, missing(corpus, role)) == ([], set()), name


def test_words_that_other_readers_take_for_something_else_stay_words(tmp_path: Path) -> None:
    role = ROLES["source"]
    for number, typed in enumerate(("no", "010", "0o14", "1.10", "1e3", "12:30:45", "2001-02-30")):
        root = tmp_path / f"study-{number}"
        lay(root, role, HARMLESS[f"the words {typed}"](role))
        corpus, _ = examine(root)
        [source] = [one for one in corpus.sources if one.id == "zz"]
        assert [one.text for one in source.excerpts] == [typed]
