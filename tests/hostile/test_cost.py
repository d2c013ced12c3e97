"""The files that could cost most, each read by a process of its own with its limits measured.

What is wanted is a second and 150 MB; a test may run beside others on a slow machine, so that
the seconds allowed are more. The memory is what it is anywhere.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from .processes import measured
from .roles import ROLES, lay
from .table import ALIASES, CHARACTERS, ENCODINGS, NESTING, ROWS, SIZES, Case

MEGABYTES = 150
SECONDS = 5.0

DANGEROUS = {
    **NESTING,
    **SIZES,
    **ROWS,
    **{name: case for name, case in ALIASES.items() if "bomb" in name or "long" in name},
    **{name: case for name, case in {**CHARACTERS, **ENCODINGS}.items() if "mebibyte" in name},
}


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is read as Linux tells it")
@pytest.mark.parametrize("case", DANGEROUS.values(), ids=DANGEROUS)
def test_no_file_costs_much(tmp_path: Path, case: Case) -> None:
    role = ROLES["source" if "source" in case.roles else case.roles[0]]
    lay(tmp_path, role, case.make(role))
    done = measured("check", "--strict", "-f", "json", cwd=tmp_path)
    assert (done.code, done.err) == (1, "")
    found = json.loads(done.out)
    assert role.path in {one["path"] for one in _listed(found)}
    assert done.megabytes < MEGABYTES
    assert done.seconds < SECONDS


def _listed(found: object) -> list[dict[str, object]]:
    listed = found["diagnostics"] if isinstance(found, dict) else found
    assert isinstance(listed, list)
    return listed
