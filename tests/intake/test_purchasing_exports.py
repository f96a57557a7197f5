"""What exports of purchasing systems say by halves: spans of use, prices for many, stock told by sums; each kind
with a list or a heading for which it must not hold."""

from collections.abc import Sequence
from typing import Any

import pytest

from desktop_app.intake.composed_headings import composed
from desktop_app.intake.headings import heading_book
from desktop_app.intake.measures import price_unit_in
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, fields

PARTS = [["P-1", "Ring magnet"], ["P-2", "Hex screw"], ["P-3", "Bearing"]]
HEAD = ["Part number", "Description"]


def rows_of(heads: Sequence[str], *columns: Sequence[Any]) -> list[list[Any]]:
    return [
        [*HEAD, *heads],
        *([*part, *cells] for part, cells in zip(PARTS, zip(*columns, strict=True), strict=True)),
    ]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Verbrauch 1. Halbjahr 2026", ("consumption_half_yearly",)), ("半期使用数", ("consumption_half_yearly",)),
        ("Usage last 6 months", ("consumption_half_yearly",)), ("近六个月用量", ("consumption_half_yearly",)),
        ("Sorties trimestre", ("consumption_quarterly",)), ("최근3개월 출고량", ("consumption_quarterly",)),
        ("Usage last 90 days", ("consumption_quarterly",)), ("Verbr. 12 Mon.", ("annual_quantity",)),
        ("Avg monthly usage (last 6 months)", ("consumption_monthly",)),
        ("Avg usage last 6 months", ()), ("Verbr. 4 Mon.", ()), ("Shelf life 6 months", ()), ("Warranty 6 months", ()),
    ],
)  # fmt: skip
def test_use_of_a_span_is_known_where_a_year_holds_it_evenly(
    heading: str, field: tuple[str, ...]
) -> None:
    assert composed(heading) == field


@pytest.mark.parametrize("heading", ["Q1 usage", "6M usage", "Consumption H1"])
def test_use_of_a_part_of_a_year_is_no_need_of_a_product(heading: str) -> None:
    assert heading_book().likely(heading) == ()


def test_half_a_year_comes_twice(read_rows: ReadRows) -> None:
    found = read_rows(rows_of(["Stock", "Half-yearly consumption"], [5, 6, 7], [300, 40, 0]))
    assert facts(found, "annual_quantity") == [600, 80, 0]


@pytest.mark.parametrize(
    ("heading", "many"),
    [
        ("Prix le cent", 100), ("Prix au mille", 1000), ("Precio por ciento", 100), ("Prezzo al cento", 100),
        ("千個単価", 1000), ("百件单价", 100), ("단가(천개당)", 1000), ("1000個当り単価", 1000),
        ("Preis in %", 1), ("Price per cent", 1), ("千克单价", 1), ("百货单价", 1), ("単価(100個)", 1),
        ("Precio (IVA 21 por ciento)", 1), ("百個以上単価", 1), ("千個ロット単価", 1), ("单价(千个起)", 1),
        ("単価 千台", 1000), ("Preis für 100", 100), ("Price for 100", 100), ("Preis für 1 Stück", 1),
    ],
)  # fmt: skip
def test_a_price_for_many_in_words(heading: str, many: float) -> None:
    assert price_unit_in(heading) == many


def test_a_price_of_one_or_of_so_many_is_asked_about(read_rows: ReadRows) -> None:
    prices = [1.5, 2.5, 3.5]
    assert (
        facts(
            read_rows(rows_of(["Price (100 pcs)", "Currency"], prices, ["EUR"] * 3)), "unit_price"
        )
        == [None] * 3
    )
    assert (
        facts(
            read_rows(rows_of(["Price per 100 pcs", "Currency"], [150, 250, 350], ["EUR"] * 3)),
            "unit_price",
        )
        == prices
    )


def test_a_hundred_in_all_rows_is_what_prices_are_for_under_its_heading_only(
    read_rows: ReadRows,
) -> None:
    for heading, price in (("PEH", 0.5), ("KTN", 50)):
        found = read_rows(
            rows_of(["Net price", "Currency", heading], [50, 60, 70], ["EUR"] * 3, [100] * 3)
        )
        assert facts(found, "unit_price")[0] == price, heading


def test_prix_par_beside_the_price_is_no_second_price(read_rows: ReadRows) -> None:
    found = read_rows(
        rows_of(["Prix net", "Devise", "Prix par"], [50, 60, 7], ["EUR"] * 3, [100, 100, 1])
    )
    assert facts(found, "unit_price") == [0.5, 0.6, 7]


