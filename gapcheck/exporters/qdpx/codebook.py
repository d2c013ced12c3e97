"""A study's imperatives, each with its stances, and its themes, as codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from gapcheck.exporters.qdpx.guids import guid
from gapcheck.exporters.qdpx.xml import held, made
from gapcheck.exporters.selected import Selected
from gapcheck.interchange.marks import GROUPS, SHARE
from gapcheck.model.choices import Stance
from gapcheck.model.study import Code, Excerpt, Imperative, Policy


def codes_of(selected: Selected) -> Element | None:
    """All codes of what is exported; None where there is none."""
    excerpts = [each for kept in selected.sources for each in kept.excerpts]
    return held("Codes", [*map(_policy, selected.policies), *_groups(excerpts)])


def of_code(code: Code) -> str:
    """The id of the code that stands for an imperative with a stance, or a share."""
    return guid("code", code.imperative, str(code.stance) if code.stance else SHARE)


def of_word(key: str, word: str) -> str:
    """The id of the code that stands for a theme, a barrier, an enabler or a tension."""
    return guid("word", key, word)


def _policy(policy: Policy) -> Element:
    return made(
        "Code",
        made("Description", f"{policy.title}. {policy.publisher}, {policy.published}."),
        *map(_imperative, policy.imperatives),
        guid=guid("policy", policy.id),
        name=policy.id,
        isCodable="false",
    )


def _imperative(imperative: Imperative) -> Element:
    stances = [*(str(each) for each in Stance), SHARE]
    return made(
        "Code",
        made("Description", f"{imperative.text.strip()} ({imperative.locator})"),
        *(_leaf(guid("code", imperative.name, each), each) for each in stances),
        guid=guid("imperative", imperative.name),
        name=imperative.name,
        isCodable="false",
    )


def _groups(excerpts: Iterable[Excerpt]) -> Iterator[Element]:
    every = list(excerpts)
    for key, name in GROUPS.items():
        words = sorted({word for each in every for word in getattr(each, key)})
        leaves = [_leaf(of_word(key, word), word) for word in words]
        if leaves:
            yield made("Code", *leaves, guid=guid("group", key), name=name, isCodable="false")


def _leaf(identity: str, name: str) -> Element:
    return made("Code", guid=identity, name=name, isCodable="true")
