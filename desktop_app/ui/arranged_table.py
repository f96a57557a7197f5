"""A table with its find bar: filter, find and sort together, off the window's thread when long."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import nmsg
from desktop_app.ui.jobs import Job
from desktop_app.ui.session import Session
from desktop_app.ui.table_view import TableView
from desktop_app.ui.widgets import button, label, name

if TYPE_CHECKING:
    from desktop_app.ui.table_data import Arrangement, Rows, TableData

LONG = 20_000
"""From so many rows on, sorting would be felt; it runs in the background then."""


class ArrangedTable(QWidget):
    """The view, what is looked for, and the order that follows from both."""

    rows_shown = Signal(object)

    def __init__(self, session: Session, finds_always: bool = False) -> None:
        super().__init__()
        self.session, self.catalogue = session, session.catalogue
        self.finds_always = finds_always
        self.view = TableView()
        self.find_field = QLineEdit()
        self.find_field.setClearButtonEnabled(True)
        self.found = label("small")
        self.close_find = button(self.end_find, "plain")
        self.nothing = label("soft", wraps=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.data: TableData | None = None
        self._sort: tuple[str, bool] | None = None
        self._group: str | None = None
        self._job: Job | None = None
        self.find_bar = self._find_bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.find_bar)
        column.addWidget(self.view, 1)
        over = QStackedLayout(self.view.viewport())
        over.setStackingMode(QStackedLayout.StackingMode.StackAll)
        over.addWidget(self.nothing)
        self.nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.nothing.hide()
        self.find_field.textChanged.connect(self._rearrange)
        self.find_field.installEventFilter(self)
        self.view.sort_wanted.connect(self._sorted_by)

    def _find_bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(8)
        row.addWidget(self.find_field, 1)
        row.addWidget(self.found)
        row.addWidget(self.close_find)
        # Never shown here: a widget that has no place yet would stand on the screen by itself.
        (self.close_find if self.finds_always else bar).hide()
        return bar

    def speak(self, catalogue: Catalogue, what: str) -> None:
        """Words of the find bar; ``what`` names the table for a screen reader."""
        self.catalogue = catalogue
        text = catalogue.text
        self.view.setAccessibleName(what)
        self.find_field.setPlaceholderText(text("Find in this list (Ctrl+F)"))
        name(self.find_field, text("Find in this list"))
        self.close_find.setText(text("Close"))
        name(self.close_find, text("Close the find bar (Esc)"))
        self.nothing.setText(text("Nothing here matches."))
        self._say_found()

    def show_data(self, data: "TableData") -> None:
        """Shows other rows under the same filter, text and order."""
        self.data = data
        if self._sort is not None and self._sort[0] not in [c.id for c in data.columns]:
            self._sort = None
        self._arrange(lambda order: self.view.show_data(data, order))

    def filter_group(self, group: str | None) -> None:
        """Shows one group only, or all."""
        self._group = group
        self._rearrange()

    def start_find(self) -> None:
        """Puts the cursor where one types what is looked for."""
        self.find_bar.show()
        self.find_field.setFocus()
        self.find_field.selectAll()

    def end_find(self) -> None:
        """Shows everything again."""
        self.find_field.clear()
        self.find_bar.setVisible(self.finds_always)
        self.view.setFocus()

    def _arrangement(self) -> "Arrangement":
        from desktop_app.ui.table_data import Arrangement

        sort_by, descending = self._sort or (None, False)
        return Arrangement(sort_by, descending, self._group, self.find_field.text())

    def _sorted_by(self, sort: tuple[str, bool] | None) -> None:
        self._sort = sort
        self._rearrange()

    def _rearrange(self) -> None:
        if self.data is not None:
            self._arrange(self.view.rearrange)

    def _arrange(self, show: Any) -> None:
        """Works out the order here when that is quick, else in the background."""
        from desktop_app.ui.table_data import arrange

        data, wanted = self.data, self._arrangement()
        if data is None:
            return
        if self._job is not None:
            self._job.cancel()
            self._job = None

        def arranged(order: "Rows") -> None:
            show(order)
            self._say_found()
            self.rows_shown.emit(order)

        if len(data) < LONG:
            arranged(arrange(data, wanted))
        else:
            self._job = self.session.jobs.start(lambda _report: arrange(data, wanted), arranged)

    def _say_found(self) -> None:
        shown, data = self.view.shown.rowCount(), self.data
        self.nothing.setVisible(data is not None and shown == 0)
        total = 0 if data is None else len(data)
        self.found.setText(
            ""
            if data is None
            else self.catalogue.say(
                nmsg("{shown} of {n} row", "{shown} of {n} rows", total, shown=shown)
            )
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the find field, Esc closes it and Enter or Down goes to the list."""
        if (
            watched is self.find_field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() == Qt.Key.Key_Escape:
                self.end_find()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.view.setFocus()
                return True
        return super().eventFilter(watched, event)
