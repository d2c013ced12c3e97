"""Who asks for a check, and when. A warm check imports this and no more of what a study holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gapcheck.diagnostic import Severity
from gapcheck.model.choices import Audience


@dataclass(frozen=True, slots=True)
class Asking:
    """For whom a study is checked, and on what day (None: rules that need one stay quiet)."""

    audience: Audience = Audience.TEAM
    today: date | None = None

    @property
    def graver(self) -> Severity:
        """The severity of what the team may live with for a while, and the public may not."""
        return Severity.ERROR if self.audience is Audience.PUBLIC else Severity.WARNING
