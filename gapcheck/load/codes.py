"""Codes as typed, long or short, to Code values; the same for both coders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gapcheck.load.names import Imperatives
from gapcheck.load.reading import Reading
from gapcheck.model.choices import Basis, Rung, SourceKind, Stance
from gapcheck.model.corpus import SecondCoding
from gapcheck.model.dates import PartialDate
from gapcheck.model.study import Code, Imperative, Share, Source
from gapcheck.near import did_you_mean, listed
from gapcheck.schema.evidence import WITH_SHARES
from gapcheck.source.document import Path

Item = Mapping[str, Any]


def second_unit(path: Path) -> Path:
    """Of a second coder's file, the smallest thing left out is a code; else the whole."""
    if path[:1] != ("codes",) or len(path) < 2:
        return ()
    return path[:3]


@dataclass(frozen=True, slots=True)
class Coder:
    """What is needed to read the codes of one source."""

    reading: Reading
    imperatives: Imperatives
    kind: SourceKind

    def codes(self, path: Path, value: Any) -> tuple[Code, ...]:
        """The codes typed at `path`, without those that are wrong."""
        return tuple(code for step, item in items(value) if (code := self._code(path, step, item)))

    def _code(self, path: Path, step: str | int, item: Item) -> Code | None:
        here: Path = (*path, step)
        if not self.reading.keeps(here):
            return None
        named = here if isinstance(step, str) else (*here, "imperative")
        if isinstance(step, str):
            # In the short form the key names the imperative, so that is the place to point at.
            self.reading.document.values[here] = self.reading.document.key_span(here)
        imperative = self.imperatives.resolve(self.reading, named, item["imperative"])
        if imperative is None:
            return None
        share = self._share(here, item["share"]) if "share" in item else None
        self._indicator(here, item.get("indicator"), imperative)
        if not self.reading.keeps(here):
            return None
        return Code(
            imperative=imperative.name,
            location=self.reading.place(here),
            stance=Stance(item["stance"]) if "stance" in item else None,
            share=share,
            basis=Basis(item["basis"]) if "basis" in item else None,
            rung=Rung(item["rung"]) if "rung" in item else None,
            tier=item.get("tier"),
            indicator=item.get("indicator"),
            memo=item.get("memo"),
            agreed_by=item["agreed"]["by"] if "agreed" in item else None,
            agreed_on=PartialDate.parse(item["agreed"]["on"]) if "agreed" in item else None,
        )

    def _share(self, path: Path, value: Item) -> Share | None:
        if self.kind not in WITH_SHARES:
            message = f"a share in a source of the kind {self.kind}"
            advice = "Only surveys and evaluations give shares; here, give a `stance`."
            self.reading.error((*path, "share"), "misplaced-share", message, advice, at_key=True)
            return None
        share = Share(value.get("met"), value.get("of"), value.get("percent"))
        if share.met is not None and share.of is not None and share.met > share.of:
            message = f"{share.met:g} of {share.of} is more than all"
            self.reading.error(
                (*path, "share", "met"),
                "impossible-share",
                message,
                "`met` is at most `of`; they may be exchanged.",
            )
        return share

    def _indicator(self, path: Path, name: str | None, imperative: Imperative) -> None:
        if name is None:
            return
        known = [one.id for one in imperative.indicators]
        if name in known:
            return
        there = f"It has: {listed(known)}." if known else "It lists none."
        message = f"`{name}` is no indicator of {imperative.name}"
        advice = f"{did_you_mean(name, known)} {there}".strip()
        self.reading.error((*path, "indicator"), "unknown-indicator", message, advice)


def items(value: Any) -> Iterator[tuple[str | int, Item]]:
    """Each code with its step in the file: a list's index, or the short form's key."""
    if isinstance(value, list):
        yield from enumerate(value)
    elif isinstance(value, dict):
        for key, stance in value.items():
            yield key, {"imperative": key, "stance": stance}


@dataclass(frozen=True, slots=True)
class Beside:
    """The source that a second coder's file lies beside; None where it is unusable.

    `typed` are the ids of all its excerpts, the unusable too; None where there is no such file.
    """

    source: Source | None
    typed: frozenset[str] | None


def second_coding_of(
    reading: Reading, beside: Beside, imperatives: Imperatives, stem: str
) -> SecondCoding | None:
    """The codes of a second coder for a source of the same folder; None where unusable."""
    if not reading.sound:
        return None
    value = reading.value
    expected, _, coder = stem.rpartition(".")
    if (value["source"], value["coder"]) != (expected, coder):
        message = f"the file {stem} holds codes for {value['source']} by {value['coder']}"
        advice = f"Its name should be {value['source']}.{value['coder']}.yaml."
        reading.error(("source",), "misnamed-file", message, advice)
        return None
    source = beside.source
    if source is None:
        message = f"there is no source `{expected}` beside this file"
        advice = "Add it, or delete these codes."
        if beside.typed is not None:
            message = f"the source `{expected}` is left out, so these codes are too"
            advice = "Mend that source first."
        reading.error(("source",), "unknown-source", message, advice)
        return None
    known = [one.id for one in source.excerpts]
    codes = []
    for excerpt, typed in value["codes"].items():
        if excerpt not in known:
            path: Path = ("codes", excerpt)
            message = f"`{excerpt}` is no excerpt of {source.id}"
            advice = did_you_mean(excerpt, known) or f"It has: {listed(known) or 'none'}."
            if excerpt in (beside.typed or ()):
                message = f"excerpt {excerpt} of {source.id} is left out, so these codes are too"
                advice = "Mend that excerpt first."
            reading.error(path, "unknown-excerpt", message, advice, at_key=True)
            continue
        found = Coder(reading, imperatives, source.kind).codes(("codes", excerpt), typed)
        codes.append((excerpt, found))
    place = reading.place(("source",))
    return SecondCoding(source.lsp, source.id, coder, tuple(sorted(codes)), place)
