"""Margin where it is known, else spend, which is never called margin."""

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.assessment.money import money_notes, money_remarks
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.licence import Licence
from desktop_app.model.match import UNRECOGNISED, Match
from tests.assessment.by_hand import NOT_SCREENED, asking, magnet, needed, parts, reckoned

STOCK = {"stock_on_hand": 3000.0, "annual_quantity": 60 * 365.0, "lead_time_days": 45.0}


def test_margin_times_expected_days_of_standstill() -> None:
    numbers = reckoned(parts(STOCK | {"margin_per_day": 12000.0}), [magnet()], [needed()])
    assert numbers["money_basis"].iloc[0] == "margin"
    # About 62 days of the licence and 15 of a shortage, at 12,000 a day.
    assert numbers["value_at_risk"].iloc[0] == pytest.approx(12000 * 76, rel=0.05)


def test_no_more_than_a_year_is_lost() -> None:
    table = parts({"stock_on_hand": 0.0, "annual_quantity": 1.0, "lead_time_days": 900.0,
                   "margin_per_day": 10.0})  # fmt: skip
    numbers = reckoned(table, [magnet()], [needed(applies=(1.0, 1.0, 1.0))])
    assert numbers["value_at_risk"].iloc[0] == 3650


def test_spend_times_the_chance_that_a_duty_applies() -> None:
    numbers = reckoned(parts({"annual_spend": 1000.0}), [magnet()], [asking("origin")])
    assert numbers["money_basis"].iloc[0] == "spend"
    found = [
        numbers[n].iloc[0] for n in ("value_at_risk_low", "value_at_risk", "value_at_risk_high")
    ]
    assert found == pytest.approx([100, 400, 700])
    assert numbers["annual_spend"].iloc[0] == 1000


@pytest.mark.parametrize(
    ("row", "match", "licence"),
    [
        ({}, magnet(), needed()),
        ({"annual_spend": 500.0}, UNRECOGNISED, NOT_SCREENED),
        ({"annual_spend": -500.0}, magnet(), needed()),
    ],
    ids=["no money", "not recognised", "a credit note"],
)
def test_nothing_where_nothing_is_known(
    row: dict[str, float], match: Match, licence: Licence
) -> None:
    numbers = reckoned(parts(row), [match], [licence])
    assert np.isnan(numbers["value_at_risk"].iloc[0])
    assert numbers["money_basis"].iloc[0] is None
    assert not numbers["annual_spend"].iloc[0] < 0, "it would lower the sums"


def test_a_price_of_zero_says_nothing_against_a_spend_that_the_list_states() -> None:
    free = {"unit_price": 0.0}
    assert set(money_remarks(parts(free, free | {"annual_spend": 3000.0}))) == {0}


@settings(max_examples=8)  # many at once: two dozen parts take as long as two
@given(st.lists(st.floats(0, 1e5), min_size=2, max_size=25).map(sorted))
def test_more_stock_never_puts_more_at_risk(stocks: list[float]) -> None:
    row = {"annual_quantity": 20000.0, "margin_per_day": 100.0}
    numbers = reckoned(
        parts(*(row | {"stock_on_hand": stock} for stock in stocks)),
        [magnet()] * len(stocks),
        [needed()] * len(stocks),
    )
    assert (np.diff(numbers["value_at_risk"].to_numpy()) <= 1e-6).all()


def test_money_that_is_absent_is_named() -> None:
    def said(*rows: dict[str, Any]) -> list[str]:
        return [Catalogue("en").say(note) for note in money_notes(parts(*rows))]

    priced = {"annual_spend": 10.0, "currency": "EUR"}
    assert said() == said(priced) == []
    assert said({}, {"margin_per_day": 5.0, "currency": "EUR"}) == [
        "No spend a year is known: these files lack prices or yearly quantities."
    ]
    assert said(priced, {}, {"annual_spend": 4.0}) == [
        "1 part has no spend a year: its price or yearly quantity is missing.",
        "1 part has an amount without a currency; it is in no sum with others.",
    ]
    assert said(priced, priced | {"currency": "CNY"}, {"currency": "USD"})[1] == (
        "Amounts are in CNY, EUR; sums are kept apart until a table of exchange rates is given. "
        "Only the order of parts compares them, at rough rates."
    )


@pytest.mark.parametrize("demand", [0.0, -3650.0])
def test_what_is_not_used_has_no_money_at_risk(demand: float) -> None:
    """The risk assumes how long stock lasts; a thousand a day would be said to hang on a part of which a
    list says that nobody needs it."""
    row = {"stock_on_hand": 600.0, "margin_per_day": 1000.0, "annual_spend": 90.0}
    numbers = reckoned(
        parts(row | {"annual_quantity": demand}, row | {"annual_quantity": 3650.0}),
        [magnet()] * 2, [needed()] * 2,
    )  # fmt: skip
    assert numbers["money_basis"].tolist() == [None, "margin"]
    assert np.isnan(numbers["value_at_risk"].iloc[0])
    assert numbers["value_at_risk"].iloc[1] > 0


def test_a_new_part_that_is_needed_on_a_day_has_money_at_risk() -> None:
    """Nothing was used last year, 500 are needed in December: the line stops, and that costs."""
    row = {"stock_on_hand": 10.0, "margin_per_day": 1000.0, "annual_quantity": 0.0}
    needs = {"requirement_date": date(2026, 12, 15), "requirement_quantity": 500.0}
    numbers = reckoned(parts(row | needs), [magnet()], [needed()])
    assert numbers["money_basis"].tolist() == ["margin"]
    assert numbers["value_at_risk"].iloc[0] > 0
