"""What became of every file: one card each, a small place for more, and what is still missing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.drop_zone import DropZone
from desktop_app.ui.file_card import FileCard
from desktop_app.ui.what_to_bring import WIDTH, WhatToBring
from desktop_app.ui.widgets import scrolling

if TYPE_CHECKING:
    from desktop_app.model.sources import SourceFile

BESIDE_BAR = 6
"""Points between the cards and the bar that scrolls them; the zone above ends where they do."""


class Desk(QWidget):
    """The files that were read. ``remove_wanted`` carries the path of one to be taken off,
    ``password_given`` the path of a locked one and the word that opens it, ``rows_wanted`` the path
    of one whose headings are to be pointed at, ``supplier_named`` a path and whose list it is."""

    remove_wanted = Signal(str)
    rows_wanted = Signal(str)
    supplier_named = Signal(str, str)
    password_given = Signal(str, str)

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.catalogue = catalogue
        self.files: tuple[SourceFile, ...] = ()
        self.cards: list[FileCard] = []
        self._awaited: str | None = None
        self.zone, self.bring = DropZone(catalogue, True), WhatToBring(catalogue)
        self.bring.setFixedWidth(WIDTH)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, BESIDE_BAR, 0)
        column.setSpacing(10)
        self.cards_column = QVBoxLayout()
        self.cards_column.setSpacing(10)
        column.addLayout(self.cards_column)
        column.addStretch()
        self.area = scrolling(inside)
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, BESIDE_BAR, 0)
        above.addWidget(self.zone)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(above)
        left.addWidget(self.area, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 14)
        row.setSpacing(16 - BESIDE_BAR)
        row.addLayout(left, 1)
        row.addWidget(self.bring)
        self.speak(catalogue)

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page and its cards."""
        self.catalogue = catalogue
        self.area.setAccessibleName(catalogue.text("Files"))
        self.zone.speak(catalogue)
        self.bring.speak(catalogue)
        self.show_files(self.files)

    def show_files(self, files: "tuple[SourceFile, ...]") -> None:
        """One card per file, in the order in which they came."""
        known = {file.path for file in self.files if file.problem is not None}
        self.files = files
        worked_on = next((c.file.path for c in self.cards if c.holds_focus()), None)
        for old in self.cards:
            self.cards_column.removeWidget(old)
            old.deleteLater()
        self.cards = [FileCard(file, self.catalogue) for file in files]
        for made in self.cards:
            made.remove_wanted.connect(self.remove_wanted)
            made.rows_wanted.connect(self.rows_wanted)
            made.supplier_named.connect(self.supplier_named)
            made.password_given.connect(self.password_given)
            self.cards_column.addWidget(made)
            if made.file.path == worked_on:
                made.show()  # what is not shown yet takes no focus
                made.take_focus()
        self.bring.show_files(files)
        wrong = (f.path for f in files if f.problem is not None and f.path not in known)
        self._awaited = next(wrong, self._awaited)
        QTimer.singleShot(0, self._bring_into_sight)

    def showEvent(self, event: QShowEvent) -> None:
        """Who comes because a file could not be read finds it in sight, also below thirty others."""
        super().showEvent(event)
        QTimer.singleShot(0, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        """Once the cards have their places; then the user scrolls."""
        if self._awaited is None or not self.isVisible():
            return
        card = next((card for card in self.cards if card.file.path == self._awaited), None)
        self._awaited = None
        if card is not None:
            self.area.ensureWidgetVisible(card)
