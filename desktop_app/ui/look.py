"""Light, dark or high contrast, as the system says or the user pinned it; for all windows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.ui.style import style_sheet
from desktop_app.ui.theme import CONTRAST, DARK, LIGHT, Theme, palette


def theme_for(choice: str, scheme: Qt.ColorScheme) -> Theme:
    """``choice``: light, dark, contrast, or system. A system that does not say counts as light."""
    if choice == "contrast":
        return CONTRAST
    if choice == "system":
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return DARK if choice == "dark" else LIGHT


def apply_look(application: QApplication, choice: str) -> None:
    """Gives palette and style sheet of the chosen theme to every window."""
    theme = theme_for(choice, application.styleHints().colorScheme())
    application.setPalette(palette(theme))
    sheet = style_sheet(theme)
    if application.styleSheet() != sheet:  # the same one again would dress every widget anew
        application.setStyleSheet(sheet)
