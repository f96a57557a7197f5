"""Texts below a part: what says more of it, what heads the next ones, and what names a part alone."""

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts

HEAD = ["Pos", "Part No", "Description", "Qty"]
RING, SEGMENT = [1, "M-1", "Ring", 5], [2, "M-2", "Segment", 7]


def test_texts_below_the_items_of_an_offer_belong_to_them(read_rows: ReadRows) -> None:
    below = [None, None, "NdFeB 42SH, nickel", None], [None, None, "SmCo 2:17", None]
    reading = read_rows([HEAD, RING, below[0], SEGMENT, below[1]])
    assert facts(reading, "description") == ["Ring, NdFeB 42SH, nickel", "Segment, SmCo 2:17"]
    assert facts(reading, "section") == [None, None]
    (table,) = reading.files[0].sheets[0].tables
    assert [row for row, *_ in table.not_parts] == [3, 5]


def test_texts_above_the_first_part_head_what_follows(read_rows: ReadRows) -> None:
    heads = [None, None, "Magnets", None], [None, None, "Others", None]
    reading = read_rows([HEAD, heads[0], RING, heads[1], SEGMENT])
    assert facts(reading, "section") == ["Magnets", "Others"]
    assert facts(reading, "description") == ["Ring", "Segment"]


def test_one_text_that_could_head_the_next_parts_stays_a_heading(read_rows: ReadRows) -> None:
    reading = read_rows([HEAD, RING, [None, None, "Spare magnets", None], SEGMENT])
    assert facts(reading, "description") == ["Ring", "Segment"]
    assert facts(reading, "section") == [None, "Spare magnets"]


def test_a_further_supplier_below_does_not_make_headings_of_texts(read_rows: ReadRows) -> None:
    reading = read_rows([
        ["Part no", "Description", "Stock", "Annual demand", "Supplier", "Price"],
        ["M-1", "Ring", 500, 4000, "Ningbo Magnets", 2.5], [None, "coated with nickel"],
        ["M-2", "Nut", 10, 100, "ABC", 0.2], [None, None, None, None, "DEF", 0.3],
    ])  # fmt: skip
    assert facts(reading, "description") == ["Ring, coated with nickel", "Nut", "Nut"]
    assert facts(reading, "section") == [None, None, None]
