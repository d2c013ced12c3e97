"""What the schema finds in the files that are no sources."""

from __future__ import annotations

import pytest

from .reading import said

POLICY = """\
policy: p
title: A
publisher: B
published: 2001
force: guidance
nation: england
in_force: {from: 2001}
imperatives:
  - {id: i, locator: x, text: Do it., actor: council, modality: must}
"""
LSP = """\
lsp: l
name: A
kind: lsp
nation: england
"""

CASES: list[tuple[str, ...]] = [
    (
        "unknown force",
        "policy",
        POLICY.replace("guidance", "guidence"),
        (
            "5:8-5:16 unknown-force `guidence` is no kind of force | Did you mean "
            "`guidance`? Allowed: statute, statutory-guidance, grant-condition, guidance, "
            "compact, target, statement, proposal, other."
        ),
    ),
    (
        "unknown nation",
        "policy",
        POLICY.replace("england", "englnd"),
        (
            "6:9-6:15 unknown-nation `englnd` is no nation | Did you mean `england`? "
            "Allowed: england, scotland, wales, northern-ireland, uk."
        ),
    ),
    (
        "unknown modality",
        "policy",
        POLICY.replace("must", "shall"),
        "9:65-9:70 unknown-modality `shall` is no modality | Allowed: must, should, may.",
    ),
    (
        "unknown actor",
        "policy",
        POLICY.replace("council", "counsil"),
        (
            "9:46-9:53 unknown-sector `counsil` is no sector | Did you mean `council`? "
            "Allowed: vcs, council, health, police, education, business, "
            "government-office, residents, faith, partnership, research, audit."
        ),
    ),
    (
        "unknown actor in a list",
        "policy",
        POLICY.replace("council", "[vcs, counsil]"),
        (
            "9:52-9:59 unknown-sector `counsil` is no sector | Did you mean `council`? "
            "Allowed: vcs, council, health, police, education, business, "
            "government-office, residents, faith, partnership, research, audit."
        ),
    ),
    (
        "no actor in a list",
        "policy",
        POLICY.replace("council", "[]"),
        "9:46-9:47 empty-list `actor` holds too little | At least 1.",
    ),
    (
        "a mapping for an actor",
        "policy",
        POLICY.replace("council", "{a: b}"),
        (
            "9:46-9:47 wrong-type `actor` is a mapping of keys and values | It should be "
            "text or a list."
        ),
    ),
    (
        "unknown rung",
        "policy",
        POLICY.replace("must", "must, demands: done"),
        "9:80-9:84 unknown-rung `done` is no rung | Allowed: adopted, enacted, effective.",
    ),
    (
        "unknown wording",
        "policy",
        POLICY.replace("must", "must, wording: read"),
        (
            "9:80-9:84 unknown-wording `read` is no state of wording | Allowed: seen, "
            "second-hand, unverified."
        ),
    ),
    (
        "unknown kind of partnership",
        "policy",
        POLICY.replace("must", "must, applies_to: {kinds: [lps]}"),
        (
            "9:92-9:95 unknown-kind `lps` is no kind of partnership | Did you mean `lep`? "
            "Allowed: lsp, cpp, lsb, psb, hwb, icp, icb, haz, lep, other."
        ),
    ),
    (
        "no imperatives",
        "policy",
        POLICY[: POLICY.index("\n  -")] + " []\n",
        "8:14-8:15 empty-list `imperatives` holds too little | At least 1.",
    ),
    (
        "misspelt key of an imperative",
        "policy",
        POLICY.replace("modality", "modalty"),
        "9:6-9:8 missing-key imperative i has no `modality` | It is required here.",
        (
            "9:55-9:62 unknown-key `modalty` is no key of an imperative | Did you mean "
            "`modality`? Allowed: id, title, locator, text, actor, beneficiary, modality, "
            "demands, in_force, due, tier, topics, applies_to, indicators, terms, wording."
        ),
    ),
    (
        "no beginning",
        "policy",
        POLICY.replace("from: 2001", "to: 2001"),
        "7:12-7:14 missing-key a time in force has no `from` | It is required here.",
    ),
    (
        "the title is prose",
        "policy",
        POLICY.replace("title: A", "title: A #1"),
        (
            "2:10-2:12 comment-after-prose YAML cuts the words off here: it takes this # "
            "for the start of a comment | Put the words under `title: >`, on the next line "
            "and indented."
        ),
    ),
    (
        "a partnership's kind",
        "partnership",
        LSP.replace("kind: lsp", "kind: board"),
        (
            "3:7-3:12 unknown-kind `board` is no kind of partnership | Allowed: lsp, cpp, "
            "lsb, psb, hwb, icp, icb, haz, lep, other."
        ),
    ),
    (
        "a partnership's nation",
        "partnership",
        LSP.replace("england", "ireland"),
        (
            "4:9-4:16 unknown-nation `ireland` is no nation | Did you mean `england`? "
            "Allowed: england, scotland, wales, northern-ireland, uk."
        ),
    ),
    (
        "a member's sector",
        "partnership",
        LSP + "members: {vsc: 3}\n",
        (
            "5:11-5:14 unknown-sector `vsc` is no key of the members by sector | Did you "
            "mean `vcs`? Allowed: vcs, council, health, police, education, business, "
            "government-office, residents, faith, partnership, research, audit."
        ),
    ),
    (
        "a member's number",
        "partnership",
        LSP + "members: {vcs: -3}\n",
        "5:16-5:18 out-of-range -3 is no number that fits here | At least 0.",
    ),
    (
        "a body's tier",
        "partnership",
        LSP + "partnerships: [{id: b, tier: stragetic}]\n",
        (
            "5:30-5:39 unknown-tier `stragetic` is no tier | Did you mean `strategic`? "
            "Allowed: strategic, thematic, neighbourhood, delivery."
        ),
    ),
    (
        "a second coder's file",
        "codes",
        "source: s\ncoder: c\ncodes: {x: {a: happen}}\n",
        (
            "3:16-3:22 unknown-stance `happen` is no stance | Did you mean `happens`? "
            "Allowed: happens, partly, absent, opposite, unaware."
        ),
    ),
    (
        "a sign-off's verdict",
        "signoff",
        "- {imperative: a, reason: b, by: c, on: 2004-01-01, verdict: translate}\n",
        (
            "1:62-1:71 unknown-verdict `translate` is no verdict | Did you mean "
            "`translated`? Allowed: translated, partly_translated, not_translated, "
            "paper_only, contrary, not_taken_up, contested, no_evidence, insufficient, "
            "untested, not_applicable."
        ),
    ),
    (
        "a sign-off's confidence",
        "signoff",
        "- {imperative: a, reason: b, by: c, on: 2004-01-01, confidence: hih}\n",
        (
            "1:65-1:68 unknown-confidence `hih` is no confidence | Did you mean `high`? "
            "Allowed: high, moderate, low, very_low."
        ),
    ),
    (
        "a sign-off's day",
        "signoff",
        "- {imperative: a, reason: b, by: c, on: 2004-01}\n",
        ("1:41-1:48 impossible-date `2004-01` is no whole day | Write a whole day: YYYY-MM-DD."),
    ),
    (
        "a sign-off alone",
        "signoff",
        "imperative: a\n",
        ("1:1-1:1 wrong-type the file is a mapping of keys and values | It should hold a list."),
    ),
    (
        "no title",
        "study",
        "question: a\n",
        "1:1-1:9 missing-key the study's settings has no `study` | It is required here.",
    ),
    (
        "an empty label",
        "study",
        "study: a\nsectors: {fire: }\n",
        (
            "2:11-2:15 empty-value `fire` is empty | It should be text. Give it, or leave "
            "the key out."
        ),
    ),
    (
        "a locus",
        "study",
        "study: a\nbarriers: {late papers: practise}\n",
        (
            "2:25-2:33 unknown-locus `practise` is no locus | Did you mean `practice`? "
            "Allowed: policy, resource, structure, practice, measurement."
        ),
    ),
    (
        "a severity",
        "study",
        "study: a\nseverities: {long-quote: warn}\n",
        (
            "2:26-2:30 unknown-severity `warn` is no severity | Did you mean `warning`? "
            "Allowed: error, warning, off."
        ),
    ),
    (
        "a severity in a list",
        "study",
        "study: a\nseverities: [{rule: long-quote, severity: warn}]\n",
        (
            "2:43-2:47 unknown-severity `warn` is no severity | Did you mean `warning`? "
            "Allowed: error, warning, off."
        ),
    ),
    (
        "one cut",
        "study",
        "study: a\nthresholds: {survey_cuts: [10]}\n",
        "2:27-2:28 empty-list `survey_cuts` holds too little | At least 2.",
    ),
    (
        "three cuts",
        "study",
        "study: a\nthresholds: {survey_cuts: [10, 50, 90]}\n",
        "2:27-2:28 wrong-type the list is too long | At most 2.",
    ),
    (
        "a cut over 100",
        "study",
        "study: a\nthresholds: {survey_cuts: [10, 900]}\n",
        "2:32-2:35 impossible-share 900 is no percentage | It lies between 0 and 100.",
    ),
    (
        "a consent form by name",
        "study",
        "study: a\nconsent_forms: {v2: v1}\n",
        "2:21-2:23 wrong-type `v2` is text | It should be a mapping of keys and values.",
    ),
    (
        "a limit that is a list",
        "study",
        "study: a\nlimits: [[a]]\n",
        (
            "2:10-2:11 wrong-type this is a list | Put the words under `- >`, on the next "
            "line and indented."
        ),
    ),
    (
        "an anchor in a list of prose",
        "study",
        "study: a\nlimits: [&a b]\n",
        (
            "2:10-2:14 yaml-anchor a `&` before words would be an anchor of YAML, and "
            "those are not used here | Put the words under `- >`, on the next line and "
            "indented."
        ),
    ),
    (
        "a comment in a list of prose",
        "study",
        "study: a\nlimits:\n  - one #2\n",
        (
            "3:9-3:11 comment-after-prose YAML cuts the words off here: it takes this # "
            "for the start of a comment | Put the words under `- >`, on the next line and "
            "indented."
        ),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case[0]))
def test_what_is_said(case: tuple[str, ...]) -> None:
    _, kind, typed, *expected = case
    assert said(typed, kind) == expected


@pytest.mark.parametrize(("kind", "typed"), [("policy", POLICY), ("partnership", LSP)])
def test_a_sound_file_is_silent(kind: str, typed: str) -> None:
    assert said(typed, kind) == []
