"""Money becomes one currency by the user's dated rates; what has no rate stays and is named."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.assessment.currency import convert_money, settle_money
from desktop_app.assessment.money import money_remarks
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError
from desktop_app.register.rates import Rates, read_rates
from tests.assessment.by_hand import ON, parts

TABLE = "currency,rate,date\nEUR,1,2026-01-02\nUSD,0.9,2026-11-02\nUSD,0.8,2026-12-31\n"


def rates(tmp_path: Path, text: str = TABLE) -> Rates:
    path = tmp_path / "rates.csv"
    path.write_text(text, encoding="utf-8")
    return read_rates(path)


def test_all_money_of_a_row_is_converted_by_the_last_rate_before_the_day(tmp_path: Path) -> None:
    table = parts(
        {"currency": "USD", "unit_price": 2.0, "annual_spend": 1000.0, "margin_per_day": 50.0},
        {"currency": "EUR", "annual_spend": 300.0},
    )
    found, notes = convert_money(table, rates(tmp_path), ON)
    assert found.frame["currency"].tolist() == ["EUR", "EUR"]
    assert found.number("annual_spend").tolist() == pytest.approx([900.0, 300.0])
    assert found.value(0, "unit_price") == pytest.approx(1.8)
    assert found.value(0, "margin_per_day") == pytest.approx(45.0)
    assert [Catalogue("en").say(note) for note in notes] == [
        "Amounts in USD were converted: 1 USD = 0.9 EUR on 2 Nov 2026."
    ]
    assert table.value(0, "annual_spend") == 1000.0


def test_what_has_no_rate_by_that_day_stays_and_is_named(tmp_path: Path) -> None:
    table = parts(
        {"currency": "CNY", "annual_spend": 70.0},
        {"currency": "USD", "annual_spend": 8.0},
        {"annual_spend": 5.0},
        {"currency": "GBP"},
    )
    found, notes = convert_money(table, rates(tmp_path), date(2026, 10, 1))
    assert found.frame["currency"].tolist() == ["CNY", "USD", None, "GBP"]
    assert found.number("annual_spend").tolist()[:3] == [70.0, 8.0, 5.0]
    assert [note.args[0][1] for note in notes] == ["CNY", "USD"]


ABROAD = (
    {"currency": "CNY", "unit_price": 12.0, "margin_per_day": 900.0, "margin_currency": "EUR"},
    {"currency": "EUR", "unit_price": 2.0, "margin_per_day": 500.0, "margin_currency": "EUR"},
    {"currency": "CNY", "unit_price": 3.0, "margin_per_day": 700.0, "margin_currency": "CNY"},
)


def test_a_margin_in_euros_beside_a_price_in_yuan_needs_a_rate(tmp_path: Path) -> None:
    found, notes = settle_money(parts(*ABROAD), None, ON)
    assert str(found.number("margin_per_day").tolist()) == "[nan, 500.0, 700.0]"
    assert [Catalogue("en").say(note) for note in notes] == [
        "1 margin is in another currency than the price of its part; without an exchange rate it is "
        "not used."
    ]
    table = "currency,rate,date\nEUR,1,2026-01-02\nCNY,0.125,2026-01-02\n"
    found, notes = settle_money(parts(*ABROAD), rates(tmp_path, table), ON)
    assert found.number("margin_per_day").tolist() == [900.0, 500.0, 87.5]
    assert found.number("unit_price").tolist() == [1.5, 2.0, 0.375]
    assert len(notes) == 1


def test_a_margin_whose_row_has_no_rate_stays_out(tmp_path: Path) -> None:
    found, notes = settle_money(parts(*ABROAD[:2]), rates(tmp_path), ON)
    assert str(found.number("margin_per_day").tolist()) == "[nan, 500.0]"
    assert found.frame["currency"].tolist() == ["CNY", "EUR"]
    assert len(notes) == 2


def test_without_other_margins_and_rates_the_parts_are_the_same() -> None:
    found, notes = settle_money(parts(*ABROAD[1:]), None, ON)
    assert (found.number("margin_per_day").tolist(), notes) == ([500.0, 700.0], ())
    table = parts({"currency": "CNY", "unit_price": 3.0})
    assert settle_money(table, None, ON) == (table, ())


BARE = {"currency": "EUR", "unit_price": 3.0, "margin_per_day": 700.0}


@pytest.mark.parametrize("rated", [True, False])
def test_a_margin_without_a_currency_is_absent_and_the_rest_stands(
    tmp_path: Path, rated: bool
) -> None:
    """Also beside a price in euros: a margin is money of what is sold."""
    found, notes = settle_money(parts(BARE, ABROAD[1]), rates(tmp_path) if rated else None, ON)
    assert str(found.number("margin_per_day").tolist()) == "[nan, 500.0]"
    assert found.number("unit_price").tolist() == [3.0, 2.0]
    said = Catalogue("en").say(notes[-1])
    assert said.startswith("1 margin has no currency and is not used: name it in the heading")
    remarks = money_remarks(found)
    assert [Catalogue("en").say(m) for m in remarks[0]] == [
        "The margin a day names no currency; it is not used."
    ]
    assert 1 not in remarks


def test_a_row_without_prices_is_in_the_currency_of_its_margin() -> None:
    found, notes = settle_money(
        parts({"margin_per_day": 700.0, "margin_currency": "EUR"}), None, ON
    )
    assert (found.frame["currency"].tolist(), notes) == (["EUR"], ())
    assert found.number("margin_per_day").tolist() == [700.0]


def test_no_parts_no_money(tmp_path: Path) -> None:
    found, notes = convert_money(parts(), rates(tmp_path), ON)
    assert (len(found), notes) == (0, ())


def test_a_table_that_states_units_for_one_euro_is_turned_and_said_so(tmp_path: Path) -> None:
    found = rates(
        tmp_path, "currency,rate,date\nEUR,1,2026-11-02\nCNY,7.8,2026-11-02\nUSD,1.1,2026-11-02\n"
    )
    assert found.turned
    assert found.on(ON)["CNY"][0] == pytest.approx(1 / 7.8)
    assert found.on(ON)["USD"][0] == pytest.approx(1 / 1.1)
    _, notes = convert_money(parts({"currency": "CNY", "annual_spend": 1.0}), found, ON)
    assert "units for one EUR" in Catalogue("en").say(notes[-1])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("currency,rate\nEUR,1\n", "lacks the columns date"),
        ("currency,rate,date\nUSD,0.9,2026-11-02\n", "exactly one currency must have the rate 1"),
        (TABLE + "GBP,1,2026-11-02\n", "exactly one currency must have the rate 1"),
        (TABLE + "dollar,0.9,2026-11-02\n", "line 5: “dollar” is no currency"),
        (TABLE + "CNY,0,2026-11-02\n", "line 5: “0” is no rate"),
        (TABLE + "CNY,nan,2026-11-02\n", "line 5: “nan” is no rate"),
        (TABLE + 'CNY,"0,13",2026-11-02\n', "line 5: “0,13” is no rate"),
        (TABLE + "CNY,0.13,02.11.2026\n", "line 5: “02.11.2026” is no day"),
        (TABLE + "USD,0.7,2026-11-02\n", "USD is given twice for that day"),
        (TABLE + "CNY,130,2026-11-02\n", "one CNY cannot be worth 130 EUR"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_in_words(
    tmp_path: Path, text: str, says: str
) -> None:
    with pytest.raises(CodedError) as refused:
        rates(tmp_path, text)
    assert refused.value.problem.code == "E_CSV"
    assert says in Catalogue("en").say(refused.value.problem.message)
