"""Windows of the system in which files, folders and printers are chosen; none of them blocks."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, nmsg
from desktop_app.paths import PACKED_SUFFIX, PROJECT_SUFFIX, SCENARIO_SUFFIXES
from desktop_app.ui.last_folder import dialog_at

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

NEWER_WORDS = "Page &Set:"
"""What Qt 6.11 calls the choice of all, odd or even pages."""
Opens = Callable[[Sequence[Path]], object]


def choose_files(parent: QWidget, catalogue: Catalogue, opens: Opens) -> QFileDialog:
    """Any number of files, spreadsheets first."""
    from desktop_app.intake.reading import SPREADSHEETS

    dialog = dialog_at(parent, catalogue.text("Open files"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    suffixes = " ".join(f"*{suffix}" for suffix in sorted(SPREADSHEETS))
    dialog.setNameFilters(
        [
            catalogue.text("Lists ({suffixes})", suffixes=suffixes),
            catalogue.text("All files (*)"),
        ]
    )
    return _opened(dialog, opens)


def choose_folder(parent: QWidget, catalogue: Catalogue, opens: Opens) -> QFileDialog:
    """One folder; the spreadsheets in it are read."""
    dialog = dialog_at(parent, catalogue.text("Open folder"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _opened(dialog, opens)


def choose_project(parent: QWidget, catalogue: Catalogue, opens: Opens) -> QFileDialog:
    """One project."""
    dialog = dialog_at(parent, catalogue.text("Open project"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([catalogue.text("Projects ({suffixes})", suffixes=f"*{PROJECT_SUFFIX}")])
    return _opened(dialog, opens)


def choose_scenarios(parent: QWidget, catalogue: Catalogue, opens: Opens) -> QFileDialog:
    """Any number of law scenarios."""
    dialog = dialog_at(parent, catalogue.text("Open a law scenario"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    suffixes = " ".join(f"*{suffix}" for suffix in SCENARIO_SUFFIXES)
    dialog.setNameFilters([catalogue.text("Law scenarios ({suffixes})", suffixes=suffixes)])
    return _opened(dialog, opens)


def choose_logo(parent: QWidget, catalogue: Catalogue, opens: Opens) -> QFileDialog:
    """One picture for the first page of reports."""
    dialog = dialog_at(parent, catalogue.text("Choose a logo"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([catalogue.text("Pictures ({suffixes})", suffixes="*.png *.jpg *.jpeg")])
    return _opened(dialog, opens)


def choose_photo(parent: QWidget, catalogue: Catalogue, opens: Opens) -> QFileDialog:
    """One picture of a part."""
    dialog = dialog_at(parent, catalogue.text("Choose a photo of the part"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([catalogue.text("Pictures ({suffixes})", suffixes="*.png *.jpg *.jpeg")])
    return _opened(dialog, opens)


def choose_project_target(
    parent: QWidget, catalogue: Catalogue, saves: Callable[[Path], object], suggested: str = ""
) -> QFileDialog:
    """Where a project is to be saved, under ``suggested`` unless the user names it otherwise. A file
    of that name is never written over."""
    dialog = dialog_at(parent, catalogue.text("Save project"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix(PROJECT_SUFFIX.removeprefix("."))
    dialog.setNameFilters([catalogue.text("Projects ({suffixes})", suffixes=f"*{PROJECT_SUFFIX}")])
    if suggested:
        dialog.selectFile(suggested)
    return _opened(dialog, lambda paths: saves(paths[0]))


def choose_portable(
    parent: QWidget, catalogue: Catalogue, opens: Callable[[Path], object]
) -> QFileDialog:
    """One packed project."""
    dialog = dialog_at(parent, catalogue.text("Unpack a project"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(
        [catalogue.text("Packed projects ({suffixes})", suffixes=f"*{PACKED_SUFFIX}")]
    )
    return _opened(dialog, lambda paths: opens(paths[0]))


def choose_portable_target(
    parent: QWidget, catalogue: Catalogue, saves: Callable[[Path], object]
) -> QFileDialog:
    """Where a project is to be packed to."""
    dialog = dialog_at(parent, catalogue.text("Pack the project"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(PACKED_SUFFIX.removeprefix("."))
    dialog.setNameFilters(
        [catalogue.text("Packed projects ({suffixes})", suffixes=f"*{PACKED_SUFFIX}")]
    )
    return _opened(dialog, lambda paths: saves(paths[0]))


def _opened(dialog: QFileDialog, opens: Opens) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QFileDialog.Option.HideNameFilterDetails)  # a dozen endings would be cut off
    dialog.filesSelected.connect(lambda names: opens([Path(name) for name in names]))
    dialog.open()
    return dialog


def choose_printer(
    parent: QWidget, document: "QPdfDocument", say: Callable[[Message], object]
) -> None:
    """Asks for the printer and its pages, then prints."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from desktop_app.ui.printing import print_pages, turn_paper

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    turn_paper(document, printer)
    dialog = QPrintDialog(printer, parent)
    for said in dialog.findChildren(QLabel):
        if said.text() == NEWER_WORDS:  # most of Qt's translations know the older ones only
            said.setText(QCoreApplication.translate("QPrintSettingsOutput", "Page Set:"))
    dialog.setMinMax(1, max(1, document.pageCount()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def printed() -> None:
        pages = print_pages(document, printer)
        say(nmsg("{n} page was sent to the printer.", "{n} pages were sent to the printer.", pages))

    dialog.accepted.connect(printed)
    QDialog.open(dialog)  # QPrintDialog's own open() wants a slot by name
