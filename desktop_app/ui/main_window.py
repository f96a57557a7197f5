"""The frame: rail, question bar, stages, strip and status line, and what connects them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.paths import shipped
from desktop_app.ui.drop_target import DropTarget
from desktop_app.ui.frame import LEAST, MENUS

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from desktop_app.language.catalogue import Catalogue
    from desktop_app.model.reading import Reading
    from desktop_app.model.sources import TableFound
    from desktop_app.ui.jobs import Progress
    from desktop_app.ui.menus import Menus
    from desktop_app.ui.news import News
    from desktop_app.ui.presentation import Presentation
    from desktop_app.ui.projects import Projects
    from desktop_app.ui.question_bar import QuestionBar
    from desktop_app.ui.rail import Rail
    from desktop_app.ui.session import Session
    from desktop_app.ui.settings import SettingsFile
    from desktop_app.ui.stages.columns import ColumnsStage
    from desktop_app.ui.stages.files import FilesStage
    from desktop_app.ui.stages.parts import PartsStage
    from desktop_app.ui.stages.report import ReportStage
    from desktop_app.ui.stages.risks import RisksStage
    from desktop_app.ui.status_line import StatusLine
    from desktop_app.ui.strip import Strip
    from desktop_app.ui.windows_above import WindowsAbove

SAMPLE = ("templates", "sample_supplier_parts.xlsx")


class MainWindow(DropTarget):
    """One window for the whole work. ``language_wanted`` and ``theme_wanted`` go to the application.

    It comes in steps, so that it stands on the screen early: a drawn start page, then ``furnish``
    with rail, bar, status line and the stage Files, then ``complete`` with what nobody sees at first.
    """

    language_wanted = Signal(str)
    theme_wanted = Signal(str)
    session: "Session"
    rail: "Rail"
    question: "QuestionBar"
    strip: "Strip"
    status: "StatusLine"
    projects: "Projects"
    news: "News"
    menus: "Menus"
    above: "WindowsAbove"
    files: "FilesStage"
    columns: "ColumnsStage"
    parts: "PartsStage"
    risks: "RisksStage"
    report: "ReportStage"

    def __init__(self, settings: "SettingsFile", catalogue: "Catalogue") -> None:
        super().__init__(settings)
        self.catalogue, self.stage = catalogue, "files"
        self.is_complete, self._goes_to_risks = False, True
        self.stages: dict[str, QWidget] = {}

    def furnish(self, session: "Session") -> None:
        """Makes what stands on every page, and the start page."""
        from desktop_app.ui.menus import Menus
        from desktop_app.ui.news import News
        from desktop_app.ui.projects import Projects
        from desktop_app.ui.question_bar import QuestionBar
        from desktop_app.ui.rail import Rail
        from desktop_app.ui.stages.files import FilesStage
        from desktop_app.ui.status_line import StatusLine
        from desktop_app.ui.strip import Strip
        from desktop_app.ui.windows_above import WindowsAbove

        self.session, self.is_furnished = session, True
        self.rail = Rail()
        self.question = QuestionBar(session.inquiry, self.catalogue)
        self.strip = Strip(self.catalogue)
        self.status = StatusLine(self.catalogue)
        self.projects = Projects(session)
        self.news = News(session, self.strip, self.status, self.projects)
        self.files = FilesStage(session)
        self.stages["files"] = self.files
        self.above = WindowsAbove(self)
        self.pages = QStackedWidget()
        self.pages.currentChanged.connect(self.strip.leave)
        self.menus = Menus(self)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.speak(self.catalogue)
        self.go_to("files")

    def complete(self) -> None:
        """Builds the other stages, once; called when the window stands on the screen."""
        if self.is_complete:
            return
        self.is_complete = True
        from desktop_app.ui.commands import acts_of
        from desktop_app.ui.stages.columns import ColumnsStage
        from desktop_app.ui.stages.parts import PartsStage
        from desktop_app.ui.stages.report import ReportStage
        from desktop_app.ui.stages.risks import RisksStage
        from desktop_app.ui.table_layout import LayoutsFile

        session, settings = self.session, self.settings
        self.columns, self.parts = ColumnsStage(session), PartsStage(session)
        self.risks, self.report = RisksStage(session, settings), ReportStage(session, settings)
        self.stages |= {
            "columns": self.columns, "parts": self.parts, "risks": self.risks, "report": self.report
        }  # fmt: skip
        for made in (self.columns, self.parts, self.risks, self.report):
            self.pages.addWidget(made)
            made.files_wanted.connect(partial(self.visit, "files"))
            made.speak(self.catalogue)
        layouts = LayoutsFile(settings.folder)
        self.parts.table.keep_layouts(layouts, "parts")
        self.risks.table.keep_layouts(layouts, "risks")
        self.columns.column_chosen.connect(self._column_chosen)
        self.columns.heading_row_chosen.connect(self._heading_row_chosen)
        self.columns.row_told.connect(self._row_told)
        self.columns.said.connect(self.status.say)
        self.parts.part_opened.connect(self._part_opened)
        self.risks.law_wanted.connect(self.above.law)
        self.risks.monday_wanted.connect(self.show_monday_sheet)
        self.risks.table.view.part_chosen.connect(self.report.show_part)
        self.report.saved.connect(self.news.report_saved)
        self.report.mended.connect(self.strip.forget)
        self.report.print_wanted.connect(self.print_report)
        self.report.list_to_print = self.risks.list_to_print
        self.setTabOrder(self.report.empty.action, self.status.cancel)
        self.setTabOrder(self.status.cancel, self.status.offline)
        self.menus.fill(acts_of(self))
        self.menus.speak(self.catalogue)
        self._say_history()
        self._count()
        for field in self.findChildren(QLineEdit):
            field.setAcceptDrops(False)

    def _lay_out(self) -> None:
        from desktop_app.ui.narrow import Around, Middle

        self.pages.addWidget(self.files)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.question)
        right.addWidget(self.strip)
        right.addWidget(self.pages, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        middle = Middle(self.rail, (self.question, self.strip, self.status))
        middle.column.addLayout(row, 1)
        middle.column.addWidget(self.status)
        self.setCentralWidget(Around(middle, QSize(LEAST[0], LEAST[1] - MENUS)))

    def _connect(self) -> None:
        session = self.session
        self.rail.stage_chosen.connect(self.visit)
        self.question.asked.connect(session.ask)
        self.question.told.connect(session.told)
        self.question.law_wanted.connect(self.above.law)
        self.question.own_wanted.connect(self.above.scenarios)
        session.own_scenarios.added.connect(self.above.scenario_added)
        self.status.cancel_wanted.connect(session.cancel)
        self.status.offline_wanted.connect(self.above.offline)
        self.files.open_wanted.connect(self.above.files)
        self.files.sample_wanted.connect(self.open_sample)
        self.files.rows_wanted.connect(self._show_rows)
        session.law_arrived.connect(self.question.show_law)
        session.scenarios_arrived.connect(self.question.show_scenarios)
        session.question_changed.connect(self.question.show_inquiry)
        session.files_read.connect(self._files_read)
        session.result_arrived.connect(self._result_arrived)
        session.history_changed.connect(self._say_history)
        session.work_changed.connect(self._work_changed)
        session.work_cancelled.connect(self._work_cancelled)

    def speak(self, catalogue: "Catalogue") -> None:
        """Builds every text of the window anew in one language."""
        self.catalogue = catalogue
        self.menus.speak(catalogue)
        self._say_history()
        for part in (self.question, self.strip, self.status, self.files):
            part.speak(catalogue)
        if self.is_complete:
            for made in (self.columns, self.parts, self.risks, self.report):
                made.speak(catalogue)
        self._count()

    def go_to(self, stage: str) -> None:
        """Shows a stage."""
        if stage not in self.stages:
            self.complete()
        self.stage = stage
        self.rail.choose(stage)
        self.pages.setCurrentWidget(self.stages[stage])

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Reads files and folders; while others are being read they wait their turn.

        A register pack among them is installed, a project opened, a law scenario kept.
        """
        from desktop_app.ui.drop import by_kind

        found = by_kind(paths)
        for path in found.packs:
            self.session.install(path)
        for path in found.projects:
            self.projects.open(path)
        self.session.own_scenarios.take(found.scenarios)
        if found.lists:
            self.session.read(found.lists)

    def open_sample(self) -> None:
        """Reads the list that came with the program."""
        self.open_paths([shipped(*SAMPLE)])

    def start_find(self) -> None:
        """Puts the cursor into the find field of the list or the pages on show."""
        if self.stage == "parts":
            self.parts.table.start_find()
        elif self.stage == "columns" and not self.columns.is_empty:
            self.columns.finder.start_find()
        elif self.stage != "report" or not self.report.start_find():
            self.go_to("risks")
            self.risks.table.start_find()

    def why(self) -> None:
        """Shows the reasons of the part under the cursor."""
        part_id = self.parts.table.view.chosen_part()
        if self.stage == "parts" and part_id is not None:
            self._part_opened(part_id)
        else:
            self.go_to("risks")
            self.risks.open_why()

    def copy_mail(self) -> None:
        """The question about the part under the cursor, as a mail."""
        part_id = self.risks.table.view.chosen_part()
        if part_id is not None:
            self.session.explain(part_id, self.news.mail_arrived)

    def compare(self) -> None:
        """Shows what changes on another day or under another law."""
        self.go_to("risks")
        self.risks.open_compare()

    def toggle_picture(self) -> None:
        """Shows or hides what runs out first."""
        self.go_to("risks")
        self.risks.toggle_picture()

    def show_overview(self) -> None:
        """Shows the whole list in pictures."""
        self.go_to("risks")
        self.risks.open_overview()

    def print_report(self) -> None:
        """Prints the list on show, else the pages of the report, after asking for the printer."""
        lists = {"parts": self.parts.list_to_print, "risks": self.risks.list_to_print}
        if self.stage in lists:
            self.report.show_list(lists[self.stage])
        if not self.report.is_ready:
            self.go_to("report")
            self.report.print_when_ready()
            return
        self.above.printer(self.status.say)

    def show_monday_sheet(self) -> None:
        """The sheet of the week, one step before the printer."""
        self.report.choose_kind("monday")
        self.go_to("report")
        self.report.print.setFocus()

    def visit(self, stage: str) -> None:
        """Shows a stage at the user's wish: what arrives then leads nowhere else."""
        self._goes_to_risks = False if self.session.is_busy else self._goes_to_risks
        if stage == self.stage == "risks" and self.risks.is_beside_list:
            self.risks.close_compare()
        self.go_to(stage)

    def _part_opened(self, part_id: int) -> None:
        """From the list of all parts to the reasons of one."""
        self.go_to("risks")
        self.risks.show_part(part_id)

    def _column_chosen(self, table: "TableFound", heading: str, meaning: str | None) -> None:
        """The page stays: whoever names one column may want to name another."""
        self._goes_to_risks = False
        self.session.lists.choose_column(table, heading, meaning)

    def _show_rows(self, path: str) -> None:
        """The sheet of a file in which no list was found."""
        self.visit("columns")
        self.columns.show_file(path)
        self.columns.preview.setFocus()

    def _heading_row_chosen(self, texts: tuple[str, ...], row: int, is_heading: bool) -> None:
        """The page stays here too: the columns under the new headings are looked at next."""
        self._goes_to_risks = False
        self.session.lists.point_at(texts, row, is_heading=is_heading)

    def _row_told(self, table: "TableFound", name: str, row: int, said: str | None) -> None:
        """The page stays: whoever tells of one row may want to tell of another."""
        self._goes_to_risks = False
        self.session.lists.tell_row(table, name, row, said)

    def _files_read(self, reading: "Reading | None") -> None:
        self.complete()
        self.files.show_files(self.session.files)
        self.columns.show_files(self.session.files)
        if reading is None or not len(reading.parts):
            self.parts.show_nothing()
            self.risks.show_nothing()
            self.report.show_nothing()
        if reading is None:
            self.strip.drop()
        self._count()
        self.news.files_read(self.visit)

    def _result_arrived(self, result: "Presentation") -> None:
        for stage in (self.parts, self.risks):
            stage.show_result(result)
        self.report.show_result(self.risks.table.view.chosen_part())
        self._count()
        if self._goes_to_risks and len(result.assessment.parts):
            self._goes_to_risks = False
            self.go_to("risks")
            self.risks.table.view.setFocus()

    def _work_changed(self, progress: "Progress | None") -> None:
        self.status.show_progress(progress)
        self.files.show_work(progress if self.session.is_reading else None)

    def _work_cancelled(self, what: str) -> None:
        from desktop_app.ui.step_names import READING

        self.files.show_work(None)
        if what == READING:
            self.files.show_cancelled()
        self.news.cancelled(what == READING)

    def _say_history(self) -> None:
        history = self.session.history
        self.menus.say_history(self.projects.to_undo, history.to_redo, self.catalogue)

    def _count(self) -> None:
        """Counts and marks of the rail."""
        from desktop_app.ui.rail import stage_counts

        counts = stage_counts(self.session.files, self.session.result, self.catalogue)
        self.rail.speak(self.catalogue, counts)
        self.menus.enable("parts" in counts)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Esc goes one step back."""
        from desktop_app.ui.stepping_back import steps_back

        if not (self.is_furnished and steps_back(self, event)):
            super().keyPressEvent(event)

    def load(self) -> None:
        """Stages, law and names, once the window stands on the screen."""
        self.complete()
        self.session.load_law()
        self.load_countries()

    def load_countries(self) -> None:
        """Names of the destinations in the language of the window."""
        from desktop_app.ui.countries import country_names

        catalogue = self.catalogue
        self.session.jobs.start(lambda _r: country_names(catalogue), self.question.show_countries)

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Remembers the window, stops all work, lets go of the preview."""
        if self.is_complete and not self.above.may_close():
            event.ignore()
            return
        self.keep_place()
        if self.is_furnished:
            self.session.jobs.close()
            self.projects.close()
        if self.is_complete:
            self.report.close_files()
        super().closeEvent(event)
