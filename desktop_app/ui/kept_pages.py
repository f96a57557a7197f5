"""Pages of what is kept between two lists: facts recorded once, listed names, who owes an answer.
Built when they are first asked for; *Back* leads to the stage they were opened from."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop_app.ui.listed_page import ListedPage
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.recorded_page import RecordedPage
    from desktop_app.ui.two_panes import TwoPanes
    from desktop_app.ui.waiting_page import WaitingPage


class KeptPages(QObject):
    """Made once the window is complete."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window, self.session = window, window.session
        self.recorded: RecordedPage | None = None
        self.listed: ListedPage | None = None
        self.waiting: WaitingPage | None = None
        window.language_wanted.connect(self._speak)
        window.risks.why.recorded_wanted.connect(self.record_of)
        window.risks.why.listed_wanted.connect(self.show_listed_of)

    @property
    def author(self) -> str:
        """Who records: the name the computer knows its user by, until another is given."""
        from desktop_app.project.opening import user_name

        return user_name()

    def show_recorded(self) -> None:
        """What was recorded once for many parts."""
        page = self._recorded()
        self._show(page, page.refresh)

    def record_of(self, supplier: str) -> None:
        """The form for a fact of a supplier."""
        page = self._recorded()
        self._show(page, lambda: page.begin_new("supplier", supplier))

    def _recorded(self) -> "RecordedPage":
        if self.recorded is None:
            from desktop_app.ui.recorded_page import RecordedPage

            self.recorded = RecordedPage(self.session, self.author)
            self._add(self.recorded)
        return self.recorded

    def show_listed(self) -> None:
        """Firms on control and watch lists."""
        page = self._listed()
        self._show(page, page.refresh)

    def show_listed_of(self, part_id: int) -> None:
        """The firm that a name of a part resembles."""
        page = self._listed()
        self._show(page, lambda: page.look_up(part_id))

    def _listed(self) -> "ListedPage":
        if self.listed is None:
            from desktop_app.ui.listed_page import ListedPage

            self.listed = ListedPage(self.session, self.author)
            self.listed.part_opened.connect(self._open_part)
            self._add(self.listed)
        return self.listed

    def show_waiting(self) -> None:
        """Who was asked and has not answered."""
        window = self.window
        if self.waiting is None:
            from desktop_app.ui.waiting_page import WaitingPage

            self.waiting = page = WaitingPage(self.session, lambda: window.settings.now.paper)
            page.said.connect(window.status.say)
            page.answers_wanted.connect(window.above.files)
            page.files_wanted.connect(lambda: window.visit("files"))
            page.questions_wanted.connect(window.report.choose_outbox)
            self._add(page)
        self._show(self.waiting, self.waiting.refresh)

    def _add(self, page: "TwoPanes") -> None:
        self.window.pages.addWidget(page)
        page.closed.connect(self._close)

    def _show(self, page: "TwoPanes", refresh: Callable[[], object]) -> None:
        self.window.pages.setCurrentWidget(page)
        refresh()
        page.list.setFocus()

    def _close(self) -> None:
        """Back to where one came from."""
        window = self.window
        window.go_to(window.stage)
        if window.stage == "risks" and self.session.result is not None:
            window.risks.table.view.setFocus()

    def _open_part(self, part_id: int) -> None:
        self._close()
        self.window.go_to("risks")
        self.window.risks.show_part(part_id)

    def _speak(self, _language: str) -> None:
        for page in (self.recorded, self.listed, self.waiting):
            if page is not None:
                page.speak(self.window.catalogue)
