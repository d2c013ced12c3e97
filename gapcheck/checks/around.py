"""What a rule may look at besides a source or the study, and what it finds there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.choices import Audience
from gapcheck.model.had_before import HadBefore
from gapcheck.model.quoted import Quoted
from gapcheck.model.settings import Settings
from gapcheck.model.study import Excerpt, Imperative, Partnership


@dataclass(frozen=True, slots=True)
class Around:
    """The surroundings of a source; `partnership` is None for national background.

    `today` is None where no day was told: rules that depend on it then stay quiet. `quoted` is
    what came of looking for its quotes in its transcript; None where there was nothing to find.
    `had` is what its coder had before them; None where nothing was noted of that.
    """

    settings: Settings
    partnership: Partnership | None
    imperatives: Mapping[str, Imperative]
    audience: Audience = Audience.TEAM
    today: date | None = None
    quoted: Quoted | None = None
    had: HadBefore | None = None

    @property
    def invented(self) -> bool:
        """Whether nobody in the source exists: its partnership is made up."""
        return self.partnership is not None and self.partnership.illustrative


@dataclass(frozen=True, slots=True)
class Hit:
    """A diagnostic of a source, and the excerpt that may be exempt from its rule, if any."""

    diagnostic: Diagnostic
    excerpt: Excerpt | None = None


def warn(rule: str, excerpt: Excerpt, message: str, advice: str) -> Hit:
    """A warning on one excerpt, which may be exempt from it."""
    return Hit(Diagnostic(excerpt.location, Severity.WARNING, rule, message, advice), excerpt)
