"""What a problem says without anybody's address or number."""

from __future__ import annotations

import pytest

from gapcheck.checks.unnamed import shown, unnamed
from gapcheck.diagnostic import Diagnostic, Location, Related, Severity


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("evidence/northtown/int-vcs-01.yaml", "evidence/northtown/int-vcs-01.yaml"),
        (
            "evidence/northtown/minutes-2004-05-12.yaml",
            "evidence/northtown/minutes-2004-05-12.yaml",
        ),
        ("evidence/a/nobody@example.org.yaml", "evidence/a/······@·······.···.yaml"),
        ("evidence/a/nobody@example.org.txt", "evidence/a/······@·······.···.···"),
        ("evidence/01632-960999/a.yml", "evidence/·····-······/a.yml"),
        ("evidence/a/01632_960999.YAML", "evidence/a/············.YAML"),
        ("gapcheck.yaml", "gapcheck.yaml"),
    ],
)
def test_names_of_files(path: str, expected: str) -> None:
    assert shown(path) == expected


def test_everything_of_a_problem_is_masked() -> None:
    name = "01632-960999"
    one = Diagnostic(
        Location(f"evidence/a/{name}.yaml", 2, 3, 2, 5),
        Severity.ERROR,
        "r",
        f"source `{name}` stands in two files",
        f"Rename {name}.",
        (Related(Location(f"evidence/b/{name}.yaml"), f"{name} stands here"),),
        f"both {name}",
        record=name,
    )
    masked = unnamed(one)
    assert "960999" not in str(masked)
    assert (masked.location.line, masked.rule, masked.severity) == (2, "r", Severity.ERROR)
    assert masked.message == "source `·····-······` stands in two files"


def test_what_names_nobody_stays() -> None:
    one = Diagnostic(Location("a.yaml", 1, 2, 3, 4), Severity.WARNING, "r", "odd", "Mend 2004-12.")
    assert unnamed(one) == one
