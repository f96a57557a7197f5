"""Rows with one text and nothing else: parts by their size, and headings of the rows below without one."""

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts


@pytest.mark.parametrize(
    "text",
    ["Nema 23 stepper motor", "12V gear motor", "24 V blower", "5mmアクリル板", "57步进电机24V", "喇叭4欧",
     "M3x10 screws"],
)  # fmt: skip
def test_a_lone_name_with_a_size_between_counted_parts_is_a_part(
    read_rows: ReadRows, text: str
) -> None:
    reading = read_rows([
        ["Item", "Qty", "Price"], ["Controller board", 1, 20], [text], ["Timing belt", 2, 5],
        ["Ball bearing", 4, 1], ["Cable", 1, 2],
    ])  # fmt: skip
    assert text in facts(reading, "description")


@pytest.mark.parametrize(
    "text",
    ["Electronics", "1. Mechanics", "2 Power supply 24V", "3.1 Drives 230 V", "机械部分", "駆動部", "Module A1"],
)  # fmt: skip
def test_a_lone_heading_between_counted_parts_is_none(read_rows: ReadRows, text: str) -> None:
    reading = read_rows([
        ["Item", "Qty", "Price"], ["Controller board", 1, 20], [text], ["Timing belt", 2, 5],
        ["Ball bearing", 4, 1], ["Cable", 1, 2],
    ])  # fmt: skip
    assert text not in facts(reading, "description")
    assert len(reading.parts) == 4
