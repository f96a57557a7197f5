"""Where rules of lists end: what looks like the case of a rule and is another must lose no part and no number."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake.joining import connect
from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, fields
from tests.workbooks.build import Rows, make_xlsx

BILL: Rows = [
    ["Pos", "Part number", "Description", "Qty", "Supplier"],
    [1, "A-1", "Bracket", 2, "Mueller"],
    [2, "A-2", "Screw", 4, "Wuerth"],
    [3, "A-3", "Cover", 1, "Mueller"],
    [4, "A-4", "Bearing", 1, "SKF"],
    [None],
]


@pytest.mark.parametrize(
    "below",
    [
        [[None, None, "Servo motor", None, "Siemens"], [None, None, "Magnet ring", None, "Arnold"]],
        [[5, "tbd", "Servo motor", None, "Siemens"], [6, "tbd", "Magnet ring", None, "Arnold"]],
        [[1, None, "Servo motor small", None, None], [2, None, "Magnet ring", None, None]],
        [[None, "Spare parts", "Servo motor"], [None, "Spare parts", "Magnet ring"]],
    ],
)
def test_parts_without_numbers_below_a_gap_are_parts(read_rows: ReadRows, below: Rows) -> None:
    assert facts(read_rows([*BILL, *below]), "description")[4:] == [below[0][2], below[1][2]]


@pytest.mark.parametrize(
    "below",
    [
        [["Geprüft", None, None, None, "Müller"], ["Freigegeben", None, None, None, "Schulz"]],
        [[None, "Approved by", "Miller", None, None], [None, "Checked by", "Smith", None, None]],
        [[1, "Delivery free of charge to the plant of the buyer"], [2, "Payment within thirty days"]],
    ],
)  # fmt: skip
def test_approvals_and_conditions_below_a_gap_are_none(read_rows: ReadRows, below: Rows) -> None:
    assert len(read_rows([*BILL, *below]).parts) == 4


FIRMS = ("Arnold", "VAC", "Bosch", "Siemens", "SKF", "Wuerth", "TDK", "Murata")


@pytest.mark.parametrize(
    ("name", "sheet", "sold", "count"),
    [
        ("supplier_parts.xlsx", "Sheet1", "Magnet ring", 8),
        ("list.xlsx", "Suppliers", "Magnet N42SH {n}x5", 8),
        ("list.xlsx", "Suppliers", "Magnets", 0),
    ],
)
def test_firms_each_with_a_part_are_a_list_of_parts(
    tmp_path: Path, name: str, sheet: str, sold: str, count: int
) -> None:
    """A file that is called after suppliers holds their parts; a sheet of that name what they sell."""
    rows = [[firm, sold.format(n=n)] for n, firm in enumerate(FIRMS)]
    path = make_xlsx(tmp_path / name, {sheet: [["Supplier", "Description"], *rows]})
    assert len(read_files([path], silent).parts) == count


def test_a_year_of_the_product_is_no_demand_of_each_part(read_rows: ReadRows) -> None:
    """ "Annual build" says how many products are built: each takes ten magnets."""
    head = ["Part number", "Description", "Qty", "Annual build quantity", "Supplier"]
    found = read_rows(
        [head, ["A-1", "Magnet", 10, 500, "VAC"], ["A-2", "Screw", 30, 500, "Wuerth"]]
    )
    assert facts(found, "annual_quantity") == [5000, 15000]


@pytest.mark.parametrize(
    ("unit", "spend"), [("EUR", [10, 30]), ("%", [None, None]), ("TEUR", [None, None])]
)
def test_a_share_or_thousands_of_a_years_demand_are_no_spend(
    read_rows: ReadRows, unit: str, spend: list[Any]
) -> None:
    head = ["Material", "Bezeichnung", f"Jahresverbrauch {unit}", "Bestand"]
    found = read_rows([head, ["A-1", "Magnet", 10, 50], ["A-2", "Schraube", 30, 50]])
    assert facts(found, "annual_spend") == spend
    assert facts(found, "annual_quantity") == [None, None]


JOURNAL = ["Datum", "Artikelnummer", "Bezeichnung", "Lagerort", "Zugang", "Abgang", "Bestand"]


def moves(place: str, first: int, days: range, number: str = "A-1") -> list[list[Any]]:
    """Receipts of ``first`` pieces on the first day, and 5 that go out on each of the others."""
    rows = [
        [f"{day:02}.03.2026", number, "Magnet", place, None, 5, first - 5 * n]
        for n, day in enumerate(days)
    ]
    return [[*rows[0][:4], first, None, first], *rows[1:]]


@pytest.mark.parametrize("second", [range(11, 17), range(1, 7)])
def test_a_journal_has_a_last_balance_for_each_store(tmp_path: Path, second: range) -> None:
    rows = [*moves("L1", 100, range(1, 7)), *moves("L2", 50, second)]
    found = connect(
        read_files([make_xlsx(tmp_path / "j.xlsx", {"Buch": [JOURNAL, *rows]})], silent)
    )
    assert sum(v or 0 for v in facts(found, "stock_on_hand")) == 75 + 25


def test_a_movement_without_a_balance_hides_none(read_rows: ReadRows) -> None:
    rows = moves("L1", 100, range(1, 8))
    rows[-1][-1] = None
    assert [v for v in facts(read_rows([JOURNAL, *rows]), "stock_on_hand") if v] == [75]


def test_a_firms_own_stock_code_right_of_the_supplier_is_its_number(read_rows: ReadRows) -> None:
    """As Syspro calls it: a planner's list says what is used a year, a shop's does not."""
    head = [
        "Supplier",
        "Stock code",
        "Description",
        "Manufacturer part number",
        "Stock on hand",
        "Annual usage",
    ]
    rows = [["VAC", f"100-220{n}", f"Magnet {n}", f"N42-{n}0", 100, 500] for n in range(5)]
    assert facts(read_rows([head, *rows]), "part_number")[0] == "100-2200"
    shop = [[*row[:4], 100] for row in rows]
    assert fields(read_rows([head[:5], *shop]))["Stock code"] is None


@pytest.mark.parametrize("heading", ["Product", "Where used"])
def test_the_demands_of_two_products_are_not_one(read_rows: ReadRows, heading: str) -> None:
    head = ["Part number", "Description", heading, "Annual demand", "Supplier", "Price"]
    rows: Rows = [
        ["A-1", "Magnet", "Drive long", 500, "VAC", 1], ["A-1", "Magnet", "Drive short", 500, "Arnold", 2],
        ["A-3", "Motor", "Drive long", 300, "Bosch", 3], ["A-4", "Bearing", "Drive long", 200, "SKF", 4],
    ]  # fmt: skip
    assert facts(read_rows([head, *rows]), "annual_spend") == [500, 1000, 900, 800]


def test_a_sparse_column_behind_an_empty_one_may_be_assigned(read_rows: ReadRows) -> None:
    head = ["Part number", "Description", "Qty", "Supplier", None, "Herkunftsnachweis vorh."]
    rows = [
        [f"A-{n}", f"Bracket {n}", n, "Mueller", None, "CN" if n == 3 else None]
        for n in range(1, 7)
    ]
    assert "Herkunftsnachweis vorh." in fields(read_rows([head, *rows]))


@pytest.mark.parametrize("paper", ["Framework order", "Rahmenvertrag", "Quotation no"])
def test_the_day_of_an_offer_expires_no_stock(read_rows: ReadRows, paper: str) -> None:
    head = ["Part", "Description", "Stock", paper, "Expiry date", "Annual demand"]
    found = read_rows([head, ["A-1", "Magnet", 100, "C7", "2020-01-01", 500]])
    assert facts(found, "stock_on_hand") == [100]


@pytest.mark.parametrize("above", ["do.", "-do-", "- do -"])
def test_the_same_as_above_is_no_country(read_rows: ReadRows, above: str) -> None:
    head = ["Part number", "Description", "Country of origin", "Qty"]
    rows: Rows = [["A-1", "Magnet", "CN", 2], ["A-2", "Motor", above, 2], ["A-3", "Rotor", "DO", 2]]
    assert facts(read_rows([head, *rows]), "country_of_origin") == ["CN", None, "DO"]


@pytest.mark.parametrize(("balance", "stock"), [(25, 25), (2500.5, None)])
def test_what_went_out_is_not_to_come_and_a_worth_no_stock(
    read_rows: ReadRows, balance: float, stock: float | None
) -> None:
    head = ["Part number", "Description", "Opening Qty", "In Qty", "Out Qty", "Balance"]
    rows = [[f"A-{n}", f"Magnet {n}", 10, 20, 5, balance] for n in range(4)]
    found = read_rows([head, *rows])
    assert facts(found, "stock_on_hand") == [stock] * 4
    assert facts(found, "open_order_quantity") == [None] * 4


def beside(*firms: str) -> Rows:
    """Parts that are bought from VAC, and a price and a time under each firm."""
    head = [
        "Part number",
        "Description",
        "Supplier",
        "Annual demand",
        *["Price EUR", "Lead time weeks"] * 2,
    ]
    rows: Rows = [[f"A-{n}", f"Magnet {n}", "VAC", 1000, 2.5, 4, 2.7, 6] for n in range(3)]
    return [[None, None, None, None, firms[0], None, firms[1], None], head, *rows]


def test_offers_beside_hide_no_supplier_of_today(read_rows: ReadRows) -> None:
    found = read_rows(beside("Müller GmbH", "Schulz AG"))
    assert facts(found, "supplier") == ["VAC"] * 3
    assert [one.supplier for one in found.parts.sources[0]] == ["Müller GmbH", "Schulz AG", "VAC"]


def test_offers_from_elsewhere_hide_no_chinese_origin_of_today(read_rows: ReadRows) -> None:
    rows: Rows = [
        [None, None, None, None, "Müller GmbH", None, "Schulz AG", None],
        ["Part number", "Description", "Supplier", "Country of origin", *["Price EUR", "Country of origin"] * 2],
        *([f"A-{n}", f"Magnet {n}", "Ningbo Magnet", "CN", 2.5, "DE", 2.7, "DE"] for n in range(3)),
    ]  # fmt: skip
    found = read_rows(rows)
    assert facts(found, "country_of_origin") == ["CN"] * 3
    sources = [(one.supplier, one.country_of_origin) for one in found.parts.sources[0]]
    assert sources == [("Müller GmbH", "DE"), ("Schulz AG", "DE"), ("Ningbo Magnet", "CN")]


def test_what_customers_pay_is_no_offer(read_rows: ReadRows) -> None:
    assert not read_rows(beside("Kunde BMW AG", "Kunde VW AG")).parts.sources
