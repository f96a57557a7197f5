"""The published equations give the published numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.assessment.concentration import supply_risk, weighted_concentration

# EU study 2017 (doi:10.2873/876644): concentration of table 18, supply risk of table 19, both rounded
# to one place as printed. symbol, world, EU sourcing, import reliance, recycling, substitution, SR.
EU_2017 = [
    ("Dy", 9.2, 1.8, 1.0, 0.0, 0.9, 5.2),
    ("Sm", 9.2, 1.6, 1.0, 0.01, 0.8, 4.4),
    ("Ga", 3.5, 1.1, 0.34, 0.0, 1.0, 1.4),
    ("Sb", 7.1, 5.7, 1.0, 0.28, 0.9, 4.3),
    ("W", 7.5, 1.9, 0.44, 0.42, 1.0, 1.8),
]
# EU study 2023 (doi:10.2873/725585), annex 7: world supply of separated neodymium.
ND_2023 = {
    "CN": (0.849, 5.6763), "MY": (0.105, 4.2619), "RU": (0.019, 6.3391), "IN": (0.016, 5.2738),
    "VN": (0.01, 5.706), "AU": (0.001, 1.931), "NO": (0.001, 1.4475),
}  # fmt: skip

shares = st.lists(st.floats(0, 1), min_size=1, max_size=8).map(
    lambda raw: [share / (sum(raw) or 1) for share in raw]
)


@pytest.mark.parametrize("row", EU_2017, ids=lambda row: row[0])
def test_supply_risk_of_2017_within_the_rounding_of_its_inputs(
    row: tuple[str, float, float, float, float, float, float],
) -> None:
    _, world, own, reliance, recycling, substitution, published = row
    ends = [
        supply_risk(world + d, own + d, recycling - d / 10, substitution + d, reliance)
        for d in (-0.05, 0.05)
    ]
    assert ends[0] is not None
    assert ends[1] is not None
    assert ends[0] - 0.05 <= published <= ends[1] + 0.05


def test_concentration_of_2023() -> None:
    held, risks = zip(*ND_2023.values(), strict=True)
    assert weighted_concentration(held, risks) == pytest.approx(4.143, abs=0.001)


def test_one_missing_side_leaves_the_other_alone() -> None:
    assert supply_risk(9.2, None, 0.0, 0.9) == pytest.approx(8.28)
    assert supply_risk(None, 2.0, 0.0, 0.9) == pytest.approx(1.8)
    assert supply_risk(None, None, 0.0, 0.9) is None


def test_one_country_alone_weighs_its_governance() -> None:
    assert weighted_concentration([1.0], [5.5]) == 5.5


@given(shares, st.data())
def test_splitting_a_country_never_concentrates(found: list[float], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(found) - 1))
    piece = data.draw(st.floats(0, 1)) * found[at]
    split = [*found[:at], found[at] - piece, piece, *found[at + 1 :]]
    before = weighted_concentration(found, [1.0] * len(found))
    assert weighted_concentration(split, [1.0] * len(split)) <= before + 1e-12


@given(shares)
def test_trade_terms_of_one_change_nothing(found: list[float]) -> None:
    risks = [3.0] * len(found)
    plain = weighted_concentration(found, risks)
    assert weighted_concentration(found, risks, [1.0] * len(found)) == pytest.approx(plain)
