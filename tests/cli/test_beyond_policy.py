"""`report --beyond-policy` and its section: themes that fit no imperative, with consent kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from .calls import Call
from .studies import SHIPPED, SOUND, SOUTHBY, interview

ASKED = ("report", "--beyond-policy")
FORMATS = ("terminal", "markdown", "html", "json")


def themed(name: str, text: str = "We lend the minibus.", consent: str = "{analysis: true}") -> str:
    more = "    themes: [shared vans]\n"
    return interview(name, codes="[]", text=text, consent=consent, more=more)


THREE = {
    "evidence/westby/lsp.yaml": SOUTHBY.replace("south", "west").replace("South", "West"),
    "evidence/northtown/int-vcs-05.yaml": themed("int-vcs-05"),
    "evidence/southby/int-vcs-05.yaml": themed("int-vcs-05").replace("P-int", "P-south"),
    "evidence/westby/int-vcs-05.yaml": themed(
        "int-vcs-05", "UNSAYABLE minibus.", "{quote: none}"
    ).replace("P-int", "P-west"),
}


def made(root: Path, more: Mapping[str, str] = THREE) -> Path:
    for name, text in {**SOUND, **more}.items():
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
 ILLUSTRATIVE  All three partnerships and every word are invented.

A small study

PRACTICE BEYOND POLICY ---------------------- themes that no imperative asks for

Excerpts to which coders gave a theme and no imperative: what people do, or
miss, that no policy of this study asks for.
1 theme on 3 excerpts that fit no imperative; 3 of 3 partnerships have themes.

shared vans  3 of 3 partnerships with themes, 3 voices
  words: lend, minibus
    "We lend the minibus."
    officer, voluntary sector, 12 May 2004; Northtown Strategic Partnership
    evidence/northtown/int-vcs-05.yaml:7
    "We lend the minibus."
    officer, voluntary sector, 12 May 2004; Southby Partnership
    evidence/southby/int-vcs-05.yaml:7
    (the words are not shown: consent does not cover quoting)
    officer, voluntary sector, 12 May 2004; Westby Partnership
    evidence/westby/int-vcs-05.yaml:7

WHERE POLICY IS SILENT -------------------- a gap in the policy, not in practice

Themes of most partnerships, mostly without a code, in words that no imperative
holds: a gap in the policy, not in practice.
- shared vans: in 3 of 3 partnerships with themes (Northtown Strategic
  Partnership, Southby Partnership and Westby Partnership); 3 of 3 excerpts
  without a code

HOW TO READ THIS ---------------------------------------------------------------

- A theme is here because somebody coded it. What was not coded with a theme is
  not counted, and partnerships without any theme say nothing here.
- Spellings that are nearly alike are taken as one, and named. Themes "spoken of
  alike" share rare words: look whether they are one.
- No verdict rests on any of this.
"""
    )


def test_json_by_itself_and_as_a_key_of_the_whole_report(call: Call, study: Path) -> None:
    found = call(*ASKED, "--study", study, "-f", "json").json
    assert found["format"] == "gapcheck-beyond-policy/1"
    (theme,) = found["beyond_policy"]["themes"]
    assert (theme["theme"], theme["partnerships"], theme["voices"]) == (
        "shared vans",
        ["northtown", "southby", "westby"],
        3,
    )
    assert [one["quote"] for one in theme["excerpts"]] == ["We lend the minibus."] * 2 + [None]
    (silent,) = found["beyond_policy"]["policy_silent"]
    assert (silent["theme"], silent["excerpts"], silent["without_a_code"]) == ("shared vans", 3, 3)
    whole = call("report", "--study", study, "-f", "json").json
    assert list(whole)[-1] == "beyond_policy"
    assert whole["beyond_policy"] == found["beyond_policy"]


def test_a_report_on_partnerships_named_has_no_such_section(call: Call, study: Path) -> None:
    for form in ("terminal", "markdown", "html", "json"):
        out = call("report", "southby", "--study", study, "-f", form).out
        assert "shared vans" not in out
    one = call(*ASKED, "southby", "--study", study, "-f", "json").json
    assert [each["partnerships"] for each in one["beyond_policy"]["themes"]] == [["southby"]]


def test_the_report_on_the_whole_study_has_a_section(call: Call, study: Path) -> None:
    for form in ("terminal", "markdown", "html"):
        out = call("report", "--study", study, "-f", form).out
        assert "shared vans" in out
        assert "practice beyond policy" in out.casefold()
        assert "where policy is silent" in out.casefold()


