"""Pages and menu entries about the project on the desk: what was done, earlier runs, backups, recent
projects, packing and unpacking, and correcting a part. Built when they are first asked for."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop_app.model.findings import Message, msg
from desktop_app.ui.changed_files import ChangedFiles
from desktop_app.ui.idle_collection import IdleCollection
from desktop_app.ui.recent import Recent, RecentMenu, RecentRow
from desktop_app.ui.side_pages import SidePages
from desktop_app.ui.since_last import SinceLast
from desktop_app.ui.taking_over import TakingOver

if TYPE_CHECKING:
    from desktop_app.project.storage.runs import Run
    from desktop_app.ui.activity_page import ActivityPage
    from desktop_app.ui.backups_page import BackupsPage
    from desktop_app.ui.compare_page import ComparePage
    from desktop_app.ui.conflict_lines import ConflictLine, ConflictSide
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.presentation import Presentation
    from desktop_app.ui.runs_page import RunsPage
    from desktop_app.ui.taking_in import Taken

FOLLOW_MS = 3_000
"""How often a project that somebody else writes is looked at for what they changed."""


class ProjectPages(SidePages):
    """Made once the window is complete."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.projects = window.projects
        self.activity: ActivityPage | None = None
        self.backups: BackupsPage | None = None
        self.runs: RunsPage | None = None
        self._offering: ComparePage | None = None
        self.changed_files = ChangedFiles(window)
        self.idle_collection = IdleCollection(self.session)
        self.since_last = SinceLast(self.projects, window.risks.say_since)
        self.recent = Recent(window.settings)
        self.recent_menu = RecentMenu(self.recent, self._open, window)
        self.recent_row = RecentRow(self.recent, self._open)
        window.files.add_below_start(self.recent_row)
        self._follow = QTimer(self, interval=FOLLOW_MS)
        self._follow.timeout.connect(self.projects.catch_up)
        self.taking_over = TakingOver(self.projects, window.strip)
        self._follow.timeout.connect(self.taking_over.look)
        self._follow.start()
        self.projects.opened.connect(self._remember)
        self.projects.saved.connect(self._remember)
        self.projects.changed.connect(self._name_window)
        self.projects.told.connect(self._tell)
        self.projects.exported.connect(self._exported)
        self.session.versions_replaced.connect(self._tell_versions)
        self.session.result_arrived.connect(self._result_arrived)
        window.report.saved.connect(lambda target: self.projects.keep_run(target.name))
        window.risks.why.correct_wanted.connect(self.correct)
        window.risks.why.statement_chosen.connect(self.choose_statement)
        self.speak()
        # The menus are filled with what this very object does, so its own menu comes after that.
        QTimer.singleShot(0, self, self._add_to_menus)

    def _add_to_menus(self) -> None:
        self.window.menus.insert_below("open_project", self.recent_menu)

    def speak(self, language: str = "") -> None:
        """The recent projects as well."""
        super().speak(language)
        self.recent_menu.speak(self.window.catalogue)
        self.recent_row.speak(self.window.catalogue)

    def _name_window(self) -> None:
        """Of two windows each says on which project it works, also in the bar of the system."""
        path = self.projects.path
        self.window.setWindowTitle("Lodestone" if path is None else f"{path.stem} - Lodestone")

    # --- pages -----------------------------------------------------------------------------------

    def show_activity(self) -> None:
        """What was done, by whom and when."""
        if self.activity is None:
            from desktop_app.ui.activity_page import ActivityPage

            self.activity = ActivityPage(self.projects)
            self.add(self.activity)
        self.show(self.activity, self.activity.refresh)

    def show_backups(self) -> None:
        """The backups of the project on the desk."""
        if self.backups is None:
            from desktop_app.ui.backups_page import BackupsPage

            self.backups = BackupsPage(self.projects)
            self.backups.project_wanted.connect(self.window.above.save_project)
            self.add(self.backups)
        self.show(self.backups, self.backups.refresh)

    def show_runs(self) -> None:
        """Assessments kept earlier."""
        if self.runs is None:
            from desktop_app.ui.runs_page import RunsPage

            self.runs = RunsPage(self.projects)
            self.runs.reopened.connect(self.projects.reopen)
            self.runs.project_wanted.connect(self.window.above.save_project)
            self.runs.compare_wanted.connect(self._compare)
            self.add(self.runs)
        self.show(self.runs, self.runs.refresh)

    def show_compare(self) -> None:
        """The answer now beside another: another day, another law, an earlier run."""
        self.window.compare()
        page = self.window.risks.compare
        if page is not None and page is not self._offering:
            self._offering = page
            page.project_wanted.connect(self.window.above.save_project)
        self._offer_runs()

    def _compare(self, number: int) -> None:
        self.show_compare()
        page = self.window.risks.compare
        if page is not None:
            page.choose_run(number)

    def _offer_runs(self) -> None:
        """Gives the page of comparisons the runs that can be compared with."""
        page, project = self.window.risks.compare, self.projects.file
        if page is None or project is None:
            if page is not None:
                page.show_runs((), self.projects.compare_with)
            return

        def arrived(runs: "tuple[Run, ...]") -> None:
            page.show_runs(runs, self.projects.compare_with, is_project=True)
            page.compare()

        self.session.jobs.start(
            lambda _report: tuple(reversed(project.runs())), arrived, self.session.fail
        )

    # --- what is said ----------------------------------------------------------------------------

    def _result_arrived(self, result: "Presentation") -> None:
        """An earlier run says that it is one, and how to come back, until it is left."""
        past = self.projects.past
        if past is None:
            return
        run, assessment = past
        if result.assessment is assessment:
            from desktop_app.ui.runs_page import run_time

            self.window.strip.say(
                msg("You see the run of {time} as it was then, not the answer now.",
                    time=run_time(run, self.window.catalogue)),
                kind="attention", action=msg("Back to now"), act=self._back_to_now,
            )  # fmt: skip
            self.window.go_to("risks")
            if self.window.risks.is_comparing:
                self.window.risks.close_compare()
        else:
            self.projects.past = None
            self.window.strip.hide()

    def _back_to_now(self) -> None:
        self.session.lay(self.session.desk)

    def _remember(self, path: Path) -> None:
        self.recent.remember(path)
        self.recent_row.fill()
        if self.window.risks.is_comparing:
            self._offer_runs()

    def _tell(self, said: Message) -> None:
        self.window.strip.say(said, kind="attention")

    def _exported(self, target: Path) -> None:
        self.window.status.say(msg("The project was packed as {file}.", file=target.name))

    def _tell_versions(self, taken: "Taken") -> None:
        """A newer version took the place of an older one; both may be kept."""
        from desktop_app.project.versions import change_words

        said = [
            msg("{file}: {what}", file=change.new, what=change_words(change))
            for change in taken.changes
        ]
        self.window.strip.say(
            *said, kind="attention", action=msg("Keep both"),
            act=lambda: self.session.keep_both(taken),
        )  # fmt: skip

    # --- menu entries ----------------------------------------------------------------------------

    def _open(self, path: Path) -> None:
        self.window.open_paths([path])

    def export(self) -> None:
        """Asks where the project is to be packed to."""
        from desktop_app.ui.choosing import choose_portable_target

        if self.projects.file is None:
            self.window.strip.say(
                msg("Save your work as a project first; then it can be packed."),
                kind="attention", action=msg("Save as a project..."),
                act=self.window.above.save_project,
            )  # fmt: skip
            return
        choose_portable_target(self.window, self.window.catalogue, self.projects.export)

    def take_portable(self) -> None:
        """Asks for a packed project, then where it is to lie."""
        from desktop_app.ui.choosing import choose_portable, choose_project_target

        catalogue = self.window.catalogue

        def chosen(source: Path) -> None:
            choose_project_target(
                self.window, catalogue, lambda target: self.projects.take_portable(source, target)
            )

        choose_portable(self.window, catalogue, chosen)

    def correct(self) -> None:
        """Corrects the part under the cursor."""
        window = self.window
        table = window.parts.table if window.stage == "parts" else window.risks.table
        part_id = table.view.chosen_part()
        if part_id is None:
            self._tell(msg("Choose a part in the list first."))
        elif self.projects.past is not None:
            self._tell(msg("This is an earlier run; go back to now to correct a part."))
        else:
            from desktop_app.ui.correct_sheet import correct_part

            correct_part(window, self.session, part_id)

    def choose_statement(self, line: "ConflictLine", side: "ConflictSide") -> None:
        """Takes one of several statements about the part whose reasons are on show."""
        from desktop_app.ui.conflict_lines import choice, chosen_words
        from desktop_app.ui.correct_lines import with_corrections

        session, why = self.session, self.window.risks.why
        imported, result = session.imported, session.result
        if why.sheet is None or imported is None or result is None:
            self._tell(msg("This is an earlier run; go back to now to correct a part."))
            return
        shown, part_id = result.assessment.parts, why.sheet.part_id
        made = choice(imported, shown, part_id, (line, side), session.catalogue)
        recorded = with_corrections(session.recorded, (made,), None)
        why.area.setFocus()
        session.put(chosen_words(line, side), replace(session.desk, recorded=recorded))
