"""The unit that a heading names, wherever it stands."""

import pytest

from desktop_app.intake.headings import heading_book
from desktop_app.intake.units_in_headings import times_of, unit_in, without_unit

READ: list[tuple[str, tuple[float, str | None] | None, str]] = [
    ("Stock (kg)", (1, "kg"), "Stock"), ("Bestand [Tsd. Stück]", (1000, "stück"), "Bestand"),
    ("库存（千件）", (1000, "件"), "库存"), ("年需求量（万个）", (10_000, "个"), "年需求量"),
    ("Stock in k pcs", (1000, "pcs"), "Stock"), ("Jahresbedarf in kg", (1, "kg"), "Jahresbedarf"),
    ("Besoin annuel (milliers de pièces)", (1000, "pièces"), "Besoin annuel"),
    ("Besoin mensuel kg", (1, "kg"), "Besoin mensuel"), ("库存kg", (1, "kg"), "库存"),
    ("Annual demand (k pcs/yr)", (1000, "pcs"), "Annual demand"), ("Stock (dozen)", (12, None), "Stock"),
    ("Bestand (Tsd.)", (1000, None), "Bestand"), ("Stock (1000 pcs)", (1000, "pcs"), "Stock"),
    ("Stock, m", (1, "m"), "Stock"), ("Stock t", (1, "t"), "Stock"),
    ("Stock (plant 1000)", None, ""), ("Stock value (k EUR)", None, ""), ("Stock T", None, ""),
    ("Qty per set", None, ""), ("Stock in transit", None, ""), ("On hand", None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "unit", "rest"), READ)
def test_the_unit_of_a_heading(
    heading: str, unit: tuple[float, str | None] | None, rest: str
) -> None:
    assert (unit_in(heading), without_unit(heading)) == (unit, rest)


def test_a_quantity_is_multiplied_only_where_it_can_be_of_no_thousand_products() -> None:
    many = ("Qty (k pcs)", "Menge [Tsd. Stück]", "数量（千件）")
    assert [times_of("quantity", heading) for heading in many] == [1000] * 3
    others = ("Qty (1000 pcs)", "Qty per k pcs", "Qty/k pcs", "Qty (kg)", "Quantity")
    assert [times_of("quantity", heading) for heading in others] == [1] * 5


def test_money_and_names_are_not_counted_in_thousands() -> None:
    assert times_of("stock_on_hand", "Stock (k pcs)") == 1000
    assert times_of("unit_price", "Price (k EUR)") == times_of("stock_on_hand", "Stock") == 1


@pytest.mark.parametrize(
    "heading", ["Stock in kg", "Bestand in Tsd. St", "Existencias en kg", "在庫数 個", "Giacenza k pz"]
)  # fmt: skip
def test_an_amount_with_its_unit_behind_it_is_that_amount(heading: str) -> None:
    (meaning,) = heading_book().exact(heading)
    assert meaning.field == "stock_on_hand"
