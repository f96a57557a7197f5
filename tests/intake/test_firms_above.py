"""Whose offer a list is without a label, and rows that only name a further supplier."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.intake.firms_above import firm_in
from tests.intake.joined import counted, joining
from tests.intake.looking import facts
from tests.workbooks.build import Rows

OFFER: Rows = [
    ["Ihre Artikelnr.", "Artikel", "Preis EUR/Stk", "Lieferzeit"],
    ["21-0601", "SmCo 24x8x4", 4.1, "10 Wochen"],
    ["21-0602", "SmCo 30x8x4", 5.1, "10 Wochen"],
]


@pytest.mark.parametrize(
    ("line", "firm"),
    [
        ("Kobaltmagnet Sachsen GmbH", "Kobaltmagnet Sachsen GmbH"),
        ("MS-Plast GmbH & Co. KG, Preisliste 2026", "MS-Plast GmbH & Co. KG"),
        ("NSB BEARINGS CO., LTD - price list", "NSB BEARINGS CO., LTD"),
        ("东阳市华磁磁钢有限公司", "东阳市华磁磁钢有限公司"), ("株式会社東海", "株式会社東海"),
        ("Price list as of 2026", ""), ("Preisliste gültig ab 01.01.2026", ""), ("Magnets", ""),
    ],
)  # fmt: skip
def test_a_line_begins_with_a_firm_up_to_its_legal_form(line: str, firm: str) -> None:
    assert firm_in(line) == firm


def test_the_firm_above_an_offer_sells_its_parts(tmp_path: Path) -> None:
    join = joining(tmp_path)
    found = join(offer=[["Kobaltmagnet Sachsen GmbH"], ["Preisliste 2026"], [], *OFFER])
    assert facts(found, "supplier") == ["Kobaltmagnet Sachsen GmbH"] * 2


def test_the_firm_above_a_list_of_stock_or_for_whom_it_is_is_no_supplier(tmp_path: Path) -> None:
    join = joining(tmp_path)
    stock: Rows = [["Brightwater LLC"], ["Inventory"], [],
                   ["Part No", "Description", "On Hand", "Unit price"], ["QB-101", "Disc", 5, 0.4]]  # fmt: skip
    assert facts(join(stock=stock), "supplier") == [None]
    for title in ("ACME Motors GmbH - purchase price list", "ACME Motors GmbH, Einkaufspreisliste"):
        own = join(prices=[[title], [], ["Part no", "Description", "Price"], ["M-1", "Ring", 2.1]])
        assert facts(own, "supplier") == [None], title
    two = join(offer=[["Angebot"], ["Kunde: Bühler AG"], ["Magnet Nord GmbH"], [], *OFFER])
    assert facts(two, "supplier") == ["Magnet Nord GmbH"] * 2


PRODUCTS: Rows = [
    ["Internal Reference", "Name", "Country of Origin", "Vendor", "Vendor price", "Currency"],
    ["OD-1001", "Hub magnet", "China", "Jiangxi Permag", 0.98, "USD"],
    [None, None, None, "Eclipse Magnetics", 1.35, "USD"],
    [None, None, None, "Magnet Nord", 1.45, "USD"],
    ["OD-1002", "Hub shell", "Taiwan", "Taichung Castings", 7.1, "USD"],
    [None, "Note: prices of 2026", None, None, None, None],
]
BILL: Rows = [["Component", "Name", "Quantity"], ["OD-1001", "Hub magnet", 46],
              ["OD-1002", "Hub shell", 1]]  # fmt: skip


def test_rows_of_further_suppliers_are_sources_of_the_part_above(tmp_path: Path) -> None:
    found = joining(tmp_path)(bill=BILL, products=PRODUCTS)
    counted(found)
    assert facts(found, "part_number") == ["OD-1001", "OD-1002"]
    assert [s.supplier for s in found.parts.sources[0]] == [
        "Jiangxi Permag", "Eclipse Magnetics", "Magnet Nord",
    ]  # fmt: skip
    # Where the further ones make it is not said: their rows have no country.
    assert [s.country_of_origin for s in found.parts.sources[0]] == ["CN", None, None]
    assert 1 not in found.parts.sources


def test_no_foot_and_no_heading_is_a_further_supplier(tmp_path: Path) -> None:
    """A magnet came from "Total" too, and one from the firm that heads the screws below it."""
    head = ["Part No", "Description", "Supplier", "Price"]
    priced: Rows = [head, ["M-1", "Ring magnet", "Ningbo", 2.5], ["S-4", "Screw", "Bossard", 0.1],
                    [None, None, "Total", 2.6]]  # fmt: skip
    plain: Rows = [head[:3], [None, None, "Ningbo"], ["M-1", "Ring magnet", "Ningbo"],
                   [None, None, "Bossard"], ["S-4", "Screw", "Bossard"], [None, None, "By J. S."]]  # fmt: skip
    for rows in (priced, plain):
        assert facts(joining(tmp_path)(parts=rows), "supplier") == ["Ningbo", "Bossard"]


def test_the_day_of_the_stock_may_stand_in_its_title(tmp_path: Path) -> None:
    stock: Rows = [["Etat des stocks au 20/11/2026"], [], ["Référence", "Désignation", "Stock"],
                   ["AIM-0457", "Aimant", 640]]  # fmt: skip
    found = joining(tmp_path)(stock=stock)
    assert found.parts.value(0, "stock_date") == date(2026, 11, 20)
