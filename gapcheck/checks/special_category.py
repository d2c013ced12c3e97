"""Words on health, ethnicity, belief, a union or sexuality stand beside somebody recognisable.

The law asks for more care with such data than with any other, and an interview on health and
community is full of them. They do no harm where they speak of a group. They do where the person
can be recognised: somebody is named with a title in the passage, its speaker agreed to be named,
or the speaker's sector has fewer people than `small_cell`. In an invented partnership nobody
exists, and nothing is said. The message never shows the words.

Read the passage. Cut what is not needed, or keep it and say under `ignore:` why it may stay.

Wrong:

    # evidence/north/lsp.yaml
    members: {vcs: 1}
    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: Since I was diagnosed the papers come on the night before we meet.
        codes: {papers: absent}

Right:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: Since [a change] the papers come on the night before we meet.
        codes: {papers: absent}
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit, warn
from gapcheck.checks.prose import of_excerpt, prose
from gapcheck.checks.titled import may_name, named
from gapcheck.model.choices import QuoteConsent
from gapcheck.model.study import Excerpt, Source

RULE = "special-category"
# Words that say something of a person, and not of a service: not `health`, not `community`.
_WORDS = {
    "health": "diagnosed|diagnosis|cancer|chemotherapy|hiv|schizophreni[ac]|bipolar|dementia|"
    "epilepsy|epileptic|autism|autistic|miscarriage|pregnant|overdose|overdosed|alcoholic|addict(?:ed)?|"
    "depressed|depression|breakdown|wheelchair|insulin",
    "ethnicity": "ethnicity|roma|gypsy|gypsies|traveller|pakistani|bangladeshi|somali|caribbean|"
    "african|refugee|asylum",
    "belief": "muslim|christian|jewish|hindu|sikh|buddhist|catholic|protestant|atheist|imam|rabbi",
    "a union": r"unison|shop\s+steward|trade\s+union(?:ist)?|union\s+(?:member|rep|branch)",
    "sexuality": "gay|lesbian|bisexual|homosexual|transgender",
}
_KINDS = tuple(_WORDS)
_GROUPS = "|".join(f"({words})" for words in _WORDS.values())
# What every alternative holds, for one quick look at everything; of the unions' only the rarer.
_HELD = {"steward", *re.findall(r"(?<![^|])[a-z]+", "|".join(_WORDS.values()))}
_STEMS = tuple(sorted(_HELD - {"branch", "rep", "shop", "trade"}))
_SPECIAL = re.compile(rf"\b(?:{_GROUPS})\b", re.IGNORECASE)


def check(source: Source, around: Around) -> Iterator[Hit]:
    """Find special categories in the words of, or on, somebody who can be recognised."""
    if around.invented:
        return
    known = _recognisable(source, around)
    if not _may(source, known):
        return
    for excerpt in source.excerpts:
        words = "\n".join(text for _, text in of_excerpt(excerpt))
        found = _SPECIAL.search(words)
        if found and (who := _who(excerpt, words, known)):
            kind = _KINDS[(found.lastindex or 1) - 1]
            said = f"excerpt {excerpt.id} has words on {kind} beside {who}"
            yield warn(RULE, excerpt, said, "Cut what is not needed, or say why it may stay.")


def _may(source: Source, known: frozenset[str]) -> bool:
    """One cheap look: whether anybody can be recognised, and any such word stands there."""
    words = prose(source)
    if not known and not may_name(words.bare):
        return False
    lowered = words.whole.lower()
    return any(stem in lowered for stem in _STEMS)


def _who(excerpt: Excerpt, words: str, known: frozenset[str]) -> str | None:
    """Who in a passage can be recognised, in words that do not say who."""
    if next(named(words), None):
        return "somebody who is named"
    speaking = known if excerpt.speaker is None else known & {excerpt.speaker}
    return "a speaker who can be recognised" if speaking else None


def _recognisable(source: Source, around: Around) -> frozenset[str]:
    """The speakers who agreed to be named, or whose sector has few people."""
    # Where the members are not given, those who speak in this source are all that is known.
    few: set[str] = set()
    if around.partnership is not None:
        heard = Counter(one.sector for one in source.speakers)
        sizes = {**heard, **dict(around.partnership.members)}
        few = {one for one, size in sizes.items() if size < around.settings.thresholds.small_cell}
    return frozenset(
        one.id
        for one in source.speakers
        if one.consent.quote is QuoteConsent.NAMED or one.sector in few
    )
