"""What the public may not read, planted everywhere in a study that is fit for it, and sought.

Every word that begins with q is a marker: an id, a role, a note, a name of a file, words that few
said, words in a language that one speaks. None may be in an edition, on stderr, or in any file
that making one leaves on the disk; nor may the day of an interview.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gapcheck.reports.exports import EXPORTS
from gapcheck.reports.formats import BRIEFS, FORMATS

from .calls import Call
from .real import REAL, SETTINGS
from .studies import study
from .test_promises_on_disk import Sandbox, found_by, found_in

HERE = "evidence/northtown"
LSP = """\
lsp: northtown
name: Northtown Strategic Partnership
pseudonym: true
kind: lsp
nation: england
partnerships:
  - {id: qbody, tier: strategic, theme: Qtheme}
members: {vcs: 16, council: 19, health: 14}
attributes: {qattribute: Qvalue}
"""


def source(
    name: str,
    *excerpts: str,
    sector: str = "vcs",
    consent: str = "quote: anonymised",
    more: str = "",
) -> dict[str, str | bytes | None]:
    """An interview of a person of its own, and every note that there can be of it."""
    said = "".join(excerpts)
    return {
        f"{HERE}/int-q{name}.yaml": f"""\
source: int-q{name}
kind: interview
date: 2004-05-12
speaker:
  id: Qid{name}
  sector: {sector}
  role: Qrole{name} of the board
  partnership: qbody
  attributes: {{qyears: Qfour{name}}}
coder: Qcoder{name}
consent: {{{consent}}}
transcript: transcripts/Qtranscript{name}.txt
citation: Qcitation{name}, 2004
memo: Qmemo{name} of the source
{more}excerpts:{said or " []"}
"""
    }


def excerpt(text: str, codes: str, more: str = "") -> str:
    return f"""
  - id: qx{len(text)}
    at: "Qat 00:14:20"
    text: >
      {text}
    codes:
      - {{{codes}, memo: Qmemo of a code}}
    themes: [Qtheme of it]
    memo: Qmemo of the excerpt
{more}"""


NO = "imperative: sectors-together, stance: absent"
YES = "imperative: sectors-together, stance: happens"
WRITTEN = "imperative: pay-in-advance, stance: absent, rung: enacted"
ALONE = "imperative: women-in-the-chair, stance: absent"
OFTEN = "    barriers: [Openbarrier]\n"
NOTE = "    cmo: {context: Qcontext, outcome: Qoutcome}\n"
FILES: dict[str, str | bytes | None] = {
    **REAL,
    "gapcheck.yaml": SETTINGS,
    "names.txt": "Qrealname\n",
    f"{HERE}/lsp.yaml": LSP,
    f"{HERE}/int-vcs-01.yaml": None,
    f"{HERE}/int-vcs-02.yaml": None,
    f"{HERE}/int-council-01.yaml": None,
    **source("a", excerpt("Openwords that may be shown.", NO, OFTEN)),
    # A second quotation of one sector that says the same would let people be counted.
    **source("b", excerpt("Qsecond of the same said.", NO, OFTEN)),
    **source(
        "c",
        excerpt("Qlanguage few speak.", YES, f"    translation: Opentranslation of it.\n{OFTEN}"),
        sector="council",
        more="language: so\n",
    ),
    **source("d", excerpt("Qalone on this said.", ALONE, "    barriers: [Qbarrier of one]\n")),
    **source("e", excerpt("Qunquoted said.", NO, NOTE), sector="health", consent="quote: none"),
    **source("f", excerpt("Qrefused said.", NO, NOTE), sector="health", consent="analysis: false"),
    **source(
        "g", excerpt("Qembargoed said.", NO, NOTE), sector="health", consent="embargo_until: 2999"
    ),
    **source("h", sector="health", consent="withdrawn: true"),
    f"{HERE}/int-qa.cd.yaml": (
        f"source: int-qa\ncoder: cd\ncodes: {{qx28: [{{{NO}, memo: Qmemo of a second coder}}]}}\n"
    ),
    f"{HERE}/svy-q.yaml": f"""\
source: svy-q
kind: survey
date: 2004-09-09
respondents: vcs
of: 46
memo: Qmemo of the survey
excerpts:{excerpt("Qshare of two: 2 of 46.", "imperative: pay-in-advance, share: {met: 2, of: 46}")}
""",
    f"{HERE}/min-q.yaml": f"""\
source: min-q
kind: minutes
date: 2004-09-25
author: council
citation: Qcitation of the minutes
excerpts:{excerpt("Openminutes say it.", WRITTEN)}
""",
    f"{HERE}/int-qbroken.yaml": "source: int-qbroken\nmemo: Qbroken: said\n",
    f"{HERE}/signoff.yaml": """\
- imperative: sectors-together
  reason: Qreason among ourselves.
  summary: Opensummary for everybody.
  by: R. Reviewer
  on: 2006-01-31
