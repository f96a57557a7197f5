"""Columns of long exports: what must not be taken for a fact, and what the cells prove beside it.

Each rule has its opposite: where the rest of the list says otherwise, the column is used after all.
"""

from typing import Any

import pytest

from desktop_app.model.reading import Reading
from tests.intake.conftest import ReadRows
from tests.intake.looking import fields as all_fields
from tests.intake.test_columns import table

COLUMNS: dict[str, list[Any]] = {
    "Item": ["A-100", "B-201", "C-302", "D-403", "E-504", "F-605"],
    "Description": ["Ring magnet", "Hex bolt", "Gasket", "Servo motor", "Label", "Cable"],
    "On hand": [40, 0, 1200, 35, 77, 410],
    "On order": [100, 0, 300, 60, 20, 5],
    "Safety stock": [50, 20, 100, 10, 0, 5],
    "Order qty": [500, 200, 1000, 50, 100, 250],
    "Unit price": [1.5, 0.04, 0.9, 118.0, 0.02, 2.2],
    "PO number": ["P-77", "P-78", "P-79", "P-80", "P-81", "P-82"],
    "Due date": ["2027-01-11", "2027-01-12", "2027-02-01", "2027-02-02", "2027-02-03", "2027-03-01"],
    "Value": [750.0, 8.0, 900.0, 5900.0, 2.0, 550.0],
    "Company": ["ACME01"] * 6,
    "Supplier": ["Krause", "Hanlin", "Krause", "Motors", "Labels", "Cables"],
    "Belieferer": [
        "Krause GmbH", "Hanlin Co. Ltd", "Krause GmbH", "Galli S.r.l.", "Lenoir SAS", "Lapp AG",
    ],
    "Requisition": ["85051110", "73181588", "40169300", "85013100", "39199080", "85444290"],
    "Class in 2026": ["85051110", "73181588", "40169300", "85013100", "39199080", "85444290"],
    "Confirmed": ["yes", "no", "yes", "yes", "no", "no"],
    "bom_id": ["BOM-1", "BOM-1", "BOM-1", "BOM-2", "BOM-2", "BOM-2"],
    "Component": ["A-100", "B-201", "C-302", "D-403", "E-504", "F-605"],
    "Line ref": ["LI-001", "LI-002", "LI-003", "LI-004", "LI-005", "LI-006"],
    "Average cost": [1.6, 0.05, 0.8, 120.0, 0.03, 2.0],
    "Purch price": [1.5, 0.04, 0.9, 118.0, 0.02, 2.2],
    "Qty open": [10, 20, 0, 5, 8, 60],
    "Lager": [10, 20, 0, 5, 8, 60],
    "Free available": [8, 20, 0, 2, 8, 60],
    "Available quantity": [120, 500, 30, 42, 8, 60],
    "Reserved": [2, 10, 0, 3, 0, 0],
    "Quantity": [4, 2, 1, 1, 6, 3],
    "Warehouse": ["W1", "W1", "W2", "W1", "W2", "W1"],
    "Product": ["MOT-1", "MOT-1", "MOT-2", "MOT-2", "MOT-3", "MOT-3"],
    "Approved vendor": ["yes", "no", "yes", "yes", "no", "no"],
}  # fmt: skip


def fields(reading: Reading) -> dict[str, str]:
    """The columns that are used, by heading."""
    return {heading: field for heading, field in all_fields(reading).items() if field}


def read(read_rows: ReadRows, *headings: str) -> dict[str, str]:
    return fields(read_rows(table(*((name, COLUMNS[name]) for name in headings))))


STOCK = ("Item", "Description", "On hand", "On order", "Safety stock", "Unit price")


def test_a_lot_to_order_is_no_need_in_a_list_of_stock(read_rows: ReadRows) -> None:
    assert "Order qty" not in read(read_rows, *STOCK, "Order qty")


def test_the_same_heading_in_an_order_is_how_many_are_bought(read_rows: ReadRows) -> None:
    found = read(read_rows, "PO number", *STOCK, "Order qty", "Due date")
    assert found["Order qty"] == "quantity"


