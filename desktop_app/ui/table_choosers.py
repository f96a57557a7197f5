"""The cards below the buttons of a table: which columns stand in it, and the layouts one keeps."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.popup import Popup
from desktop_app.ui.widgets import button, name

if TYPE_CHECKING:
    from desktop_app.ui.table_data import Column


class ColumnsPopup(Popup):
    """A box per column. ``chosen`` carries the ids to show, none for "as the room allows"."""

    chosen = Signal(object)

    def __init__(
        self,
        came_from: QWidget,
        columns: "Sequence[Column]",
        shown: Sequence[str],
        catalogue: Catalogue,
    ) -> None:
        super().__init__(came_from, catalogue.text("Columns of this table"))
        self.boxes: dict[str, QCheckBox] = {}
        self._shown = list(shown)
        for column in columns:
            if not any(column.words):
                continue
            box = QCheckBox(column.title)
            box.setChecked(column.id in shown)
            box.toggled.connect(lambda _is_on: self._changed())
            self.boxes[column.id] = box
            self.column.addWidget(box)
        self.reset = button(self._reset, "plain")
        self.reset.setText(catalogue.text("As the room allows"))
        name(self.reset, self.reset.text())
        self.column.addWidget(self.reset)

    def open(self) -> None:
        """Shows the card."""
        self.open_below(next(iter(self.boxes.values()), self.reset))

    def _changed(self) -> None:
        """Columns that were shown keep their places; others come last. One always stays."""
        wanted = [key for key, box in self.boxes.items() if box.isChecked()]
        if not wanted:
            return
        kept = [key for key in self._shown if key in wanted]
        self._shown = kept + [key for key in wanted if key not in kept]
        self.chosen.emit(tuple(self._shown))

    def _reset(self) -> None:
        self.leave()
        self.chosen.emit(())


class LayoutsPopup(Popup):
    """The layouts kept by name. ``wanted`` and ``removed`` carry a name, ``kept`` a new one."""

    wanted = Signal(str)
    kept = Signal(str)
    removed = Signal(str)

    def __init__(self, came_from: QWidget, names: Sequence[str], catalogue: Catalogue) -> None:
        text = catalogue.text
        super().__init__(came_from, text("Layouts of this table"))
        self.field = QLineEdit()
        for kept in names:
            row = QHBoxLayout()
            use = button(partial(self._use, kept))
            remove = button(partial(self._remove, kept), "plain")
            use.setText(kept.replace("&", "&&"))
            name(use, text("Use the layout {name}", name=kept))
            remove.setText(text("Remove"))
            name(remove, text("Remove the layout {name}", name=kept))
            row.addWidget(use, 1)
            row.addWidget(remove)
            self.column.addLayout(row)
        self.field.setPlaceholderText(text("Name of this layout"))
        name(self.field, text("Name of this layout"))
        self.field.setMaxLength(60)
        self.field.returnPressed.connect(self._keep)
        keep = button(self._keep, "main")
        keep.setText(text("Keep"))
        name(keep, text("Keep this layout under the name"))
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(keep)
        self.column.addLayout(row)
        self.setMinimumWidth(300)

    def open(self) -> None:
        """Shows the card."""
        self.open_below(self.field)

    def _use(self, layout: str) -> None:
        self.leave()
        self.wanted.emit(layout)

    def _remove(self, layout: str) -> None:
        self.leave()
        self.removed.emit(layout)

    def _keep(self) -> None:
        kept = " ".join(self.field.text().split())
        if kept:
            self.leave()
            self.kept.emit(kept)
