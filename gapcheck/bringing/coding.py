"""The codings of a passage as codes of each coder, and as words in the lists of the excerpt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from gapcheck.bringing.meaning import Dictionary, Meant
from gapcheck.interchange.ledger import Ledger
from gapcheck.model.brought import Coding, Fields, ForeignCode, Passage

_NO_STANCE = (
    "They name an imperative and no stance: the code became a theme, and nobody has reviewed the "
    "words yet."
)
_UNDECIDED = "Nobody has said yet what the code means: it became a theme."


@dataclass(slots=True)
class Coded:
    """What one passage is coded with: codes by coder, and words by the name of their list.

    A coder who is in `codes` with none has reviewed the passage.
    """

    codes: dict[str, list[Fields]] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)

    def say(self, key: str, word: str) -> None:
        """Add a word to a list, once."""
        held = self.words.setdefault(key, [])
        line = " ".join(word.split())
        if line and line not in held:
            held.append(line)


@dataclass(frozen=True, slots=True)
class Translator:
    """Turns foreign codings into codes of a study."""

    dictionary: Dictionary
    codes: Mapping[str, ForeignCode]
    coders: Mapping[str, str]
    ledger: Ledger

    def coded(self, passage: Passage) -> Coded:
        """What a passage is coded with; what is not taken is in the ledger."""
        found = Coded()
        codings = passage.codings or ()
        if passage.codings == () or passage.fields.get("reviewed") is True:
            found.codes[""] = []
        for each in codings:
            if not (each.code or each.fields):
                # Whoever laid nothing on it has looked at it all the same.
                found.codes.setdefault(self.coders.get(each.coder, each.coder), [])
        codings = tuple(each for each in codings if each.code or each.fields)
        for coder in dict.fromkeys(each.coder for each in codings):
            own = [each for each in codings if each.coder == coder]
            self._by(self.coders.get(coder, coder), own, found)
        for coder in passage.fields.get("reviewed_by", ()):
            found.codes.setdefault(str(coder), [])
        return found

    def _by(self, coder: str, codings: Iterable[Coding], found: Coded) -> None:
        """Take what one coder laid on a passage."""
        meant = [(each, self._meant(each)) for each in codings]
        alone = [(each, one) for each, one in meant if one.stance and not one.imperative]
        said = {one.stance for _, one in alone}
        stance = said.pop() if len(said) == 1 else ""
        # What was noted on the stance belongs to the code that it makes whole.
        beside = [each.memo for each, _ in alone if each.memo] if stance else []
        for coding, one in meant:
            if one.imperative:
                self._code(
                    coder, replace(coding, memo=_joined(coding.memo, *beside)), one, stance, found
                )
            elif one.stance and not any(other.imperative for _, other in meant):
                why = "They name a stance, and no imperative that it could be of."
                self.ledger.left("codings", why, self._name(coding))
            for key, word in one.words.items():
                found.say(key, word)
            if not one.decided:
                found.say("themes", self._name(coding))
                self.ledger.changed("codings", _UNDECIDED, self._name(coding))
            elif not (one.imperative or one.stance or one.words):
                self.ledger.left("codings", "The code map says to leave them.", self._name(coding))
            if coding.memo and not one.imperative and coding.memo not in beside:
                why = "Memos on codes that are no imperatives have no place."
                self.ledger.left("memos on codings", why, self._name(coding))

    def _code(  # what was coded, by whom, and where it goes
        self, coder: str, coding: Coding, meant: Meant, stance: str, found: Coded
    ) -> None:
        own = {key: value for key, value in coding.fields.items() if key != "memo"}
        said = own.pop("stance", "") or meant.stance or stance
        if "share" not in own and not said:
            found.say("themes", self._name(coding))
            self.ledger.changed("codings", _NO_STANCE, self._name(coding))
            return
        code: dict[str, object] = {"imperative": self.dictionary.short(meant.imperative)}
        if "share" not in own:
            code["stance"] = said
        code.update({key: value for key, value in own.items() if key != "imperative"})
        memo = coding.memo or str(coding.fields.get("memo") or "")
        if memo:
            code["memo"] = memo
        held = found.codes.setdefault(coder, [])
        if code not in held:
            held.append(code)

    def _meant(self, coding: Coding) -> Meant:
        if coding.fields.get("imperative"):
            return Meant(str(coding.fields["imperative"]))
        known = self.codes.get(coding.code)
        if known is None:
            return Meant(decided=False)
        return self.dictionary.meaning(known)

    def _name(self, coding: Coding) -> str:
        known = self.codes.get(coding.code)
        return known.name if known else coding.code or str(coding.fields.get("imperative", ""))


def _joined(*memos: str) -> str:
    return "\n\n".join(dict.fromkeys(filter(None, memos)))
