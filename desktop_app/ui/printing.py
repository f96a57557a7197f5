"""Prints the PDF as it is: its pages drawn at the printer's resolution, no second layout."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

MOST_DPI = 300
"""More makes a page of hundreds of megabytes and looks the same on paper."""


def turn_paper(document: "QPdfDocument", printer: QPrinter) -> None:
    """Lays the paper of the printer as the first page lies, before anybody is asked."""
    size = document.pagePointSize(0)
    is_across = size.width() > size.height()
    lies = QPageLayout.Orientation.Landscape if is_across else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(lies)


def print_pages(document: "QPdfDocument", printer: QPrinter) -> int:
    """Draws the chosen pages of a document onto a printer and returns how many there were."""
    first, last = printer.fromPage() or 1, printer.toPage() or document.pageCount()
    painter = QPainter(printer)
    printed = 0
    for page in range(first - 1, min(last, document.pageCount())):
        if printed:
            printer.newPage()
        _draw(document, page, painter, printer)
        printed += 1
    painter.end()
    return printed


def _draw(document: "QPdfDocument", page: int, painter: QPainter, printer: QPrinter) -> None:
    """As large as the paper allows, in its middle, never distorted."""
    paper = printer.pageRect(QPrinter.Unit.DevicePixel).toRect()
    size = document.pagePointSize(page)
    scale = min(paper.width() / size.width(), paper.height() / size.height())
    target = QSize(round(size.width() * scale), round(size.height() * scale))
    dpi = min(MOST_DPI, printer.resolution())
    pixels = QSize(round(size.width() / 72 * dpi), round(size.height() / 72 * dpi))
    image = document.render(page, pixels)
    place = QRect(
        (paper.width() - target.width()) // 2,
        (paper.height() - target.height()) // 2,
        target.width(),
        target.height(),
    )
    painter.drawImage(place, image)
