"""What identifies a person by itself, and what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.checks.identifiers import identifiers, is_nhs_number

from .examples import found, places

# Numbers that are kept free for drama, addresses of example.org, and invented numbers.
FIRE = {
    "nobody@example.org": "an e-mail address",
    "No.Body+x@mail.example.co.uk": "an e-mail address",
    "o'nobody@example.org": "an e-mail address",
    "07700 900123": "a telephone number",
    "07700900123": "a telephone number",
    "07700 900 123": "a telephone number",
    "+44 7700 900123": "a telephone number",
    "+44 (0)7700 900123": "a telephone number",
    "0044 7700 900123": "a telephone number",
    "020 7946 0123": "a telephone number",
    "(0191) 498 0123": "a telephone number",
    "0191-498-0123": "a telephone number",
    "01632 960123": "a telephone number",
    "016973 12345": "a telephone number",
    "ZE1 0AA": "a postcode",
    "SW1A 1AA": "a postcode",
    "EC1A1BB": "a postcode",
    "M1 1AE": "a postcode",
    "b33 8th": None,
    "ne99 1zz": "a postcode",
    "943 476 5919": "an NHS number",
    "9434765919": "an NHS number",
    "943-476-5919": "an NHS number",
    "QQ 12 34 56 C": None,
    "AA 12 34 56 C": "a National Insurance number",
    "ab123456d": "a National Insurance number",
}

QUIET = {
    "a scale": "0 1 2 3 4 5 6 7 8 9 10",
    "a time": "00:13:30 to 01:05:50",
    "days": "2004-05-12 and 12/05/2004, in 2001-2006",
    "money": "£1,250,000 of 45 000 000",
    "a share": "19 of 38, or 50.0 per cent",
    "a wrong check digit": "943 476 5918",
    "ten equal figures": "1111111111",
    "a number that begins with 0": "0434765919",
    "more than ten figures": "94347659190",
    "too few figures for a telephone": "0191 498, 0191 498 01",
    "too many figures for a telephone": "020 7946 01234 5678",
    "no such area": "QX1 1AA",
    "a floor": "B1 2nd floor",
    "a form": "form A12 3b",
    "letters that no inward part has": "SW1A 1CI",
    "no such prefix": "GB 12 34 56 C, ZZ 12 34 56 C",
    "somebody's handle": "@nobody and a @ b",
    "a policy": "NI 7, PSA 1, LAA 2008",
}


@pytest.mark.parametrize(("value", "kind"), FIRE.items(), ids=FIRE)
def test_what_identifies(value: str, kind: str | None) -> None:
    expected = [(kind, value)] if kind else []
    for text in (value, f"Call {value}.", f"({value}), she said", f"a\n{value}\nb"):
        # A bracket before a number may be part of it.
        told = [
            (what, one if one.count(")") else one.strip("(")) for what, one in identifiers(text)
        ]
        assert told == expected, text


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_what_only_looks_like_it(text: str) -> None:
    assert list(identifiers(text)) == []


def test_every_check_digit() -> None:
    right = [last for last in range(10) if is_nhs_number(f"943476591{last}")]
    assert right == [9]
    # A remainder of 10 has no figure, so that no number of that kind exists.
    none = [n for n in range(100) if not any(is_nhs_number(f"4000000{n:02}{d}") for d in range(10))]
    assert none


INT = "evidence/north/int.yaml"
WHERE = {
    "text": "text: Ring 07700 900123 when you are there.",
    "translation": "text: a\n    translation: Ring 07700 900123 when you are there.",
    "memo": "text: a\n    memo: Ring 07700 900123 when you are there.",
    "cmo": "text: a\n    cmo: {context: Ring 07700 900123 when you are there.}",
    "memo of a code": (
        "text: a\n    codes: [{imperative: papers, stance: absent, memo: 07700 900123}]"
    ),
}


@pytest.mark.parametrize(("key", "typed"), WHERE.items(), ids=WHERE)
def test_wherever_words_stand(tmp_path: Path, key: str, typed: str) -> None:
    example = f"# {INT}\nexcerpts:\n  - id: x1\n    {typed}\n"
    assert places(tmp_path, example, "direct-identifier") == [
        f"{INT}:7:5 error a telephone number (····· ······) stands in "
        f"`{key.removesuffix(' of a code')}` of excerpt x1"
    ]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("role: write to nobody@example.org", "role"),
        ("role: a, attributes: {home: ZE1 0AA}", "home"),
    ],
)
def test_in_a_speakers_fields(tmp_path: Path, typed: str, key: str) -> None:
    example = f"# {INT}\nspeaker: {{id: P03, sector: vcs, {typed}}}\n"
    (one,) = found(tmp_path, example)
    assert (str(one.location), one.rule) == (f"{INT}:1", "direct-identifier")
    assert one.message.endswith(f"stands in a speaker's `{key}`")


def test_in_the_name_of_a_file_which_is_then_not_shown(tmp_path: Path) -> None:
    name = "int-07700-900123"
    example = f"# evidence/north/{name}.yaml\nsource: {name}\n" + (
        "kind: document\ndate: 2004\nauthor: council\nexcerpts: [{id: x1, text: a}]\n"
    )
    assert places(tmp_path, example, "direct-identifier") == [
        "evidence/north:1:1 error a telephone number is the name of a file, ···-·····-······.yaml"
    ]


def test_nothing_of_the_value_is_ever_told(tmp_path: Path) -> None:
    text = "nobody@example.org, 07700 900123, ZE1 0AA, 943 476 5919, AA 12 34 56 C"
    told = found(tmp_path, f"# {INT}\nexcerpts:\n  - id: x1\n    text: {text}\n")
    assert len(told) == 5
    for one in told:
        assert one.sensitive
        assert not any(part in repr(one) for part in text.replace(",", "").split() if len(part) > 2)
