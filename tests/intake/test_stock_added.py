"""Rows of one part by lot, place or state are one part; what was added up is said, and nothing is lost."""

import itertools
from pathlib import Path
from typing import Any

import pytest

from desktop_app.assessment.stock_notes import stock_notes
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.parts import FactCell, StockRow
from tests.intake.joined import Join, counted, joining, warnings
from tests.intake.looking import facts

HEADING = ["Part number", "Description", "Lot", "Special stock", "Stock", "Annual demand"]
LOTS: list[list[Any]] = [
    ["P-1", "Magnet N42", "L1", None, 100, 3650],
    ["P-1", "Magnet N42", "L2", None, 40, 3650],
    ["P-1", "Magnet N42", "L3", "E", 25, 3650],
    ["P-2", "Magnet N35", "L9", None, 70, 7300],
]


@pytest.fixture
def join(tmp_path: Path) -> Join:
    return joining(tmp_path)


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_stock_is_added_up_in_any_order_and_demand_counts_once(
    join: Join, order: tuple[int, ...]
) -> None:
    reading = join(stock=[HEADING, *(LOTS[at] for at in order)])
    counted(reading)
    numbers = facts(reading, "part_number")
    found = zip(
        numbers, facts(reading, "stock_on_hand"), facts(reading, "annual_quantity"), strict=True
    )
    assert sorted(found) == [("P-1", 140, 3650), ("P-2", 70, 7300)]
    assert facts(reading, "special_stock") == [None, None]


def test_every_cell_of_the_sum_is_kept_and_said(join: Join) -> None:
    reading = join(stock=[HEADING, *LOTS])
    (rows,) = reading.parts.stock_rows.values()
    assert rows == (
        StockRow(100, FactCell(0, "stock", 2, 5)),
        StockRow(40, FactCell(0, "stock", 3, 5)),
        StockRow(25, FactCell(0, "stock", 4, 5), "reserved", "E"),
    )
    notes = stock_notes(reading.parts, frozenset(("e",)))
    assert [Catalogue("en").say(note) for note in notes[0]] == [
        "Stock of 140 is added up from 2 rows: E2: 100, E3: 40. What they repeat counts once.",
        "25 belong to a project or a customer (special stock E) and are not counted.",
    ]
    assert "2 rows are of parts that other rows name too; they are one part each." in warnings(
        reading
    )


def test_demands_that_contradict_one_another_are_shown_and_not_used(join: Join) -> None:
    other = [*LOTS[1][:5], 4000]
    reading = join(stock=[HEADING, LOTS[0], other])
    assert facts(reading, "annual_quantity") == [None]
    (found,) = reading.parts.conflicts[0]
    assert [said for said, _ in found.said] == ["3650", "4000"]
    assert reading.parts.marks[0] == ("conflict",)


def test_a_demand_beside_one_lot_alone_is_that_of_the_part_and_says_where_it_stands(
    join: Join,
) -> None:
    reading = join(stock=[HEADING, [*LOTS[0][:5], None], LOTS[1]])
    assert facts(reading, "annual_quantity") == [3650]
    assert reading.parts.provenance[0]["annual_quantity"] == FactCell(0, "stock", 3, 6)


def test_rows_that_nothing_tells_apart_are_left_as_they_are_and_remarked_upon(join: Join) -> None:
    rows = [[*row[:2], *row[4:]] for row in LOTS[:2]]
    reading = join(stock=[["Part number", "Description", "Stock", "Annual demand"], *rows])
    assert facts(reading, "stock_on_hand") == [100, 40]
    notes = stock_notes(reading.parts, frozenset())
    assert [len(said) for said in notes.values()] == [1, 1]


def test_other_stock_in_a_row_without_a_demand_is_remarked_upon_too(join: Join) -> None:
    head = ["Part number", "Description", "Stock", "Annual demand"]
    for stock, said in ((50, 1), (100, 0), (None, 0)):
        reading = join(stock=[head, ["EP-1001", "Bar magnet", 100, 1000],
                              ["EP-1001", "Bar magnet", stock, None], ["EP-2001", "Screw", 5, 10]])  # fmt: skip
        assert len(stock_notes(reading.parts, frozenset())) == said


