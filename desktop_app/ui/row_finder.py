"""The way to any row of a long sheet: by its number, by a text in it, or among those that were left out."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.keys import with_keys
from desktop_app.ui.sheet_preview import SheetModel, SheetView
from desktop_app.ui.widgets import label, name

if TYPE_CHECKING:
    from desktop_app.ui.jobs import Jobs


class RowFinder(QWidget):
    """A field and a button above ``view``. Enter goes to the next row; ``narrowed`` says whether only the
    rows that are no parts are wanted."""

    narrowed = Signal(bool)

    def __init__(self, view: SheetView, jobs: "Jobs") -> None:
        super().__init__()
        self._view, self._jobs = view, jobs
        self._asked, self._gone_to = 0, 0
        self.catalogue: Catalogue | None = None
        self.field, self.count, self.only = QLineEdit(), label("small"), QPushButton()
        self.field.setClearButtonEnabled(True)
        self.only.setCheckable(True)
        self.only.setProperty("kind", "segment")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addWidget(self.only)
        self.field.returnPressed.connect(self.find_next)
        self.field.textChanged.connect(self._forget)
        self.only.toggled.connect(self.narrowed)

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the field and the button."""
        self.catalogue, text = catalogue, catalogue.text
        words = text("Row number or text")
        self.field.setPlaceholderText(with_keys(catalogue, words, "Ctrl+F"))
        name(self.field, words)
        self.only.setText(text("Only rows left out"))
        name(self.only, self.only.text())
        self.count.clear()

    def start_find(self) -> None:
        """Puts the cursor where one types what is looked for."""
        self.field.setFocus()
        self.field.selectAll()

    def show_for(self, model: SheetModel) -> None:
        """Another sheet is on show."""
        self._asked += 1
        self.count.clear()
        self.only.setEnabled(self.only.isChecked() or bool(model.reasons))

    def _forget(self) -> None:
        self._gone_to = 0
        self.count.clear()

    def find_next(self) -> None:
        """To the row of that number, then to the next row with the text; behind the last comes the first."""
        model, words = self._view.model(), self.field.text().strip()
        if not words or not isinstance(model, SheetModel):
            return
        number = int(words) if words.isdecimal() and len(words) < len("12345678") else 0
        if number != self._gone_to and number in model.numbers:
            self._gone_to = number
            self._go(model, number)
            return
        self._asked += 1
        asked = self._asked
        self._jobs.start(
            lambda _report: _rows_with(model, words), lambda rows: self._found(asked, model, rows)
        )

    def _found(self, asked: int, model: SheetModel, rows: list[int]) -> None:
        if asked != self._asked or self.catalogue is None:
            return
        if not rows:
            self.count.setText(self.catalogue.text("Nothing here matches."))
            return
        here = self._view.currentIndex().row()
        at = bisect_right(rows, model.numbers[here] if here >= 0 else 0) % len(rows)
        self._go(model, rows[at])
        self.count.setText(self.catalogue.text("{n} of {total}", n=at + 1, total=len(rows)))

    def _go(self, model: SheetModel, number: int) -> None:
        column = max(0, self._view.currentIndex().column())
        self._view.put_cursor(model.numbers.index(number), column)


def _rows_with(model: SheetModel, words: str) -> list[int]:
    """Numbers of the shown rows in which a text stands."""
    if model.sheet.rows is not None:
        found = set(model.sheet.rows.rows_with(words).tolist())
        return [number for number in model.numbers if number in found]
    wanted = words.casefold()
    return [
        number
        for number, texts in zip(model.numbers, model.rows, strict=True)
        if any(wanted in text.casefold() for text in texts)
    ]
