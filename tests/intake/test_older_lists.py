"""Two versions of one list dropped together: the newer counts, and it is said what changed."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake.joining import connect
from desktop_app.intake.older_lists import name_of
from desktop_app.intake.reading import read_files
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.progress import silent
from desktop_app.model.reading import Reading
from tests.intake.looking import facts
from tests.workbooks.build import Rows, make_xlsx

Join = Callable[[Mapping[str, Rows]], Reading]
HEADINGS = ["Art.-Nr.", "Bezeichnung", "Preis EUR/Stk", "Lieferzeit Wochen"]
OLD: Rows = [
    HEADINGS,
    ["MW-100", "Topfmagnet NdFeB D25", 4.1, 6],
    ["MW-101", "Blockmagnet N38EH", 2.2, 8],
    ["MW-102", "Ferritring", 0.4, 4],
]
NEW: Rows = [
    HEADINGS,
    ["MW-100", "Topfmagnet NdFeB D25", 5.6, 14],
    ["MW-101", "Blockmagnet N38EH", 2.2, 8],
    ["MW-103", "Haftmagnet SmCo D16", 7.9, 16],
]


@pytest.fixture
def join(tmp_path: Path) -> Join:
    """Reads each list as a workbook of that name and connects them."""

    def read(lists: Mapping[str, Rows]) -> Reading:
        paths = [make_xlsx(tmp_path / name, {"Preise": rows}) for name, rows in lists.items()]
        return connect(read_files(paths, silent))

    return read


def said(reading: Reading) -> list[str]:
    english = Catalogue("en")
    return [english.say(issue.message) for file in reading.files for issue in file.issues]


def test_the_newer_list_replaces_the_older_and_says_what_changed(join: Join) -> None:
    reading = join({"Preise 2026-10.xlsx": NEW, "Preise 2025-10.xlsx": OLD})
    assert facts(reading, "part_number") == ["MW-100", "MW-101", "MW-103", "MW-102"]
    assert facts(reading, "unit_price") == [5.6, 2.2, 7.9, 0.4]
    assert (
        "Newer version of Preise 2025-10.xlsx, which it replaces. Changed: 1 (MW-100); "
        "new: 1 (MW-103); gone: 1 (MW-102)."
    ) in said(reading)
    table = reading.files[1].sheets[0].tables[0]
    assert (table.rows.read, table.rows.parts, table.rows.other) == (3, 1, 2)


def test_the_day_above_a_list_tells_before_its_name(join: Join) -> None:
    titled: Sequence[Rows] = [
        [["Gültig ab: 01.10.2026"], [], *NEW], [["Gültig ab: 01.10.2025"], [], *OLD],
    ]  # fmt: skip
    reading = join({"Preise.xlsx": titled[0], "Preise (1).xlsx": titled[1]})
    assert facts(reading, "unit_price")[:2] == [5.6, 2.2]


def test_where_nothing_tells_which_is_newer_what_differs_is_a_conflict(join: Join) -> None:
    reading = join({"Preise alt.xlsx": OLD, "Preise neu.xlsx": NEW})
    assert facts(reading, "part_number") == ["MW-100", "MW-101", "MW-102", "MW-103"]
    assert facts(reading, "unit_price")[:2] == [None, 2.2]
    assert any("nothing says which is newer" in text for text in said(reading))


def test_offers_of_two_firms_are_no_versions(join: Join) -> None:
    def of(firm: str, rows: Rows) -> Rows:
        return [[*rows[0], "Lieferant"], *([*row, firm] for row in rows[1:])]

    lists = {"Preise 2025-10.xlsx": of("Nord", OLD), "Preise 2026-10.xlsx": of("Süd", NEW)}
    reading = join(lists)
    assert not any("replaces" in text for text in said(reading))
    assert [source.unit_price for source in reading.parts.sources[0]] == [4.1, 5.6]


def test_bills_of_two_products_are_no_versions(join: Join) -> None:
    bill = ["Item", "Part number", "Description", "Quantity"]
    screws = [[n, f"S-{n}", "Screw", n] for n in (1, 2)]
    one: Rows = [bill, *screws, [3, "M-1", "Magnet N42", 4]]
    other: Rows = [bill, *screws, [3, "M-2", "Magnet N35", 8]]
    assert len(join({"BOM 2025.xlsx": one, "BOM 2026.xlsx": other}).parts) == 6


BILL: Rows = [
    ["Part number", "Description", "Quantity"],
    *([f"S-{n}", "Screw", 4] for n in range(4)),
]
PUMP_A: Rows = [*BILL, ["M-1", "Magnet N42", 2]]
PUMP_B: Rows = [*BILL, ["M-2", "Magnet N35", 8]]


def of_product(name: str, rows: Rows) -> Rows:
    return [["Product", *rows[0]], *([name, *row] for row in rows[1:])]


@pytest.mark.parametrize(
    "lists",
    [
        {"BOM.xlsx": PUMP_A, "BOM (1).xlsx": PUMP_B},
        {"BOM 20261101.xlsx": [["Bill of material: Pump A"], [], *PUMP_A],
         "BOM 20261102.xlsx": [["Bill of material: Pump B"], [], *PUMP_B]},
        {"BOM 20261101.xlsx": of_product("Pump A", PUMP_A),
         "BOM 20261102.xlsx": of_product("Pump B", PUMP_B)},
        {"BOM.xlsx": PUMP_A, "BOM 20241101.xlsx": PUMP_B},
        {"BOM 11-05-2026.xlsx": PUMP_A, "BOM 12-04-2026.xlsx": PUMP_B},
    ],
    ids=["downloads", "titles", "products", "undated", "day or month first"],
)  # fmt: skip
def test_no_magnet_is_lost_where_two_bills_may_be_of_two_products(
    join: Join, lists: Mapping[str, Rows]
) -> None:
    reading = join(lists)
    assert {"M-1", "M-2"} <= set(facts(reading, "part_number"))
    assert any("nothing says which is newer" in text for text in said(reading))


def test_the_titles_of_two_versions_may_say_their_days_and_versions(join: Join) -> None:
    def titled(version: str, day: str, rows: Rows) -> Rows:
        return [[f"Bill of material: Pump, Rev. {version}"], [f"Printed {day}"], [], *rows]

    reading = join({
        "BOM.xlsx": titled("A", "2026-10-01 10:34", PUMP_A),
        "BOM (1).xlsx": titled("B", "2026-11-02 08:05", PUMP_B),
    })  # fmt: skip
    assert "M-1" not in facts(reading, "part_number")


def test_a_download_that_only_adds_parts_is_newer(join: Join) -> None:
    reading = join({"BOM.xlsx": BILL, "BOM (1).xlsx": PUMP_B})
    assert len(reading.parts) == 5


def test_stock_of_two_plants_is_no_version(join: Join) -> None:
    def of(plant: str, pieces: int) -> Rows:
        return [["Material", "Werk", "Bestand"], *([f"M-{n}", plant, pieces] for n in range(3))]

    reading = join({"MB52_20261101.xlsx": of("1001", 500), "MB52_20261102.xlsx": of("1002", 7)})
    assert not any("replaces" in text for text in said(reading))


def test_all_offers_of_a_part_stay_that_the_newer_list_has_not(join: Join) -> None:
    head = [*HEADINGS, "Lieferant"]
    many = [[f"MW-{n}", "Topfmagnet NdFeB", 4.1, 6, "Nord"] for n in range(200, 240)]
    gone = [
        ["MW-300", "Haftmagnet SmCo", price, 6, firm] for price, firm in ((7, "Nord"), (8, "Süd"))
    ]
    reading = join(
        {"Preise 2025-10.xlsx": [head, *many, *gone], "Preise 2026-10.xlsx": [head, *many]}
    )
    assert facts(reading, "part_number").count("MW-300") == 2


def test_what_a_newer_bill_or_stock_list_leaves_out_is_gone(join: Join) -> None:
    bill = ["Item", "Part number", "Description", "Quantity"]
    rows = [[n, f"S-{n}", "Screw", n] for n in range(1, 7)]
    reading = join({"BOM v1.xlsx": [bill, *rows], "BOM v2.xlsx": [bill, *rows[1:]]})
    assert facts(reading, "part_number") == ["S-2", "S-3", "S-4", "S-5", "S-6"]


def test_consumption_of_the_next_month_replaces_nothing(join: Join) -> None:
    head = ["Material", "Month", "Monthly consumption"]
    lists: dict[str, Rows] = {
        f"usage 2026-{month:02}.xlsx": [head, ["M1", f"{month:02}/2026", 100], ["M2", f"{month:02}/2026", 5]]
        for month in (9, 10)
    }  # fmt: skip
    assert not any("replaces" in text for text in said(join(lists)))


@pytest.mark.parametrize(
    ("name", "stem", "day", "numbers"),
    [
        ("Preisliste_Magnetwerk_2025-10.xlsx", "preisliste magnetwerk", "2025-10-01", ()),
        ("Preisliste 01.10.2026.xlsx", "preisliste", "2026-10-01", ()),
        ("Prices_Q3_2026.csv", "prices", "2026-07-01", ()),
        ("prices October 2026.xlsx", "prices", "2026-10-01", ()),
        ("MB52_20261126.xlsx", "mb52", "2026-11-26", ()),
        ("价格表2026年10月.xlsx", "价格表", "2026-10-01", ()),
        ("BOM Motor v2.1.xlsx", "bom motor", None, (2, 1)),
        ("BOM Motor Rev B.xlsx", "bom motor", None, (98,)),
        ("list (2).xlsx", "list", None, (2,)),
        ("BOM 4711.xlsx", "bom 4711", None, ()),
        ("BOM 4711 2026.xlsx", "bom 4711", "2026-01-01", ()),
    ],
)
def test_the_name_of_a_file_tells_its_version(
    name: str, stem: str, day: str | None, numbers: Any
) -> None:
    found, (on, version) = name_of(name)
    assert (found, on.isoformat() if on else None, version) == (stem, day, numbers)


def test_files_named_like_products_of_a_plan_are_no_versions(join: Join) -> None:
    common = [[f"S-{n}", "Screw", 4] for n in range(20)]
    head = ["Part number", "Description", "Quantity"]
    lists: dict[str, Rows] = {
        "Motor V6.xlsx": [head, *common, ["M-1", "Magnet N42", 8]],
        "Motor V8.xlsx": [head, *common, ["M-2", "Magnet N42", 12]],
    }
    assert "M-1" not in facts(join(lists), "part_number")
    plan: Rows = [["Product", "Annual volume"], ["Motor V6", 100], ["Motor V8", 50]]
    both = join({**lists, "Production plan.xlsx": plan})
    assert {"M-1", "M-2"} <= set(facts(both, "part_number"))
    assert len(both.parts) == 42