def test_plants_products_and_other_things_of_one_number_stay_apart(join: Join) -> None:
    for heading, one, other in (
        ("Plant", "1000", "2000"), ("Product", "Drive A", "Drive B"), ("Supplier", "Alpha", "Beta"),
    ):  # fmt: skip
        rows = [["P-1", "Magnet N42", one, 100, 3650], ["P-1", "Magnet N42", other, 100, 7300]]
        reading = join(
            stock=[["Part number", "Description", heading, "Stock", "Annual demand"], *rows]
        )
        assert facts(reading, "stock_on_hand") == [100, 100], heading
    screw = ["P-1", "Hex screw M6", *LOTS[1][2:]]
    assert len(join(stock=[HEADING, LOTS[0], screw]).parts) == 2


def test_suppliers_of_lots_stay_two_sources_of_one_stock(join: Join) -> None:
    heading = ["Part number", "Description", "Supplier", "Lot", "Stock", "Annual demand"]
    rows = [
        ["P-1", "Magnet N42", "Alpha", "L1", 100, 3650],
        ["P-1", "Magnet N42", "Beta", "L2", 40, 3650],
    ]
    reading = join(stock=[heading, *rows])
    assert facts(reading, "supplier") == ["Alpha", "Beta"]
    assert facts(reading, "stock_on_hand") == [140, 140]


def test_a_lot_that_cannot_be_read_leaves_no_sum(join: Join) -> None:
    reading = join(stock=[HEADING, LOTS[0], [*LOTS[1][:4], "see note", 3650]])
    assert facts(reading, "stock_on_hand") == [None]
    assert "stock_on_hand" in reading.parts.unreadable[0]


def test_lots_lent_to_the_parts_of_another_list_are_named_with_their_file(join: Join) -> None:
    reading = join(parts=[["Part number", "Supplier", "Unit price (EUR)"], ["P-1", "Alpha", 2]],
                   stock=[HEADING, *LOTS[:2]])  # fmt: skip
    assert facts(reading, "stock_on_hand") == [140]
    said = [Catalogue("en").say(note) for note in stock_notes(reading.parts, frozenset())[0]]
    assert "stock.xlsx › E2: 100, stock.xlsx › E3: 40" in said[0]


def test_orders_repeat_stock_demand_and_spend_which_count_once(join: Join) -> None:
    heading = [
        "Part number",
        "Description",
        "PO number",
        "Open PO qty",
        "Stock",
        "Annual demand",
        "Price (EUR)",
    ]
    rows = [
        ["P-1", "Magnet N42", "45001", 50, 100, 3650, 2],
        ["P-1", "Magnet N42", "45002", 50, 100, 3650, 2],
    ]
    reading = join(stock=[heading, *rows])
    assert facts(reading, "stock_on_hand") == [100]
    assert facts(reading, "open_order_quantity") == [100]
    assert facts(reading, "annual_spend") == [7300]


@pytest.mark.parametrize("column", ["Location", "Goods receipt date"])
def test_equal_stock_in_every_row_of_places_and_receipts_is_counted_once(
    join: Join, column: str
) -> None:
    heading = ["Part number", "Description", column, "Stock", "Annual demand"]
    rows = [["P-1", "Magnet N42", where, 100, 3650] for where in ("2026-01-05", "2026-02-05")]
    assert facts(join(stock=[heading, *rows]), "stock_on_hand") == [100]


def test_uses_of_one_stock_with_demands_of_their_own_are_no_lots(join: Join) -> None:
    heading = ["Part number", "Description", "Location", "Stock", "Annual demand"]
    rows = [
        ["P-1", "Magnet N42", "Left arm", 100, 3650],
        ["P-1", "Magnet N42", "Right arm", 100, 7300],
    ]
    assert facts(join(stock=[heading, *rows]), "annual_quantity") == [3650, 7300]


