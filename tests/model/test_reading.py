"""Files that come later stand below those that are there; a file of the same path is replaced."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from desktop_app.model.findings import CellRef
from desktop_app.model.parts import NUMBER_FIELDS, OBJECT_FIELDS, PartTable, part_frame
from desktop_app.model.reading import Reading, joined, with_suppliers, without
from desktop_app.model.sources import CellCounts, RowCounts, SheetFound, SourceFile, TableFound


def reading_of(**files: Sequence[str]) -> Reading:
    """One file per keyword with the part numbers of its one table; refused without any."""
    sources: list[SourceFile] = []
    numbers: list[str] = []
    places: list[tuple[int, str, int, int]] = []
    tables: list[dict[str, int]] = []
    for at, (name, found) in enumerate(files.items()):
        table = TableFound(1, 2, 1 + len(found), (), RowCounts(), CellCounts())
        sheets = (SheetFound(name.upper(), False, (table,)),) if found else ()
        sources.append(
            SourceFile(f"{name}.xlsx", name, "xlsx", "read" if found else "refused", sheets=sheets)
        )
        if found:
            for row, number in enumerate(found, start=2):
                numbers.append(number)
                places.append((at, name.upper(), row, len(tables)))
            tables.append({"part_number": len(tables) + 1})
    frame = part_frame(
        {
            "part_number": numbers,
            "file": [p[0] for p in places],
            "sheet": [p[1] for p in places],
            "row": [p[2] for p in places],
            "table": [p[3] for p in places],
        },
        len(numbers),
    )
    remarked = [len(numbers) - 1] if numbers else []
    return Reading(
        tuple(sources),
        PartTable(frame, dict.fromkeys(remarked, ("zero",)), tuple(tables), dict.fromkeys(remarked, ("quantity",)),
                  tuple(f"{name}.xlsx" for name in files)),
    )  # fmt: skip


def numbers_of(reading: Reading) -> list[str]:
    return list(reading.parts.frame["part_number"])


def test_a_second_reading_stands_below_the_first_and_keeps_its_places() -> None:
    both = joined(reading_of(a=["A1", "A2"]), reading_of(b=["B1"]))
    assert [file.path for file in both.files] == ["a.xlsx", "b.xlsx"]
    assert numbers_of(both) == ["A1", "A2", "B1"]
    assert both.parts.cell_of(2, "part_number") == CellRef("b.xlsx", "B", 2, 1)
    assert both.parts.marks == {1: ("zero",), 2: ("zero",)}
    assert both.parts.unreadable == {1: ("quantity",), 2: ("quantity",)}


def test_reading_a_file_again_replaces_its_parts() -> None:
    first = reading_of(a=["A1", "A2"], b=["B1"])
    again = joined(first, reading_of(a=["A9"]))
    assert numbers_of(again) == ["B1", "A9"]
    assert [file.path for file in again.files] == ["b.xlsx", "a.xlsx"]
    assert again.parts.cell_of(0, "part_number") == CellRef("b.xlsx", "B", 2, 2)


def test_a_removed_file_takes_its_parts_and_remarks_with_it() -> None:
    three = reading_of(a=["A1"], refused=[], b=["B1", "B2"])
    left = without(three, {"a.xlsx"})
    assert numbers_of(left) == ["B1", "B2"]
    assert left.parts.frame["file"].tolist() == [1, 1]
    assert left.parts.frame["table"].tolist() == [0, 0]
    assert left.parts.marks == {1: ("zero",)}
    assert left.parts.cell_of(0, "part_number") == CellRef("b.xlsx", "B", 2, 2)


def test_what_stays_of_two_files_shares_the_columns_where_it_is_most_of_them() -> None:
    """Of a long list beside a short one no second copy is held, and of the short one no long one."""
    both = reading_of(a=["A1"], b=["B1", "B2", "B3"])
    long, short = without(both, {"a.xlsx"}), without(both, {"b.xlsx"})
    assert numbers_of(long) == ["B1", "B2", "B3"]
    assert numbers_of(short) == ["A1"]
    whole = both.parts.frame["part_number"].to_numpy()
    assert np.shares_memory(long.parts.frame["part_number"].to_numpy(), whole)
    assert not np.shares_memory(short.parts.frame["part_number"].to_numpy(), whole)
    middle = without(reading_of(a=["A1", "A2"], b=["B1"], c=["C1", "C2"]), {"b.xlsx"})
    assert numbers_of(middle) == ["A1", "A2", "C1", "C2"]


def test_nothing_is_left_when_the_only_file_goes() -> None:
    left = without(reading_of(a=["A1"]), {"a.xlsx"})
    assert left.files == ()
    assert len(left.parts) == 0


def test_a_refused_file_can_stand_first_and_be_joined() -> None:
    both = joined(reading_of(bad=[]), reading_of(b=["B1"]))
    assert [file.outcome for file in both.files] == ["refused", "read"]
    assert both.parts.frame["file"].tolist() == [1]


def test_types_of_the_columns_survive_joining() -> None:
    both = joined(reading_of(a=["A1"]), reading_of(b=["B1"])).parts.frame
    alone = reading_of(a=["A1"]).parts.frame
    assert both.dtypes.to_dict() == alone.dtypes.to_dict()


def test_a_supplier_told_of_one_list_leaves_none_to_the_others() -> None:
    told = with_suppliers(reading_of(a=["A1"], b=["B1"]), {"a.xlsx": "Nordmagnet"}).parts.frame
    assert told["supplier"].tolist() == ["Nordmagnet", None]


def test_columns_nobody_filled_take_no_memory_each() -> None:
    """Of a million rows each would take 8 MB, and a list fills a third of them."""
    both = joined(reading_of(a=["A1", "A2"]), reading_of(b=["B1"]))
    left = without(both, {"b.xlsx"})
    for frame in (both.parts.frame, left.parts.frame):
        assert frame["material"].tolist() == [None] * len(frame)
        assert frame["stock_on_hand"].isna().all()
        arrays = {name: frame[name].to_numpy() for name in OBJECT_FIELDS + NUMBER_FIELDS}
        assert len({values.ctypes.data for values in arrays.values()}) == 3  # with the part numbers


def test_what_one_of_two_lists_fills_stays_where_it_is() -> None:
    first, second = reading_of(a=["A1"]), reading_of(b=["B1", "B2"])
    told = second.parts.frame.assign(
        material=pd.Series([None, "NdFeB"], dtype=object), stock_on_hand=[float("nan"), 5.0]
    )
    second = Reading(second.files, replace(second.parts, frame=told))
    both = joined(first, second).parts.frame
    assert both["material"].tolist() == [None, None, "NdFeB"]
    assert both["stock_on_hand"].tolist()[2] == 5.0
    assert both["stock_on_hand"].isna().tolist() == [True, True, False]
    left = without(joined(first, second), {"a.xlsx"}).parts.frame
    assert left["material"].tolist() == [None, "NdFeB"]
