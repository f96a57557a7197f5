"""Whose list a file is, as the list says or the user does."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.sources import SourceFile
from desktop_app.ui.widgets import button, label, name, selectable

WIDTH = 260


class SupplierRow(QStackedWidget):
    """The name and a button; the button opens a field in its place. ``named``: the supplier now,
    empty to leave it to the list."""

    named = Signal(str)

    def __init__(self, file: SourceFile, catalogue: Catalogue) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.file, self.catalogue = file, catalogue
        self.change = button(self._open, "plain")
        self.field, self.keep = _Field(), button(self._name)
        self.back = button(self._leave, "plain")
        self.addWidget(self._shown())
        self.addWidget(self._asked())
        self.field.returnPressed.connect(self._name)
        self.field.left.connect(self._close)

    def _shown(self) -> QWidget:
        text, file = self.catalogue.text, self.file
        said = label("soft")
        if file.supplier_told and file.supplier:
            said.setText(text("supplier: {name} (named by you)", name=file.supplier))
        elif file.supplier:
            said.setText(text("supplier: {name}", name=file.supplier))
        else:
            said.setText(text("It names no supplier."))
        self.change.setText(text("Change") if file.supplier else text("Name its supplier"))
        name(self.change, text("Name the supplier of {file}", file=file.name))
        return _row(selectable(said), self.change)

    def _asked(self) -> QWidget:
        text = self.catalogue.text
        self.field.setPlaceholderText(text("Supplier of this list"))
        self.field.setText(self.file.supplier or "")
        self.field.setFixedWidth(WIDTH)
        self.field.setAcceptDrops(False)
        name(self.field, text("Supplier of {file}", file=self.file.name))
        self.keep.setText(text("OK"))
        self.keep.setAccessibleName(text("Name the supplier of {file}", file=self.file.name))
        self.back.setText(text("Leave it to the list"))
        self.back.setAccessibleName(self.back.text())
        given = self.file.supplier_told is not None
        return _row(self.field, self.keep, *((self.back,) if given else ()))

    def _open(self) -> None:
        self.setCurrentIndex(1)
        self.field.setFocus()
        self.field.selectAll()

    def _close(self) -> None:
        self.setCurrentIndex(0)
        self.change.setFocus()

    def _name(self) -> None:
        said = self.field.text().strip()
        if not said or said == (self.file.supplier or ""):
            self._close()
        else:
            self.named.emit(said)

    def _leave(self) -> None:
        self.named.emit("")


class _Field(QLineEdit):
    """``left``: Esc was pressed."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves everything as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _row(*widgets: QWidget) -> QWidget:
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return page
