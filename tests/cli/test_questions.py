"""`explain`, `list`, `rules` and `schema`: questions about a study and about the program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gapcheck.assess.rules import RULES
from gapcheck.checks.catalogue import CATALOGUE
from gapcheck.inventory import INVENTORIES
from gapcheck.schema.kinds import KINDS

from .calls import Call
from .studies import COMPACT, SHIPPED, interview, study


def test_explain_with_two_names_is_one_finding(call: Call, root: Path) -> None:
    done = call("explain", "northtown", "pay-in-advance")
    assert (done.code, done.err) == (0, "")
    assert "in Northtown Strategic Partnership" in done.out
    assert "guidance-2001/pay-in-advance" in done.out
    assert "int-vcs-01 x1" in done.out
    assert "Southby" not in done.out
    named = call("explain", "Northtown Strategic Partnership", "guidance-2001/pay-in-advance")
    assert named == done


def test_explain_with_one_name_is_the_imperative_everywhere(call: Call, root: Path) -> None:
    done = call("explain", "sectors-together")
    assert done.code == 0
    assert "guidance-2001/sectors-together" in done.out
    assert "Northtown" in done.out
    assert "Southby" in done.out


@pytest.mark.parametrize("words", [("explain",), ("explain", "a", "b", "c")])
def test_explain_wants_one_or_two_names(call: Call, root: Path, words: tuple[str, ...]) -> None:
    done = call(*words)
    assert (done.code, done.out) == (2, "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("sector-together",),
            "No policy has the imperative sector-together. Did you mean sectors-together?\n",
        ),
        (
            ("northtown", "guidance-2001/pay-in-advanse"),
            "guidance-2001/pay-in-advanse. Did you mean guidance-2001/pay-in-advance?\n",
        ),
        (("xyz",), "xyz. `gapcheck list imperatives` names them all.\n"),
        (("northtwon", "pay-in-advance"), "northtwon. Did you mean northtown?\n"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(
    call: Call, root: Path, words: tuple[str, ...], said: str
) -> None:
    done = call("explain", *words)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(said)


def test_a_short_name_of_two_imperatives_is_refused_with_both(call: Call, root: Path) -> None:
    study(root, {"policies/compact-1998.yaml": COMPACT})
    done = call("explain", "pay-in-advance")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "Several imperatives are called pay-in-advance: "
        "write compact-1998/pay-in-advance or guidance-2001/pay-in-advance.\n"
    )


def test_explain_goes_into_a_file(call: Call, root: Path) -> None:
    shown = call("explain", "northtown", "pay-in-advance").out
    call("explain", "northtown", "pay-in-advance", "-o", "why.txt")
    assert (root / "why.txt").read_text("utf-8") == shown


LISTS: dict[str, list[dict[str, object]]] = {
    "imperatives": [
        {
            "imperative": "guidance-2001/sectors-together",
            "modality": "should",
            "codes": 3,
            "partnerships": 2,
            "text": "Bring the sectors together.",
        },
        {
            "imperative": "guidance-2001/pay-in-advance",
            "modality": "must",
            "codes": 2,
            "partnerships": 1,
            "text": "Pay grants ahead of spending.",
        },
        {
            "imperative": "guidance-2001/women-in-the-chair",
            "modality": "may",
            "codes": 0,
            "partnerships": 0,
            "text": "Balance the chairs.",
        },
    ],
    "sources": [
        {
            "source": f"{name}",
            "kind": "interview",
            "date": "2004-05-12",
            "excerpts": 1,
            "codes": codes,
            "unreviewed": 0,
        }
        for name, codes in (
            ("northtown/int-council-01", 2),
            ("northtown/int-vcs-01", 2),
            ("southby/int-vcs-02", 1),
        )
    ],
    "partnerships": [
        {
            "partnership": name,
            "kind": "lsp",
            "nation": "england",
            "standing": "invented",
            "sources": number,
            "excerpts": number,
            "name": full,
        }
        for name, number, full in (
            ("northtown", 2, "Northtown Strategic Partnership"),
            ("southby", 1, "Southby Partnership"),
        )
    ],
    "themes": [{"theme": "paper flow", "excerpts": 1, "partnerships": 1}],
}


@pytest.mark.parametrize("what", INVENTORIES)
def test_lists_for_programs(call: Call, root: Path, what: str) -> None:
    done = call("list", what, "-f", "json")
    assert done.json == {"format": "gapcheck-list/1", what: LISTS[what]}


@pytest.mark.parametrize("what", INVENTORIES)
def test_lists_for_people_hold_the_same(call: Call, root: Path, what: str) -> None:
    heading, *rows = call("list", what, "--width", "200").out.splitlines()
    assert heading.split() == list(LISTS[what][0])
    assert [row.split() for row in rows] == [
        " ".join(map(str, one.values())).split() for one in LISTS[what]
    ]
    call("list", what, "--width", "200", "-o", "list.txt")
    assert (root / "list.txt").read_text("utf-8").splitlines()[1:] == rows


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("source", "There is no list of source. Did you mean `sources`?\n"),
        (
            "xyz",
            "There is no list of xyz. There are: imperatives, sources, partnerships, themes.\n",
        ),
    ],
)
def test_an_unknown_list_is_answered_with_the_ones_there_are(
    call: Call, root: Path, what: str, said: str
) -> None:
    done = call("list", what)
    assert (done.code, done.out, done.err) == (2, "", said)


def test_a_list_in_an_unknown_format_is_refused(call: Call, root: Path) -> None:
    done = call("list", "themes", "-f", "csv")
    assert (done.code, done.out) == (2, "")
    assert "csv is no format: terminal, json" in done.said


def test_a_list_for_programs_is_pure_ascii(call: Call, tmp_path: Path) -> None:
    odd = interview("int-vcs-01", more="    themes: [pa\u200fpur hwyr \u0175]\n")
    here = study(tmp_path / "s", {"evidence/northtown/int-vcs-01.yaml": odd})
    out = call("--study", here, "list", "themes", "-f", "json").out
    assert out.isascii()
    assert json.loads(out)["themes"][0]["theme"] == "pa\u200fpur hwyr \u0175"
    assert "pa\\u200fpur hwyr \u0175" in call("--study", here, "list", "themes").out


def test_rules_are_all_listed(call: Call, nowhere: Path) -> None:
    done = call("rules", "--width", "200")
    assert (done.code, done.err) == (0, "")
    words = done.out.split()
    assert all(one.name in words for one in RULES)
    assert all(f"{one.name:22} {one.summary}" in done.out for one in CATALOGUE.values())


@pytest.mark.parametrize("name", sorted({*CATALOGUE, *(one.name for one in RULES)}))
def test_every_rule_is_explained(call: Call, nowhere: Path, name: str) -> None:
    done = call("rules", name, "--width", "400")
    assert (done.code, done.err) == (0, "")
    if name in CATALOGUE:
        assert done.out.startswith(f"{name} ({CATALOGUE[name].severity}, found by ")
        assert CATALOGUE[name].summary in done.out
        assert " ".join(CATALOGUE[name].story.split()) in " ".join(done.out.split())
    for one in RULES:
        if one.name == name:
            assert one.when in done.out
            assert f"({one.verdict})" in done.out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("duplicat-key", "There is no rule called duplicat-key. Did you mean `duplicate-key`?\n"),
        ("xyz", "There is no rule called xyz. `gapcheck rules` lists them all.\n"),
    ],
)
def test_an_unknown_rule_is_answered_with_the_nearest(
    call: Call, nowhere: Path, name: str, said: str
) -> None:
    done = call("rules", name)
    assert (done.code, done.out, done.err) == (2, "", said)


def test_rules_go_into_a_file(call: Call, nowhere: Path) -> None:
    call("rules", "-o", "rules.txt")
    assert (nowhere / "rules.txt").read_text("utf-8") == call("rules").out


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_has_a_schema_outside_of_a_study_too(
    call: Call, nowhere: Path, kind: str
) -> None:
    done = call("schema", kind)
    assert (done.code, done.err) == (0, "")
    assert done.json["$schema"].startswith("https://json-schema.org/")
    assert done.json["title"]
    assert done.out.endswith("}\n")
    call("schema", kind, "-o", "s.json")
    assert (nowhere / "s.json").read_text() == done.out


def test_in_a_study_the_schema_knows_its_own_words(
    call: Call, nowhere: Path, tmp_path: Path
) -> None:
    here = study(tmp_path / "s", {"gapcheck.yaml": "study: S\nsectors: {fire: Fire and rescue}\n"})
    inside = call("--study", here, "schema", "source")
    assert "fire" in inside.json["properties"]["author"]["enum"]
    assert "fire" not in call("schema", "source").json["properties"]["author"]["enum"]
    assert "healthwatch" in call("--study", SHIPPED, "schema", "policy").out


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("sorce", "There is no kind of file called sorce. Did you mean `source`?\n"),
        (
            "xyz",
            "There is no kind of file called xyz. "
            "Kinds: study, policy, partnership, source, codes, signoff, codemap.\n",
        ),
    ],
)
def test_an_unknown_kind_is_answered_with_the_nearest(
    call: Call, nowhere: Path, kind: str, said: str
) -> None:
    done = call("schema", kind)
    assert (done.code, done.out, done.err) == (2, "", said)
