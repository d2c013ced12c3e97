"""One source and its excerpts, as typed, to a Source with everything resolved."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gapcheck.load.codes import Coder
from gapcheck.load.consents import read_consent
from gapcheck.load.lost import note_lost_references
from gapcheck.load.names import Imperatives
from gapcheck.load.partnerships import misnamed
from gapcheck.load.policies import twice
from gapcheck.load.reading import Reading
from gapcheck.load.speakers import Bodies, speakers_of, unlisted
from gapcheck.model.choices import SourceKind, Words
from gapcheck.model.dates import PartialDate
from gapcheck.model.settings import Settings
from gapcheck.model.study import Excerpt, Ignore, Realist, Source, Speaker
from gapcheck.near import listed
from gapcheck.source.document import Path

Item = Mapping[str, Any]


def unit(path: Path) -> Path:
    """Of a source, the smallest thing left out is a code, an excerpt, or one `asked`; else all."""
    if path[:1] == ("asked",):
        return path[:2]
    if path[:1] != ("excerpts",) or len(path) < 2:
        return ()
    return path[:4] if len(path) > 3 and path[2] == "codes" else path[:2]


def excerpts_typed(reading: Reading) -> frozenset[str]:
    """The ids of all excerpts in a file, those that cannot be used too."""
    value = reading.value if isinstance(reading.value, dict) else {}
    items = value.get("excerpts")
    listed = items if isinstance(items, list) else []
    found = [one.get("id") for one in listed if isinstance(one, dict)]
    return frozenset(one for one in found if isinstance(one, str))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a source is read against."""

    lsp: str
    bodies: Bodies
    settings: Settings
    imperatives: Imperatives


def source_of(reading: Reading, stem: str, around: Surroundings) -> Source | None:
    """The source of one file, without what is wrong in it; None where it all is."""
    note_lost_references(reading, around.imperatives)
    if not reading.sound:
        return None
    value: Item = reading.value
    misnamed(reading, "source", stem, "file")
    forms = around.settings.consent_forms
    consent = read_consent(reading, ("consent",), value.get("consent"), forms)
    speakers = speakers_of(reading, value, consent, around.bodies, forms)
    excerpts = _Excerpts(reading, SourceKind(value["kind"]), speakers, around).all(value)
    asked = [
        found.name
        for number, name in enumerate(value.get("asked", ()))
        if reading.keeps(("asked", number))
        and (found := around.imperatives.resolve(reading, ("asked", number), name))
    ]
    if not reading.sound:
        return None
    return Source(
        id=value["source"],
        lsp=around.lsp,
        kind=SourceKind(value["kind"]),
        date=PartialDate.parse(value["date"]),
        location=reading.place(("source",)),
        consent=consent,
        excerpts=excerpts,
        speakers=speakers,
        author=value.get("author"),
        respondents=value.get("respondents"),
        population=value.get("of"),
        coder=value.get("coder"),
        words=Words(value.get("words", Words.VERBATIM)),
        language=value.get("language", "en"),
        transcript=value.get("transcript"),
        transcript_place=reading.place(("transcript",)) if "transcript" in value else None,
        citation=value.get("citation"),
        asked=tuple(dict.fromkeys(asked)),
        memo=value.get("memo"),
    )


@dataclass(frozen=True, slots=True)
class _Excerpts:
    """The excerpts of one source, on their way in."""

    reading: Reading
    kind: SourceKind
    speakers: tuple[Speaker, ...]
    around: Surroundings

    def all(self, value: Item) -> tuple[Excerpt, ...]:
        seen: dict[str, int] = {}
        known = dict.fromkeys(one.id for one in self.speakers)
        must = "speakers" in value and len(known) > 1
        items = list(enumerate(value["excerpts"]))
        for number, item in items:
            if self.reading.keeps(("excerpts", number)):
                twice(self.reading, ("excerpts",), number, item["id"], seen)
                if must or "speaker" in item:
                    self._speaker(("excerpts", number), item, known)
        coder = Coder(self.reading, self.around.imperatives, self.kind)
        kept = [one for one in items if self.reading.keeps(("excerpts", one[0]))]
        return tuple(self._excerpt(number, item, coder) for number, item in kept)

    def _speaker(self, path: Path, item: Item, known: Collection[str]) -> None:
        if "speaker" in item:
            unlisted(self.reading, (*path, "speaker"), item["speaker"], known)
            return
        message = f"excerpt {item['id']} does not say who speaks"
        advice = f"Add `speaker:` with one of: {listed(known)}."
        self.reading.error((*path, "id"), "missing-speaker", message, advice)

    def _excerpt(self, number: int, item: Item, coder: Coder) -> Excerpt:
        path: Path = ("excerpts", number)
        codes = coder.codes((*path, "codes"), item["codes"]) if "codes" in item else None
        return Excerpt(
            id=item["id"],
            text=item["text"].strip(),
            location=self.reading.place(path),
            codes=codes,
            at=item.get("at"),
            about=PartialDate.parse(item["about"]) if "about" in item else None,
            speaker=item.get("speaker"),
            question=item.get("question"),
            translation=item["translation"].strip() if "translation" in item else None,
            themes=tuple(item.get("themes", ())),
            barriers=tuple(item.get("barriers", ())),
            enablers=tuple(item.get("enablers", ())),
            tensions=tuple(item.get("tensions", ())),
            realist=Realist(**item["cmo"]) if "cmo" in item else None,
            memo=item.get("memo"),
            cleared=item.get("cleared", False),
            ignores=self._ignores((*path, "ignore"), item["ignore"]) if "ignore" in item else (),
        )

    def _ignores(self, path: Path, items: Sequence[Item]) -> tuple[Ignore, ...]:
        return tuple(
            Ignore(one["rule"], one["reason"], self.reading.place((*path, number, "rule")))
            for number, one in enumerate(items)
        )
