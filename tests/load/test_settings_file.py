"""The study's own file: a wrong entry gives way to its default."""

from __future__ import annotations

from pathlib import Path

import pytest

from .studies import SETTINGS, Files, said

CASES: list[tuple[str, Files, list[str]]] = [
    (
        "no title",
        {SETTINGS: "question: a\nconsent_forms: {v2: {}}\n"},
        [
            (
                "gapcheck.yaml:1:1-1:9 error[missing-key] the study's settings has no "
                "`study` | It is required here. | out: this entry"
            ),
        ],
    ),
    (
        "an unknown key",
        {SETTINGS: "study: a\nconsent_forms: {v2: {}}\nsector: {fire: Fire}\n"},
        [
            (
                "gapcheck.yaml:3:1-3:7 error[unknown-key] `sector` is no key of the "
                "study's settings | Did you mean `sectors`? Allowed: study, question, "
                "region, period, limits, thresholds, sectors, kinds, tiers, tensions, "
                "barriers, double_coded, consent_forms, places, ethics, methods, severities, "
                "import. | out: this entry"
            ),
        ],
    ),
    (
        "cuts in the wrong order",
        {SETTINGS: "study: a\nconsent_forms: {v2: {}}\nthresholds: {survey_cuts: [90, 10]}\n"},
        [
            (
                "gapcheck.yaml:3:27-3:28 error[impossible-threshold] the lower cut 90 is "
                "not below the upper cut 10 | Give the lower first: [10, 90]. | out: this "
                "entry"
            ),
        ],
    ),
    (
        "an empty label",
        {SETTINGS: "study: a\nconsent_forms: {v2: {}}\nsectors: {fire: }\n"},
        [
            (
                "gapcheck.yaml:3:11-3:15 error[empty-value] `fire` is empty | It should be "
                "text. Give it, or leave the key out. | out: this entry"
            ),
        ],
    ),
    (
        "a topic of the methods that is none, and one without words",
        {SETTINGS: "study: a\nconsent_forms: {v2: {}}\nmethods: {duraton: x, sampling: }\n"},
        [
            (
                "gapcheck.yaml:3:11-3:18 error[unknown-key] `duraton` is no key of the methods "
                "block | Did you mean `duration`? Allowed: interviewer, credentials, occupation, "
                "gender, training, relationship, known_of_interviewer, interests, orientation, "
                "sampling, approach, sample_size, non_participation, setting, presence, sample, "
                "guide, repeated, recording, field_notes, duration, saturation, returned, coders, "
                "coding_tree, themes, software, checked_by_participants, quotations, consistency, "
                "major_themes, minor_themes. | out: this entry"
            ),
            (
                "gapcheck.yaml:3:23-3:31 error[empty-value] `sampling` is empty | It should be "
                "text. Give it, or leave the key out. | out: this entry"
            ),
        ],
    ),
    (
        "a key given twice",
        {SETTINGS: "study: a\nconsent_forms: {v2: {}}\nstudy: b\n"},
        [
            (
                "gapcheck.yaml:3:1-3:6 error[duplicate-key] `study` is given twice | Keep "
                "one. Neither is used until then. | also gapcheck.yaml:1:1-1:6 the first "
                "stands here | out: this entry"
            ),
        ],
    ),
    (
        "a broken file",
        {SETTINGS: "study: 'a\n"},
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
            (
                "gapcheck.yaml:1:8-1:9 error[unclosed-quote] a quotation mark opens here "
                "and never closes | Put the words under `study: >`, on the next line and "
                "indented. | out: the whole file"
            ),
        ],
    ),
    (
        "an empty file",
        {SETTINGS: ""},
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
            (
                "gapcheck.yaml:1:1-1:1 error[empty-file] the file is empty | It should "
                "hold a mapping of keys and values. | out: the whole file"
            ),
        ],
    ),
    (
        "an unknown way of quoting in a form",
        {SETTINGS: "study: a\nconsent_forms: {v2: {quote: some}}\n"},
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
            (
                "gapcheck.yaml:2:29-2:33 error[unknown-consent] `some` is no way of "
                "quoting | Allowed: named, anonymised, none. | out: this entry"
            ),
        ],
    ),
]


@pytest.mark.parametrize(("files", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_is_said(tmp_path: Path, files: Files, expected: list[str]) -> None:
    assert said(tmp_path, files) == expected
