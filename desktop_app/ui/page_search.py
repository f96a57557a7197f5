"""The pages of a report on the screen: found in by a text, nearer or farther, as wide as the window."""

from itertools import pairwise
from time import monotonic

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.report.reading_order import searched
from desktop_app.ui.keys import with_keys
from desktop_app.ui.widgets import button, label, name

ROOT = QModelIndex()
STEP = 1.25
"""What one step makes nearer or farther."""
NEAREST, FARTHEST = 4.0, 0.25
POINTS = 72
"""Of an inch, in which a page is measured."""
ABOVE = 0.3
"""Of the height of the view: where what was found stands."""
AT_ONCE = 0.02
"""Seconds for which pages are looked through before the window has its turn. By itself Qt takes ten
pages a second, half a minute for an annex."""


class PageView(QPdfView):
    """Pages below one another. Ctrl with the wheel brings them nearer (``magnified``)."""

    magnified = Signal()

    def __init__(self, document: QPdfDocument) -> None:
        super().__init__()
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setDocument(document)

    @property
    def zoom(self) -> float:
        """How many times its own size a page has."""
        if self.zoomMode() == QPdfView.ZoomMode.Custom:
            return self.zoomFactor()
        document, margins = self.document(), self.documentMargins()
        wide = document.pagePointSize(0).width() * self._per_point() if document else 0.0
        return (self.viewport().width() - margins.left() - margins.right()) / wide if wide else 1.0

    def magnify(self, times: float) -> None:
        """Nearer, or farther, with the same lines in the middle."""
        bar, before, half = self.verticalScrollBar(), self.zoom, self.viewport().height() / 2
        nearest, farthest = max(NEAREST, before), min(FARTHEST, before)
        zoom = min(nearest, max(farthest, before * times))
        middle = (bar.value() + half) / before
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(zoom)
        bar.setValue(round(middle * zoom - half))

    def fit(self) -> None:
        """As wide as the window."""
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def show_place(self, page: int, place: QRectF) -> None:
        """Scrolls to a place of a page, in points of it."""
        document, scale = self.document(), self.zoom * self._per_point()
        top = float(self.documentMargins().top())
        for before in range(page):
            top += document.pagePointSize(before).height() * scale + self.pageSpacing()
        top += place.top() * scale
        self.verticalScrollBar().setValue(round(top - self.viewport().height() * ABOVE))
        left = self.documentMargins().left() + place.left() * scale
        across = self.horizontalScrollBar()
        if not across.value() <= left <= across.value() + self.viewport().width() * (1 - ABOVE):
            across.setValue(round(left - self.viewport().width() * ABOVE))

    def _per_point(self) -> float:
        """As Qt reckons, which asks the first screen wherever the window is."""
        return QGuiApplication.primaryScreen().logicalDotsPerInch() / POINTS

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl nearer or farther, as in every reader."""
        turned = event.angleDelta().y()
        if turned and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.magnify(STEP if turned > 0 else 1 / STEP)
            self.magnified.emit()
            event.accept()
            return
        super().wheelEvent(event)


class PageSearch(QWidget):
    """The pages with their find bar; ``tools`` has the buttons for what can be done with them."""

    def __init__(self, document: QPdfDocument, catalogue: Catalogue) -> None:
        super().__init__()
        self.catalogue = catalogue
        self.view, self.found = PageView(document), QPdfSearchModel(self)
        self.found_marked = QPdfSearchModel(self)
        """Words from right to left as lines say them that hold others too."""
        self.ways = (self.found, self.found_marked)
        for way in self.ways:
            way.setDocument(document)
        self.view.setSearchModel(self.found)
        self._at, self._next = -1, 0
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._look_on)
        self.field, self.count = QLineEdit(), label("small")
        self.field.setClearButtonEnabled(True)
        self.close_find = button(self.end_find, "plain")
        self.look_for = button(self.start_find, "plain")
        self.farther = button(lambda: self.magnify(1 / STEP))
        self.fits = button(self.fit)
        self.nearer = button(lambda: self.magnify(STEP))
        self.farther.setText("−")
        self.nearer.setText("+")
        self.tools = self._tools()
        self.bar = self._find_bar()
        self.bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.view.viewport().installEventFilter(self)
        self.view.magnified.connect(self._say_zoom)
        for way in self.ways:
            way.countChanged.connect(self._say_count)
        self.speak(catalogue)

    def _tools(self) -> QWidget:
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for made in (self.look_for, self.farther, self.fits, self.nearer):
            row.addWidget(made)
        self.fits.setMinimumWidth(64)
        return tools

    def _find_bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addWidget(self.close_find)
        return bar

    def keep_order(self, after: QWidget) -> None:
        """Tab goes from the buttons above the pages to the tools, then to the pages."""
        order: tuple[QWidget, ...] = (
            after,
            self.look_for,
            self.farther,
            self.fits,
            self.nearer,
            self.field,
            self.view,
        )
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)
        for keys, does in (
            ("Ctrl++", lambda: self.magnify(STEP)),
            ("Ctrl+=", lambda: self.magnify(STEP)),
            ("Ctrl+-", lambda: self.magnify(1 / STEP)),
            ("Ctrl+0", self.fit),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(
                does
            )  # while the pages are on show

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the tools."""
        self.catalogue, text = catalogue, catalogue.text
        self.view.setAccessibleName(text("The pages of the report"))
        self.look_for.setText(text("Find in the pages"))
        name(
            self.look_for,
            self.look_for.text(),
            with_keys(catalogue, self.look_for.text(), "Ctrl+F"),
        )
        self.field.setPlaceholderText(with_keys(catalogue, self.look_for.text(), "Ctrl+F"))
        name(self.field, self.look_for.text())
        self.close_find.setText(text("Close"))
        name(self.close_find, with_keys(catalogue, text("Close the find bar"), "Esc"))
        for made, words, key in (
            (self.farther, text("Smaller pages"), "Ctrl+-"),
            (self.nearer, text("Larger pages"), "Ctrl++"),
        ):
            name(made, words, with_keys(catalogue, words, key))
        self._say_zoom()
        self._say_count()

    def show_anew(self) -> None:
        """Other pages came; what was looked for is looked for in them."""
        for way in self.ways:
            way.setSearchString("")
        self._look(self.field.text())
        self._say_zoom()

    def magnify(self, times: float) -> None:
        """Nearer or farther."""
        self.view.magnify(times)
        self._say_zoom()

    def fit(self) -> None:
        """As wide as the window."""
        self.view.fit()
        self._say_zoom()

    def start_find(self) -> None:
        """Puts the cursor where one types what is looked for."""
        self.bar.show()
        self.field.setFocus()
        self.field.selectAll()

    def end_find(self) -> None:
        """Marks nothing any more."""
        self.field.clear()
        self.bar.hide()
        self.view.setFocus()

    def step(self, by: int) -> None:
        """To the next place, or the one before; behind the last comes the first."""
        if self._at >= 0:
            self._show((self._at + by) % self._places)

    def _look(self, words: str) -> None:
        self._at, self._next = -1, 0
        plain, *marked = searched(words.strip())
        self.found.setSearchString(plain)
        self.found_marked.setSearchString(marked[0] if marked else "")
        self._looking.start(0)
        self._say_count()

    def _look_on(self) -> None:
        """Looks through some more pages, from the first on; the first place is shown as soon as it is
        known. What is found for the marks of pages in sight may stand behind it."""
        until, pages = monotonic() + AT_ONCE, self._pages
        while self._next < pages and monotonic() < until:
            there = [way.resultsOnPage(self._next) for way in self._asked]  # each looks when asked
            self._next += 1
            if any(there) and self._at < 0:
                self._show(0)
        if self._next >= pages:
            self._looking.stop()
        self._say_count()

    @property
    def _pages(self) -> int:
        """How many pages can be looked through; none while there is no text to look for."""
        document = self.found.document()
        return document.pageCount() if document and self.found.searchString() else 0

    @property
    def _asked(self) -> list[QPdfSearchModel]:
        """The ways in which something is looked for: mostly one."""
        return [way for way in self.ways if way.searchString()]

    @property
    def _places(self) -> int:
        return sum(way.rowCount(ROOT) for way in self._asked)

    def _show(self, at: int) -> None:
        """What was found in another way stands behind all that was found in the first."""
        self._at = at
        is_marked = at >= self.found.rowCount(ROOT)
        way, row = (self.found_marked if is_marked else self.found), at
        if is_marked:
            row -= self.found.rowCount(ROOT)
        if self.view.searchModel() is not way:
            self.view.setSearchModel(way)
        place = way.resultAtIndex(row)
        self.view.setCurrentSearchResultIndex(row)
        self.view.show_place(place.page(), QRectF(place.rectangles()[0]))
        self._say_count()

    def _say_count(self) -> None:
        places = self._places
        is_missing = not places and 0 < self._pages <= self._next
        said = self.catalogue.text("Nothing here matches.") if is_missing else ""
        if self._at >= 0:
            said = self.catalogue.text("{n} of {total}", n=self._at + 1, total=places)
        self.count.setText(said)

    def _say_zoom(self) -> None:
        self.fits.setText(self.catalogue.percent(self.view.zoom))
        words = self.catalogue.text("Pages as wide as the window")
        name(self.fits, f"{words}: {self.fits.text()}", with_keys(self.catalogue, words, "Ctrl+0"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Shift+Enter go from place to place, Esc closes; the width says another size."""
        if watched is self.view.viewport() and event.type() == QEvent.Type.Resize:
            self._say_zoom()
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() == Qt.Key.Key_Escape:
                self.end_find()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.step(-1 if back else 1)
                return True
        return super().eventFilter(watched, event)
