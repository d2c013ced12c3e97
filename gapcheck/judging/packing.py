"""What is made of a partnership that leaves: files, in whatever process that is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gapcheck.exporters.kinds import FOLDERS
from gapcheck.exporters.parquet.data_set import Packed, Place
from gapcheck.exporters.selected import Kept
from gapcheck.judging.part import Judged
from gapcheck.missing_extra import MissingExtra
from gapcheck.model.report import Report
from gapcheck.reports.data_set import metadata
from gapcheck.sweep.parts import Unlike

Pack = Callable[[Judged, tuple[Kept, ...]], Packed]
"""Makes files of a partnership as it was judged and of its sources that may leave."""


@dataclass(frozen=True, slots=True)
class Packing:
    """As what a study leaves; `made_by` is what has to be the same wherever files are made.

    `head` is the report on it before any partnership is in it.
    """

    kind: str
    made_by: str
    head: Report

    def ready(self) -> Pack:
        """What makes the files here; Unlike where these would be others, or cannot be made."""
        try:
            made = FOLDERS[self.kind]()
        except MissingExtra as error:
            raise Unlike(str(error).removesuffix(".")) from None
        if made.made_by != self.made_by:
            raise Unlike(f"it has {made.made_by}, and this is {self.made_by}")

        def pack(judged: Judged, sources: tuple[Kept, ...]) -> Packed:
            own = judged.part.partnership
            place = Place(own.id, own, True, judged.findings, sources)
            return made.pack(place, metadata(self.head, judged.part), self.head.settings)

        return pack
