"""Which imperatives bind one kind of partnership in one nation at one time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gapcheck.model.choices import Force, Nation
from gapcheck.model.dates import PartialDate
from gapcheck.model.study import Imperative, Policy
from gapcheck.near import offered
from gapcheck.scaffold.refused import Refused


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose duties are asked for; without `as_at`, those of any time."""

    kind: str
    nation: Nation
    as_at: PartialDate | None = None

    def binds(self, imperative: Imperative) -> bool:
        """Whether an imperative asks anything of such a partnership at that time."""
        kinds = imperative.applies_to.kinds
        return (
            imperative.nation in (Nation.UK, self.nation)
            and (not kinds or self.kind in kinds)
            and not (self.as_at and imperative.in_force.outside(self.as_at))
        )


@dataclass(frozen=True, slots=True)
class Duties:
    """What binds: each policy with the imperatives that do, and the policies only proposed."""

    policies: tuple[tuple[Policy, tuple[Imperative, ...]], ...]
    proposed: tuple[Policy, ...]

    @property
    def imperatives(self) -> tuple[Imperative, ...]:
        """Every imperative that binds, in the order of the policies."""
        return tuple(one for _, some in self.policies for one in some)

    @property
    def designations(self) -> tuple[str, ...]:
        """The designations that some of the duties are limited to."""
        named = (name for one in self.imperatives for name in one.applies_to.designations)
        return tuple(sorted(set(named)))


def wanted(kind: str, nation: str, as_at: PartialDate | None, kinds: Mapping[str, str]) -> Wanted:
    """What was asked for in words; Refused, with a suggestion, where a word is none of them."""
    return Wanted(
        _known(kind, kinds, "kind of partnership"),
        Nation(_known(nation, [str(one) for one in Nation], "nation")),
        as_at,
    )


def duties(policies: Iterable[Policy], asked: Wanted) -> Duties:
    """Of some policies, what binds; Refused where nothing does."""
    binding, proposed = [], []
    for policy in policies:
        some = tuple(one for one in policy.imperatives if asked.binds(one))
        # What a white paper proposes binds nobody yet, so nobody can be asked about practising it.
        if some and policy.force is Force.PROPOSAL:
            proposed.append(policy)
        elif some:
            binding.append((policy, some))
    if not binding:
        when = f" at {asked.as_at}" if asked.as_at else ""
        raise Refused(
            f"Nothing in the library binds the kind {asked.kind} in {asked.nation}{when}. "
            "Nothing was written."
        )
    return Duties(tuple(binding), tuple(proposed))


def _known(word: str, known: Iterable[str], noun: str) -> str:
    options = list(known)
    found = word.strip().lower()
    if found in options:
        return found
    raise Refused(f"`{word}` is no {noun}. {offered(word, options)}")
