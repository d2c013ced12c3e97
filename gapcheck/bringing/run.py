"""An import from what foreign files held to the files of the study, top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gapcheck.bringing import drafting
from gapcheck.bringing.changes import Account, FileChange, Refused, Way, changes_of
from gapcheck.bringing.coding import Translator
from gapcheck.bringing.desk import Desk
from gapcheck.bringing.facts import Known
from gapcheck.bringing.meaning import Dictionary
from gapcheck.bringing.places import new_places
from gapcheck.bringing.planning import Planned, planned
from gapcheck.bringing.proving import wrong_with
from gapcheck.bringing.suggesting import suggested
from gapcheck.diagnostic import Diagnostic
from gapcheck.interchange.ledger import Ledger
from gapcheck.model.brought import Brought, Fields, ForeignCode, Mishap, Tally


@dataclass(frozen=True, slots=True)
class Needed:
    """What somebody has to say first: a document, and the keys that nothing tells."""

    document: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import comes to. Nothing is written while anything `needed` is not said.

    `draft` is the code map with what is to be decided; `undecided` are the codes in it that
    nobody has seen before.
    """

    program: str
    changes: tuple[FileChange, ...] = ()
    accounts: tuple[Account, ...] = ()
    refused: tuple[Refused, ...] = ()
    mishaps: tuple[Mishap, ...] = ()
    troubles: tuple[Diagnostic, ...] = ()
    tallies: tuple[Tally, ...] = ()
    needed: tuple[Needed, ...] = ()
    undecided: tuple[str, ...] = ()
    draft: FileChange | None = None

    @property
    def waits(self) -> bool:
        """Whether somebody has to decide something before anything can be written."""
        return bool(self.needed or self.undecided)

    @property
    def sound(self) -> bool:
        """Whether there is nothing against writing it."""
        return not (self.waits or self.refused or self.mishaps or self.troubles)


def bring(brought: Brought, desk: Desk, given: Fields, way: Way) -> Outcome:
    """What has to be written to have a foreign file in the study; nothing is written yet."""
    ledger = Ledger()
    dictionary = Dictionary(desk.codemap, desk.before.imperatives)
    codes = {each.key: each for each in brought.codes}
    known = Known(
        desk.before.settings.vocabulary,
        {name: one.name if one else name for name, one in desk.partnerships.items()},
        desk.codemap,
        given,
        {one.name: one for one in brought.cases},
        brought.file,
    )
    translator = Translator(dictionary, codes, desk.codemap.coders, ledger)
    plans, mishaps = planned(brought, known, translator)
    needed = [Needed(each.document, each.told.missing) for each in plans if each.told.missing]
    unseen = list(_unseen(brought, dictionary))
    problems = (*brought.mishaps, *mishaps)
    if needed or unseen:
        lacking = [each for each in plans if each.told.missing]
        draft, trouble = _draft(desk, brought, dictionary, unseen, lacking)
        return Outcome(
            brought.program,
            mishaps=(*problems, *trouble),
            troubles=desk.map_troubles,
            needed=tuple(needed),
            undecided=tuple(each.name for each in unseen),
            draft=draft,
        )
    return _written(brought, desk, way, (plans, problems, ledger))


def _written(
    brought: Brought,
    desk: Desk,
    way: Way,
    found: tuple[Sequence[Planned], Sequence[Mishap], Ledger],
) -> Outcome:
    plans, problems, ledger = found
    places, refused = new_places(plans, brought, desk)
    results = [changes_of(each, desk, way) for each in plans]
    refused += [each for each in results if isinstance(each, Refused)]
    made = [each for each in results if not isinstance(each, Refused)]
    changes = [*places, *(change for each in made for change in each[0])]
    troubles = list(desk.map_troubles)
    if not refused and not troubles:
        troubles += wrong_with(desk, changes)
    return Outcome(
        brought.program,
        changes=tuple(changes),
        accounts=tuple(account for _, account in made),
        refused=tuple(refused),
        mishaps=tuple(problems),
        troubles=tuple(troubles),
        tallies=(*brought.tallies, *ledger.tallies()),
    )


def _unseen(brought: Brought, dictionary: Dictionary) -> Iterator[ForeignCode]:
    """The codes on some passage that neither the map nor their own name tells anything of."""
    used = {
        each.code
        for document in brought.documents
        for passage in document.passages
        for each in passage.codings or ()
    }
    for code in brought.codes:
        known = code.name in dictionary.codemap.codes
        if code.key in used and not known and not dictionary.by_itself(code).decided:
            yield code


def _draft(
    desk: Desk,
    brought: Brought,
    dictionary: Dictionary,
    codes: Sequence[ForeignCode],
    plans: Sequence[Planned],
) -> tuple[FileChange | None, tuple[Mishap, ...]]:
    path = desk.map_path
    near = suggested(codes, brought, dictionary)
    pairs = list({each.name: (each, near.get(each.key, ())) for each in codes}.values())
    new = [each for each in plans if each.document not in desk.codemap.documents]
    text = drafting.drafted(desk.map_text, pairs, new)
    if text is None:
        why = "is typed in a way in which nothing can be added to it"
        return None, (Mishap(path.name, "", why, "Give its lists dashes, or delete it."),)
    if text.encode() == desk.map_data:
        return None, ()
    return FileChange(path, path.name, desk.map_data, text.encode()), ()
