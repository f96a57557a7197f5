"""A line of an order that was cancelled is no open order, whatever number stands there."""

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts

HEADS = ["PO number", "Part No", "Description", "Supplier", "Open qty"]


def still_open(read_rows: ReadRows, heading: str, status: str | None) -> list[object]:
    reading = read_rows([
        [*HEADS, heading], ["P1", "A-1", "Motor", "Acme", 10, "x"],
        ["P2", "A-2", "Servo", "Acme", 20, status], ["P3", "A-3", "Bolt", "Acme", 30, "x"],
    ])  # fmt: skip
    return facts(reading, "open_order_quantity")


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Status", "CANCELLED"),
        ("Line status", "Canceled 2026-11-02"),
        ("Bestellstatus", "storniert"),
        ("Statut", "Annulée"),
        ("Estado", "Cancelado"),
        ("Stato ordine", "annullato"),
        ("状态", "已取消"),
        ("ステータス", "キャンセル済み"),
        ("상태", "취소"),
    ],
)
def test_a_cancelled_line_is_no_open_order(heading: str, status: str, read_rows: ReadRows) -> None:
    assert still_open(read_rows, heading, status) == [10, 0, 30]


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Status", "partly cancelled"),
        ("Status", "not cancelled"),
        ("Status", "cancellation requested"),
        ("Status", "teilstorniert"),
        ("状态", "部分取消"),
        ("Status", "open"),
        ("Status", None),
        ("Previous offer", "cancelled"),
    ],
)
def test_a_line_that_may_still_come_stays_open(
    heading: str, status: str | None, read_rows: ReadRows
) -> None:
    assert still_open(read_rows, heading, status) == [10, 20, 30]


def test_what_is_left_of_an_order_is_cancelled_with_it(read_rows: ReadRows) -> None:
    reading = read_rows([
        ["PO number", "Part No", "Description", "Order qty", "Received qty", "Status"],
        ["P1", "A-1", "Motor", 10, 0, "Open"], ["P2", "A-2", "Servo", 20, 5, "Cancelled"],
        ["P3", "A-3", "Bolt", 30, 30, "Closed"],
    ])  # fmt: skip
    assert facts(reading, "open_order_quantity") == [10, 0, 0]
