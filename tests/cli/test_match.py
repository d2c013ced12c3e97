"""`gapcheck match` as people use it: from YAML to suggestions, in every format and corner."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matchers.tiny_model import lay

from gapcheck.analysis import suggest
from gapcheck.model.suggestion import Band

from .calls import Call, alone
from .studies import COMPACT, POLICY, SOUND, interview, put, study

TODAY = date(2026, 1, 1)
MATCHED = """\
policy: guidance-2001
title: Guidance on partnerships
publisher: A ministry
published: 2001
force: guidance
nation: england
in_force: {from: 2001-01}
imperatives:
  - id: sectors-together
    locator: para 1
    text: Bring the public, private, voluntary and community sectors together on one board.
    actor: council
    modality: should
    indicators:
      - {id: seats, text: Voluntary groups hold voting seats.}
  - id: pay-in-advance
    locator: para 2
    text: Pay grants ahead of spending.
    actor: council
    modality: must
    terms: [upfront money]
  - id: train-and-support
    locator: para 3
    text: Give local people the training they need to take part.
    actor: partnership
    modality: should
  - id: late-duty
    locator: para 4
    text: Publish the training of people in grants.
    actor: partnership
    modality: must
    in_force: {from: 2009-01}
"""
WELSH_POLICY = COMPACT.replace("compact-1998", "welsh-2000").replace("scotland", "wales")


def waiting(name: str, *texts: str, more: str = "", consent: str = "{analysis: true}") -> str:
    """An interview whose excerpts nobody has reviewed."""
    head = interview(name, consent=consent).partition("excerpts:")[0]
    excerpts = "".join(
        f"  - id: x{number}\n    text: >\n      {text}\n{more}"
        for number, text in enumerate(texts, 1)
    )
    return f"{head}excerpts:\n{excerpts}"


TEXTS = (
    "We were never asked what training our people would need.",
    "The upfront money came in April, before we had spent a penny.",
    "Two seats on the board are for voluntary groups, and they vote.",
)
FILES: Mapping[str, str | bytes | None] = {
    "policies/guidance-2001.yaml": MATCHED,
    # Another nation's, of much the same words.
    "policies/compact-1998.yaml": COMPACT.replace("pay-in-advance", "pay-grants"),
    "evidence/northtown/int-vcs-09.yaml": waiting("int-vcs-09", *TEXTS),
}


@pytest.fixture
def waits(root: Path) -> Path:
    return study(root, FILES)


def suggested(found: Any) -> dict[str, list[str]]:
    """By excerpt the imperatives suggested, best first."""
    return {
        f"{one['lsp']} {one['source']} {one['excerpt']}": [
            each["imperative"].partition("/")[2] for each in one["candidates"]
        ]
        for one in found["suggestions"]
    }


def test_each_excerpt_is_given_its_imperatives(call: Call, waits: Path) -> None:
    done = call("match", "northtown", "-f", "json")
    assert (done.code, done.err) == (0, "")
    found = suggested(done.json)
    assert {key: names[0] for key, names in found.items()} == {
        "northtown int-vcs-09 x1": "train-and-support",
        "northtown int-vcs-09 x2": "pay-in-advance",
        "northtown int-vcs-09 x3": "sectors-together",
    }


def test_only_what_can_apply_is_suggested(call: Call, waits: Path) -> None:
    found = suggested(call("match", "--top", "0", "-f", "json").json)
    # Another nation's, and one that came into force after the interview.
    assert {name for names in found.values() for name in names} == {
        "sectors-together",
        "pay-in-advance",
        "train-and-support",
    }


def test_an_excerpt_about_a_later_time_is_matched_to_what_held_then(call: Call, root: Path) -> None:
    later = waiting("int-vcs-09", "Training of people in grants was published.")
    later = later.replace("2004-05-12", "2010-05-12")
    study(root, FILES, {"evidence/northtown/int-vcs-09.yaml": later})
    ((_, names),) = suggested(call("match", "-f", "json").json).items()
    assert names[0] == "late-duty"


def test_the_terminal_shows_reasons_and_places(call: Call, waits: Path) -> None:
    done = call("match", "northtown", "--width", "100")
    assert "ILLUSTRATIVE" in done.out
    assert "3 unreviewed excerpts against 3 imperatives. Best first." in done.out
    assert "Not calibrated for this study: 3 excerpts are coded, about 50 are needed." in done.out
    assert "evidence/northtown/int-vcs-09.yaml:7" in done.out
    assert re.search(r"pay-in-advance +upfront \.\d\d  money \.\d\d", done.out)
    assert "Cue of negation: “never asked”. Stance is yours to give." in done.out
    assert "Nothing here counts towards a verdict. Next:  gapcheck review northtown" in done.out


def test_suggestions_for_one_are_the_same_as_among_all(call: Call, waits: Path) -> None:
    put(waits / "evidence/southby/int-vcs-08.yaml", waiting("int-vcs-08", "Training is given."))
    every = call("match", "-f", "json").json["suggestions"]
    alone_ = call("match", "northtown", "-f", "json").json["suggestions"]
    assert alone_ == [one for one in every if one["lsp"] == "northtown"]
    assert {one["lsp"] for one in every} == {"northtown", "southby"}


@pytest.mark.parametrize(("top", "many"), [("1", 1), ("2", 2), ("0", 3), ("5", 3)])
def test_top_says_how_many(call: Call, waits: Path, top: str, many: int) -> None:
    found = call("match", "--top", top, "-f", "json").json["suggestions"]
    assert max(len(one["candidates"]) for one in found) == many


def test_a_least_band_leaves_out_what_is_below(call: Call, waits: Path) -> None:
    every = suggest(waits, today=TODAY, top=0)
    bands = {each.band for one in every.suggestions for each in one.candidates}
    assert Band.STRONG not in bands
    shown = call("match", "--min-band", "fair", "-f", "json").json
    assert shown["waiting"] == 3
    assert {each["band"] for one in shown["suggestions"] for each in one["candidates"]} <= {"fair"}
    assert len(shown["suggestions"]) < 3
    out = call("match", "--min-band", "strong", "--width", "120").out
    assert "None of them with a candidate in the band asked for" in out
    assert call("match", "--min-band", "firm").code == 2


@pytest.mark.parametrize(
    ("name", "begins"),
    [("m.json", "{"), ("m.csv", "lsp,"), ("m.md", "> **Illustrative."), ("m.txt", " ILLUSTRATIVE")],
)
def test_an_ending_means_a_format(call: Call, waits: Path, name: str, begins: str) -> None:
    assert call("match", "-o", name).code == 0
    assert (waits / name).read_text("utf-8").startswith(begins)


def test_wrong_words_are_told(call: Call, waits: Path) -> None:
    for words, said in (
        (("-f", "yaml"), "yaml is no format: terminal, json, csv, markdown"),
        (("-o", "m.pdf"), "m.pdf does not tell a format: .txt, .json, .csv, .md, or say --format"),
        (("nortown",), "No partnership is called nortown. Did you mean northtown?"),
        (("--top", "-1"), "Invalid value for '--top'"),
    ):
        done = call("match", *words)
        assert (done.code, done.out) == (2, "")
        assert said in done.said


def test_the_help_says_what_to_expect(call: Call, nowhere: Path) -> None:
    out = " ".join(call("match", "--help").out.split())
    assert "A person decides." in out
    assert "about one time in five, and among the first five about half the time." in out


def test_without_an_imperative_it_says_so(call: Call, waits: Path) -> None:
    for name in ("guidance-2001", "compact-1998"):
        (waits / f"policies/{name}.yaml").unlink()
    put(waits / "policies/welsh-2000.yaml", WELSH_POLICY)
    for name in ("int-vcs-01", "int-council-01"):
        (waits / f"evidence/northtown/{name}.yaml").unlink()
    (waits / "evidence/southby/int-vcs-02.yaml").unlink()
    done = call("match")
    assert done.code == 0
    assert "There is no imperative that applies here, so there is nothing to match." in done.out
    found = call("match", "-f", "json").json["suggestions"]
    assert {(one["off"], len(one["candidates"])) for one in found} == {("no-imperative", 0)}


def test_with_everything_reviewed_it_says_so(call: Call, root: Path) -> None:
    done = call("match")
    assert (done.code, done.err) == (0, "")
    assert "No excerpt waits to be reviewed, so there is nothing to match." in done.out
    for form in ("json", "csv", "markdown"):
        assert call("match", "-f", form).code == 0


def test_a_partnership_without_a_source_has_nothing_to_match(call: Call, waits: Path) -> None:
    (waits / "evidence/southby/int-vcs-02.yaml").unlink()
    assert "No excerpt waits to be reviewed" in call("match", "southby").out


def test_one_imperative_and_one_word_are_enough(call: Call, root: Path) -> None:
    one = POLICY.partition("  - id: pay-in-advance")[0]
    files = {
        "policies/guidance-2001.yaml": one,
        "evidence/southby/int-vcs-02.yaml": None,
        "evidence/northtown/int-vcs-01.yaml": waiting("int-vcs-01", "Sectors.", "So.", "Zebra"),
        "evidence/northtown/int-council-01.yaml": None,
    }
    study(root, files)
    done = call("match", "-f", "json")
    by_excerpt = {one["excerpt"]: one for one in done.json["suggestions"]}
    (candidate,) = by_excerpt["x1"]["candidates"]
    assert candidate["terms"][0] == {
        "excerpt": "Sectors",
        "imperative": "sectors",
        "share": 1.0,
        "feedback": False,
    }
    assert by_excerpt["x1"]["lead"] is None
    assert by_excerpt["x2"]["off"] == "no-words"
    assert by_excerpt["x3"]["off"] == "nothing-shared"
    assert "Lead" not in call("match").out


def test_a_very_long_excerpt_is_only_long(call: Call, waits: Path) -> None:
    long = "The grants were paid ahead of all spending. " * 1400
    put(waits / "evidence/northtown/int-vcs-07.yaml", waiting("int-vcs-07", long))
    found = suggested(call("match", "-f", "json").json)
    assert found["northtown int-vcs-07 x1"][0] == "pay-in-advance"


def test_another_language_is_matched_by_its_translation(call: Call, root: Path) -> None:
    welsh = waiting("int-vcs-09", "Chawson ni ddim hyfforddiant.").replace(
        "excerpts:", "language: cy\nexcerpts:"
    )
    translated = f"{welsh}    translation: >\n      We got no training.\n"
    twice = translated + "  - id: x2\n    text: Training pay-in-advance.\n"
    study(root, FILES, {"evidence/northtown/int-vcs-09.yaml": twice})
    done = call("match", "northtown", "-f", "json")
    first, second = done.json["suggestions"]
    assert first["candidates"][0]["imperative"].endswith("train-and-support")
    assert first["translation"].strip() == "We got no training."
    assert (second["off"], second["candidates"]) == ("no-translation", [])
    out = call("match", "northtown", "--width", "100").out
    assert "No suggestions: it is in another language (cy) and has no translation." in out
    assert "Cue of absence: “no training”" in out


def test_what_an_error_leaves_out_is_said_first(call: Call, waits: Path) -> None:
    broken = waiting("int-vcs-08", "Grants.").replace("sector: vcs", "sector: vsc")
    put(waits / "evidence/northtown/int-vcs-08.yaml", broken)
    done = call("match")
    assert done.code == 0
    assert done.out.startswith("Left out, because files have errors:")
    assert call("match", "-f", "json").json["left_out"]
    assert (
        call("match", "-f", "markdown").out.startswith("> **Illustrative") or "Left out" in done.out
    )


def test_the_same_study_gives_the_same_bytes(waits: Path) -> None:
    outs = {
        alone("match", "-f", "json", cwd=waits, PYTHONHASHSEED=seed).stdout for seed in ("0", "7")
    }
    (out,) = outs
    assert json.loads(out)["suggestions"]


def test_a_model_joins_in_and_is_named(call: Call, waits: Path, tmp_path: Path) -> None:
    folder = lay(tmp_path / "tiny")
    put(waits / "evidence/northtown/int-vcs-08.yaml", waiting("int-vcs-08", "The cheque."))
    without = call("match", "-f", "json").json
    found = call("match", "--model", folder, "-f", "json").json
    assert without["model"] is None
    assert found["model"]["name"] == "tiny"
    assert len(found["model"]["sha256"]) == 64
    named = suggested(found)["northtown int-vcs-08 x1"]
    assert named[0] == "pay-in-advance"
    out = call("match", "--model", folder, "--width", "120").out
    assert "Read for meaning by tiny, sha256 " in out
    assert "meaning only (model)" in out


def test_the_environment_can_name_the_model(
    call: Call, waits: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GAPCHECK_MODEL", str(lay(tmp_path / "tiny")))
    assert call("match", "-f", "json").json["model"]["name"] == "tiny"
    monkeypatch.setenv("GAPCHECK_MODEL", str(tmp_path / "gone"))
    done = call("match")
    assert (done.code, done.out) == (2, "")
    assert done.said == f"There is no folder {tmp_path / 'gone'} to take a model from."


def test_nothing_but_match_pays_for_it(root: Path) -> None:
    script = (
        "import sys; from gapcheck.cli.app import run; sys.argv = ['gapcheck', 'report']; run();"
        "assert not {'numpy', 'onnxruntime', 'snowballstemmer'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], cwd=root, check=True, capture_output=True)


CODED = (
    ("The cheque arrived in April.", "pay-in-advance"),
    ("The cheque arrived after the summer.", "pay-in-advance"),
    ("Nobody showed us how committees work.", "train-and-support"),
    ("A course on committees was laid on for us.", "train-and-support"),
)


def coded(name: str, many: int) -> str:
    head = interview(name).partition("excerpts:")[0]
    excerpts = "".join(
        f"  - id: x{number}\n    text: >\n      {CODED[number % 4][0]} It was number {number}.\n"
        f"    codes: {{{CODED[number % 4][1]}: partly}}\n"
        for number in range(many)
    )
    return f"{head}excerpts:\n{excerpts}"


def test_confirmed_codes_teach_from_ten_on_and_calibrate_from_fifty(
    call: Call, waits: Path
) -> None:
    asked = "The cheque arrived and we had to borrow."
    put(waits / "evidence/northtown/int-vcs-08.yaml", waiting("int-vcs-08", asked))
    for many in (6, 7, 46, 47):
        # Three excerpts of the study are coded already.
        put(waits / "evidence/northtown/int-vcs-07.yaml", coded("int-vcs-07", many))
        found = call("match", "-f", "json").json
        coded_ = found["coded"]
        assert coded_ == many + 3
        assert (found["learning"] is not None) == (coded_ >= 10)
        assert (found["calibration"] is not None) == (coded_ >= 50)
    assert found["learning"]["used"]
    assert found["learning"]["ndcg10_with"] > found["learning"]["ndcg10_without"]
    (one,) = [one for one in found["suggestions"] if one["source"] == "int-vcs-08"]
    assert one["candidates"][0]["imperative"].endswith("pay-in-advance")
    assert one["candidates"][0]["confirmed"] > 0.3
    assert 0.5 < one["candidates"][0]["chance"] <= 0.99
    out = call("match", "--width", "120").out
    assert "Calibrated on" in out
    assert "Confirmed codes teach" in out
    assert "like confirmed ones ." in out


@given(st.permutations(range(5)))
@settings(max_examples=8, deadline=None)
def test_the_order_of_files_and_excerpts_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, order: list[int]
) -> None:
    texts = [*TEXTS, "Grants come late.", "Nobody trains us."]
    root = study(tmp_path_factory.mktemp("study"), FILES)
    lines = waiting("int-vcs-09", *texts).split("  - id: ")
    head, excerpts = lines[0], lines[1:]
    shuffled = "  - id: ".join([head, *(excerpts[n] for n in order)])
    put(root / "evidence/northtown/int-vcs-09.yaml", shuffled)
    found = suggest(root, today=TODAY)
    told = [
        (
            one.excerpt,
            one.lead,
            [(each.imperative.name, each.score, each.terms) for each in one.candidates],
        )
        for one in found.suggestions
    ]
    put(root / "evidence/northtown/int-vcs-09.yaml", "  - id: ".join(lines))
    again = suggest(root, today=TODAY)
    assert told == [
        (
            one.excerpt,
            one.lead,
            [(each.imperative.name, each.score, each.terms) for each in one.candidates],
        )
        for one in again.suggestions
    ]


def test_the_sound_study_is_left_as_it_was(call: Call, root: Path) -> None:
    call("match")
    assert {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()} == set(SOUND)
