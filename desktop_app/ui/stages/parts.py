"""Parts: everything that was read, what it was recognised as, and what could not be placed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import msg, nmsg
from desktop_app.ui.arranged_table import ArrangedTable
from desktop_app.ui.folding import FoldingLabel
from desktop_app.ui.keys import with_keys
from desktop_app.ui.part_actions import PartActions
from desktop_app.ui.session import Session
from desktop_app.ui.stages.page import StagePage
from desktop_app.ui.widgets import button, label, name, splitter

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.report.listed import Listed
    from desktop_app.ui.presentation import Presentation


ABOVE_LIST = 8
"""Points between what is said and the list."""
BESIDE_LEAST, BESIDE_SHARE = 200, 0.3
"""Points, and of the width of the page: what the groups beside the list may take at most."""


class PartsStage(StagePage):
    """The full table with its filter box; beside it the groups that were not screened."""

    part_opened = Signal(object)
    review_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session, "parts")
        self.result: Presentation | None = None
        self.heading, self.words = label("title"), FoldingLabel("soft")
        self.gap = QSpacerItem(0, ABOVE_LIST)
        self.review = button(self.review_wanted.emit)
        self.table, self._shown_group = ArrangedTable(session, finds_always=True), ""
        self.part_actions = PartActions(self.table, session)
        self.groups = ArrangedTable(session)
        self.groups_words = label("soft", wraps=True)
        self.show_all = button(self._show_all, "plain")
        self.show_all.hide()
        self.beside = self._beside()
        self.split = splitter(Qt.Orientation.Horizontal, 12)
        self._lay_out()
        self.table.view.part_opened.connect(self.part_opened)
        self.groups.view.part_opened.connect(self._filter)
        self.groups.view.clicked.connect(lambda index: self._filter(self._group_at(index.row())))
        self.speak(self.catalogue)

    def _beside(self) -> QWidget:
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.groups_words)
        column.addWidget(self.groups, 1)
        column.addWidget(self.show_all, alignment=Qt.AlignmentFlag.AlignLeft)
        return beside

    @property
    def starts_at(self) -> QWidget:
        """The list."""
        return self.table.view

    def _lay_out(self) -> None:
        column = self.column
        row = QHBoxLayout()
        row.addWidget(self.heading, 1)
        row.addWidget(self.review)
        column.addLayout(row)
        column.addWidget(self.words)
        column.addSpacerItem(self.gap)
        self.split.addWidget(self.table)
        self.split.addWidget(self.beside)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([760, 320])
        column.addWidget(self.split, 1)

    def lie_close(self, is_low: bool) -> None:
        """On a low page what is said above the list is one line, and its heading thin."""
        super().lie_close(is_low)
        self.words.lie_close(is_low)
        self.gap.changeSize(0, 0 if is_low else ABOVE_LIST)
        for table in (self.table, self.groups):
            table.lie_close(is_low)

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page."""
        self.catalogue = catalogue
        text = catalogue.text
        self.empty.say(
            text("Your parts come here"),
            text("Once a list is read, every part stands here with what it was recognised as and how "
                 "good the evidence is."),
            text("Go to Files"),
        )  # fmt: skip
        self.table.speak(catalogue, text("All parts"))
        self.table.find_field.setPlaceholderText(
            text("Filter: number, description, supplier, kind of part")
        )
        self.groups.speak(catalogue, text("Parts that were not screened, by material group"))
        self.groups_words.setText(
            text("Nobody could tell what these parts are. They are not cleared: look at the groups "
                 "that cost most. A click shows the parts of a group.")
        )  # fmt: skip
        self.review.setText(text("Decide by kind"))
        name(
            self.review,
            self.review.text(),
            with_keys(catalogue, text("One answer for many parts"), "Ctrl+6"),
        )
        self.show_all.setText(text("Show all parts"))
        self.show_all.setAccessibleName(self.show_all.text())
        if self.result is not None:
            self._say_counts(self.result)

    def show_result(self, result: "Presentation") -> None:
        """Shows all parts of an assessment."""
        self.result = result
        self.show_full(len(result.assessment.parts) > 0)
        self._say_counts(result)
        self.table.show_data(result.parts)
        self.beside.setVisible(len(result.not_screened) > 0)
        self.groups.show_data(result.not_screened)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the list has the greater part."""
        super().resizeEvent(event)
        room, most = self.split.width(), max(BESIDE_LEAST, int(self.width() * BESIDE_SHARE))
        if self.beside.width() > most or event.oldSize().width() < 0:
            self.split.setSizes([room - most, most])

    def show_nothing(self) -> None:
        """Back to the empty page."""
        self.result = None
        self.show_full(False)

    def _say_counts(self, result: "Presentation") -> None:
        totals = result.assessment.totals
        self.heading.setText(
            self.catalogue.say(nmsg("{n} part was read", "{n} parts were read", totals.parts))
        )
        if not totals.not_screened:
            said = msg("Every part was recognised.")
        else:
            said = nmsg(
                "{screened} were recognised; {n} could not be placed and was not screened.",
                "{screened} were recognised; {n} could not be placed and were not screened.",
                totals.not_screened,
                screened=totals.parts - totals.not_screened,
            )
        self.words.setText(self.catalogue.say(said))

    def _group_at(self, row: int) -> int | None:
        return self.groups.view.shown.part_at(row)

    def _filter(self, group: int | None) -> None:
        if self.result is not None and group is not None:
            self._shown_group = self.result.not_screened.column("group").words[group]
            self.table.filter_group(self._shown_group)
            self.show_all.show()

    def list_to_print(self) -> "Callable[[], Listed] | None":
        """The table as it stands."""
        return self.table.to_print(self.table.view.accessibleName(), self._shown_group)

    def _show_all(self) -> None:
        self._shown_group = ""
        self.table.filter_group(None)
        self.groups.view.clearSelection()
        self.show_all.hide()