def test_the_worth_of_a_stock_is_no_money_of_a_line(read_rows: ReadRows) -> None:
    stock = ("Item", "Description", "On hand", "Unit price")
    assert read(read_rows, *stock, "Value").get("Value") != "line_value"


def test_ones_own_company_is_no_supplier(read_rows: ReadRows) -> None:
    found = read(read_rows, "Company", "Item", "Description", "Unit price", "Supplier")
    assert "Company" not in found
    assert found["Supplier"] == "supplier"
    assert read(read_rows, "Company", "Item", "Description")["Company"] == "supplier"


def test_firms_are_known_by_their_legal_forms(read_rows: ReadRows) -> None:
    unknown = ("Item", "Description", "On hand", "Belieferer")
    assert read(read_rows, *unknown)["Belieferer"] == "supplier"
    assert "Belieferer" not in read(read_rows, *unknown, "Supplier")


@pytest.mark.parametrize("heading", ["Customer", "Kunde", "Ship-to party", "Forwarder", "客户名称"])
def test_firms_under_a_word_for_others_are_no_suppliers(read_rows: ReadRows, heading: str) -> None:
    told = [(name, COLUMNS[name]) for name in ("Item", "Description", "On hand")]
    found = fields(read_rows(table(*told, (heading, COLUMNS["Belieferer"]))))
    assert found.get(heading) != "supplier"


def test_answers_name_no_supplier(read_rows: ReadRows) -> None:
    assert "Approved vendor" not in read(read_rows, "Item", "Description", "Approved vendor")


def test_numbers_of_papers_are_no_customs_numbers(read_rows: ReadRows) -> None:
    found = read(read_rows, "Item", "Description", "Requisition", "On hand")
    assert "Requisition" not in found
    assert (
        read(read_rows, "Item", "Description", "Class in 2026", "On hand")["Class in 2026"]
        == "hs_code"
    )


def test_yes_and_no_are_no_days(read_rows: ReadRows) -> None:
    found = read(read_rows, "Item", "Description", "Order qty", "Confirmed", "Due date")
    assert "Confirmed" not in found
    assert found["Due date"] in ("confirmed_date", "requirement_date")


def test_a_bill_that_comes_again_numbers_no_part(read_rows: ReadRows) -> None:
    found = read(read_rows, "bom_id", "Description", "Order qty", "Unit price")
    assert "bom_id" not in found


def test_numbers_of_records_are_no_part_numbers(read_rows: ReadRows) -> None:
    found = read(read_rows, "Line ref", "Description", "Order qty", "Unit price")
    assert "Line ref" not in found


def test_a_price_that_is_paid_goes_before_an_average(read_rows: ReadRows) -> None:
    found = read(read_rows, "Item", "Description", "Average cost", "Purch price")
    assert found["Purch price"] == "unit_price"
    assert read(read_rows, "Item", "Description", "Average cost")["Average cost"] == "unit_price"


def test_what_is_open_of_a_quantity_is_still_to_come(read_rows: ReadRows) -> None:
    assert read(read_rows, "Item", "Description", "Qty open")["Qty open"] == "open_order_quantity"


def test_what_lies_there_goes_before_what_is_free_of_it(read_rows: ReadRows) -> None:
    found = read(read_rows, "Item", "Description", "Free available", "On hand", "Safety stock")
    assert found["On hand"] == "stock_on_hand"
    assert "Free available" not in found


@pytest.mark.parametrize("more", [["Warehouse", "Safety stock"], ["Safety stock"]])
def test_what_is_reserved_of_a_quantity_lies_there(read_rows: ReadRows, more: list[str]) -> None:
    found = read(
        read_rows, "Item", "Description", "Quantity", "Available quantity", "Reserved", *more
    )
    assert found["Quantity"] == "stock_on_hand"


