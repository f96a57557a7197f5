"""Opens the help of the window at one of its pages."""

from typing import TYPE_CHECKING

from desktop_app.ui.help_words import ABOUT, METHOD, WORDS
from desktop_app.ui.side_pages import SidePages

if TYPE_CHECKING:
    from desktop_app.ui.help_page import HelpPage
    from desktop_app.ui.main_window import MainWindow


class HelpPages(SidePages):
    """Made once the window is complete."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.page: HelpPage | None = None

    def show_method(self) -> None:
        """How an answer comes about."""
        self._open(METHOD)

    def show_words(self) -> None:
        """What the words mean."""
        self._open(WORDS)

    def show_about(self) -> None:
        """Version, licence, and what it is built with."""
        self._open(ABOUT)

    def _open(self, key: str) -> None:
        if self.page is None:
            from desktop_app.ui.help_page import HelpPage

            self.page = HelpPage(self.session)
            self.page.figures_wanted.connect(self.window.above.figures)
            self.page.law_wanted.connect(self.window.above.law)
            self.add(self.page)
        page = self.page
        self.show(page, lambda: page.choose(key))
