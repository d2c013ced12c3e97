"""The quick way and the slow way say the same of sound studies, broken ones and strange ones."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from load.studies import INT, LSP, POLICY, SECOND, SOUND, write

from gapcheck.checks.asking import Asking
from gapcheck.load.facts import outline, sketch_of
from gapcheck.load.study import load_study
from gapcheck.model.settings import Vocabulary
from gapcheck.schema.kinds import KINDS, schema
from gapcheck.source.builder import build
from gapcheck.source.swift import swift
from gapcheck.source.text import decode
from gapcheck.source.validate import Format
from gapcheck.sweep import hands
from gapcheck.sweep.crews import MOST, Processes, default_jobs
from gapcheck.sweep.hands import Alone, Portions, Several
from gapcheck.sweep.run import check_study
from gapcheck.sweep.study import sweep
from sweep.agreement import DAY, all_ways, both

SHIPPED = Path(__file__).parents[2]
LONG = "We met on the first Monday of every month and they read out what was decided before."


def shipped_texts() -> Iterator[tuple[Path, str]]:
    for path in (*SHIPPED.glob("evidence/*/*.yaml"), *SHIPPED.glob("policies/*.yaml")):
        yield path, decode(path.read_bytes())[0]


def copied(root: Path, text_of: dict[Path, str]) -> Path:
    """The shipped study, with other texts in the place of some."""
    for path in (SHIPPED / "gapcheck.yaml", *(path for path, _ in shipped_texts())):
        target = root / path.relative_to(SHIPPED)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text_of.get(path, path.read_text("utf-8")), encoding="utf-8")
    return root


def broken(text: str, chance: random.Random) -> str:
    """A text after one of the accidents that files meet."""
    lines = text.splitlines(keepends=True)
    number = chance.randrange(len(lines))
    other = chance.randrange(len(lines))
    accident = chance.randrange(7)
    if accident == 0:
        del lines[number]
    elif accident == 1:
        lines.insert(number, lines[other])
    elif accident == 2:
        lines[number] = lines[number].replace(":", ";", 1)
    elif accident == 3:
        lines[number] = lines[number].rstrip("\n") + " # a note\n"
    elif accident == 4:
        lines[number] = "\t" + lines[number]
    elif accident == 5:
        letters = list(lines[number])
        letters.insert(chance.randrange(len(letters)), chance.choice("x-&*!'\"[{#%:\0é"))
        lines[number] = "".join(letters)
    else:
        lines[number], lines[other] = lines[other], lines[number]
    return "".join(lines)


def test_the_shipped_study(tmp_path: Path) -> None:
    all_ways(copied(tmp_path, {}))


@pytest.mark.parametrize("seed", range(6))
def test_a_study_with_an_accident_in_every_file(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    found = both(copied(tmp_path, {path: broken(text, chance) for path, text in shipped_texts()}))
    assert len(found) > 20


def test_the_swift_reader_reads_what_the_slow_one_reads() -> None:
    formats = {kind: Format(schema(kind, Vocabulary())) for kind in KINDS}
    chance = random.Random(1)
    same = odd = 0
    for _, text in shipped_texts():
        for version in (text, broken(text, chance), broken(text, chance)):
            if decode(version.encode())[1]:
                continue
            for kind in ("source", "policy"):
                slow = build("f", version, formats[kind].shape)
                quick = swift("f", version, formats[kind].shape)
                if quick is None:
                    odd += 1
                    continue
                same += 1
                assert quick.value == slow.value
                assert not slow.troubles
                assert {path: slow.values[path] for path in quick.values} == quick.values
    assert same > 100
    assert odd > 20


def test_two_excerpts_of_a_partnership_with_the_same_words(tmp_path: Path) -> None:
    typed = str(SOUND[INT]).replace("The papers came late.", LONG)
    other = typed.replace("source: int", "source: two").replace(LONG, LONG.upper() + " «»")
    found = both(write(tmp_path, {**SOUND, INT: typed, "evidence/north/two.yaml": other}))
    assert [one.rule for one in found].count("duplicate-text") == 1


def test_the_same_words_twice_in_one_file_and_an_exemption(tmp_path: Path) -> None:
    again = f"  - id: x3\n    text: {LONG}\n    codes: {{papers: absent}}\n"
    exempt = "    ignore: [{rule: duplicate-text, reason: It was said twice in a row.}]\n"
    typed = str(SOUND[INT]).replace("The papers came late.", LONG).replace("\n        ", "\n")
    typed = typed.removeprefix("        ")
    for name, text in (("a", typed + again), ("b", typed + again + exempt), ("c", typed + exempt)):
        root = tmp_path / name
        root.mkdir()
        rules = {one.rule for one in both(write(root, {**SOUND, INT: text}))}
        assert ("duplicate-text" in rules) == (name == "a")
        assert ("unused-ignore" in rules) == (name == "c")


def test_two_files_with_one_id_and_a_folder_without_its_file(tmp_path: Path) -> None:
    files = {
        **SOUND,
        "evidence/north/copied.yaml": SOUND[INT],
        "evidence/south/int.yaml": SOUND[INT],
        "evidence/national/int.yaml": SOUND[INT],
        "evidence/north/policy.yaml": SOUND[POLICY],
        "evidence/north/other.yaml": SOUND[SECOND],
    }
    rules = {one.rule for one in both(write(tmp_path, files))}
    assert rules >= {"missing-partnership", "misnamed-file", "unread-file"}


def test_duplicate_ids_of_well_named_files(tmp_path: Path) -> None:
    found = both(write(tmp_path, {**SOUND, "evidence/north/int.yml": SOUND[INT]}))
    assert "both source files" in {one.left_out for one in found}


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    root = write(tmp_path)
    (root / "evidence/north/far.yaml").symlink_to(root / INT)
    (root / LSP).unlink()
    os.mkfifo(root / LSP)
    (root / "evidence/north/big.yaml").write_bytes(b" " * ((1 << 20) + 1))
    rules = [one.rule for one in both(root)]
    assert rules.count("unreadable-file") == 3


def test_several_processes_say_what_one_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(7)
    root = copied(tmp_path, {path: broken(text, chance) for path, text in shipped_texts()})
    monkeypatch.setattr(hands, "FEW", 1)
    monkeypatch.setattr(hands, "FILES", Portions(1, 5))
    assert both(root, Asking(today=DAY), Several(Processes(2))) == both(
        root, Asking(today=DAY), Alone()
    )


def test_a_process_that_dies_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "FEW", 1)
    monkeypatch.setattr(hands, "FILES", Portions(1, 1))
    monkeypatch.setattr(hands, "read_part", _die)
    both(write(tmp_path), None, Several(Processes(2)))


def _die(_ground: object, _jobs: object) -> None:
    os._exit(3)


def test_one_job_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "FEW", 1)
    monkeypatch.setattr(hands, "_shared_out", None)
    root = write(tmp_path)
    check_study(root, Asking(), {}, hire=lambda: Several(Processes(1)), cached=False)
    with pytest.raises(TypeError):
        check_study(root, Asking(), {}, hire=lambda: Several(Processes(2)), cached=False)
    assert 1 <= default_jobs() <= MOST


def test_without_rules_structure_references_and_ids_are_checked(tmp_path: Path) -> None:
    typed = str(SOUND[INT]).replace("papers: absent", "papres: absent")
    root = write(tmp_path, {**SOUND, INT: typed})
    quick = sweep(root, Asking(), Alone(), rules=False)[1]
    rules = {one.rule for one in quick}
    assert "unknown-imperative" in rules
    assert {one for one in both(root) if one.rule in rules} == set(quick)


def test_an_outline_is_the_source_without_its_words(tmp_path: Path) -> None:
    corpus, _ = load_study(write(tmp_path))
    for source in corpus.sources:
        drawn = outline(sketch_of(source), source.lsp, every=True)
        assert sketch_of(drawn) == sketch_of(source)
        assert not any(one.text for one in drawn.excerpts)
        assert len(drawn.excerpts) == len(source.excerpts)
