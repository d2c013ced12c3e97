"""`plan`: whom to see next, in every format, and what it says where it cannot plan."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest

from .calls import Call
from .studies import SHIPPED, SOUND, interview

KEYS = [
    *("format", "gapcheck", "study", "lsp", "name", "illustrative", "as_at", "left_out"),
    *("in_doubt", "conversations", "nobody_to_ask", "every_conversation", "sample"),
    "information_power",
]


def made(root: Path, **more: str) -> Path:
    for name, text in {**SOUND, **more}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return made(tmp_path)


def test_the_whole_plan_of_a_small_study(call: Call, study: Path) -> None:
    assert (
        call("plan", "southby", "--study", study, "--width", "80", "--ascii").out
        == """\
 ILLUSTRATIVE  Southby Partnership is invented. Nobody said the words quoted
here.

Whom to see next: Southby Partnership
Judged as at 12 May 2004

3 verdicts are in doubt: 3 not known. 2 conversations cover 3 of them.

THE ROUND ------------------------------------------- each after those before it

 1  Council, any tier               ## 2
 2  Partnership officers, any tier  # 1
one # an imperative that nobody before it answers

1  COUNCIL, ANY TIER --------------------------------------------- 2 imperatives

Guidance on partnerships
  ? sectors-together  Too little heard  Obliged, and not asked.
    ? What happens here, if anything, about this: bring the sectors together?
    ? What have you seen yourself that shows whether or not there are seats?
    With one more voice: yes > In practice; in part > Partly in practice; no /
    the opposite > Contested; knows of nothing > it stays too little heard
  ? pay-in-advance  Nothing heard  Obliged, and not asked.
    ? What happens here, if anything, about this: pay grants ahead of spending?
    With one more voice: whatever it says > Too little heard; it takes a second
    to settle it

Afterwards write into the source what was put to them, the silence too:
  asked: [guidance-2001/sectors-together, guidance-2001/pay-in-advance]

2  PARTNERSHIP OFFICERS, ANY TIER --------------------------------- 1 imperative

Guidance on partnerships
  ? women-in-the-chair  Nothing heard  Free to do it, and not asked.
    ? What happens here, if anything, about this: balance the chairs?
    With one more voice: whatever it says > Too little heard; it takes a second
    to settle it

Afterwards write into the source what was put to them, the silence too:
  asked: [guidance-2001/women-in-the-chair]

IN EVERY CONVERSATION ----------------------------------------------------------

To begin  What is your part in this partnership, and since when?
To go on  When was that, and where were you?
          Who else took part, and in what part? (No names are needed.)
          What came of it?
          If nothing of the kind happens: what happens instead?
          Is it the same at the board, in the theme groups and in the
          neighbourhoods?
          Is there a paper that shows it?
To end    What should I have asked that I did not?
          Who sees this from another side?

WHO WAS HEARD, AND WHAT HANGS ON WHOM --------------------------- sector by tier

Voluntary sector        Strategic      1 heard
                        Thematic       not heard, 1 hangs on it
                        Neighbourhood  not heard, 1 hangs on it
                        Delivery       not heard, 1 hangs on it
Council                 Thematic       not heard, 1 hangs on it
                        Neighbourhood  not heard, 1 hangs on it
                        Delivery       not heard, 1 hangs on it
                        Any, or none   2 hang on it
Partnership officers    Thematic       not heard, 1 hangs on it
                        Neighbourhood  not heard, 1 hangs on it
                        Delivery       not heard, 1 hangs on it
                        Any, or none   1 hangs on it

INFORMATION POWER ------------------------------ how much a few people will tell

aim          It is narrow: 3 imperatives on 1 topic wait for an answer. Fewer
             people will do.
specificity  All who are to be seen are obliged by what they are asked, or it is
             meant for them. Fewer people will do.
theory       What is asked was fixed beforehand, from policy; but 2 of 3 say
             nowhere what one would see. Add indicators. It takes more people.
dialogue     So far 1 conversation gave 1 first-hand statement. How much the
             next will give hangs on who asks, and how well. Yours to judge.
analysis     It is compared with 1 other partnership: both need voices. It takes
             more people.

No number of interviews follows from this, and none is given. Make the plan anew
after each conversation; stop when what one voice more could change no longer
matters to your aim.
After Malterud, Siersma and Guassora 2016, Qualitative Health Research 26 (13).

HOW THE ROUND WAS CHOSEN -------------------------------------------------------

- What is contested, not known, or hangs on one source is in doubt. One voice
  more is planned for each; two of different sectors where one alone could never
  settle it.
- Whoever covers most of what is still open comes next, at most twelve
  imperatives to a conversation; those whom it obliges or is meant for before
  other members. A second person of a kind may as well be a second meeting with
  the first.
- What a voice could change is an experiment: the evidence as it is, and one
  person more who tells at first hand of what is asked for. It is what the rules
  would say, not what to hope for.

