"""What a rule over one source may look at besides the source, and what it finds there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gapcheck.diagnostic import Diagnostic
from gapcheck.model.choices import Audience
from gapcheck.model.settings import Settings
from gapcheck.model.study import Excerpt, Imperative, Partnership


@dataclass(frozen=True, slots=True)
class Around:
    """The surroundings of a source; `partnership` is None for national background.

    `today` is None where no day was told: rules that depend on it then stay quiet.
    """

    settings: Settings
    partnership: Partnership | None
    imperatives: Mapping[str, Imperative]
    audience: Audience = Audience.TEAM
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A diagnostic of a source, and the excerpt that may be exempt from its rule, if any."""

    diagnostic: Diagnostic
    excerpt: Excerpt | None = None
