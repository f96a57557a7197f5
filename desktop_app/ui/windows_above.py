"""Opens the windows above the window; their code is loaded when the first of them is asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.model.findings import Message, msg

if TYPE_CHECKING:
    from desktop_app.register.scenario import Scenario
    from desktop_app.register.supply import Figures
    from desktop_app.ui.help_pages import HelpPages
    from desktop_app.ui.kept_pages import KeptPages
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.pasting import Pasting
    from desktop_app.ui.project_pages import ProjectPages
    from desktop_app.ui.work_pages import WorkPages


class WindowsAbove:
    """What the menus and badges open. None of them blocks the window below."""

    def __init__(self, window: "MainWindow") -> None:
        self.window = window

    def scenarios(self) -> None:
        """The law scenarios of the user, to be asked under, added to and taken off."""
        from desktop_app.ui.scenarios_sheet import ScenariosSheet

        ScenariosSheet(self.window).end()

    def scenario_added(self, scenario: "Scenario") -> None:
        """Says where it can be chosen, and offers it."""
        window = self.window
        said = msg(
            "The law scenario “{title}” can now be chosen under Law, in the bar above.",
            title=scenario.title,
        )
        window.status.say(said)  # stays where lists dropped with it take the strip
        ask = partial(window.question.choose_law, scenario.name)
        window.strip.say(said, action=msg("Ask under it"), act=ask)

    def files(self) -> None:
        """Asks which files to open."""
        from desktop_app.ui.choosing import choose_files

        choose_files(self.window, self.window.catalogue, self._open)

    def folder(self) -> None:
        """Asks for a folder whose lists are to be read."""
        from desktop_app.ui.choosing import choose_folder

        choose_folder(self.window, self.window.catalogue, self._open)

    def project(self) -> None:
        """Asks which project to open."""
        from desktop_app.ui.choosing import choose_project

        choose_project(self.window, self.window.catalogue, self._open)

    def save_project(self) -> None:
        """Saves into the project on the desk; asks where to for the first time."""
        from desktop_app.ui.choosing import choose_project_target

        projects = self.window.projects
        if projects.path is not None:
            projects.save(projects.path)
        else:
            read = (file for file in self.window.session.files if file.problem is None)
            first = next((Path(file.name).stem for file in read), "")
            choose_project_target(self.window, self.window.catalogue, projects.save, first)

    def may_close(self) -> bool:
        """Whether the window may go; asks where decisions would go with it."""
        from desktop_app.ui.closing import may_close

        return may_close(self.window)

    def printer(self, say: Callable[[Message], object]) -> None:
        """Asks for the printer, then prints the pages on show."""
        from desktop_app.ui.choosing import choose_printer

        if self.window.report.document is not None:
            choose_printer(self.window, self.window.report.document, say)

    @cached_property
    def pages(self) -> "WorkPages":
        """Pages that belong to no stage: the law, applications, decisions."""
        from desktop_app.ui.work_pages import WorkPages

        return WorkPages(self.window)

    @cached_property
    def kept_pages(self) -> "KeptPages":
        """What was recorded once, listed names, who owes an answer."""
        from desktop_app.ui.kept_pages import KeptPages

        return KeptPages(self.window)

    @cached_property
    def project_pages(self) -> "ProjectPages":
        """What was done, earlier runs, backups."""
        from desktop_app.ui.project_pages import ProjectPages

        return ProjectPages(self.window)

    @cached_property
    def help_pages(self) -> "HelpPages":
        """How an answer comes about, what the words mean, what Lodestone is."""
        from desktop_app.ui.help_pages import HelpPages

        return HelpPages(self.window)

    def law(self) -> None:
        """Every control with its timeline, and what was recorded of it."""
        self.pages.show_law()

    @cached_property
    def pasting(self) -> "Pasting":
        """What Ctrl+V does."""
        from desktop_app.ui.pasting import Pasting

        return Pasting(self.window, self.ask)

    def paste(self) -> None:
        """Reads a table that was copied elsewhere."""
        self.pasting.paste()

    def ask(self, lines: str = "") -> None:
        """A place to type parts and see their verdicts at once; ``lines`` stand there already."""
        from desktop_app.ui.ask_sheet import AskSheet

        window = self.window
        sheet = AskSheet(window, window.session, window.catalogue, window.question.countries)
        sheet.add_wanted.connect(lambda asked: self.pasting.add(*asked))
        sheet.end()
        sheet.lines.setPlainText(lines)
        sheet.lines.setFocus()

    def commands(self) -> None:
        """Everything that can be done, by name."""
        from desktop_app.ui.command_search import CommandSearch

        window = self.window
        actions = [a for name, a in window.menus.actions.items() if name != "commands"]
        sheet = CommandSearch(window, window.catalogue, actions)
        sheet.end()
        sheet.field.setFocus()

    def keys(self) -> None:
        """Everything that can be done with the keyboard."""
        from desktop_app.ui.dialogs import show_keys

        show_keys(self.window, self.window.catalogue)

    def offline(self) -> None:
        """What "offline" means."""
        from desktop_app.ui.dialogs import show_offline

        show_offline(self.window, self.window.catalogue)

    def settings(self) -> None:
        """Languages and colours."""
        from desktop_app.ui.dialogs import SettingsSheet

        window = self.window
        sheet = SettingsSheet(window, window.catalogue, window.settings, window.session.jobs)
        sheet.letterhead.changed.connect(window.report.make_anew)
        sheet.letterhead.sender_changed.connect(lambda: window.session.lay(window.session.desk))
        sheet.language.activated.connect(
            lambda at: window.language_wanted.emit(sheet.language.itemData(at))
        )
        sheet.report_language.activated.connect(
            lambda at: window.report.choose_language(sheet.report_language.itemData(at))
        )
        sheet.theme.activated.connect(lambda at: window.theme_wanted.emit(sheet.theme.itemData(at)))
        sheet.end()

    def figures(self) -> None:
        """The figures that are judgement, to be set for the project on the desk."""
        session = self.window.session
        libraries, inquiry = session.libraries, session.inquiry
        session.jobs.start(
            lambda _report: libraries.of(inquiry).figures, self._show_figures, session.fail
        )

    def _show_figures(self, figures: "Figures") -> None:
        from desktop_app.ui.figures_sheet import FiguresSheet
        from desktop_app.ui.set_figures import with_judgements

        session = self.window.session

        def use(changes: Mapping[str, tuple[float, ...] | None], source: str) -> None:
            recorded = with_judgements(session.recorded, changes, source)
            session.put(
                msg("the figures that are judgement"), replace(session.desk, recorded=recorded)
            )

        FiguresSheet(self.window, self.window.catalogue, figures, session.recorded, use).end()

    def _open(self, paths: Sequence[Path]) -> None:
        self.window.open_paths(paths)
