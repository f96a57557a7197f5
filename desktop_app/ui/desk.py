"""What became of every file: one card each, a small place for more, and what is still missing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.drop_zone import DropZone
from desktop_app.ui.file_card import FileCard
from desktop_app.ui.what_to_bring import WIDTH, WhatToBring
from desktop_app.ui.widgets import scrolling

if TYPE_CHECKING:
    from desktop_app.model.sources import SourceFile

AT_ONCE, EACH_TURN = 6, 2
"""Cards that are made before the window answers again, and in each turn between two answers: a hundred at once
take half a second. More than these are below what is in sight."""
A_MOMENT_MS = 10
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
        self._to_come: list[SourceFile] = []
        self._kept: dict[int, FileCard] = {}
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._next_cards)
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
        self._clear(files)
        self._to_come = list(files)
        self._make_cards(AT_ONCE, worked_on)
        if self._to_come:
            self._turn.start()
        self.bring.show_files(files)
        wrong = (f.path for f in files if f.problem is not None and f.path not in known)
        self._awaited = next(wrong, self._awaited)
        QTimer.singleShot(0, self._bring_into_sight)

    def _clear(self, files: "tuple[SourceFile, ...]") -> None:
        """Takes all cards out of their column; those of the very files that stay are put in again."""
        self._turn.stop()
        staying = {id(file) for file in files}
        left = [*self.cards, *self._kept.values()]
        self.cards, self._kept = [], {}
        for card in left:
            self.cards_column.removeWidget(card)
            if id(card.file) in staying and card.catalogue is self.catalogue:
                self._kept[id(card.file)] = card
            else:
                card.deleteLater()

    def _make_cards(self, most: int, worked_on: str | None = None) -> None:
        """So many new cards, and more up to the one on which the keys were."""
        made = 0
        while self._to_come and (made < most or self._is_to_come(worked_on)):
            file = self._to_come.pop(0)
            card = self._kept.pop(id(file), None)
            if card is None:
                made += 1
                card = self._card(file)
            self.cards.append(card)
            self.cards_column.addWidget(card)
            if file.path == worked_on and not card.holds_focus():
                card.show()  # what is not shown yet takes no focus
                card.take_focus()

    def _is_to_come(self, path: str | None) -> bool:
        return path is not None and any(file.path == path for file in self._to_come)

    def _card(self, file: "SourceFile") -> FileCard:
        made = FileCard(file, self.catalogue)
        made.remove_wanted.connect(self.remove_wanted)
        made.rows_wanted.connect(self.rows_wanted)
        made.supplier_named.connect(self.supplier_named)
        made.password_given.connect(self.password_given)
        return made

    def _next_cards(self) -> None:
        self._make_cards(EACH_TURN)
        if not self._to_come:
            self._turn.stop()
            QTimer.singleShot(0, self._bring_into_sight)

    def showEvent(self, event: QShowEvent) -> None:
        """Who comes because a file could not be read finds it in sight, also below thirty others."""
        super().showEvent(event)
        QTimer.singleShot(0, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        """Once the cards have their places; then the user scrolls."""
        if self._awaited is None or self._to_come or not self.isVisible():
            return
        card = next((card for card in self.cards if card.file.path == self._awaited), None)
        # It is shown, and all cards take their height, when events come to them.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        if card is not None and not card.isVisible():
            QTimer.singleShot(A_MOMENT_MS, self._bring_into_sight)
            return
        self._awaited = None
        if card is not None:
            self.area.ensureWidgetVisible(card)
