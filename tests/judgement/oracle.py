"""The page of verdict rules written a second time, as tables over plain tuples.

Nothing of the program is imported here: spellings are those of the study's files. Every table
and every line stands under the sentence of the page that it follows, so that a methodologist can
compare the two without reading the engine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

STANCES = ("happens", "partly", "absent", "opposite", "unaware")
BASES = ("first-hand", "record", "claim", "hearsay")
RUNGS = ("adopted", "enacted", "effective")
TIERS = ("strategic", "thematic", "neighbourhood", "delivery")


class Said(NamedTuple):
    """One statement; `basis` and `rung` are None where the coder left them to the default."""

    stance: str
    basis: str | None
    rung: str | None
    sector: str
    tier: str | None
    kind: str
    voice: str


class Weighed(NamedTuple):
    """What is left of a statement once the rung demanded and the obliged sectors are known."""

    counts_as: str | None
    adoption: bool
    record: bool
    enough_alone: bool
    obliged: bool
    sector: str
    tier: str | None
    voice: str


# "interview, focus-group, observation: first-hand. minutes, accounts: record. survey, evaluation:
# record, but claim where its respondents or author are obliged by the imperative.
# document: claim, but record where the imperative demands `adopted` (the paper itself)"
PLAIN_BASIS = {
    "interview": "first-hand",
    "focus-group": "first-hand",
    "observation": "first-hand",
    "minutes": "record",
    "accounts": "record",
}

# "document, minutes: adopted ...; else enacted; but never above the rung demanded". Only where
# `adopted` is demanded can enacted be above it.
PAPER_KINDS = {"document", "minutes"}

# "documents, minutes, accounts: strategic; else none (untiered)"
STRATEGIC_KINDS = {"document", "minutes", "accounts"}

# "The practice statements are the admissible `first-hand` and `record` ones ..."
SEEN = {"first-hand", "record"}

# "... that speak to the rung demanded": by (demanded, coded), what each stance counts as.
AS_IT_IS = {stance: stance for stance in STANCES}
# "on a higher rung: `happens` alone, as happens (what made a difference was done)"
HAPPENS_ALONE = {"happens": "happens"}
COUNTS_AS: dict[tuple[str, str], dict[str, str]] = {
    # "on that rung: as they are"
    ("adopted", "adopted"): AS_IT_IS,
    ("enacted", "enacted"): AS_IT_IS,
    ("effective", "effective"): AS_IT_IS,
    ("adopted", "enacted"): HAPPENS_ALONE,
    ("adopted", "effective"): HAPPENS_ALONE,
    ("enacted", "effective"): HAPPENS_ALONE,
    # "on `enacted` where `effective` is demanded: absent, opposite and unaware as they are,
    # happens and partly as partly (done, effect not shown)"
    ("effective", "enacted"): {
        "absent": "absent",
        "opposite": "opposite",
        "unaware": "unaware",
        "happens": "partly",
        "partly": "partly",
    },
}

# "A voice's position: all its practice statements happens -> happens; all absent or opposite ->
# absent; else partly." Unaware stands here since, where there is no other, it counts as absent.
DENIALS = {"absent", "opposite", "unaware"}

# The thirteen rules without `out-of-scope`: (rule, verdict, facts it needs, facts that bar it),
# tried from the top. A fact is a word that `facts_of` puts into the set.
TABLE: tuple[tuple[str, str, frozenset[str], frozenset[str]], ...] = tuple(
    (rule, verdict, frozenset(needs.split()), frozenset(bars.split()))
    for rule, verdict, needs, bars in (
        # "no admissible statement"
        ("nothing-said", "no_evidence", "silence", ""),
        # "no practice statement; adoption is shown"
        ("paper-untested", "untested", "adoption", "practice"),
        # "no practice statement"
        ("thin", "insufficient", "", "practice"),
        # "one voice only, whatever it says; unless a survey, an evaluation, or (`adopted`
        # demanded) a record"
        ("single-voice", "insufficient", "one-voice", "enough-alone"),
        # "in one of the four tiers ..., one sector happens and another is absent"
        ("sectors-disagree", "contested", "tier-divided", ""),
        # "every sector absent; modality `may`"
        ("optional-unused", "not_taken_up", "all-absent may", ""),
        # "every sector absent; some practice statement is `opposite`"
        ("opposite", "contrary", "all-absent opposite", ""),
        # "every sector absent; adoption is shown"
        ("paper-only", "paper_only", "all-absent adoption", ""),
        # "every sector absent"
        ("absent", "not_translated", "all-absent", ""),
        # "not every sector happens"
        ("mixed-practice", "partly_translated", "", "all-happens"),
        # "every sector with a position is obliged, and no practice statement is a record"
        ("self-report", "untested", "all-obliged", "record"),
        # "every sector happens"
        ("done", "translated", "all-happens", ""),
    )
)


def decide(
    said: Iterable[Said], modality: str, demanded: str, obliged: frozenset[str]
) -> tuple[str, str]:
    """The verdict and the rule that the page gives for what was said, in scope and in time."""
    return ruled(tuple(weigh(one, demanded, obliged) for one in said), modality == "may")


def obliged_by(
    actors: Sequence[str], beneficiaries: Sequence[str], sectors: Iterable[str]
) -> frozenset[str]:
    """Which of the sectors the imperative obliges.

    "Obliged are the imperative's `actor` sectors; `actor: partnership` obliges every sector but
    the imperative's beneficiaries. `audit` and `research` are never obliged."
    """
    whole = set(sectors) - set(beneficiaries) if "partnership" in actors else set()
    return frozenset((whole | set(actors)) - {"audit", "research"})


def weigh(one: Said, demanded: str, obliged: frozenset[str]) -> Weighed:
    """One statement with its defaults filled in, as it bears on the rung demanded."""
    basis = one.basis or default_basis(one, demanded, obliged)
    rung = one.rung or default_rung(one.kind, demanded)
    tier = "strategic" if one.tier is None and one.kind in STRATEGIC_KINDS else one.tier
    return Weighed(
        counts_as=COUNTS_AS.get((demanded, rung), {}).get(one.stance) if basis in SEEN else None,
        # "Adoption is shown by a `happens` that is a claim, or on rung `adopted` and not hearsay."
        adoption=one.stance == "happens"
        and (basis == "claim" or (rung == "adopted" and basis != "hearsay")),
        record=basis == "record",
        enough_alone=one.kind in {"survey", "evaluation"}
        or (demanded == "adopted" and basis == "record"),
        obliged=one.sector in obliged,
        sector=one.sector,
        tier=tier,
        voice=one.voice,
    )


def default_basis(one: Said, demanded: str, obliged: frozenset[str]) -> str:
    """How a source of this kind knows what it says, where the coder did not say."""
    if one.kind == "document":
        return "record" if demanded == "adopted" else "claim"
    if one.kind in {"survey", "evaluation"}:
        return "claim" if one.sector in obliged else "record"
    return PLAIN_BASIS[one.kind]


def default_rung(kind: str, demanded: str) -> str:
    """The rung of which a source of this kind speaks, where the coder did not say."""
    return "adopted" if kind in PAPER_KINDS or demanded == "adopted" else "enacted"


@cache
def ruled(weighed: tuple[Weighed, ...], may: bool) -> tuple[str, str]:
    """The first line of the table whose facts hold."""
    facts = facts_of(weighed) | ({"may"} if may else set())
    for rule, verdict, needs, bars in TABLE:
        if needs <= facts and not bars & facts:
            return verdict, rule
    raise AssertionError(f"the table has no line for {sorted(facts)}")


def facts_of(weighed: Sequence[Weighed]) -> set[str]:
    """Every fact about the statements that some rule asks for."""
    practice = counted(weighed)
    sectors = positions(practice)
    truths = {
        "silence": not weighed,
        "practice": bool(practice),
        "adoption": any(one.adoption for one in weighed),
        "one-voice": len({one.voice for one in practice}) == 1,
        "enough-alone": any(one.enough_alone for one in practice),
        "tier-divided": any(divided(practice, tier) for tier in TIERS),
        "all-absent": set(sectors.values()) == {"absent"},
        "all-happens": set(sectors.values()) == {"happens"},
        "opposite": any(one.counts_as == "opposite" for one in practice),
        "all-obliged": all(one.obliged for one in practice),
        "record": any(one.record for one in practice),
    }
    return {fact for fact, holds in truths.items() if holds}


def counted(weighed: Sequence[Weighed]) -> list[Weighed]:
    """The practice statements that count.

    "Where the finding has any other practice statement, its unaware ones are set aside (listed;
    no voice, no position, not deciding); only where there is no other do they count, as absent."
    """
    practice = [one for one in weighed if one.counts_as]
    return [one for one in practice if one.counts_as != "unaware"] or practice


def positions(practice: Iterable[Weighed]) -> dict[str, str]:
    """Each sector's position: "of its voices', alike -> that, else partly"."""
    voices: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in practice:
        voices[one.sector, one.voice].add(one.counts_as or "")
    sectors: dict[str, set[str]] = defaultdict(set)
    for (sector, _), stances in voices.items():
        sectors[sector].add(
            "happens" if stances == {"happens"} else "absent" if stances <= DENIALS else "partly"
        )
    return {sector: each.pop() if len(each) == 1 else "partly" for sector, each in sectors.items()}


