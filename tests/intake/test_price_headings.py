"""Headings of prices: with or without the tax, and from which quantity on."""

import pytest

from desktop_app.intake.headings import heading_book, normalise
from desktop_app.intake.price_headings import tax_of, without_tax
from desktop_app.intake.tiers import tier_of
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts


@pytest.mark.parametrize(
    ("heading", "quantity"),
    [
        ("1+", 1), ("1,000+", 1000), ("1k+", 1000), ("≥500", 500), ("100-499", 100), ("1～99個", 1),
        ("Preis ab 500 Stk.", 500), ("Price (USD) 1-99", 1), ("Unit Price 100 pcs", 100),
        ("単価 100個以上", 100), ("€ 100+", 100), ("Price 10", 10),
        ("Preis je Stück in EUR ab 10", 10), ("阶梯单价 ≥5000", 5000),
        ("10", None), ("2026", None), ("Price 2026", None), ("0-30", None), ("10 mm", None),
        ("1-2 weeks", None), ("Supplier 1", None), ("Price/100 pcs", None), ("Description", None),
    ],
)  # fmt: skip
def test_a_heading_says_from_which_quantity_a_price_holds(
    heading: str, quantity: int | None
) -> None:
    assert tier_of(heading) == quantity


@pytest.mark.parametrize(
    ("heading", "taxed", "rest"),
    [
        ("单价 未税", False, "单价"), ("含税单价", True, "单价"), ("単価（税抜）", False, "単価"),
        ("단가 부가세 포함", True, "단가"), ("Preis netto", False, "preis"),
        ("Prezzo lordo", True, "prezzo"), ("Price", None, None), ("Network part", None, None),
    ],
)  # fmt: skip
def test_a_heading_says_whether_the_tax_is_in_the_price(
    heading: str, taxed: bool | None, rest: str | None
) -> None:
    bare = normalise(heading.replace("（", " ").replace("）", " "))
    assert (tax_of(bare), without_tax(bare)) == (taxed, rest)


@pytest.mark.parametrize(
    "heading",
    ["Einzelpreis netto €", "EP netto", "Net Unit Price", "Prix unitaire net",
     "Precio unitario neto", "Prezzo unitario netto", "折后单价", "NET単価"],
)  # fmt: skip
def test_a_net_price_is_a_price_too(heading: str) -> None:
    said = {meaning.field for meaning in heading_book().meanings(heading)}
    assert {"unit_price", "net_price"} <= said


def test_the_code_of_a_currency_over_amounts_is_a_price(read_rows: ReadRows) -> None:
    """In a line of headings that are known without it: among the first cells of a list it is a currency."""
    rows = [["Stepper motor", 12.5], ["Screw M3", 0.05], ["Magnet 10x3", 0.3]]
    reading = read_rows([["Part", "Qty", "USD"], *([part, 2, price] for part, price in rows)])
    assert facts(reading, "unit_price") == [12.5, 0.05, 0.3]
    assert facts(reading, "currency") == ["USD"] * 3
    over_codes = read_rows([["Part", "Price", "USD"], ["Motor", 2.0, "EUR"], ["Screw", 1.0, "USD"]])
    assert facts(over_codes, "unit_price") == [2.0, 1.0]


@pytest.mark.parametrize("heading", ["Precio 100 ud", "Price 100 pcs", "Preis 100 Stk"])
def test_a_price_beside_a_number_of_pieces_is_asked_about(
    read_rows: ReadRows, heading: str
) -> None:
    """Of a hundred, or of one where a hundred are bought: the list is read, the price is not."""
    reading = read_rows([["Item no.", "Description", heading], ["A-1", "Magnet 10x3", 32.0]])
    assert facts(reading, "description") == ["Magnet 10x3"]
    assert facts(reading, "unit_price") == [None]
