"""Files: the drop zone, what to bring, and one card per file."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.sources import SourceFile
from desktop_app.ui.drop_zone import DropZone
from desktop_app.ui.file_card import FileCard
from desktop_app.ui.session import Session
from desktop_app.ui.what_to_bring import WhatToBring
from desktop_app.ui.widgets import label, scrolling

if TYPE_CHECKING:
    from desktop_app.ui.jobs import Progress

BESIDE_WIDTH = 330


class FilesStage(QWidget):
    """Before the first file: where it goes. After: what became of every file."""

    open_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.catalogue = session, session.catalogue
        self.files: tuple[SourceFile, ...] = ()
        self.large, self.small = DropZone(self.catalogue, False), DropZone(self.catalogue, True)
        self.first_bring, self.bring = WhatToBring(self.catalogue), WhatToBring(self.catalogue)
        self.welcome, self.promise = label("lead", wraps=True), label("soft", wraps=True)
        self.cards: list[FileCard] = []
        self.cards_column = QVBoxLayout()
        self.pages = QStackedWidget()
        self.pages.addWidget(self._start_page())
        self.pages.addWidget(self._cards_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        for zone in (self.large, self.small):
            zone.open_wanted.connect(self.open_wanted)
            zone.sample_wanted.connect(self.sample_wanted)
        self.speak(self.catalogue)

    def _start_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(4)
        column.addWidget(self.welcome)
        column.addWidget(self.promise)
        column.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.large, 1)
        self.first_bring.setFixedWidth(BESIDE_WIDTH)
        row.addWidget(self.first_bring)
        column.addLayout(row, 1)
        return page

    def _cards_page(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        column.addLayout(self.cards_column)
        column.addStretch()
        self.cards_column.setSpacing(10)
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.setContentsMargins(20, 16, 20, 14)
        outer.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.small)
        self.area = scrolling(inside)
        left.addWidget(self.area, 1)
        row.addLayout(left, 1)
        self.bring.setFixedWidth(BESIDE_WIDTH)
        row.addWidget(self.bring, alignment=Qt.AlignmentFlag.AlignTop)
        outer.addLayout(row, 1)
        return page

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page and its cards."""
        self.catalogue = catalogue
        text = catalogue.text
        self.welcome.setText(text("Which of your parts need a Chinese export licence?"))
        self.promise.setText(
            text("Drop the lists you have. You get an answer, the reasons, and what to do on Monday. "
                 "Nothing leaves this computer.")
        )  # fmt: skip
        self.area.setAccessibleName(text("Files"))
        for made in (self.large, self.small, self.first_bring, self.bring):
            made.speak(catalogue)
        self.show_files(self.files)

    def show_files(self, files: tuple[SourceFile, ...]) -> None:
        """One card per file, in the order in which they came."""
        self.files = files
        for old in self.cards:
            self.cards_column.removeWidget(old)
            old.deleteLater()
        self.cards = [FileCard(file, self.catalogue) for file in files]
        for made in self.cards:
            made.remove_wanted.connect(self.session.remove)
            self.cards_column.addWidget(made)
        self.bring.show_files(files)
        self.pages.setCurrentIndex(1 if files else 0)

    def show_work(self, progress: "Progress | None") -> None:
        """What is being read, in the large field; None when nothing is."""
        self.large.show_work(progress)

    def show_cancelled(self) -> None:
        """Nothing was kept of what was being read."""
        self.large.show_cancelled()

    def show_over(self, is_over: bool) -> None:
        """Shows that what is dragged over the window may be dropped."""
        self.large.show_over(is_over)
        self.small.show_over(is_over)
