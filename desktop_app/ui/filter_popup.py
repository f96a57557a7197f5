"""The card that filters one column: a text in it, some of its values, a range of its amounts."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import nmsg
from desktop_app.ui.chooser import Chooser
from desktop_app.ui.day_format import figures_format
from desktop_app.ui.popup import Popup
from desktop_app.ui.table_filters import ColumnFilter, RangeFilter, TextFilter, ValueFilter
from desktop_app.ui.widgets import button, label, name, restyle, tip

if TYPE_CHECKING:
    from desktop_app.ui.table_data import Column

MOST_VALUES = 200
"""More would not be looked through; a text finds the rest."""
WORD = Qt.ItemDataRole.UserRole
Values = list[tuple[str, int]]


class FilterPopup(Popup):
    """``filtered`` carries (column id, its filters, none to take them away)."""

    filtered = Signal(object)

    def __init__(
        self,
        came_from: QWidget,
        columns: "Sequence[Column]",
        filters: Sequence[ColumnFilter],
        count: "Callable[[Column, Callable[[Values], None]], object]",
        catalogue: Catalogue,
    ) -> None:
        """``count`` finds the values of a column away from the window's thread."""
        text = catalogue.text
        super().__init__(came_from, text("Filter a column"))
        self.columns = [column for column in columns if any(column.words)]
        self.filters, self.catalogue, self._count = filters, catalogue, count
        self.which, self.holds = Chooser(), QLineEdit()
        self.low, self.high, self.values = QLineEdit(), QLineEdit(), QListWidget()
        self.more = label("small", wraps=True)
        for column in self.columns:
            self.which.addItem(column.title, column.id)
        self.which.currentIndexChanged.connect(lambda _at: self._show())
        self.values.setObjectName("sheetList")
        self.values.setFixedHeight(190)
        for field, words in (
            (self.which, text("Column")), (self.holds, text("Contains")), (self.low, text("From")),
            (self.high, text("To")), (self.values, text("Only these values")),
        ):  # fmt: skip
            name(field, words)
        self.values.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._unseen: frozenset[str] = frozenset()
        self._lay_out()
        self._show()
        self.setMinimumWidth(330)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        self.ends = QWidget()
        ends = QHBoxLayout(self.ends)
        ends.setContentsMargins(0, 0, 0, 0)
        for field in (self.low, self.high):
            ends.addWidget(label("small", text=field.accessibleName()))
            ends.addWidget(field, 1)
        lines: tuple[QWidget, ...] = (self.which, self.holds)
        for at, line in enumerate(lines):
            grid.addWidget(label("small", text=line.accessibleName()), at, 0)
            grid.addWidget(line, at, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)
        self.column.addWidget(self.ends)
        self.column.addWidget(self.values)
        self.column.addWidget(self.more)
        row = QHBoxLayout()
        for act, kind, words in (
            (self._apply, "main", self.catalogue.text("Filter")),
            (self._clear, "", self.catalogue.text("Show all again")),
        ):
            made = button(act, kind)
            made.setText(words)
            name(made, words)
            row.addWidget(made)
        row.addStretch()
        self.column.addLayout(row)
        for field in (self.holds, self.low, self.high):
            field.returnPressed.connect(self._apply)

    def open(self, column: str | None = None) -> None:
        """Shows the card for a column, else for the first."""
        self.which.setCurrentIndex(max(0, self.which.findData(column)))
        self.open_below(self.holds)

    def _chosen(self) -> "Column":
        return self.columns[self.which.currentIndex()]

    def _show(self) -> None:
        column = self._chosen()
        mine = [made for made in self.filters if made.column == column.id]
        self._unseen = next((f.values for f in mine if isinstance(f, ValueFilter)), frozenset())
        self.holds.setText(next((f.text for f in mine if isinstance(f, TextFilter)), ""))
        ends = next((f for f in mine if isinstance(f, RangeFilter)), RangeFilter(column.id))
        self.low.setText(self._written(ends.low))
        self.high.setText(self._written(ends.high))
        self.ends.setVisible(column.amounts is not None)
        hint = self._written(date(2027, 1, 31).toordinal()) if column.is_day else ""
        self.low.setPlaceholderText(hint)
        self.high.setPlaceholderText(hint)
        self.values.clear()
        self.more.setText("")
        self._count(column, lambda values: self._show_values(column, values))

    def _show_values(self, column: "Column", values: Values) -> None:
        """They may arrive when another column is looked at already, or none any more."""
        if self.is_closed or column is not self._chosen():
            return
        ticked, most = self._unseen, values[:MOST_VALUES]
        rarer = [pair for pair in values[MOST_VALUES:] if pair[0] in ticked]
        self._unseen = ticked - {word for word, _count in (*most, *rarer)}
        for word, count in (*most, *rarer):
            shown = word or self.catalogue.text("(empty)")
            item = QListWidgetItem(f"{shown}   {self.catalogue.number(count)}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if word in ticked else Qt.CheckState.Unchecked)
            item.setData(WORD, word)
            item.setToolTip(tip(item.text()))
            self.values.addItem(item)
        left = len(values) - self.values.count()
        if left > 0:
            said = nmsg("{n} rarer value: find it by its text",
                        "{n} rarer values: find them by their text", left)  # fmt: skip
            self.more.setText(self.catalogue.say(said))

    def _apply(self) -> None:
        column, made = self._chosen(), list[ColumnFilter]()
        ends = self._ends(column)
        if ends is None:
            return
        if self.holds.text().strip():
            made.append(TextFilter(column.id, self.holds.text().strip()))
        ticked = self._ticked()
        if ticked:
            made.append(ValueFilter(column.id, frozenset(ticked)))
        if ends != (None, None):
            made.append(RangeFilter(column.id, *ends))
        self.leave()
        self.filtered.emit((column.id, tuple(made)))

    def _clear(self) -> None:
        self.leave()
        self.filtered.emit((self._chosen().id, ()))

    def _ticked(self) -> list[str]:
        """What is ticked, and what was before and cannot be seen: its column is still being counted."""
        items = (self.values.item(at) for at in range(self.values.count()))
        seen = [item.data(WORD) for item in items if item.checkState() == Qt.CheckState.Checked]
        return [*map(str, seen), *self._unseen]

    def _ends(self, column: "Column") -> tuple[float | None, float | None] | None:
        """What was typed as an end; None where it cannot be read, which the field then shows."""
        found: list[float | None] = []
        for field in (self.low, self.high):
            value, is_right = self._read(column, field.text().strip())
            field.setProperty("wrong", not is_right)
            restyle(field)
            if not is_right:
                field.setFocus()
                return None
            found.append(value)
        return found[0], found[1]

    def _read(self, column: "Column", typed: str) -> tuple[float | None, bool]:
        """Numbers and days the way of the window's language; days also as 2027-01-31."""
        if not typed or column.amounts is None:
            return None, True
        locale = QLocale(self.catalogue.locale)
        if not column.is_day:
            value, is_right = locale.toDouble(typed)
            return value, bool(is_right)
        for day in (
            QDate.fromString(typed, Qt.DateFormat.ISODate),
            locale.toDate(typed, QLocale.FormatType.ShortFormat),
            locale.toDate(typed, self.catalogue_format),
        ):
            if day.isValid():
                return float(date(day.year(), day.month(), day.day()).toordinal()), True
        return None, False

    @property
    def catalogue_format(self) -> str:
        """Day, month and a year of four figures, as the hint in the field shows them."""
        return figures_format(QLocale(self.catalogue.locale))

    def _written(self, amount: float | None) -> str:
        if amount is None:
            return ""
        locale = QLocale(self.catalogue.locale)
        if self._chosen().is_day:
            day = date.fromordinal(int(amount))
            return QDate(day.year, day.month, day.day).toString(figures_format(locale))
        whole = QLocale.FloatingPointPrecisionOption.FloatingPointShortest
        return locale.toString(amount, "f", whole.value)
