"""The menu of the chosen rows of a list of parts: what can be done with one, and with many at once."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop_app.model.findings import msg, nmsg
from desktop_app.ui.table_filters import ValueFilter

if TYPE_CHECKING:
    from desktop_app.ui.arranged_table import ArrangedTable
    from desktop_app.ui.session import Session

LEAVING = (
    ("yes", msg("Yes")),
    ("no", msg("No")),
    ("some", msg("Differs by part")),
    (None, msg("Not known")),
)


WIDEST = 420
"""Points of an entry: one as long as a description would be wider than the screen."""


def _in_menu(menu: QMenu, words: str) -> str:
    """Words of a list as an entry: Qt takes & for the sign of a key, and sets what is behind a tab at
    the right edge."""
    flat = " ".join(words.split())
    cut = menu.fontMetrics().elidedText(flat, Qt.TextElideMode.ElideRight, WIDEST)
    return cut.replace("&", "&&")


class PartActions:
    """Makes and opens the menu of one table."""

    def __init__(self, table: "ArrangedTable", session: "Session") -> None:
        self.table, self.session = table, session
        table.view.menu_wanted.connect(self.open)

    def open(self, place: QPoint) -> None:
        """Shows what can be done with the selected rows."""
        chosen = self.table.view.selected_parts()
        if chosen:
            self.menu_of(chosen).popup(place)

    def menu_of(self, chosen: list[int]) -> QMenu:
        """What can be done with some parts."""
        view, say = self.table.view, self.table.catalogue
        menu = QMenu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(chosen) == 1:
            self._add(menu, say.text("Why?"), partial(view.part_opened.emit, chosen[0]))
        copied = nmsg("Copy {n} row as a table", "Copy {n} rows as a table", len(chosen))
        self._add(menu, say.say(copied), view.copy)
        self._add_filter(menu)
        self._add_leaving(menu, self.suppliers(chosen))
        return menu

    def suppliers(self, chosen: list[int]) -> list[str]:
        """Who delivers the chosen parts, each once."""
        result = self.session.result
        if result is None:
            return []
        named = result.assessment.parts.text("supplier")
        return list(dict.fromkeys(name for name in (named[part] for part in chosen) if name))

    def _add(self, menu: QMenu, words: str, act: Callable[[], object]) -> None:
        action = QAction(_in_menu(menu, words), menu)
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)

    def _add_filter(self, menu: QMenu) -> None:
        """The cell under the cursor, as a filter of its column."""
        index, data = self.table.view.currentIndex(), self.table.data
        if data is None or not index.isValid():
            return
        column = data.columns[index.column()]
        word = self.table.view.shown.text_at(index.row(), index.column())
        if word:
            said = self.table.catalogue.text(
                "Only {column}: {value}", column=column.title, value=word
            )
            made = ValueFilter(column.id, frozenset((word,)))
            self._add(menu, said, partial(self.table.filter_column, column.id, (made,)))

    def _add_leaving(self, menu: QMenu, suppliers: list[str]) -> None:
        """One answer for all suppliers of the rows, as one step that undo takes back."""
        if not suppliers:
            return
        catalogue = self.table.catalogue
        if len(suppliers) == 1:
            asked = catalogue.text(
                "Do deliveries of {supplier} leave China?", supplier=suppliers[0]
            )
        else:
            asked = catalogue.say(
                nmsg("Do deliveries of {n} supplier leave China?",
                     "Do deliveries of {n} suppliers leave China?", len(suppliers))
            )  # fmt: skip
        below = QMenu(_in_menu(menu, asked), menu)
        for answer, words in LEAVING:
            self._add(below, catalogue.say(words), partial(self.record, suppliers, answer))
        menu.addMenu(below)

    def record(self, suppliers: list[str], answer: str | None) -> None:
        """Records for all parts of several suppliers whether their deliveries leave China."""
        from desktop_app.ui.recording import with_leaving

        recorded = self.session.recorded
        for supplier in suppliers:
            recorded = with_leaving(recorded, supplier, answer)
        what = nmsg(
            "what was recorded of {n} supplier",
            "what was recorded of {n} suppliers",
            len(suppliers),
        )
        self.session.put(what, replace(self.session.desk, recorded=recorded))
