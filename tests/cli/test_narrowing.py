"""`--policy`, `--topic` and `--only`: what of a report is shown, and what its counts are of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gapcheck.reports.formats import FORMATS

from .calls import Call
from .studies import SHIPPED

SEEN = ("report", "--study", SHIPPED)
NORTHTOWN = (*SEEN, "northtown", "-f", "json")
GROUPS = ("translated", "partly", "gap", "contested", "unknown")


def named(found: dict[str, object]) -> set[str]:
    findings = found["findings"]
    assert isinstance(findings, list)
    return {one["imperative"] for one in findings}


@pytest.mark.parametrize(
    "typed", ["compact-1998", "COMPACT-1998 ", "funding-code-2000,compact-1998"]
)
def test_a_policy_leaves_its_imperatives_and_counts_them_alone(call: Call, typed: str) -> None:
    found = call(*NORTHTOWN, "--policy", typed).json
    policies = {name.partition("/")[0] for name in named(found)}
    assert policies == {each.strip().lower() for each in typed.split(",")}
    every = call(*NORTHTOWN).json
    assert found["findings"] == [
        one for one in every["findings"] if one["imperative"].partition("/")[0] in policies
    ]
    (part,) = found["partnerships"]
    groups = [one["group"] for one in found["findings"]]
    assert part["totals"] == {group: groups.count(group) for group in GROUPS}
    assert {row["imperative"] for row in found["across"]} == named(found)


def test_a_title_does_for_a_policy_and_the_option_may_be_repeated(call: Call) -> None:
    titled = call(*NORTHTOWN, "--policy", "compact funding code").out
    assert titled == call(*NORTHTOWN, "--policy", "funding-code-2000").out
    once = call(*NORTHTOWN, "--policy", "compact-1998,funding-code-2000").out
    assert call(*NORTHTOWN, "--policy", "compact-1998", "--policy", "funding-code-2000").out == once


def test_a_topic_leaves_the_imperatives_on_it(call: Call) -> None:
    health = named(call(*NORTHTOWN, "--topic", "health").json)
    both = named(call(*NORTHTOWN, "--topic", "health", "--topic", "funding").json)
    funding = named(call(*NORTHTOWN, "--topic", "Funding").json)
    assert health
    assert funding
    assert both == health | funding


def test_policy_and_topic_have_both_to_hold(call: Call) -> None:
    topic = named(call(*NORTHTOWN, "--topic", "funding").json)
    policy = named(call(*NORTHTOWN, "--policy", "compact-1998").json)
    found = call(*NORTHTOWN, "--topic", "funding", "--policy", "compact-1998").json
    assert named(found) == topic & policy


def test_nothing_may_be_left(call: Call) -> None:
    done = call(*SEEN, "northtown", "--policy", "funding-code-2000", "--topic", "health")
    assert done.code == 0
    assert "Only imperatives of Compact Funding Code on health: 0 of 131." not in done.out
    assert "0 of 131." in " ".join(done.out.split())


@pytest.mark.parametrize("typed", ["gap,contested", "gap, contested", "contested,gap"])
def test_only_leaves_findings_and_counts_all(call: Call, typed: str) -> None:
    every, found = call(*NORTHTOWN).json, call(*NORTHTOWN, "--only", typed).json
    kept = [one for one in every["findings"] if one["group"] in ("gap", "contested")]
    assert found["findings"] == kept
    assert len(kept) == 9
    assert found["partnerships"] == every["partnerships"]


def test_only_takes_verdicts_with_hyphens(call: Call) -> None:
    found = call(*NORTHTOWN, "--only", "paper-only").json
    assert {one["verdict"] for one in found["findings"]} == {"paper_only"}


def test_of_a_whole_study_only_leaves_whole_imperatives(call: Call) -> None:
    every = call(*SEEN, "-f", "json").json
    found = call(*SEEN, "-f", "json", "--only", "contested").json
    names = {one["imperative"] for one in every["findings"] if one["group"] == "contested"}
    assert named(found) == names
    assert found["findings"] == [one for one in every["findings"] if one["imperative"] in names]
    assert found["across"] == [one for one in every["across"] if one["imperative"] in names]
    assert sum(part["totals"]["contested"] for part in found["partnerships"]) == sum(
        one["group"] == "contested" for one in every["findings"]
    )


@pytest.mark.parametrize("form", ["terminal", *(each for each in FORMATS if each != "json")])
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ("northtown", "--policy", "funding-code-2000"),
            "Only imperatives of Compact Funding Code: 1 of 131.",
        ),
        (
            ("northtown", "--only", "contested,gap"),
            "Only findings judged “gap” or “contested”: 9 of 52. Counts are of all.",
        ),
        (
            ("northtown", "--topic", "funding", "--only", "untested"),
            "judged “claimed, not tested”:",
        ),
        (
            ("--only", "gap", "--topic", "health"),
            "on health with a finding judged “gap”:",
        ),
    ],
)
def test_every_face_says_first_what_it_is_of(
    call: Call, form: str, options: tuple[str, ...], said: str
) -> None:
    out = call(*SEEN, *options, "-f", form).out
    text = " ".join(re.sub(r"<[^>]+>|^> ?", " ", out, flags=re.MULTILINE).split())
    assert said in text.replace("&#34;", '"')


def test_where_a_group_was_not_asked_for_nobody_is_told_that_there_is_none(call: Call) -> None:
    markdown = call(*SEEN, "northtown", "--only", "gap", "-f", "markdown").out
    assert markdown.count("Not asked for in this report.") == 2
    assert "No finding is contested." not in markdown
    assert "Every imperative that applies here could be judged." not in markdown
    page = call(*SEEN, "northtown", "--only", "paper_only", "-f", "html").out
    assert "Not asked for in this report." in page
    assert '<p class="remark">None.</p>' not in page
    assert "Against</dt><dd>131 imperatives in 39 national policies" in page
    assert "131 imperatives in 39 policies" in call(*SEEN, "northtown", "--only", "gap").out


def test_the_public_is_told_of_the_whole_edition(call: Call) -> None:
    whole = call(*NORTHTOWN, "--audience", "public").json
    found = call(*NORTHTOWN, "--audience", "public", "--policy", "compact-1998").json
    # What may be told is decided before: two editions side by side must not tell more.
    names = named(found)
    assert found["findings"] == [one for one in whole["findings"] if one["imperative"] in names]
    assert found["edition"] == whole["edition"]
    out = call(*SEEN, "northtown", "--audience", "public", "--policy", "compact-1998").out
    assert "is said of the whole edition." in " ".join(out.split())


def test_a_gate_looks_at_all_that_was_asked_of(call: Call) -> None:
    shown = call(*NORTHTOWN, "--only", "contested", "--fail-on", "gap")
    assert shown.code == 1
    other = call(*NORTHTOWN, "--policy", "compact-1998", "--fail-on", "contrary")
    assert "contrary" not in other.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ("--policy", "compact-1999"),
            "called compact-1999. Did you mean compact-1998?",
        ),
        (("--policy", "zzz"), "No policy is called zzz. The policies: "),
        (("--topic", "helth"), "No topic is called helth. Did you mean health?"),
        (("--topic", "zzz"), "No topic is called zzz. The topics: "),
        (("--only", "gapp"), "--only: gapp is no verdict or group. Did you mean `gap`?"),
        (("--only", ","), "--only names nothing."),
    ],
)
def test_what_is_not_known_is_refused(call: Call, options: tuple[str, ...], said: str) -> None:
    done = call(*SEEN, "northtown", *options)
    assert (done.code, done.out) == (2, "")
    assert said in done.said


def test_an_empty_name_asks_for_all(call: Call, tmp_path: Path) -> None:
    assert call(*NORTHTOWN, "--policy", "", "--topic", " , ").out == call(*NORTHTOWN).out
