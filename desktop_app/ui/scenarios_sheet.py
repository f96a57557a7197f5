"""The law scenarios of the user: what they are, which lie on the desk, and how one comes and goes."""

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.dialogs import Sheet, give_room
from desktop_app.ui.widgets import button, label, name, rule, scrolling

if TYPE_CHECKING:
    from desktop_app.project.decisions import ScenarioText
    from desktop_app.ui.main_window import MainWindow

WIDTH, HEIGHT = 560, 180


class ScenariosSheet(Sheet):
    """One line each, the newest first; the window below is asked under it at once."""

    def __init__(self, window: "MainWindow") -> None:
        catalogue = window.catalogue
        super().__init__(window, catalogue, catalogue.text("Your own law scenarios"))
        self.window_below, self.own = window, window.session.own_scenarios
        self.column.addWidget(
            label("soft", wraps=True, text=catalogue.text(
                "A file of your lawyer or your association that supposes another law: something "
                "taken back, extended or new. Drop it on the window or open it here. It is kept with "
                "your work and its project, can be chosen under Law and compared with, and is "
                "printed on every page of an answer that rests on it."
            ))
        )  # fmt: skip
        self.area = scrolling(QWidget())
        self.area.setAccessibleName(catalogue.text("Your own law scenarios"))
        give_room(self.area, WIDTH, HEIGHT)
        self.column.addWidget(self.area, 1)
        self.does = self.opens = button(self._open)
        self.opens.setText(catalogue.text("Open a law scenario..."))
        self.opens.setAccessibleName(self.opens.text())
        self.own.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 10, 4)
        column.setSpacing(6)
        for found in reversed(self.own.all):
            column.addWidget(self._line(found))
            column.addWidget(rule())
        if not self.own.all:
            column.addWidget(label("soft", text=self.catalogue.text("None yet.")))
        column.addStretch()
        if self.area.isAncestorOf(self.focusWidget() or self):
            self.opens.setFocus()  # what was pressed goes away, the keyboard stays
        self.area.setWidget(inside)
        if self.isVisible():
            self._order()

    def end(self) -> None:
        """The keyboard begins with the first scenario, where there is one."""
        super().end()
        self._order()
        (*self._pressed(), self.opens)[0].setFocus()

    def _pressed(self) -> list[QPushButton]:
        inside = self.area.widget()
        return [] if inside is None else inside.findChildren(QPushButton)

    def _order(self) -> None:
        """As it is read: what was added last would come last."""
        for before, after in pairwise((*self._pressed(), self.opens, self.closes)):
            self.setTabOrder(before, after)

    def _line(self, found: "ScenarioText") -> QWidget:
        made, text = QWidget(), self.catalogue.text
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        laid = self.own.readable.get(found.name)
        words = QVBoxLayout()
        words.setSpacing(1)
        title = laid.title if laid else found.name
        words.addWidget(label("heading", wraps=True, text=title))
        if laid is None:
            said = text("It cannot be read under the law of today.")
            words.addWidget(label("small", wraps=True, text=said))
        elif title != found.name:
            words.addWidget(label("small", wraps=True, text=found.name))
        row.addLayout(words, 1)
        ask, remove = (button(partial(act, found.name)) for act in (self._ask, self._remove))
        ask.setText(text("Ask under it"))
        remove.setText(text("Remove"))
        ask.setEnabled(laid is not None)
        for pressed in (ask, remove):
            name(pressed, f"{pressed.text()}: {title}")
            row.addWidget(pressed)
        return made

    def _ask(self, scenario: str) -> None:
        self.accept()
        self.window_below.question.choose_law(scenario)

    def _remove(self, scenario: str) -> None:
        self.own.remove(scenario, self.window_below.question.without_scenario())

    def _open(self) -> None:
        from desktop_app.ui.choosing import choose_scenarios

        choose_scenarios(self, self.catalogue, self.own.take)
