"""What must hold of the Qt binding before anything else makes sense."""

import sys

from PySide6.QtWidgets import QApplication

from tests.ui.driving import Driver


def test_none_keeps_its_references(qapp: QApplication) -> None:
    """A PySide6 that loses one reference per call ends Python 3.11 after some thousand calls."""
    before = sys.getrefcount(None)
    for _ in range(50):
        qapp.processEvents()
    assert sys.getrefcount(None) >= before - 5


def test_only_the_pdf_modules_of_the_addons_are_used(filled: Driver) -> None:
    filled.window.go_to("report")
    filled.quiet()
    used = {name.split(".")[1] for name in sys.modules if name.startswith("PySide6.Qt")}
    essentials = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport", "QtTest"}
    essentials |= {"QtNetwork"}  # local sockets only: a second start hands over its files
    assert used - essentials <= {"QtPdf", "QtPdfWidgets"}
