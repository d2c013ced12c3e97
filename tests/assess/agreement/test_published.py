"""The published examples, to the digits in which they were published."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gapcheck.assess.agreement.alpha import alpha, tally
from gapcheck.assess.agreement.kappa import kappa
from gapcheck.assess.agreement.percent import percent
from gapcheck.model.agreement import Coefficient

from .tables import crossed, observed, units

KAPPAS = {
    # Cohen, J. (1960): A coefficient of agreement for nominal scales. Educational and
    # Psychological Measurement 20(1), 37-46. Table 2, p. 45: 200 patients, three diagnoses;
    # observed .70, by chance .41.
    "Cohen 1960": (((88, 14, 18), (10, 40, 10), (2, 6, 12)), "0.70", "0.492"),
    # Altman, D. G. (1991): Practical Statistics for Medical Research, p. 403-409. Table 14.2: 85
    # xeromammograms by two radiologists; 54 of 85, kappa 0.47.
    "Altman 14.2": (((21, 12, 0, 0), (4, 17, 1, 0), (3, 9, 15, 2), (0, 0, 0, 1)), "0.64", "0.47"),
    # Table 14.3: MAST and RAST tests of 363 sera; kappa 0.32.
    "Altman 14.3": (
        (
            (86, 3, 14, 0, 2),
            (26, 0, 10, 4, 0),
            (20, 2, 22, 4, 1),
            (11, 1, 37, 16, 14),
            (3, 0, 15, 24, 48),
        ),
        "0.47",
        "0.32",
    ),
    # Table 14.4: the same observed agreement, 0.8, with other prevalences.
    "Altman 14.4 a": (((70, 10), (10, 10)), "0.8", "0.38"),
    "Altman 14.4 b": (((40, 10), (10, 40)), "0.8", "0.60"),
    # Fleiss, J. L. (1981): Statistical Methods for Rates and Proportions, 2nd ed., ch. 13: 100
    # diagnoses by two raters (psychotic, neurotic, organic); .89 observed, .66 by chance.
    "Fleiss 1981": (((75, 1, 4), (5, 4, 1), (0, 0, 10)), "0.89", "0.68"),
}


def digits(found: Coefficient, like: str) -> str:
    """A value in as many digits as another one has."""
    places = len(like.partition(".")[2])
    # Half is rounded up here, as in print: .375 is published as .38.
    return f"{(found.number or 0) + 1e-12:.{places}f}"


@pytest.mark.parametrize(("rows", "agreed", "published"), KAPPAS.values(), ids=KAPPAS)
def test_kappa(rows: Sequence[Sequence[int]], agreed: str, published: str) -> None:
    table = crossed(*rows)
    assert digits(percent(table), agreed) == agreed
    assert digits(kappa(table), published) == published
    assert kappa(table).n == sum(map(sum, rows))


# Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability, University of Pennsylvania,
# Annenberg School for Communication, departmental papers 43: its examples A to C.
ALPHAS = {
    "A: binary, two observers": (
        ("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"),
        (10, 20),
        "0.095",
    ),
    "B: nominal, two observers": (
        ("a a b b d c c c e d d a", "b a b b b c c c e d d d"),
        (12, 24),
        "0.692",
    ),
    "C: nominal, four observers, gaps": (
        (
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . 3",
            ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .",
        ),
        # The twelfth unit has one value, which cannot be paired: 40 of 41 can.
        (11, 40),
        "0.743",
    ),
}


@pytest.mark.parametrize(("rows", "counted", "published"), ALPHAS.values(), ids=ALPHAS)
def test_alpha(rows: Sequence[str], counted: tuple[int, int], published: str) -> None:
    found = tally(units(observed(*rows)))
    assert (found.units, sum(found.values.values())) == counted
    assert digits(alpha(units(observed(*rows))), published) == published


def test_the_values_that_can_be_paired_in_the_third_example() -> None:
    rows, _, _ = ALPHAS["C: nominal, four observers, gaps"]
    # The margins of the matrix of coincidences that the paper prints.
    assert dict(tally(units(observed(*rows))).values) == {"1": 9, "2": 13, "3": 10, "4": 5, "5": 3}
