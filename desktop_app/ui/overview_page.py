"""The whole list in pictures: suppliers, supply of the elements, the law over time, what counts most."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg
from desktop_app.ui.chart_view import ChartView
from desktop_app.ui.empty import EmptyPage
from desktop_app.ui.flow import FlowRow
from desktop_app.ui.keys import with_keys
from desktop_app.ui.narrow import LOW
from desktop_app.ui.session import Session
from desktop_app.ui.widgets import button, label, name, scrolling

if TYPE_CHECKING:
    from desktop_app.report.drawings import Drawing
    from desktop_app.ui.display_painter import ScreenMetrics
    from desktop_app.ui.overview import Overview

PICTURES: tuple[tuple[str, Message, Message], ...] = (
    (
        "suppliers", msg("Suppliers"),
        msg("Each mark is a supplier, the larger the more parts wait on a licence. Click one to see "
            "its parts in the list."),
    ),
    (
        "chains", msg("Supply of the elements"),
        msg("Who mines, separates and makes what is in these parts, by country; China in red. Click "
            "an element to see its parts in the list."),
    ),
    (
        "law", msg("The law over time"),
        msg("When each provision was announced, in force or suspended. Click one to read the law."),
    ),
    (
        "weight", msg("What counts most"),
        msg("Products that stop first, what moves change, and how firm the order is."),
    ),
)  # fmt: skip
LEAST_MAP = 240
"""Pixels of height below which marks and names would only hide one another."""
EDGES, EDGES_LOW = (20, 16, 20, 14), (20, 6, 20, 4)
SAID, SAID_LOW = 34, 18
"""Points of what is said of the place under the mouse: two lines, on a low page one."""


class OverviewPage(QWidget):
    """``supplier_chosen`` and ``element_chosen`` filter the list; ``law_wanted`` opens the law,
    ``files_wanted`` the cards on which a supplier can be named."""

    supplier_chosen = Signal(str)
    element_chosen = Signal(str)
    law_wanted = Signal()
    files_wanted = Signal()
    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.catalogue = session, session.catalogue
        self.found: Overview | None = None
        self.shown = PICTURES[0][0]
        self._is_waiting = self._is_low = False
        self.heading, self.hint = label("title", wraps=True), label("soft", wraps=True)
        self.words = label("small", wraps=True)
        self.words.setMinimumHeight(SAID)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.back = button(self.closed.emit)
        self.tabs: dict[str, QPushButton] = {}
        self.charts = {key: ChartView() for key, *_ in PICTURES[:3]}
        self.pages = QStackedWidget()
        self.areas = {key: scrolling(made) for key, made in self.charts.items()}
        self.areas["weight"] = scrolling(QWidget())
        self.nothing = EmptyPage("map", self.files_wanted.emit)
        self._lay_out()
        self.charts["suppliers"].chosen.connect(self.supplier_chosen)
        self.charts["chains"].chosen.connect(self.element_chosen)
        self.charts["law"].chosen.connect(lambda _key: self.law_wanted.emit())
        session.result_arrived.connect(lambda _result: self._look_again())
        self.speak(self.catalogue)

    def _lay_out(self) -> None:
        self._top, self._choice, tabs = QHBoxLayout(), QWidget(), FlowRow()
        self._choice.setLayout(tabs)
        tabs.setContentsMargins(0, 0, 0, 0)
        self._top.addWidget(self.heading, 1)
        self._top.addWidget(self.back)
        for key, *_ in PICTURES:
            made = button(partial(self.show_picture, key), "segment")
            made.setCheckable(True)
            self.tabs[key] = made
            tabs.addWidget(made)
        for area in self.areas.values():
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.pages.addWidget(area)
        self.areas["weight"].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pages.addWidget(self.nothing)
        for chart in self.charts.values():
            chart.looked_at.connect(self.words.setText)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(*EDGES)
        column.setSpacing(8)
        column.addLayout(self._top)
        column.addWidget(self._choice)
        column.addWidget(self.hint)
        column.addWidget(self.pages, 1)
        column.addWidget(self.words)

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page; the pictures are made anew in the language."""
        self.catalogue = catalogue
        text = catalogue.text
        self.heading.setText(text("The list in pictures"))
        self.back.setText(text("Back to the list"))
        name(
            self.back,
            text("Back to the list"),
            with_keys(catalogue, text("Back to the list"), "Esc"),
        )
        for key, title, hint in PICTURES:
            self.tabs[key].setText(catalogue.say(title))
            name(self.tabs[key], catalogue.say(title), catalogue.say(hint))
            if key in self.charts:  # until it is drawn, which says more
                self.charts[key].setAccessibleName(catalogue.say(title))
        self.areas["weight"].setAccessibleName(catalogue.say(PICTURES[3][1]))
        self.show_picture(self.shown)
        self._look_again()

    def open(self) -> None:
        """Shows the page: what it shows is worked out when it is first looked at."""
        self.look()
        self.tabs[self.shown].setFocus()

    def show_picture(self, key: str) -> None:
        """Shows one of the pictures."""
        self.shown = key
        for other, tab in self.tabs.items():
            tab.setChecked(other == key)
        is_empty = self._says_nothing(key)
        self.pages.setCurrentWidget(self.nothing if is_empty else self.areas[key])
        self.hint.setText(next(self.catalogue.say(hint) for k, _, hint in PICTURES if k == key))
        self.hint.setVisible(not (is_empty or self._is_low))
        self.words.setText("")
        self.words.setVisible(key != "weight")

    def _says_nothing(self, key: str) -> bool:
        """Whether a picture has no mark; why not, and what would give it some, is said then."""
        found, text = self.found, self.catalogue.text
        if found is None or key not in ("suppliers", "chains"):
            return False
        if key == "chains" and not found.chains:
            self.nothing.say(
                text("No element to draw"),
                text("None of these parts holds an element whose supply is known to the program."),
                "",
            )
        elif key == "suppliers" and not found.points and found.names_suppliers:
            self.nothing.say(
                text("No supplier to draw"),
                text("No part of a supplier that is named needs a licence, or may need one."),
                "",
            )
        elif key == "suppliers" and not found.points:
            self.nothing.say(
                text("No supplier is named"),
                text("The lists do not say who supplies these parts. Name the supplier on the card of "
                     "its file, or say in Columns which column holds it."),
                text("Go to Files"),
            )  # fmt: skip
        else:
            return False
        return True

    def look(self) -> None:
        """Works out the pictures of the answer on show, in the background."""
        result, inquiry = self.session.result, self.session.inquiry
        if result is None or self._is_waiting:
            return
        assessment, catalogue, libraries = result.assessment, self.catalogue, self.session.libraries
        self._is_waiting = True
        self.words.setText(self.catalogue.text("Drawing the pictures..."))

        def work(_report: Any) -> "Overview":
            from desktop_app.ui.overview import overview

            return overview(assessment, libraries.of(inquiry), catalogue)

        self.session.jobs.start(work, self._arrived, self._failed)

    def _look_again(self) -> None:
        """What is not looked at is not worked out."""
        self.found = None
        if self.isVisible():
            self.look()

    def _failed(self, failure: Exception) -> None:
        self._is_waiting = False
        self.words.setText("")
        self.session.fail(failure)

    def _arrived(self, found: "Overview") -> None:
        from desktop_app.report.chain_strips import chains_drawing
        from desktop_app.report.law_timeline import timeline_drawing
        from desktop_app.report.supplier_map import map_drawing

        self._is_waiting, self.found = False, found
        catalogue = self.catalogue

        def suppliers(metrics: "ScreenMetrics", width: float) -> "Drawing":
            high = max(LEAST_MAP, self.pages.height() - 6)
            return map_drawing(found.points, catalogue, metrics, width, high)

        def chains(metrics: "ScreenMetrics", width: float) -> "Drawing":
            return chains_drawing(found.chains, catalogue, metrics, width)

        def law(metrics: "ScreenMetrics", width: float) -> "Drawing":
            return timeline_drawing(found.law, found.days, catalogue, metrics, width)

        drawn: dict[str, Callable[[ScreenMetrics, float], Drawing]] = {
            "suppliers": suppliers, "chains": chains, "law": law,
        }  # fmt: skip
        for key, draw in drawn.items():
            self.charts[key].show_drawing(draw)
        self._show_weight(found)
        self.show_picture(self.shown)

    def _show_weight(self, found: "Overview") -> None:
        from desktop_app.ui.block_view import block_view

        inside = block_view(found.blocks)
        inside.setObjectName("scrolled")
        self.areas["weight"].setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The map is as high as there is room; a low page gives its words to the picture."""
        super().resizeEvent(event)
        if (self.height() < LOW) != self._is_low:
            self._lie_close(not self._is_low)
        self.charts["suppliers"].lay_out()

    def _lie_close(self, is_low: bool) -> None:
        """The pictures' names take the place of the title; what each shows is under the mouse there."""
        self._is_low = is_low
        self._column.setContentsMargins(*(EDGES_LOW if is_low else EDGES))
        self.words.setMinimumHeight(SAID_LOW if is_low else SAID)
        self.heading.setVisible(not is_low)
        if is_low:
            self._top.insertWidget(0, self._choice, 1)
        else:
            self._column.insertWidget(1, self._choice)
        self.show_picture(self.shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
