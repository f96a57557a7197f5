"""What the window remembers keeps its type in the next start, and rubbish reads as the default."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings, Qt

from desktop_app.ui.look import theme_for
from desktop_app.ui.settings import Settings, SettingsFile, default_file
from desktop_app.ui.theme import CONTRAST, DARK, LIGHT

WRITE = """
import sys
from pathlib import Path
from desktop_app.ui.settings import SettingsFile
file = SettingsFile(Path(sys.argv[1]))
file.change(language="de", why_width=412, shows_picture=False, geometry=bytes([0, 255, 10, 61]))
"""


def test_the_home_that_was_chosen_holds_the_settings_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "elsewhere"))
    chosen = default_file()
    assert chosen.parent == tmp_path / "elsewhere"
    SettingsFile(chosen).change(language="fr")
    assert SettingsFile(chosen).now.language == "fr"
    monkeypatch.delenv("LODESTONE_HOME")
    assert default_file().parent != chosen.parent


def test_another_start_reads_what_this_one_wrote(tmp_path: Path) -> None:
    """In one process QSettings keeps every type, whatever the file says."""
    path = tmp_path / "settings.ini"
    subprocess.run([sys.executable, "-c", WRITE, str(path)], check=True)
    now = SettingsFile(path).now
    assert now.language == "de"
    assert now.why_width == 412
    assert now.shows_picture is False
    assert now.geometry == bytes([0, 255, 10, 61])
    assert now.paper == "a4"


@pytest.mark.parametrize(
    ("name", "value"),
    [("language", "xx"), ("theme", "pink"), ("paper", ""), ("why_width", "wide"),
     ("geometry", "no bytes")],
)  # fmt: skip
def test_what_is_not_understood_reads_as_the_default(tmp_path: Path, name: str, value: str) -> None:
    path = tmp_path / "settings.ini"
    raw = QSettings(str(path), QSettings.Format.IniFormat)
    raw.setValue(name, value)
    raw.sync()
    now = getattr(SettingsFile(path).now, name)
    default = getattr(Settings(), name)
    assert now == default or isinstance(now, bytes)


def test_defaults_of_the_system_stand_until_the_user_chooses(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.ini", Settings(language="fr"))
    assert file.now.language == "fr"
    assert file.change(language="it").language == "it"
    assert SettingsFile(tmp_path / "settings.ini", Settings(language="fr")).now.language == "it"


def test_bytes_are_kept_as_bytes(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.ini")
    file.change(geometry=bytes(QByteArray(b"\x01\x02").data()))
    assert SettingsFile(tmp_path / "settings.ini").now.geometry == b"\x01\x02"


@pytest.mark.parametrize(
    ("choice", "scheme", "theme"),
    [
        ("system", Qt.ColorScheme.Dark, DARK),
        ("system", Qt.ColorScheme.Light, LIGHT),
        ("system", Qt.ColorScheme.Unknown, LIGHT),
        ("light", Qt.ColorScheme.Dark, LIGHT),
        ("dark", Qt.ColorScheme.Light, DARK),
        ("contrast", Qt.ColorScheme.Light, CONTRAST),
    ],
)
def test_the_theme_follows_the_system_until_it_is_pinned(
    choice: str, scheme: Qt.ColorScheme, theme: object
) -> None:
    assert theme_for(choice, scheme) is theme
