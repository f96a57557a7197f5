"""Stock of one column of which some may not be used, as the column beside it says."""

from typing import Any

import pytest

from desktop_app.intake.stock_states import is_not_there
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts


@pytest.mark.parametrize(
    "said",
    ["Gesperrt", "WH/Scrap", "不良品仓", "Blocked - quality", "Quarantine 2", "冻结", "Virtual Locations/Scrap",
     "Partner Locations/Customers", "In Prüfung"],
)  # fmt: skip
def test_such_stock_may_not_be_used(said: str) -> None:
    assert is_not_there(said)


@pytest.mark.parametrize(
    "said",
    ["WH/Stock", "Available", "可用", "原材料仓", "Hauptlager", "0001", 1.0, None, "Holding Rd. 5", "Released"],
)  # fmt: skip
def test_other_stock_may(said: str | float | None) -> None:
    assert not is_not_there(said)


@pytest.mark.parametrize(
    ("heading", "free", "kept"),
    [
        ("库存状态", "可用", "不良"),
        ("Warehouse", "Main", "Quarantine"),
        ("Bestandsart", "frei", "gesperrt"),
    ],
)
def test_it_is_counted_as_blocked(read_rows: ReadRows, heading: str, free: str, kept: str) -> None:
    reading = read_rows(
        [
            ["Part number", "Description", heading, "Stock on hand"],
            ["M1", "Magnet N42", free, 300],
            ["M1", "Magnet N42", kept, 80],
            ["M2", "Magnet N35", kept, None],
        ]
    )
    assert facts(reading, "stock_on_hand") == [300, 0, None]
    assert facts(reading, "stock_blocked") == [None, 80, None]


def test_stock_for_a_project_is_marked_where_other_stock_is_free(read_rows: ReadRows) -> None:
    heading = ["Artikel", "Bezeichnung", "Lagerbestand", "Projekt/Kunde"]
    free = ["4001", "Elektromotor PM", 12, None]
    kept = ["4001", "Elektromotor PM", 6, "P-2026-14 Müller"]
    assert facts(read_rows([heading, free, kept]), "special_stock") == [None, "project"]
    other = ["4002", "Encoder", 5, "P-2026-15"]
    assert facts(read_rows([heading, kept, other]), "special_stock") == [None, None]


def test_what_is_there_less_what_is_blocked_may_be_used(read_rows: ReadRows) -> None:
    heading = ["存货编码", "存货名称", "现存数量", "可用数量", "冻结数量"]
    reading = read_rows([heading, ["M1", "磁钢", 8600, 8000, 600], ["M2", "铝壳", 3000, 3000, 0]])
    assert facts(reading, "stock_on_hand") == [8000, 3000]
    assert facts(reading, "stock_blocked") == [600, 0]
    other = read_rows([heading, ["M1", "磁钢", 8600, 7000, 600], ["M2", "铝壳", 3000, 3000, 0]])
    assert facts(other, "stock_on_hand") == [8600, 3000]


def test_the_letter_of_special_stock_is_known_under_s_and_a_number_says_it_is_not_everybodys(
    read_rows: ReadRows,
) -> None:
    """Columns of SAP's MB52: six boxes for the order of a customer counted as ours."""
    rows: list[list[Any]] = [
        ["Material", "S", "Special Stock Number", "Unrestricted"],
        ["M-1", "E", "4711/10", 600], ["M-1", None, None, 350], ["M-1", "K", "100042", 100],
    ]  # fmt: skip
    assert facts(read_rows(rows), "special_stock") == ["E", None, "K"]
    bare = [[row[0], row[2], row[3]] for row in rows]
    assert facts(read_rows(bare), "special_stock") == ["project", None, "project"]


@pytest.mark.parametrize(
    ("headings", "cells", "free"),
    [
        (("Total stock", "Unrestricted", "In quality inspection"), (700, 600, 100), 600.0),
        (("Total stock", "of which blocked"), (600, 100), 500.0),
        (("Gesamtbestand", "davon gesperrt"), (600, 0), 600.0),
        (("Stock on hand", "Blocked stock"), (600, 100), 600.0),
    ],
)
def test_of_a_total_what_is_free_may_be_used(
    read_rows: ReadRows, headings: tuple[str, ...], cells: tuple[int, ...], free: float
) -> None:
    """What lay in inspection counted, and put the line stop off by days."""
    rows: list[list[Any]] = [
        ["Part number", "Description", *headings],
        ["P-1", "NdFeB magnet N42SH 20x10x5", *cells], ["P-2", "NdFeB magnet N42SH 30x10x5", *cells],
    ]  # fmt: skip
    assert facts(read_rows(rows), "stock_on_hand") == [free, free]


@pytest.mark.parametrize(
    ("state", "coming", "ordered"),
    [("not cleared, Shanghai", 0.0, 150.0), ("cleared", 150.0, None), (None, 150.0, None)],
)
def test_goods_that_have_not_cleared_export_are_on_order_only(
    read_rows: ReadRows, state: str | None, coming: float, ordered: float | None
) -> None:
    rows: list[list[Any]] = [
        ["Part number", "Description", "Stock on hand", "In transit", "Customs status"],
        ["P-1", "NdFeB magnet N42SH 20x10x5", 600, 150, state],
        ["P-2", "NdFeB magnet N42SH 30x10x5", 600, 150, "cleared"],
    ]
    found = read_rows(rows)
    assert facts(found, "in_transit")[0] == coming
    assert facts(found, "open_order_quantity")[0] == ordered


@pytest.mark.parametrize(
    "place",
    ["Store QC", "Quality control", "Returns", "QS-Lager", "Retouren", "Sperre", "质检仓", "退货仓", "不合格品",
     "検査待ち", "반품", "Contrôle qualité", "Devoluciones", "nicht freigegeben"],
)  # fmt: skip
def test_what_is_inspected_or_came_back_is_not_free(place: str) -> None:
    assert is_not_there(place)


@pytest.mark.parametrize(
    "place",
    ["Main", "FG01", "0001", "QC passed", "QC released", "检验合格", "合格品仓", "検査済", "Equipment",
     "freigegeben QS", "Returnable packaging store", "Rohstofflager"],
)  # fmt: skip
def test_what_passed_its_inspection_is_free(place: str) -> None:
    assert not is_not_there(place)


def test_a_state_names_no_part_where_no_column_describes_them(read_rows: ReadRows) -> None:
    reading = read_rows([
        ["Part number", "Stock type", "Stock", "Annual demand"],
        ["N42SH 20x10x5", "Unrestricted", 100, 3650],
        ["N42SH 30x10x5", "Quality inspection", 50, 3650],
        ["N52 20x10x5", "Blocked", 30, 3650],
    ])  # fmt: skip
    assert facts(reading, "description") == [None, None, None]
    assert facts(reading, "stock_on_hand") == [100, 0, 0]
