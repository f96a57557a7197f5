"""Distinct values and where they sit: how one decision per kind reaches a million rows.

Supplier lists repeat themselves, and every decision here depends on few facts. So each step decides
once per distinct combination of facts (a *kind*) and keeps, per part, the number of its kind.
The same decision read for one part is therefore the decision of its column: they cannot differ.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

T = TypeVar("T")
U = TypeVar("U")

Codes = NDArray[np.int32]

TABLE_PER_PART = 8
"""Possible codes per part up to which a table of them is quicker than sorting."""
MOST_OBJECTS = 0.7
"""Objects per part up to which it is quicker to tell them apart before their values."""
FEW = 64
"""Parts up to which a loop is quicker than tables of NumPy and pandas (measured)."""
LARGEST_TABLE = 2**31 - 1
"""Its places are numbers of four bytes."""


@dataclass(frozen=True, slots=True, eq=False)
class Spread(Generic[T]):
    """``kinds[of[i]]`` is the value of part ``i``. ``of`` has one entry per part."""

    kinds: tuple[T, ...]
    of: Codes

    def __len__(self) -> int:
        """Number of parts, not of kinds."""
        return len(self.of)

    def __getitem__(self, part_id: int) -> T:
        """The value of one part."""
        return self.kinds[int(self.of[part_id])]

    def __iter__(self) -> Iterator[T]:
        """The value of each part in order."""
        kinds = self.kinds
        return (kinds[code] for code in self.of.tolist())

    def map(self, decide: Callable[[T], U]) -> "Spread[U]":
        """Decides once per kind. Equal results stay separate kinds; their order is kept."""
        return Spread(tuple(decide(kind) for kind in self.kinds), self.of)

    def array(self, read: Callable[[T], Any], dtype: Any = object) -> NDArray[Any]:
        """One array entry per part, read once per kind."""
        values = np.empty(len(self.kinds), dtype=dtype)
        for code, kind in enumerate(self.kinds):
            values[code] = read(kind)
        result: NDArray[Any] = values[self.of]
        return result


def spread(values: Sequence[T]) -> Spread[T]:
    """Finds the distinct hashable values of a column, in order of first appearance; None, where
    there is any, is the last kind. A float that is not a number counts as None."""
    return spread_array(np.fromiter(values, dtype=object, count=len(values)))


def spread_array(column: NDArray[Any]) -> Spread[Any]:
    """The same for a column that is an array of objects or of numbers already."""
    if column.dtype == object and len(column) <= FEW:
        return _spread_few(column.tolist())
    codes, found = _told_apart(column)
    kinds = tuple(found.tolist())
    missing = codes < 0
    if missing.any():
        codes = np.where(missing, len(kinds), codes)
        kinds = (*kinds, None)
    return Spread(kinds, codes.astype(np.int32))


def _spread_few(values: Sequence[Any]) -> Spread[Any]:
    """The same for a typed line or a short list, for which it takes longer to begin than to be done."""
    places: dict[Any, int] = {}
    codes = [
        -1 if value is None or value != value else places.setdefault(value, len(places))  # noqa: PLR0124
        for value in values
    ]
    kinds = tuple(places)
    if -1 in codes:
        codes = [len(kinds) if code < 0 else code for code in codes]
        kinds = (*kinds, None)
    return Spread(kinds, np.array(codes, dtype=np.int32))


class _Addresses:
    """The objects of an array by their addresses, which it holds (the array protocol of NumPy)."""

    def __init__(self, column: NDArray[Any]) -> None:
        self.column = column  # stays as long as its addresses are looked at
        self.__array_interface__ = {
            **column.__array_interface__,
            "typestr": np.dtype(np.intp).str,
            "descr": [("", np.dtype(np.intp).str)],
        }


def _told_apart(column: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Code of each value and the distinct values. In a column that was read, equal texts are one object,
    and to tell apart a hundred thousand addresses takes a tenth of the time of texts."""
    if column.dtype != object or not len(column):
        return pd.factorize(column)
    of, objects = pd.factorize(np.asarray(_Addresses(column)))
    if len(objects) > MOST_OBJECTS * len(column):
        return pd.factorize(column)
    first = _first_places(of, len(objects))
    codes, found = pd.factorize(column[first])
    return codes[of], found


def _first_places(codes: NDArray[Any], count: int) -> NDArray[np.intp]:
    """Where each of the codes stands first."""
    first = np.empty(count, dtype=np.intp)
    first[codes[::-1]] = np.arange(len(codes) - 1, -1, -1)  # the first is set last
    return first


def combine(*spreads: Spread[Any]) -> Spread[tuple[Any, ...]]:
    """The distinct combinations of several columns over the same parts, as tuples.

    All spreads must have the same length, else ValueError. The order of kinds is by the codes, so it does not
    depend on anything but the inputs.
    """
    if not spreads:
        raise ValueError("nothing to combine")
    codes: NDArray[Any] = spreads[0].of
    count = len(spreads[0].kinds)
    for other in spreads[1:]:
        if len(other) != len(codes):
            raise ValueError("columns of different length cannot be combined")
        width = max(1, len(other.kinds))
        codes, count = _close_up(_both(codes, width, other.of), count * width)
    codes, count = _close_up(codes, count)
    first = _first_places(codes, count)
    columns = ([s.kinds[code] for code in s.of[first].tolist()] for s in spreads)
    kinds = tuple(zip(*columns, strict=True))
    return Spread(kinds, codes.astype(np.int32))


def _both(codes: NDArray[Any], width: int, other: Codes) -> NDArray[np.int64]:
    found: NDArray[np.int64] = np.multiply(codes, width, dtype=np.int64)
    found += other
    return found


def _close_up(codes: NDArray[Any], bound: int) -> tuple[NDArray[Any], int]:
    """The codes, all below ``bound``, renumbered without gaps in their order; and how many there are.

    Few possible codes are marked in a table; sorting a long list takes several times as long. Its places
    take four bytes each: of a million parts it may have eight million.
    """
    if bound > min(TABLE_PER_PART * len(codes), LARGEST_TABLE):
        found, closed = np.unique(codes, return_inverse=True)
        return closed, len(found)
    seen = np.zeros(bound, dtype=np.bool_)
    seen[codes] = True
    places = np.cumsum(seen, dtype=np.int32)
    count = int(places[-1]) if bound else 0
    places -= 1
    return places[codes], count


def merged(source: Spread[T], read: Callable[[T], U]) -> Spread[U]:
    """Reads something hashable off each kind; kinds that read the same become one."""
    seen: dict[U, int] = {}
    codes = np.fromiter(
        (seen.setdefault(read(kind), len(seen)) for kind in source.kinds),
        dtype=np.int32,
        count=len(source.kinds),
    )
    return Spread(tuple(seen), codes[source.of])
