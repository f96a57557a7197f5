"""Risks: the answer in one sentence, counts that filter, the list, and Why? beside it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.arranged_table import ArrangedTable
from desktop_app.ui.counts_row import CountsRow
from desktop_app.ui.folding import FoldingLabel
from desktop_app.ui.keys import with_keys
from desktop_app.ui.narrow import bring_into_sight
from desktop_app.ui.part_actions import PartActions
from desktop_app.ui.part_photo import PartPhotos, photo_on_show
from desktop_app.ui.run_out_view import RunOutView
from desktop_app.ui.session import Session
from desktop_app.ui.settings import SettingsFile
from desktop_app.ui.stages.page import StagePage
from desktop_app.ui.toggle import toggle
from desktop_app.ui.why_panel import WhyPanel
from desktop_app.ui.why_place import WhyPlace
from desktop_app.ui.widgets import button, label, name, restyle, splitter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.register.scenario import Scenario
    from desktop_app.report.listed import Listed
    from desktop_app.ui.compare_page import ComparePage
    from desktop_app.ui.overview_page import OverviewPage
    from desktop_app.ui.part_sheet import PartSheet
    from desktop_app.ui.presentation import Presentation
    from desktop_app.ui.table_filters import ColumnFilter

PICTURE_SHARE = 0.42
"""Of the height below the counts, at most."""
LEAST_ROOM = 290
"""With less height below the counts the list has it all."""


class RisksStage(StagePage):
    """What the assessment found."""

    applications_wanted = Signal()
    law_wanted = Signal()
    monday_wanted = Signal()

    def __init__(self, session: Session, settings: SettingsFile) -> None:
        super().__init__(session, "risks")
        self.settings = settings
        self.result: Presentation | None = None
        self._is_dragged, self._since = False, ""
        self.compare: ComparePage | None = None
        self.scenarios: Sequence[Scenario] = ()
        self.answer, self.second = label("lead", wraps=True), FoldingLabel("second")
        self.table = ArrangedTable(session)
        self.part_actions = PartActions(self.table, session)
        self.monday = button(self.monday_wanted.emit)
        self.applications = button(self.applications_wanted.emit, "plain")
        self.picture = RunOutView()
        self.picture_button = toggle("bars", self.toggle_picture)
        self.map_button = toggle("map", self.open_overview)
        self.top = QHBoxLayout()
        self.counts = CountsRow(self._filter, self.picture_button, self.map_button)
        self.chips = self.counts.chips
        self.overview: OverviewPage | None = None
        self.why = WhyPanel(self.catalogue)
        self.why.hide()
        self.left = splitter(Qt.Orientation.Vertical, 10)
        self.left.addWidget(self.picture)
        self.left.addWidget(self.table)
        self.left.setStretchFactor(1, 1)
        self.left.installEventFilter(self)
        self.picture.axis.installEventFilter(self)
        self.left.splitterMoved.connect(self._dragged)
        self.why_place = WhyPlace(self, self.left, self.why, settings)
        self._lay_out()
        self.table.view.part_opened.connect(self._open)
        self.table.view.part_chosen.connect(self._follow)
        self.picture.part_chosen.connect(self.table.view.choose)  # the cursor of the list
        self.picture.part_opened.connect(self.show_part)
        self.why.closed.connect(self.close_why)
        self.why.leaving_recorded.connect(session.record_leaving)
        self.photos = PartPhotos(session, self.why)
        self.photos.changed.connect(self._show_photo)
        session.scenarios_arrived.connect(self._scenarios_arrived)
        self.speak(self.catalogue)

    @property
    def starts_at(self) -> QWidget:
        """The list, or the page that lies over it."""
        beside = self.pages.currentWidget()
        return beside if self.is_beside_list and beside is not None else self.table.view

    def _lay_out(self) -> None:
        column, top = self.column, self.top
        top.addWidget(self.answer, 1)
        top.addWidget(self.applications, alignment=Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.monday, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self.second)
        column.addLayout(self.counts)
        column.addWidget(self.why_place.split, 1)

    def speak(self, catalogue: Catalogue) -> None:
        """Words of the page; the list comes in the new language by itself."""
        self.catalogue = catalogue
        text = catalogue.text
        self.empty.say(
            text("The answer comes here"),
            text("Drop your parts list anywhere on this window, or open it: then you see here which "
                 "parts need a licence and which line stops first."),
            text("Go to Files"),
        )  # fmt: skip
        self.table.speak(catalogue, text("Parts by urgency"))
        self.why.speak(catalogue)
        self.applications.setText(text("Applications and licences"))
        name(
            self.applications,
            self.applications.text(),
            with_keys(catalogue, text("What was filed and what is held"), "Ctrl+L"),
        )
        self.monday.setText(text("Monday sheet"))
        name(self.monday, text("Monday sheet"), text("What to do this week, ready to print"))
        for beside in (self.compare, self.overview):
            if beside is not None:
                beside.speak(catalogue)
        self._say_picture()

    def show_result(self, result: "Presentation") -> None:
        """Shows an assessment; the filter, the sorting and the part under the cursor stay."""
        self.result = result
        if not self.is_beside_list or not len(result.assessment.parts):
            self.show_full(len(result.assessment.parts) > 0)
        self.answer.setText(result.answer[0] if result.answer else "")
        self._say_second()
        self.counts.say(result.counts, self.catalogue)
        self.table.show_data(result.risks)
        self._show_picture()
        # Not whether it is seen: the stage may lie below another page, and is looked at later.
        if not self.why.isHidden() and self.table.view.chosen_part() is not None:
            self._open(self.table.view.chosen_part())

    def say_since(self, words: str) -> None:
        """What is new since the last run, behind what runs out first; empty where nothing is known."""
        self._since = words
        self._say_second()

    def _say_second(self) -> None:
        answer = () if self.result is None else self.result.answer[1:]
        said = self.catalogue.sentences((*answer, self._since))
        self.second.setText(said)
        self.second.setVisible(bool(said))

    def show_nothing(self) -> None:
        """Back to the empty page."""
        self.result = None
        self.show_full(False)

    @property
    def is_beside_list(self) -> bool:
        """Whether another page than the list is open: a comparison, or the pictures."""
        is_open = self.overview is not None and self.pages.currentWidget() is self.overview
        return self.is_comparing or is_open

    @property
    def is_comparing(self) -> bool:
        """Whether another answer stands beside this one."""
        return self.compare is not None and self.pages.currentWidget() is self.compare

    def open_compare(self) -> None:
        """Shows what another day or another law changes."""
        if self.result is None:
            return
        if self.compare is None:
            from desktop_app.ui.compare_page import ComparePage

            self.compare = ComparePage(self.session)
            self.compare.show_scenarios(self.scenarios)
            self.compare.closed.connect(self.close_compare)
            self.compare.part_opened.connect(self.show_part)
            self.pages.addWidget(self.compare)
        self.compare.show_inquiry(self.session.inquiry)
        self.pages.setCurrentWidget(self.compare)
        self.compare.law.setFocus()
        self.compare.compare()

    def open_overview(self) -> None:
        """Shows the whole list in pictures."""
        self.map_button.setChecked(False)
        if self.result is None:
            return
        if self.overview is None:
            from desktop_app.ui.overview_page import OverviewPage

            self.overview = OverviewPage(self.session)
            self.overview.closed.connect(self.close_compare)
            self.overview.supplier_chosen.connect(self._show_supplier)
            self.overview.element_chosen.connect(self._show_element)
            self.overview.law_wanted.connect(self.law_wanted)
            self.overview.files_wanted.connect(self.files_wanted)
            self.pages.addWidget(self.overview)
        self.pages.setCurrentWidget(self.overview)
        self.overview.open()

    def _show_supplier(self, supplier: str) -> None:
        from desktop_app.ui.table_filters import ValueFilter

        self._show_filtered(ValueFilter("supplier", frozenset((supplier,))))

    def _show_element(self, symbol: str) -> None:
        from desktop_app.ui.table_filters import ValueFilter

        words = () if self.table.data is None else self.table.data.column("elements").words
        named = frozenset(word for word in words if symbol in word.replace(",", " ").split())
        self._show_filtered(ValueFilter("elements", named))

    def _show_filtered(self, made: "ColumnFilter") -> None:
        """What was clicked in a picture, as a filter of the list that can be taken away there."""
        self.close_compare()
        self.table.filter_column(made.column, (made,))

    def close_compare(self) -> None:
        """Back to the list."""
        self.show_full(self.result is not None)
        self.table.view.setFocus()

    def _scenarios_arrived(self, scenarios: "Sequence[Scenario]") -> None:
        self.scenarios = scenarios

    def open_why(self) -> None:
        """Opens the reasons of the part under the cursor."""
        part_id = self.table.view.chosen_part()
        if part_id is not None:
            self._open(part_id)

    def show_part(self, part_id: int) -> None:
        """Puts the cursor on a part, whatever is filtered, and opens its reasons."""
        if self.is_beside_list:
            self.close_compare()
        if self.table.view.shown.row_of(part_id) is None:
            self.counts.clear()
            self.table.show_everything()
            self._show_picture()
        self.table.view.choose(part_id)
        self._open(part_id)

    def close_why(self) -> None:
        """The table has the whole width again, and the cursor."""
        self.why.hide()
        self.table.view.setFocus()

    def toggle_picture(self) -> None:
        """Shows or hides what runs out first; the choice is remembered."""
        self.settings.change(shows_picture=not self.settings.now.shows_picture)
        self._show_picture()

    def _show_picture(self) -> None:
        if self.result is None:
            return
        self.picture.show_picture(self.result.run_out, self.counts.group)
        self.picture_button.setVisible(bool(self.result.run_out.part_ids) and not self.is_low)
        self._lay_out_picture()
        self._say_picture()

    def _lay_out_picture(self) -> None:
        """There and as high as it should be, where there is something to show and room for it."""
        is_wanted = self.settings.now.shows_picture and bool(self.picture.lines.shown)
        has_room = self.left.height() >= LEAST_ROOM and not self.is_low
        self.picture.setVisible(is_wanted and has_room)
        if not self.picture.isHidden() and not self._is_dragged:
            self._fit_picture()

    def _say_picture(self) -> None:
        text = self.catalogue.text
        is_shown = self.settings.now.shows_picture
        words = text("Hide what runs out first") if is_shown else text("Show what runs out first")
        self.picture_button.setChecked(is_shown)
        name(self.picture_button, words, with_keys(self.catalogue, words, "Ctrl+G"))
        name(
            self.map_button,
            text("The list in pictures"),
            with_keys(self.catalogue, text("The list in pictures"), "Ctrl+I"),
        )

    def _fit_picture(self) -> None:
        """As high as its lines, as long as the list keeps the greater part."""
        room = self.left.height()
        height = self.picture.height_within(int(room * PICTURE_SHARE))
        self.left.setSizes([height, max(1, room - height - self.left.handleWidth())])

    def _filter(self, group: str | None) -> None:
        self.table.filter_group(group)
        self._show_picture()

    def list_to_print(self) -> "Callable[[], Listed] | None":
        """The table as it stands."""
        return self.table.to_print(self.table.view.accessibleName(), self.counts.words)

    def _open(self, part_id: int | None) -> None:
        if part_id is not None:
            self.why_place.lay()
            self.why.show()
            bring_into_sight(self.why)
            self.session.explain(part_id, self._sheet_arrived)

    def lie_close(self, is_low: bool) -> None:
        """On a low page words above the list are smaller; what the menus hold too goes."""
        super().lie_close(is_low)
        self.counts.lie_close(is_low)
        for said, tone, tone_low in ((self.answer, "lead", "title"), (self.second, "second", "")):
            said.setProperty("tone", tone_low if is_low else tone)
            restyle(said)
        self.second.lie_close(is_low)
        self.table.lie_close(is_low, self.counts.flow)
        self._place_monday(is_low)
        self.applications.setVisible(not is_low)
        self.map_button.setVisible(not is_low)
        self._show_picture()

    def _place_monday(self, is_low: bool) -> None:
        """Behind the tools on a low page: beside the answer it would put that into two lines."""
        self.monday.setProperty("close", is_low)
        restyle(self.monday)
        if is_low:
            self.top.removeWidget(self.monday)
            self.counts.flow.addWidget(self.monday)
            self.setTabOrder(self.table.tools.layouts, self.monday)
        else:
            self.counts.flow.removeWidget(self.monday)
            self.top.addWidget(self.monday, alignment=Qt.AlignmentFlag.AlignTop)
            self.setTabOrder(self.applications, self.monday)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The reasons find their place again; on a low page the list keeps what room there is."""
        super().resizeEvent(event)
        if self.why.isVisible():
            self.why_place.lay()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The picture takes its share of the height, until the user drags its edge."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._lay_out_picture()
        return super().eventFilter(watched, event)

    def _dragged(self) -> None:
        self._is_dragged = True

    def hideEvent(self, event: QHideEvent) -> None:
        """The window closes, or another stage comes."""
        super().hideEvent(event)
        self.why_place.keep()

    def _follow(self, part_id: int | None) -> None:
        if self.why.isVisible():
            self._open(part_id)

    def _sheet_arrived(self, sheet: "PartSheet") -> None:
        """An answer for a part the cursor has left meanwhile is not shown."""
        if sheet.part_id == self.table.view.chosen_part():
            from desktop_app.ui.recording import leaving_of

            leaving = leaving_of(self.session.recorded, sheet.seller)
            self.why.show_sheet(sheet, leaving, photo_on_show(self.session, sheet.part_id))

    def _show_photo(self, part_id: int) -> None:
        """The reasons with the photo that is attached now; whoever reads on at another part meanwhile is
        left there."""
        sheet = self.why.sheet
        if sheet is not None and sheet.part_id == part_id == self.table.view.chosen_part():
            self._sheet_arrived(sheet)
            self.why.show_photo()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the reasons first; then it is the window's."""
        if event.key() == Qt.Key.Key_Escape and self.why.isVisible():
            self.close_why()
        else:
            super().keyPressEvent(event)
