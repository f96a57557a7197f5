"""What stands above every report: the firm's logo and a line with its name and address."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.failures import Failure, failure_of
from desktop_app.ui.jobs import Jobs
from desktop_app.ui.settings import SettingsFile
from desktop_app.ui.widgets import button, label

if TYPE_CHECKING:
    from desktop_app.model.progress import Report

KEPT = "letterhead.png"
"""The logo as it is printed, beside the settings: its own file may move away."""
SHOWN_WIDTH, SHOWN_HEIGHT, FIELD_WIDTH = 150, 40, 230


class LetterheadFields(QObject):
    """The fields for a sheet of settings. ``changed``: a report made from now on looks different;
    ``sender_changed``: so may what the lists of firms say, for who sends is the buyer."""

    changed, sender_changed = Signal(), Signal()

    def __init__(
        self, parent: QWidget, catalogue: Catalogue, settings: SettingsFile, jobs: Jobs
    ) -> None:
        super().__init__(parent)
        self.sheet = parent
        self.catalogue, self.settings, self.jobs = catalogue, settings, jobs
        text = catalogue.text
        self.sender_line = QLineEdit(settings.now.sender)
        self.sender_line.setMinimumWidth(FIELD_WIDTH)
        self.sender_line.setPlaceholderText(text("Name and address, in one line"))
        self.sender_line.setAccessibleName(text("Sender on reports"))
        self.sender_line.editingFinished.connect(self._keep_sender)
        self.picture = QLabel()
        self.picture.setAccessibleName(text("Logo on reports"))
        self.choose, self.remove = button(self._choose), button(self._remove, "plain")
        self.choose.setText(text("Choose a picture..."))
        self.choose.setAccessibleName(text("Choose a picture..."))
        self.remove.setText(text("Remove"))
        self.remove.setAccessibleName(text("Remove the logo"))
        self.note = label("small", wraps=True)
        self._show()

    def add_to(self, grid: QGridLayout) -> None:
        """Adds two lines, and one for what is wrong, below those of the grid."""
        text, row = self.catalogue.text, grid.rowCount()
        for at, words in enumerate((text("Sender on reports"), text("Logo on reports"))):
            grid.addWidget(label(text=words), row + at, 0)
        grid.addWidget(self.sender_line, row, 1)
        logo = QHBoxLayout()
        logo.addWidget(self.picture)
        logo.addWidget(self.choose)
        logo.addWidget(self.remove)
        logo.addStretch()
        grid.addLayout(logo, row + 1, 1)
        grid.addWidget(self.note, row + 2, 1)

    def _show(self) -> None:
        """The logo as it is kept; without one only the button to choose one."""
        kept = QPixmap(self.settings.now.logo) if self.settings.now.logo else QPixmap()
        has_logo = not kept.isNull()
        self.picture.setVisible(has_logo)
        self.remove.setVisible(has_logo)
        if has_logo:
            self.picture.setPixmap(
                kept.scaled(
                    SHOWN_WIDTH, SHOWN_HEIGHT, Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )  # fmt: skip

    def _choose(self) -> None:
        from desktop_app.ui.choosing import choose_logo

        choose_logo(self.sheet, self.catalogue, lambda paths: self.take(paths[0]))

    def take(self, path: Path) -> None:
        """Keeps a picture as the logo; says what is wrong where it is none."""
        kept = self.settings.folder / KEPT

        def keep(_report: "Report") -> str:
            from desktop_app.report.letterhead import keep_logo

            keep_logo(path, kept)
            return str(kept)

        self.note.setText("")
        self.jobs.start(keep, self._kept, lambda failure: self._say(failure_of(failure)))

    def _kept(self, kept: str) -> None:
        self.settings.change(logo=kept)
        self._show()
        self.changed.emit()

    def _remove(self) -> None:
        self.settings.change(logo="")
        self._show()
        self.choose.setFocus()
        self.changed.emit()

    def _keep_sender(self) -> None:
        if self.sender_line.text() != self.settings.now.sender:
            self.settings.change(sender=self.sender_line.text())
            self.changed.emit()
            self.sender_changed.emit()

    def _say(self, failure: Failure) -> None:
        said = (failure.problem.message, failure.problem.remedy)
        self.note.setText(self.catalogue.sentences(self.catalogue.say(words) for words in said))