""",
    "evidence/national/nat-q.yaml": f"""\
source: nat-q
kind: interview
date: 2004-05-12
speaker: {{id: Qminister, sector: health, role: Qrole of state}}
consent: {{quote: anonymised}}
excerpts:{excerpt("Qnational said.", NO)}
""",
}
MARKS = sorted({
    word.lower()
    for name, held in FILES.items()
    for word in re.findall(r"(?<![A-Za-z])(?:int-)?[Qq](?!uot)\w+", f"{name} {held!s}")
    # Two letters stand anywhere, in a hash for one.
    if len(word) > 2
})  # fmt: skip
DAYS = ("2004-05-12", "12 May 2004", "2004-09-25", "25 September 2004", "May 2004")
SHOWN = ("Openwords", "Opentranslation", "Openminutes", "Opensummary", "Openbarrier")
FORMS = ("terminal", *FORMATS)


def calls() -> Iterator[tuple[str, ...]]:
    for more in ((), ("--coarsen",)):
        for names in ((), ("northtown",), ("northtown", "southby")):
            for form in FORMS:
                yield ("report", *names, "-f", form, *more)
            for form in ("terminal", *BRIEFS) if names else ():
                yield ("report", *names, "-f", form, "--brief", *more)
            for kind, forms in EXPORTS.items():
                for form in forms:
                    yield ("export", kind, *names, "-f", form, *more)
        for name in ("sectors-together", "pay-in-advance", "women-in-the-chair"):
            yield ("explain", name, *more)
            yield ("explain", "northtown", name, *more)


PUBLIC = ("--audience", "public")


@pytest.fixture
def planted(root: Path) -> Path:
    for name, held in FILES.items():
        if held is None:
            (root / name).unlink(missing_ok=True)
    return study(root, FILES)


def test_the_markers_are_planted(call: Call, planted: Path) -> None:
    assert len(MARKS) > 70
    assert {"qbody", "qida", "qrolea", "qshare", "qalone", "qrealname", "qminister"} <= set(MARKS)
    # The team's own report holds many of them: they are where they would be shown.
    text = "".join(call("report", "northtown", "-f", form).out for form in FORMS)
    text += call("explain", "northtown", "sectors-together").out
    held = [mark for mark in MARKS if mark in text.lower()]
    assert len(held) > 20
    assert {"int-qa.yaml", "qsecond", "qrolea", "qreason", "qshare", "qnational"} <= {
        *held,
        *(word for word in ("int-qa.yaml",) if word in text),
    }


@pytest.mark.parametrize("words", list(calls()), ids=" ".join)
def test_nothing_of_anybody_is_in_an_edition(
    call: Call, planted: Path, words: tuple[str, ...]
) -> None:
    before = {path for path in planted.rglob("*") if path.is_file()}
    done = [
        call(*words, *PUBLIC),
        call.on_terminal(*words, *PUBLIC, *(() if words[0] == "export" else ("--no-pager",))),
        call(*words, *PUBLIC, "-o", "written.out"),
    ]
    assert [each.code for each in done] == [0, 0, 0]
    (written,) = {path for path in planted.rglob("*") if path.is_file()} - before
    texts = [text for each in done for text in (each.out, each.err)]
    texts.append(written.read_text("utf-8"))
    for text in texts:
        folded = text.lower()
        assert not [mark for mark in MARKS if mark in folded]
        assert not [day for day in DAYS if day in text]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("coarsen", [(), ("--coarsen",)])
def test_what_everybody_may_read_is_in_it(
    call: Call, planted: Path, form: str, coarsen: tuple[str, ...]
) -> None:
    more = ("--rows", "statements") if form == "csv" else ()
    out = call("report", "northtown", *PUBLIC, *coarsen, "-f", form, *more).out
    # JSON has the barriers of findings alone, the screen the words that decide; the rows of
    # statements and what was observed have words alone.
    shown = SHOWN[:3] if form in ("csv", "oscal") else SHOWN
    assert not [word for word in shown if word not in out]


def test_no_byte_on_the_disk_holds_any_of_it(tmp_path: Path) -> None:
    around = tmp_path / "around"
    around.mkdir()
    sandbox = Sandbox(study(tmp_path / "study", FILES), around, frozenset(FILES))
    every = [(("report", "northtown"), form) for form in FORMS]
    every += [(("export", kind), form) for kind, forms in EXPORTS.items() for form in forms]
    for words, form in every:
        for more in ((), ("--coarsen",)):
            done = sandbox(*words, *PUBLIC, *more, "-f", form, "-o", f"public.{form}")
            assert done.returncode == 0, done.stderr
            assert not found_by(done.stdout + done.stderr, MARKS)
            left = {path.name: found_in(path, MARKS) for path in sandbox.written()}
            assert not any(left.values()), left
    assert {f"public.{form}" for form in FORMS} <= {path.name for path in sandbox.written()}
