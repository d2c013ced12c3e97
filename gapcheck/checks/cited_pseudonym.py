"""A source of a pseudonymised partnership says where it was published.

Whoever follows the citation reads the real name of the place there. For that every statement of
every other source of the partnership is undone too. Reports for the public leave it out; what
else shows the files does not. In an invented partnership nothing was published or hidden.

Leave `citation:` out and describe the document instead; or, where all of the place's sources are
published, take the pseudonym away.

Wrong:

    # evidence/north/lsp.yaml
    pseudonym: true
    # evidence/north/int.yaml
    citation: Annual report of the board, 2004.

Right:

    # evidence/north/lsp.yaml
    pseudonym: true
    # evidence/north/int.yaml
    memo: From the board's annual report.
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.study import Source

RULE = "cited-pseudonym"


def check(source: Source, around: Around) -> Iterator[Hit]:
    """Find citations that lead from a pseudonym to the place."""
    home = around.partnership
    if home and home.pseudonym and not home.illustrative and source.citation:
        message = f"{home.id} is a pseudonym, and {source.id} says where it was published"
        advice = "The citation names the place. Leave it out, or take the pseudonym away."
        yield Hit(Diagnostic(source.location, Severity.WARNING, RULE, message, advice))
