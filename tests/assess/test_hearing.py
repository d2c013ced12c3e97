"""Who was heard, who was not, and whom to ask next."""

from __future__ import annotations

from typing import Any

import pytest

from gapcheck.model.settings import TIER_LABELS, Settings, Vocabulary

from .builders import find, says

MEMBERS = (("vcs", 6), ("council", 9), ("health", 4), ("business", 0))


OBLIGED = "Obliged, and not asked."
MEANT = "Meant for them, who were not asked."
MEMBER = "A member, and not asked."


@pytest.mark.parametrize(
    ("said", "asked", "heard", "unheard", "flags"),
    [
        ((), {}, "", "council residents", "actor-unheard beneficiary-unheard"),
        (("council",), {}, "council", "residents", "beneficiary-unheard one-sector"),
        (("residents",), {}, "residents", "council", "actor-unheard one-sector"),
        (("council", "residents"), {}, "council residents", "", ""),
        (("vcs observation", "council"), {"beneficiaries": ()}, "vcs council", "", ""),
        # papers, minutes, accounts and evaluations hear nobody
        (("council document", "council minutes", "council accounts", "council evaluation"), {},
         "", "council residents", "actor-unheard beneficiary-unheard"),
        (("council survey", "residents focus-group"), {}, "council residents", "", ""),
        # hearsay and what was set aside are heard
        (("council hearsay", "residents unaware", "vcs"), {}, "vcs council residents", "", ""),
        # members with a seat
        (("vcs",), {"members": MEMBERS}, "vcs", "council health residents",
         "actor-unheard beneficiary-unheard one-sector"),
        # one obliged sector of several is enough
        (("council", "residents"), {"actors": ("council", "health")}, "council residents",
         "health", ""),
        # the partnership as an actor is its members
        (("vcs",), {"actors": ("partnership",), "beneficiaries": ("vcs",), "members": MEMBERS},
         "vcs", "council health", "actor-unheard one-sector"),
        (("vcs",), {"actors": ("partnership",), "beneficiaries": ("vcs",)},
         "vcs", "partnership", "actor-unheard one-sector"),
        (("council", "vcs"), {"actors": ("partnership",), "beneficiaries": ("vcs",)},
         "vcs council", "partnership", ""),
    ],
)  # fmt: skip
def test_heard_and_unheard(
    said: tuple[str, ...], asked: dict[str, Any], heard: str, unheard: str, flags: str
) -> None:
    voices = find(*said, **asked).voices
    found = (voices.heard, voices.unheard, voices.flags)
    assert found == (tuple(heard.split()), tuple(unheard.split()), tuple(flags.split()))


def test_what_is_left_out_is_not_heard() -> None:
    assert find(says("s1", "council", date="2009")).voices.heard == ()


@pytest.mark.parametrize(
    ("said", "asked", "expected"),
    [
        # nobody: the obliged, then those it is meant for, then other members
        ((), {"members": MEMBERS, "tier": "strategic"}, [
            ("council", "strategic", OBLIGED),
            ("residents", "strategic", MEANT),
            ("vcs", "strategic", MEMBER),
            ("health", "strategic", MEMBER),
        ]),
        (("council", "council"), {"tier": "strategic", "modality": "may"}, [
            ("residents", "strategic", MEANT),
            ("council", "strategic",
             "It was not heard from the tier where practice is expected: Strategic."),
        ]),
        (("residents strategic",), {"tier": "strategic", "modality": "may"}, [
            ("council", "strategic", "Free to do it, and not asked."),
        ]),
        (("vcs hearsay delivery", "council hearsay thematic", "faith hearsay neighbourhood"),
         {"beneficiaries": ("vcs", "faith")}, [
            ("vcs", "strategic", "Nobody was heard from this tier: Strategic."),
        ]),
        (("council document",), {"actors": ("council", "health"),
                                 "beneficiaries": ("vcs", "faith")}, [
            ("council", None, OBLIGED),
            ("health", None, OBLIGED),
            ("vcs", None, MEANT),
            ("faith", None, MEANT),
        ]),
        # fragile, and all were heard: from the street upwards
        (("council strategic", "residents"), {}, [
            ("residents", tier, f"Nobody was heard from this tier: {tier.capitalize()}.")
            for tier in ("delivery", "neighbourhood", "thematic")
        ]),
        # contested
        (("council strategic", "residents absent strategic"), {"tier": "strategic"}, []),
        (("council strategic", "residents absent strategic"), {"tier": "delivery"}, [
            (sector, "delivery",
             "It was not heard from the tier where practice is expected: Delivery.")
            for sector in ("council", "residents")
        ]),
        # neither unknown nor contested nor fragile: nothing to ask
        (("residents", "residents", "residents"), {}, []),
        # nobody is named to whom one could go
        (("vcs",), {"actors": (), "beneficiaries": ()}, []),
    ],
)  # fmt: skip
def test_whom_to_ask_next(
    said: tuple[str, ...], asked: dict[str, Any], expected: list[tuple[str, str | None, str]]
) -> None:
    found = find(*said, **asked).ask_next
    assert [(ask.sector, ask.tier, ask.why) for ask in found] == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"actors": ("partnership",), "members": MEMBERS}, "vcs council residents health"),
        ({"actors": ("partnership",), "beneficiaries": ("vcs",), "members": MEMBERS},
         "council health vcs vcs"),
        ({"actors": ("partnership",)}, "partnership residents residents residents"),
        ({"actors": ("vcs", "council", "health"),
          "beneficiaries": ("faith", "police", "residents")},
         "vcs council police residents"),
    ],
)  # fmt: skip
def test_the_many_obliged_do_not_crowd_out_whom_it_is_meant_for(
    asked: dict[str, Any], expected: str
) -> None:
    assert " ".join(ask.sector for ask in find(**asked).ask_next) == expected


def test_where_a_paper_is_demanded_it_is_the_paper_to_ask_for() -> None:
    asks = find(demands="adopted").ask_next
    assert asks[0].why == f"{OBLIGED} Ask for the paper itself: that would show it."
    assert all("paper" not in ask.why for ask in asks[1:])


def test_questions_use_the_studys_own_labels() -> None:
    words = Vocabulary(tiers={**TIER_LABELS, "delivery": "Street"})
    said = ("council strategic", "residents")
    whys = [ask.why for ask in find(*said, settings=Settings(vocabulary=words)).ask_next]
    assert whys[0] == "Nobody was heard from this tier: Street."
