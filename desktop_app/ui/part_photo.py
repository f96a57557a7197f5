"""The photo of a part: attached by a drop on its reasons or by a button, printed in its dossier."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg
from desktop_app.ui.failures import failure_of
from desktop_app.ui.recording import note, with_record, without_record
from desktop_app.ui.widgets import button, label, name

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from desktop_app.model.progress import Report
    from desktop_app.project.photos import PartPhoto
    from desktop_app.ui.session import Session
    from desktop_app.ui.why_panel import WhyPanel

SUFFIXES = frozenset((".png", ".jpg", ".jpeg"))
SHOWN_WIDTH, SHOWN_HEIGHT = 220, 150
"""Points that a photo takes beside the list at most."""


def photo_on_show(session: "Session", part_id: int) -> "PartPhoto | None":
    """The photo of a part of the answer on show; None where it has none."""
    recorded, result = session.recorded, session.result
    if recorded is None or not recorded.photos or result is None:
        return None
    from desktop_app.project.photos import photo_of

    imported = session.imported
    parts = result.assessment.parts if imported is None else imported
    return photo_of(recorded.photos, parts, part_id)


def dropped_picture(dropped: "QMimeData") -> Path | None:
    """The one picture of a drop, as its name tells; None for anything else, which is the window's."""
    from desktop_app.ui.drop import files_in

    paths = files_in(dropped)
    is_picture = len(paths) == 1 and paths[0].suffix.casefold() in SUFFIXES
    return paths[0] if is_picture else None


class PhotoField(QWidget):
    """The photo of the part on show, and what can be done with it."""

    wanted, removed = Signal(), Signal()

    def __init__(self, photo: "PartPhoto | None", catalogue: Catalogue) -> None:
        super().__init__()
        text = catalogue.text
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.picture = QLabel()
        pixels = QPixmap()
        if photo is not None and pixels.loadFromData(photo.photo.data):
            self.picture.setPixmap(
                pixels.scaled(
                    SHOWN_WIDTH, SHOWN_HEIGHT, Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )  # fmt: skip
            self.picture.setAccessibleName(text("Photo of {part}", part=photo.label))
            column.addWidget(self.picture)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.choose = button(self.wanted.emit)
        self.choose.setText(text("Choose a picture..."))
        name(self.choose, text("Choose a photo of the part"))
        row.addWidget(self.choose)
        self.remove: QPushButton | None = None
        if photo is not None:
            self.remove = button(self.removed.emit, "plain")
            self.remove.setText(text("Remove"))
            name(self.remove, text("Remove the photo"))
            row.addWidget(self.remove)
        row.addStretch()
        column.addLayout(row)
        said = text(
            "Or drop a PNG or JPEG picture here. It is printed in the dossier of the part, never in "
            "papers that leave your house; where and when it was taken is not kept."
        )
        column.addWidget(label("small", wraps=True, text=said))
        self.note = label("", wraps=True)
        self.note.hide()
        column.addWidget(self.note)

    def say(self, words: str) -> None:
        """What was wrong with a picture; the photo that was there stays."""
        self.note.setText(words)
        self.note.show()


class PartPhotos(QObject):
    """Attaches photos to the part whose reasons are on show, and takes them off. ``changed``: the part
    has another photo, or none."""

    changed = Signal(int)

    def __init__(self, session: "Session", why: "WhyPanel") -> None:
        super().__init__(why)
        self.session, self.why = session, why
        why.photo_wanted.connect(self.choose)
        why.photo_dropped.connect(self.take)
        why.photo_removed.connect(self.remove)

    def choose(self) -> None:
        """Asks for a picture, without stopping the rest of the window."""
        from desktop_app.ui.choosing import choose_photo

        choose_photo(self.why, self.why.catalogue, lambda paths: self.take(paths[0]))

    def take(self, path: Path) -> None:
        """Keeps a copy of a picture as the photo of the part; says what is wrong where it is none."""
        sheet, parts = self.why.sheet, self.session.imported
        if sheet is None:
            return
        if parts is None:
            self._say(msg("This is an earlier run; go back to now to attach a photo."))
            return
        part_id, called = sheet.part_id, sheet.number or sheet.name

        def read(_report: "Report") -> "PartPhoto":
            from desktop_app.project.photos import photo_for
            from desktop_app.report.photos import read_photo

            return photo_for(parts, part_id, called, read_photo(path))

        self.session.jobs.start(read, partial(self._taken, part_id), self._failed)

    def _failed(self, failure: Exception) -> None:
        problem = failure_of(failure).problem
        self._say(problem.message, problem.remedy)

    def _say(self, *said: Message) -> None:
        if self.why.photo is not None:
            catalogue = self.why.catalogue
            self.why.photo.say(catalogue.sentences(catalogue.say(words) for words in said))
            self.why.show_photo()

    def _taken(self, part_id: int, made: "PartPhoto") -> None:
        recorded = with_record(self.session.recorded, "photos", made)
        note(self.session, msg("photo of {part}", part=made.label), recorded)
        self.changed.emit(part_id)

    def remove(self) -> None:
        """Takes the photo of the part off; undo brings it back."""
        sheet = self.why.sheet
        if sheet is None:
            return
        recorded, found = self.session.recorded, photo_on_show(self.session, sheet.part_id)
        if found is None:
            return
        recorded = without_record(recorded, "photos", found.key)
        note(self.session, msg("removing the photo of {part}", part=found.label), recorded)
        self.changed.emit(sheet.part_id)
