"""Asks where something is to be saved, without stopping the rest of the window."""

import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.ui.last_folder import dialog_at

NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
"""What Windows takes in no name of a file."""
LONGEST = 60
"""Letters of one part of a name."""


def file_name(*parts: str) -> str:
    """A name of a file that every system takes, of the parts that are not empty."""
    clean = (" ".join(NOT_IN_NAMES.sub(" ", part).split())[:LONGEST].strip() for part in parts)
    return " ".join(part for part in clean if part)


def choose_target(
    parent: QWidget, title: str, name: str, file_type: str, save: Callable[[str], object]
) -> QFileDialog:
    """One file. ``name`` is suggested and its ending kept; ``file_type`` as Qt writes filters."""
    dialog = dialog_at(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(file_type)
    dialog.setDefaultSuffix(name.rpartition(".")[2])
    dialog.selectFile(name)
    dialog.fileSelected.connect(save)
    dialog.open()
    return dialog


def choose_folder(parent: QWidget, title: str, save: Callable[[str], object]) -> QFileDialog:
    """A folder for several files."""
    dialog = dialog_at(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(save)
    dialog.open()
    return dialog
