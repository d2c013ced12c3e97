"""An `ignore:` matches nothing, so that it hides what may come later.

An exemption is given for one passage and one reason. Once the passage is mended, or where the
rule never found anything, it is a trap: the next trouble of that kind would pass unseen. Rules
that leave something out, such as those of the format and `withdrawn`, cannot be ignored at all.

Delete it. Where the name of the rule is misspelt, `unknown-rule` says which was meant.

Wrong:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: The papers came on the night before we met.
        codes: {papers: absent}
        ignore: [{rule: long-quote, reason: It cannot be cut.}]

Right:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: The papers came on the night before we met.
        codes: {papers: absent}
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from gapcheck.checks.around import Hit
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.study import Excerpt, Ignore, Source

RULE = "unused-ignore"


def settle(source: Source, hits: Sequence[Hit], elsewhere: Collection[str]) -> Iterator[Diagnostic]:
    """What a source's rules found, without what is exempt, and exemptions that match nothing.

    `elsewhere` names rules that are not decided by one source, or not on this day.
    """
    used: set[tuple[str, str]] = set()
    for hit in hits:
        excerpt, rule = hit.excerpt, hit.diagnostic.rule
        if excerpt and any(one.rule == rule for one in excerpt.ignores):
            used.add((excerpt.id, rule))
        elif excerpt and not hit.diagnostic.record:
            yield replace(hit.diagnostic, record=excerpt.id)
        else:
            yield hit.diagnostic
    for excerpt in source.excerpts:
        for one in excerpt.ignores:
            if (excerpt.id, one.rule) not in used and one.rule not in elsewhere:
                yield unused(one, excerpt)


def unused(ignore: Ignore, excerpt: Excerpt) -> Diagnostic:
    """An exemption that nothing needs."""
    return Diagnostic(
        ignore.location or excerpt.location,
        Severity.WARNING,
        RULE,
        f"`{ignore.rule[:60]}` finds nothing in excerpt {excerpt.id} that could be ignored",
        "Delete the exemption, so that it hides nothing later.",
        record=excerpt.id,
    )
