"""The two small tables that the others are joined with: imperatives, and partnerships."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from gapcheck.exporters.parquet.columns import (
    COUNT,
    TEXT,
    WHOLE,
    YES_NO,
    Column,
    choice,
    dated,
    listed,
    record,
)
from gapcheck.exporters.parquet.findings import NAMED, named
from gapcheck.model.choices import Force, Group, Modality, Nation, Rung, Wording
from gapcheck.model.report import PartnershipReport
from gapcheck.model.study import Imperative, Policy

Duty = tuple[Policy, Imperative]
"""An imperative with the policy that it stands in."""

_MEMBERS: Final = listed(record("people", sector=TEXT, people=WHOLE))
_ATTRIBUTES: Final = listed(record(name=TEXT, value=TEXT))


def duties(policies: Iterable[Policy]) -> list[Duty]:
    """The imperatives of some policies, in their order."""
    return [(policy, each) for policy in policies for each in policy.imperatives]


def _policy(part: str) -> Callable[[Duty], Any]:
    return lambda duty: getattr(duty[0], part)


def _own(part: str) -> Callable[[Duty], Any]:
    return lambda duty: getattr(duty[1], part)


def _place(part: str) -> Callable[[PartnershipReport], Any]:
    return lambda one: getattr(one.partnership, part)


def _total(group: Group) -> Column[PartnershipReport]:
    return Column(group.value, COUNT, lambda one: dict(one.totals).get(group, 0))


def _members(one: PartnershipReport) -> list[dict[str, Any]]:
    return [{"sector": sector, "people": people} for sector, people in one.partnership.members]


def _attributes(one: PartnershipReport) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in one.partnership.attributes]


IMPERATIVES: Final[tuple[Column[Duty], ...]] = (
    Column("imperative", TEXT, _own("name")),
    Column("policy", TEXT, _policy("id")),
    Column("policy_title", TEXT, _policy("title")),
    Column("publisher", TEXT, _policy("publisher")),
    Column("published", TEXT, _policy("published")),
    choice("force", Force, _policy("force")),
    choice("nation", Nation, _own("nation")),
    Column("title", TEXT, lambda duty: duty[1].title or None, True),
    Column("locator", TEXT, _own("locator")),
    Column("text", TEXT, lambda duty: duty[1].text.strip()),
    choice("wording", Wording, _own("wording")),
    Column("actors", listed(TEXT), _own("actors")),
    Column("beneficiaries", listed(TEXT), _own("beneficiaries")),
    choice("modality", Modality, _own("modality")),
    choice("demands", Rung, _own("demands")),
    Column("tier", TEXT, _own("tier"), True),
    Column("topics", listed(TEXT), _own("topics")),
    *dated("in_force_from", lambda duty: duty[1].in_force.start, optional=False),
    *dated("in_force_to", lambda duty: duty[1].in_force.end),
    *dated("due", _own("due")),
)
"""A row for each imperative of the study's policies."""

PARTNERSHIPS: Final[tuple[Column[PartnershipReport], ...]] = (
    Column("lsp", TEXT, _place("id")),
    Column("partnership", TEXT, _place("name")),
    Column("illustrative", YES_NO, _place("illustrative")),
    Column("pseudonym", YES_NO, _place("pseudonym")),
    Column("kind", TEXT, _place("kind")),
    choice("nation", Nation, _place("nation")),
    Column("region", TEXT, _place("region"), True),
    Column("designations", listed(TEXT), _place("designations")),
    Column("of", WHOLE, _place("population"), True),
    *dated("as_at", lambda one: one.as_at),
    *map(_total, Group),
    Column("not_applicable", COUNT, lambda one: one.not_applicable),
    Column("not_taken_up", COUNT, lambda one: one.not_taken_up),
    Column("unheard", listed(TEXT), lambda one: one.unheard),
    Column("barriers", NAMED, lambda one: named(one.barriers)),
    Column("enablers", NAMED, lambda one: named(one.enablers)),
    Column("tensions", NAMED, lambda one: named(one.tensions)),
    Column("members", _MEMBERS, _members),
    Column("attributes", _ATTRIBUTES, _attributes),
)
"""A row for each partnership, with its totals."""
