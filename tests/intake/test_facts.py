"""Facts come out in one unit, one currency code and one calendar; what is unclear stays missing."""

from datetime import date
from typing import Any

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import codes, facts, only_table


def read(read_rows: ReadRows, heading: str, cells: list[Any], *more: tuple[str, list[Any]]) -> Any:
    """A list of parts with one column under test and others beside it."""
    columns = [
        ("Part Number", [f"P-{n}" for n in range(len(cells))]),
        ("Description", [f"Ring magnet {n}" for n in range(len(cells))]),
        (heading, cells),
        *more,
    ]
    rows = [[c[0] for c in columns], *map(list, zip(*(c[1] for c in columns), strict=True))]
    return read_rows(rows)


def test_part_numbers_keep_their_zeros_and_lose_the_point(read_rows: ReadRows) -> None:
    rows = [
        ["Part Number", "Description"],
        ["000471", "Ring"],
        [10004711.0, "Disc"],
        ["1E5", "Cap"],
    ]
    assert facts(read_rows(rows), "part_number") == ["000471", "10004711", "1E5"]


def test_german_prices_are_read_per_column_and_per_hundred(read_rows: ReadRows) -> None:
    reading = read(
        read_rows, "Nettopreis", ["1.234,50", "29.500", "1,85-"],
        ("Preiseinheit", [100, 1000, 1]), ("Währung", ["EUR", "EUR", "CHF"]),
    )  # fmt: skip
    assert facts(reading, "unit_price") == [12.345, 29.5, -1.85]
    assert facts(reading, "currency") == ["EUR", "EUR", "CHF"]


@pytest.mark.parametrize(
    ("heading", "each"), [("Price per 100 pcs", 0.02), ("Preis je 1.000", 0.002)]
)
def test_a_price_unit_in_the_heading_counts(read_rows: ReadRows, heading: str, each: float) -> None:
    assert facts(read(read_rows, heading, [2.0, 2.0]), "unit_price") == [each, each]


def test_the_currency_stands_in_the_cell_or_the_heading(read_rows: ReadRows) -> None:
    assert facts(read(read_rows, "Price (USD)", [1.0, 2.5]), "currency") == ["USD", "USD"]
    mixed = read(read_rows, "Unit Price", ["€ 1.50", "$2.50", "3.00"])
    assert facts(mixed, "currency") == ["EUR", "USD", None]
    assert facts(mixed, "unit_price") == [1.5, 2.5, 3.0]


def test_a_blank_currency_is_taken_from_beside_the_price(read_rows: ReadRows) -> None:
    reading = read(
        read_rows, "Unit Price", ["0.10 €", "2.50", "$3.00"], ("Currency", [None, None, "CHF"])
    )
    assert facts(reading, "currency") == ["EUR", None, "CHF"]


def test_the_sign_of_yen_and_yuan_is_read_in_the_language_of_the_list(
    read_rows: ReadRows,
) -> None:
    japanese = [["品番", "品名", "単価"], ["X-1", "マグネット", "¥120"], ["X-2", "ねじ", "¥3"]]
    chinese = [["物料编码", "物料名称", "单价"], ["X-1", "磁钢", "¥120"], ["X-2", "螺丝", "¥3"]]
    english = [["Part Number", "Description", "Unit Price"], ["X-1", "Magnet", "¥120"]]
    found = [facts(read_rows(rows), "currency")[0] for rows in (japanese, chinese, english)]
    assert found == ["JPY", "CNY", None]


def test_lone_groups_stay_missing_and_it_is_said(read_rows: ReadRows) -> None:
    reading = read(read_rows, "Annual Quantity", ["1.234", "2.500"])
    assert facts(reading, "annual_quantity") == [None, None]
    assert reading.parts.unreadable == {0: ("annual_quantity",), 1: ("annual_quantity",)}
    assert "W_AMBIGUOUS_NUMBER" in codes(reading)


def test_the_other_columns_tell_how_the_list_writes_numbers(read_rows: ReadRows) -> None:
    reading = read(read_rows, "Jahresbedarf", ["1.234", "2.500"], ("Preis", ["0,50", "1,20"]))
    assert facts(reading, "annual_quantity") == [1234, 2500]


