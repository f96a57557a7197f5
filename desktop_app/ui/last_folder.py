"""Windows in which files are chosen begin where the user was last, in whichever of them that was."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.ui.frame import Frame

OLDER_WORDS = (
    (QFileDialog.DialogLabel.LookIn, "Look in:"),
    (QFileDialog.DialogLabel.FileType, "Files of type:"),
)
"""Labels of Qt's own dialog as Qt called them before."""


def dialog_at(parent: QWidget, title: str) -> QFileDialog:
    """Begins in the folder of the last choice, else among the documents; remembers this choice."""
    dialog, frame = QFileDialog(parent, title), frame_of(parent)
    _say_older_words(dialog)
    known = "" if frame is None else frame.settings.now.folder
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    for folder in (known, documents, str(Path.home())):
        if folder and _is_folder(Path(folder)):
            dialog.setDirectory(folder)
            break
    if frame is not None:
        dialog.filesSelected.connect(lambda names: remember(frame, [Path(name) for name in names]))
    return dialog


def _say_older_words(dialog: QFileDialog) -> None:
    """Qt 6.11 calls two labels otherwise than most of its own translations do, which know the older
    words; the dialog would be English in these places. Where the system draws it they are not seen."""
    for label, words in OLDER_WORDS:
        said = QCoreApplication.translate("QFileDialog", words)
        if said != words:
            dialog.setLabelText(label, said)


def remember(frame: Frame, paths: list[Path]) -> None:
    """The folder in which the first of them lies; of a folder, the folder itself."""
    if paths:
        folder = paths[0] if _is_folder(paths[0]) else paths[0].parent
        frame.settings.change(folder=str(folder.absolute()))


def frame_of(widget: QWidget) -> Frame | None:
    """The window that a window above it belongs to."""
    found: QWidget | None = widget
    while found is not None and not isinstance(found, Frame):
        found = found.parentWidget()
    return found


def _is_folder(path: Path) -> bool:
    """False also where it may not be looked at: rights were taken away, a share is gone."""
    with suppress(OSError, ValueError):
        return path.is_dir()
    return False
