"""Partnerships and people as cases, with what is known of them as values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from gapcheck.exporters.fields import of_partnership
from gapcheck.exporters.qdpx.guids import guid
from gapcheck.exporters.qdpx.xml import held, made
from gapcheck.exporters.selected import Kept, Selected
from gapcheck.interchange.marks import lines_of
from gapcheck.model.study import Source, Speaker


@dataclass(slots=True)
class Cases:
    """Cases and the variables that their values are of."""

    _variables: dict[str, Element] = field(default_factory=dict)

    def all(self, selected: Selected) -> Element | None:
        """A case for each partnership, and one for each person in it."""
        return held("Cases", [*self._partnerships(selected), *self._people(selected)])

    def variables(self) -> Element | None:
        """The variables that any case has a value of; asked for after the cases."""
        return held("Variables", list(self._variables.values()))

    def _partnerships(self, selected: Selected) -> Iterator[Element]:
        for each in selected.partnerships:
            own = [one.source for one in selected.sources if one.source.lsp == each.id]
            values = {
                "Partnership": each.id,
                "Kind": each.kind,
                "Nation": str(each.nation),
                "Region": each.region or "",
                **dict(each.attributes),
            }
            yield made(
                "Case",
                made("Description", lines_of(of_partnership(each))),
                *self._values(values),
                *map(_reference, own),
                guid=guid("partnership", each.id),
                name=each.name,
            )

    def _people(self, selected: Selected) -> Iterator[Element]:
        found: dict[tuple[str, str], list[tuple[Kept, Speaker]]] = {}
        for kept in selected.sources:
            for speaker in kept.speakers:
                found.setdefault((kept.source.lsp, speaker.id), []).append((kept, speaker))
        for (lsp, name), everywhere in found.items():
            first = everywhere[0][1]
            values = {
                "Sector": first.sector,
                "Role": first.role,
                "Tier": first.tier or "",
                **dict(first.attributes),
            }
            alone = [kept.source for kept, _ in everywhere if len(kept.source.speakers) == 1]
            yield made(
                "Case",
                *self._values(values),
                *map(_reference, alone),
                *_selections(name, [kept for kept, _ in everywhere]),
                guid=guid("person", lsp, name),
                name=f"{lsp} {name}",
            )

    def _values(self, values: Mapping[str, str]) -> Iterator[Element]:
        for name, value in values.items():
            if not value:
                continue
            identity = guid("variable", name)
            self._variables[name] = made(
                "Variable", guid=identity, name=name, typeOfVariable="Text"
            )
            yield made(
                "VariableValue",
                made("VariableRef", targetGUID=identity),
                made("TextValue", value),
            )


def of_source(source: Source) -> str:
    """The id of a source."""
    return guid("source", source.lsp, source.id)


def of_excerpt(source: Source, excerpt: str) -> str:
    """The id of an excerpt."""
    return guid("excerpt", source.lsp, source.id, excerpt)


def _reference(source: Source) -> Element:
    return made("SourceRef", targetGUID=of_source(source))


def _selections(name: str, kept: list[Kept]) -> Iterator[Element]:
    """What one of several speakers of a source says."""
    for each in kept:
        if len(each.source.speakers) > 1:
            for excerpt in each.excerpts:
                if excerpt.speaker == name:
                    yield made("SelectionRef", targetGUID=of_excerpt(each.source, excerpt.id))
