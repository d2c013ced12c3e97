"""`report --sensitivity`: what other settings would change, in every format that shows it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .calls import Call
from .studies import NORTHTOWN, SHIPPED, SOUND, interview

ASKED = ("report", "--sensitivity")
SETTINGS = ["cuts-5-95", "cuts-20-80", "cuts-33-67", "without-stale", "without-unaware"]
SETTINGS += ["without-obliged", "coders"]


def made(root: Path, **more: str) -> Path:
    files = {**SOUND, **{name.replace("__", "/"): text for name, text in more.items()}}
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return made(tmp_path)


def test_the_whole_of_a_small_study(call: Call, study: Path) -> None:
    assert (
        call(*ASKED, "--study", study, "--width", "80", "--ascii").out
        == """\
 ILLUSTRATIVE  All two partnerships and every word are invented.

A small study
How stable the verdicts are. Every verdict is judged again under other settings,
one at a time; day and scope stay as they are. A change is no error: it says
what the verdict rests on.

Of 6 verdicts, 4 are the same under the one setting that reaches any, and 2
change. Of those that are the same, 4 are reached by none, 3 of them because
nothing was heard.

never change                ###################......... 4
change under one setting    #########................... 2
change under two            ............................ 0
change under three or more  ............................ 0

SETTINGS ---------------------------- changed, of the verdicts that each reaches

    survey cuts at 5 % and 95 %        does not apply: no share of a survey is
                                       coded.
    survey cuts at 20 % and 80 %       does not apply: no share of a survey is
                                       coded.
    survey cuts at 33 % and 67 %       does not apply: no share of a survey is
                                       coded.
    without stale statements           does not apply: no statement that may be
                                       used is stale.
    without those who know of nothing  does not apply: nobody was asked and knew
                                       of nothing.
A   without the voices of the obliged  ################# 2 of 2 change
    each coder alone                   does not apply: nobody coded a source a
                                       second time.

WHAT CHANGES --------------------------------------------------------- from > to

A   without the voices of the obliged  2 of 2 change
    o Not in practice > ? Too little heard  (2)
      northtown: sectors-together, pay-in-advance

VERDICTS BY SETTING ----------------------------------- a code: what it would be

                          now  A

northtown
sectors-together          o NO ? TL
pay-in-advance            o NO ? TL

o NO Not in practice   ? TL Too little heard
=  the same   -  not reached by this setting

NO SETTING CHANGES THESE -------------------------------------------------------

? Too little heard  1
    southby:
      sectors-together
? Nothing heard  3
    northtown:
      women-in-the-chair
    southby:
      pay-in-advance, women-in-the-chair

HOW TO READ THIS ---------------------------------------------------------------

- The share of a setting is of the verdicts that it reaches: those that hold a
  statement which it leaves out or reads anew. Of the others it says nothing.
- "Coder ... alone" takes that person's codes and nobody else's, so a verdict
  may change because less is heard. "Second codes ... for the first" changes
  nothing but the codes of excerpts that both coded: what changes there is
  disagreement between two people.
- No setting is truer than the study's own. Report what changes, and why your
  choice stands.
