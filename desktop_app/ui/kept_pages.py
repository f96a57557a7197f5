"""Pages of what is kept between two lists: facts recorded once, listed names, who owes an answer."""

from typing import TYPE_CHECKING

from desktop_app.ui.side_pages import SidePages

if TYPE_CHECKING:
    from desktop_app.ui.listed_page import ListedPage
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.recorded_page import RecordedPage
    from desktop_app.ui.waiting_page import WaitingPage


class KeptPages(SidePages):
    """Made once the window is complete."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.recorded: RecordedPage | None = None
        self.listed: ListedPage | None = None
        self.waiting: WaitingPage | None = None
        window.risks.why.recorded_wanted.connect(self.record_of)
        window.risks.why.listed_wanted.connect(self.show_listed_of)
        window.risks.photos.changed.connect(lambda _part: window.report.make_anew())

    def show_recorded(self) -> None:
        """What was recorded once for many parts."""
        page = self._recorded()
        self.show(page, page.refresh)

    def record_of(self, supplier: str) -> None:
        """The form for a fact of a supplier."""
        page = self._recorded()
        self.show(page, lambda: page.begin_new("supplier", supplier))

    def _recorded(self) -> "RecordedPage":
        if self.recorded is None:
            from desktop_app.ui.recorded_page import RecordedPage

            self.recorded = RecordedPage(self.session, self.author)
            self.add(self.recorded)
        return self.recorded

    def show_listed(self) -> None:
        """Firms on control and watch lists."""
        page = self._listed()
        self.show(page, page.refresh)

    def show_listed_of(self, part_id: int) -> None:
        """The firm that a name of a part resembles."""
        page = self._listed()
        self.show(page, lambda: page.look_up(part_id))

    def _listed(self) -> "ListedPage":
        if self.listed is None:
            from desktop_app.ui.listed_page import ListedPage

            self.listed = ListedPage(self.session, self.author)
            self.listed.part_opened.connect(self.open_part)
            self.add(self.listed)
        return self.listed

    def show_waiting(self) -> None:
        """Who was asked and has not answered."""
        window = self.window
        if self.waiting is None:
            from desktop_app.ui.waiting_page import WaitingPage

            self.waiting = page = WaitingPage(self.session, lambda: window.settings.now)
            page.said.connect(window.status.say)
            page.answers_wanted.connect(window.above.files)
            page.files_wanted.connect(lambda: window.visit("files"))
            page.questions_wanted.connect(window.report.choose_outbox)
            self.add(page)
        self.show(self.waiting, self.waiting.refresh)
