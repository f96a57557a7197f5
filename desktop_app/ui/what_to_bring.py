"""What to bring: which lists unlock what, ticked off as they are found in the files."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.ui.marks import draw_icon
from desktop_app.ui.theme import theme_now
from desktop_app.ui.widgets import card, label, scrolling

if TYPE_CHECKING:
    from desktop_app.model.sources import SourceFile


WIDTH = 334


class Wanted(NamedTuple):
    """A kind of list: its name, where a buyer finds it, what it unlocks, and the facts that show
    that it is there: at least one of ``any_of`` and all of ``all_of``."""

    title: Message
    source: Message
    unlocks: Message
    any_of: frozenset[str]
    all_of: frozenset[str] = frozenset()


WANTED = (
    Wanted(
        msg("Parts list (required)"),
        msg("SAP MM60, a BOM or a supplier's list: number and text"),
        msg("which parts may need a licence"),
        frozenset(("part_number", "mpn", "description")),
    ),
    Wanted(
        msg("Supplier and origin"),
        msg("SAP ME1M or purchase orders: supplier, country of origin"),
        msg("whether Chinese law reaches a part"),
        frozenset(("country_of_origin", "ships_from", "leaves_china")),
    ),
    Wanted(
        msg("Stock and demand"),
        msg("SAP MB52 with MC.9 or MD04: stock, quantity a year"),
        msg("run-out dates"),
        frozenset(("stock_on_hand",)),
        frozenset(("annual_quantity",)),
    ),
    Wanted(
        msg("Prices and delivery times"),
        msg("SAP ME1M: price, planned delivery time"),
        msg("money at risk, when goods arrive"),
        frozenset(("unit_price", "annual_spend", "lead_time_days", "margin_per_day")),
    ),
)


def rows_with(files: "Sequence[SourceFile]", wanted: Wanted) -> int:
    """Parts of tables that hold the facts of a kind of list."""
    return sum(
        table.rows.parts
        for file in files
        for sheet in file.sheets
        for table in sheet.tables
        if (fields := {column.field for column in table.columns}) & wanted.any_of
        and wanted.all_of <= fields
    )


class _Tick(QWidget):
    """A circle, or a tick once the list is there."""

    def __init__(self) -> None:
        super().__init__()
        self.is_there = False
        self.setFixedSize(18, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Drawn, not a character."""
        theme = theme_now()
        painter = QPainter(self)
        name, colour = ("check", theme.accent) if self.is_there else ("circle", theme.line_strong)
        draw_icon(painter, name, QRectF(0, 0, 18, 18), colour)
        painter.end()


class WhatToBring(QWidget):
    """The card beside the drop zone."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.catalogue = catalogue
        self.files: Sequence[SourceFile] = ()
        frame, column = card()
        self.frame: QFrame = frame
        self.title = label("title")
        column.addWidget(self.title)
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(6)
        self.area = scrolling(inside)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.area, 1)
        self.lines = []
        for _ in WANTED:
            tick, title, source, unlocks = (
                _Tick(),
                label("heading"),
                label(wraps=True),
                label("small", wraps=True),
            )
            words = QVBoxLayout()
            words.setSpacing(1)
            for made in (title, source, unlocks):
                words.addWidget(made)
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(tick, alignment=Qt.AlignmentFlag.AlignTop)
            row.addLayout(words, 1)
            lines.addSpacing(8)
            lines.addLayout(row)
            self.lines.append((tick, title, source, unlocks))
        lines.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.speak(catalogue)

    def speak(self, catalogue: Catalogue) -> None:
        """Its words."""
        self.catalogue = catalogue
        self.title.setText(catalogue.text("What to bring"))
        self.show_files(self.files)

    def show_files(self, files: "Sequence[SourceFile]") -> None:
        """Ticks off what the files hold."""
        self.files = files
        for wanted, (tick, title, source, unlocks) in zip(WANTED, self.lines, strict=True):
            rows = rows_with(files, wanted)
            tick.is_there = rows > 0
            tick.update()
            title.setText(self.catalogue.say(wanted.title))
            source.setText(self.catalogue.say(wanted.source))
            if rows:
                there = self.catalogue.say(nmsg("{n} row", "{n} rows", rows))
                unlocks.setText(self.catalogue.text("{rows}: shows {what}", rows=there,
                                                    what=wanted.unlocks))  # fmt: skip
            else:
                unlocks.setText(self.catalogue.text("shows {what}", what=wanted.unlocks))
