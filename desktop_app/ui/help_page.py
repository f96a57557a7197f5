"""Help inside the window: how an answer comes about, what the words mean, and what Lodestone is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg
from desktop_app.model.words import EVIDENCE_WORDS, VERDICT_WORDS, WAITS_WORDS
from desktop_app.paths import program_version
from desktop_app.ui.components import components
from desktop_app.ui.help_words import ABOUT, METHOD, STEPS, TERMS, TITLES, WORDS
from desktop_app.ui.session import Session
from desktop_app.ui.two_panes import Entry, TwoPanes
from desktop_app.ui.verdict_mark import VerdictMark
from desktop_app.ui.widgets import button, label, selectable

if TYPE_CHECKING:
    from desktop_app.model.licence import Verdict

TOP = Qt.AlignmentFlag.AlignTop
TERM_WIDTH, MARK_WIDTH, GAP = 200, 16, 8
UNMARKED = MARK_WIDTH + GAP
"""Before words of which none has a mark: a column with nothing in it gets no gap of its own."""


class HelpPage(TwoPanes):
    """``figures_wanted`` and ``law_wanted`` lead to what the text speaks of."""

    figures_wanted = Signal()
    law_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.speak(self.catalogue)

    def speak(self, catalogue: Catalogue) -> None:
        """Every text of the page."""
        super().speak(catalogue)
        text = catalogue.text
        self.say_frame(text("Help"), text("What there is to read"), text("The page that is chosen"))
        self.lead.setText(
            text("How the program works and what its words mean. All keys are listed under F1.")
        )
        self.refresh()

    def refresh(self) -> None:
        """The list of what there is to read."""
        self.show_entries([Entry(self.catalogue.say(TITLES[key]), "", key) for key in TITLES])

    def fill(self) -> None:
        """The page that is chosen."""
        key = self.key or METHOD
        self.say(self.catalogue.say(TITLES[key]), "title")
        {METHOD: self._method, WORDS: self._words, ABOUT: self._about}[key]()

    def _method(self) -> None:
        for title, words in STEPS:
            self.head(self.catalogue.say(title))
            self.say(self.catalogue.say(words))
        self.body.addSpacing(8)
        text = self.catalogue.text
        self.add_buttons(
            self._leads(text("Figures that are judgement"), self.figures_wanted.emit),
            self._leads(text("The law this program checks against"), self.law_wanted.emit),
        )

    def _leads(self, words: str, act: Callable[[], object]) -> QPushButton:
        made = button(act)
        made.setText(words)
        made.setAccessibleName(words)
        return made

    def _words(self) -> None:
        from desktop_app.report.sections.method import (
            EVIDENCE_MEANINGS,
            VERDICT_MEANINGS,
            WAITS_MEANINGS,
        )

        self.head(self.catalogue.text("Licence"))
        grid = self._grid(MARK_WIDTH)
        open_word = self.catalogue.say(VERDICT_WORDS["not_verified"])
        self._line(grid, VERDICT_WORDS["needed"], VERDICT_MEANINGS["needed"], "needed")
        for wait, meaning in WAITS_MEANINGS.items():
            beside = msg("{verdict}: {beside}", verdict=open_word, beside=WAITS_WORDS[wait])
            self._line(grid, beside, meaning, "not_verified")
        self._line(grid, VERDICT_WORDS["suspended"], VERDICT_MEANINGS["suspended"], "suspended")
        self._line(grid, VERDICT_WORDS["not_needed"], VERDICT_MEANINGS["not_needed"], "not_needed")
        self.head(self.catalogue.text("Evidence"))
        grid = self._grid(UNMARKED)
        for grade, meaning in EVIDENCE_MEANINGS.items():
            self._line(grid, EVIDENCE_WORDS[grade], meaning)
        self.head(self.catalogue.text("Other words"))
        grid = self._grid(UNMARKED)
        for word, meaning in TERMS:
            self._line(grid, word, meaning)

    def _grid(self, before: int = 0) -> QGridLayout:
        """A word and what it means in each row; ``before``: points left for a mark."""
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, before)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP)
        grid.setColumnMinimumWidth(1, TERM_WIDTH)
        grid.setColumnStretch(2, 1)
        self.body.addLayout(grid)
        return grid

    def _line(
        self, grid: QGridLayout, word: Message, meaning: Message, mark: "Verdict | None" = None
    ) -> None:
        row = grid.rowCount()
        if mark is not None:
            grid.addWidget(VerdictMark(mark), row, 0, TOP)
        said = label("heading", wraps=True, text=self.catalogue.say(word))
        said.setFixedWidth(TERM_WIDTH)
        grid.addWidget(said, row, 1, TOP)
        grid.addWidget(selectable(label(wraps=True, text=self.catalogue.say(meaning))), row, 2, TOP)

    def _about(self) -> None:
        text = self.catalogue.text
        self.say(text("Lodestone {version}", version=program_version()))
        self.say(text(
            "Lodestone is free software under the Apache License 2.0. It comes as it is, without "
            "warranty of any kind."
        ))  # fmt: skip
        self.say(text(
            "It uses Qt and Qt for Python (PySide6) under the GNU LGPL, version 3. Their libraries "
            "lie beside the program as files of their own, and you may put your own builds in their "
            "place; nothing here forbids you to study the program for that."
        ))  # fmt: skip
        self.head(text("What it is built with"))
        grid = self._grid()
        for row, part in enumerate(components()):
            named = label("heading", wraps=True, text=f"{part.name} {part.version}".strip())
            named.setFixedWidth(TERM_WIDTH)
            grid.addWidget(named, row, 1, TOP)
            said = selectable(label(wraps=True, text=f"{part.licence} · {part.home}"))
            grid.addWidget(said, row, 2, TOP)
