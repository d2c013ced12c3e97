"""In what the evidence of one source on one imperative differs between two states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gapcheck.comparing.mixture import Difference, Field, Mixture, PutIn
from gapcheck.comparing.of_excerpts import excerpts
from gapcheck.comparing.settled import Held
from gapcheck.model.choices import Exclusion
from gapcheck.model.comparison import Cause, CauseKind
from gapcheck.model.study import Source, Speaker

_FIELDS = {
    "date": "date",
    "kind": "kind",
    "author": "author",
    "respondents": "respondents",
    "of": "population",
}
"""What of a source bears on verdicts beside its excerpts: the key in the file, and ours."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One source on both sides, None where it is not; `spoilt` are files with errors, by side."""

    lsp: str
    imperative: str
    name: str
    old: Held | None
    new: Held | None
    spoilt: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())

    def cause(self, kind: CauseKind, what: str, before: str = "", after: str = "") -> Cause:
        """A cause that is this source's."""
        held = self.new or self.old
        place = held.raw.location if held else None
        return Cause(kind, what, self.lsp, "", self.name, "", place, before, after)


def of_source(beside: Beside) -> Iterator[Difference]:
    """All differences of one source that bear on the imperative."""
    old, new = _audible(beside.old), _audible(beside.new)
    if _open(old) and _open(new):
        yield from _both(beside, old, new)
    elif _open(old) or _open(new):
        yield _whole(beside, old, new)


def _both(beside: Beside, old: Held | None, new: Held | None) -> Iterator[Difference]:
    if old is not None and new is not None:
        yield from _consents(beside, old, new)
        yield from _facts(beside, old, new)
        yield from excerpts(beside.lsp, beside.imperative, old, new, beside.spoilt)


def _audible(held: Held | None) -> Held | None:
    """A source, if it is there and not still to come; one shut out on its own counts as there."""
    return None if held is None or held.to_come else held


def _whole(beside: Beside, old: Held | None, new: Held | None) -> Difference:
    kind, what = _came(beside, old) if _open(new) else _went(beside, new)
    if old and new and old.promises == new.promises:
        kind = CauseKind.PASSING_OF_TIME
        what = "embargo-over" if _open(new) else "embargo-again"
    source = new.source if new else beside.new.source if beside.new else None
    return Difference(beside.cause(kind, what), lambda mix: mix.with_source(beside.name, source))


def _open(held: Held | None) -> bool:
    return held is not None and held.shut is None


def _came(beside: Beside, old: Held | None) -> tuple[CauseKind, str]:
    if old is not None:
        return CauseKind.NEW_EVIDENCE, "released"
    if beside.old is not None:
        return CauseKind.NEW_EVIDENCE, "dated"
    mended = _is_spoilt(beside, beside.spoilt[0])
    return CauseKind.NEW_EVIDENCE, "readable-again" if mended else "added"


def _went(beside: Beside, new: Held | None) -> tuple[CauseKind, str]:
    if new is not None and new.shut is not None:
        return CauseKind.WITHDRAWN_EVIDENCE, new.shut.value
    if beside.new is not None:
        return CauseKind.WITHDRAWN_EVIDENCE, Exclusion.AFTER_AS_AT.value
    lost = _is_spoilt(beside, beside.spoilt[1])
    return CauseKind.WITHDRAWN_EVIDENCE, "unreadable" if lost else "removed"


def _is_spoilt(beside: Beside, spoilt: frozenset[str]) -> bool:
    held = beside.old or beside.new
    stem = f"evidence/{beside.lsp}/{beside.name}"
    paths = {f"{stem}.yaml", f"{stem}.yml", f"evidence/{beside.lsp}/lsp.yaml"}
    return not spoilt.isdisjoint(paths | ({held.raw.location.path} if held else set()))


def _consents(beside: Beside, old: Held, new: Held) -> Iterator[Difference]:
    """One speaker of several whose consent opened or closed."""
    before, after = old.shut_speakers, new.shut_speakers
    both = {one.id for one in old.raw.speakers} & {one.id for one in new.raw.speakers}
    for name in sorted(both):
        if (name in before) == (name in after):
            continue
        kind, what = CauseKind.NEW_EVIDENCE, "released"
        if name in after:
            kind, what = CauseKind.WITHDRAWN_EVIDENCE, after[name].value
        if old.promises == new.promises:
            what = "embargo-again" if name in after else "embargo-over"
            kind = CauseKind.PASSING_OF_TIME
        put_in = _Speaker(beside.name, name, old.source, new.source)
        yield Difference(beside.cause(kind, what), put_in)


@dataclass(frozen=True, slots=True)
class _Speaker:
    """The consent of one speaker, with the excerpts that came or went with it."""

    source: str
    speaker: str
    old: Source
    new: Source

    def __call__(self, mixture: Mixture) -> Mixture:
        return mixture.touched(self.source, self._changed)

    def _changed(self, source: Source) -> Source:
        agreed = {one.id: one.consent for one in self.new.speakers}
        speakers = tuple(
            replace(one, consent=agreed[one.id]) if one.id == self.speaker else one
            for one in source.speakers
        )
        names = {one.id for one in self.new.excerpts}
        kept = [one for one in source.excerpts if one.speaker != self.speaker or one.id in names]
        here = {one.id for one in (*kept, *self.old.excerpts)}
        came = [
            one for one in self.new.excerpts if one.speaker == self.speaker and one.id not in here
        ]
        return replace(source, speakers=speakers, excerpts=(*kept, *came))


def _facts(beside: Beside, old: Held, new: Held) -> Iterator[Difference]:
    for key, field in _FIELDS.items():
        before, after = getattr(old.source, field), getattr(new.source, field)
        if before != after:
            told = str(before or ""), str(after or "")
            cause = beside.cause(CauseKind.EDITED_SOURCE, key, *told)
            yield Difference(cause, _touching(beside, Field(field, after)))
    if _who(old.source.speakers) != _who(new.source.speakers):
        cause = beside.cause(CauseKind.EDITED_SOURCE, "speaker")
        wanted = new.source.speakers
        yield Difference(
            cause, lambda mix: mix.touched(beside.name, lambda one: _respoken(one, wanted))
        )
    asked = beside.imperative in old.source.asked, beside.imperative in new.source.asked
    if asked[0] != asked[1]:
        names = (beside.imperative,) if asked[1] else ()
        cause = beside.cause(CauseKind.EDITED_SOURCE, "asked" if asked[1] else "not-asked")
        yield Difference(cause, _touching(beside, Field("asked", names)))


def _touching(beside: Beside, field: Field) -> PutIn:
    return lambda mix: mix.touched(beside.name, field.on_source)


def _who(speakers: tuple[Speaker, ...]) -> tuple[tuple[str, str, str | None], ...]:
    return tuple((one.id, one.sector, one.tier) for one in speakers)


def _respoken(source: Source, wanted: tuple[Speaker, ...]) -> Source:
    """A source with other speakers, each with the consent that stands for them so far."""
    agreed = {one.id: one.consent for one in source.speakers}
    kept = (replace(one, consent=agreed.get(one.id, one.consent)) for one in wanted)
    return replace(source, speakers=tuple(kept))
