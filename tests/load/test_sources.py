"""A source's file: what is wrong in it, and the smallest thing that is left out for that."""

from __future__ import annotations

from pathlib import Path

import pytest

from .studies import INT, LSP, POLICY, SETTINGS, SOUND, SURVEY, Files, changed, said

CASES: list[tuple[str, Files, list[str]]] = [
    (
        "an unknown key of the source",
        changed(INT, "coder: ab", "codr: ab"),
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[unknown-source] the source "
                "`int` is left out, so these codes are too | Mend that source first. | "
                "out: the whole second coding"
            ),
            (
                "evidence/north/int.yaml:5:1-5:5 error[unknown-key] `codr` is no key of a "
                "source | Did you mean `coder`? Allowed: source, kind, date, speaker, "
                "speakers, author, respondents, of, coder, words, language, consent, "
                "transcript, citation, asked, memo, excerpts. | out: the whole source"
            ),
        ],
    ),
    (
        "an unknown key of an excerpt",
        changed(INT, "memo: fine", "mmeo: fine"),
        [
            (
                "evidence/north/int.cd.yaml:4:3-4:5 error[unknown-excerpt] excerpt x1 of "
                "int is left out, so these codes are too | Mend that excerpt first. | out: "
                "this code"
            ),
            (
                "evidence/north/int.yaml:14:5-14:9 error[unknown-key] `mmeo` is no key of "
                "an excerpt | Did you mean `memo`? Allowed: id, at, about, text, "
                "translation, speaker, question, codes, themes, barriers, enablers, tensions, cmo, "
                "memo, cleared, ignore. | out: excerpt x1"
            ),
        ],
    ),
    (
        "an unknown key of a code",
        changed(INT, "indicator: vote", "indicatr: vote"),
        [
            (
                "evidence/north/int.yaml:13:45-13:53 error[unknown-key] `indicatr` is no "
                "key of a code | Did you mean `indicator`? Allowed: imperative, stance, "
                "share, basis, rung, tier, indicator, memo, agreed. | out: this code"
            ),
        ],
    ),
    (
        "a key given twice in a source",
        changed(INT, "coder: ab", "kind: survey"),
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[unknown-source] the source "
                "`int` is left out, so these codes are too | Mend that source first. | "
                "out: the whole second coding"
            ),
            (
                "evidence/north/int.yaml:5:1-5:5 error[duplicate-key] `kind` is given "
                "twice | Keep one. Neither is used until then. | also "
                "evidence/north/int.yaml:2:1-2:5 the first stands here | out: the whole "
                "source"
            ),
        ],
    ),
    (
        "a key given twice in an excerpt",
        changed(INT, "memo: fine", "id: x1"),
        [
            (
                "evidence/north/int.cd.yaml:4:3-4:5 error[unknown-excerpt] excerpt x1 of "
                "int is left out, so these codes are too | Mend that excerpt first. | out: "
                "this code"
            ),
            (
                "evidence/north/int.yaml:14:5-14:7 error[duplicate-key] `id` is given "
                "twice | Keep one. Neither is used until then. | also "
                "evidence/north/int.yaml:9:5-9:7 the first stands here | out: excerpt x1"
            ),
        ],
    ),
    (
        "a key given twice in a code",
        changed(INT, "indicator: vote", "stance: absent"),
        [
            (
                "evidence/north/int.yaml:13:45-13:51 error[duplicate-key] `stance` is "
                "given twice | Keep one. Neither is used until then. | also "
                "evidence/north/int.yaml:13:29-13:35 the first stands here | out: this code"
            ),
        ],
    ),
    (
        "words that YAML cuts off",
        changed(INT, "came late.", "came late #3."),
        [
            (
                "evidence/north/int.cd.yaml:5:3-5:5 error[unknown-excerpt] excerpt x2 of "
                "int is left out, so these codes are too | Mend that excerpt first. | out: "
                "this code"
            ),
            (
                "evidence/north/int.yaml:16:32-16:35 error[comment-after-prose] YAML cuts "
                "the words off here: it takes this # for the start of a comment | Put the "
                "words under `text: >`, on the next line and indented. | out: excerpt x2"
            ),
        ],
    ),
    (
        "a broken excerpt",
        changed(INT, "The papers came late.", "[laughs] late"),
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[unknown-source] the source "
                "`int` is left out, so these codes are too | Mend that source first. | "
                "out: the whole second coding"
            ),
            (
                "evidence/north/int.yaml:16:20-16:21 error[yaml-syntax] YAML cannot read "
                "the words after `text:`, since more words follow where quotation marks or "
                "brackets have closed | Put the words under `text: >`, on the next line "
                "and indented. | out: the whole source"
            ),
        ],
    ),
    (
        "another file name",
        changed(INT, "source: int", "source: int-01"),
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[unknown-source] the source "
                "`int` is left out, so these codes are too | Mend that source first. | "
                "out: the whole second coding"
            ),
            (
                "evidence/north/int.yaml:1:9-1:15 error[misnamed-file] `int-01` lies in "
                "the file int | Rename the file to int-01, or write `source: int`. | out: "
                "the whole source"
            ),
        ],
    ),
    (
        "two sources with one id",
        {"evidence/north/int.yml": SOUND[INT]},
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[unknown-source] the source "
                "`int` is left out, so these codes are too | Mend that source first. | "
                "out: the whole second coding"
            ),
            (
                "evidence/north/int.yml:1:9-1:12 error[duplicate-id] source `int` stands "
                "in two files | Give one of them another id. Neither is used until then. | "
                "also evidence/north/int.yaml:1:9-1:12 the first stands here | out: both "
                "source files"
            ),
        ],
    ),
    (
        "one id in two partnerships is none of two",
        {
            "evidence/south/lsp.yaml": str(SOUND[LSP]).replace("lsp: north", "lsp: south"),
            "evidence/south/int.yaml": SOUND[INT],
        },
        [],
    ),
    (
        "two excerpts with one id",
        changed(INT, "id: x2", "id: x1"),
        [
            (
                "evidence/north/int.cd.yaml:4:3-4:5 error[unknown-excerpt] excerpt x1 of "
                "int is left out, so these codes are too | Mend that excerpt first. | out: "
                "this code"
            ),
            (
                "evidence/north/int.cd.yaml:5:3-5:5 error[unknown-excerpt] `x2` is no "
                "excerpt of int | It has: none. | out: this code"
            ),
            (
                "evidence/north/int.yaml:1:9-1:12 warning[empty-source] int has no excerpt "
                "that can be used | Nothing rests on it yet."
            ),
            (
                "evidence/north/int.yaml:15:9-15:11 error[duplicate-id] `x1` is the id of "
                "two items | Give each its own. Neither is used until then. | also "
                "evidence/north/int.yaml:9:9-9:11 the first stands here | out: excerpt x1"
            ),
        ],
    ),
    (
        "an unknown imperative",
        changed(INT, "imperative: seats", "imperative: seat"),
        [
            (
                "evidence/north/int.yaml:13:22-13:26 error[unknown-imperative] no policy "
                "has the imperative `seat` | Did you mean `seats`? It stands in "
                "policies/guidance.yaml:9. | out: this code"
            ),
        ],
    ),
    (
        "an unknown imperative in full",
        changed(INT, "imperative: seats", "imperative: guidance/seat"),
        [
            (
                "evidence/north/int.yaml:13:22-13:35 error[unknown-imperative] no policy "
                "has the imperative `guidance/seat` | Did you mean `guidance/seats`? It "
                "stands in policies/guidance.yaml:9. | out: this code"
            ),
        ],
    ),
    (
        "an unknown imperative in short",
        changed(INT, "{papers: absent}", "{paper: absent, seats: partly}"),
        [
            (
                "evidence/north/int.yaml:17:13-17:18 error[unknown-imperative] no policy "
                "has the imperative `paper` | Did you mean `papers`? It stands in "
                "policies/guidance.yaml:15. | out: this code"
            ),
        ],
    ),
    (
        "an unknown imperative that is like none",
        changed(INT, "{papers: absent}", "{xyz: absent}"),
        [
            (
                "evidence/north/int.yaml:17:13-17:16 error[unknown-imperative] no policy "
                "has the imperative `xyz` | `gapcheck list imperatives` names them all. | "
                "out: this code"
            ),
        ],
    ),
    (
        "an unknown imperative that was asked",
        changed(INT, "asked: [seats]", "asked: [seats, seets]"),
        [
            (
                "evidence/north/int.yaml:7:16-7:21 error[unknown-imperative] no policy has "
                "the imperative `seets` | Did you mean `seats`? It stands in "
                "policies/guidance.yaml:9. | out: this entry"
            ),
        ],
    ),
    (
        "an ambiguous imperative",
        {"policies/other.yaml": str(SOUND[POLICY]).replace("policy: guidance", "policy: other")},
        [
            (
                "evidence/north/int.cd.yaml:4:21-4:26 error[ambiguous-imperative] `seats` "
                "is the short name of 2 imperatives | Write guidance/seats or other/seats. "
                "| out: this code"
            ),
            (
                "evidence/north/int.cd.yaml:5:8-5:14 error[ambiguous-imperative] `papers` "
                "is the short name of 2 imperatives | Write guidance/papers or "
                "other/papers. | out: this code"
            ),
            (
                "evidence/north/int.yaml:7:9-7:14 error[ambiguous-imperative] `seats` is "
                "the short name of 2 imperatives | Write guidance/seats or other/seats. | "
                "out: this entry"
            ),
            (
                "evidence/north/int.yaml:13:22-13:27 error[ambiguous-imperative] `seats` "
                "is the short name of 2 imperatives | Write guidance/seats or other/seats. "
                "| out: this code"
            ),
            (
                "evidence/north/int.yaml:17:13-17:19 error[ambiguous-imperative] `papers` "
                "is the short name of 2 imperatives | Write guidance/papers or "
                "other/papers. | out: this code"
            ),
            (
                "evidence/north/signoff.yaml:1:15-1:20 error[ambiguous-imperative] `seats` "
                "is the short name of 2 imperatives | Write guidance/seats or other/seats. "
                "| out: this entry"
            ),
            (
                "evidence/north/survey.yaml:10:22-10:27 error[ambiguous-imperative] "
                "`seats` is the short name of 2 imperatives | Write guidance/seats or "
                "other/seats. | out: this code"
            ),
        ],
    ),
    (
        "an imperative that is left out itself",
        changed(POLICY, "modality: must", "modality: shall"),
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
                "policies/guidance.yaml:19:15-19:20 error[unknown-modality] `shall` is no "
                "modality | Allowed: must, should, may. | out: imperative papers"
            ),
        ],
    ),
    (
        "imperatives that are left out for a second policy",
        {"policies/other.yaml": str(SOUND[POLICY]).replace("id: papers", "id: else")},
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
                "policies/other.yaml:1:9-1:17 error[duplicate-id] policy `guidance` stands "
                "in two files | Give one of them another id. Neither is used until then. | "
                "also policies/guidance.yaml:1:9-1:17 the first stands here | out: both "
                "policy files"
            ),
        ],
    ),
    (
        "an unknown indicator",
        changed(INT, "indicator: vote", "indicator: votes"),
        [
            (
                "evidence/north/int.yaml:13:56-13:61 error[unknown-indicator] `votes` is "
                "no indicator of guidance/seats | Did you mean `vote`? It has: vote. | "
                "out: this code"
            ),
        ],
    ),
    (
        "an indicator where there are none",
        changed(
            INT, "seats, stance: partly, indicator: vote", "papers, stance: partly, indicator: vote"
        ),
        [
            (
                "evidence/north/int.yaml:13:57-13:61 error[unknown-indicator] `vote` is no "
                "indicator of guidance/papers | It lists none. | out: this code"
            ),
        ],
    ),
    (
        "an unknown consent form",
        changed(INT, "consent: v2", "consent: v1"),
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[unknown-source] the source "
                "`int` is left out, so these codes are too | Mend that source first. | "
                "out: the whole second coding"
            ),
            (
                "evidence/north/int.yaml:6:10-6:12 error[unknown-consent] `v1` is no "
                "consent form | Forms in gapcheck.yaml: v2. | out: the whole source"
            ),
        ],
    ),
    (
        "a consent form where there are none",
        {**changed(INT, "consent: v2", "consent: v2 # a"), SETTINGS: "study: a\n"},
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[unknown-source] the source "
                "`int` is left out, so these codes are too | Mend that source first. | "
                "out: the whole second coding"
            ),
            (
                "evidence/north/int.yaml:6:10-6:12 error[unknown-consent] `v2` is no "
                "consent form | Forms in gapcheck.yaml: none yet. | out: the whole source"
            ),
        ],
    ),
    (
        "an unknown consent form of the speaker",
        changed(INT, "role: officer,", "role: officer, consent: v3,"),
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[unknown-source] the source "
                "`int` is left out, so these codes are too | Mend that source first. | "
                "out: the whole second coding"
            ),
            (
                "evidence/north/int.yaml:4:57-4:59 error[unknown-consent] `v3` is no "
                "consent form | Forms in gapcheck.yaml: v2. | out: the whole source"
            ),
        ],
    ),
    (
        "an unknown body",
        changed(INT, "partnership: board", "partnership: bored"),
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[unknown-source] the source "
                "`int` is left out, so these codes are too | Mend that source first. | "
                "out: the whole second coding"
            ),
            (
                "evidence/north/int.yaml:4:61-4:66 error[unknown-body] `bored` is no "
                "constituent partnership here | Did you mean `board`? There are: board. | "
                "out: the whole source"
            ),
        ],
    ),
    (
        "a body where there are none",
        {LSP: "lsp: north\nname: N\nkind: lsp\nnation: england\n"},
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[unknown-source] the source "
                "`int` is left out, so these codes are too | Mend that source first. | "
                "out: the whole second coding"
            ),
            (
                "evidence/north/int.yaml:4:61-4:66 error[unknown-body] `board` is no "
                "constituent partnership here | lsp.yaml lists none. | out: the whole "
                "source"
            ),
        ],
    ),
    (
        "a body where the partnership is broken",
        {LSP: "lsp: north\n"},
        [
            (
                "evidence:1:1-1:1 error[empty-study] evidence/ holds no partnership that "
                "can be used | `gapcheck new partnership NAME` writes a first one; "
                "`gapcheck init --example` shows many."
            ),
            (
                "evidence/north/lsp.yaml:1:1-1:4 error[missing-key] a partnership has no "
                "`kind` | It is required here. | out: the whole partnership"
            ),
            (
                "evidence/north/lsp.yaml:1:1-1:4 error[missing-key] a partnership has no "
                "`name` | It is required here. | out: the whole partnership"
            ),
            (
                "evidence/north/lsp.yaml:1:1-1:4 error[missing-key] a partnership has no "
                "`nation` | It is required here. | out: the whole partnership"
            ),
        ],
    ),
    (
        "a body in the background",
        {"evidence/national/int2.yaml": str(SOUND[INT]).replace("source: int", "source: int2")},
        [
            (
                "evidence/national/int2.yaml:4:61-4:66 error[unknown-body] `board` is no "
                "constituent partnership here | lsp.yaml lists none. | out: the whole "
                "source"
            ),
        ],
    ),
    (
        "a speaker who is not listed",
        changed(INT, "id: x2", "id: x2\n            speaker: P3"),
        [
            (
                "evidence/north/int.cd.yaml:5:3-5:5 error[unknown-excerpt] excerpt x2 of "
                "int is left out, so these codes are too | Mend that excerpt first. | out: "
                "this code"
            ),
            (
                "evidence/north/int.yaml:16:14-16:16 error[unlisted-speaker] `P3` is not a "
                "speaker of this source | Did you mean `P03`? The speakers are: P03. | "
                "out: excerpt x2"
            ),
        ],
    ),
    (
        "a speaker of minutes",
        {
            "evidence/north/min.yaml": "source: min\nkind: minutes\ndate: 2004\nauthor: council\n"
            "excerpts: [{id: x1, text: a, speaker: P3}]\n"
        },
        [
            (
                "evidence/north/min.yaml:1:9-1:12 warning[empty-source] min has no excerpt "
                "that can be used | Nothing rests on it yet."
            ),
            (
                "evidence/north/min.yaml:5:39-5:41 error[unlisted-speaker] `P3` is not a "
                "speaker of this source | It has no speakers. | out: excerpt x1"
            ),
        ],
    ),
    (
        "nobody says who speaks",
        changed(
            INT,
            "speaker: {id: P03, sector: vcs, role: officer, partnership: board}",
            "speakers: [{id: P1, sector: vcs, role: a}, {id: P2, sector: vcs, role: b}]",
        ),
        [
            (
                "evidence/north/int.cd.yaml:4:3-4:5 error[unknown-excerpt] excerpt x1 of "
                "int is left out, so these codes are too | Mend that excerpt first. | out: "
                "this code"
            ),
            (
                "evidence/north/int.cd.yaml:5:3-5:5 error[unknown-excerpt] excerpt x2 of "
                "int is left out, so these codes are too | Mend that excerpt first. | out: "
                "this code"
            ),
            (
                "evidence/north/int.yaml:1:9-1:12 warning[empty-source] int has no excerpt "
                "that can be used | Nothing rests on it yet."
            ),
            (
                "evidence/north/int.yaml:9:9-9:11 error[missing-speaker] excerpt x1 does "
                "not say who speaks | Add `speaker:` with one of: P1, P2. | out: excerpt x1"
            ),
            (
                "evidence/north/int.yaml:15:9-15:11 error[missing-speaker] excerpt x2 does "
                "not say who speaks | Add `speaker:` with one of: P1, P2. | out: excerpt x2"
            ),
        ],
    ),
    (
        "one of a list need not be named",
        changed(
            INT,
            "speaker: {id: P03, sector: vcs, role: officer, partnership: board}",
            "speakers: [{id: P1, sector: vcs, role: a}]",
        ),
        [],
    ),
    (
        "two speakers with one id",
        changed(
            INT,
            "speaker: {id: P03, sector: vcs, role: officer, partnership: board}",
            "speakers: [{id: P1, sector: vcs, role: a}, {id: P1, sector: vcs, role: b}]",
        ),
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[unknown-source] the source "
                "`int` is left out, so these codes are too | Mend that source first. | "
                "out: the whole second coding"
            ),
            (
                "evidence/north/int.yaml:4:49-4:51 error[duplicate-id] `P1` is the id of "
                "two items | Give each its own. Neither is used until then. | also "
                "evidence/north/int.yaml:4:17-4:19 the first stands here | out: the whole "
                "source"
            ),
        ],
    ),
    (
        "a share in an interview",
        changed(INT, "stance: partly, indicator: vote", "share: {percent: 3}"),
        [
            (
                "evidence/north/int.yaml:13:29-13:34 error[misplaced-share] a share in a "
                "source of the kind interview | Only surveys and evaluations give shares; "
                "here, give a `stance`. | out: this code"
            ),
        ],
    ),
    (
        "more than all",
        changed(SURVEY, "met: 19", "met: 39"),
        [
            (
                "evidence/north/survey.yaml:10:42-10:44 error[impossible-share] 39 of 38 "
                "is more than all | `met` is at most `of`; they may be exchanged. | out: "
                "this code"
            ),
        ],
    ),
    (
        "over 100 per cent",
        changed(SURVEY, "{met: 19, of: 38}", "{percent: 101}"),
        [
            (
                "evidence/north/survey.yaml:10:46-10:49 error[impossible-share] 101 is no "
                "percentage | It lies between 0 and 100. | out: this code"
            ),
        ],
    ),
    (
        "an unknown sector",
        changed(INT, "sector: vcs", "sector: vsc"),
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[unknown-source] the source "
                "`int` is left out, so these codes are too | Mend that source first. | "
                "out: the whole second coding"
            ),
            (
                "evidence/north/int.yaml:4:28-4:31 error[unknown-sector] `vsc` is no "
                "sector | Did you mean `vcs`? Allowed: vcs, council, health, police, "
                "education, business, government-office, residents, faith, partnership, "
                "research, audit. | out: the whole source"
            ),
        ],
    ),
    (
        "an unknown tension",
        changed(INT, "memo: fine", "tensions: [local-strategik]"),
        [
            (
                "evidence/north/int.cd.yaml:4:3-4:5 error[unknown-excerpt] excerpt x1 of "
                "int is left out, so these codes are too | Mend that excerpt first. | out: "
                "this code"
            ),
            (
                "evidence/north/int.yaml:14:16-14:31 error[unknown-tension] "
                "`local-strategik` is no tension | Did you mean `local-strategic`? "
                "Allowed: thematic-neighbourhood, local-strategic, "
                "democratic-participatory. | out: excerpt x1"
            ),
        ],
    ),
    (
        "no date",
        changed(INT, "2004-05-12", "12/05/2026"),
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[unknown-source] the source "
                "`int` is left out, so these codes are too | Mend that source first. | "
                "out: the whole second coding"
            ),
            (
                "evidence/north/int.yaml:3:7-3:17 error[impossible-date] `12/05/2026` is "
                "no date as dates are written here | Write 2026-05-12. | out: the whole "
                "source"
            ),
        ],
    ),
    (
        "a file of comments",
        {INT: "# nothing yet\n"},
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[unknown-source] the source "
                "`int` is left out, so these codes are too | Mend that source first. | "
                "out: the whole second coding"
            ),
            (
                "evidence/north/int.yaml:1:1-1:1 error[empty-file] the file is empty | It "
                "should hold a mapping of keys and values. | out: the whole source"
            ),
        ],
    ),
    (
        "a list",
        {INT: "- source: int\n"},
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[unknown-source] the source "
                "`int` is left out, so these codes are too | Mend that source first. | "
                "out: the whole second coding"
            ),
            (
                "evidence/north/int.yaml:1:1-1:1 error[wrong-type] the file is a list | It "
                "should hold a mapping of keys and values. | out: the whole source"
            ),
        ],
    ),
    (
        "not UTF-8",
        {INT: b"source: int\nmemo: caf\xe9\n"},
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[unknown-source] the source "
                "`int` is left out, so these codes are too | Mend that source first. | "
                "out: the whole second coding"
            ),
            (
                "evidence/north/int.yaml:2:10-2:11 error[not-utf8] the file is not UTF-8: "
                "byte 0xE9 is no character in it | Save it again with the encoding UTF-8 "
                "(in an editor: Save As, Encoding). | out: the whole source"
            ),
        ],
    ),
    (
        "a control character in one excerpt",
        changed(INT, "The papers came late.", '"late\\e[31m"'),
        [
            (
                "evidence/north/int.cd.yaml:5:3-5:5 error[unknown-excerpt] excerpt x2 of "
                "int is left out, so these codes are too | Mend that excerpt first. | out: "
                "this code"
            ),
            (
                "evidence/north/int.yaml:16:11-16:23 error[forbidden-character] the text "
                "holds U+001B (a control character), which can hide or fake words | Delete "
                "its escape. | out: excerpt x2"
            ),
        ],
    ),
    (
        "nothing said yet",
        {
            "evidence/north/new.yaml": "source: new\nkind: document\ndate: 2004\n"
            "author: vcs\nexcerpts: []\n"
        },
        [
            (
                "evidence/north/new.yaml:1:9-1:12 warning[empty-source] new has no excerpt "
                "that can be used | Nothing rests on it yet."
            ),
        ],
    ),
    (
        "trouble before the file breaks off",
        {INT: "source: int\nexcerpts:\n  - &a {id: x1}\n  - {id: x2, text: [a\n"},
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[unknown-source] the source "
                "`int` is left out, so these codes are too | Mend that source first. | "
                "out: the whole second coding"
            ),
            (
                "evidence/north/int.yaml:3:5-3:9 error[yaml-anchor] a `&` before words "
                "would be an anchor of YAML, and those are not used here |  | out: the "
                "whole source"
            ),
            (
                "evidence/north/int.yaml:4:20-4:21 error[yaml-syntax] a bracket [ opens "
                "here, and no ] closes it | Put the words in quotation marks, or out of "
                "the braces under `text: >`. | out: the whole source"
            ),
        ],
    ),
]


@pytest.mark.parametrize(("files", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_is_said(tmp_path: Path, files: Files, expected: list[str]) -> None:
    assert said(tmp_path, files) == expected
