"""Which columns of a table are shown, in which order and how wide.

By itself the table fits its room: columns give way, the rest share what is left by what their words
need. Once the user has chosen, moved or drawn columns, the choice holds, and the table scrolls
sideways where it must.
"""

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTableView

from desktop_app.ui.theme import SMALL_PX

if TYPE_CHECKING:
    from desktop_app.ui.table_data import Column
    from desktop_app.ui.table_model import TableModel

ROWS_MEASURED = 200
"""Widths follow the first rows; asking all of a long list would take a minute."""
ROWS_IN_SIGHT = 40
"""What is seen before anybody scrolls is what widths are made for; about a large screen of rows."""
DOTS = ", …"
HEADER_EDGES, CELL_EDGES, MARK, ARROW = 28, 22, 18, 16


class ColumnWidths(QObject):
    """Dresses the columns of one view. ``changed`` when the user moved or drew one."""

    changed = Signal()

    def __init__(self, view: QTableView, model: "TableModel") -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self.chosen: tuple[str, ...] = ()
        self.own: dict[str, int] = {}
        self._widths: list[int] = []
        self._least: list[int] = []
        self._usual: list[int] = []
        self._is_fitting = False
        header = view.horizontalHeader()
        header.setSectionsMovable(True)
        header.sectionResized.connect(self._drawn)
        header.sectionMoved.connect(self._moved)

    @property
    def columns(self) -> "Sequence[Column]":
        """The columns of what is shown now; none while others are on their way."""
        data = self._model.data_shown
        return () if data is None or len(data.columns) != len(self._widths) else data.columns

    @property
    def visible(self) -> tuple[str, ...]:
        """Ids of the columns that are shown, from left to right."""
        header, columns = self._view.horizontalHeader(), self.columns
        places = sorted(range(len(columns)), key=header.visualIndex)
        return tuple(columns[at].id for at in places if not self._view.isColumnHidden(at))

    def choose(self, columns: Sequence[str], widths: Mapping[str, int]) -> None:
        """The user's own columns and widths; none of both: as the room allows."""
        self.chosen, self.own = tuple(columns), dict(widths)
        self.fit()

    def dress(self, columns: "Sequence[Column]") -> None:
        """Measures other columns."""
        self._least = [self._whole(column) for column in columns]
        self._widths, self._usual = [], []
        for at, (least, column) in enumerate(zip(self._least, columns, strict=True)):
            in_sight, longest = self._needs(at, column)
            title = max(least, self._title_width(column) + self._arrow(at))
            self._widths.append(max(title, min(longest, column.most or column.width)))
            self._usual.append(max(title, in_sight))
        self.fit()

    def fit(self) -> None:
        """Lays the columns out in the room there is."""
        if not self.columns or self._is_fitting:
            return
        self._is_fitting = True
        is_own = bool(self.chosen)
        policy = Qt.ScrollBarPolicy
        self._view.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if is_own else policy.ScrollBarAlwaysOff
        )
        self._put_in_order()
        shown, widths = self._as_chosen() if is_own else self._as_room_allows()
        for at in range(len(self.columns)):
            self._view.setColumnHidden(at, at not in shown)
            if at in shown:
                self._view.setColumnWidth(at, widths[at])
        self._is_fitting = False

    def _put_in_order(self) -> None:
        header, columns = self._view.horizontalHeader(), self.columns
        places = {column.id: at for at, column in enumerate(columns)}
        wanted = [places[name] for name in self.chosen if name in places]
        wanted += [at for at in range(len(columns)) if at not in wanted]
        for place, at in enumerate(wanted):
            header.moveSection(header.visualIndex(at), place)

    def _as_chosen(self) -> tuple[list[int], list[int]]:
        """At the user's widths; what is left goes to those that grow and were not drawn."""
        columns = self.columns
        shown = [at for at, column in enumerate(columns) if column.id in self.chosen]
        shown = shown or [0]
        widths = [self.own.get(column.id, self._widths[at]) for at, column in enumerate(columns)]
        growing = [at for at in shown if columns[at].grows and columns[at].id not in self.own]
        return shown, self._shared(widths, shown, growing)

    def _as_room_allows(self) -> tuple[list[int], list[int]]:
        """Empty columns and those that give way are hidden; the rest share the spare width."""
        columns, room = self.columns, self._view.viewport().width()
        shown = [
            at for at, column in enumerate(columns) if any(column.words) and not column.is_spare
        ]
        for at in sorted(shown, key=lambda at: columns[at].falls):
            if columns[at].falls and sum(self._widths[i] for i in shown) > room:
                shown.remove(at)
        return shown, self._poured(shown, room)

    def _poured(self, shown: list[int], room: int) -> list[int]:
        """Room goes first to columns of few words, until the rows in sight are whole; then to those whose
        texts are long, until they are; what is left goes to both as before."""
        columns, widths = self.columns, list(self._least)
        firm = [at for at in shown if not columns[at].grows]
        growing = [at for at in shown if columns[at].grows]
        left = room - sum(widths[at] for at in shown)
        for some, goals in ((firm, self._usual), (growing, self._usual), (firm, self._widths)):
            left -= _pour(widths, goals, some, left)
        return self._shared(widths, shown, growing or shown)

    def _shared(self, widths: list[int], shown: list[int], growing: list[int]) -> list[int]:
        spare = max(0, self._view.viewport().width() - sum(widths[at] for at in shown))
        shares = sum(self.columns[at].grows for at in growing) or 1
        return [
            wide + (spare * self.columns[at].grows // shares if at in growing else 0)
            for at, wide in enumerate(widths)
        ]

    def _moved(self) -> None:
        if not self._is_fitting and self.columns:
            self.chosen = self.visible
            self.changed.emit()

    def _drawn(self, section: int, _before: int, wide: int) -> None:
        """A width the user drew holds, and so do the columns beside it."""
        if self._is_fitting or not self.columns or self._view.isColumnHidden(section) or not wide:
            return
        self.chosen = self.visible
        self.own[self.columns[section].id] = wide
        self.changed.emit()

    def _whole(self, column: "Column") -> int:
        """The least width: no word is cut that must stay whole."""
        metrics = QFontMetrics(self._view.font())
        edges = CELL_EDGES + (MARK if column.marks is not None else 0)
        words = [metrics.horizontalAdvance(word) + edges for word in column.whole]
        return max([column.width, self._title_width(column), *words])

    def _title_width(self, column: "Column") -> int:
        small = QFont(self._view.font())
        small.setPixelSize(SMALL_PX)
        return QFontMetrics(small).horizontalAdvance(column.title) + HEADER_EDGES

    def _arrow(self, at: int) -> int:
        header = self._view.horizontalHeader()
        is_sorted = header.isSortIndicatorShown() and header.sortIndicatorSection() == at
        return ARROW if is_sorted else 0

    def _needs(self, at: int, column: "Column") -> tuple[int, int]:
        """What the rows in sight need to be whole, and what all that are measured need."""
        metrics = QFontMetrics(self._view.font())
        edges = CELL_EDGES + (MARK if column.marks is not None else 0)
        # Long texts differ in every row, and no bound of theirs asks for more than is in sight.
        words = self._model.first_words(at, ROWS_MEASURED if column.most else ROWS_IN_SIGHT)
        wide = {word: metrics.horizontalAdvance(word) + edges for word in set(words)}
        widths = [wide[word] for word in words]
        if column.grows:
            return max(widths[:ROWS_IN_SIGHT], default=0), max(widths, default=0)
        most = column.most or column.width
        if column.cut_inside:  # what is cut keeps both its ends: the wider, the more of them
            return min(max(widths[:ROWS_IN_SIGHT], default=0), most), max(widths, default=0)
        dots = metrics.horizontalAdvance(DOTS)
        return _bounded(widths[:ROWS_IN_SIGHT], most, dots), _bounded(widths, most, dots)


def _bounded(widths: list[int], most: int, dots: int) -> int:
    """The width that makes all whole that can be: none is widened for words that it cuts all the same,
    unless that are most of them. Where any are cut there is room for the dots behind the others."""
    whole = [wide for wide in widths if wide <= most]
    if len(whole) * 2 < len(widths):
        return most
    return min(most, max(whole, default=0) + (dots if len(whole) < len(widths) else 0))


def _pour(widths: list[int], goals: list[int], columns: list[int], room: int) -> int:
    """Widens columns towards their goals, all by the same share of what they lack; how much went."""
    lack = sum(max(0, goals[at] - widths[at]) for at in columns)
    if room <= 0 or not lack:
        return 0
    share, before = min(1.0, room / lack), sum(widths[at] for at in columns)
    for at in columns:
        widths[at] += math.floor(max(0, goals[at] - widths[at]) * share)
    return sum(widths[at] for at in columns) - before
