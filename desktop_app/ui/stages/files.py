"""Files: before the first one the drop zone and what to bring; after it one card per file."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.drop_zone import DropZone
from desktop_app.ui.narrow import LOW
from desktop_app.ui.session import Session
from desktop_app.ui.start_words import HEADLINE, PROMISE
from desktop_app.ui.what_to_bring import WIDTH, WhatToBring
from desktop_app.ui.widgets import label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.model.sources import SourceFile
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.jobs import Progress

EDGES, EDGES_LOW = (20, 18, 20, 16), (20, 8, 20, 8)
"""Points to the left of the start page, above it, to its right and below it."""


class FilesStage(QWidget):
    """The start page stands at once; the desk with the cards is made with the first file."""

    open_wanted = Signal()
    sample_wanted = Signal()
    rows_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.catalogue = session, session.catalogue
        self.zone, self.bring = DropZone(self.catalogue, False), WhatToBring(self.catalogue)
        self.welcome, self.promise = label("lead", wraps=True), label("soft", wraps=True)
        self.desk: Desk | None = None
        self.pages = QStackedWidget()
        self.pages.addWidget(self._start_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self.zone.open_wanted.connect(self.open_wanted)
        self.zone.sample_wanted.connect(self.sample_wanted)
        self._say()

    def _start_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(*EDGES)
        column.setSpacing(4)
        column.addWidget(self.welcome)
        column.addWidget(self.promise)
        column.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.zone, 1)
        self.bring.setFixedWidth(WIDTH)
        row.addWidget(self.bring)
        column.addLayout(row, 1)
        self._start_column = column
        return page

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """On a low page the words are closer to one another."""
        super().resizeEvent(event)
        is_low = self.height() < LOW
        self._start_column.setContentsMargins(*(EDGES_LOW if is_low else EDGES))
        self.zone.lie_close(is_low)

    def add_below_start(self, widget: QWidget) -> None:
        """Puts something below the start page, once the window stands."""
        self._start_column.addWidget(widget)

    def take_focus(self) -> None:
        """Opening files is what this page is for."""
        is_start = self.desk is None or self.pages.currentIndex() == 0
        (self.zone if is_start or self.desk is None else self.desk.zone).open.setFocus()

    def _say(self) -> None:
        self.welcome.setText(self.catalogue.say(HEADLINE))
        self.promise.setText(self.catalogue.say(PROMISE))

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page and its cards."""
        self.catalogue = catalogue
        self._say()
        self.zone.speak(catalogue)
        self.bring.speak(catalogue)
        if self.desk is not None:
            self.desk.speak(catalogue)

    def show_files(self, files: "tuple[SourceFile, ...]") -> None:
        """One card per file; the start page again when there is none."""
        self._ready_desk().show_files(files)
        self.pages.setCurrentIndex(1 if files else 0)

    def _ready_desk(self) -> "Desk":
        if self.desk is None:
            self.desk = self._make_desk()
        return self.desk

    def _make_desk(self) -> "Desk":
        from desktop_app.ui.desk import Desk

        desk = Desk(self.catalogue)
        desk.zone.open_wanted.connect(self.open_wanted)
        desk.remove_wanted.connect(self.session.remove)
        desk.password_given.connect(self.session.read_with)
        desk.rows_wanted.connect(self.rows_wanted)
        desk.supplier_named.connect(self.session.lists.name_supplier)
        self.pages.addWidget(desk)
        return desk

    def show_work(self, progress: "Progress | None") -> None:
        """What is being read, in the large field; None when nothing is."""
        if progress is not None:
            self._ready_desk()  # now, while nobody waits; with the first file there is more to show
        self.zone.show_work(progress)

    def show_cancelled(self) -> None:
        """Nothing was kept of what was being read."""
        self.zone.show_cancelled()

    def show_over(self, is_over: bool) -> None:
        """Shows that what is dragged over the window may be dropped."""
        self.zone.show_over(is_over)
        if self.desk is not None:
            self.desk.zone.show_over(is_over)