def divided(practice: Iterable[Weighed], tier: str) -> bool:
    """Whether "one sector happens and another is absent" in a tier.

    "positions taken anew from its own and the untiered practice statements; a tier with none of
    its own counts too"
    """
    here = positions(one for one in practice if one.tier in {tier, None})
    return {"happens", "absent"} <= set(here.values())


def tier_positions(practice: Sequence[Weighed]) -> dict[str, tuple[str, int]]:
    """What each tier's own practice statements come to, and from how many voices.

    "`happens`, `partly`, `absent`, `contested` (one sector there happens, another is absent),
    `unknown` (none) ... All sectors happens -> happens; all absent -> absent; else partly."
    """
    profile = {}
    for tier in TIERS:
        own = [one for one in practice if one.tier == tier]
        here = set(positions(own).values())
        if {"happens", "absent"} <= here:
            word = "contested"
        else:
            word = here.pop() if len(here) == 1 else "partly" if here else "unknown"
        profile[tier] = (word, len({(one.sector, one.voice) for one in own}))
    return profile


def pattern(profile: dict[str, tuple[str, int]]) -> str:
    """How practice changes from the board to the street.

    "never rising and lower at the end `decay`; the reverse `inverse-decay`; both ways `uneven`;
    equal `even`; fewer than two `unknown`"
    """
    height = {"absent": 0, "partly": 1, "happens": 2}
    heights = [height[profile[tier][0]] for tier in TIERS if profile[tier][0] in height]
    steps = {(two > one) - (two < one) for one, two in pairwise(heights)} - {0}
    if len(heights) < 2:
        return "unknown"
    if not steps:
        return "even"
    return {frozenset({-1}): "decay", frozenset({1}): "inverse-decay"}.get(
        frozenset(steps), "uneven"
    )