def test_a_plant_named_in_one_row_is_that_of_the_others(join: Join) -> None:
    heading = ["Part number", "Description", "Plant", "Lot", "Stock", "Annual demand"]
    rows = [
        ["P-1", "Magnet N42", "1000", "L1", 100, 3650],
        ["P-1", "Magnet N42", None, "L2", 40, 3650],
    ]
    assert facts(join(stock=[heading, *rows]), "stock_on_hand") == [140]


def test_figures_a_little_apart_in_any_order_contradict_one_another(join: Join) -> None:
    for demands in itertools.permutations((3650, 3630, 3670)):
        rows = [
            [*lot[:3], None, lot[4], demand] for lot, demand in zip(LOTS, demands, strict=False)
        ]
        reading = join(stock=[HEADING, *rows])
        assert facts(reading, "annual_quantity") == [None]
        ((found,),) = reading.parts.conflicts.values()
        assert sorted(said for said, _ in found.said) == ["3630", "3670"]


def test_a_row_without_need_does_not_mark_the_part(join: Join) -> None:
    reading = join(stock=[HEADING, [*LOTS[0][:5], 0], LOTS[1]])
    assert facts(reading, "annual_quantity") == [3650]
    assert not any(reading.parts.marks.values())


def test_two_full_boxes_with_two_demands_contradict_one_another(join: Join) -> None:
    rows = [[*lot[:4], 100, demand] for lot, demand in zip(LOTS, (3650, 7300), strict=False)]
    reading = join(stock=[HEADING, *rows])
    assert facts(reading, "stock_on_hand") == [200]
    assert facts(reading, "annual_quantity") == [None]


@pytest.mark.parametrize(
    "rows",
    [
        [["P-1", "L1", 100, 3650], ["P-1", "L2", 40, 3650], ["P-1", None, 140, 3650], ["P-2", "L9", 70, 7300],
         ["P-2", None, 70, 7300]],
        [["P-1", None, 140, 3650], ["P-1", "L1", 100, None], ["P-1", "L2", 40, None], ["P-2", "L9", 70, 7300]],
        [["P-1", "L1", 100, 3650], ["P-1", "L2", 40, 3650], ["P-1", "Total", 140, 3650], ["P-2", "L9", 70, 7300]],
        [["P-1", "L1", 100, None], ["P-1", "L2", 40, None], ["P-1", "Total", 140, 3650], ["P-2", "L9", 70, 7300]],
        [["P-1", "L1", 100, 3650], ["P-1", "L2", 40, 3650], ["P-1", "合计", 140, None], ["P-2", "L9", 70, 7300]],
        [["P-1", "L1", 100, 3650], ["P-1", "L2", 40, 3650], ["P-1 Total", None, 140, None],
         ["P-2", "L9", 70, 7300], ["P-2 Total", None, 70, None]],
    ],
)  # fmt: skip
def test_the_sum_of_lots_is_no_lot_and_keeps_the_demand(join: Join, rows: list[list[Any]]) -> None:
    reading = join(stock=[["Part number", "Lot", "Stock", "Annual demand"], *rows])
    counted(reading)
    assert facts(reading, "part_number") == ["P-1", "P-2"]
    assert facts(reading, "stock_on_hand") == [140, 70]
    assert facts(reading, "annual_quantity") == [3650, 7300]


@pytest.mark.parametrize("total", [None, "Total"])
def test_a_sum_with_what_is_blocked_is_none_either(join: Join, total: str | None) -> None:
    rows: list[list[Any]] = [
        ["P-1", "Released", 100],
        ["P-1", "Blocked", 40],
        ["P-1", total, 140],
        ["P-2", "Released", 70],
    ]
    reading = join(
        stock=[["Part number", "Stock type", "Stock", "Annual demand"], *([*r, 3650] for r in rows)]
    )
    assert facts(reading, "stock_on_hand") == [100, 70]
    assert facts(reading, "stock_blocked")[0] == 40