@pytest.mark.parametrize("more", [[], ["Product", "Safety stock"]])
def test_a_bill_says_what_is_free_of_its_parts(read_rows: ReadRows, more: list[str]) -> None:
    """4 pieces of a magnet in a product were its stock, and the 120 that are free were not."""
    found = read(
        read_rows, "Item", "Description", "Quantity", "Available quantity", "Reserved", *more
    )
    assert (found["Quantity"], found["Available quantity"]) == ("quantity", "stock_on_hand")


def test_a_table_of_a_database_is_no_questionnaire(read_rows: ReadRows) -> None:
    """part_number, description and lead_time_days are keys of our own form and of most databases."""
    named = {"part_number": "Item", "description": "Description"}
    columns = [(key, COLUMNS[column]) for key, column in named.items()]
    found = read_rows(table(*columns, ("lead_time_days", [28, 21, 84, 42, 56, 35])))
    assert len(found.parts.frame) == 6
    assert fields(found)["lead_time_days"] == "lead_time_days"


@pytest.mark.parametrize("empty", ["Value", "Comment"])
def test_of_a_value_and_a_comment_the_filled_one_describes(read_rows: ReadRows, empty: str) -> None:
    told = "Comment" if empty == "Value" else "Value"
    values = ["22p", "4.7u", "100n"]
    found = read_rows(
        table(
            ("Quantity", [2, 2, 10]), ("Comment", values if told == "Comment" else [None] * 3),
            ("Designator", ["C1,C2", "C3,C4", "C5,C6"]),
            ("Value", values if told == "Value" else [None] * 3),
            ("Manufacturer Part", [None] * 3),
        )
    )  # fmt: skip
    assert fields(found)[told] == "description"
    assert len(found.parts.frame) == 3


def test_who_names_several_suppliers_is_the_buyer(read_rows: ReadRows) -> None:
    """ "Our" number is the buyer's beside his suppliers, and the supplier's in an offer of his."""
    ours, yours = ("Our part no.", COLUMNS["Item"]), ("Your part no.", COLUMNS["Line ref"])
    told = ("Description", COLUMNS["Description"])
    found = fields(read_rows(table(ours, yours, told, ("Supplier", COLUMNS["Supplier"]))))
    assert found["Our part no."] == "part_number"
    assert fields(read_rows(table(ours, yours, told)))["Your part no."] == "part_number"


def test_a_share_of_raw_material_is_no_material(read_rows: ReadRows) -> None:
    told = [(name, COLUMNS[name]) for name in ("Item", "Description")]
    shares = ("Raw material share", [40, 35, 20, 15, 60, 30])
    assert "Raw material share" not in fields(read_rows(table(*told, shares)))


def test_an_empty_need_leaves_a_list_of_stock_one(read_rows: ReadRows) -> None:
    told = [(name, COLUMNS[name]) for name in ("Item", "Description", "On hand")]
    assert "Usage" not in fields(read_rows(table(*told, ("Usage", [None] * 6))))


@pytest.mark.parametrize(("lies", "field"), [(0, "stock_on_hand"), (1000, None)])
def test_a_store_that_is_empty_is_no_number_of_a_store(
    read_rows: ReadRows, lies: int, field: str | None
) -> None:
    """ "Sklad" 0 in all rows: everything is used up, and nothing of it was known."""
    found = read_rows(table(("Item", COLUMNS["Item"]), ("Description", COLUMNS["Description"]),
                            ("Sklad", [lies] * 6)))  # fmt: skip
    assert fields(found).get("Sklad") == field


@pytest.mark.parametrize(
    ("cell", "is_grade"),
    [("N42SH", True), ("N45", True), ("38EH", True), ("N81", False), ("N20", False)],
)
def test_one_grade_in_all_rows_is_that_of_the_magnets(
    read_rows: ReadRows, cell: str, is_grade: bool
) -> None:
    """A list of rings of one grade under "Sorte" was one of common rings, cleared as a whole."""
    found = read_rows(table(("Item", COLUMNS["Item"]), ("Description", ["Ring 20x10x5"] * 6),
                            ("Sorte", [cell] * 6)))  # fmt: skip
    assert (fields(found).get("Sorte") == "magnet_grade") == is_grade
