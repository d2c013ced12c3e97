"""What participants were promised: a marker word planted in every forbidden place, and sought.

The markers stand where consent does not reach; every command and every format runs over the
study, and no byte on stdout, on stderr or in any file written may hold one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gapcheck.cli.commands import COMMANDS
from gapcheck.exporters.kinds import READABLE
from gapcheck.inventory import INVENTORIES
from gapcheck.reports.agreement_formats import AGREEMENT_FORMATS
from gapcheck.reports.check_formats import CHECK_FORMATS
from gapcheck.reports.diff_formats import DIFF_FORMATS
from gapcheck.reports.exports import EXPORTS
from gapcheck.reports.formats import BRIEFS, FORMATS, VIEWS
from gapcheck.reports.match_formats import MATCH_FORMATS
from gapcheck.reports.plan_formats import PLAN_FORMATS
from gapcheck.reports.words import HELD_BACK
from gapcheck.schema.kinds import KINDS

from .calls import Call
from .studies import SOUND, interview, study

HERE = "evidence/northtown"


def words(mark: str) -> str:
    """Everything of an excerpt that belongs to whoever said it, or was noted about it."""
    return f"""\
    translation: >
      {mark} translated
    themes: [{mark} theme]
    barriers: [{mark} barrier]
    enablers: [{mark} enabler]
    cmo: {{context: {mark} c, mechanism: {mark} m, outcome: {mark} o}}
    memo: {mark} noted
"""


CODES = """
      - {{imperative: pay-in-advance, stance: absent, memo: {0} coded}}
      - {{imperative: sectors-together, stance: happens, memo: {0} coded}}"""


def kept(name: str, mark: str, consent: str) -> str:
    said = interview(
        name, codes=CODES.format(mark), text=f"{mark} said", consent=consent, more=words(mark)
    )
    return f"{said}memo: {mark} of the source\ntranscript: transcripts/{name}.txt\n"


SHUT_OUT = {
    "Qwithdrawn": "{withdrawn: true}",
    "Qrefused": "{analysis: false}",
    "Qembargoed": "{embargo_until: 2999-01-01}",
    "Qmonth": "{embargo_until: 2999-01}",
}
SPEAKERS = """\
source: fg-01
kind: focus-group
date: 2004-05-12
speakers:
  - {id: A, sector: vcs, role: one, consent: {withdrawn: true}}
  - {id: B, sector: vcs, role: two, consent: {analysis: false}}
  - {id: C, sector: vcs, role: three, consent: {embargo_until: 2999}}
  - {id: D, sector: vcs, role: four, consent: {quote: none}}
  - {id: E, sector: vcs, role: five}
consent: {analysis: true}
excerpts:
  - id: x1
    speaker: E
    text: Openword may be shown.
    codes: {pay-in-advance: absent}
"""
UNQUOTED = """\
    translation: >
      {0} translated
    memo: {0} noted
"""


def excerpt(name: str, speaker: str, mark: str, more: str) -> str:
    return f"""\
  - id: {name}
    speaker: {speaker}
    text: >
      {mark} said
    codes: {{pay-in-advance: absent}}
{more}"""


def uncoded(source: str) -> str:
    """The same source before anybody coded it, which is what matching looks at."""
    lines = source.splitlines(keepends=True)
    return "".join(
        one for one in lines if not one.startswith(("    codes:", "      - {imperative"))
    )


GROUP = SPEAKERS + "".join(
    (
        excerpt("x2", "A", "Qspeakerwithdrawn", words("Qspeakerwithdrawn")),
        excerpt("x3", "B", "Qspeakerrefused", words("Qspeakerrefused")),
        excerpt("x4", "C", "Qspeakerembargoed", words("Qspeakerembargoed")),
        excerpt("x5", "D", "Qspeakerunquoted", UNQUOTED.format("Qspeakerunquoted")),
    )
)
NATIONAL = """\
source: nat-{0}
kind: document
date: 2004
author: audit
consent: {1}
excerpts:
  - id: x1
    text: >
      Qnational{0} said
    codes: {{pay-in-advance: absent}}
    memo: Qnational{0} noted