Next:  gapcheck new interview southby/NAME
"""
    )


def test_json_has_all_of_it(call: Call) -> None:
    found = call("plan", "Northtown Strategic Partnership", "--study", SHIPPED, "-f", "json").json
    assert list(found) == KEYS
    assert (found["format"], found["lsp"]) == ("gapcheck-plan/1", "northtown")
    report = call("report", "northtown", "--study", SHIPPED, "-f", "json").json
    doubt = {
        one["imperative"]
        for one in report["findings"]
        if one["group"] in ("contested", "unknown") or one["fragile"]
    }
    assert {one["imperative"] for one in found["in_doubt"]} == doubt
    covered = {
        each["imperative"]
        for one in found["conversations"]
        for each in one["matters"]
        if each["counted"]
    }
    assert covered | set(found["nobody_to_ask"]) == doubt
    for one in found["conversations"]:
        assert 1 <= sum(each["counted"] for each in one["matters"]) <= 12
        for each in one["matters"]:
            assert list(each["one_more_voice"]) == [
                *("happens", "partly", "absent", "opposite", "unaware")
            ]
            assert each["questions"]
    assert [one["component"] for one in found["information_power"]] == [
        *("aim", "specificity", "theory", "dialogue", "analysis")
    ]
    assert found["every_conversation"]["probes"]


@pytest.mark.parametrize("ending", [".txt", ".md", ".html", ".json"])
def test_every_format_asks_the_same_questions(call: Call, study: Path, ending: str) -> None:
    written = study / f"plan{ending}"
    assert call("plan", "southby", "--study", study, "-o", written).code == 0
    said = " ".join(written.read_text("utf-8").split())
    assert "What have you seen yourself that shows whether or not there are seats?" in said
    assert "What happens here, if anything, about this: balance the chairs?" in said
    assert "UNSAID" not in said


def test_word(call: Call, study: Path) -> None:
    written = study / "plan.docx"
    assert call("plan", "southby", "--study", study, "-o", written).code == 0
    document = docx.Document(io.BytesIO(written.read_bytes()))
    said = [each.text for each in document.paragraphs]
    assert "Whom to see next: Southby Partnership" in said
    assert "What have you seen yourself that shows whether or not there are seats?" in said
    heads = [cell.text for cell in document.tables[-1].rows[0].cells]
    assert heads == ["Sector", "Strategic", "Thematic", "Neighbourhood", "Delivery", "Any, or none"]


def test_word_is_not_for_a_terminal(call: Call, study: Path) -> None:
    outcome = call.on_terminal("plan", "southby", "--study", study, "-f", "docx")
    assert outcome.code == 2
    assert "say -o FILE.docx" in outcome.err


def test_the_page_of_the_shipped_study(call: Call) -> None:
    text = call("plan", "millbrook", "--study", SHIPPED, "-f", "html").out
    assert text.count('<section id="c') == text.count('<a href="#c') // 2 > 3
    assert "Malterud, Siersma and Guassora 2016" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("northtwon",), "No partnership is called northtwon. Did you mean northtown?"),
        (("northtown", "-f", "pdf"), "pdf is no format: terminal, markdown, html, json, docx"),
        (("northtown", "-o", "plan.csv"), "plan.csv does not tell a format"),
        ((), "Missing argument"),
        (("northtown", "southby"), "unexpected extra argument"),
    ],
)
def test_what_cannot_be_done(call: Call, study: Path, words: tuple[str, ...], said: str) -> None:
    outcome = call("plan", *words, "--study", study)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.said


def test_a_file_with_errors_is_said_first(call: Call, tmp_path: Path) -> None:
    broken = made(tmp_path, **{"evidence/southby/int-vcs-02.yaml": "source: int-vcs-02\nkind: x\n"})
    found = call("plan", "southby", "--study", broken, "-f", "json").json
    assert found["left_out"][0].startswith("evidence/southby/int-vcs-02.yaml")
    assert "Left out" in call("plan", "southby", "--study", broken).out.splitlines()[0]


def test_a_survey_population_is_no_place_to_visit(call: Call) -> None:
    out = call("plan", "england-nrf-88", "--study", SHIPPED).out
    assert "It stands for 88 places" in " ".join(out.split())


def test_nothing_waits(call: Call, tmp_path: Path) -> None:
    root = made(tmp_path)
    policy = (root / "policies/guidance-2001.yaml").read_text("utf-8")
    wales = policy.replace("nation: england", "nation: wales")
    (root / "policies/guidance-2001.yaml").write_text(wales, encoding="utf-8")
    out = call("plan", "southby", "--study", root).out
    assert "No verdict here is contested, unknown or hangs on one source: nothing waits." in out
    for form in ("markdown", "html", "json"):
        assert call("plan", "southby", "--study", root, "-f", form).code == 0


def test_words_that_consent_withholds_are_in_no_plan(call: Call, tmp_path: Path) -> None:
    root = made(
        tmp_path,
        **{
            "evidence/southby/int-vcs-03.yaml": interview(
                "int-vcs-03", text="UNSAYABLE", consent="{quote: none}"
            )
        },
    )
    for form in ("terminal", "markdown", "html", "json"):
        assert "UNSAYABLE" not in call("plan", "southby", "--study", root, "-f", form).out
    assert json.loads(call("plan", "southby", "--study", root, "-f", "json").out)["conversations"]


@pytest.mark.parametrize("ending", [".md", ".docx", ".html", ".txt"])
def test_the_shipped_study_in_every_format(call: Call, tmp_path: Path, ending: str) -> None:
    written = tmp_path / f"plan{ending}"
    assert call("plan", "northtown", "--study", SHIPPED, "-o", written).code == 0
    if ending == ".docx":
        document = docx.Document(io.BytesIO(written.read_bytes()))
        said = " ".join(each.text for each in document.paragraphs)
    else:
        said = " ".join(written.read_text("utf-8").split())
    assert "If there is time" in said
    assert "asked: [" in said
