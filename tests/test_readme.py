"""What the pages say is what the program does: their commands run, their tables are compared."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gapcheck.assess.rules import RULES
from gapcheck.cli.commands import COMMANDS
from gapcheck.model.choices import Verdict
from gapcheck.model.settings import Vocabulary
from gapcheck.reports.words import VERDICTS, marks
from gapcheck.schema.kinds import KINDS, schema

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def rows(text: str, heading: str) -> list[list[str]]:
    """The cells of the first table under a heading, without its head."""
    lines = text.partition(f"\n{heading}\n")[2].splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("|"))
    body = lines[first + 2 :]
    end = next((number for number, line in enumerate(body) if not line.startswith("|")), len(body))
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in body[:end]]


def run(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != "FORCE_COLOR"}
    return subprocess.run(
        [sys.executable, "-m", "gapcheck", *arguments],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**kept, "COLUMNS": "200", "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        timeout=120,
    )


def sessions() -> Iterator[list[str]]:
    """Each block of the README that uses gapcheck, as its lines without comments."""
    for language in ("sh", "bat"):
        for block in blocks(page("README.md"), language):
            text = block.replace("py -m gapcheck", "gapcheck")
            lines = [line.partition("#")[0].strip() for line in text.splitlines()]
            if any(line.startswith("gapcheck") for line in lines):
                yield lines


@pytest.mark.parametrize("lines", list(sessions()), ids=lambda lines: lines[0])
def test_the_commands_of_the_readme_work(lines: list[str], tmp_path: Path) -> None:
    folder, count = tmp_path, 0
    for line in lines:
        program, *arguments = shlex.split(line) or [""]
        if program == "cd":
            folder = (folder / arguments[0]).resolve()
        elif program == "gapcheck":
            count += 1
            done = run(arguments, folder)
            assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
            assert done.stdout or done.stderr or "-o" in arguments, line
    assert count >= 2


def test_the_readme_writes_the_report_that_it_names(tmp_path: Path) -> None:
    assert "gapcheck report -o report.html" in page("README.md")
    assert run(["init", "--example", "tour"], tmp_path).returncode == 0
    for ending, beginning in (
        (".html", "<!doctype html>"),
        (".md", "# "),
        (".json", "{"),
        (".txt", " ILLUSTRATIVE"),
    ):
        done = run(["report", "-o", f"report{ending}"], tmp_path / "tour")
        assert done.returncode == 0, done.stderr
        written = (tmp_path / "tour" / f"report{ending}").read_text(encoding="utf-8")
        assert beginning in written[:400]


def test_the_passage_of_the_readme_is_judged_as_it_says(tmp_path: Path) -> None:
    (passage,) = blocks(page("README.md"), "yaml")
    study = tmp_path / "my-study"
    run(["init", "my-study"], tmp_path)
    for kind, name in (
        ("policy", "board-guidance"),
        ("partnership", "riverside"),
        ("interview", "riverside/int-vcs-01"),
    ):
        assert run(["new", kind, name], study).returncode == 0
    interview = study / "evidence/riverside/int-vcs-01.yaml"
    text = interview.read_text(encoding="utf-8")
    assert text.count("\nexcerpts: []\n") == 1
    interview.write_text(text.replace("excerpts: []\n", passage), encoding="utf-8")
    checked = run(["check", "--format", "text"], study)
    # How many members there are is still to be filled in.
    assert [line.partition("[")[2].partition("]")[0] for line in checked.stdout.splitlines()] == [
        "recognisable-speaker"
    ]
    assert checked.returncode == 0
    report = run(["report", "riverside"], study).stdout
    assert re.search(r"Too little heard +first-duty", report)
    assert "Ask next" in report
    assert "papers reach us the night before" not in report


def test_the_make_targets_that_are_named_are_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", page("Makefile"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)`|^make ([a-z]+)", "".join(map(text_of, PAGES)), re.M))
    assert {one or other for one, other in named} <= targets
    assert set(re.findall(r"'make ([a-z]+) ", page("Makefile"))) == targets - {"help"}


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_has_help_without_a_study(command: str, tmp_path: Path) -> None:
    done = run([*command.split(), "--help"], tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Usage:" in done.stdout
    assert len(done.stdout.splitlines()) > 5


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_stands_in_the_page(command: str, tmp_path: Path) -> None:
    text = page("docs/cli.md")
    assert f"`gapcheck {command}" in text
    options = set(re.findall(r"--[a-z][a-z-]+", run([command, "--help"], tmp_path).stdout))
    shown = set(re.findall(r"--[a-z][a-z-]+", text))
    assert options - {"--help", "--pager"} <= shown


def test_no_command_or_option_is_invented(tmp_path: Path) -> None:
    text = page("docs/cli.md")
    named = set(re.findall(r"`gapcheck ([a-z]+)", text))
    assert named == set(COMMANDS)
    helps = "".join(run([*name.split(), "--help"], tmp_path).stdout for name in ("", *COMMANDS))
    assert set(re.findall(r"--[a-z][a-z-]+", text)) <= set(re.findall(r"--[a-z][a-z-]+", helps))


def test_the_study_of_the_format_page_is_sound_and_judged(tmp_path: Path) -> None:
    text = page("docs/format.md")
    for block in (*blocks(text, "yaml"), *blocks(text, "text")):
        name = re.match(r"# (\S+\.(?:yaml|txt))\n", block)
        if name:
            path = tmp_path / name[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block, encoding="utf-8")
    done = run(["check", "--strict"], tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Quotes in 1 transcript: 3 verified." in done.stderr
    report = run(["report", "fenbury"], tmp_path)
    assert "seats" in report.stdout
    assert report.returncode == 0


def keys(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        properties = node.get("properties", {})
        yield from (key for key in properties if isinstance(properties[key], dict))
        for value in node.values():
            yield from keys(value)
    elif isinstance(node, list):
        for value in node:
            yield from keys(value)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_the_format_stands_in_the_page(kind: str) -> None:
    pages = [page("docs/format.md"), page("docs/import.md") if kind == "codemap" else ""]
    words = set(re.findall(r"[a-z_]+", " ".join(pages)))
    assert set(keys(schema(kind, Vocabulary(sectors={})))) <= words


def test_the_rules_of_the_page_are_the_rules() -> None:
    found = [
        (name.strip("`"), verdict.strip("` |"))
        for name, _, verdict in rows(page("docs/verdicts.md"), "## The thirteen rules")
    ]
    assert found == [(rule.name, str(rule.verdict)) for rule in RULES]


def test_the_groups_of_the_page_are_the_groups() -> None:
    text = page("docs/verdicts.md").partition("| group | verdicts |")[2].partition("\n\n")[0]
    for line in text.splitlines()[2:]:
        group, verdicts = line.strip("|").split(" | ")
        for verdict in re.findall(r"`(\w+)`", verdicts):
            assert str(Verdict(verdict).group or "outside every total") == group.strip()
    assert set(re.findall(r"`(\w+)`", text)) == set(map(str, Verdict))


def test_the_verdicts_of_the_readme_are_on_screen_so() -> None:
    found = {
        verdict.strip("`"): screen
        for screen, verdict, _ in rows(page("README.md"), "## What the verdicts mean")
    }
    shown = {
        str(verdict): f"{marks(verdict).glyph} {words.screen}"
        for verdict, words in VERDICTS.items()
    }
    assert found == shown


def test_the_modules_of_the_page_are_there() -> None:
    text = page("docs/verdicts.md")
    named = set(re.findall(r"`(\w+\.py)`", text))
    assert len(named) > 12
    assert not [name for name in named if not (ROOT / "gapcheck" / "assess" / name).is_file()]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", text_of(path)):
        if target.startswith("http"):
            continue
        name, _, anchor = target.partition("#")
        other = path.parent / name if name else path
        assert other.is_file(), target
        if anchor:
            assert anchor in anchors(text_of(other)), target


def anchors(text: str) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\s-]", "", one.lower()).strip().replace(" ", "-") for one in headings}


def test_the_picture_needs_nothing_from_elsewhere() -> None:
    svg = page("docs/report.svg")
    assert "docs/report.svg" in page("README.md")
    assert set(re.findall(r"https?://[^\"' )]+", svg)) == {"http://www.w3.org/2000/svg"}
    assert "file:" not in svg
    assert "@font-face" not in svg
    assert "ILLUSTRATIVE" in svg


def test_contributing_fits_a_screen() -> None:
    assert len(page("CONTRIBUTING.md").splitlines()) <= 45
