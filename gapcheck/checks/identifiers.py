"""What identifies a person by itself: e-mail, telephone, postcode, NHS and NI numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

# The areas of the postcodes of the United Kingdom: without them `B1 2nd floor` would be one.
_AREA_NAMES = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E "
    "EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL "
    "LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM "
    "SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
_AREAS = frozenset(_AREA_NAMES.split())
# Only from where a run of such letters begins: a long one is then read once, not once a letter.
_MAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\d+])(?:(?:\+|00)44[ -]?(?:\(0\))?[ -]?|\(?0)(?P<number>[12378]\d{1,4}\)?[ -]?\d{3,4}"
    r"[ -]?\d{2,4})(?!\d)"
)
_POSTCODE = re.compile(
    r"\b(?P<area>[A-Za-z]{1,2})\d[A-Za-z\d]?(?P<space> ?)\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}\b"
)
_NHS = re.compile(r"(?<![\d+.])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d.]\d|\d)")
_NI = re.compile(
    r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
# One quick look for what all but addresses have: figures in a row, or the end of a postcode.
_LIKELY = re.compile(r"\d(?:[ ()\d-]{5}|[A-Za-z]? ?\d[A-Za-z]{2}\b)")


def identifiers(text: str) -> Iterator[tuple[str, str]]:
    """Every identifier in a text: what it is, and the value."""
    if "@" in text:
        yield from (("an e-mail address", found[0]) for found in _MAIL.finditer(text))
    if not _LIKELY.search(text):
        return
    for found in _PHONE.finditer(text):
        if len(_figures(found["number"])) in (9, 10):
            yield "a telephone number", found[0]
    for found in _POSTCODE.finditer(text):
        if _is_postcode(found):
            yield "a postcode", found[0]
    for found in _NHS.finditer(text):
        if is_nhs_number(_figures(found[0])):
            yield "an NHS number", found[0]
    yield from (("a National Insurance number", found[0]) for found in _NI.finditer(text))


def is_nhs_number(figures: str) -> bool:
    """Whether ten figures end in their own check digit; no NHS number begins with 0."""
    if figures[0] == "0" or len(set(figures)) == 1:
        return False
    weighed = sum(int(one) * weight for one, weight in zip(figures, range(10, 1, -1), strict=False))
    return (11 - weighed % 11) % 11 == int(figures[9])


def _figures(value: str) -> str:
    return "".join(_FIGURE.findall(value))


def _is_postcode(found: re.Match[str]) -> bool:
    area = found["area"]
    # In small letters, and with one letter, too much else looks like it.
    written = found[0].isupper() or (len(area) == 2 and found[0].islower())
    return written and area.upper() in _AREAS
