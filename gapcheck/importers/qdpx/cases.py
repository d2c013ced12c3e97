"""What documents and passages belong to: cases with their attributes, sets, variables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gapcheck.importers.qdpx.tree import child, children, guid, local, target, words
from gapcheck.interchange.ledger import Ledger
from gapcheck.model.brought import Case

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Variables = Mapping[str, str]
"""The names of variables by their ids."""


@dataclass(slots=True)
class Belonging:
    """Attributes, cases and sets by the id of a source, cases by that of a selection or a code."""

    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    of_source: dict[str, list[str]] = field(default_factory=dict)
    of_selection: dict[str, list[str]] = field(default_factory=dict)
    of_code: dict[str, list[str]] = field(default_factory=dict)
    sets: dict[str, list[str]] = field(default_factory=dict)
    cases: list[Case] = field(default_factory=list)

    def note(self, source: str, values: Mapping[str, str]) -> None:
        """Lay attributes upon a source; what it has already stays."""
        held = self.attributes.setdefault(source, {})
        for name, value in values.items():
            held.setdefault(name, value)


def variables_of(root: Element) -> Variables:
    """The variables of a project by id."""
    found = children(child(root, "Variables"), "Variable")
    return {guid(each): " ".join(each.get("name", "").split()) for each in found}


def values_of(element: Element, variables: Variables) -> dict[str, str]:
    """The values on a case or a source, by the names of their variables."""
    return dict(_values(element, variables))


def _values(element: Element, variables: Variables) -> Iterator[tuple[str, str]]:
    for each in children(element, "VariableValue"):
        reference = child(each, "VariableRef")
        name = variables.get(target(reference), "") if reference is not None else ""
        held = (part for part in each if local(part).endswith("Value"))
        value = next((" ".join("".join(part.itertext()).split()) for part in held), "")
        if name and value:
            yield name, value


def belonging_of(root: Element, variables: Variables, ledger: Ledger) -> Belonging:
    """What the cases and sets of a project say of its sources and selections."""
    found = Belonging()
    for element in children(child(root, "Cases"), "Case"):
        _case(element, variables, found, ledger)
    for element in children(child(root, "Sets"), "Set"):
        _set(element, found, ledger)
    return found


def _case(element: Element, variables: Variables, found: Belonging, ledger: Ledger) -> None:
    name = " ".join(element.get("name", "").split())
    values = values_of(element, variables)
    sources = [target(each) for each in children(element, "SourceRef")]
    # Some programs make a case without a name for each source, to hang its attributes on.
    if not name or len(sources) == 1:
        for source in sources:
            found.note(source, values)
    if not name:
        ledger.taken("attributes of sources", len(values) * len(sources))
        return
    found.cases.append(Case(name, values, words(element, "Description")))
    ledger.taken("cases")
    for source in sources:
        found.of_source.setdefault(source, []).append(name)
    for each in children(element, "SelectionRef"):
        found.of_selection.setdefault(target(each), []).append(name)
    for each in children(element, "CodeRef"):
        found.of_code.setdefault(target(each), []).append(name)


def _set(element: Element, found: Belonging, ledger: Ledger) -> None:
    name = " ".join(element.get("name", "").split())
    sources = [target(each) for each in children(element, "MemberSource")]
    key, colon, value = name.partition(":")
    for source in sources:
        # One program writes the attributes of documents as sets called "gender: male".
        if colon and key.strip() and value.strip():
            found.note(source, {key.strip(): value.strip()})
        else:
            found.sets.setdefault(source, []).append(name)
    if sources:
        ledger.taken("sets of sources")
    if next(children(element, "MemberCode"), None) is not None:
        ledger.left("sets of codes", "Codes have no groups here but their own tree.", name)
