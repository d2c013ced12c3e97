"""`gapcheck code`: what it writes, what it shows, and what it refuses."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gapcheck.amend.committing import commit
from gapcheck.coding import run

from .calls import Call, Outcome
from .studies import COMPACT, SHIPPED, interview, put, study

INT = "evidence/northtown/int-vcs-01.yaml"
UNCODED = """\
source: int-new
kind: interview
date: 2004-05-12
speaker: {id: P7, sector: vcs, role: officer}
coder: ab
consent: {quote: anonymised}
excerpts:
  - id: x1
    text: >
      Qspoken words, and more.

  # Qspoken of somebody else
  - id: x2
    text: "Qspoken"  # Qspoken
"""
NEW = "evidence/northtown/int-new.yaml"
SURVEY = """\
source: svy-01
kind: survey
date: 2004
respondents: vcs
excerpts:
  - {id: q1, text: 19 of 38 said so.}
"""


@pytest.fixture
def uncoded(root: Path) -> Path:
    """A study with an interview that nobody has coded."""
    return study(root, {NEW: UNCODED, "evidence/northtown/svy-01.yaml": SURVEY})


def held(root: Path, file: str = NEW) -> str:
    return (root / file).read_bytes().decode()


def test_a_code_is_written_and_shown(call: Call, uncoded: Path) -> None:
    done = call("code", "int-new", "x1", "sectors-together", "--stance", "partly")
    assert done == Outcome(
        0,
        f"--- {NEW}\n+++ {NEW}\n@@ line 11 @@\n+    codes:\n"
        f"+      - {{imperative: sectors-together, stance: partly}}\nWrote {NEW}:11\n",
        "",
    )
    assert held(uncoded) == UNCODED.replace(
        "and more.\n",
        "and more.\n    codes:\n      - {imperative: sectors-together, stance: partly}\n",
    )
    assert call("check").code == 0


def test_all_that_can_be_said(call: Call, uncoded: Path) -> None:
    done = call(
        *("code", "northtown/int-new", "x2", "guidance-2001/sectors-together"),
        *("--stance", "absent", "--basis", "hearsay", "--rung", "enacted", "--tier", "thematic"),
        *("--indicator", "seats", "--memo", 'Twice: "no" #1', "--theme", "paper flow"),
        *("--barrier", "late papers", "--barrier", "a: b", "--enabler", "e"),
        *("--tension", "local-strategic", "--note", "Asked twice."),
    )
    added = [
        "    codes:",
        "      - imperative: sectors-together",
        "        stance: absent",
        "        basis: hearsay",
        "        rung: enacted",
        "        tier: thematic",
        "        indicator: seats",
        "        memo: >",
        '          Twice: "no" #1',
        "    themes: [paper flow]",
        '    barriers: [late papers, "a: b"]',
        "    enablers: [e]",
        "    tensions: [local-strategic]",
        "    memo: >",
        "      Asked twice.",
    ]
    assert held(uncoded) == UNCODED + "".join(f"{line}\n" for line in added)
    head = [f"--- {NEW}", f"+++ {NEW}", "@@ line 15 @@"]
    assert done.out.splitlines() == [*head, *(f"+{one}" for one in added), f"Wrote {NEW}:15"]
    assert call("check").code == 0


def test_the_example_of_the_page(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (SHIPPED / "docs/cli.md").read_text("utf-8")
    (block,) = re.findall(r"^```\n\$ gapcheck (code .*?)^```$", page, re.M | re.S)
    line, _, shown = block.partition("\n")
    for name in ("policies", "evidence/northtown", "gapcheck.yaml"):
        source = SHIPPED / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert call(*shlex.split(line)) == Outcome(0, shown, "")


def test_a_dry_run_writes_nothing(call: Call, uncoded: Path) -> None:
    words = ("code", "int-new", "x1", "sectors-together", "--stance", "partly")
    done = call(*words, "--dry-run")
    assert done.code == 0
    assert done.out.endswith("+      - {imperative: sectors-together, stance: partly}\n")
    assert done.err == "Nothing was written.\n"
    assert held(uncoded) == UNCODED
    assert f"{done.out}Wrote {NEW}:11\n" == call(*words).out


def test_speaking_to_none(call: Call, uncoded: Path) -> None:
    done = call("code", NEW, "x1", "--none")
    assert done.out == f"--- {NEW}\n+++ {NEW}\n@@ line 11 @@\n+    codes: []\nWrote {NEW}:11\n"
    assert call("code", "int-new", "x1", "--none") == Outcome(
        2, "", f"x1 is marked so already.\n  {NEW}:11\n"
    )
    assert call("code", "int-new", "x1", "sectors-together", "--stance", "absent").code == 0
    assert "codes:\n      - {imperative: sectors-together, stance: absent}\n" in held(uncoded)


@pytest.mark.parametrize(
    ("share", "typed"),
    [
        ("19/38", "{met: 19, of: 38}"),
        ("19 of 38", "{met: 19, of: 38}"),
        ("28%", "{percent: 28}"),
        ("28.5% of 60", "{percent: 28.5, of: 60}"),
        ("28%/60", "{percent: 28, of: 60}"),
    ],
)
def test_a_share_of_a_survey(call: Call, uncoded: Path, share: str, typed: str) -> None:
    assert call("code", "svy-01", "q1", "sectors-together", "--share", share).code == 0
    assert held(uncoded, "evidence/northtown/svy-01.yaml") == SURVEY.replace(
        "so.}", f"so., codes: [{{imperative: sectors-together, share: {typed}}}]}}"
    )
    assert call("check").code == 0


def test_a_code_that_is_there_is_kept_or_changed(call: Call, root: Path) -> None:
    before = held(root, INT)
    again = ("code", "int-vcs-01", "x1", "guidance-2001/sectors-together", "--stance", "happens")
    assert call(*again) == Outcome(
        2,
        "",
        "x1 is coded for guidance-2001/sectors-together already. To change that code, say so: "
        f"`--replace`.\n  {INT}:10\n",
    )
    assert held(root, INT) == before
    done = call(*again, "--replace")
    assert done.out.splitlines()[2:] == [
        "@@ line 10 @@",
        "+    codes: …happens…",
        f"Wrote {INT}:10",
    ]
    assert held(root, INT) == before.replace("together: absent", "together: happens")


def test_a_second_coder_has_a_file_of_their_own(call: Call, uncoded: Path) -> None:
    file = "evidence/northtown/int-new.cd.yaml"
    words = ("code", "int-new", "x1", "sectors-together", "--stance", "partly", "--coder", "cd")
    done = call(*words)
    assert done.out.endswith(f"Wrote {file}:3\n")
    assert call("code", "int-new", "x2", "--none", "--coder", "cd").code == 0
    assert held(uncoded, file) == (
        "source: int-new\ncoder: cd\ncodes:\n  x1:\n"
        "    - {imperative: sectors-together, stance: partly}\n  x2: []\n"
    )
    assert held(uncoded) == UNCODED
    assert call("check").code == 0
    # The source's own coder has no second file.
    assert call(*words[:-1], "ab").out.endswith(f"Wrote {NEW}:11\n")
    assert call(*words).code == 2
    assert call("code", "int-new.cd", "x1", "--none").err == (
        "No source is called int-new.cd. Those are cd's codes: name int-new, and --coder cd.\n"
    )


def test_a_new_file_names_its_schema_where_there_is_one(call: Call, uncoded: Path) -> None:
    put(uncoded / "schemas/codes.json", "{}")
    call("code", "int-new", "x2", "--none", "--coder", "cd")
    assert held(uncoded, "evidence/northtown/int-new.cd.yaml") == (
        "# yaml-language-server: $schema=../../schemas/codes.json\n"
        "source: int-new\ncoder: cd\ncodes:\n  x2: []\n"
    )


CODE = ("code", "int-new", "x1")
YES = ("sectors-together", "--stance", "partly")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("code", "int-nwe", "x1", *YES), "No source is called int-nwe. Did you mean int-new?"),
        (
            ("code", "northtown/int-nwe", "x1", *YES),
            "No source is called northtown/int-nwe. Did you mean northtown/int-new?",
        ),
        (
            ("code", "int-nobody.cd", "x1", *YES),
            "No source is called int-nobody.cd. `gapcheck list sources` names them all.",
        ),
        (
            ("code", "zzz", "x1", *YES),
            "No source is called zzz. `gapcheck list sources` names them all.",
        ),
        (("code", "int-new", "x3", *YES), "int-new has no excerpt x3. It has: x1, x2."),
        (
            (*CODE, "sector-together", "--stance", "partly"),
            "No policy has the imperative sector-together. Did you mean sectors-together?",
        ),
        (
            (*CODE, YES[0], "--stance", "happen"),
            "`happen` is no stance. Did you mean `happens`? Allowed: happens, partly, absent, "
            "opposite, unaware.",
        ),
        (
            (*CODE, *YES, "--basis", "firsthand"),
            "`firsthand` is no basis. Did you mean `first-hand`? Allowed: first-hand, record, "
            "claim, hearsay.",
        ),
        (
            (*CODE, *YES, "--rung", "done"),
            "`done` is no rung. Allowed: adopted, enacted, effective.",
        ),
        (
            (*CODE, *YES, "--tier", "strategy"),
            "`strategy` is no tier. Did you mean `strategic`? Allowed: strategic, thematic, "
            "neighbourhood, delivery.",
        ),
        (
            (*CODE, *YES, "--tension", "local"),
            "`local` is no tension. Allowed: thematic-neighbourhood, local-strategic, "
            "democratic-participatory.",
        ),
        (
            (*CODE, *YES, "--indicator", "seat"),
            "`seat` is no indicator of guidance-2001/sectors-together. Did you mean `seats`? "
            "It has: seats.",
        ),
        (
            (*CODE, "pay-in-advance", *YES[1:], "--indicator", "seats"),
            "`seats` is no indicator of guidance-2001/pay-in-advance. It lists none.",
        ),
        (
            (*CODE, YES[0], "--share", "1/2"),
            "A source of the kind interview has no shares. Only surveys and evaluations give "
            "them; here, give a stance.",
        ),
        (
            (*CODE, *YES, "--share", "1/2"),
            "A code gives a stance, or a share. Leave one of them out.",
        ),
        ((*CODE, YES[0]), "A code gives a stance, or a share."),
        (
            (*CODE, "--stance", "absent"),
            "No imperative is named. A stance or a memo of a code belongs to one.",
        ),
        (
            (*CODE, "--memo", ""),
            "No imperative is named. A stance or a memo of a code belongs to one.",
        ),
        (CODE, "There is nothing to write."),
        ((*CODE, *YES, "--none"), "An excerpt that speaks to none has no codes."),
        ((*CODE, *YES, "--note", " "), "A memo, a barrier or the like is empty."),
        (
            (*CODE, *YES, "--coder", "c d"),
            "`c d` cannot be a coder. Letters, digits, `-` and `_` make one, beginning with a "
            "letter or digit.",
        ),
        (
            (*CODE, *YES, "--coder", "c.d"),
            "`c.d` cannot be a coder. Letters, digits, `-` and `_` make one, beginning with a "
            "letter or digit.",
        ),
        (
            (*CODE, *YES, "--coder", "cd", "--barrier", "b"),
            "A second coder's file holds codes alone. Notes on an excerpt go into the source "
            "itself.",
        ),
        (
            ("code", "svy-01", "q1", YES[0], "--share", "half"),
            '`half` is no share. Write 19/38, 28%, or "28% of 60".',
        ),
        (
            ("code", "svy-01", "q1", YES[0], "--share", "101%"),
            "101 is no percentage. It lies between 0 and 100.",
        ),
        (
            ("code", "svy-01", "q1", YES[0], "--share", "3/2"),
            "`3/2` is no share. It is a part of at least one, and no more than all.",
        ),
        (
            ("code", "svy-01", "q1", YES[0], "--share", "0/0"),
            "`0/0` is no share. It is a part of at least one, and no more than all.",
        ),
    ],
)
def test_what_is_refused(call: Call, uncoded: Path, words: tuple[str, ...], said: str) -> None:
    before = {path: path.read_bytes() for path in uncoded.rglob("*") if path.is_file()}
    assert call(*words) == Outcome(2, "", f"{said}\n")
    assert {path: path.read_bytes() for path in uncoded.rglob("*") if path.is_file()} == before


def test_names_that_several_have(call: Call, uncoded: Path) -> None:
    study(
        uncoded,
        {
            "policies/compact-1998.yaml": COMPACT,
            "evidence/southby/int-new.yaml": UNCODED,
            NEW: UNCODED,
            "evidence/northtown/int-vcs-01.yml": interview("int-vcs-01"),
            "evidence/northtown/int-vcs-01.yaml": interview("int-vcs-01", codes="[]"),
        },
    )
    assert call("code", "int-new", "x1", *YES).err == (
        "Several sources are called int-new: write northtown/int-new or southby/int-new.\n"
    )
    assert call("code", "northtown/int-new", "x1", "pay-in-advance", *YES[1:]).err == (
        "Several imperatives are called pay-in-advance: write compact-1998/pay-in-advance or "
        "guidance-2001/pay-in-advance.\n"
    )
    assert call("code", "northtown/int-vcs-01", "x1", *YES).err == (
        "northtown/int-vcs-01 stands in two files: evidence/northtown/int-vcs-01.yaml and "
        "evidence/northtown/int-vcs-01.yml. Delete one of them.\n"
    )
    # What others share is written in full, whatever the file does.
    done = call("code", "northtown/int-new", "x1", "compact-1998/pay-in-advance", *YES[1:])
    assert "{imperative: compact-1998/pay-in-advance, " in done.out


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "consent: {quote: anonymised}",
            "consent: {withdrawn: true}",
            f"Consent for these words of int-new was withdrawn. Delete them; nothing more is "
            f"coded.\n  {NEW}:8\n",
        ),
        (
            "consent: {quote: anonymised}",
            "consent: v1",
            f"Consent for int-new does not cover analysis. So nothing of it is coded.\n  {NEW}:8\n",
        ),
        (
            "speaker: {id: P7, sector: vcs, role: officer}",
            "speaker: {id: P7, sector: vcs, role: officer, consent: {withdrawn: true}}",
            f"Consent for these words of int-new was withdrawn. Delete them; nothing more is "
            f"coded.\n  {NEW}:8\n",
        ),
        (
            "speaker: {id: P7, sector: vcs, role: officer}",
            "speakers: [{id: P7, sector: vcs, role: a}, {id: P8, sector: vcs, role: b, "
            "consent: {analysis: false}}]",
            f"Consent for int-new does not cover analysis. So nothing of it is coded.\n  {NEW}:8\n",
        ),
        (
            "kind: interview",
            "kind: interveiw",
            f"{NEW} cannot be used: `interveiw` is no kind of source. Mend that first; "
            f"`gapcheck check` shows it.\n  {NEW}:2\n",
        ),
        (
            "source: int-new",
            "source: int-old",
            f"{NEW} cannot be used: `int-old` lies in the file int-new. Mend that first; "
            f"`gapcheck check` shows it.\n  {NEW}:1\n",
        ),
        (
            "  - id: x1",
            "  - id: x1\n    codes: {nobody: absent}",
            f"Excerpt x1 of int-new has errors. Mend them first; `gapcheck check` shows them.\n"
            f"  {NEW}:9\n",
        ),
        (
            "  - id: x1",
            "  - id: x1\n    speaker: P9",
            f"Excerpt x1 of int-new has errors. Mend them first; `gapcheck check` shows them.\n"
            f"  {NEW}:8\n",
        ),
        (
            "  - id: x2",
            "  - id: x1",
            f"Excerpt x1 of int-new has errors. Mend them first; `gapcheck check` shows them.\n"
            f"  {NEW}:13\n",
        ),
    ],
)
def test_what_consent_and_errors_keep_from_being_coded(
    call: Call, uncoded: Path, old: str, new: str, said: str
) -> None:
    put(uncoded / "gapcheck.yaml", "study: s\nconsent_forms: {v1: {analysis: false}}\n")
    typed = UNCODED.replace(old, new)
    if "speakers:" in new:
        typed = typed.replace("  - id: x1", "  - id: x1\n    speaker: P8")
        typed = typed.replace("  - id: x2", "  - id: x2\n    speaker: P7")
    put(uncoded / NEW, typed)
    assert call(*CODE, *YES) == Outcome(2, "", said)
    assert held(uncoded) == typed
    if "speakers:" in new:
        assert call("code", "int-new", "x2", *YES).code == 0


def test_errors_elsewhere_keep_nobody_from_working(call: Call, uncoded: Path) -> None:
    typed = UNCODED.replace("excerpts:\n", "asked: [nobody]\nexcerpts:\n  - text: a\n")
    put(uncoded / NEW, typed + "    codes: {nobody: absent}\n")
    put(uncoded / "evidence/southby/int-vcs-02.yaml", "{")
    put(uncoded / "evidence/northtown/lsp.yaml", "{")
    assert call(*CODE, *YES).code == 0
    line = "and more.\n    codes: {sectors-together: partly}\n"
    assert held(uncoded) == typed.replace("and more.\n", line) + "    codes: {nobody: absent}\n"


def test_a_second_coder_waits_for_errors_too(call: Call, uncoded: Path) -> None:
    file = "evidence/northtown/int-new.cd.yaml"
    top = "source: int-new\ncoder: cd\n"
    for typed, said in (
        (
            "codes: {x1: {nobody: absent}}\n",
            "Excerpt x1 of int-new has errors. Mend them first; `gapcheck check` shows them.\n"
            f"  {file}:3\n",
        ),
        (
            "codes: {x1: []\n",
            f"{file} cannot be used: a brace {{ opens here, and no }} closes it. Mend that first; "
            f"`gapcheck check` shows it.\n  {file}:3\n",
        ),
    ):
        put(uncoded / file, top + typed)
        assert call(*CODE, *YES, "--coder", "cd") == Outcome(2, "", said)
    put(uncoded / file, "source: int-new\ncoder: ef\ncodes: {}\n")
    assert call(*CODE, *YES, "--coder", "cd").err.startswith(f"{file} cannot be used: the file")
    (uncoded / file).unlink()
    (uncoded / file).symlink_to("nowhere.yaml")
    assert call(*CODE, *YES, "--coder", "cd").err == (
        f"{file} is a symbolic link, and links are not followed.\n"
    )


def test_files_that_cannot_be_written(call: Call, uncoded: Path) -> None:
    (uncoded / NEW).chmod(0o444)
    assert call(*CODE, *YES) == Outcome(2, "", f"{NEW} is read-only. Nothing was written.\n")
    assert held(uncoded) == UNCODED
    (uncoded / NEW).rename(uncoded / "elsewhere.yaml")
    (uncoded / NEW).symlink_to(uncoded / "elsewhere.yaml")
    assert call(*CODE, *YES).err == f"{NEW} is a symbolic link, and links are not followed.\n"


def test_words_under_a_promise_are_not_even_shown_when_they_are_typed(
    call: Call, uncoded: Path
) -> None:
    for consent in ("{quote: none}", "{embargo_until: 2999}"):
        put(uncoded / NEW, UNCODED.replace("{quote: anonymised}", consent))
        words = ("--memo", "Qsecret: words", "--note", "Qsecret", "--barrier", "Qsecret")
        done = call(*CODE, *YES, *words)
        assert done.code == 0
        assert "Qsecret" not in done.out + done.err
        assert 'stance: partly, memo: "·······: ·····"}\n+    barriers: [·······]\n' in done.out
        assert held(uncoded).count("Qsecret") == 3
    # Nor are the words that were there before.
    put(uncoded / NEW, UNCODED)
    for typed in ((*CODE, "--none"), ("code", "int-new", "x2", *YES)):
        done = call(*typed)
        assert "Qspoken" not in done.out + done.err


def test_somebody_else_writes_meanwhile(
    call: Call, uncoded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = 3

    def late(*given: object, **named: object) -> object:
        nonlocal left
        if left:
            left -= 1
            put(uncoded / NEW, held(uncoded) + f"# {left}\n")
        return commit(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "commit", late)
    assert call("code", "int-new", "x2", "--none").code == 0
    assert held(uncoded) == UNCODED + "    codes: []\n# 2\n# 1\n# 0\n"
    monkeypatch.setattr(run, "_ATTEMPTS", 3)
    left = 3
    assert call(*CODE, "--none").err == (
        f"{NEW} has changed since it was read. It is left as it is now: read it again.\n"
    )


def test_of_many_calls_at_once_none_is_lost(uncoded: Path) -> None:
    names = ("sectors-together", "pay-in-advance", "women-in-the-chair")
    calls = [
        ["code", "int-new", one, name, "--stance", "absent", *coder]
        for one in ("x1", "x2")
        for name in names
        for coder in ([], ["--coder", "cd"])
    ]
    environment = {**os.environ, "NO_COLOR": "1"}
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "gapcheck", *one],
            cwd=uncoded,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for one in calls
    ]
    ends = [(one.communicate(timeout=120)[1], one.returncode) for one in running]
    assert ends == [(b"", 0)] * 12
    for file in (NEW, "evidence/northtown/int-new.cd.yaml"):
        typed = held(uncoded, file)
        assert [typed.count(f"- {{imperative: {name}, stance: absent}}") for name in names] == [
            2
        ] * 3
    lines = [line for line in held(uncoded).splitlines() if "imperative" not in line]
    assert [line for line in lines if line != "    codes:"] == UNCODED.splitlines()


AGREED = ("code", "int-vcs-01", "x1", "sectors-together", "--agreed-by", "rs and pq", "--replace")


def test_what_coders_agreed_on(call: Call, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795500000")
    done = call(*AGREED, "--stance", "partly")
    assert (done.code, done.err) == (0, "")
    mark = "agreed: {by: rs and pq, on: 2026-11-24}"
    assert f"{{imperative: sectors-together, stance: partly, {mark}}}" in held(root, INT)
    assert call("check").code == 0
    again = call(*AGREED)
    assert (again.code, again.out) == (2, "")
    assert "was agreed on by two coders. Change it by hand, with whoever agreed." in again.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (AGREED[:-1], "is coded for guidance-2001/sectors-together already."),
        ((*AGREED, "--coder", "cd"), "What coders agreed on goes into the source itself."),
        ((*AGREED[:5], " ", "--replace"), "Nobody is named who settled it."),
        (("code", "int-vcs-01", "x1", "--agreed-by", "rs"), "No imperative is named."),
    ],
)
def test_what_is_no_agreement(call: Call, root: Path, words: tuple[str, ...], said: str) -> None:
    before = held(root, INT)
    done = call(*words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert held(root, INT) == before
