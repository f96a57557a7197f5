"""Esc, wherever the keyboard is: one step back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


def steps_back(window: "MainWindow", event: QKeyEvent) -> bool:
    """Esc cancels what runs, else closes the strip, else what lies over the stage; whether it was
    Esc and there was any of it. The keyboard may be in the rail, the question, or nowhere after a
    button went away."""
    if event.key() != Qt.Key.Key_Escape:
        return False
    if window.session.is_busy:
        window.session.cancel()
    elif window.strip.isVisible():
        window.strip.hide()
    else:
        return window.is_complete and _close_page(window)
    return True


def _close_page(window: "MainWindow") -> bool:
    from desktop_app.ui.two_panes import TwoPanes

    page, risks = window.pages.currentWidget(), window.risks
    if isinstance(page, TwoPanes):
        page.closed.emit()
    elif page is risks and risks.pages.currentWidget() in (risks.compare, risks.overview):
        risks.close_compare()
    elif page is risks and risks.why.isVisible():
        risks.close_why()
    else:
        return False
    return True
