"""What lies beside a partnership's sources: its own file, second codings, sign-offs."""

from __future__ import annotations

from pathlib import Path

import pytest

from .studies import INT, LSP, SECOND, SIGNOFF, SOUND, Files, changed, said

CASES: list[tuple[str, Files, list[str]]] = [
    (
        "no lsp.yaml",
        {LSP: None},
        [
            (
                "evidence:1:1-1:1 error[empty-study] evidence/ holds no partnership that "
                "can be used | `gapcheck new partnership NAME` writes a first one; "
                "`gapcheck init --example` shows many."
            ),
            (
                "evidence/north/lsp.yaml:1:1-1:1 error[missing-partnership] the folder "
                "north has no lsp.yaml | `gapcheck new partnership north` writes one to "
                "fill in. | out: the whole partnership with 2 sources"
            ),
        ],
    ),
    (
        "no lsp.yaml beside one source",
        {"evidence/south/int.yaml": str(SOUND[INT]).replace(", partnership: board", "")},
        [
            (
                "evidence/south/lsp.yaml:1:1-1:1 error[missing-partnership] the folder "
                "south has no lsp.yaml | `gapcheck new partnership south` writes one to "
                "fill in. | out: the whole partnership with 1 source"
            ),
        ],
    ),
    (
        "an empty folder's file",
        {"evidence/south/README.md": "a", "evidence/south/lsp.yaml": ""},
        [
            (
                "evidence/south/lsp.yaml:1:1-1:1 error[empty-file] the file is empty | It "
                "should hold a mapping of keys and values. | out: the whole partnership"
            ),
        ],
    ),
    (
        "another folder's name",
        changed(LSP, "lsp: north", "lsp: south"),
        [
            (
                "evidence:1:1-1:1 error[empty-study] evidence/ holds no partnership that "
                "can be used | `gapcheck new partnership NAME` writes a first one; "
                "`gapcheck init --example` shows many."
            ),
            (
                "evidence/north/lsp.yaml:1:6-1:11 error[misnamed-file] `south` lies in the "
                "folder north | Rename the folder to south, or write `lsp: north`. | out: "
                "the whole partnership"
            ),
        ],
    ),
    (
        "two bodies with one id",
        changed(
            LSP,
            "{id: board, tier: strategic}",
            "{id: board, tier: strategic}\n          - {id: board, tier: thematic}",
        ),
        [
            (
                "evidence:1:1-1:1 error[empty-study] evidence/ holds no partnership that "
                "can be used | `gapcheck new partnership NAME` writes a first one; "
                "`gapcheck init --example` shows many."
            ),
            (
                "evidence/north/lsp.yaml:7:10-7:15 error[duplicate-id] `board` is the id "
                "of two items | Give each its own. Neither is used until then. | also "
                "evidence/north/lsp.yaml:6:10-6:15 the first stands here | out: the whole "
                "partnership"
            ),
        ],
    ),
    (
        "an unknown kind",
        changed(LSP, "kind: lsp", "kind: lspp"),
        [
            (
                "evidence:1:1-1:1 error[empty-study] evidence/ holds no partnership that "
                "can be used | `gapcheck new partnership NAME` writes a first one; "
                "`gapcheck init --example` shows many."
            ),
            (
                "evidence/north/lsp.yaml:3:7-3:11 error[unknown-kind] `lspp` is no kind of "
                "partnership | Did you mean `lsp`? Allowed: lsp, cpp, lsb, psb, hwb, icp, "
                "icb, haz, lep, other. | out: the whole partnership"
            ),
        ],
    ),
    (
        "an unknown member",
        changed(LSP, "vcs: 6", "voluntary: 6"),
        [
            (
                "evidence:1:1-1:1 error[empty-study] evidence/ holds no partnership that "
                "can be used | `gapcheck new partnership NAME` writes a first one; "
                "`gapcheck init --example` shows many."
            ),
            (
                "evidence/north/lsp.yaml:7:11-7:20 error[unknown-sector] `voluntary` is no "
                "key of the members by sector | Allowed: vcs, council, health, police, "
                "education, business, government-office, residents, faith, partnership, "
                "research, audit. | out: the whole partnership"
            ),
        ],
    ),
    (
        "a partnership without sources",
        {"evidence/south/lsp.yml": "lsp: south\nname: S\nkind: lsp\nnation: england\n"},
        [
            (
                "evidence/south/lsp.yml:1:6-1:11 warning[empty-partnership] south has no "
                "source that can be used | `gapcheck new interview south/NAME` writes one "
                "to fill in."
            ),
        ],
    ),
    (
        "a second coder for an unknown excerpt",
        changed(SECOND, "x2: {", "x3: {"),
        [
            (
                "evidence/north/int.cd.yaml:5:3-5:5 error[unknown-excerpt] `x3` is no "
                "excerpt of int | It has: x1, x2. | out: this code"
            ),
        ],
    ),
    (
        "a second coder's unknown imperative",
        changed(SECOND, "{papers: absent}", "{paper: absent}"),
        [
            (
                "evidence/north/int.cd.yaml:5:8-5:13 error[unknown-imperative] no policy "
                "has the imperative `paper` | Did you mean `papers`? It stands in "
                "policies/guidance.yaml:15. | out: this code"
            ),
        ],
    ),
    (
        "a second coder's stance",
        changed(SECOND, "stance: absent", "stance: abscent"),
        [
            (
                "evidence/north/int.cd.yaml:4:36-4:43 error[unknown-stance] `abscent` is "
                "no stance | Did you mean `absent`? Allowed: happens, partly, absent, "
                "opposite, unaware. | out: this code"
            ),
        ],
    ),
    (
        "a second coder's indicator",
        changed(SECOND, "stance: absent", "stance: absent, indicator: v"),
        [
            (
                "evidence/north/int.cd.yaml:4:55-4:56 error[unknown-indicator] `v` is no "
                "indicator of guidance/seats | It has: vote. | out: this code"
            ),
        ],
    ),
    (
        "a second coder's share",
        changed(SECOND, "stance: absent", "share: {percent: 3}"),
        [
            (
                "evidence/north/int.cd.yaml:4:28-4:33 error[misplaced-share] a share in a "
                "source of the kind interview | Only surveys and evaluations give shares; "
                "here, give a `stance`. | out: this code"
            ),
        ],
    ),
    (
        "another source in a second coder's file",
        changed(SECOND, "source: int", "source: int2"),
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:13 error[misnamed-file] the file int.cd "
                "holds codes for int2 by cd | Its name should be int2.cd.yaml. | out: the "
                "whole second coding"
            ),
        ],
    ),
    (
        "another coder in a second coder's file",
        changed(SECOND, "coder: cd", "coder: ce"),
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[misnamed-file] the file int.cd "
                "holds codes for int by ce | Its name should be int.ce.yaml. | out: the "
                "whole second coding"
            ),
        ],
    ),
    (
        "a second coder's file for a broken source",
        {INT: "source: int\n"},
        [
            (
                "evidence/north/int.cd.yaml:1:9-1:12 error[unknown-source] the source "
                "`int` is left out, so these codes are too | Mend that source first. | "
                "out: the whole second coding"
            ),
            (
                "evidence/north/int.yaml:1:1-1:7 error[missing-key] a source has no `date` "
                "| It is required here. | out: the whole source"
            ),
            (
                "evidence/north/int.yaml:1:1-1:7 error[missing-key] a source has no "
                "`excerpts` | It is required here. | out: the whole source"
            ),
            (
                "evidence/north/int.yaml:1:1-1:7 error[missing-key] a source has no `kind` "
                "| It is required here. | out: the whole source"
            ),
        ],
    ),
    (
        "a second coder's file for no source",
        {"evidence/north/doc.cd.yaml": "source: doc\ncoder: cd\ncodes: {}\n"},
        [
            (
                "evidence/north/doc.cd.yaml:1:9-1:12 error[unknown-source] there is no "
                "source `doc` beside this file | Add it, or delete these codes. | out: the "
                "whole second coding"
            ),
        ],
    ),
    (
        "a second coder's file of any name",
        {"evidence/north/second.yaml": "source: int\ncoder: cd\ncodes: {}\n"},
        [
            (
                "evidence/north/second.yaml:1:9-1:12 error[misnamed-file] the file second "
                "holds codes for int by cd | Its name should be int.cd.yaml. | out: the "
                "whole second coding"
            ),
        ],
    ),
    (
        "a second coder's file in the background",
        {
            "evidence/national/doc.yaml": "source: doc\nkind: document\ndate: 2004\nauthor: audit\n"
            "excerpts: [{id: x1, text: a}]\n",
            "evidence/national/doc.cd.yaml": "source: doc\ncoder: cd\ncodes: {x2: []}\n",
        },
        [
            (
                "evidence/national/doc.cd.yaml:3:9-3:11 error[unknown-excerpt] `x2` is no "
                "excerpt of doc | It has: x1. | out: this code"
            ),
        ],
    ),
    (
        "a broken second coder's file",
        {SECOND: "source: int\n"},
        [
            (
                "evidence/north/int.cd.yaml:1:1-1:7 error[missing-key] a second coder's "
                "file has no `coder` | It is required here. | out: the whole second coding"
            ),
            (
                "evidence/north/int.cd.yaml:1:1-1:7 error[missing-key] a second coder's "
                "file has no `codes` | It is required here. | out: the whole second coding"
            ),
        ],
    ),
    (
        "a sign-off on an unknown imperative",
        changed(SIGNOFF, "seats", "seets"),
        [
            (
                "evidence/north/signoff.yaml:1:15-1:20 error[unknown-imperative] no policy "
                "has the imperative `seets` | Did you mean `seats`? It stands in "
                "policies/guidance.yaml:9. | out: this entry"
            ),
        ],
    ),
    (
        "a sign-off without a reason",
        changed(SIGNOFF, "reason", "summary"),
        [
            (
                "evidence/north/signoff.yaml:1:3-1:13 error[missing-key] a sign-off has no "
                "`reason` | It is required here. | out: this entry"
            ),
        ],
    ),
    (
        "a broken file of sign-offs",
        {SIGNOFF: "imperative: seats\n"},
        [
            (
                "evidence/north/signoff.yaml:1:1-1:1 error[wrong-type] the file is a "
                "mapping of keys and values | It should hold a list. | out: the whole file "
                "of sign-offs"
            ),
        ],
    ),
]


@pytest.mark.parametrize(("files", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_is_said(tmp_path: Path, files: Files, expected: list[str]) -> None:
    assert said(tmp_path, files) == expected