@pytest.mark.parametrize(
    ("heading", "cells", "grams"),
    [
        ("Unit weight [kg]", [0.5, 2], [500, 2000]), ("Gewicht (g)", [12, 13], [12, 13]),
        ("Weight", ["1,5 kg", "20 g"], [1500, 20]), ("单重(克)", [8, 9], [8, 9]),
        ("Weight", [5, 6], [None, None]),
    ],
)  # fmt: skip
def test_masses_are_grams_of_one_piece(
    read_rows: ReadRows, heading: str, cells: list[Any], grams: list[Any]
) -> None:
    assert facts(read(read_rows, heading, cells), "unit_mass_g") == grams


def test_the_unit_of_mass_may_stand_in_its_own_column(read_rows: ReadRows) -> None:
    reading = read(read_rows, "Net Weight", [2, 3], ("Weight Unit", ["KG", "G"]))
    assert facts(reading, "unit_mass_g") == [2000, 3]


def test_what_is_bought_by_the_kilogram_weighs_a_kilogram(read_rows: ReadRows) -> None:
    reading = read(read_rows, "UoM", ["KG", "pcs"])
    assert facts(reading, "unit_mass_g") == [1000, None]


@pytest.mark.parametrize(
    ("heading", "cells", "days"),
    [
        ("Lead Time (weeks)", [6, 8], [42, 56]), ("Lieferzeit", ["10 Wochen", "30 Tage"], [70, 30]),
        ("Lead Time (working days)", [10, 5], [14, 7]), ("交货期(天)", [35, 40], [35, 40]),
        ("Planlieferzeit", [30, 12], [30, 12]), ("Lead Time", [12, 16], [None, None]),
        ("Lead Time", [90, 16], [90, 16]), ("Lead Time", ["2W", "10 days"], [14, 10]),
        ("Lead Time (weeks)", ["6-8", 4], [56, 28]),
    ],
)  # fmt: skip
def test_lead_times_are_calendar_days(
    read_rows: ReadRows, heading: str, cells: list[Any], days: list[Any]
) -> None:
    assert facts(read(read_rows, heading, cells), "lead_time_days") == days


def test_yearly_quantity_needs_a_period(read_rows: ReadRows) -> None:
    assert facts(read(read_rows, "Quantity", [5, 6]), "annual_quantity") == [None, None]
    assert facts(read(read_rows, "Monthly Usage", [5, 6]), "annual_quantity") == [60, 72]
    assert facts(read(read_rows, "Daily Usage", [5, 6]), "annual_quantity") == [1825, 2190]


@pytest.mark.parametrize(
    ("heading", "a_year"),
    [
        ("Demand per week", 365 / 7), ("Wochenbedarf", 365 / 7), ("周用量", 365 / 7),
        ("Quarterly consumption", 4), ("Verbrauch pro Quartal", 4),
        ("Consumption per working day", 365 * 5 / 7), ("Verbrauch pro Arbeitstag", 365 * 5 / 7),
        ("Bedarf je Tag", 365),
    ],
)  # fmt: skip
def test_consumption_of_a_week_a_quarter_or_a_working_day_is_yearly(
    read_rows: ReadRows, heading: str, a_year: float
) -> None:
    found = facts(read(read_rows, heading, [70, 700]), "annual_quantity")
    assert found == pytest.approx([70 * a_year, 700 * a_year])


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("Stock as of 2026-10-31", date(2026, 10, 31)), ("Bestand per 31.10.2026", date(2026, 10, 31)),
        ("Stock on hand (31 Oct 2026)", date(2026, 10, 31)), ("库存 2026-10-31", date(2026, 10, 31)),
        ("Stock at 03/04/2026", None), ("Stock", None),
    ],
)  # fmt: skip
def test_the_day_of_a_stock_may_stand_in_its_heading(
    read_rows: ReadRows, heading: str, day: date | None
) -> None:
    reading = read(read_rows, heading, [600, 20])
    assert facts(reading, "stock_on_hand") == [600, 20]
    assert facts(reading, "stock_date") == [day, day]


def test_the_day_of_a_stock_may_have_a_column(read_rows: ReadRows) -> None:
    reading = read(read_rows, "Stock", [600, 20], ("Stock date", ["2026-10-01", None]))
    assert facts(reading, "stock_date") == [date(2026, 10, 1), None]


def test_yearly_spend_is_reckoned_where_it_is_not_given(read_rows: ReadRows) -> None:
    reading = read(
        read_rows, "Annual Quantity", [100, 200], ("Unit Price", [2.0, 3.0]),
        ("Annual Spend", [None, 650]),
    )  # fmt: skip
    assert facts(reading, "annual_spend") == [200, 650]


