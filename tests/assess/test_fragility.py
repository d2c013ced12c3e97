"""Which sources a verdict hangs on."""

from __future__ import annotations

from typing import Any

import pytest

from gapcheck.model.study import Source

from .builders import find, says

Expected = list[tuple[str, str]]


@pytest.mark.parametrize(
    ("said", "asked", "fragile"),
    [
        (("vcs", "vcs", "vcs"), {}, []),
        (("vcs", "vcs"), {}, [("s1", "insufficient"), ("s2", "insufficient")]),
        (("vcs survey",), {}, [("s1", "no_evidence")]),
        (("vcs survey", "council document"), {}, [("s1", "untested")]),
        (("vcs survey", "council hearsay"), {}, [("s1", "insufficient")]),
        (("vcs", "vcs", "council absent"), {}, [("s3", "translated")]),
        (("vcs absent", "vcs absent", "vcs absent", "council document"), {}, [
            ("s4", "not_translated")]),
        (("vcs absent", "vcs absent", "vcs opposite"), {}, [("s3", "not_translated")]),
        # an unaware that had given way counts once nobody else speaks
        (("vcs survey", "council unaware", "health unaware"), {}, [("s1", "not_translated")]),
        (("vcs", "vcs", "vcs", "council unaware"), {}, []),
        # what cannot decide is never named
        (("vcs", "vcs", "vcs", "council hearsay absent"), {}, []),
    ],
)  # fmt: skip
def test_fragility(said: tuple[str, ...], asked: dict[str, Any], fragile: Expected) -> None:
    assert [(f.without, f.verdict) for f in find(*said, **asked).fragile] == fragile


def leave_out(sources: list[Source], **asked: Any) -> Expected:
    """The slow way: judge the sources without each, and keep what changes."""
    whole = find(*sources, **asked)
    again = {s.id: find(*(o for o in sources if o is not s), **asked).verdict for s in sources}
    return [(name, other) for name, other in sorted(again.items()) if other != whole.verdict]


@pytest.mark.parametrize(
    "said",
    [
        ("vcs", "council absent", "residents partly"),
        ("vcs strategic", "council absent delivery", "health document"),
        ("vcs survey absent", "council document", "council unaware", "vcs unaware"),
        ("council", "council", "vcs"),
        ("vcs absent", "council absent", "vcs claim", "health hearsay"),
    ],
)
def test_it_is_what_judging_without_the_source_gives(said: tuple[str, ...]) -> None:
    sources = [says(f"s{n}", one) for n, one in enumerate(said)]
    finding = find(*sources)
    assert finding.confidence is not None
    assert [(f.without, f.verdict) for f in finding.fragile] == leave_out(sources)


def test_a_person_in_two_sources_stays_a_voice_without_one_of_them() -> None:
    sources = [says("s1", "vcs", who="P1"), says("s2", "vcs", who="P1"), says("s3", "vcs")]
    assert [f.without for f in find(*sources).fragile] == ["s3"]
