"""All that is wrong is told in one run, also of what is left out for another reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from .studies import INT, SOUND, changed, said

WRONG = """\
    source: int
    kind: interveiw
    date: 2004-13-05
    speaker: {id: P09, sector: vcs, role: coordinator, partnership: board}
    consent: v2
    asked: [seets]
    excerpts:
      - id: x1
        text: >
          We sit on the board.
        codes:
          - {imperative: seets, stance: happens}
          - {imperative: papers, stance: absent}
      - id: x2
        speaker: P9
        text: >
          They never tell us anything.
        codes: {paper: absent}
    """


def test_a_source_that_is_left_out_is_read_to_its_end(tmp_path: Path) -> None:
    found = said(tmp_path, {INT: WRONG})
    assert [line.partition(" | ")[0] for line in found if "int.yaml" in line] == [
        "evidence/north/int.yaml:2:7-2:16 error[unknown-kind] `interveiw` is no kind of source",
        "evidence/north/int.yaml:3:7-3:17 error[impossible-date] 13 is no month",
        "evidence/north/int.yaml:6:9-6:14 error[unknown-imperative] "
        "no policy has the imperative `seets`",
        "evidence/north/int.yaml:12:22-12:27 error[unknown-imperative] "
        "no policy has the imperative `seets`",
        "evidence/north/int.yaml:15:14-15:16 error[unlisted-speaker] "
        "`P9` is not a speaker of this source",
        "evidence/north/int.yaml:18:13-18:18 error[unknown-imperative] "
        "no policy has the imperative `paper`",
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # an excerpt that is left out, and a code in it
        ("memo: fine", "mmeo: fine", ["unknown-key"]),
        (
            "codes: {papers: absent}",
            "mmeo: x\n            codes: {paper: absent}",
            ["unknown-imperative", "unknown-key"],
        ),
        # a code that is left out, and its imperative
        ("indicator: vote", "indicator: vote, bogus: 1", ["unknown-key"]),
        (
            "imperative: seats, ",
            "imperative: seets, bogus: 1, ",
            ["unknown-imperative", "unknown-key"],
        ),
        # a name that is refused for its form is not called unknown as well
        ("imperative: seats, ", "imperative: Seats!, ", ["malformed-id"]),
    ],
)
def test_what_is_lost_in_part_is_told_once(
    tmp_path: Path, old: str, new: str, expected: list[str]
) -> None:
    found = said(tmp_path, changed(INT, old, new))
    rules = sorted(line.partition("[")[2].partition("]")[0] for line in found if "int.yaml" in line)
    assert rules == expected


@pytest.mark.parametrize(
    "broken",
    [
        "excerpts: x\n",
        "excerpts: [x, {codes: [x, {imperative: 3}]}, {codes: y}]\nasked: z\n",
        "speakers: x\nexcerpts: [{speaker: P1, codes: {}}]\n",
        "speakers: [{id: 3}, x]\nexcerpts: [{speaker: P1, codes: [[]]}]\nasked: [3, []]\n",
        "[]\n",
    ],
)
def test_whatever_stands_there_is_no_crash(tmp_path: Path, broken: str) -> None:
    assert any("int.yaml" in line for line in said(tmp_path, {**SOUND, INT: broken}))
