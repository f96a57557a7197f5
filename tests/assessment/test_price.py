"""What a year's elements would cost more at the asks outside China, reckoned by hand."""

from dataclasses import replace

import numpy as np
import pytest

from desktop_app.assessment.price import price_at_risk, price_notes, said_day
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import msg
from desktop_app.model.match import Match
from desktop_app.model.verdict import Ternary
from tests.assessment.by_hand import SCREW, each, figures, holding, magnet, parts

FULL = (1.0, 1.0, 1.0)
OXIDE = magnet(
    None, replace(holding("Dy", FULL), mass_percent=(87.0, 87.13, 87.2)),
    form="oxide", bearing_share=FULL,
)  # fmt: skip
SEGMENT = magnet(
    "NdFeB", replace(holding("Dy", (0.8, 0.9, 1.0)), mass_percent=(2.0, 3.5, 5.0)),
    bearing_g_per_piece=(8.0, 10.0, 12.0),
)  # fmt: skip


def at_risk(match: Match, **row: float) -> float:
    return float(price_at_risk(parts(row), each(match), figures())[0])


def test_a_kilogram_of_oxide_costs_the_whole_step_more() -> None:
    """12 kg a year at 1,100 instead of 224 dollars a kilogram."""
    assert at_risk(OXIDE, annual_quantity=12.0, unit_mass_g=1000.0) == pytest.approx(
        12 * 876, rel=1e-6
    )


def test_a_magnet_costs_its_share_of_it_more() -> None:
    """21,900 pieces of 10 g with 3.5 % Dy, present with 0.9; dysprosium is 87.13 % of its oxide."""
    expected = 21_900 * 10 / 1000 * 0.035 * 0.9 / 0.8713 * 876
    assert at_risk(SEGMENT, annual_quantity=21_900.0) == pytest.approx(expected)


def test_the_stated_mass_of_a_piece_comes_before_the_usual_one() -> None:
    share = replace(SEGMENT, bearing_share=(0.5, 0.5, 0.5))
    both = at_risk(share, annual_quantity=100.0, unit_mass_g=40.0)
    assert both == pytest.approx(2 * at_risk(SEGMENT, annual_quantity=100.0))


def test_nothing_without_demand_mass_or_a_price() -> None:
    assert np.isnan(at_risk(OXIDE, unit_mass_g=1000.0))
    assert np.isnan(at_risk(OXIDE, annual_quantity=0.0, unit_mass_g=1000.0))
    assert np.isnan(at_risk(replace(OXIDE, bearing_share=None), annual_quantity=5.0))
    assert np.isnan(at_risk(SCREW, annual_quantity=5.0, unit_mass_g=3.0))
    free = replace(SEGMENT, elements=(replace(SEGMENT.elements[0], state=Ternary.NO),))
    assert np.isnan(at_risk(free, annual_quantity=5.0))


def test_the_prices_name_their_sources() -> None:
    (note,) = price_notes(each(OXIDE, SCREW, SEGMENT), np.array([np.nan, np.nan, 9.0]), figures())
    text = Catalogue("en").say(note)
    assert text.startswith("Dy2O3: 224 USD/kg for most of the world's volume (Adamas Intelligence")
    assert "1,100 USD/kg asked outside China" in text
    assert price_notes(each(SCREW), np.array([np.nan]), figures()) == ()


def test_no_price_is_named_where_no_amount_came_of_it() -> None:
    assert price_notes(each(OXIDE, SEGMENT), np.array([np.nan, np.nan]), figures()) == ()


@pytest.mark.parametrize(("stated", "said"), [
    ("2026-01-30", "30.01.2026"), ("2025-12", "2025-12"), ("2025", "2025"),
])  # fmt: skip
def test_a_day_is_said_as_the_language_says_days_and_never_more_exactly(
    stated: str, said: str
) -> None:
    assert Catalogue("de").say(msg("{day}", day=said_day(stated))) == said
