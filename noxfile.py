"""The tests on every supported Python that is installed here, and the style."""

from __future__ import annotations

import nox

nox.options.error_on_missing_interpreters = False
nox.options.reuse_existing_virtualenvs = True
PROJECT = nox.project.load_toml("pyproject.toml")


@nox.session(python=["3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """Run the tests; the coverage gate is `make coverage`'s."""
    session.install("--editable", ".", *nox.project.dependency_groups(PROJECT, "test"))
    session.run("pytest", "--quiet", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and types."""
    session.install("--editable", ".", *nox.project.dependency_groups(PROJECT, "dev"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("mypy", "benchmarks/reports.py")
