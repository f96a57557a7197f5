"""Numbers as people write them; what can be read in two ways is no number."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.intake.numbers import decimal_comma, is_ambiguous, number_of


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.234,50", 1234.5), ("1.234,50-", -1234.5), ("1,234.5", 1234.5), ("1'234.5", 1234.5),
        ("1 234,5", 1234.5), ("1\u202f234,5", 1234.5), ("12,5", 12.5), ("0,125", 0.125),
        ("12 pcs", 12.0), ("12个", 12.0), ("US$ 3.20", 3.2), ("3,20 €/Stk", 3.2), ("(5)", -5.0),
        ("-5", -5.0), ("1.2E+3", 1200.0), ("０.５", 0.5), ("1.234.567", 1234567.0),
        ("1,00,000.50", 100000.5), ("$1,200.00", 1200.0), ("EUR 12.50", 12.5),
    ],
)  # fmt: skip
def test_a_clear_number_is_read(text: str, number: float) -> None:
    assert number_of(text, None) == number


@pytest.mark.parametrize(
    "text",
    ["1.234", "1,234", "6-8 weeks", "N42", "2 x 6", "< 0.1%", ">5", "~12", "若干", "M3", "4.0.1",
     "1=1.23, 10=0.97", "on request", "12V3A"],
)  # fmt: skip
def test_what_is_no_single_number_stays_missing(text: str) -> None:
    assert math.isnan(number_of(text, None))


def test_a_lone_group_is_decided_by_the_column() -> None:
    assert is_ambiguous("1.234")
    assert number_of("1.234", comma=True) == 1234
    assert number_of("1.234", comma=False) == 1.234


@pytest.mark.parametrize("comma", [True, False])
@pytest.mark.parametrize(
    ("text", "number"), [("0.05", 0.05), ("0,05", 0.05), ("12.5", 12.5), ("0,125", 0.125)]
)
def test_what_is_no_group_is_a_decimal_in_any_column(text: str, number: float, comma: bool) -> None:
    assert number_of(text, comma) == number


@pytest.mark.parametrize(
    ("texts", "comma"),
    [
        (["1.234", "0,5"], True), (["1,234", "2.50"], False), (["1.234", "2.345"], None),
        (["1.234,5"], True), (["1,234,567"], False), (["12", "7"], None), (["1,5", "1.5"], None),
    ],
)  # fmt: skip
def test_a_column_shows_how_it_writes_decimals(texts: list[str], comma: bool | None) -> None:
    assert decimal_comma(texts) is comma


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_both_ways_of_writing_give_the_same_number(amount: object) -> None:
    english = f"{amount:,.2f}"
    german = english.translate(str.maketrans(",.", ".,"))
    assert number_of(english, False) == number_of(german, True) == float(str(amount))
