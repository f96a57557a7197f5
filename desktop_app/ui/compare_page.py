"""Compare: the answer now beside that on another day, under another law, or of an earlier run."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message
from desktop_app.model.inquiry import SCENARIOS, Inquiry
from desktop_app.model.words import SCENARIO_WORDS
from desktop_app.ui.chooser import Chooser
from desktop_app.ui.day_format import day_format
from desktop_app.ui.keys import with_keys
from desktop_app.ui.session import Session
from desktop_app.ui.typed_day import TypedDay
from desktop_app.ui.verdict_mark import VerdictMark
from desktop_app.ui.widgets import button, label, name, rule, scrolling, selectable, tip

if TYPE_CHECKING:
    from desktop_app.project.storage.runs import Run
    from desktop_app.register.scenario import Scenario
    from desktop_app.ui.compared import ChangedGroup, Compared

FIELD_HEIGHT = 30


INSIDE = (8, 6, 10, 6)
"""Points between what is said and the edge that shows that the keyboard is there."""


class ComparePage(QWidget):
    """``part_opened`` carries a part whose name was clicked; ``closed`` when the list is wanted;
    ``project_wanted`` when there should be a project, which keeps the runs to compare with."""

    part_opened = Signal(int)
    closed = Signal()
    project_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.catalogue = session, session.catalogue
        self.scenarios: Sequence[Scenario] = ()
        self.compared: Compared | None = None
        self._is_waiting, self._wanted_run = False, 0
        self.heading, self.sentence = label("title"), label("lead", wraps=True)
        self.day, self.law, self.run = TypedDay(), Chooser(), Chooser()
        self.runs: Sequence[Run] = ()
        self.is_project = False
        self._compare_run: Callable[[Run, Callable[[Any], None]], object] = lambda _run, _done: None
        self.day.setCalendarPopup(True)
        self.day.setKeyboardTracking(False)
        self.labels = (label("small"), label("small"), label("small"))
        self.back = button(self.closed.emit)
        self.area = scrolling(QWidget())
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.show_inquiry(session.inquiry)
        self.speak(self.catalogue)
        self.day.dateChanged.connect(self.compare)
        self.law.currentIndexChanged.connect(self.compare)
        self.run.currentIndexChanged.connect(self.compare)
        session.scenarios_arrived.connect(self.show_scenarios)
        session.result_arrived.connect(self._result_arrived)
        session.work_cancelled.connect(self._not_compared)
        session.work_failed.connect(self._not_compared)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.back)
        row = QHBoxLayout()
        row.setSpacing(14)
        fields = zip(self.labels, (self.day, self.law, self.run), (140, 360, 300), strict=True)
        for words, field, width in fields:
            words.setBuddy(field)
            field.setFixedHeight(FIELD_HEIGHT)
            field.setMinimumWidth(128)
            field.setMaximumWidth(width)
            column = QVBoxLayout()
            column.setSpacing(3)
            column.addWidget(words)
            column.addWidget(field)
            row.addLayout(column, width)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(self.sentence)
        column.addWidget(self.area, 1)

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page; what was compared is compared again to be said anew."""
        self.catalogue = catalogue
        text = catalogue.text
        self.heading.setText(text("The answer now beside another"))
        self.back.setText(text("Back to the list"))
        name(
            self.back,
            text("Back to the list"),
            with_keys(catalogue, text("Back to the list"), "Esc"),
        )
        words = (text("If it leaves China on"), text("If the law is"), text("Or an earlier run"))
        fields = (self.day, self.law, self.run)
        for made, field, said in zip(self.labels, fields, words, strict=True):
            made.setText(said)
            field.setAccessibleName(said)
        locale = QLocale(catalogue.locale)
        self.day.setLocale(locale)
        self.day.setDisplayFormat(day_format(catalogue))
        self.area.setAccessibleName(text("What changes"))
        self._fill()

    def show_scenarios(self, scenarios: "Sequence[Scenario]") -> None:
        """Scenarios that can be compared with; one that is gone is compared with no longer."""
        before, self.scenarios = self.law.currentData(), scenarios
        self._fill()
        if self.isVisible() and self.law.currentData() != before:
            self.compare()

    def show_inquiry(self, inquiry: Inquiry) -> None:
        """Starts from the question of the bar; the user changes the day or the law."""
        self.day.blockSignals(True)
        self.day.setDate(QDate(inquiry.on.year, inquiry.on.month, inquiry.on.day))
        self.day.blockSignals(False)

    def _fill(self) -> None:
        chosen = self.law.currentData()
        self.law.blockSignals(True)
        self.law.clear()
        for key in SCENARIOS:
            said = self.catalogue.say(SCENARIO_WORDS[key])
            self.law.addItem(said[:1].upper() + said[1:], key)
        for named in self.scenarios:
            self.law.addItem(self.catalogue.say(Message(named.title)), named.name)
        self.law.setCurrentIndex(max(0, self.law.findData(chosen)))
        self.law.blockSignals(False)
        self._fill_runs()

    def show_runs(
        self,
        runs: "Sequence[Run]",
        compares: "Callable[[Run, Callable[[Any], None]], object]",
        is_project: bool = False,
    ) -> None:
        """Runs of the project on the desk, the newest first, and what compares with one of them."""
        self.runs, self._compare_run, self.is_project = runs, compares, is_project
        self._fill_runs()
        if self.session.result is not None and self.run.currentData() == 0 and self._is_same():
            self._offer()

    def choose_run(self, number: int) -> None:
        """Compares with an earlier run, once it is among those that can be chosen."""
        self._wanted_run = number
        self._fill_runs()
        self.compare()

    def _fill_runs(self) -> None:
        from desktop_app.ui.runs_page import run_time

        chosen = self._wanted_run or self.run.currentData() or 0
        self.run.blockSignals(True)
        self.run.clear()
        self.run.addItem(self.catalogue.text("None"), 0)
        for found in self.runs:
            words = " · ".join(w for w in (run_time(found, self.catalogue), found.title) if w)
            self.run.addItem(words, found.number)
        at = self.run.findData(chosen)
        self._wanted_run = 0 if at >= 0 else self._wanted_run
        self.run.setCurrentIndex(max(0, at))
        self.run.setEnabled(bool(self.runs))
        self.run.blockSignals(False)

    @property
    def other(self) -> Inquiry:
        """The question that is compared with."""
        day, key = self.day.date(), self.law.currentData()
        asked = replace(self.session.inquiry, scenario=key, on_assumed=False)
        asked = replace(asked, on=date(day.year(), day.month(), day.day()))
        laid = next((s for s in self.scenarios if s.name == key), None)
        return asked if laid is None else laid.asked(asked)

    def compare(self) -> None:
        """Asks the other question; the answer comes when it is there."""
        self.law.setToolTip(tip(self.law.currentText()))
        run = next((r for r in self.runs if r.number == self.run.currentData()), None)
        for field in (self.day, self.law):
            field.setEnabled(run is None)
        if run is not None:
            self._wait()
            self._compare_run(run, self.show_compared)
            return
        if self._is_same():
            self._offer()
            return
        self._wait()
        self.session.compare(self.other, self.show_compared)

    def _wait(self) -> None:
        self.sentence.setText(self.catalogue.text("Comparing..."))
        self._is_waiting = True

    def _offer(self) -> None:
        """Nothing is compared yet: what can be, each a click away."""
        from desktop_app.ui.compare_offers import compare_offers

        text = self.catalogue.text
        self.sentence.setText(
            text("Choose another day or another law: this is the question above.")
        )
        self.area.setWidget(compare_offers(self))

    def _is_same(self) -> bool:
        now = self.session.inquiry
        return replace(self.other, on_assumed=now.on_assumed) == now

    def show_compared(self, found: "Compared") -> None:
        """One block for each group, the most serious first."""
        self.compared, self._is_waiting = found, False
        self.sentence.setText(found.sentence)
        self._show(found.groups, found.shifts)

    def _not_compared(self) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self._show((), ())
            self.sentence.setText(self.catalogue.text("Nothing was compared."))

    def _show(self, groups: "Sequence[ChangedGroup]", shifts: Sequence[str]) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(*INSIDE)
        column.setSpacing(3)
        for words in shifts:
            column.addWidget(selectable(label(wraps=True, text=words)))
        for group in groups:
            self._add(column, group)
        column.addStretch()
        if self.area.isAncestorOf(QApplication.focusWidget() or self):
            self.area.setFocus()  # what was pressed goes away, the keyboard stays
        self.area.setWidget(inside)

    def _add(self, column: QVBoxLayout, group: "ChangedGroup") -> None:
        column.addSpacing(6)
        column.addWidget(rule())
        column.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(6)
        middle = Qt.AlignmentFlag.AlignVCenter
        for verdict, words in (
            (group.before, group.before_words), (None, "→"), (group.after, group.after_words),
        ):  # fmt: skip
            if verdict is not None:
                row.addWidget(VerdictMark(verdict), alignment=middle)
            row.addWidget(label("soft" if words == "→" else "heading", text=words))
        row.addSpacing(10)
        row.addWidget(label(text=" · ".join(w for w in (group.count, group.money) if w)))
        row.addStretch()
        column.addLayout(row)
        column.addWidget(selectable(label("soft", wraps=True, text=group.why)))
        for part_id, words in group.parts:
            column.addWidget(self._part(part_id, words), alignment=Qt.AlignmentFlag.AlignLeft)
        if group.more:
            column.addWidget(label("small", text=group.more))

    def _part(self, part_id: int | None, words: str) -> QWidget:
        if part_id is None:
            return label(text=words)
        made = button(lambda: self.part_opened.emit(part_id), "link")
        metrics = made.fontMetrics()
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, 620)
        made.setText(cut.replace("&", "&&"))
        name(made, words, words if cut != words else "")
        return made

    def _result_arrived(self) -> None:
        """The answer now is another: what differs from it too."""
        if self.isVisible():
            self.compare()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list, once nothing runs that it would cancel."""
        if event.key() == Qt.Key.Key_Escape and not self.session.is_busy:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
