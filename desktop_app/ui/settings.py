"""What the window remembers between two starts: typed, in one file of the user's own."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from desktop_app.language.catalogue import LANGUAGES

THEMES = ("system", "light", "dark", "contrast")
PAPERS = ("a4", "letter")


class Settings(NamedTuple):
    """Choices of the user. ``destination``: ISO2, empty while nobody chose one.

    ``geometry``: where the window stood when it was closed. ``why_width``: points of the reasons
    beside the list as somebody drew them, 0 as long as nobody did;
    ``shows_picture``: whether the stage Risks shows what runs out first above its list.
    ``recent``: paths of projects opened last, as JSON. ``folder``: where files were last opened from or
    saved to; empty before.
    ``logo`` and ``sender``: what is printed above reports, a picture and a line; empty for nothing.
    """

    language: str = "en"
    report_language: str = "en"
    paper: str = "a4"
    theme: str = "system"
    destination: str = ""
    geometry: bytes = b""
    why_width: int = 0
    shows_picture: bool = True
    logo: str = ""
    sender: str = ""
    recent: str = ""
    folder: str = ""


_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "language": tuple(LANGUAGES),
    "report_language": tuple(LANGUAGES),
    "paper": PAPERS,
    "theme": THEMES,
}


def default_file() -> Path:
    """The settings file in the folder the system keeps for such files, unless ``LODESTONE_HOME`` says
    where everything of the user's lies."""
    chosen = os.environ.get("LODESTONE_HOME")
    if chosen:
        return Path(chosen) / "settings.ini"
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return Path(folder) / "settings.ini"


class SettingsFile:
    """Reads and writes :class:`Settings`. A value that is not understood reads as its default."""

    def __init__(self, path: Path, defaults: Settings | None = None) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)
        self.folder = path.parent
        self._defaults = defaults or Settings()
        self.now = self._read()

    def change(self, **values: Any) -> Settings:
        """Keeps new values and writes them."""
        self.now = self.now._replace(**values)
        for name, value in values.items():
            self._file.setValue(name, QByteArray(value) if isinstance(value, bytes) else value)
        self._file.sync()
        return self.now

    def _read(self) -> Settings:
        values = {name: self._value(name) for name in Settings._fields}
        return Settings(**values)

    def _value(self, name: str) -> Any:
        """QSettings gives text for everything unless it is told the type."""
        default = getattr(self._defaults, name)
        if not self._file.contains(name):
            return default
        try:
            if isinstance(default, bytes):
                stored = self._file.value(name, QByteArray(), type=QByteArray)
                return bytes(stored.data()) if isinstance(stored, QByteArray) else default
            value = self._file.value(name, default, type=type(default))
        except (TypeError, ValueError, AttributeError):
            return default
        return value if name not in _ALLOWED or value in _ALLOWED[name] else default
