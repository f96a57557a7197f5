"""Rows that add up or calculate below the parts are none; rows that only look so are."""

import pytest

from desktop_app.intake.totals import is_total
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, rows
from tests.workbooks.build import Rows

HEAD = ["Order", "Material", "Short Text", "Plant", "Qty", "Price"]
LINES = [["4501", "M-1", "Ring", "1000", 20, 1.5], ["4502", "M-1", "Ring", "1000", 30, 1.5]]


def test_a_number_repeated_with_the_sum_of_its_lines_is_a_sum(read_rows: ReadRows) -> None:
    other = ["4503", "M-2", "Brake", "1000", 6, 112]
    reading = read_rows([HEAD, *LINES, [None, "M-1", None, None, 50, None], other,
                         [None, "M-2", None, None, 6, None]])  # fmt: skip
    assert rows(reading) == [2, 3, 5]


def test_a_number_repeated_with_another_quantity_is_a_part(read_rows: ReadRows) -> None:
    assert rows(read_rows([HEAD, *LINES, [None, "M-1", None, None, 49, None]])) == [2, 3, 4]


def test_a_calculation_below_a_list_is_none_of_its_parts(read_rows: ReadRows) -> None:
    reading = read_rows([["No", "Part", "Qty", "Unit price"], [1, "Stator", 1, 4.2],
                         [2, "Packaging", 1, 0.4], [None, "Assembly labour", None, 8],
                         [None, "Overhead 12%", None, 1.5]])  # fmt: skip
    assert facts(reading, "description") == ["Stator", "Packaging"]


def test_a_part_without_a_quantity_above_a_calculation_is_a_part(read_rows: ReadRows) -> None:
    reading = read_rows([["No", "Part", "Qty", "Unit price"], [1, "Shaft", 1, 5],
                         [2, "Housing", 1, 5], [3, "Magnet NdFeB N42", None, 12],
                         [None, "Assembly", None, 8], [None, "Labour cost", None, 3]])  # fmt: skip
    assert facts(reading, "description") == ["Shaft", "Housing", "Magnet NdFeB N42"]


def test_a_part_may_be_called_like_a_charge(read_rows: ReadRows) -> None:
    reading = read_rows([["Part", "Qty"], ["Rail", 1], ["Carriage", 2]])
    assert facts(reading, "description") == ["Rail", "Carriage"]


@pytest.mark.parametrize(
    "text",
    ["合计金额（大写）：陆万", "合  计", "Suma produktów", "Итого:", "MwSt. 19 %", "Összesen:"],
)
def test_sums_of_many_languages(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize(
    "text", ["Summer tyre", "Totaliser", "Nettoyant", "合计算器", "Taxi meter"]
)
def test_words_that_only_begin_alike(text: str) -> None:
    assert not is_total(text)


@pytest.mark.parametrize(
    "text",
    ["Total 合计", "合计 Total", "Summe / Total", "TOTAL / SUMA", "총계 Total", "Totale materiali",
     "Summe Material", "Total materiales", "部品合計"],
)  # fmt: skip
def test_a_sum_in_two_languages_or_of_the_material_is_no_part(
    text: str, read_rows: ReadRows
) -> None:
    reading = read_rows([["No", "Part name", "Qty", "Unit price"], [1, "Stator", 2, 4.2],
                         [2, "Rotor", 2, 9], [None, text, None, 26.4]])  # fmt: skip
    assert facts(reading, "description") == ["Stator", "Rotor"]


@pytest.mark.parametrize(
    "text",
    ["Total station", "Total rotor", "Total material tester", "Totalisator", "Total Engineering"],
)
def test_a_name_that_begins_like_a_sum_is_none(text: str) -> None:
    assert not is_total(text)


STARRED: Rows = [
    ["*", "Ring magnet", 4, 3.0],
    [None, "Hex nut M3", 10, 0.1],
    ["*", "Motor 24 V", 2, 5.0],
]


@pytest.mark.parametrize("heading", ["*", "Urgent", "!"])
@pytest.mark.parametrize("first", [0, 1])
def test_asterisks_before_parts_that_sum_nothing_up_mark_them(
    read_rows: ReadRows, heading: str, first: int
) -> None:
    told = STARRED[first:]
    reading = read_rows([[heading, "Part", "Qty", "Price"], *told])
    assert facts(reading, "description") == [row[1] for row in told]


def test_asterisks_in_rows_that_say_less_are_sums_though_rows_were_filtered(
    read_rows: ReadRows,
) -> None:
    told = [[None, f"A-{n}", *row[1:]] for n, row in enumerate(STARRED)]
    reading = read_rows([[None, "No.", "Part", "Qty", "Price"], *told, ["*", "A-2", None, 99, 5]])
    assert facts(reading, "description") == [row[1] for row in STARRED]


@pytest.mark.parametrize("name", [None, "Mechanics"])
def test_asterisks_below_what_they_sum_up_are_sums(read_rows: ReadRows, name: str | None) -> None:
    told = [[None, *row[1:]] for row in STARRED]
    reading = read_rows([["*", "Part", "Qty", "Price"], *told, ["*", name, 16, None]])
    assert facts(reading, "description") == [row[1] for row in STARRED]


@pytest.mark.parametrize(("total", "parts"), [(50, 5), (49, 6)])
def test_a_grand_total_behind_subtotals_is_no_part(
    read_rows: ReadRows, total: float, parts: int
) -> None:
    told: Rows = [
        ["Item", "Group", "Qty", "Unit price", "Cost"],
        ["Magnet", "A", 2, 5, 10], ["Nut", "A", 10, 1, 10], ["Bolt", "A", 10, 1, 10],
        ["Total", "A", None, None, 30],
        ["Fan", "B", 2, 4, 8], ["Belt", "B", 3, 4, 12],
        ["Total", "B", None, None, 20],
        ["Grand", "Total", None, None, total],
    ]  # fmt: skip
    assert len(read_rows(told).parts) == parts