@pytest.mark.parametrize("word", ["Total", "Ergebnis", "汇总", "集計", "요약", "Итог"])
def test_a_key_with_a_word_for_its_sum_is_no_part(join: Join, word: str) -> None:
    rows = [
        ["P-1", 100, 3650],
        [f"P-1 {word}", 100, 3650],
        ["P-2", 70, 7300],
        [f"P-2 {word}", 70, 7300],
    ]
    reading = join(stock=[["Part number", "Stock", "Annual demand"], *rows])
    assert facts(reading, "part_number") == ["P-1", "P-2"]


@pytest.mark.parametrize(("demands", "numbers"), [((2000, 1650, 3650), 3), ((None, None, 3650), 4)])
def test_a_plant_called_total_is_none_unless_it_alone_says_the_demand(
    join: Join, demands: tuple[int | None, ...], numbers: int
) -> None:
    plants = zip(("1000", "2000", "Gesamt"), (100, 40, 140), demands, strict=True)
    rows = [*(["P-1", *row] for row in plants), ["P-2", "1000", 70, 7300]]
    reading = join(stock=[["Part number", "Plant", "Stock", "Annual demand"], *rows])
    assert len(facts(reading, "part_number")) == numbers
    assert 3650 in facts(reading, "annual_quantity") or numbers == 3


def test_the_sum_of_lots_is_not_lent_to_the_parts_of_another_list(join: Join) -> None:
    reading = join(
        needs=[["Part number", "Description", "Annual demand"], ["P-1", "Magnet N42", 3650]],
        stock=[["Part number", "Lot", "Stock"], ["P-1", "L1", 100], ["P-1", "L2", 40], ["P-1", None, 140]],
    )  # fmt: skip
    assert facts(reading, "stock_on_hand") == [140]


@pytest.mark.parametrize(
    ("last", "stock"),
    [
        ([None, 50], 190),
        (["Summit 3", 140], 280),
        (["L3", 140], 280),
        (["Versand", 140], 280),
        (["Transport", 9], 149),
    ],
)
def test_what_is_no_sum_of_lots_counts(join: Join, last: list[Any], stock: int) -> None:
    rows = [["P-1", "L1", 100, 3650], ["P-1", "L2", 40, 3650], ["P-1", *last, 3650]]
    reading = join(stock=[["Part number", "Lot", "Stock", "Annual demand"], *rows])
    assert facts(reading, "stock_on_hand") == [stock]


def test_lots_that_add_up_in_one_part_only_are_lots(join: Join) -> None:
    rows: list[list[Any]] = [
        ["P-1", "L1", 50], ["P-1", "L2", 50], ["P-1", None, 100],
        ["P-2", "L1", 7], ["P-2", "L2", 8], ["P-2", None, 9],
    ]  # fmt: skip
    reading = join(
        stock=[["Part number", "Lot", "Stock", "Annual demand"], *([*row, 3650] for row in rows)]
    )
    assert facts(reading, "stock_on_hand") == [200, 24]


@pytest.mark.parametrize(
    ("heading", "stock"),
    [("Total stock", 140), ("Gesamtbestand", 140), ("总库存", 140), ("Stock", 280)],
)
def test_a_total_of_all_lots_counts_once(join: Join, heading: str, stock: int) -> None:
    rows = [["P-1", "L1", 140, 3650], ["P-1", "L2", 140, 3650], ["P-2", "L9", 70, 7300]]
    reading = join(stock=[["Part number", "Lot", heading, "Annual demand"], *rows])
    assert facts(reading, "stock_on_hand") == [stock, 70]


def test_a_row_without_a_plant_that_sums_up_the_plants_lends_nothing(join: Join) -> None:
    reading = join(
        needs=[["Part number", "Description", "Annual demand"], ["P-1", "Magnet N42", 3650]],
        stock=[["Part number", "Plant", "Stock"], ["P-1", "1000", 100], ["P-1", "2000", 40], ["P-1", None, 140]],
    )  # fmt: skip
    assert facts(reading, "stock_on_hand") == [140]
