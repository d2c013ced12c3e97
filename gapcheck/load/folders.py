"""The folder of one partnership: its own file first, then its sources, codings and sign-offs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.load import codes, partnerships, sources
from gapcheck.load.duplicates import single
from gapcheck.load.elsewhere import CODES, POLICY, elsewhere, stray_policy
from gapcheck.load.names import Imperatives
from gapcheck.load.reading import Formats, Reading
from gapcheck.load.sources import Surroundings
from gapcheck.load.speakers import Bodies
from gapcheck.load.walk import Folder
from gapcheck.model.corpus import SecondCoding, Signoff
from gapcheck.model.settings import Settings
from gapcheck.model.study import Partnership, Source


@dataclass(slots=True)
class Folders:
    """What the folders under `evidence/` held, as they are read one after the other."""

    formats: Formats
    settings: Settings
    imperatives: Imperatives
    partnerships: list[Partnership] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    codings: list[SecondCoding] = field(default_factory=list)
    signoffs: list[Signoff] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def read(self, folder: Folder) -> None:
        """Read a partnership's folder; its sources are checked even where it is wrong itself."""
        partnership = self._partnership(folder)
        bodies = {one.id: one.tier for one in partnership.bodies} if partnership else None
        found = self._sources(folder, bodies)
        codings = self._codings(folder, found)
        signoffs = self._signoffs(folder)
        if partnership is None:
            return
        self.partnerships.append(partnership)
        self.sources += found
        self.codings += codings
        self.signoffs += signoffs

    def background(self, folder: Folder) -> list[Source]:
        """Read the sources that speak of no one partnership."""
        found = self._sources(folder, {})
        self.codings += self._codings(folder, found)
        return found

    def _partnership(self, folder: Folder) -> Partnership | None:
        if folder.partnership is None:
            self.diagnostics.append(no_partnership(folder))
            return None
        reading = self._read(folder.partnership, "partnership", "partnership")
        found = partnerships.partnership_of(reading, folder.name)
        self._keep(reading)
        return found

    def _sources(self, folder: Folder, bodies: Bodies) -> list[Source]:
        around = Surroundings(folder.name, bodies, self.settings, self.imperatives)
        readings = [(path, self._read(path, "source", "source")) for path in folder.sources]
        kept = [one for one in readings if not self._another(folder, *one)]
        folder.typed = {path.stem: sources.excerpts_typed(reading) for path, reading in kept}
        pairs = [
            (reading, source)
            for path, reading in kept
            if (source := sources.source_of(reading, path.stem, around))
        ]
        found = single(pairs, "source", lambda one: one.id)
        for _, reading in kept:
            self._keep(reading)
        return found

    def _another(self, folder: Folder, path: Path, reading: Reading) -> bool:
        """Whether a file among the sources is of another kind, so that it goes elsewhere."""
        other = elsewhere(reading.value)
        if other == POLICY:
            self.diagnostics.append(stray_policy(reading.document.file))
        elif other == CODES:
            folder.codings.append(path)
        return bool(other)

    def _codings(self, folder: Folder, found: list[Source]) -> list[SecondCoding]:
        by_id = {source.id: source for source in found}
        codings = []
        for path in folder.codings:
            reading = self._read(path, "codes", "second coding")
            name = path.stem.rpartition(".")[0]
            around = codes.Beside(by_id.get(name), folder.typed.get(name))
            coding = codes.second_coding_of(reading, around, self.imperatives, path.stem)
            self._keep(reading)
            codings += [coding] if coding else []
        return codings

    def _signoffs(self, folder: Folder) -> tuple[Signoff, ...]:
        if folder.signoff is None:
            return ()
        reading = self._read(folder.signoff, "signoff", "file of sign-offs")
        found = partnerships.signoffs_of(reading, folder.name, self.imperatives)
        self._keep(reading)
        return found

    def _read(self, path: Path, kind: str, whole: str) -> Reading:
        return self.formats.read(path, kind, _UNITS[kind], whole)

    def _keep(self, reading: Reading) -> None:
        self.diagnostics += reading.diagnostics


def no_partnership(folder: Folder) -> Diagnostic:
    """A folder whose partnership nobody described."""
    count = len(folder.sources)
    lost = f"the whole partnership with {count} source{'' if count == 1 else 's'}"
    return Diagnostic(
        Location(f"evidence/{folder.name}/lsp.yaml"),
        Severity.ERROR,
        "missing-partnership",
        f"the folder {folder.name} has no lsp.yaml",
        f"`gapcheck new partnership {folder.name}` writes one to fill in.",
        left_out=lost,
    )


_UNITS = {
    "partnership": partnerships.unit,
    "source": sources.unit,
    "codes": codes.second_unit,
    "signoff": partnerships.signoff_unit,
}
