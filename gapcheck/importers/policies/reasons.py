"""Why a sentence that holds the words of an obligation may oblige nobody."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why nothing became a draft, as it stands in the loss report."""

    NO_WORD = "no word of obligation"
    WILL = "a promise or a forecast with “will”, which is not read as a duty"
    QUESTION = "a question"
    HEADING = "a heading"
    DEFINITION = "a definition, or law about the law (names, extent, commencement, amendments)"
    REPORTED = "reported or quoted, not asked for"
    SUBORDINATE = "only in a subordinate clause"
    POSSIBLE = "what is possible or likely, or an effect"
    PAST = "what was required, or ought to have been done"
    PURPOSE = "an aim, a step or a forecast with “is to”"
    READER = "advice on how to read the document"
    RELEASED = "a duty denied (need not, is not required to)"
    OTHER = "a word of obligation in another sense"
