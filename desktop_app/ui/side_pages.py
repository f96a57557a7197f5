"""Pages that belong to no stage: built when they are first asked for, spoken anew with the window;
*Back* leads to the stage they were opened from."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.two_panes import TwoPanes


class SidePages(QObject):
    """Made once the window is complete. Who uses it names the pages and says what opens them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window, self.session = window, window.session
        self._made: list[TwoPanes] = []
        window.language_wanted.connect(self.speak)

    @property
    def author(self) -> str:
        """Who records: the name the computer knows its user by, until another is given."""
        from desktop_app.project.opening import user_name

        return user_name()

    def add(self, page: "TwoPanes") -> None:
        """Puts a page that was just built into the window."""
        self._made.append(page)
        self.window.pages.addWidget(page)
        page.closed.connect(self.close)

    def show(self, page: "TwoPanes", refresh: Callable[[], object]) -> None:
        """Shows a page with what holds now; its list has the keyboard, where it lists anything."""
        self.window.pages.setCurrentWidget(page)
        self.window.rail.leave()
        refresh()
        (page.list if page.entries else page.back).setFocus()

    def close(self) -> None:
        """Back to where one came from."""
        window = self.window
        window.go_to(window.stage)
        if window.stage == "risks" and self.session.result is not None:
            window.risks.table.view.setFocus()

    def open_part(self, part_id: int) -> None:
        """From a page to the reasons of a part."""
        self.close()
        self.window.go_to("risks")
        self.window.risks.show_part(part_id)

    def speak(self, _language: str = "") -> None:
        """Words of every page in the language of the window."""
        for page in self._made:
            page.speak(self.window.catalogue)
