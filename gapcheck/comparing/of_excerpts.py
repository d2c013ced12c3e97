"""In what the excerpts of one source differ between two states, as far as an imperative goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gapcheck.comparing.mixture import Difference, Field, with_excerpt
from gapcheck.comparing.settled import Held
from gapcheck.model.comparison import Cause, CauseKind
from gapcheck.model.study import Code, Excerpt, Share


def excerpts(
    lsp: str,
    imperative: str,
    old: Held,
    new: Held,
    spoilt: tuple[frozenset[str], frozenset[str]],
) -> Iterator[Difference]:
    """The excerpts that came and went, were coded otherwise, or speak of another time."""
    within = _Within(lsp, imperative, old, new, spoilt)
    before = {one.id: one for one in old.source.excerpts}
    after = {one.id: one for one in new.source.excerpts}
    for name in (*before, *(one for one in after if one not in before)):
        was, is_now = before.get(name), after.get(name)
        if not (within.codes(was) or within.codes(is_now)):
            continue
        if is_now is None:
            yield from within.gone(name, was)
        elif was is None:
            yield from within.come(is_now)
        else:
            yield from within.changed(was, is_now)


@dataclass(frozen=True, slots=True)
class _Within:
    lsp: str
    imperative: str
    old: Held
    new: Held
    spoilt: tuple[frozenset[str], frozenset[str]]

    def codes(self, excerpt: Excerpt | None) -> tuple[Code, ...]:
        found = (excerpt.codes or ()) if excerpt else ()
        return tuple(one for one in found if one.imperative == self.imperative)

    def gone(self, name: str, was: Excerpt | None) -> Iterator[Difference]:
        # With a speaker who withdrew their words go: that is one cause and not two.
        if was is None or was.speaker in self.new.shut_speakers.keys() - self.old.shut_speakers:
            return
        lost = self.old.raw.location.path in self.spoilt[1]
        cause = self._cause(
            CauseKind.WITHDRAWN_EVIDENCE, "unreadable" if lost else "removed", was, self.old
        )
        source = self.old.source.id
        yield Difference(
            cause,
            lambda mix: mix.touched(
                source,
                lambda one: replace(
                    one, excerpts=tuple(each for each in one.excerpts if each.id != name)
                ),
            ),
        )

    def come(self, is_now: Excerpt) -> Iterator[Difference]:
        if is_now.speaker in self.old.shut_speakers.keys() - self.new.shut_speakers:
            return
        mended = self.old.raw.location.path in self.spoilt[0]
        cause = self._cause(
            CauseKind.NEW_EVIDENCE, "readable-again" if mended else "added", is_now, self.new
        )
        source = self.old.source.id
        yield Difference(
            cause,
            lambda mix: mix.touched(
                source, lambda one: replace(one, excerpts=(*one.excerpts, is_now))
            ),
        )

    def changed(self, was: Excerpt, is_now: Excerpt) -> Iterator[Difference]:
        source, name = self.old.source.id, was.id
        before, after = self.codes(was), self.codes(is_now)
        if sorted(map(_key, before)) != sorted(map(_key, after)):
            told = not self._shut(was, is_now)
            words = (_words(before), _words(after)) if told else ("", "")
            edit = Field("codes", is_now.codes)
            cause = self._cause(CauseKind.RECODING, _how(was, before, after), is_now, self.new)
            yield Difference(
                replace(cause, before=words[0], after=words[1], imperative=self.imperative),
                lambda mix: mix.touched(
                    source,
                    lambda one: with_excerpt(one, name, edit.on_excerpt),
                ),
            )
        if was.about != is_now.about:
            dates = str(was.about or ""), str(is_now.about or "")
            yield self._edited("about", was, is_now, dates)
        if was.speaker != is_now.speaker:
            yield self._edited("speaker", was, is_now, ("", ""))

    def _edited(
        self, field: str, was: Excerpt, is_now: Excerpt, told: tuple[str, str]
    ) -> Difference:
        cause = self._cause(CauseKind.EDITED_SOURCE, field, is_now, self.new)
        source, name = self.old.source.id, was.id
        edit = Field(field, getattr(is_now, field))
        return Difference(
            replace(cause, before=told[0], after=told[1]),
            lambda mix: mix.touched(
                source,
                lambda one: with_excerpt(one, name, edit.on_excerpt),
            ),
        )

    def _shut(self, was: Excerpt, is_now: Excerpt) -> bool:
        """Whether consent keeps the stance of either from being told."""
        return was.speaker in self.old.shut_speakers or is_now.speaker in self.new.shut_speakers

    def _cause(self, kind: CauseKind, what: str, excerpt: Excerpt, held: Held) -> Cause:
        return Cause(kind, what, self.lsp, "", held.source.id, excerpt.id, excerpt.location)


def _key(code: Code) -> tuple[str, ...]:
    parts = (code.stance, code.share, code.basis, code.rung, code.tier)
    return tuple(str(part or "") for part in parts)


def _how(was: Excerpt, before: tuple[Code, ...], after: tuple[Code, ...]) -> str:
    if not after:
        return "code-removed"
    if before:
        return "recoded"
    return "first-coded" if was.codes is None else "code-added"


def _words(codes: tuple[Code, ...]) -> str:
    """Codes in the words of the file: `absent`, `happens claim`, `19/38`."""
    return " + ".join(sorted(" ".join(_parts(code)) for code in codes))


def _parts(code: Code) -> Iterator[str]:
    if code.share is not None:
        yield _share(code.share)
    yield from (str(part) for part in (code.stance, code.basis, code.rung, code.tier) if part)


def _share(share: Share) -> str:
    if share.percent is not None:
        return f"{share.percent:g}%" + (f"/{share.of}" if share.of else "")
    return f"{share.met:g}/{share.of}" if share.met is not None else ""
