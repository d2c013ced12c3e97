"""A new study that begins with the duties which bind one kind of partnership."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from gapcheck.model.choices import Nation
from gapcheck.model.corpus import Corpus
from gapcheck.model.settings import KINDS, SECTORS, TIER_LABELS
from gapcheck.model.study import Imperative, Policy
from gapcheck.scaffold.cutting import without
from gapcheck.scaffold.duties import Duties, Wanted, duties
from gapcheck.scaffold.filling import commented, fill, quoted
from gapcheck.scaffold.init import begin, settings
from gapcheck.scaffold.laying import Written
from gapcheck.source.text import decode

_PLACES: Final = {
    Nation.ENGLAND: "England",
    Nation.SCOTLAND: "Scotland",
    Nation.WALES: "Wales",
    Nation.NORTHERN_IRELAND: "Northern Ireland",
    Nation.UK: "the United Kingdom",
}


def policy_study(folder: Path, asked: Wanted, corpus: Corpus, library: Path) -> Written:
    """The library's duties for those asked about, and a partnership of that kind to fill in.

    `corpus` is what was read of the folder `library`.
    """
    found = duties(corpus.policies, asked)
    vocabulary = corpus.settings.vocabulary
    title = _whose(asked, vocabulary.kinds)
    notes = tuple(_notes(found, asked, title))
    words = {
        "sectors": _own("sectors", vocabulary.sectors, SECTORS),
        "kinds": _own("kinds", vocabulary.kinds, KINDS),
        "tiers": _own("tiers", vocabulary.tiers, TIER_LABELS),
    }
    files = {"gapcheck.yaml": settings(title, severities=_severities(found), **words)}
    for policy, kept in found.policies:
        files[policy.location.path] = _policy(library, policy, kept, title)
    name = f"my-{asked.kind}"
    called = f"My {vocabulary.kinds[asked.kind].lower()}"
    files[f"evidence/{name}/lsp.yaml"] = partnership(name, called, asked, found.designations)
    written = begin(
        folder, files, vocabulary, about="\n".join(f"- {one}" for one in notes) + "\n\n"
    )
    return Written(written.files, (*notes, *written.notes))


def partnership(name: str, called: str, asked: Wanted, designations: tuple[str, ...] = ()) -> bytes:
    """An `lsp.yaml` to fill in."""
    return fill(
        "new/partnership.yaml",
        name=name,
        title=quoted(called),
        kind=asked.kind,
        nation=asked.nation,
        designations=", ".join(designations) or "nrf-88",
    )


def _whose(asked: Wanted, kinds: Mapping[str, str]) -> str:
    when = f", as at {asked.as_at}" if asked.as_at else ""
    return f"{kinds[asked.kind]} in {_PLACES[asked.nation]}{when}"


def _policy(library: Path, policy: Policy, kept: tuple[Imperative, ...], title: str) -> bytes:
    """A policy's file as it is, or without what does not bind where it can be cut."""
    data = (library / policy.location.path).read_bytes()
    dropped = {one.location.line for one in policy.imperatives if one not in kept}
    if not dropped:
        return data
    text, _ = decode(data)
    cut = without(text, [one.location.line for one in policy.imperatives], dropped)
    # A duty too many does no harm: it is not applicable, and the report says so.
    if cut is None:
        return data
    share = f"{len(kept)} of the document's {len(policy.imperatives)} imperatives."
    return (commented(f"Cut for a study of: {title}.\n{share}") + cut).encode("utf-8")


def _own(key: str, words: Mapping[str, str], known: Mapping[str, str]) -> str:
    """The library's own words of one kind, which its policies may use."""
    own = {name: label for name, label in words.items() if known.get(name) != label}
    lines = [f"  {name}: {quoted(label)}\n" for name, label in own.items()]
    return f"{key}:\n" + "".join(lines) if lines else ""


def _severities(found: Duties) -> str:
    """Quiet about successors of these very policies that are not in force, and of no others."""
    here = {policy.id for policy, _ in found.policies}
    ends = [
        policy.location.path
        for policy, _ in found.policies
        if policy.superseded_by and policy.superseded_by not in here
    ]
    # Each by its path, so that a misspelt id in a policy that is added later is still found.
    lines = [f"  - {{rule: unknown-policy, path: {one}, severity: off}}\n" for one in ends]
    why = "# What superseded these was left out, so nobody needs to be told.\n"
    return why + "severities:\n" + "".join(lines) if lines else ""


def _notes(found: Duties, asked: Wanted, title: str) -> Iterator[str]:
    many, papers = len(found.imperatives), len(found.policies)
    yield (
        f"{title}: {many} {'duty' if many == 1 else 'duties'} "
        f"from {papers} {'document' if papers == 1 else 'documents'}."
    )
    if not any(asked.kind in one.applies_to.kinds for one in found.imperatives):
        yield "None of them names this kind of body; they bind every kind."
    if found.designations:
        named = ", ".join(found.designations)
        some = sum(bool(one.applies_to.designations) for one in found.imperatives)
        yield (
            f"{some} of them {'binds' if some == 1 else 'bind'} only places with a designation "
            f"({named}); name it under `designations:` in lsp.yaml where yours has it."
        )
    for policy in found.proposed:
        yield f"Left out, because it is only proposed: {policy.title} ({policy.id})."
