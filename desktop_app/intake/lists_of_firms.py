"""Lists of suppliers: no parts, but the names behind the vendor numbers of other lists."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.planned_lists import bare, names_any, words_of
from desktop_app.intake.tables import Table
from desktop_app.intake.vague_headings import words_of_kind

if TYPE_CHECKING:
    from desktop_app.intake.table_parts import TableParts

OF_FIRMS = frozenset(
    ("part_number", "description", "supplier", "supplier_country", "country_of_origin", "ships_from",
     "currency", "lead_time_days", "purchasing_group", "plant", "material_group", "declaration")
)  # fmt: skip
"""Fields that a list of firms may seem to have."""
ADDRESSED = 2
"""Columns of an address that make a list one of firms; one where its title says so. Own judgement."""
ONCE = 0.9
"""Share of different names among the firms of such a list: some have two sites. Own judgement."""
MOSTLY = 0.5
_NAME = re.compile(r"(?=.*[^\W\d_]{3})(\D*|.*\s.*)")
"""Words, and no digits but beside a blank: "Magnet GmbH", "Studio 3", not V00010."""


def firms_of(
    grid: Grid, table: Table, fields: Mapping[str, int], book: HeadingBook
) -> dict[str, str] | None:
    """Number to name of the firms of a list that names firms with their addresses and no parts; None
    for any other list."""
    described = fields.get("description")
    if (
        "supplier" in fields
        and described is not None
        and _tells_no_part(grid, table, fields["supplier"], table.headings[described], book)
    ):
        fields = {field: at for field, at in fields.items() if field != "description"}
    name = fields.get("supplier", fields.get("description"))
    if "reference_designator" in fields and _is_bare_list(grid, fields):
        # V10 and V20 are no places on a board
        fields = {"part_number": fields["reference_designator"], **fields}
        fields = {field: at for field, at in fields.items() if field != "reference_designator"}
    if not fields.keys() <= OF_FIRMS or name is None:
        return None
    meanings = {
        n: {m.field for m in book.exact(heading)}
        for n, heading in enumerate(table.headings)
        if heading
    }
    number = fields.get("part_number", _column_of_numbers(meanings, {*fields.values()}))
    addressed = sum(bare(table.headings[n]) in words_of("address") for n in meanings if n != name)
    is_called = names_any(f"{grid.name} {grid.file_name}", "firms")
    # "Supplier parts.xlsx" holds parts of suppliers.
    is_titled = names_any(grid.name, "firms")
    if is_titled and number is None and _are_only_firms(grid, table, fields):
        return {}
    if addressed < (1 if is_called else ADDRESSED) and not _is_bare_list(grid, fields):
        return None
    if _names_parts(grid, table, fields):
        return None
    if number is None:
        return {}
    rows = range(table.heading + 1, table.end)
    pairs = ((shown(grid.cell(row, number)), shown(grid.cell(row, name))) for row in rows)
    return {one: other for one, other in pairs if one and other}


def _column_of_numbers(meanings: Mapping[int, set[str]], used: set[int]) -> int | None:
    """Where the numbers of the firms stand: under their heading, else under "Supplier" beside "Name"."""
    numbers = [n for n, said in meanings.items() if "supplier_number" in said]
    codes = [n for n, said in meanings.items() if "supplier" in said and n not in used]
    return next(iter((*numbers, *codes)), None)


def _is_bare_list(grid: Grid, fields: Mapping[str, int]) -> bool:
    """ "Vendors.xlsx" with a number, a name and perhaps a country: what is called nothing but firms."""
    names = {bare(grid.name), bare(grid.file_name.rsplit(".", 1)[0])}
    return bool(names & words_of("firms")) and fields.keys() <= OF_A_NAME


OF_A_NAME = frozenset(
    ("part_number", "reference_designator", "description", "supplier", "supplier_country", "country_of_origin",
     "currency")
)  # fmt: skip


def _tells_no_part(
    grid: Grid, table: Table, supplier: int, heading: str, book: HeadingBook
) -> bool:
    """Whether what seems to describe is an address; or, beside firms that each stand there once, the name of
    a person, or words under a heading that nobody knows."""
    if bare(heading) in words_of("address"):
        return True
    if bare(heading) not in words_of_kind("bare_name") and book.meanings(heading):
        return False
    lines, firms = _lines_and_firms(grid, table, supplier)
    return firms >= ONCE * lines


def _lines_and_firms(grid: Grid, table: Table, column: int) -> tuple[int, int]:
    """How many lines of a column say anything, and how many different things they say."""
    part = grid.columns[column].part(table.heading + 1, table.end)
    codes, counts = np.unique(part.codes, return_counts=True)
    said = {code: text for code in codes.tolist() if (text := shown(part.values[code]))}
    lines = sum(n for code, n in zip(codes.tolist(), counts.tolist(), strict=True) if code in said)
    return lines, len(set(said.values()))


def _are_only_firms(grid: Grid, table: Table, fields: Mapping[str, int]) -> bool:
    """Whether each line names another firm and says nothing of a part but what the firm sells."""
    if "supplier" not in fields or not fields.keys() <= {
        "supplier",
        "description",
        "material_group",
    }:
        return False
    lines, firms = _lines_and_firms(grid, table, fields["supplier"])
    if lines < FEWEST_FIRMS or firms < ONCE * lines:
        return False
    rows = range(table.heading + 1, table.end)
    sold = [shown(grid.cell(row, fields.get("description", fields["supplier"]))) for row in rows]
    # What a firm sells has no size: "magnet N42SH 10x5" is a part.
    sized = sum(any(map(str.isdigit, text)) for text in sold) if "description" in fields else 0
    return sized <= SIZED * lines


FEWEST_FIRMS = 8
"""Lines that show that each is of another firm: parts come from few. Own judgement."""


SIZED = 0.25
"""Share of the lines with a figure in what is sold, from which they are parts. Own judgement."""


def _names_parts(grid: Grid, table: Table, fields: Mapping[str, int]) -> bool:
    """Whether parts stand beside the firms: something else is described, or numbered more than once."""
    if "supplier" not in fields or not fields.keys() & {"description", "part_number"}:
        return False
    cells = (grid.cell(row, fields["supplier"]) for row in range(table.heading + 1, table.end))
    firms = [text for text in map(shown, cells) if text]
    named = sum(_NAME.fullmatch(text) is not None for text in firms)
    is_described = "description" in fields and named > MOSTLY * len(firms)
    return is_described or len(set(firms)) < ONCE * len(firms)


def vendor_numbers(
    grid: Grid, table: Table, fields: Mapping[str, int], rows: NDArray[np.intp], book: HeadingBook
) -> "NDArray[np.object_] | None":
    """The vendor number of each part, where a list gives it and no name."""
    if "supplier" in fields:
        return None
    used = set(fields.values())
    for n, heading in enumerate(table.headings[: len(grid.columns)]):
        meanings = {m.field for m in book.exact(heading)} if heading and n not in used else set()
        if meanings & {"supplier_number", "supplier"}:
            column = grid.columns[n]
            texts = np.empty(len(column.values), dtype=object)
            texts[:] = [shown(value) or None for value in column.values]
            found: NDArray[np.object_] = texts[column.codes[rows]]
            return found
    return None


def name_the_vendors(tables: Iterable["TableParts"]) -> None:
    """Puts names in place of vendor numbers, where a list of firms dropped with them has the names."""
    found = list(tables)
    names = {number.lstrip("0"): name for table in found for number, name in table.firms.items()}
    if not names:
        return
    for table in found:
        if table.vendors is None:
            _name_coded(table, names)
            continue
        named: list[Any] = [names.get(v.lstrip("0")) if v else None for v in table.vendors.tolist()]
        if any(named):
            column = np.empty(len(named), dtype=object)
            column[:] = named
            table.facts["supplier"] = column
            table.suppliers = frozenset(name for name in named if name)


def _name_coded(table: "TableParts", names: Mapping[str, str]) -> None:
    """Where the supplier of every part is a number of the list of firms, its name is meant."""
    firms = table.facts.get("supplier")
    known = (
        {} if firms is None else {f: names.get(f.lstrip("0")) for f in {*firms} if f is not None}
    )
    if firms is None or not known or not all(known.values()):
        return
    column = np.empty(len(firms), dtype=object)
    column[:] = [known.get(firm) for firm in firms.tolist()]
    table.facts["supplier"] = column
    table.suppliers = frozenset(name for name in known.values() if name)
