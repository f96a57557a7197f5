"""Statements that contradict one another, side by side, each with its cell and a button to take it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.conflict_lines import ConflictLine, ConflictSide
from desktop_app.ui.flow import FlowRow
from desktop_app.ui.long_words import long_words
from desktop_app.ui.widgets import button, card, label, name, selectable


class ConflictView(QWidget):
    """``chosen`` carries the line and the side the user takes."""

    chosen = Signal(object, object)

    def __init__(self, lines: Sequence[ConflictLine], catalogue: Catalogue) -> None:
        super().__init__()
        self.catalogue = catalogue
        self.buttons: dict[tuple[str, int], QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label("heading", wraps=True, text=catalogue.text(
            "Sources that contradict one another"
        )))  # fmt: skip
        column.addWidget(label("soft", wraps=True, text=catalogue.text(
            "Until you choose, none of them is used. Your choice is a correction: it is named and can "
            "be undone."
        )))  # fmt: skip
        for line in lines:
            column.addWidget(label(wraps=True, text=line.title))
            column.addLayout(self._sides(line))

    def _sides(self, line: ConflictLine) -> FlowRow:
        """Beside one another, or below where the words of a language leave no room in the panel."""
        row = FlowRow()
        for at, side in enumerate(line.sides):
            frame, inside = card()
            inside.setContentsMargins(10, 8, 10, 8)
            inside.addWidget(selectable(label("heading", wraps=True, text=side.words)))
            inside.addWidget(long_words(side.place))
            inside.addStretch()
            inside.addWidget(self._use(line, at, side), alignment=Qt.AlignmentFlag.AlignLeft)
            row.addWidget(frame)
        return row

    def _use(self, line: ConflictLine, at: int, side: ConflictSide) -> QWidget:
        if side.value is None:
            return label("small", wraps=True, text=self.catalogue.text(
                "To be typed: this cannot be taken over as it stands."
            ))  # fmt: skip
        made = button(partial(self.chosen.emit, line, side))
        made.setText(self.catalogue.text("Use this"))
        name(made, self.catalogue.text(
            "Use this: {field}: {value}, from {place}",
            field=line.title, value=side.words, place=side.place,
        ))  # fmt: skip
        self.buttons[line.field, at] = made
        return made
