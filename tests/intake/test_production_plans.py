"""A plan of products a year gives the parts of their bills a demand, and is no list of parts itself."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.assessment.stock import stock_cover
from desktop_app.intake.joining import connect
from desktop_app.intake.reading import read_files
from desktop_app.model.findings import CellRef
from desktop_app.model.progress import silent
from desktop_app.model.reading import Reading
from tests.intake.looking import codes, facts
from tests.workbooks.build import Rows, make_xlsx

HEAD = ["Part number", "Description", "Qty per unit", "Stock on hand"]
BILLS: Rows = [
    ["Product", *HEAD],
    ["Drive A", "M-1", "Magnet segment N42SH", 2, 600],
    ["Drive A", "S-1", "Hex screw M6x20", 8, 5000],
    ["Drive B", "M-1", "Magnet segment N42SH", 4, 600],
]
IN_BLOCKS: Rows = [
    HEAD, ["Drive A"], ["M-1", "Magnet segment N42SH", 2, 600], ["S-1", "Hex screw M6x20", 8, 5000],
    ["Drive B"], ["M-1", "Magnet segment N42SH", 4, 600],
]  # fmt: skip
PLAN: Rows = [["Product", "Annual volume"], ["Drive A", 1000], ["DRIVE B ", 500], ["Drive C", 70]]


def joined(tmp_path: Path, **lists: Rows) -> Reading:
    paths = [make_xlsx(tmp_path / f"{name}.xlsx", {name: rows}) for name, rows in lists.items()]
    return connect(read_files(paths, silent, on=date(2026, 11, 26)))


@pytest.mark.parametrize("bills", [BILLS, IN_BLOCKS], ids=["column", "blocks"])
def test_demand_is_the_quantity_in_a_product_times_products_a_year(
    tmp_path: Path, bills: Rows
) -> None:
    found = joined(tmp_path, bills=bills, plan=PLAN)
    assert facts(found, "part_number") == ["M-1", "S-1", "M-1"]
    assert facts(found, "annual_quantity") == [2000, 8000, 2000]
    assert found.parts.cell_of(2, "annual_quantity") == CellRef("plan.xlsx", "plan", 3, 2)
    assert "W_JOINED" in codes(found)


def test_two_products_draw_on_one_stock_even_where_they_need_as_many(tmp_path: Path) -> None:
    """600 / (4000 / 365) = 54.75 days, not 109.5."""
    found = joined(tmp_path, bills=BILLS, plan=PLAN)
    cover = stock_cover(found.parts, 0.0, date(2026, 11, 26))[1]
    assert cover[[0, 2]].tolist() == pytest.approx([54.75, 54.75])


@pytest.mark.parametrize(("suppliers", "lasts"), [(("", ""), 54.75), (("Acme", "Best"), 109.5)])
def test_a_part_in_two_places_of_a_product_is_needed_in_both(
    tmp_path: Path, suppliers: tuple[str, str], lasts: float
) -> None:
    """Once 109.5 days: two lines of two pieces each were taken for one line given twice. The lines of
    two suppliers are sources of one place."""
    bills: Rows = [
        ["Product", "Position", *HEAD, "Supplier"],
        ["Drive A", 10, "M-1", "Magnet segment N42SH", 2, 600, suppliers[0]],
        ["Drive A", 20, "M-1", "Magnet segment N42SH", 2, 600, suppliers[1]],
        ["Drive A", 30, "S-1", "Hex screw M6x20", 8, 5000, ""],
    ]
    found = joined(tmp_path, bills=bills, plan=PLAN)
    cover = stock_cover(found.parts, 0.0, date(2026, 11, 26))[1]
    assert cover[:2].tolist() == pytest.approx([lasts, lasts])


def test_a_plan_of_months_is_a_year(tmp_path: Path) -> None:
    plan: Rows = [["Product", "Demand per month"], ["Drive A", 100], ["Drive B", 50]]
    found = joined(tmp_path, bills=BILLS, plan=plan)
    assert facts(found, "annual_quantity") == [2400, 9600, 2400]


@pytest.mark.parametrize(
    ("plan", "magnets"),
    [
        ([["Product", "Plant", "Annual volume"], ["Drive A", "1001", 1000], ["Drive A", "1002", 500],
          ["Drive B", "1001", 70]], 3000),
        ([["Product", "Month", "Demand per month"], ["Drive A", "2026-12", 100],
          ["Drive A", "2027-01", 300], ["Drive B", "2026-12", 50]], 4800),
    ],
    ids=["two plants", "two months"],
)  # fmt: skip
def test_a_product_planned_in_several_rows_needs_what_all_of_them_say(
    tmp_path: Path, plan: Rows, magnets: float
) -> None:
    found = joined(tmp_path, bills=BILLS, plan=plan)
    assert facts(found, "annual_quantity")[0] == magnets


@pytest.mark.parametrize(
    "other",
    [
        [["Product", "Annual volume"], ["Pump X", 1000], ["Pump Y", 500]],
        [["Product", "Annual volume", "Unit price"], ["Drive A", 1000, 2.5], ["Drive B", 500, 3.5]],
    ],
    ids=["other products", "bought parts"],
)
def test_another_list_stays_what_it_is(tmp_path: Path, other: Rows) -> None:
    found = joined(tmp_path, bills=BILLS, other=other)
    assert facts(found, "annual_quantity")[:3] == [None] * 3
    assert len(found.parts) == 5


BY_NUMBER: Rows = [
    ["Product number", "Part number", "Description", "Qty per unit", "Unit price", "Currency"],
    ["AX-100", "M-1", "Magnet segment N42SH", 2, 1.5, "EUR"],
    ["AX-100", "S-1", "Hex screw M6x20", 8, 0.02, "EUR"],
    ["AX-200", "M-1", "Magnet segment N42SH", 4, 1.5, "EUR"],
    ["AX-200", "S-1", "Hex screw M6x20", 8, 0.02, "EUR"],
]


@pytest.mark.parametrize("numbers", [("AX-100", "AX-200"), ("AX 100", "ax200")])
def test_a_plan_may_name_products_by_their_numbers_however_they_are_spaced(
    tmp_path: Path, numbers: tuple[str, str]
) -> None:
    plan: Rows = [["Product number", "Annual volume"], [numbers[0], 1000], [numbers[1], 500]]
    found = joined(tmp_path, bills=BY_NUMBER, plan=plan)
    assert facts(found, "part_number") == ["M-1", "S-1", "M-1", "S-1"]
    assert facts(found, "annual_quantity") == [2000, 8000, 2000, 4000]


def test_a_number_keeps_its_zeros_in_one_list_only(tmp_path: Path) -> None:
    bill = [
        BY_NUMBER[0],
        *([line[0].replace("AX-", "0000004"), *line[1:]] for line in BY_NUMBER[1:]),
    ]
    plan: Rows = [["Product number", "Annual volume"], ["4100", 1000], ["4200", 500]]
    found = joined(tmp_path, bills=bill, plan=plan)
    assert facts(found, "annual_quantity") == [2000, 8000, 2000, 4000]


def test_what_a_plan_needs_is_money_too_but_not_at_a_price_of_a_kilogram(tmp_path: Path) -> None:
    plan: Rows = [["Product number", "Annual volume"], ["AX-100", 1000], ["AX-200", 500]]
    found = joined(tmp_path, bills=BY_NUMBER, plan=plan)
    assert facts(found, "annual_spend") == [3000, 160, 3000, 80]
    by_mass = [[*BY_NUMBER[0][:4], "Price per kg", "Currency"], *BY_NUMBER[1:]]
    assert facts(joined(tmp_path, bills=by_mass, plan=plan), "annual_spend") == [None] * 4


def test_a_bill_of_names_alone_gets_the_demand_of_a_plan_by_numbers(tmp_path: Path) -> None:
    bill: Rows = [["Bill of material: AX-100 Pump"], [], ["Description", "Qty per unit"],
                  ["Magnet segment N42SH", 2], ["Hex screw M6x20", 8]]  # fmt: skip
    plan: Rows = [["Product number", "Annual volume"], ["AX-100", 1000]]
    found = joined(tmp_path, bill=bill, plan=plan)
    assert facts(found, "annual_quantity") == [2000, 8000]


def test_yearly_use_of_the_ordered_parts_themselves_is_no_plan_of_products(tmp_path: Path) -> None:
    """7,300 a year of a part of which 2,000 are ordered had become 14,600,000."""
    orders: Rows = [
        ["Part number", "Description", "Supplier", "Quantity", "Delivery date"],
        ["M-1", "Magnet ring", "Magnet Nord", 2000, date(2027, 1, 20)],
    ]
    use: Rows = [["Part number", "Description", "Annual usage"], ["M-1", "Magnet ring", 7300]]
    found = joined(tmp_path, orders=orders, use=use)
    assert facts(found, "annual_quantity") == [7300]


MONTHS: Rows = [["Product", "Dec 2026", "Jan 2027"], ["Drive A", 40, 80], ["Drive B", 20, 20]]


def needs(found: Reading, part: int) -> dict[date, float]:
    together: dict[date, float] = {}
    for one in found.parts.requirements[part]:
        together[one.on] = together.get(one.on, 0.0) + one.quantity
    return together


def test_a_plan_of_some_months_says_when_the_parts_of_its_bills_are_needed(tmp_path: Path) -> None:
    """600 meet the 160 of December and of January's 240 no more than one week's 60 at a time."""
    found = joined(tmp_path, bills=BILLS, **{"production plan": MONTHS})
    assert facts(found, "part_number") == ["M-1", "S-1", "M-1"]
    assert [sum(needs(found, part).values()) for part in range(3)] == [240, 960, 160]
    assert needs(found, 0)[date(2026, 12, 1)] == 20
    assert needs(found, 2)[date(2027, 1, 1)] == 20
    assert stock_cover(found.parts, 0.0, date(2026, 11, 26))[1, 0] > 60
    less: Rows = [[*row[:-1], 180] if n else row for n, row in enumerate(BILLS)]
    short = joined(tmp_path, less=less, **{"production plan": MONTHS})
    assert stock_cover(short.parts, 0.0, date(2026, 11, 26))[1, [0, 2]].tolist() == [36, 36]


def test_a_plan_of_days_says_it_too(tmp_path: Path) -> None:
    plan: Rows = [
        ["Product", "Requirement date", "Required quantity"],
        ["Drive A", "2026-12-10", 100], ["Drive A", "2027-01-12", 300],
    ]  # fmt: skip
    found = joined(tmp_path, bills=BILLS[:3], **{"build plan": plan})
    assert needs(found, 0) == {date(2026, 12, 10): 200, date(2027, 1, 12): 600}
    assert found.parts.cell_of(0, "requirement_quantity") == CellRef(
        "build plan.xlsx", "build plan", 2, 3
    )


@pytest.mark.parametrize(("suppliers", "needed"), [(("", ""), 60), (("Acme", "Best"), 20)])
def test_a_part_in_two_places_is_needed_twice_on_each_day(
    tmp_path: Path, suppliers: tuple[str, str], needed: float
) -> None:
    bills: Rows = [
        ["Product", "Pos", "Supplier", "Part number", "Description", "Qty per unit"],
        ["Drive A", 10, suppliers[0], "M-1", "Magnet segment N42SH", 2],
        ["Drive A", 20, suppliers[1], "M-1", "Magnet segment N42SH", 4],
    ]
    found = joined(tmp_path, bills=bills, **{"production plan": MONTHS})
    assert needs(found, 0)[date(2026, 12, 1)] == needed


def test_needs_of_the_parts_themselves_go_before_those_of_their_products(tmp_path: Path) -> None:
    """The planning run already counts what the products need; both would be twice as much."""
    own: Rows = [
        ["Material", "Requirement date", "Requirement quantity"],
        ["M-1", "2026-12-10", 70], ["M-1", "2027-01-12", 90],
    ]  # fmt: skip
    found = joined(tmp_path, bills=BILLS, **{"production plan": MONTHS, "requirements": own})
    for part in (0, 2):
        assert needs(found, part) == {date(2026, 12, 10): 70, date(2027, 1, 12): 90}
    assert sum(needs(found, 1).values()) == 960


def test_a_plan_of_purchases_keeps_its_money(tmp_path: Path) -> None:
    """A bare "Plan" in the title is no plan of products where none is named."""
    rows: Rows = [["Part number", "Description", "Annual spend"], ["M-1", "Magnet N42SH", 3650]]
    found = joined(tmp_path, **{"Plan 2027": rows})
    assert facts(found, "annual_spend") == [3650]


@pytest.mark.parametrize(
    "heading",
    [["Annual demand"], ["Requirement date", "Requirement quantity"]],
    ids=["a year", "by day"],
)
def test_a_part_that_is_bought_stays_beside_a_product_in_a_list_of_needs(
    tmp_path: Path, heading: list[object]
) -> None:
    """The list was taken for a plan for its one product with a bill, and the ring vanished unscreened."""
    amounts = [[500], [40]] if len(heading) == 1 else [["2026-12-10", 500], ["2026-12-10", 40]]
    bill: Rows = [
        ["Component number", "Description", "Qty"],
        ["MAG-101", "Magnet segment N42SH", 2],
    ]
    needs: Rows = [["Material", "Description", *heading], ["MOT-100", "Motor 100", *amounts[0]],
            ["MAG-103", "SmCo magnet ring", *amounts[1]]]  # fmt: skip
    found = joined(tmp_path, **{"MOT-100": bill, "Needs": needs})
    assert facts(found, "part_number") == ["MAG-101", "MAG-103"]


def test_bills_of_the_same_bytes_are_those_of_the_products_that_their_files_name(
    tmp_path: Path,
) -> None:
    """The second product has the very parts of the first; only a third file is a copy."""
    first = make_xlsx(tmp_path / "BOM Drive 100.xlsx", {"bill": [HEAD, *IN_BLOCKS[2:4]]})
    names = ["BOM Drive 200.xlsx", "BOM Drive 200 (1).xlsx"]
    for name in names:
        (tmp_path / name).write_bytes(first.read_bytes())
    plan: Rows = [["Product", "Annual volume"], ["Drive 100", 1000], ["Drive 200", 500]]
    paths = [first, *(tmp_path / name for name in names)]
    found = connect(read_files([*paths, make_xlsx(tmp_path / "plan.xlsx", {"plan": plan})], silent))
    assert facts(found, "annual_quantity") == [2000, 8000, 1000, 4000]
    assert [[i.code for i in file.issues][:1] for file in found.files[:3]] == [
        [], [], ["W_COPIED_FILE"]
    ]  # fmt: skip


HEADED: Rows = [
    ["Level", "Item ID", "Item Name", "Quantity"],
    [0, "AX-5", "Actuator", 1], [1, "TC-100", "Magnet segment N42SH", 4], [1, "TC-101", "Bearing 6001", 2],
]  # fmt: skip
BUILT: Rows = [["Product", "Annual build quantity"], ["AX-5", 1825]]


def test_a_bill_that_begins_with_its_product_is_the_bill_of_it(tmp_path: Path) -> None:
    """Teamcenter and Windchill do; the plan was lent to the line of the product alone."""
    found = joined(tmp_path, bill=HEADED, plan=BUILT)
    assert facts(found, "annual_quantity") == [None, 7300, 3650]
    by_name: Rows = [BUILT[0], ["Actuator", 1825]]
    assert facts(joined(tmp_path, bill=HEADED, plan=by_name), "annual_quantity") == [
        None,
        7300,
        3650,
    ]


def test_a_bill_of_two_products_is_not_that_of_the_first(tmp_path: Path) -> None:
    bill = [*HEADED, [0, "AX-6", "Actuator long", 1], [1, "TC-200", "Ring magnet SmCo", 3]]
    assert facts(joined(tmp_path, bill=bill, plan=BUILT), "annual_quantity")[4] is None


def test_a_part_that_goes_into_a_product_by_two_ways_is_needed_in_both(tmp_path: Path) -> None:
    """By an assembly that two products share, and right into one of them."""
    bill: Rows = [["Parent part number", "Component part number", "Component description", "Quantity per"],
            ["PD-100", "SA-200", "Motor", 2], ["PD-300", "SA-200", "Motor", 3], ["SA-200", "TC-100", "Magnet", 4],
            ["PD-100", "TC-100", "Magnet", 1]]  # fmt: skip
    plan: Rows = [["Product", "Requirement date", "Required quantity"]]
    plan = [*plan, ["PD-100", "2027-01-11", 10], ["PD-300", "2027-02-15", 5]]
    found = joined(tmp_path, bill=bill, plan=plan)
    needs = {
        row: [(need.on.month, need.quantity) for need in found.parts.requirements.get(row, ())]
        for row in range(len(found.parts))
        if found.parts.value(row, "part_number") == "TC-100"
    }
    assert list(needs.values()) == [[(1, 90.0), (2, 60.0)], [(1, 90.0)]]


def test_below_an_assembly_of_which_there_are_several_no_demand_is_known(tmp_path: Path) -> None:
    bill = [*HEADED[:2], [1, "TC-10", "Rotor", 2], [2, "TC-100", "Magnet segment N42SH", 4]]
    assert facts(joined(tmp_path, bill=bill, plan=BUILT), "annual_quantity")[2] is None
    bill[2] = [1, "TC-10", "Rotor", 1]
    assert facts(joined(tmp_path, bill=bill, plan=BUILT), "annual_quantity")[2] == 7300
