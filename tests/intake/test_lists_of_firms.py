"""Lists of suppliers: no parts, but the names behind vendor numbers."""

from pathlib import Path

import pytest

from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from desktop_app.model.reading import Reading
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts
from tests.workbooks.build import Rows, make_xlsx

ITEMS: Rows = [
    ["No.", "Description", "Base Unit of Measure", "Vendor No.", "Last Direct Cost"],
    ["70001", "Magnet, sintered NdFeB 40SH", "PCS", "V00010", 1.85],
    ["70003", "Hex nut M8 zinc", "PCS", "V00030", 0.03],
]
VENDORS: Rows = [
    ["No.", "Name", "Country/Region Code", "City"],
    ["V00010", "Ningbo Jinji Strong Magnetic", "CN", "Ningbo"],
    ["V00030", "Fabory", "NL", "Tilburg"],
]


def read(folder: Path, **lists: tuple[str, Rows]) -> Reading:
    return read_files(
        [
            make_xlsx(folder / f"{name}.xlsx", {sheet: rows})
            for name, (sheet, rows) in lists.items()
        ],
        silent,
    )


def test_vendors_are_no_parts_and_name_the_suppliers_of_parts(tmp_path: Path) -> None:
    """ "Ningbo Strong Magnetic" is a firm; taken for a part it would be a magnet."""
    reading = read(tmp_path, items=("Items", ITEMS), vendors=("Vendors", VENDORS))
    assert facts(reading, "part_number") == ["70001", "70003"]
    assert facts(reading, "supplier") == ["Ningbo Jinji Strong Magnetic", "Fabory"]
    assert reading.files[1].sheets[0].tables[0].rows.other == 2


def test_without_their_list_vendor_numbers_name_nobody(tmp_path: Path) -> None:
    assert facts(read(tmp_path, items=("Items", ITEMS)), "supplier") == [None, None]


@pytest.mark.parametrize(
    ("sheet", "rows"),
    [
        ("Lieferanten", [["Lieferantennummer", "Name", "Ort"], ["0000070001", "Magnet GmbH", "Bonn"]]),
        ("Tabelle1", [["Nr.", "Bezeichnung", "PLZ", "Telefon"], ["70001", "Magnet GmbH", "53111", "0228"]]),
        ("供应商档案", [["编码", "名称", "联系人", "地址"], ["001", "宁波磁材", "王", "宁波"]]),
    ],
)  # fmt: skip
def test_lists_of_firms_in_other_languages(tmp_path: Path, sheet: str, rows: Rows) -> None:
    assert len(read(tmp_path, firms=(sheet, rows)).parts) == 0


def test_a_list_of_parts_with_a_contact_stays_one(tmp_path: Path) -> None:
    rows: Rows = [
        ["Part number", "Description", "Quantity", "Contact", "E-mail"],
        ["A-1", "Magnet N42", 5, "Lee", "lee@firm.example"],
    ]
    assert facts(read(tmp_path, parts=("Vendors", rows)), "part_number") == ["A-1"]


@pytest.mark.parametrize(
    "heading",
    [
        ["Part number", "Description", "Supplier", "City", "ZIP code", "Country of origin"],
        ["Material", "Bezeichnung", "Lieferant", "Ort", "PLZ", "Land"],
    ],
)
def test_a_list_of_parts_with_the_addresses_of_its_suppliers_stays_one(
    tmp_path: Path, heading: list[str]
) -> None:
    rows: Rows = [
        heading,
        ["M-100", "Magnet NdFeB N42", "Ningbo Magnet", "Ningbo", "315000", "CN"],
        ["M-101", "Magnet N38EH", "Ningbo Magnet", "Ningbo", "315000", "CN"],
        ["S-1", "Hex screw M6", "Studio 3", "Tilburg", "5015", "NL"],
    ]
    assert facts(read(tmp_path, parts=("Sheet1", rows)), "part_number") == ["M-100", "M-101", "S-1"]


def test_persons_of_firms_with_addresses_are_no_parts(read_rows: ReadRows) -> None:
    """A record of offers named customers by their persons; these were read as parts."""
    heads = [
        "Quotation#",
        "Date of Issue",
        "Customer Rep",
        "Company",
        "Address",
        "Postal Code",
        "Email",
    ]
    rows = [
        [f"Quote_#{n}", "4/6/2021", who, firm, f"Street {n}", 7000 + n, f"{n}@firm.example"]
        for n, (who, firm) in enumerate([("John Doe", "JD Ltd"), ("Ann Roe", "RR Ltd"), ("Al Tan", "ITS Ltd")])
    ]  # fmt: skip
    assert len(read_rows([heads, *rows]).parts) == 0


@pytest.mark.parametrize("heading", ["全称", "Name"])
def test_the_full_names_of_firms_beside_them_describe_no_part(
    heading: str, read_rows: ReadRows
) -> None:
    """A bush of a firm that makes magnets is none."""
    firms = ["宁波科宁达永磁材料有限公司", "晋亿实业股份有限公司"] * 2
    rows = [[f"A-{n}", "轴套", n, firm[:4], firm] for n, firm in enumerate(firms, 1)]
    reading = read_rows([["编码", "名称", "数量", "供应商", heading], *rows])
    assert facts(reading, "description") == ["轴套"] * 4


def test_full_names_of_parts_beside_a_firm_describe_them(read_rows: ReadRows) -> None:
    names = ["烧结钕铁硼磁环", "不锈钢螺母", "无刷电机", "铜垫片"]
    rows = [[f"A-{n}", n, "晋亿实业股份有限公司", name] for n, name in enumerate(names, 1)]
    assert facts(read_rows([["编码", "数量", "供应商", "全称"], *rows]), "description") == names


def test_goods_whose_names_end_as_those_of_firms_are_described(read_rows: ReadRows) -> None:
    names = ["Motor SE", "Valve AS", "Pump SA", "Battery AG"]
    rows = [[f"A-{n}", n, "Bolt Ltd", name] for n, name in enumerate(names, 1)]
    reading = read_rows([["Part no", "Qty", "Supplier", "Description"], *rows])
    assert facts(reading, "description") == names
