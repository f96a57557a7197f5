"""The step that pages about a project offer while the work lies in none."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.widgets import button


def project_offer(catalogue: Catalogue, wanted: Callable[[], object]) -> QPushButton:
    """*Save as a project...*; ``wanted`` asks where to."""
    made = button(wanted)
    made.setText(catalogue.text("Save as a project..."))
    made.setAccessibleName(made.text())
    return made
