"""Projects opened last: remembered by their path alone, offered on the start page and in the menu."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.flow import FlowRow
from desktop_app.ui.settings import SettingsFile
from desktop_app.ui.widgets import button, label, name, tip

MOST, ON_START = 9, 4
"""How many are remembered, and how many of them the start page names."""


class Recent:
    """The list in the settings, the newest first."""

    def __init__(self, settings: SettingsFile) -> None:
        self.settings = settings

    @property
    def paths(self) -> tuple[Path, ...]:
        """Projects, there or not. What is not understood reads as none."""
        try:
            found = json.loads(self.settings.now.recent or "[]")
        except ValueError:
            return ()
        if not isinstance(found, list):
            return ()
        return tuple(Path(name) for name in found if isinstance(name, str) and name)[:MOST]

    def remember(self, path: Path) -> None:
        """Puts a project first."""
        place = path.absolute()
        self._write([place, *(other for other in self.paths if other != place)])

    def forget(self, path: Path | None = None) -> None:
        """Takes one out of the list; all of them without a path."""
        self._write([] if path is None else [other for other in self.paths if other != path])

    def _write(self, paths: list[Path]) -> None:
        self.settings.change(recent=json.dumps([str(path) for path in paths[:MOST]]))


class RecentMenu(QMenu):
    """Filled when it opens: what is missing then is greyed."""

    def __init__(self, recent: Recent, opens: Callable[[Path], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.recent, self._opens = recent, opens
        self.catalogue: Catalogue | None = None
        self.aboutToShow.connect(self.fill)

    def speak(self, catalogue: Catalogue) -> None:
        """Its title in one language."""
        self.catalogue = catalogue
        self.setTitle(catalogue.text("Re&cent projects"))
        self.fill()

    def fill(self) -> None:
        """One line per project, numbered for the keyboard."""
        self.clear()
        if self.catalogue is None:
            return
        paths, text = self.recent.paths, self.catalogue.text
        for number, path in enumerate(paths, 1):
            is_there = path.is_file()
            words = path.name if is_there else text("{file} (not found)", file=path.name)
            action = self.addAction(f"&{number}  {words.replace('&', '&&')}")
            action.setEnabled(is_there)
            action.setToolTip(tip(str(path)))
            action.setStatusTip(str(path))
            action.triggered.connect(lambda _checked=False, chosen=path: self._opens(chosen))
        self.addSeparator()
        forget = self.addAction(text("&Forget them"))
        forget.setEnabled(bool(paths))
        forget.triggered.connect(lambda _checked=False: self.recent.forget())


class RecentRow(QWidget):
    """One line on the start page; not there while there is nothing to offer."""

    def __init__(self, recent: Recent, opens: Callable[[Path], object]) -> None:
        super().__init__()
        self.recent, self._opens = recent, opens
        self.row = FlowRow(self)
        self.row.setContentsMargins(0, 8, 0, 0)
        self._catalogue: Catalogue | None = None

    def speak(self, catalogue: Catalogue) -> None:
        """The words of the line, and its projects as they are now."""
        self._catalogue = catalogue
        self.fill()

    def fill(self) -> None:
        """A button per project that is there."""
        while (item := self.row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        there = [path for path in self.recent.paths if path.is_file()][:ON_START]
        if self._catalogue is not None and there:
            for made in self._made(there, self._catalogue):
                self.row.addWidget(made)
        self.setVisible(bool(there))

    def _made(self, there: list[Path], catalogue: Catalogue) -> Iterator[QWidget]:
        title = label("soft", text=catalogue.text("Recent projects:"))
        title.setFixedHeight(button(lambda: None, "plain").sizeHint().height())
        yield title
        for path in there:
            made = button(partial(self._opens, path), "plain")
            made.setText(path.stem.replace("&", "&&"))
            name(made, catalogue.text("Open the project {file}", file=path.stem), str(path))
            yield made