def test_words_that_consent_withholds_are_nowhere(call: Call, study: Path) -> None:
    for form in FORMATS:
        assert "UNSAYABLE" not in call(*ASKED, "--study", study, "-f", form).out
        assert "UNSAYABLE" not in call("report", "--study", study, "-f", form).out


def test_nothing_of_it_is_for_the_public(call: Call, tmp_path: Path) -> None:
    asked = call(*ASKED, "--study", SHIPPED, "--audience", "public")
    assert asked.code == 2
    assert "--beyond-policy is for the team alone" in asked.said
    for form in FORMATS:
        out = call("report", "--study", SHIPPED, "--audience", "public", "-f", form).out
        assert out
        assert "priorities from elsewhere" not in out
        assert "beyond_policy" not in out


def test_a_study_without_such_themes_says_so(call: Call, tmp_path: Path) -> None:
    root = made(tmp_path, {})
    for form in ("terminal", "markdown", "html"):
        said = " ".join(call(*ASKED, "--study", root, "-f", form).out.split())
        assert "No excerpt of this report has a theme and fits no imperative." in said
    found = call(*ASKED, "southby", "--study", root, "-f", "json").json
    assert found["beyond_policy"] is None
    assert "beyond_policy" not in call("report", "--study", root, "-f", "json").json


def test_a_misspelt_imperative_is_not_taken_for_practice_beyond_policy(
    call: Call, tmp_path: Path
) -> None:
    more = "    themes: [shared vans]\n"
    slip = interview("int-vcs-05", codes="{sectors-togethr: absent}", more=more)
    root = made(tmp_path, {"evidence/southby/int-vcs-05.yaml": slip})
    found = call(*ASKED, "--study", root, "-f", "json").json["beyond_policy"]
    assert found["themes"] == []
    assert found["in_files_with_errors"] == 1


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--sensitivity",), "--sensitivity and --beyond-policy are two reports"),
        (("northtown", "--brief"), "--beyond-policy and --brief are two reports"),
        (("-f", "docx"), "docx does not show --beyond-policy"),
        (("nrthtown",), "Did you mean northtown?"),
    ],
)
def test_what_does_not_go_together(
    call: Call, study: Path, more: tuple[str, ...], said: str
) -> None:
    outcome = call(*ASKED, "--study", study, *more)
    assert outcome.code == 2
    assert said in outcome.said


def test_an_overview_shows_few_and_says_how_many_more(call: Call) -> None:
    out = call("report", "--study", SHIPPED).out
    assert "and 1 more:  gapcheck report --beyond-policy" in out
    every = call(*ASKED, "--study", SHIPPED, "-f", "markdown").out
    assert every.count("evidence/woldshire/int-county-01.yaml") == 2


def test_what_is_left_aside_is_said_and_notes_are_no_quotation(call: Call, tmp_path: Path) -> None:
    waits = themed("int-vcs-06").replace("    codes: []\n", "")
    notes = themed("int-vcs-07", "Minibus lent.").replace("excerpts:", "words: notes\nexcerpts:")
    slip = themed("int-vcs-08").replace("codes: []", "codes: {sectors-togethr: absent}")
    more = {"int-vcs-06": waits, "int-vcs-07": notes, "int-vcs-08": slip}
    files = {f"evidence/southby/{name}.yaml": text for name, text in more.items()}
    root = made(tmp_path, files)
    (root / "gapcheck.yaml").write_text("question: What is done?\n", encoding="utf-8")
    for form in ("terminal", "markdown", "html"):
        said = " ".join(call(*ASKED, "--study", root, "-f", form).out.split())
        assert "1 excerpt has a theme and were not reviewed" not in said
        assert "1 excerpt with a theme was not reviewed against the imperatives yet." in said
        assert "1 excerpt with a theme stands in a file with errors" in said
        assert "Notes: Minibus lent." in said
        assert "No theme of this report is in three partnerships" in said
    assert "What is done?" not in call(*ASKED, "--study", root).out


def test_no_theme_at_all(call: Call, tmp_path: Path) -> None:
    root = made(tmp_path, {})
    path = root / "evidence/northtown/int-vcs-01.yaml"
    path.write_text(path.read_text("utf-8").replace("    themes: [paper flow]\n", ""), "utf-8")
    for form in ("terminal", "markdown", "html"):
        said = " ".join(call(*ASKED, "--study", root, "-f", form).out.split())
        assert "No excerpt of this report has a theme and fits no imperative." in said
