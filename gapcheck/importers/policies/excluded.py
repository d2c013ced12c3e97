"""Sentences that oblige nobody as a whole, whatever words they hold."""

from __future__ import annotations

import re
from typing import Final

from gapcheck.importers.policies.reasons import Reason

_OPENING_QUESTION = re.compile(
    r"^(?:\d[\d.]*\s+)?(?:what|when|how|who|whom|why|whether|which)\b(?![^.]*,)[^.;]*$",
    re.IGNORECASE,
)
_DEFINITION: Final = re.compile(
    r"""
      (?:^|[\s(])["“‘'][^"”’]{1,80}["”’]\s*(?:,[^,]{1,80},\s*)?(?:,\s*)?
        (?:means?|includes?|has|have|is\s+to\s+be|shall|in\s+relation\s+to|,?\s*marks?|
        is\s+used)\b
    | ^(?:the\s+)?(?:word|term|expression|phrase)s?\s+["“‘']
    | \b(?:may|shall|is\s+to|are\s+to)\s+be\s+(?:cited|known|construed|interpreted|
        read\s+(?:as|with|in\b)|deemed|treated\s+as|taken\s+(?:to|as)|regarded\s+as|understood|referred\s+to\s+as|
        called|substituted|inserted|omitted|repealed|a\s+body\s+corporate|an?\s+offence|construed)\b
    | \b(?:shall|is\s+to|are\s+to)\s+(?:come|cease|continue)\s+(?:in)?to\s+
    | \b(?:shall|is\s+to|are\s+to)\s+(?:not\s+)?(?:apply|extend|affect|expire|
        have\s+(?:the\s+same\s+(?:meaning|force)|effect)|mean|be\s+(?:guilty|liable|in\s+addition|without\s+prejudice|
        (?:in)?valid\b|invalidated|void))\b
    | \bshall\s+not\s+be\s+(?:invalid|invalidated|void|affected)\b
    | ^(?:any\s+|a\s+)?references?\s+(?:in|to)\b
    | \b(?:substitute|insert|omit)\s*[—–:-]?\s*["“‘]
    | ^(?:in|after|before|for)\s+
        (?:section|paragraph|subsection|regulation|article|sub-paragraph)\s+[\w()]+.*\b(?:there\s+(?:is|shall\s+be)|substitute|insert|omit)\b
    | ^(?:these\s+regulations|this\s+(?:order|act|part|section))\s+(?:shall\s+)?(?:appl|extend|come|
        may\s+be\s+cited)
    | ^nothing\s+in\s+(?:this|these|sub|section|paragraph)
    | ^(?:paragraphs?|words|text)\s+in\s+bold
    """,
    re.IGNORECASE | re.VERBOSE,
)
_REPORTED: Final = re.compile(
    r"""
      ^according\s+to\b
    | \b(?:said|told\s+us|felt|argued?|argues|suggested|reported|believed|claimed|
        found|heard|thought|concluded|stated|recommended|commented|complained|stressed)\s+
        (?:[\w\s,]{1,40}?\s+)?that\b
    | \b(?:critics|respondents|interviewees|some|many|others|participants|observers)\s+
        (?:\w+\s+){0,2}(?:argue|say|think|feel|believe|hold|claim|suggest)\b
    | \b(?:asked|wondered|debated|considered|discussed)\s+(?:\w+\s+)?(?:whether|if|how)\b
    | \bone\s+(?:might|could|would)\s+(?:think|say|suppose)\b
    | \b(?:recogni[sz]es?|acknowledges?)\s+that\b
    | \bin\s+the\s+(?:words|view)\s+of\b
    | ^no\s+doubt\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]|(?<!\w)‘[^’]*’(?!\w)")
_READER: Final = re.compile(
    r"""
      \b(?:it|this|that)\s+(?:must|should|ought\s+to|is\s+to|may)\s+(?:also\s+|not\s+)?be\s+
        (?:noted|remembered|said|stressed|emphasi[sz]ed|borne|recogni[sz]ed|admitted|added|
        acknowledged|recalled|observed|pointed|hoped|understood|appreciated|forgotten|welcomed)\b
    | \breaders?\s+(?:must|should|may|will)\b
    | \b(?:this|these|the|such)\s+(?:\w+\s+)?(?:table|figure|chart|chapter|annex|document|result|
        comparison|finding|section|guidance|note|part|code)s?\s+(?:must|should|is\s+to|are\s+to)\s+
        (?:not\s+)?(?:also\s+)?be\s+(?:read|seen|treated|used|taken|regarded|interpreted|understood)\b
    | ^(?:this|the)\s+(?:guidance|document|guide|handbook|toolkit)\s+(?:must|should|may)\s+
        (?:also\s+)?(?:act|serve|help|assist|be\s+(?:used|helpful|of))\b
    | \b(?:comparisons|conclusions|inferences)\s+(?:must|should|may)\s+(?:not\s+)?be\s+drawn\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def whole(sentence: str) -> Reason | None:
    """Why the whole of a sentence obliges nobody, or None where it has to be looked at."""
    stripped = sentence.strip()
    if stripped.endswith("?"):
        return Reason.QUESTION
    if _DEFINITION.search(stripped):
        return Reason.DEFINITION
    if _OPENING_QUESTION.match(stripped) and not stripped.lower().startswith(("when ", "which ")):
        return Reason.HEADING if stripped[-1] not in ".;:" else Reason.SUBORDINATE
    if _REPORTED.search(stripped):
        return Reason.REPORTED
    return Reason.READER if _READER.search(stripped) else None


def unquoted(sentence: str) -> str:
    """A sentence with blanks for words in quotation marks, every other place as it was."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), sentence)
