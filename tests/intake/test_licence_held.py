"""A heading of delivery times may say whether they hold the export licence."""

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts


@pytest.mark.parametrize(
    ("heading", "holds"),
    [
        ("Lead time incl. export licence (days)", True), ("Lead time excl. licence", False),
        ("Lieferzeit inkl. Ausfuhrgenehmigung", True), ("Planlieferzeit ohne Exportlizenz", False),
        ("交货期（含出口许可证）", True), ("交货期（不含出口许可证）", False), ("Lead time (days)", None),
    ],
)  # fmt: skip
def test_the_heading_answers_for_every_row_with_a_time(
    read_rows: ReadRows, heading: str, holds: bool | None
) -> None:
    reading = read_rows([
        ["Part number", "Description", heading],
        ["P-1", "NdFeB magnet N42SH 20x10x5", 90],
        ["P-2", "NdFeB magnet N42SH 30x10x5", None],
    ])  # fmt: skip
    assert facts(reading, "lead_time_days") == [90, None]
    assert facts(reading, "lead_time_holds_licence") == [holds, None]
