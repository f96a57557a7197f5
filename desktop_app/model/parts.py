"""The table of parts: one row per bought thing, every fact nullable, missing is never zero."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.model.answers import Bound, ReplyValue
from desktop_app.model.findings import CellRef
from desktop_app.model.spread import Spread, spread_array

Use: TypeAlias = Literal["used", "agrees", "conflict", "kept"]

TEXT_FIELDS = (
    "part_number", "mpn", "description", "supplier", "manufacturer", "country_of_origin",
    "ships_from", "supplier_country", "hs_code", "cas_number", "material", "magnet_grade", "unit",
    "currency", "declaration", "end_use", "plant", "owner", "material_group", "substance",
    "section", "margin_currency", "reference_designator", "footprint",
)  # fmt: skip
"""Text facts. Countries ISO2 (several joined by ";"), HS codes digits only, CAS with hyphens.

``margin_currency`` is that of ``margin_per_day``; a margin without one is used in no figure.
``section`` is the heading of the block a row stands under; ``owner`` the purchasing group.
``reference_designator``: places on a circuit board ("C1, C2"), ``footprint``: the shape its list names for
them; both only of lists of boards.
"""

NUMBER_FIELDS = (
    "quantity", "annual_quantity", "unit_price", "annual_spend", "unit_mass_g", "stock_on_hand",
    "in_transit", "lead_time_days", "cn_value_share", "margin_per_day", "substance_percent",
    "substance_mass_g", "stock_blocked", "open_order_quantity", "requirement_quantity",
    "quantity_in_product",
)  # fmt: skip
"""Number facts, NaN where missing. unit_price is per one unit; masses in g of one unit; lead time
in calendar days; cn_value_share in percent; money in the row's ``currency``. ``quantity`` is as the row
says it; ``quantity_in_product`` how many go into one product by a bill of several levels, where that is
known."""

FLAG_FIELDS = ("leaves_china",)
"""True, False or None; None unless a column or a named user says so."""

PLANNING_FIELDS = (
    "special_stock", "stock_date", "confirmed_date", "requirement_date", "lead_time_holds_licence",
    "goes_into",
)  # fmt: skip
"""Facts of planning, as objects, None where missing: the mark of a stock that belongs to somebody
(text as found), the day on which stock was counted, dates of an open order (or of goods in transit)
and of a requirement, whether the delivery time already
holds the licence (True or False as a named user recorded it), and the number and name of the product
that is made of the part, as columns beside it say."""

PLACE_FIELDS = ("file", "sheet", "row", "table")
"""Where the part stands: index into the files, sheet name, 1-based sheet row, index of its table
among the tables of the whole reading."""


SHARE_MARK = "share without a sign: "
"""Begins the mark of a share of value of 1 or less without a sign, which may be that many percent or
that part of the whole; the figure follows. The fact itself is missing then."""

OBJECT_FIELDS = TEXT_FIELDS + FLAG_FIELDS + PLANNING_FIELDS
COLUMNS = PLACE_FIELDS + OBJECT_FIELDS + NUMBER_FIELDS


@dataclass(frozen=True, slots=True)
class FactCell:
    """Where a fact stands that was not read in the part's own row and column: index into the files,
    sheet name, 1-based row and column."""

    file: int
    sheet: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """One of several suppliers of a part, as a purchasing list names it. None where not said.

    ``unit_price`` of one unit in ``currency``; ``lead_time_days`` in calendar days.
    """

    supplier: str | None
    country_of_origin: str | None
    leaves_china: bool | None
    lead_time_days: float | None
    unit_price: float | None
    currency: str | None
    place: FactCell
    ships_from: str | None = None


@dataclass(frozen=True, slots=True)
class SubstanceFact:
    """One line of a declaration of materials about a part: ``percent`` of the part's mass, grams in
    one part; None where not said."""

    name: str | None
    cas_number: str | None
    percent: float | None
    mass_g: float | None
    place: FactCell


@dataclass(frozen=True, slots=True)
class Requirement:
    """So many of a part that are needed on a day, as a planning list says."""

    on: date
    quantity: float
    place: FactCell


@dataclass(frozen=True, slots=True)
class StockRow:
    """What one of several rows of a part says of its stock: the amount, and its cell.

    ``why`` it does not count: "" where it does, ``reserved`` for a project or a customer (``mark`` as
    found), ``again`` where it repeats what another row says, ``expired`` where its last day, ``until``,
    is past on the day that is asked about.
    """

    quantity: float
    place: FactCell
    why: Literal["", "reserved", "again", "expired"] = ""
    mark: str | None = None
    until: date | None = None

    @property
    def counts(self) -> bool:
        """Whether the amount is in the stock of the part."""
        return not self.why


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two files say different things of one part. ``said`` in the order of the files."""

    field: str
    said: tuple[tuple[str, FactCell], ...]


