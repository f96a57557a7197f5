"""Numbers that a sheet shows with noughts before them: 471 in the format 00000000 is 00000471 to everybody who
sees it, and in every other list. Runs in the reader child only."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from desktop_app.intake.number_formats import as_shown
from desktop_app.intake.raw_sheets import RawSheet, SheetRows

Run = tuple[int, int, int, str]
"""Sheet column, first and last row, the pattern that numbers are shown by (see ``number_formats``)."""


class _PaddedRows(SheetRows):
    """The rows of a sheet, with whole numbers in some places as the text that is shown there."""

    def __init__(self, sheet: RawSheet, runs: Sequence[Run]) -> None:
        self._inner, self.width, self._first = sheet.rows, sheet.width, sheet.first_row
        self._runs: dict[int, list[Run]] = {}
        for run in runs:
            self._runs.setdefault(run[0] - sheet.first_column, []).append(run)

    def __len__(self) -> int:
        return len(self._inner)

    def __iter__(self) -> Iterator[list[Any]]:
        patterns = {at: _patterns(runs) for at, runs in self._runs.items()}
        for number, row in enumerate(self._inner, start=self._first):
            shown = list(row)
            for at, of_row in patterns.items():
                wanted = of_row(number)
                if wanted and 0 <= at < len(row):
                    shown[at] = _as_shown(row[at], wanted)
            yield shown


def _patterns(runs: Sequence[Run]) -> Callable[[int], str]:
    """Tells of rows that are asked for one after another by which pattern numbers are shown there; "" by none."""
    ahead = iter(sorted(runs, key=lambda run: run[1]))
    now = next(ahead, None)

    def of_row(number: int) -> str:
        nonlocal now
        while now is not None and now[2] < number:
            now = next(ahead, None)
        return now[3] if now is not None and now[1] <= number else ""

    return of_row


def _as_shown(value: Any, pattern: str) -> Any:
    if type(value) is float and value >= 0 and value.is_integer():
        return as_shown(int(value), pattern)
    return value


def show_padded(sheet: RawSheet, runs: Sequence[Run]) -> None:
    """Puts the shown text in the place of such numbers."""
    if runs:
        sheet.rows = _PaddedRows(sheet, runs)
