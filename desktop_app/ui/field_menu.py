"""The menu of a column: every fact it may hold, found by typing, and "not used"."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.sources import ColumnFound, TableFound
from desktop_app.ui.column_choices import NOT_USED
from desktop_app.ui.field_words import COLUMN_FIELDS, FIELD_WORDS
from desktop_app.ui.search_list import Choice, SearchList
from desktop_app.ui.widgets import label

WIDTH, HEIGHT = 300, 340


class FieldMenu(QFrame):
    """Opens below a chip. ``chosen`` carries a field, "" for not used, None for "you decide".

    It lies in the window, not above it, and goes away with the focus, as a menu does.
    """

    chosen = Signal(object)

    def __init__(
        self, parent: QWidget, table: TableFound, column: ColumnFound, catalogue: Catalogue
    ) -> None:
        super().__init__(parent.window())
        self.came_from = parent
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(
            catalogue.text("What does the column {column} hold?", column=column.header)
        )
        self.meanings: list[str | None] = [NOT_USED, *COLUMN_FIELDS]
        holders = {c.field: c.header for c in table.columns if c.field and c is not column}
        choices = [Choice(catalogue.text("not used"))]
        choices += [
            Choice(
                catalogue.say(FIELD_WORDS[name]), f"‹ {holders[name]}" if name in holders else ""
            )
            for name in COLUMN_FIELDS
        ]
        self.meanings.append(None)
        choices.append(Choice(catalogue.text("Let the program decide")))
        self.found = SearchList(choices)
        self.found.field.setAccessibleName(catalogue.text("Part of a fact's name"))
        self.found.field.setPlaceholderText(catalogue.text("Type a part of its name"))
        self.found.list.setAccessibleName(catalogue.text("Facts that match"))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(10, 10, 10, 10)
        inside.addWidget(label("heading", wraps=True, text=self.accessibleName()))
        inside.addWidget(self.found, 1)
        self.found.mark(self.meanings.index(column.field or NOT_USED)
                        if (column.field or NOT_USED) in self.meanings else 0)  # fmt: skip
        self.found.chosen.connect(self._chosen)
        self.setFixedSize(WIDTH, HEIGHT)

    def open_at(self, place: QPoint, typed: str = "") -> None:
        """Shows the menu at a place of the screen, within the window; ``typed`` is looked for."""
        window = self.came_from.window()
        at, room = window.mapFromGlobal(place), window.rect()
        self.move(
            max(0, min(at.x(), room.right() - self.width())),
            max(0, min(at.y(), room.bottom() - self.height())),
        )
        self.show()
        self.raise_()
        self.found.field.setText(typed)
        self.found.field.setFocus()
        QApplication.instance().focusChanged.connect(self._focus_went)  # type: ignore[union-attr]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the menu and nothing else."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _focus_went(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not self.isAncestorOf(now):
            self.close()

    def _leave(self) -> None:
        self.came_from.setFocus()
        self.close()

    def _chosen(self, at: int) -> None:
        meaning = self.meanings[at]
        self._leave()
        self.chosen.emit(meaning)
