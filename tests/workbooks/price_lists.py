"""The kinds of sheets that a supplier's price list or an export comes in, each as small as it can be.

They are those that the purpose of intake names: headings of several lines, tables beside and below one another,
what is hidden, sums, pages, levels of a bill, and cells whose value is not what a spreadsheet made of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tests.workbooks.build import make_xlsx

Rows = list[list[Any]]
HEAD: list[Any] = ["Part number", "Description", "Quantity", "Unit price", "Supplier"]
RING: list[Any] = ["MG-10", "Ring magnet N42SH", 4, 12.5, "Jiaxing Cixin Magnet Co., Ltd."]
MOTOR: list[Any] = ["MT-20", "Servo motor 400 W", 1, 210, "Tamura Drives Ltd"]
NUT: list[Any] = ["NU-30", "Hex nut M8", 12, 0.04, "Feldmann GmbH"]


def _nothing(book: Workbook) -> None:
    """Most sheets are as their rows say."""


@dataclass(frozen=True)
class PriceList:
    """``sheets``: name to rows; ``change``: merges and hides. What must be read of it: ``facts`` of all parts
    in their order; ``marks``: numbers of parts to a mark; ``kinds``: how many rows are no parts, by kind."""

    name: str
    sheets: Mapping[str, Rows]
    facts: Mapping[str, list[Any]]
    change: Callable[[Workbook], None] = _nothing
    marks: Mapping[int, str] = field(default_factory=dict)
    kinds: Mapping[str, int] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        return make_xlsx(folder / "list.xlsx", self.sheets, self.change)


def _hide(book: Workbook) -> None:
    sheet = book["Parts"]
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["D"].hidden = True


def _hide_sheet(book: Workbook) -> None:
    book["Old"].sheet_state = "hidden"


def _merge(*ranges: str) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        for said in ranges:
            book.worksheets[0].merge_cells(said)

    return change


def _texts(heads: list[Any], *rows: list[Any]) -> dict[str, Rows]:
    return {"Parts": [["Part number", "Description", *heads], *(
        [f"P-{n}", "Ring magnet", *row] for n, row in enumerate(rows)
    )]}  # fmt: skip


NUMBERS: dict[str, list[Any]] = {
    "part_number": ["MG-10", "MT-20", "NU-30"],
    "quantity": [4.0, 1.0, 12.0],
}
PRICE_LISTS = [
    PriceList(
        "titles and notes above and below",
        {"Parts": [
            ["Price list of magnets and drives"], ["Valid from 2 November 2026"], [],
            HEAD, RING, MOTOR, NUT, [], ["Prices without tax, ex works"], ["Signed: A. Roth"],
        ]},
        NUMBERS, kinds={"other": 2},
    ),
    PriceList(
        "headings of two lines, merged",
        {"Parts": [
            ["Part", None, "Order", None, "Supplier"],
            ["Number", "Name", "Quantity", "Unit price", None], RING, MOTOR, NUT,
        ]},
        NUMBERS | {"unit_price": [12.5, 210.0, 0.04], "supplier": [RING[4], MOTOR[4], NUT[4]]},
        _merge("A1:B1", "C1:D1", "E1:E2"),
    ),
    PriceList(
        "units below the headings",
        {"Parts": [
            ["Part number", "Description", "Annual demand", "Unit price", "Lead time", "Weight"],
            [None, None, "pcs", "EUR", "weeks", "g"],
            ["MG-10", "Ring magnet", 1200, 12.5, 6, 38], ["MT-20", "Servo motor", 40, 210, 9, 1400],
        ]},
        {"annual_quantity": [1200.0, 40.0], "currency": ["EUR", "EUR"],
         "lead_time_days": [42.0, 63.0], "unit_mass_g": [38.0, 1400.0]},
    ),
    PriceList(
        "tables beside one another",
        {"Parts": [
            [*HEAD[:3], None, *HEAD[:3]], [*RING[:3], None, *NUT[:3]], [*MOTOR[:3]],
        ]},
        NUMBERS,
    ),
    PriceList(
        "tables below one another",
        {"Parts": [
            ["Magnets"], HEAD[:4], RING[:4], [], ["Drives"],
            ["Item no.", "Item name", "Qty", "Price"], MOTOR[:4], NUT[:4],
        ]},
        NUMBERS | {"unit_price": [12.5, 210.0, 0.04]},
    ),
    PriceList(
        "sheets that are no list of parts",
        {"Terms": [["Delivery", "free carrier Ningbo"], ["Payment", "30 days"]],
         "Parts": [HEAD, RING, MOTOR, NUT],
         "Contacts": [["Name", "Phone"], ["Li Wei", "+86 573 8211"]]},
        NUMBERS,
    ),
    PriceList(
        "hidden rows and columns",
        {"Parts": [HEAD, RING, MOTOR, NUT]}, NUMBERS | {"unit_price": [12.5, 210.0, 0.04]}, _hide,
        marks={1: "hidden row"},
    ),
    PriceList(
        "a hidden sheet",
        {"Parts": [HEAD, RING], "Old": [HEAD, MOTOR]},
        {"part_number": ["MG-10", "MT-20"]}, _hide_sheet, marks={1: "hidden sheet"},
    ),
    PriceList(
        "sections with their sums",
        {"Parts": [
            HEAD, ["Magnetics"], RING, MOTOR, [None, "Subtotal", None, 222.5], ["Fasteners"], NUT,
            [None, "Subtotal", None, 0.04], [None, "Grand total", None, 222.54],
        ]},
        NUMBERS | {"section": ["Magnetics", "Magnetics", "Fasteners"]}, kinds={"total": 3, "other": 2},
    ),
    PriceList(
        "the headings again on each page",
        {"Parts": [HEAD, RING, HEAD, MOTOR, ["Page 2 of 3"], HEAD, NUT]}, NUMBERS, kinds={"other": 3},
    ),
    PriceList(
        "indented levels of a bill",
        {"Parts": [
            ["Level", "Component", "Description", "Quantity"], ["1", "AS-1", "Rotor assembly", 1],
            [".2", "MG-10", "Ring magnet", 4], [".2", "SH-11", "Shaft", 1], ["1", "NU-30", "Hex nut", 12],
        ]},
        {"part_number": ["AS-1", "MG-10", "SH-11", "NU-30"], "quantity": [1.0, 4.0, 1.0, 12.0]},
        marks={0: "assembly"},
    ),
    PriceList(
        "commas, signs and currencies in the cells",
        _texts(["Price", "Stock"], ["1.234,50 €", "40"], ["12,40 €", "12-"], ["€ 0,05", "1.200"]),
        {"unit_price": [1234.5, 12.4, 0.05], "currency": ["EUR"] * 3, "stock_on_hand": [40.0, -12.0, 1200.0]},
    ),
    PriceList(
        "prices for many pieces",
        _texts(["Net price", "Price unit", "Currency"], [150, 100, "EUR"], [2, 1, "USD"]),
        {"unit_price": [1.5, 2.0], "currency": ["EUR", "USD"]},
    ),
    PriceList(
        "numbers of parts with noughts in front",
        {"Parts": [["Material", "Description", "Quantity"], ["000000000010004711", "Ring magnet", 4],
                   ["000000000010004712", "Shaft", 1]]},
        {"part_number": ["000000000010004711", "000000000010004712"]},
    ),
    PriceList(
        "substances that became days",
        {"Parts": [["Part number", "Description", "CAS number", "Mass %"],
                   ["MG-10", "Ring magnet", date(7440, 1, 9), 30],
                   ["MG-11", "Ring magnet", "7440-27-9", 2]]},
        {"cas_number": ["7440-01-9", "7440-27-9"]},
    ),
    PriceList(
        "countries in words of the trade",
        _texts(["Country of origin"], ["P.R.C."], ["VR China"], ["中国"], ["CN/JP"], ["Deutschland"]),
        {"country_of_origin": ["CN", "CN", "CN", "CN;JP", "DE"]},
    ),
    PriceList(
        "customs numbers and times in words",
        _texts(
            ["HS code", "Lead time"],
            ["8505.11.10", "6 Wo."], ["8505 11 00 00", "45 days"], ["850511", "3-6 weeks"],
        ),
        {"hs_code": ["85051110", "8505110000", "850511"], "lead_time_days": [42.0, 45.0, 42.0]},
    ),
    PriceList(
        "signs of full width",
        {"Parts": [["品番", "品名", "数量", "単価"], ["ＭＧ－１０", "リング磁石", "４", "１２．５"]]},
        {"quantity": [4.0], "unit_price": [12.5]},
    ),
]  # fmt: skip
"""A price list of each kind."""
