"""Where things stand on a sheet: lists composed with many defects, and what each mend must leave alone."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake.joining import connect
from desktop_app.model.reading import Reading, joined, without
from tests.intake.composed_check import compared
from tests.intake.looking import codes, facts, only_table, rows
from tests.intake.reading_here import read_here
from tests.workbooks.build import make_xlsx
from tests.workbooks.composed_books import Book, Shown, write_ods, write_xls, write_xlsx
from tests.workbooks.composed_lists import compose

DRAWN = tuple(f"first-{n}" for n in (2, 7, 55, 89, 138, 223))
"""A few of the lists of the first draw; ``python -m tests.intake.composed_battery first 300`` reads them all."""
Read = Callable[[Sequence[Sequence[Any]]], Reading]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def of(lines: Sequence[Sequence[Any]]) -> Reading:
        found = read_here(make_xlsx(tmp_path / "list.xlsx", {"List": lines}))
        assert isinstance(found, Reading)
        return found

    return of


@pytest.mark.parametrize("seed", DRAWN)
def test_nothing_of_a_composed_list_is_read_wrong(seed: str) -> None:
    wrong, _ = compared(compose(seed))
    assert wrong == []


def test_a_defect_is_left_out_and_all_else_stays() -> None:
    whole, less = compose("first-7"), compose("first-7", {"tall"})
    assert set(whole.defects) - set(less.defects) == {"tall"}
    assert [t["part_number"] for t in whole.truths] == [t["part_number"] for t in less.truths]


HEADING = ["Part number", "Description", "Quantity", "Unit price", "Supplier"]
PARTS = [[f"A-10{n}", f"Ring magnet {n} mm", 10 * n, 1.5, "Acme GmbH"] for n in range(1, 7)]
FIRMS = ["", "", "", "Acme GmbH", "", "Ningbo Magnet Co., Ltd.", ""]
OFFERED = ["Part number", "Description", "Quantity", "Unit price (EUR)", "Lead time (days)",
           "Unit price (EUR)", "Lead time (days)"]  # fmt: skip


def _offers(names: Sequence[str]) -> list[list[Any]]:
    lines = [
        [f"A-{n}", f"Ring magnet {n}", 5, 2.5, 14, 2.0 + 0.5 * (n == 3), 42] for n in range(1, 7)
    ]
    return [list(names), list(OFFERED), *lines]


@pytest.mark.parametrize(
    "block",
    [
        [["Rev.", "Date", "Changed by"], ["A", "11.03.2026", "Weber"], ["B", "11.04.2026", "Chen"]],
        [["Supplier", "Parts", "Value"], ["Acme GmbH", 3, 1200], ["TDK Corporation", 2, 800]],
        [["1.", "Prices are net."], ["2.", "Delivery FCA Ningbo."], ["3.", "Payment 30 days."]],
        [["Code", "Meaning"], ["X", "DIN"], ["Y", "ISO"]],
    ],
    ids=["changes", "summary", "conditions", "signs"],
)
def test_what_stands_below_a_list_is_no_part(read: Read, block: list[list[Any]]) -> None:
    reading = read([HEADING, *PARTS, [], *block])
    assert facts(reading, "part_number") == [part[0] for part in PARTS]


@pytest.mark.parametrize(
    "more",
    [
        [["B-1", "Servo motor", 4, 20.0, "TDK Corporation"]],
        [["B-1", "Servo motor"], ["B-2", "Cable"]],
        [["Housing", "die cast", 4, 20.0, "Acme GmbH"]],
    ],
    ids=["full", "no figures yet", "number without a figure"],
)
def test_a_list_goes_on_below_an_empty_row(read: Read, more: list[list[Any]]) -> None:
    reading = read([HEADING, *PARTS, [], *more])
    assert facts(reading, "part_number") == [part[0] for part in [*PARTS, *more]]


def test_offers_side_by_side_are_sources_and_none_is_preferred(read: Read) -> None:
    reading = read(_offers(FIRMS))
    sources = reading.parts.sources[0]
    assert [(s.supplier, s.unit_price, s.lead_time_days, s.currency) for s in sources] == [
        ("Acme GmbH", 2.5, 14.0, "EUR"), ("Ningbo Magnet Co., Ltd.", 2.0, 42.0, "EUR"),
    ]  # fmt: skip
    assert {type(s.unit_price) for s in sources} == {float}  # as JSON can hold it
    assert facts(reading, "unit_price") == [None, None, 2.5, None, None, None]
    assert set(facts(reading, "lead_time_days")) == {None}
    assert set(facts(reading, "supplier")) == {None}
    assert "W_CONFLICT" in codes(reading)
    assert (sources[0].place.row, sources[0].place.column, sources[1].place.column) == (3, 4, 6)


def test_a_part_that_one_firm_offers_has_its_price(read: Read) -> None:
    lines = _offers(FIRMS)
    lines[2][3] = lines[2][4] = None
    reading = read(lines)
    assert 0 not in reading.parts.sources
    assert reading.parts.value(0, "unit_price") == 2.0
    assert reading.parts.value(0, "supplier") == "Ningbo Magnet Co., Ltd."


def test_two_prices_under_other_words_than_firms_are_no_offers(read: Read) -> None:
    reading = read(_offers(["", "", "", "2026", "", "2027", ""]))
    assert reading.parts.sources == {}


def test_offers_stay_with_their_parts_when_lists_come_and_go(read: Read, tmp_path: Path) -> None:
    offers = read(_offers(FIRMS))
    other = read_here(make_xlsx(tmp_path / "other.xlsx", {"List": [HEADING, *PARTS]}))
    assert isinstance(other, Reading)
    both = joined(other, offers)
    assert [s.place.file for s in both.parts.sources[len(PARTS)]] == [1, 1]
    assert connect(both).parts.sources[len(PARTS)] == both.parts.sources[len(PARTS)]
    alone = without(both, {other.files[0].path})
    assert alone.parts.sources == offers.parts.sources


def _beside(own: Sequence[Sequence[Any]], more: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """Two lists with an empty column between them; the second is the shorter one."""
    return [[*row, None, *(more[n] if n < len(more) else ())] for n, row in enumerate(own)]


def test_notes_rates_and_signs_beside_a_list_are_none_of_its_rows(read: Read) -> None:
    lines = _beside(PARTS, [["USD", 1.08], ["CNY", 7.8]])
    lines.insert(3, [None, None, None, None, None, None, "Please confirm."])
    reading = read([HEADING, *lines])
    assert facts(reading, "part_number") == [part[0] for part in PARTS]
    assert set(facts(reading, "currency")) == {None}


def test_a_short_list_of_parts_beside_another_is_read(read: Read) -> None:
    beside: list[list[Any]] = [
        ["Part number", "Description", "Stock"],
        ["SP-1", "Gasket", 4],
        ["SP-2", "Cable", 7],
    ]
    found = facts(read(_beside([HEADING, *PARTS], beside)), "part_number")
    assert found == [*(part[0] for part in PARTS), "SP-1", "SP-2"]


def test_sparse_remarks_behind_an_empty_column_stay_a_column(read: Read) -> None:
    lines = [[*part, None, "urgent" if n == 1 else None] for n, part in enumerate(PARTS)]
    reading = read([[*HEADING, None, "Remarks"], *lines])
    assert [c.header for c in only_table(reading).columns][-1] == "Remarks"


@pytest.mark.parametrize(
    ("write", "ending"), [(write_xls, "xls"), (write_ods, "ods"), (write_xlsx, "xlsx")]
)
def test_merged_cells_speak_for_each_row_in_every_workbook(
    write: Callable[[Book, Path], None], ending: str, tmp_path: Path
) -> None:
    lines: list[list[Any]] = [HEADING, *[[*part[:4], None] for part in PARTS]]
    book = Book({(r, c): value for r, line in enumerate(lines) for c, value in enumerate(line)})
    book.cells[1, 4], book.cells[4, 4] = "Acme GmbH", "TDK Corporation"
    book.merged = [(1, 4, 3, 4), (4, 4, 6, 4)]
    write(book, tmp_path / f"list.{ending}")
    reading = read_here(tmp_path / f"list.{ending}")
    assert isinstance(reading, Reading)
    assert facts(reading, "supplier") == ["Acme GmbH"] * 3 + ["TDK Corporation"] * 3


def test_a_row_of_a_merged_number_goes_on_with_its_part(tmp_path: Path) -> None:
    lines: list[list[Any]] = [HEADING, *PARTS]
    book = Book({(r, c): value for r, line in enumerate(lines) for c, value in enumerate(line)})
    for column in (0, 2, 3, 4):
        book.cells[4, column] = None
        book.merged.append((3, column, 4, column))
    book.cells[4, 1] = "DIN 985"
    write_xlsx(book, tmp_path / "list.xlsx")
    reading = read_here(tmp_path / "list.xlsx")
    assert isinstance(reading, Reading)
    assert rows(reading) == [2, 3, 4, 6, 7]
    assert reading.parts.value(2, "description") == "Ring magnet 3 mm, DIN 985"


@pytest.mark.parametrize("mark", ["¹⁾", " 1)", "²", " *", ":"])
def test_a_heading_is_known_with_the_mark_of_a_note(read: Read, mark: str) -> None:
    reading = read([[f"{text}{mark}" for text in HEADING], *PARTS])
    assert [c.field for c in only_table(reading).columns] == [
        "part_number", "description", "quantity", "unit_price", "supplier",
    ]  # fmt: skip


def test_a_price_for_many_is_known_in_two_lines_of_heading(read: Read) -> None:
    upper = ["Part", "Description", "Order", "Net", "Price"]
    lower = ["number", None, "qty", "price", "unit"]
    lines = [[f"A-{n}", f"Ring magnet {n}", 5, 250.0, 100] for n in range(1, 6)]
    assert facts(read([upper, lower, *lines]), "unit_price") == [2.5] * 5


def test_no_country_is_read_from_a_word_for_nothing(read: Read) -> None:
    lines = [[*part[:4], "n.c." if n else "CN"] for n, part in enumerate(PARTS)]
    reading = read([[*HEADING[:4], "Country of origin"], *lines])
    assert facts(reading, "country_of_origin") == ["CN", *[None] * 5]


def test_numbers_by_format_keep_their_noughts_in_every_workbook(tmp_path: Path) -> None:
    for write, ending in ((write_xls, "xls"), (write_ods, "ods"), (write_xlsx, "xlsx")):
        book = Book({(0, c): text for c, text in enumerate(HEADING)})
        for r, part in enumerate(PARTS, start=1):
            book.cells.update({(r, c): str(value) for c, value in enumerate(part)})
            book.cells[r, 0] = Shown(float(40 + r), "00000", f"{40 + r:05d}")
        write(book, tmp_path / f"list.{ending}")
        reading = read_here(tmp_path / f"list.{ending}")
        assert isinstance(reading, Reading)
        assert facts(reading, "part_number") == [f"{40 + r:05d}" for r in range(1, 7)]