def test_leaving_china_is_known_only_where_a_column_says_from_where(read_rows: ReadRows) -> None:
    ships = read(read_rows, "Dispatch country", ["China", "NL", "somewhere", None, "CN"])
    assert facts(ships, "leaves_china") == [True, False, None, None, True]
    origin = read(read_rows, "Country of Origin", ["China", "NL"])
    assert facts(origin, "leaves_china") == [None, None]


def test_several_countries_in_one_cell_are_kept_as_several(read_rows: ReadRows) -> None:
    reading = read(read_rows, "Country of Origin", ["CN/DE", "China", "Japan"])
    assert facts(reading, "country_of_origin") == ["CN;DE", "CN", "JP"]


def test_shares_without_a_clear_sign_stay_missing(read_rows: ReadRows) -> None:
    clear = read(read_rows, "Share of Chinese rare-earth value %", [12.5, 0.1, 3])
    assert facts(clear, "cn_value_share") == [12.5, 0.1, 3]
    doubtful = read(read_rows, "CN value share %", ["0,1 %", 0.001, "< 0.1%", "1000 ppm", 0.5])
    found = facts(doubtful, "cn_value_share")
    assert found == [0.1, None, None, pytest.approx(0.1), None]
    assert "W_AMBIGUOUS_NUMBER" in codes(doubtful)


def test_a_heading_of_an_element_says_what_the_share_is_of(read_rows: ReadRows) -> None:
    reading = read(read_rows, "Dy [wt%]", [4.1, 0.0])
    assert facts(reading, "substance") == ["Dy", "Dy"]
    assert facts(reading, "substance_percent") == [4.1, 0.0]


def test_customs_numbers_are_digits_as_text(read_rows: ReadRows) -> None:
    reading = read(read_rows, "HS Code", ["8505.11.10", 85051110.0, "0901.21", "none"])
    assert facts(reading, "hs_code") == ["85051110", "85051110", "090121", None]


def test_a_cell_merged_over_rows_speaks_for_each(read_rows: ReadRows) -> None:
    def merge(book: Any) -> None:
        book["Parts"].merge_cells("C2:C4")

    rows = [
        ["Part Number", "Description", "Supplier"],
        ["A-1", "Ring", "ACME Ltd"], ["A-2", "Disc", None], ["A-3", "Bar", None],
        ["A-4", "Cube", None],
    ]  # fmt: skip
    reading = read_rows(rows, merge)
    assert facts(reading, "supplier") == ["ACME Ltd", "ACME Ltd", "ACME Ltd", None]
    assert "W_MERGED_FILL" in codes(reading)


def test_the_total_below_a_heading_of_stock_is_the_stock(read_rows: ReadRows) -> None:
    def merge(book: Any) -> None:
        book["Parts"].merge_cells("C1:E1")

    rows = [
        ["品目コード", "品名", "在庫数量", None, None, "単価（円）"],
        [None, None, "第一倉庫", "第二倉庫", "合計", None],
        ["A-001", "フェライト磁石", 400, 250, 650, 28],
        ["A-002", "ステッピングモータ", 12, 3, 15, 5800],
    ]  # fmt: skip
    reading = read_rows(rows, merge)
    assert facts(reading, "stock_on_hand") == [650, 15]


def test_a_line_under_a_part_merged_with_its_quantity_is_no_part_of_its_own(
    read_rows: ReadRows,
) -> None:
    def merge(book: Any) -> None:
        for area in ("A2:A3", "B2:B3", "C2:C3", "A4:A5", "B4:B5"):
            book["Parts"].merge_cells(area)

    rows = [
        ["Part Number", "Description", "Qty", "Delivered", "Supplier"],
        ["A-1", "Ring", 4, 3, "ACME"], [None, None, None, "in June", None],
        ["A-2", "Disc", 2, 2, "ACME"], [None, None, 9, 9, "Other Ltd"],
        ["A-3", "Bar", 1, 1, "ACME"],
    ]  # fmt: skip
    reading = read_rows(rows, merge)
    assert facts(reading, "part_number") == ["A-1", "A-2", "A-2", "A-3"]
    assert facts(reading, "quantity") == [4, 2, 9, 1]
    assert only_table(reading).rows.other == 1


def test_the_price_of_an_ordered_quantity_says_from_which_column_it_comes(
    read_rows: ReadRows,
) -> None:
    reading = read_rows(
        [
            ["Part Number", "Description", "Qty", "1+", "100+", "1000+"],
            ["A-1", "Ring", 250, 3.0, 2.0, 1.0],
            ["A-2", "Disc", 20, 6.0, 5.0, 4.0],
        ]
    )
    assert facts(reading, "unit_price") == [2.0, 6.0]
    assert reading.parts.provenance[0]["unit_price"].column == 5
    assert 1 not in reading.parts.provenance