"""
    )


def test_json_says_null_where_a_setting_does_not_apply(call: Call, study: Path) -> None:
    found = call(*ASKED, "--study", study, "-f", "json").json
    assert found["format"] == "gapcheck-sensitivity/1"
    assert [each["key"] for each in found["settings"]] == SETTINGS
    *none, obliged, coders = found["settings"]
    for each in (*none, coders):
        assert (each["applies"], each["reached"], each["changed"]) == (False, None, None)
        assert each["why_not"].endswith(".")
    assert (obliged["reached"], obliged["changed"], obliged["why_not"]) == (2, 2, None)
    assert obliged["changes"] == [
        {
            "lsp": "northtown",
            "imperative": f"guidance-2001/{name}",
            "verdict": "not_translated",
            "otherwise": "insufficient",
        }
        for name in ("sectors-together", "pay-in-advance")
    ]
    assert (found["verdicts"], found["changing"], len(found["never_change"])) == (6, 2, 4)


def test_a_partnership_by_name_and_a_part_of_it(call: Call) -> None:
    seen = (*ASKED, "--study", SHIPPED, "-f", "json")
    whole = call(*seen, "northtown").json
    part = call(*seen, "northtown", "--only", "gap").json
    assert part["verdicts"] == sum(
        one["group"] == "gap"
        for one in call("report", "--study", SHIPPED, "northtown", "-f", "json").json["findings"]
    )
    names = {one["imperative"] for one in part["never_change"]}
    assert names <= {one["imperative"] for one in whole["never_change"]}
    for before, after in zip(whole["settings"], part["settings"], strict=True):
        assert before["key"] == after["key"]
        assert [c for c in before["changes"] if c in after["changes"]] == after["changes"]
    policy = call(*seen, "northtown", "--policy", "compact-1998").json
    assert {
        c["imperative"].partition("/")[0] for each in policy["settings"] for c in each["changes"]
    } <= {"compact-1998"}


def test_an_unknown_partnership(call: Call, study: Path) -> None:
    outcome = call(*ASKED, "northtwon", "--study", study)
    assert outcome.code == 2
    assert "Did you mean northtown?" in outcome.err


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--brief", "northtown"), "two reports: say one of them"),
        (("-f", "csv"), "csv does not show --sensitivity: terminal, markdown, html, json"),
        (("--audience", "public"), "--sensitivity is for the team alone"),
    ],
)
def test_what_does_not_go_together(
    call: Call, study: Path, more: tuple[str, ...], said: str
) -> None:
    outcome = call(*ASKED, "--study", study, *more)
    assert outcome.code == 2
    assert said in outcome.said


def test_every_format_into_a_folder_and_by_its_ending(call: Call, study: Path) -> None:
    for ending in (".txt", ".md", ".html", ".json"):
        written = study / f"all{ending}"
        assert call(*ASKED, "--study", study, "-o", written).code == 0
        said = " ".join(written.read_text("utf-8").casefold().split())
        assert "nobody coded a source a second time" in said
    folder = study / "out"
    folder.mkdir()
    assert call(*ASKED, "--study", study, "-f", "json", "-o", folder).code == 0
    found = json.loads((folder / "northtown.json").read_text("utf-8"))
    assert found["format"] == "gapcheck-sensitivity/1"
    assert found == call(*ASKED, "northtown", "--study", study, "-f", "json").json


def test_a_gate_looks_at_the_verdicts_as_they_are(call: Call, study: Path) -> None:
    assert call(*ASKED, "--study", study, "--fail-on", "gap").code == 1
    assert call(*ASKED, "--study", study, "--fail-on", "contested").code == 0


def test_words_that_consent_withholds_and_names_that_a_terminal_obeys(
    call: Call, tmp_path: Path
) -> None:
    root = made(
        tmp_path,
        evidence__northtown__lsp=NORTHTOWN,
        **{
            "evidence__northtown__int-vcs-03.yaml": interview(
                "int-vcs-03", text="UNSAYABLE", consent="{quote: none}"
            )
        },
    )
    (root / "evidence/northtown/lsp").unlink()
    for form in ("terminal", "markdown", "html", "json"):
        assert "UNSAYABLE" not in call(*ASKED, "--study", root, "-f", form).out


def test_a_narrow_screen_and_another_format_say_the_same_of_the_shipped_study(call: Call) -> None:
    seen = (*ASKED, "northtown", "--study", SHIPPED)
    narrow = call(*seen, "--width", "44").out
    assert max(map(len, narrow.splitlines())) <= 44
    assert narrow.count("now  ") > 1
    document = call(*seen, "-f", "markdown").out
    found = call(*seen, "-f", "json").json
    for setting in found["settings"]:
        said = f"{setting['changed']} of {setting['reached']} change"
        assert said in document
    for one in found["never_change"]:
        assert one["imperative"].partition("/")[2] in document
        assert one["imperative"].partition("/")[2] in " ".join(narrow.split())
    assert "hang on one source" in " ".join(document.split())


def test_nothing_to_judge_again(call: Call, study: Path) -> None:
    policy = (study / "policies/guidance-2001.yaml").read_text("utf-8")
    wales = policy.replace("nation: england", "nation: wales")
    (study / "policies/guidance-2001.yaml").write_text(wales, encoding="utf-8")
    for form in ("terminal", "markdown", "html"):
        said = " ".join(call(*ASKED, "--study", study, "-f", form).out.split())
        assert "No imperative of this report applies here" in said
    alone = call(*ASKED, "southby", "--study", SHIPPED)
    assert alone.code == 2


def test_no_setting_reaches_anything(call: Call, study: Path) -> None:
    said = " ".join(call(*ASKED, "southby", "--study", study, "-f", "markdown").out.split())
    assert "None of the settings reaches a verdict here: nothing was judged again." in said
