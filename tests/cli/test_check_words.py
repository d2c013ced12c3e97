"""No word that anybody said or noted is ever in what `check` prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.reports.check_formats import CHECK_FORMATS

from .calls import Call
from .studies import interview, study

MARK = "Zxqvmark"
FORMS = ("terminal", *CHECK_FORMATS)
WHERE = "evidence/northtown/int-vcs-03.yaml"

BROKEN = {
    "text on the key's line, with a colon": f"    text: We said: {MARK} {MARK}\n",
    "words that look like a key": f"    text: We said\n      kind: {MARK} lied\n",
    "words that look like a key's one value": f"    text: I told them\n      date: {MARK}\n",
    "a comment after prose": f"    text: We came # and {MARK} left\n",
    "an open quotation mark": f'    text: "We {MARK} came\n',
    "a bracket first": f"    text: [laughs] {MARK} no\n",
    "a list for the words": f"    text: [{MARK}, {MARK} b]\n",
    "a mapping for the words": f"    text: {{we: {MARK} b}}\n",
    "a misspelt key": f"    txet: {MARK} said it\n    text: a\n",
    "a misspelt memo": f"    text: a\n    memmo: {MARK} was late\n",
    "a comma within braces": f"    text: a\n    codes: [{{imperative: x, memo: Yes, {MARK}}}]\n",
    "a memo twice": f"    text: a\n    memo: {MARK}\n    memo: {MARK} b\n",
    "a translation twice": f"    text: a\n    translation: {MARK}\n    translation: {MARK} b\n",
    "words in a code": f"    text: a\n    codes: [{{imperative: x, memo: {MARK} b, stance: no}}]\n",
    "an unknown escape": f'    text: "We \\q {MARK} came"\n',
    "a tab": f"    text: >\n\t{MARK} came\n",
    "words under the wrong indentation": f"    text: >\n      a\n  {MARK} came: late\n",
    "an alias": f"    text: *{MARK} came\n",
    "a control character": f"    text: >\n      {MARK} \x07 came\n",
    "not utf-8": f"    text: >\n      {MARK} \udce9 came\n",
    "an empty translation": f"    text: >\n      {MARK}\n    translation:\n",
    "a second document": f"    text: {MARK}\n---\nmemo: {MARK}\n",
    "a comment": f"    # {MARK} came\n    text: a\n    texts: b\n",
    "an exemption's reason": f"    text: a\n    ignore: [{{rule: r, reason: {MARK} b, x: 1}}]\n",
}
HEAD = f"""\
source: int-vcs-03
kind: interview
date: 2004-05-12
memo: {MARK} was there
citation: {MARK}, a paper
speaker: {{id: P09, sector: vcs, role: officer}}
consent: {{analysis: true}}
excerpts:
  - id: x0
    text: >
      {MARK} and {MARK} sound
    memo: {MARK}
    codes: {{no-such-imperative: absent}}
  - id: x1
"""


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("slip", BROKEN)
def test_what_is_broken_is_shown_without_its_words(
    call: Call, tmp_path: Path, slip: str, form: str
) -> None:
    held = (HEAD + BROKEN[slip]).encode("utf-8", "surrogateescape")
    here = study(tmp_path / "s", {WHERE: held})
    done = call("check", "--study", here, "-f", form)
    assert done.code == 1
    assert WHERE in done.out
    assert MARK.casefold() not in (done.out + done.err).casefold()


@pytest.mark.parametrize("form", FORMS)
def test_what_is_sound_beside_an_error_is_shown_without_its_words(
    call: Call, tmp_path: Path, form: str
) -> None:
    codes = f"""
      - {{imperative: pay-in-advance, stance: happens, memo: {MARK} b}}
      - {{imperative: pay-in-advance, stance: absent, memo: {MARK} b}}"""
    more = f"    translation: >\n      {MARK}\n    themes: [{MARK}]\n    memo: {MARK}\n"
    odd = interview("int-vcs-01", codes=codes, text=MARK, more=more)
    withdrawn = interview("int-vcs-03", consent="{withdrawn: true}", text=MARK, more=more)
    here = study(tmp_path / "s", {"evidence/northtown/int-vcs-01.yaml": odd, WHERE: withdrawn})
    done = call("check", "--study", here, "-f", form)
    assert done.code == 1
    for rule in ("withdrawn", "contradictory-codes"):
        assert rule in done.out
    assert MARK not in done.out + done.err


def test_a_policys_title_is_not_shown_either(call: Call, root: Path) -> None:
    path = root / "policies/guidance-2001.yaml"
    path.write_text(path.read_text().replace("title: Guidance", f"title: {MARK}: Guidance"))
    done = call("check")
    assert done.code == 1
    assert MARK not in done.out


@pytest.mark.parametrize("form", FORMS)
def test_the_value_that_is_wrong_is_shown(call: Call, tmp_path: Path, form: str) -> None:
    here = study(tmp_path / "s", {WHERE: interview("int-vcs-03", "vsc")})
    assert "`vsc` is no sector" in call("check", "--study", here, "-f", form).out
