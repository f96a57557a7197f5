"""A window that takes whatever is dropped on it, wherever on it that is."""

from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.model.findings import msg
from desktop_app.ui.frame import Frame

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from desktop_app.ui.stages.files import FilesStage
    from desktop_app.ui.strip import Strip
    from desktop_app.ui.windows_above import WindowsAbove


class DropTarget(Frame):
    """The page Files shows that something is dragged; the strip says why nothing could be read."""

    files: "FilesStage"
    strip: "Strip"
    above: "WindowsAbove"

    @abstractmethod
    def open_paths(self, paths: Sequence[Path]) -> None:
        """Reads files and folders."""

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Everything may be dropped: what is no file gets an answer too."""
        from desktop_app.ui.drop import files_in

        self.files.show_over(bool(files_in(event.mimeData())))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: "QDragLeaveEvent") -> None:
        """The drop zone looks as before."""
        self.files.show_over(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: "QDropEvent") -> None:
        """Reads what was dropped, or says why there is nothing to read."""
        from desktop_app.ui.drop import files_in, why_nothing
        from desktop_app.ui.last_folder import remember

        self.files.show_over(False)
        event.acceptProposedAction()
        self.activateWindow()  # whoever drops something here goes on here
        paths = files_in(event.mimeData())
        if paths:
            self.strip.hide()
            remember(self, paths)
            self.open_paths(paths)
        else:
            self.strip.say(
                why_nothing(event.mimeData()), kind="attention", action=msg("Open files..."),
                act=self.above.files,
            )  # fmt: skip