def test_a_price_by_the_kilogram_is_not_multiplied_with_pieces(read_rows: ReadRows) -> None:
    pieces = read(read_rows, "Price (USD/kg)", [60.0], ("Annual Quantity", [100]))
    assert facts(pieces, "unit_price") == [60]
    assert facts(pieces, "annual_spend") == [None]
    kilograms = read(
        read_rows, "Price (USD/kg)", [60.0], ("Annual Quantity", [100]), ("Unit", ["kg"])
    )
    assert facts(kilograms, "annual_spend") == [6000]


def test_numbers_that_the_spreadsheet_spoilt_are_marked(read_rows: ReadRows) -> None:
    rows: list[list[Any]] = [["Part number", "Description"], ["4711-A", "Magnet"]]
    rows += [[date(2026, 3, 1), "Screw"], ["1.23E+11", "Nut"], [12345678901234567.0, "Washer"]]
    reading = read_rows(rows)
    marked = [reading.parts.marks.get(part, ()) for part in range(4)]
    assert marked == [(), *[("number converted",)] * 3]
    (issue,) = [i for i in reading.files[0].issues if i.code == "W_KEY_LOOKS_CONVERTED"]
    assert (issue.row, issue.column) == (3, 1)


@pytest.mark.parametrize("said", ["6 Wo.", "42 d", "30 WD", "6W"])
def test_lead_times_in_the_words_of_the_trade(read_rows: ReadRows, said: str) -> None:
    rows = [["Part number", "Description", "Lead time"], ["A", "Magnet", said]]
    assert facts(read_rows(rows), "lead_time_days") == [42]


def test_a_margin_may_be_in_another_currency_than_its_row(read_rows: ReadRows) -> None:
    """Who buys in dollars may earn in euros; without a rate the reckoning leaves such a margin out."""
    reading = read(
        read_rows, "Margin per day (EUR)", [8000, 500, None],
        ("Unit Price", [22.4, 1.5, 3.0]), ("Currency", ["USD", "EUR", "USD"]),
    )  # fmt: skip
    assert facts(reading, "margin_per_day") == [8000.0, 500.0, None]
    assert facts(reading, "margin_currency") == ["EUR", "EUR", None]
    assert facts(reading, "currency") == ["USD", "EUR", "USD"]


def test_a_margin_without_a_currency_is_in_none_of_several(read_rows: ReadRows) -> None:
    """1,000 beside prices in yuan would be an eighth of what is meant."""
    prices: list[tuple[str, list[Any]]] = [
        ("Unit Price", [12.0, 1.5, 3.0]), ("Currency", ["CNY", "EUR", "EUR"]),
    ]  # fmt: skip
    reading = read(read_rows, "Margin per day", [1000, 500, None], *prices)
    assert facts(reading, "margin_currency") == [None, None, None]
    assert codes(reading).count("W_NO_CURRENCY") == 1
    one = [prices[0], ("Currency", ["EUR"] * 3)]
    reading = read(read_rows, "Margin per day", [1000, 500, None], *one)
    assert facts(reading, "margin_per_day") == [1000.0, 500.0, None]
    assert facts(reading, "margin_currency") == ["EUR", "EUR", None]
    assert codes(reading).count("W_NO_CURRENCY") == 0


@pytest.mark.parametrize("price", ["Unit price (EUR)", "Unit price"])
def test_a_currency_named_with_the_price_says_nothing_of_the_margin(
    read_rows: ReadRows, price: str
) -> None:
    reading = read(read_rows, "Margin per day", [1000], (price, [12.0]))
    assert facts(reading, "margin_currency") == [None]
    assert facts(reading, "unit_price") == [12.0]
    assert codes(reading).count("W_NO_CURRENCY") == 1


def test_money_alone_names_the_currency_of_its_row(read_rows: ReadRows) -> None:
    reading = read(read_rows, "Margin per day", ["8000 EUR", "9000 USD", "700"])
    assert facts(reading, "currency") == ["EUR", "USD", None]
    assert facts(reading, "margin_per_day") == [8000.0, 9000.0, 700.0]
    assert facts(reading, "margin_currency") == ["EUR", "USD", None]
    assert codes(reading).count("W_NO_CURRENCY") == 1
