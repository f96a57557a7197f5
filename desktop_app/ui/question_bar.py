"""The question above every page: when the goods leave China, where to, what for, under which law."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, Quoted, msg, nmsg
from desktop_app.model.inquiry import END_USES, SCENARIOS, Inquiry, today_in_china
from desktop_app.model.words import END_USE_WORDS, SCENARIO_WORDS
from desktop_app.ui.chooser import Chooser
from desktop_app.ui.day_edit import DayEdit
from desktop_app.ui.day_format import day_format
from desktop_app.ui.keys import with_keys
from desktop_app.ui.widgets import ElidingLabel, button, name, restyle, tip

if TYPE_CHECKING:
    from desktop_app.model.assessment import EditionInfo
    from desktop_app.register.scenario import Scenario


HEIGHT, HEIGHT_LOW = 30, 26
EDGES, EDGES_LOW = (20, 8, 20, 10), (20, 4, 20, 5)
APART, APART_LOW = 3, 0
"""Between a label and its field."""
TYPED = 40
"""Letters said again of what is no day."""
WIDTHS = {
    "on": (120, 140),
    "destination": (104, 180),
    "end_use": (104, 190),
    "scenario": (128, 330),
}
"""Least and most of each field; a long label may make it wider."""
YIELDS = {"scenario": 230}
"""Its line ends in dots and is whole in the list, so it gives way before any label does."""


OWN = "+own"
"""The line of the laws that opens those of the user; no scenario may be called so."""


class QuestionBar(QWidget):
    """Four fields and the law badge. ``asked`` carries the new Inquiry after every change, ``told`` a
    Message about what was typed and is no day; ``own_wanted``: law scenarios of the user."""

    asked = Signal(object)
    told = Signal(object)
    law_wanted = Signal()
    own_wanted = Signal()

    def __init__(self, inquiry: Inquiry, catalogue: Catalogue) -> None:
        super().__init__()
        self.setObjectName("questionBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.inquiry, self.catalogue = inquiry, catalogue
        self.setProperty("scenario", inquiry.scenario != "today")
        self.edition: EditionInfo | None = None
        self.scenarios: Mapping[str, Scenario] = {}
        self._own = inquiry
        self.countries: Mapping[str, str] = {}
        self.on = DayEdit()
        self.on.setCalendarPopup(True)
        self.on.setKeyboardTracking(False)
        self.destination, self.end_use, self.scenario = Chooser(), Chooser(), Chooser()
        self.destination.setMaxVisibleItems(18)
        for key, (least, most) in WIDTHS.items():
            self._fields()[key].setFixedHeight(HEIGHT)
            self._fields()[key].setMinimumWidth(least)
            self._fields()[key].setMaximumWidth(most)
        self.labels: dict[str, ElidingLabel] = {}
        self._columns: dict[str, QVBoxLayout] = {}
        self.badge: QPushButton = button(self.law_wanted.emit, "badge")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(*EDGES)
        row.setSpacing(14)
        for key, shown in self._fields().items():
            self.labels[key] = ElidingLabel("small")
            self.labels[key].setBuddy(shown)
            column = self._columns[key] = QVBoxLayout()
            column.setSpacing(APART)
            column.addWidget(self.labels[key])
            column.addWidget(shown)
            row.addLayout(column)
        row.addStretch(1)
        row.addWidget(self.badge, alignment=Qt.AlignmentFlag.AlignBottom)
        self.show_countries({inquiry.destination: inquiry.destination})
        self.speak(catalogue)
        self.on.dateChanged.connect(self._date_changed)
        self.on.refused.connect(
            lambda typed: self.told.emit(
                msg("{value} is not a day such as 2026-11-30.", value=Quoted(typed[:TYPED]))
            )
        )
        self.destination.currentIndexChanged.connect(self._destination_changed)
        self.end_use.currentIndexChanged.connect(self._end_use_changed)
        self.scenario.currentIndexChanged.connect(self._scenario_changed)

    def _fields(self) -> Mapping[str, QWidget]:
        return {
            "on": self.on,
            "destination": self.destination,
            "end_use": self.end_use,
            "scenario": self.scenario,
        }

    def lie_close(self, is_low: bool) -> None:
        """Thin in a low window."""
        self._row.setContentsMargins(*(EDGES_LOW if is_low else EDGES))
        for key, field in self._fields().items():
            self._columns[key].setSpacing(APART_LOW if is_low else APART)
            field.setProperty("close", is_low)
            restyle(field)
            field.setFixedHeight(HEIGHT_LOW if is_low else HEIGHT)
        self.badge.setProperty("close", is_low)
        restyle(self.badge)

    def show_countries(self, names: Mapping[str, str]) -> None:
        """Fills the list of destinations; names are by ISO2 code."""
        self.countries = names
        self.destination.blockSignals(True)
        self.destination.clear()
        for code, country in names.items():
            self.destination.addItem(country, code)
        self.destination.setCurrentIndex(self.destination.findData(self.inquiry.destination))
        self.destination.blockSignals(False)

    def show_law(self, edition: "EditionInfo") -> None:
        """Says in the badge which law was read, and how many questions are open."""
        self.edition = edition
        said = self.catalogue.text("Law as read {day}", day=edition.reviewed_through)
        if edition.unconfirmed:
            open_ones = nmsg("{n} question open", "{n} questions open", len(edition.unconfirmed))
            said = f"{said}\n{self.catalogue.say(open_ones)}"
        self.badge.setText(said)
        days = (today_in_china() - edition.reviewed_through).days
        age = (
            ""
            if days < 1
            else self.catalogue.say(nmsg("Read {n} day ago.", "Read {n} days ago.", days))
        )
        opens = self.catalogue.text("Show every control and its status on the day asked about")
        hint = self.catalogue.sentences((age, with_keys(self.catalogue, opens, "F2")))
        name(self.badge, f"{said}\n{age}".strip().replace("\n", ", "), hint)

    def show_scenarios(self, scenarios: "Sequence[Scenario]") -> None:
        """Offers the scenarios of the program and of the user below those every law has."""
        offered = {scenario.name: scenario for scenario in scenarios}
        if offered != self.scenarios:
            self.scenarios = offered
            self._fill(self.scenario, SCENARIOS, SCENARIO_WORDS)
            self._fill_scenarios()
            self.show_inquiry(self.inquiry)

    def choose_law(self, name: str) -> None:
        """Asks under a scenario, as if it had been chosen in the list."""
        at = self.scenario.findData(name)
        if at >= 0:
            self.scenario.setCurrentIndex(at)

    def _fill_scenarios(self) -> None:
        self.scenario.blockSignals(True)
        for named in self.scenarios.values():
            title = self.catalogue.say(Message(named.title))
            self.scenario.addItem(title, named.name)
            self.scenario.setItemData(self.scenario.count() - 1, title, Qt.ItemDataRole.ToolTipRole)
        self.scenario.addItem(self.catalogue.text("Your own..."), OWN)
        self.scenario.blockSignals(False)

    def speak(self, catalogue: Catalogue) -> None:
        """Words, dates and lists in one language; the question stays the same."""
        self.catalogue = catalogue
        locale = QLocale(catalogue.locale)
        self.on.setLocale(locale)
        for calendar in self.on.findChildren(QCalendarWidget):  # made when it is first opened
            calendar.setLocale(locale)
        self.on.setDisplayFormat(day_format(catalogue))
        self._fill(self.end_use, END_USES, END_USE_WORDS)
        self._fill(self.scenario, SCENARIOS, SCENARIO_WORDS)
        self._fill_scenarios()
        self.show_inquiry(self.inquiry)
        if self.edition is not None:
            self.show_law(self.edition)
        elif not self.badge.text():
            self.badge.setText(catalogue.text("Reading the law..."))
            self.badge.setAccessibleName(self.badge.text())

    def show_inquiry(self, inquiry: Inquiry) -> None:
        """Shows a question without asking it again."""
        self.inquiry = inquiry
        for field in self._fields().values():
            field.blockSignals(True)
        self.on.setDate(QDate(inquiry.on.year, inquiry.on.month, inquiry.on.day))
        for box, value in (
            (self.destination, inquiry.destination),
            (self.end_use, inquiry.end_use),
            (self.scenario, inquiry.scenario),
        ):
            box.setCurrentIndex(box.findData(value))
        for field in self._fields().values():
            field.blockSignals(False)
        self._say_labels()
        self.scenario.setToolTip(tip(self.scenario.currentText()))
        if self.property("scenario") != (inquiry.scenario != "today"):
            self.setProperty("scenario", inquiry.scenario != "today")
            restyle(self)

    def _say_labels(self) -> None:
        text = self.catalogue.text
        for at, (key, words, is_assumed) in enumerate(
            (
                ("on", msg("Leaves China on"), self.inquiry.on_assumed),
                ("destination", msg("Going to"), self.inquiry.destination_assumed),
                ("end_use", msg("Used for"), self.inquiry.end_use_assumed),
                ("scenario", msg("Law"), False),
            )
        ):
            alone = self.catalogue.say(words)
            said = text("{value} (assumed)", value=words) if is_assumed else alone
            self.labels[key].briefly = f"{alone} *" if is_assumed else ""
            self.labels[key].setText(said)
            most = max(WIDTHS[key][1], self.labels[key].sizeHint().width())
            self._fields()[key].setMaximumWidth(most)
            self._row.setStretch(at, YIELDS.get(key, most))
            self._fields()[key].setAccessibleName(said)
        self.on.setToolTip(text("The day the goods clear export, China Standard Time"))

    def _fill(self, box: QComboBox, values: Sequence[str], words: Mapping[str, Any]) -> None:
        box.blockSignals(True)
        box.clear()
        for value in values:
            said = self.catalogue.say(words[value])
            box.addItem(said[:1].upper() + said[1:], value)
        box.blockSignals(False)

    def _ask(self, inquiry: Inquiry) -> None:
        self.show_inquiry(inquiry)
        self.asked.emit(inquiry)

    def _date_changed(self, day: QDate) -> None:
        chosen = date(day.year(), day.month(), day.day())
        self._ask(replace(self.inquiry, on=chosen, on_assumed=False))

    def _destination_changed(self, at: int) -> None:
        if at >= 0:
            code = self.destination.itemData(at)
            self._ask(replace(self.inquiry, destination=code, destination_assumed=False))

    def _end_use_changed(self, at: int) -> None:
        if at >= 0:
            self._ask(
                replace(self.inquiry, end_use=self.end_use.itemData(at), end_use_assumed=False)
            )

    def _scenario_changed(self, at: int) -> None:
        if at < 0:
            return
        name, own = self.scenario.itemData(at), self.without_scenario()
        if name == OWN:
            self.show_inquiry(self.inquiry)
            self.own_wanted.emit()
            return
        self._own = own
        chosen = self.scenarios.get(name)
        self._ask(replace(own, scenario=name) if chosen is None else chosen.asked(own))

    def without_scenario(self) -> Inquiry:
        """The question as the user asked it: what a scenario set goes with the scenario."""
        asked, laid = self.inquiry, self.scenarios.get(self.inquiry.scenario)
        if laid is None:
            return asked
        if laid.destination is not None and asked.destination == laid.destination:
            asked = replace(
                asked,
                destination=self._own.destination,
                destination_assumed=self._own.destination_assumed,
            )
        if laid.end_use is not None and asked.end_use == laid.end_use:
            asked = replace(
                asked, end_use=self._own.end_use, end_use_assumed=self._own.end_use_assumed
            )
        return asked
