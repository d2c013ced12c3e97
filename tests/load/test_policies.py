"""A policy's file: what is wrong in it, and what is left out for that."""

from __future__ import annotations

from pathlib import Path

import pytest

from .studies import POLICY, SOUND, Files, changed, said

CASES: list[tuple[str, Files, list[str]]] = [
    (
        "two imperatives with one id",
        changed(POLICY, "id: papers", "id: seats"),
        [
            (
                "evidence/north/int.cd.yaml:4:21-4:26 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/int.cd.yaml:5:8-5:14 error[unknown-imperative] no policy "
                "has the imperative `papers` | `gapcheck list imperatives` names them all. "
                "| out: this code"
            ),
            (
                "evidence/north/int.yaml:7:9-7:14 error[unknown-imperative] the imperative "
                "`seats` is left out for an error in its own file | Mend that first. | "
                "out: this entry"
            ),
            (
                "evidence/north/int.yaml:13:22-13:27 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/int.yaml:17:13-17:19 error[unknown-imperative] no policy "
                "has the imperative `papers` | `gapcheck list imperatives` names them all. "
                "| out: this code"
            ),
            (
                "evidence/north/signoff.yaml:1:15-1:20 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this entry"
            ),
            (
                "evidence/north/survey.yaml:10:22-10:27 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "policies/guidance.yaml:15:9-15:14 error[duplicate-id] `seats` is the id "
                "of two items | Give each its own. Neither is used until then. | also "
                "policies/guidance.yaml:9:9-9:14 the first stands here | out: imperative "
                "seats"
            ),
        ],
    ),
    (
        "an imperative that ends before it begins",
        changed(POLICY, "{from: 2002}", "{from: 2002, to: 2001-12}"),
        [
            (
                "evidence/north/int.cd.yaml:5:8-5:14 error[unknown-imperative] the "
                "imperative `papers` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/int.yaml:17:13-17:19 error[unknown-imperative] the "
                "imperative `papers` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "policies/guidance.yaml:20:32-20:39 error[end-before-start] it ends on "
                "2001-12, before it begins on 2002 | Exchange the two, or correct one. | "
                "out: imperative papers"
            ),
        ],
    ),
    (
        "a policy that ends before it begins",
        changed(POLICY, "to: 2008", "to: 2001-02"),
        [
            (
                "evidence/north/int.cd.yaml:4:21-4:26 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/int.cd.yaml:5:8-5:14 error[unknown-imperative] the "
                "imperative `papers` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/int.yaml:7:9-7:14 error[unknown-imperative] the imperative "
                "`seats` is left out for an error in its own file | Mend that first. | "
                "out: this entry"
            ),
            (
                "evidence/north/int.yaml:13:22-13:27 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/int.yaml:17:13-17:19 error[unknown-imperative] the "
                "imperative `papers` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/signoff.yaml:1:15-1:20 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this entry"
            ),
            (
                "evidence/north/survey.yaml:10:22-10:27 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "policies:1:1-1:1 error[empty-study] policies/ holds no policy that can be "
                "used | `gapcheck new policy NAME` writes a first one; `gapcheck init "
                "--example` shows many."
            ),
            (
                "policies/guidance.yaml:7:31-7:38 error[end-before-start] it ends on "
                "2001-02, before it begins on 2001-03 | Exchange the two, or correct one. "
                "| out: the whole policy"
            ),
        ],
    ),
    (
        "a policy that ends in the month it begins",
        changed(POLICY, "to: 2008", "to: 2001-03"),
        [],
    ),
    (
        "two policies with one id",
        {"policies/other.yml": SOUND[POLICY]},
        [
            (
                "evidence/north/int.cd.yaml:4:21-4:26 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/int.cd.yaml:5:8-5:14 error[unknown-imperative] the "
                "imperative `papers` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/int.yaml:7:9-7:14 error[unknown-imperative] the imperative "
                "`seats` is left out for an error in its own file | Mend that first. | "
                "out: this entry"
            ),
            (
                "evidence/north/int.yaml:13:22-13:27 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/int.yaml:17:13-17:19 error[unknown-imperative] the "
                "imperative `papers` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/signoff.yaml:1:15-1:20 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this entry"
            ),
            (
                "evidence/north/survey.yaml:10:22-10:27 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "policies:1:1-1:1 error[empty-study] policies/ holds no policy that can be "
                "used | `gapcheck new policy NAME` writes a first one; `gapcheck init "
                "--example` shows many."
            ),
            (
                "policies/other.yml:1:9-1:17 error[duplicate-id] policy `guidance` stands "
                "in two files | Give one of them another id. Neither is used until then. | "
                "also policies/guidance.yaml:1:9-1:17 the first stands here | out: both "
                "policy files"
            ),
        ],
    ),
    (
        "three policies with one id",
        {"policies/other.yml": SOUND[POLICY], "policies/z/deep.yaml": SOUND[POLICY]},
        [
            (
                "evidence/north/int.cd.yaml:4:21-4:26 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/int.cd.yaml:5:8-5:14 error[unknown-imperative] the "
                "imperative `papers` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/int.yaml:7:9-7:14 error[unknown-imperative] the imperative "
                "`seats` is left out for an error in its own file | Mend that first. | "
                "out: this entry"
            ),
            (
                "evidence/north/int.yaml:13:22-13:27 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/int.yaml:17:13-17:19 error[unknown-imperative] the "
                "imperative `papers` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/signoff.yaml:1:15-1:20 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this entry"
            ),
            (
                "evidence/north/survey.yaml:10:22-10:27 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "policies:1:1-1:1 error[empty-study] policies/ holds no policy that can be "
                "used | `gapcheck new policy NAME` writes a first one; `gapcheck init "
                "--example` shows many."
            ),
            (
                "policies/other.yml:1:9-1:17 error[duplicate-id] policy `guidance` stands "
                "in two files | Give one of them another id. Neither is used until then. | "
                "also policies/guidance.yaml:1:9-1:17 the first stands here | out: both "
                "policy files"
            ),
            (
                "policies/z/deep.yaml:1:9-1:17 error[duplicate-id] policy `guidance` "
                "stands in two files | Give one of them another id. Neither is used until "
                "then. | also policies/guidance.yaml:1:9-1:17 the first stands here | out: "
                "both policy files"
            ),
        ],
    ),
    (
        "an unknown key of one imperative",
        changed(POLICY, "locator: para 3", "locatr: para 3"),
        [
            (
                "evidence/north/int.cd.yaml:5:8-5:14 error[unknown-imperative] the "
                "imperative `papers` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/int.yaml:17:13-17:19 error[unknown-imperative] the "
                "imperative `papers` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "policies/guidance.yaml:15:5-15:7 error[missing-key] imperative papers has "
                "no `locator` | It is required here. | out: imperative papers"
            ),
            (
                "policies/guidance.yaml:16:5-16:11 error[unknown-key] `locatr` is no key "
                "of an imperative | Did you mean `locator`? Allowed: id, title, locator, "
                "text, actor, beneficiary, modality, demands, in_force, due, tier, topics, "
                "applies_to, indicators, terms, wording. | out: imperative papers"
            ),
        ],
    ),
    (
        "an unknown force",
        changed(POLICY, "force: guidance", "force: guidence"),
        [
            (
                "evidence/north/int.cd.yaml:4:21-4:26 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/int.cd.yaml:5:8-5:14 error[unknown-imperative] the "
                "imperative `papers` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/int.yaml:7:9-7:14 error[unknown-imperative] the imperative "
                "`seats` is left out for an error in its own file | Mend that first. | "
                "out: this entry"
            ),
            (
                "evidence/north/int.yaml:13:22-13:27 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/int.yaml:17:13-17:19 error[unknown-imperative] the "
                "imperative `papers` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "evidence/north/signoff.yaml:1:15-1:20 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this entry"
            ),
            (
                "evidence/north/survey.yaml:10:22-10:27 error[unknown-imperative] the "
                "imperative `seats` is left out for an error in its own file | Mend that "
                "first. | out: this code"
            ),
            (
                "policies:1:1-1:1 error[empty-study] policies/ holds no policy that can be "
                "used | `gapcheck new policy NAME` writes a first one; `gapcheck init "
                "--example` shows many."
            ),
            (
                "policies/guidance.yaml:5:8-5:16 error[unknown-force] `guidence` is no "
                "kind of force | Did you mean `guidance`? Allowed: statute, "
                "statutory-guidance, grant-condition, guidance, compact, target, "
                "statement, proposal, other. | out: the whole policy"
            ),
        ],
    ),
    (
        "a broken file",
        {POLICY: "policy: 'guidance\n"},
        [
            (
                "evidence/north/int.cd.yaml:4:21-4:26 error[unknown-imperative] no policy "
                "has the imperative `seats` | It may stand in policies/guidance.yaml, "
                "which cannot be read until it is mended. | out: this code"
            ),
            (
                "evidence/north/int.cd.yaml:5:8-5:14 error[unknown-imperative] no policy "
                "has the imperative `papers` | It may stand in policies/guidance.yaml, "
                "which cannot be read until it is mended. | out: this code"
            ),
            (
                "evidence/north/int.yaml:7:9-7:14 error[unknown-imperative] no policy "
                "has the imperative `seats` | It may stand in policies/guidance.yaml, "
                "which cannot be read until it is mended. | out: this entry"
            ),
            (
                "evidence/north/int.yaml:13:22-13:27 error[unknown-imperative] no policy "
                "has the imperative `seats` | It may stand in policies/guidance.yaml, "
                "which cannot be read until it is mended. | out: this code"
            ),
            (
                "evidence/north/int.yaml:17:13-17:19 error[unknown-imperative] no policy "
                "has the imperative `papers` | It may stand in policies/guidance.yaml, "
                "which cannot be read until it is mended. | out: this code"
            ),
            (
                "evidence/north/signoff.yaml:1:15-1:20 error[unknown-imperative] no policy "
                "has the imperative `seats` | It may stand in policies/guidance.yaml, "
                "which cannot be read until it is mended. | out: this entry"
            ),
            (
                "evidence/north/survey.yaml:10:22-10:27 error[unknown-imperative] no policy "
                "has the imperative `seats` | It may stand in policies/guidance.yaml, "
                "which cannot be read until it is mended. | out: this code"
            ),
            (
                "policies:1:1-1:1 error[empty-study] policies/ holds no policy that can be "
                "used | `gapcheck new policy NAME` writes a first one; `gapcheck init "
                "--example` shows many."
            ),
            (
                "policies/guidance.yaml:1:9-1:10 error[unclosed-quote] a quotation mark "
                "opens here and never closes | Close it, or leave it out. | out: the whole "
                "policy"
            ),
        ],
    ),
    (
        "an empty file beside a sound one",
        {"policies/empty.yaml": ""},
        [
            (
                "policies/empty.yaml:1:1-1:1 error[empty-file] the file is empty | It "
                "should hold a mapping of keys and values. | out: the whole policy"
            ),
        ],
    ),
    (
        "a policy that nothing succeeds",
        changed(POLICY, "nation: england", "nation: england\n        superseded_by: guidanse"),
        [
            (
                "policies/guidance.yaml:1:9-1:17 warning[unknown-policy] guidance is "
                "superseded by `guidanse`, which is not here | "
            ),
        ],
    ),
    (
        "a source among the policies",
        {"policies/int.yaml": "source: int\nexcerpts: []\n"},
        [
            (
                "policies/int.yaml:1:1-1:7 error[missing-key] a policy has no `force` | It "
                "is required here. | out: the whole policy"
            ),
            (
                "policies/int.yaml:1:1-1:7 error[missing-key] a policy has no "
                "`imperatives` | It is required here. | out: the whole policy"
            ),
            (
                "policies/int.yaml:1:1-1:7 error[missing-key] a policy has no `in_force` | "
                "It is required here. | out: the whole policy"
            ),
            (
                "policies/int.yaml:1:1-1:7 error[missing-key] a policy has no `nation` | "
                "It is required here. | out: the whole policy"
            ),
            (
                "policies/int.yaml:1:1-1:7 error[missing-key] a policy has no `policy` | "
                "It is required here. | out: the whole policy"
            ),
            (
                "policies/int.yaml:1:1-1:7 error[missing-key] a policy has no `published` "
                "| It is required here. | out: the whole policy"
            ),
            (
                "policies/int.yaml:1:1-1:7 error[missing-key] a policy has no `publisher` "
                "| It is required here. | out: the whole policy"
            ),
            (
                "policies/int.yaml:1:1-1:7 error[missing-key] a policy has no `title` | It "
                "is required here. | out: the whole policy"
            ),
            (
                "policies/int.yaml:1:1-1:7 error[unknown-key] `source` is no key of a "
                "policy | Did you mean `force`? Allowed: policy, title, publisher, "
                "published, force, nation, in_force, superseded_by, url, imperatives. | "
                "out: the whole policy"
            ),
            (
                "policies/int.yaml:2:1-2:9 error[unknown-key] `excerpts` is no key of a "
                "policy | Allowed: policy, title, publisher, published, force, nation, "
                "in_force, superseded_by, url, imperatives. | out: the whole policy"
            ),
        ],
    ),
]


@pytest.mark.parametrize(("files", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_is_said(tmp_path: Path, files: Files, expected: list[str]) -> None:
    assert said(tmp_path, files) == expected