def test_letters_for_how_many_a_price_is_are_read_where_their_heading_says_so(
    read_rows: ReadRows,
) -> None:
    """Each, hundred and thousand, where a column has all three: under Epicor's "Cost per code" or "Per"."""
    columns: list[list[Any]] = [[1.5, 2.5, 3.5], ["E", "C", "M"], ["USD"] * 3]
    for heads in (["Unit cost", "Cost per code", "Currency"], ["Price", "Per", "Currency"]):
        found = facts(read_rows(rows_of(heads, *columns)), "unit_price")
        assert found == pytest.approx([1.5, 0.025, 0.0035])
    assert facts(
        read_rows(rows_of(["Unit cost", "ABC code", "Currency"], *columns)), "unit_price"
    ) == [1.5, 2.5, 3.5]


def test_what_is_left_by_the_sums_is_the_stock(read_rows: ReadRows) -> None:
    head = ["前月繰越数", "当月受数", "当月払数", "当月末数"]
    moved = ([320, 50, 9], [500, 0, 1], [410, 20, 3], [410, 30, 7])
    assert facts(read_rows(rows_of(head, *moved)), "stock_on_hand") == [410, 30, 7]
    other = (*moved[:3], [410, 31, 8])
    assert facts(read_rows(rows_of(head, *other)), "stock_on_hand") == [None] * 3


@pytest.mark.parametrize(
    "head",
    [
        ["Opening stock", "Planned receipts", "Gross requirements", "Projected balance"],
        ["Anfangsbestand", "Zugang", "Abgang", "Voraussichtlicher Bestand"],
    ],
)
def test_what_will_be_left_is_no_stock(read_rows: ReadRows, head: list[str]) -> None:
    planned = ([320, 50, 9], [500, 0, 1], [410, 20, 3], [410, 30, 7])
    assert "stock_on_hand" not in fields(read_rows(rows_of(head, *planned))).values()


@pytest.mark.parametrize(
    "head",
    [
        ["Verbrauch 1. Halbjahr 2025", "Verbrauch 2. Halbjahr 2025"],
        ["Verbrauch 1. Quartal", "Verbrauch 2. Quartal"],
        ["上期 使用数", "下期 使用数"],
    ],
)
def test_a_year_is_no_multiple_of_one_of_its_parts(read_rows: ReadRows, head: list[str]) -> None:
    found = read_rows(rows_of(head, [4, 40, 400], [6, 50, 500]))
    assert facts(found, "annual_quantity") == [None] * 3


def test_the_longest_of_several_spans_tells_the_year(read_rows: ReadRows) -> None:
    head = ["Verbrauch letzte 3 Monate", "Verbrauch letzte 6 Monate"]
    found = read_rows(rows_of(head, [4, 40, 400], [9, 90, 900]))
    assert facts(found, "annual_quantity") == [18, 180, 1800]


def test_a_printed_price_is_not_paid_beside_the_price(read_rows: ReadRows) -> None:
    found = read_rows(rows_of(["定价", "单价", "币种"], [4, 40, 400], [3, 30, 300], ["CNY"] * 3))
    assert facts(found, "unit_price") == [3, 30, 300]
    alone = read_rows(rows_of(["定价", "币种"], [4, 40, 400], ["CNY"] * 3))
    assert facts(alone, "unit_price") == [4, 40, 400]


@pytest.mark.parametrize("counted", ["Qty per unit", "Quantity per unit", "Menge pro Einheit"])
def test_how_many_go_into_a_unit_divides_no_price(read_rows: ReadRows, counted: str) -> None:
    heads = [counted, "Total qty", "Price per unit", "Currency"]
    found = read_rows(rows_of(heads, [4, 12, 1], [400, 1200, 100], [2.5, 0.1, 12], ["EUR"] * 3))
    assert facts(found, "unit_price") == [2.5, 0.1, 12]
    packs = read_rows(
        rows_of(
            ["Parts per Unit", "Parts needed", "Price per Unit", "Currency"],
            [100, 50, 1], [4, 8, 2], [7, 10, 3], ["EUR"] * 3,
        )
    )  # fmt: skip
    assert facts(packs, "unit_price") == [0.07, 0.2, 3]


@pytest.mark.parametrize(
    "heading", ["Mittl. Bestand", "Ø Bestand", "Avg stock", "上年库存", "Stock N-1"]
)
def test_a_stock_of_another_day_is_asked_about(read_rows: ReadRows, heading: str) -> None:
    found = read_rows(rows_of([heading, "Unit"], [10, 20, 30], ["pcs"] * 3))
    assert "stock_on_hand" not in fields(found).values()
    assert facts(
        read_rows(rows_of(["Bestand", "Unit"], [10, 20, 30], ["pcs"] * 3)), "stock_on_hand"
    ) == [10, 20, 30]


def test_names_under_the_number_of_the_supplier_are_the_supplier(read_rows: ReadRows) -> None:
    names = ["Magneti Ljubljana", "Guss Reutlingen", "Lager Handel"]
    head = ["Buy-from Business Partner", "Price"]
    assert facts(read_rows(rows_of(head, names, [1, 2, 3])), "supplier") == names
    codes = ["SUP000110", "SUP000117", "SUP000119"]
    assert facts(read_rows(rows_of(head, codes, [1, 2, 3])), "supplier") == [None] * 3
