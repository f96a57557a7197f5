"""Numbers of one part written in two ways in two files, and numbers of two parts that are nearly alike."""

from pathlib import Path

import pytest

from tests.intake.joined import Join, joining
from tests.intake.looking import facts
from tests.workbooks.build import Rows


@pytest.fixture
def join(tmp_path: Path) -> Join:
    return joining(tmp_path)


def bill(*numbers: str) -> Rows:
    told: Rows = [["Level", "Component", "Description", "Quantity", "Unit"]]
    return [
        *told,
        *([1, number, f"Ring magnet no. {n}", 2, "PC"] for n, number in enumerate(numbers)),
    ]


def store(*rows: tuple[str, int]) -> Rows:
    told: Rows = [["Material", "Description", "Unrestricted", "Base unit"]]
    return [*told, *([number, "Magnet", many, "PC"] for number, many in rows)]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("000000000010004711", "10004711"), ("MG-2041-A", "MG2041A"), ("mg-2041", "MG–2041"),
        ("4711.0815", "4711-0815"), ("ＭＧ２０４１", "MG2041"), ("MG-2041", "MG-2041 Rev. B"),
        ("MG-2041 rev B", "MG-2041"), ("10004711", "10004711.0"), ("MG 2041", "MG2041 "),
        ("MG-2041-1", "MG2041-1"), ("MG_2041/17", "MG-2041-17"), ("A2C-0081.5", "A2C 0081 5"),
    ],
)  # fmt: skip
def test_a_number_written_in_another_way_is_that_of_the_part(
    join: Join, ours: str, theirs: str
) -> None:
    reading = join(bom=bill(ours, "Q-9002"), stock=store((theirs, 40), ("Q-9002", 7)))
    assert facts(reading, "stock_on_hand") == [40, 7]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("MG-2041-1", "MG-20411"), ("MG-2041/B", "MG-2041/C"), ("MG-2041", "MG-2041/B"),
        ("MG-2041 Rev. A", "MG-2041 Rev. B"), ("10004711", "100047110"), ("12-345-6", "123-456"),
        ("MG-2041", "MG-2041-1"), ("AB-1000", "BA-1000"),
    ],
)  # fmt: skip
def test_a_number_that_is_nearly_alike_is_of_another_part(
    join: Join, ours: str, theirs: str
) -> None:
    reading = join(bom=bill(ours, "Q-9002"), stock=store((theirs, 40), ("Q-9002", 7)))
    stock = dict(zip(facts(reading, "part_number"), facts(reading, "stock_on_hand"), strict=True))
    assert (stock[ours], stock["Q-9002"]) == (None, 7)


def test_zeros_tell_parts_apart_where_a_list_has_both(join: Join) -> None:
    reading = join(bom=bill("008150", "8150"), stock=store(("008150", 40), ("8150", 7)))
    assert facts(reading, "stock_on_hand") == [40, 7]


def test_two_numbers_without_their_signs_are_nobodys(join: Join) -> None:
    """A-1123 and A1-123 both stand in the store: which of them A1123 is, nobody knows."""
    reading = join(
        bom=bill("A1123", "Q-9002"), stock=store(("A-1123", 40), ("A1-123", 5), ("Q-9002", 7))
    )
    stock = dict(zip(facts(reading, "part_number"), facts(reading, "stock_on_hand"), strict=True))
    assert (stock["A1123"], stock["Q-9002"]) == (None, 7)


def test_a_revision_that_stands_beside_its_number_keeps_to_it(join: Join) -> None:
    rows = (("MG-2041", 40), ("MG-2041 Rev. B", 5), ("Q-9002", 7))
    reading = join(bom=bill("MG-2041", "MG-2041 Rev. B", "Q-9002"), stock=store(*rows))
    assert facts(reading, "stock_on_hand") == [40, 5, 7]


def test_a_revision_of_a_number_that_the_store_has_without_it_adds_nothing(join: Join) -> None:
    """The store keeps both apart: what lies there of the other one is none of what the bill names."""
    rows = (("MG-2041", 40), ("MG-2041 Rev. B", 5), ("Q-9002", 7))
    reading = join(bom=bill("MG-2041", "Q-9002"), stock=store(*rows))
    stock = dict(zip(facts(reading, "part_number"), facts(reading, "stock_on_hand"), strict=True))
    assert (stock["MG-2041"], stock["Q-9002"]) == (40, 7)