"""
FILES: dict[str, str | bytes | None] = {
    **{
        f"{HERE}/int-q{number}.yaml": kept(f"int-q{number}", mark, consent)
        for number, (mark, consent) in enumerate(SHUT_OUT.items())
    },
    f"{HERE}/int-none.yaml": interview(
        "int-none",
        text="Qunquoted said",
        consent="{quote: none}",
        more=UNQUOTED.format("Qunquoted"),
    ),
    f"{HERE}/fg-01.yaml": GROUP,
    f"{HERE}/fg-01.cd.yaml": (
        "source: fg-01\ncoder: cd\ncodes:\n"
        "  x1: {pay-in-advance: partly}\n"
        + "".join(
            f"  x{number}: [{{imperative: pay-in-advance, stance: partly, memo: Qcoder noted}}]\n"
            for number in (2, 3, 4, 5)
        )
    ),
    **{
        f"{HERE}/{name}.gh.yaml": (
            f"source: {name}\ncoder: gh\ncodes:\n"
            "  x1: [{imperative: pay-in-advance, stance: partly, memo: Qcoder noted}]\n"
        )
        for name in ("int-none", *(f"int-q{number}" for number in range(len(SHUT_OUT))))
    },
    f"{HERE}/int-broken.yaml": interview("int-broken", "vsc", text="Qbroken said"),
    f"{HERE}/int-torn.yaml": "source: int-torn\nmemo: Qtorn: said\n",
    **{
        f"{HERE}/wait-q{number}.yaml": uncoded(kept(f"wait-q{number}", f"{mark}wait", consent))
        for number, (mark, consent) in enumerate(SHUT_OUT.items())
    },
    f"{HERE}/wait-none.yaml": uncoded(
        interview(
            "wait-none",
            text="Qwaitunquoted nobody seats grants",
            consent="{quote: none}",
            more="    translation: >\n      Qwaitunquoted grants\n",
        )
    ),
    f"{HERE}/fg-02.yaml": uncoded(GROUP).replace("source: fg-01", "source: fg-02"),
    "evidence/national/nat-0.yaml": NATIONAL.format(0, "{quote: none}"),
    "evidence/national/nat-1.yaml": NATIONAL.format(1, "{withdrawn: true}"),
    "evidence/national/nat-2.yaml": NATIONAL.format(2, "{analysis: false}"),
    "evidence/national/nat-3.yaml": NATIONAL.format(3, "{embargo_until: 2999}"),
}
TRANSCRIPTS: dict[str, str | bytes | None] = {
    # A quote that is there, one that almost is, and one that only something is near to.
    f"{HERE}/int-spoken.yaml": interview("int-spoken", text="We sat and we were told to wait.")
    + "  - id: x2\n    text: The money came for 19 of the 88 groups here.\n"
    + "  - id: x3\n    text: Nobody had ever told us about that in time for anything.\n"
    + "transcript: transcripts/int-spoken.txt\n",
    "transcripts/int-spoken.txt": (
        "P03: Qtranscript: we sat and we were told to wait. Qturn. The money came for 19 of the 38 "
        "groups here. Nobody had ever Qnear told us about that Qnearer in time.\n"
    ),
    **{
        f"transcripts/int-q{number}.txt": f"P03: {mark} said, and Qrest{number} too.\n"
        for number, mark in enumerate(SHUT_OUT)
    },
    f"{HERE}/int-paper.yaml": interview("int-paper") + "transcript: transcripts/int-paper.txt\n",
    "transcripts/int-paper.txt": "P03: Qencoded said".encode("utf-16"),
    "gapcheck.lock": (
        f'format: gapcheck-lock/1\ntranscripts:\n  "transcripts/int-spoken.txt": {"0" * 64}\n'
    ),
}
FILES |= TRANSCRIPTS
MARKS = sorted(
    {
        word.strip("[]{}:,")
        for held in FILES.values()
        for word in str(held).split()
        if word.startswith(("Q", "[Q"))
    }
)


def every_call() -> Iterator[tuple[str, ...]]:
    yield ()
    for form in ("terminal", *CHECK_FORMATS):
        yield ("check", "-f", form)
        yield ("check", "-f", form, "--audience", "public")
    for names in ((), ("northtown",), ("northtown", "southby")):
        for form in ("terminal", *FORMATS):
            yield ("report", *names, "-f", form)
            yield ("report", *names, "-f", form, "--fail-on", "gap,unknown")
        for form in ("terminal", *BRIEFS) if names else ():
            yield ("report", *names, "-f", form, "--brief")
    for name in ("pay-in-advance", "sectors-together", "women-in-the-chair"):
        yield ("explain", name)
        yield ("explain", "northtown", name)
    for kind, forms in EXPORTS.items():
        for form in forms:
            yield ("export", kind, "-f", form)
            yield ("export", kind, "northtown", "-f", form)
    yield from (
        ("export", kind, *names) for kind in sorted(READABLE) for names in ((), ("northtown",))
    )
    for what in INVENTORIES:
        for form in ("terminal", "json"):
            yield ("list", what, "-f", form)
    for names in ((), ("northtown",)):
        for form in ("terminal", *MATCH_FORMATS):
            yield ("match", *names, "-f", form, "--top", "0")
        yield from (("agreement", *names, "-f", form) for form in ("terminal", *AGREEMENT_FORMATS))
    yield ("rules",)
    for kind in KINDS:
        yield ("schema", kind)


def every_call_for_the_public() -> Iterator[tuple[str, ...]]:
    for more in (("--audience", "public"), ("--audience", "public", "--coarsen")):
        for names in ((), ("northtown",), ("northtown", "southby")):
            for form in ("terminal", *FORMATS):
                yield ("report", *names, "-f", form, *more)
            for form in ("terminal", *BRIEFS) if names else ():
                yield ("report", *names, "-f", form, "--brief", *more)
        yield ("explain", "pay-in-advance", *more)
        yield ("explain", "northtown", "pay-in-advance", *more)
        for kind, forms in EXPORTS.items():
            for form in forms:
                yield ("export", kind, "-f", form, *more)


def every_other_call() -> Iterator[tuple[str, ...]]:
    """What is said beside the report: other settings, other states, whom to see next."""
    # All forms of a view tell the same values; the two that tell most are looked at.
    for view, forms in VIEWS.items():
        assert {"html", "json"} <= set(forms)
        names = () if view == "beyond-policy" else ("northtown",)
        yield from (("report", *names, f"--{view}", "-f", form) for form in ("terminal", "json"))
    for form in ("terminal", *PLAN_FORMATS):
        yield ("plan", "northtown", "-f", form)
    for form in ("terminal", *DIFF_FORMATS):
        yield ("diff", "--as-at", "2003..2005", "-f", form)


CALLS = [*every_call(), *every_other_call()]
WRITES = {"init", "new", "code", "review", "import", "signoff"}
"""Commands that write into a study: beside this, `test_code` looks at what they show of it, and
`review` is where a coder reads what nobody else may."""


@pytest.fixture
def planted(root: Path) -> Path:
    return study(root, FILES)


def test_every_command_is_called() -> None:
    assert {one[0] for one in CALLS if one} == set(COMMANDS) - WRITES


def test_the_markers_are_planted() -> None:
    assert len(MARKS) == 2 * len(SHUT_OUT) + 21
    assert all(mark not in str(SOUND) for mark in MARKS)


@pytest.mark.parametrize("words", CALLS, ids=lambda words: " ".join(words) or "alone")
def test_no_word_that_consent_does_not_cover_is_ever_written(
    call: Call, planted: Path, words: tuple[str, ...]
) -> None:
    before = {path for path in planted.rglob("*") if path.is_file()}
    calls = [call(*words), call.on_terminal(*words, *(("--no-pager",) if pages(words) else ()))]
    if words:
        calls.append(call(*words, "-o", "written.out"))
    written = [path for path in planted.rglob("*") if path.is_file() and path not in before]
    assert len(written) == bool(words)
    texts = [text for done in calls for text in (done.out, done.err)]
    texts += [path.read_text("utf-8") for path in written]
    assert "".join(texts)
    for text in texts:
        assert not [mark for mark in MARKS if mark.casefold() in text.casefold()]
    assert not [done for done in calls if done.code not in (0, 1)]


NOT_FIT = (
    r"nothing was written: quote-not-found \(\d\), withdrawn \(\d\), withdrawn-transcript \(\d\)\.$"
)
"""What broke a promise in the planted study, by its rules and by how often."""


@pytest.mark.parametrize("words", list(every_call_for_the_public()), ids=" ".join)
def test_where_words_that_were_taken_back_are_kept_the_public_is_told_nothing(
    call: Call, planted: Path, words: tuple[str, ...]
) -> None:
    before = {path for path in planted.rglob("*") if path.is_file()}
    for done in (call(*words), call(*words, "-o", "written.out"), call.on_terminal(*words)):
        assert (done.code, done.out) == (2, "")
        assert re.search(NOT_FIT, done.err, re.MULTILINE)
        assert not [mark for mark in MARKS if mark.casefold() in done.err.casefold()]
    assert {path for path in planted.rglob("*") if path.is_file()} == before


def pages(words: tuple[str, ...]) -> bool:
    return bool(words) and words[0] in (
        "report",
        "explain",
        "list",
        "match",
        "rules",
        "plan",
        "diff",
    )


def test_the_transcripts_were_looked_into(call: Call, planted: Path) -> None:
    found = call("check", "-f", "json").json
    assert found["transcripts"] == {"named": 6, "seen": 3, "absent": 2}
    outcomes = {(one["source"], one["excerpt"]): one["outcome"] for one in found["quotes"]}
    assert outcomes == {
        ("int-q2", "x1"): "verified",
        ("int-q3", "x1"): "verified",
        ("int-spoken", "x1"): "verified",
        ("int-spoken", "x2"): "doubtful",
        ("int-spoken", "x3"): "missing",
    }
    rules = {one["rule"] for one in found["diagnostics"]}
    assert {"withdrawn-transcript", "changed-transcript", "unreadable-transcript"} <= rules


def test_what_may_be_shown_is_shown(call: Call, planted: Path) -> None:
    for form in ("terminal", *FORMATS):
        more = ("--rows", "statements") if form == "csv" else ()
        assert "Openword" in call("report", "northtown", "-f", form, *more).out
    assert "Openword" in call("explain", "northtown", "pay-in-advance").out
    for form in ("terminal", *MATCH_FORMATS):
        assert "Openword" in call("match", "northtown", "-f", form).out
    for form in ("terminal", *AGREEMENT_FORMATS):
        assert "Openword" in call("agreement", "northtown", "-f", form).out
    # What may not be quoted is still compared, and so are its codes.
    out = call("agreement", "northtown", "--width", "100").out
    assert "int-none x1" in out
    assert HELD_BACK in out
    # What may not be quoted is still matched, with a marker in the place of its words.
    out = call("match", "northtown", "--width", "100").out
    assert "wait-none x1" in out
    assert HELD_BACK in out


def test_an_embargo_that_is_over_opens_the_words(
    call: Call, planted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "32535215999")
    out = call("report", "northtown", "-f", "json").out
    assert "Qembargoed" in out
    assert "Qspeakerembargoed" in out
    assert "Qwithdrawn" not in out
    assert "Qembargoed theme" in call("list", "themes").out


def test_an_unforeseen_error_says_nothing_of_them(
    call: Call, planted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(corpus: object, *_: object, **__: object) -> None:
        raise RuntimeError(str(corpus))

    for module, name, words in (
        ("gapcheck.analysis", "assess", ("report",)),
        ("gapcheck.sweep.study", "of_study", ("check", "--no-cache")),
        ("gapcheck.analysis", "assess", ("explain", "pay-in-advance")),
        ("gapcheck.matchers.run", "match", ("match",)),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(f"{module}.{name}", breaks)
            done = call(*words)
        assert done.code == 2
        assert "RuntimeError" in done.err
        assert not [mark for mark in MARKS if mark in done.out + done.err]