@dataclass(frozen=True, slots=True)
class Declared:
    """One answer of a supplier about a part. ``answer``: its key; ``typed``, ``value`` and ``bound`` as
    in :class:`desktop_app.model.answers.Reply`.

    ``use``: ``used`` for the fact ``field`` of the part, ``agrees`` with what stood there, ``conflict``
    with it, ``kept`` to be looked at. ``on``: the day the supplier gave, None where it gave none.
    """

    answer: str
    typed: str
    value: ReplyValue
    bound: Bound
    use: Use
    field: str
    place: FactCell
    on: date | None = None


@dataclass(frozen=True, eq=False)
class PartTable:
    """Row ``i`` of ``frame`` is part ``i``, and every mapping is by that number. Columns: all PLACE,
    TEXT, NUMBER, FLAG and PLANNING fields.

    Text columns have dtype object with None for missing, numbers float64 with NaN, flags object.
    ``marks``: remarks per part id (few parts have any). ``columns``: per table index, field to
    1-based column. ``unreadable``: per part id, fields whose cell held something that cannot be
    read as that fact (the fact is missing, and it is said why). ``file_names`` for cell references.

    Of joined files, per part id: ``provenance`` (field to the cell it was taken from), ``sources``
    (several suppliers of one material, no conflict), ``substances`` (declared contents),
    ``requirements`` (all dated requirements; the first of them is the fact of the row), and
    ``conflicts`` (facts that two cells state differently; the fact itself is then unknown),
    ``stock_rows`` (the rows of a list whose stock was added up, and those whose stock has a last day), and
    ``answered`` (what its supplier answered in questionnaires that came back).
    ``stock_ends``: of files that are not joined yet, the last day of the stock of a row.
    """

    frame: pd.DataFrame
    marks: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    columns: Sequence[Mapping[str, int]] = ()
    unreadable: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    file_names: tuple[str, ...] = ()
    provenance: Mapping[int, Mapping[str, FactCell]] = field(default_factory=dict)
    sources: Mapping[int, tuple[Source, ...]] = field(default_factory=dict)
    substances: Mapping[int, tuple[SubstanceFact, ...]] = field(default_factory=dict)
    conflicts: Mapping[int, tuple[Conflict, ...]] = field(default_factory=dict)
    answered: Mapping[int, tuple[Declared, ...]] = field(default_factory=dict)
    requirements: Mapping[int, tuple[Requirement, ...]] = field(default_factory=dict)
    stock_rows: Mapping[int, tuple[StockRow, ...]] = field(default_factory=dict)
    stock_ends: Mapping[int, date] = field(default_factory=dict)

    def __len__(self) -> int:
        """Number of parts."""
        return len(self.frame)

    def text(self, name: str) -> Spread[str | None]:
        """A text column as distinct values."""
        return spread_array(self.frame[name].to_numpy(dtype=object))

    def number(self, name: str) -> "np.ndarray[Any, np.dtype[np.float64]]":
        """A number column; NaN where missing."""
        return self.frame[name].to_numpy(dtype=np.float64)

    def cells_elsewhere(self) -> dict[int, dict[str, FactCell]]:
        """Per part, the facts that stand in another row than its own."""
        if not self.provenance:
            return {}
        own = [self.frame[name].tolist() for name in ("file", "sheet", "row")]
        found: dict[int, dict[str, FactCell]] = {}
        for part_id, cells in self.provenance.items():
            place = tuple(values[part_id] for values in own)
            lent = {n: c for n, c in cells.items() if (c.file, c.sheet, c.row) != place}
            if lent:
                found[part_id] = lent
        return found

    def value(self, part_id: int, name: str) -> Any:
        """One fact of one part; None where missing, whatever its dtype."""
        found = self.frame[name].iloc[part_id]
        if found is None or found is pd.NA or (isinstance(found, float) and np.isnan(found)):
            return None
        return found.item() if isinstance(found, np.generic) else found

    def cell_of(self, part_id: int, name: str) -> CellRef | None:
        """The cell a fact was read from; None where no column of the part's files has it."""
        elsewhere = self.provenance.get(part_id, {}).get(name)
        if elsewhere is not None:
            return CellRef(
                self.file_names[elsewhere.file], elsewhere.sheet, elsewhere.row, elsewhere.column
            )
        place = self.frame.iloc[part_id]
        column = self.columns[int(place["table"])].get(name) if self.columns else None
        if column is None:
            return None
        return CellRef(
            self.file_names[int(place["file"])], str(place["sheet"]), int(place["row"]), column
        )


