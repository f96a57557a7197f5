"""Rows that add up or calculate below the parts are none; rows that only look so are."""

import pytest

from desktop_app.intake.totals import is_total
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, rows

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
