"""One new file of a study, commented, in its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from gapcheck.model.choices import Nation, SourceKind
from gapcheck.model.corpus import Corpus
from gapcheck.near import offered
from gapcheck.scaffold.duties import Wanted
from gapcheck.scaffold.editors import kind_of, marked, schema_file
from gapcheck.scaffold.filling import fill
from gapcheck.scaffold.laying import lay
from gapcheck.scaffold.names import partnership_place, policy_place, source_place
from gapcheck.scaffold.policy_study import partnership
from gapcheck.scaffold.refused import AlreadyThere, Refused

KINDS: Final = (*(str(kind) for kind in SourceKind), "policy", "partnership")


def new_file(root: Path, kind: str, name: str, *, today: date, corpus: Corpus) -> Path:
    """Write a file of that kind and return its path; Refused where it cannot be.

    `name` is `partnership/source` for a source, else the id. `corpus` is what was read of the
    study in `root`: its sectors and its imperatives serve as examples.
    """
    if kind not in KINDS:
        raise Refused(f"`{kind}` is no kind of file. {offered(kind, KINDS)}")
    if kind == "policy":
        stem, data = _policy(root, name, today, corpus)
    elif kind == "partnership":
        place = partnership_place(root, name)
        called = place.id.replace("-", " ").capitalize()
        stem, data = place.stem, partnership(place.id, called, Wanted("lsp", _nation(corpus)))
    else:
        place = source_place(root, name)
        stem, data = place.stem, _source(kind, place.id, today, corpus)
    path = f"{stem}.yaml"
    # A line that leads nowhere would only be one more complaint in the editor.
    if (root / schema_file(kind_of(path))).is_file():
        data = marked(path, data)
    (written,) = lay(root, {path: data})
    return written


def _policy(root: Path, name: str, today: date, corpus: Corpus) -> tuple[str, bytes]:
    place = policy_place(root, name)
    for policy in corpus.policies:
        if policy.id == place.id:
            raise AlreadyThere(f"{place.id} is the policy in {policy.location.path} already.")
    data = fill("new/policy.yaml", name=place.id, today=today.isoformat(), nation=_nation(corpus))
    return place.stem, data


def _source(kind: str, name: str, today: date, corpus: Corpus) -> bytes:
    return fill(
        f"new/{kind}.yaml",
        name=name,
        today=today.isoformat(),
        sector=_sector(name, corpus, _USUAL.get(SourceKind(kind), "vcs")),
        imperative=_example(corpus),
    )


# Who usually writes such a thing, where its name does not tell.
_USUAL: Final = {
    SourceKind.OBSERVATION: "research",
    SourceKind.DOCUMENT: "partnership",
    SourceKind.MINUTES: "partnership",
    SourceKind.ACCOUNTS: "council",
    SourceKind.EVALUATION: "research",
}


def _sector(name: str, corpus: Corpus, usual: str) -> str:
    """The sector that a name like `int-health-02` speaks of, else the usual one."""
    words = f"-{name}-"
    named = [one for one in corpus.settings.vocabulary.sectors if f"-{one}-" in words]
    return max(named, key=len, default=usual)


def _nation(corpus: Corpus) -> Nation:
    """The nation of the study's first partnership: most studies keep to one."""
    return next((one.nation for one in corpus.partnerships), Nation.ENGLAND)


def _example(corpus: Corpus) -> str:
    """An imperative of the study in full, so that the commented example is one that works."""
    every = (one.name for policy in corpus.policies for one in policy.imperatives)
    return next(every, "policy/imperative")