def empty_columns(rows: int, filled: Container[str]) -> dict[str, Any]:
    """All columns of a part table with ``rows`` rows, everything missing.

    Those that nobody is going to have ``filled`` are one array, which cannot be written to: a list
    fills a third of the columns, and of a million rows each takes 8 MB.
    """
    nothing, no_number = _nothing(rows), _no_number(rows)
    shared = {name: no_number if name in NUMBER_FIELDS else nothing for name in COLUMNS}
    return {
        name: _empty(name, rows) if name in filled or name in PLACE_FIELDS else shared[name]
        for name in COLUMNS
    }


def _nothing(rows: int) -> "NDArray[np.object_]":
    values: NDArray[np.object_] = np.full(rows, None, dtype=object)
    values.flags.writeable = False
    return values


def _no_number(rows: int) -> NDArray[np.float64]:
    values = np.full(rows, np.nan)
    values.flags.writeable = False
    return values


def _empty(name: str, rows: int) -> Any:
    if name in ("file", "row", "table"):
        return np.zeros(rows, dtype=np.int32)
    if name in NUMBER_FIELDS:
        return np.full(rows, np.nan)
    return np.full(rows, "" if name == "sheet" else None, dtype=object)


def part_frame(columns: Mapping[str, Any], rows: int) -> pd.DataFrame:
    """A frame with every field of a part table; those not given are missing.

    Arrays are taken over, not copied: whoever gives them writes to them no more.
    """
    given = {name: _values(name, values) for name, values in columns.items()}
    index = pd.RangeIndex(rows)  # one for all, or each column is laid against the others anew
    return pd.DataFrame(
        {
            name: pd.Series(
                values,
                index=index,
                dtype=object if isinstance(values, np.ndarray) and values.dtype == object else None,
                copy=False,
            )
            for name, values in (empty_columns(rows, ()) | given).items()
        },
        index=index,
        copy=False,  # laid side by side they would be copied once more, in one go no thread interrupts
    )


def rows_below(above: pd.DataFrame, below: pd.DataFrame) -> pd.DataFrame:
    """The rows of two part frames below one another; columns nobody filled are one array again."""
    pieces = {name: (above[name].to_numpy(), below[name].to_numpy()) for name in COLUMNS}
    return _laid(pieces, len(above) + len(below), np.concatenate)


def rows_kept(
    frame: pd.DataFrame, stays: NDArray[np.bool_], *, shares: bool = False
) -> pd.DataFrame:
    """The rows of a part frame that stay, numbered anew; columns nobody filled are one array again.

    ``shares``: ``frame`` is written to no more. Most of it in one piece then shares its columns, so
    that those of a million rows are not held twice; a small part does not, or it would hold all.
    """
    pieces = {name: (frame[name].to_numpy(),) for name in COLUMNS}
    rows = int(np.count_nonzero(stays))
    first = int(np.argmax(stays)) if rows else 0
    is_piece = shares and rows * 2 >= len(frame) and bool(stays[first : first + rows].all())
    chosen = slice(first, first + rows) if is_piece else stays
    return _laid(pieces, rows, lambda one: one[0][chosen])


def _laid(
    pieces: Mapping[str, Sequence[NDArray[Any]]],
    rows: int,
    lay: Callable[[Sequence[NDArray[Any]]], NDArray[Any]],
) -> pd.DataFrame:
    missing: dict[tuple[int, int], bool] = {}

    def is_missing(values: NDArray[Any]) -> bool:
        key = values.ctypes.data, len(values)  # what is one array is looked at once
        if key not in missing:
            missing[key] = _holds_nothing(values)
        return missing[key]

    filled = {name: found for name, found in pieces.items() if not all(map(is_missing, found))}
    return part_frame({name: lay(found) for name, found in filled.items()}, rows)


def _holds_nothing(values: NDArray[Any]) -> bool:
    if values.dtype.kind not in "Of" or (len(values) and not pd.isna(values[0])):
        return False
    return bool(pd.isna(values).all())


def _values(name: str, values: Any) -> Any:
    if name in NUMBER_FIELDS:
        return np.asarray(values, dtype=np.float64)
    return _objects(name, values)


def _objects(name: str, values: Any) -> Any:
    """Place fields keep their integer type; everything else becomes an object array."""
    if name in ("file", "row", "table"):
        return np.asarray(values, dtype=np.int32)
    if isinstance(values, np.ndarray) and values.dtype == object:
        return values
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column
