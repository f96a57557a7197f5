"""Whether a part has one supplier, and one country, as far as the lists can show it.

A list that names one supplier per part, as a supplier's own list does, cannot show a second one.
So a part counts as single-sourced only where its list shows second sources for other parts.
"""

from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.assessment.kept import kept
from desktop_app.matching import kinds
from desktop_app.model.parts import PartTable

Flags = NDArray[Any]
Codes = NDArray[np.int64]
Marks = NDArray[np.bool_]

_FOUND: WeakKeyDictionary[PartTable, tuple[Flags, Flags]] = WeakKeyDictionary()

CODE_LENGTH = 2
"""Of a country; several countries in one cell are longer."""


def single_source(parts: PartTable) -> tuple[Flags, Flags]:
    """(one supplier, one country) per part: True, False, or None where the lists cannot tell.

    Rows of one table with the same part number, else the same manufacturer part number, are one
    part; a part that joined files name several suppliers of has several. It hangs on nothing but the
    parts, so that every question about the same ones shares what was found; nobody may write to it.
    """
    found = _FOUND.get(parts)
    if found is None:
        found = _FOUND[parts] = _of_parts(parts)
    return found


def _of_parts(parts: PartTable) -> tuple[Flags, Flags]:
    one_supplier, one_country = _by_rows(parts)
    for part_id, sources in parts.sources.items():
        if len({source.supplier for source in sources if source.supplier}) > 1:
            one_supplier[part_id] = False
        if len({source.country_of_origin for source in sources if source.country_of_origin}) > 1:
            one_country[part_id] = False
    for flags in (one_supplier, one_country):
        flags.setflags(write=False)
    return one_supplier, one_country


def _by_rows(parts: PartTable) -> tuple[Flags, Flags]:
    unknown = np.full(len(parts), None, dtype=object)
    tables = parts.frame["table"].to_numpy(dtype=np.int64)
    keys = part_keys(parts)
    suppliers = _codes(parts, "supplier")
    numbered = np.flatnonzero((keys >= 0) & (suppliers >= 0))
    if not len(numbered):
        return unknown, unknown.copy()
    count = int(keys.max()) + 1
    several = _distinct(keys[numbered], suppliers[numbered], count) > 1
    shows = _in_lists_that_show(keys, tables, several)
    source = _flag(several, ~several & _all(keys, suppliers >= 0, count) & shows, keys)
    countries = _countries(parts)
    placed = np.flatnonzero((keys >= 0) & (countries >= 0))
    spread_out = _distinct(keys[placed], countries[placed], count) > 1
    one_country = ~spread_out & _all(keys, countries >= 0, count)
    return source, _flag(spread_out, one_country & shows, keys)


def part_keys(parts: PartTable, apart: Codes | None = None) -> Codes:
    """One number per part number of one table, -1 where the row has none.

    Two lists may give the same number to different things, so a number never joins tables; nor
    rows whose code in ``apart`` (from 0), such as the plant, differs.
    """
    tables = parts.frame["table"].to_numpy(dtype=np.int64)
    numbers = kept(part_numbers, parts)
    rows = np.flatnonzero(numbers >= 0)
    width = int(numbers.max(initial=-1)) + 1
    joined = tables[rows] * width + numbers[rows]
    if apart is not None:
        joined = joined * (int(apart.max(initial=0)) + 1) + apart[rows]
    keys = np.full(len(numbers), -1, dtype=np.int64)
    _, keys[rows] = np.unique(joined, return_inverse=True)
    return keys


def part_numbers(parts: PartTable) -> Codes:
    """A number per distinct part number, else manufacturer part number, whatever table it stands in;
    -1 where a row has neither."""
    own, maker = _codes(parts, "part_number"), _codes(parts, "mpn")
    first_free = int(own.max(initial=-1)) + 1
    found: Codes = np.where(own >= 0, own, np.where(maker >= 0, maker + first_free, -1))
    found.setflags(write=False)  # several steps share it
    return found


def _codes(parts: PartTable, field: str) -> Codes:
    """A number per distinct text, -1 where it is missing; told apart once for all who ask."""
    found = kinds.texts(parts, field)
    missing = len(found.kinds) - 1 if None in found.kinds[-1:] else -1
    codes: Codes = np.where(found.of == missing, -1, found.of).astype(np.int64)
    return codes


def _countries(parts: PartTable) -> Codes:
    """As above; a cell with several countries says nothing."""
    codes, texts = pd.factorize(parts.frame["country_of_origin"].to_numpy(dtype=object))
    usable = np.array([len(text) == CODE_LENGTH for text in texts] + [False])
    return np.where(usable[codes], codes, -1)


def _distinct(keys: Codes, values: Codes, count: int) -> NDArray[np.int64]:
    """How many distinct values each key has."""
    width = int(values.max()) + 1 if len(values) else 1
    pairs = np.sort(keys * width + values)  # for a million pairs far faster than np.unique
    is_new = np.diff(pairs, prepend=-1) != 0
    return np.bincount(pairs[is_new] // width, minlength=count)


def _all(keys: Codes, holds: Marks, count: int) -> Marks:
    """Per key whether it holds in all of its rows."""
    fails = np.bincount(keys[(keys >= 0) & ~holds], minlength=count)
    return np.asarray(fails == 0)


def _in_lists_that_show(keys: Codes, tables: Codes, several: Marks) -> Marks:
    """Per key whether it stands in a table in which some part has several suppliers."""
    rows = np.flatnonzero(keys >= 0)
    table_of = np.empty(len(several), dtype=np.int64)
    table_of[keys[rows]] = tables[rows]
    return np.isin(table_of, table_of[several])


def _flag(no: Marks, yes: Marks, keys: Codes) -> Flags:
    values = np.full(len(no) + 1, None, dtype=object)
    values[:-1][no], values[:-1][yes] = False, True
    return np.asarray(values[keys])
