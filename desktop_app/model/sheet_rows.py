"""All rows of a sheet for looking at, kept small: each column as its distinct values and where they sit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class SheetRows:
    """``first_row``: 1-based row of the sheet where ``columns`` begin, ``blank``: columns to their left.
    ``show``: a value as a person sees it."""

    first_row: int
    blank: int
    columns: "tuple[tuple[Sequence[Any], NDArray[np.unsignedinteger[Any]]], ...]"
    show: Callable[[Any], str]

    @property
    def last_row(self) -> int:
        """The last row of the sheet that holds something."""
        return self.first_row - 1 + max((len(codes) for _, codes in self.columns), default=0)

    def texts(self, row: int) -> tuple[str, ...]:
        """The texts of a 1-based row; none of a row above the first or below the last."""
        at = row - self.first_row
        if not 0 <= at <= self.last_row - self.first_row:
            return ()
        own = (self.show(values[int(codes[at])]) for values, codes in self.columns)
        return (*([""] * self.blank), *own)

    def rows_with(self, text: str) -> "NDArray[np.intp]":
        """The 1-based rows in one of whose cells a text stands, whatever its case."""
        import numpy as np  # here: the window is painted before it is loaded

        wanted = text.casefold()
        found = np.zeros(self.last_row - self.first_row + 1, np.bool_)
        for values, codes in self.columns:
            holds = [
                value is not None and wanted in self.show(value).casefold() for value in values
            ]
            if any(holds):
                found |= np.array(holds, np.bool_)[codes]
        return np.flatnonzero(found) + self.first_row
