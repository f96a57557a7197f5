"""Writes the contents of a report as PDF: bundled fonts embedded, same contents same bytes."""

import re
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from desktop_app.language.catalogue import Catalogue
from desktop_app.report import fonts
from desktop_app.report.blocks import ReportContent
from desktop_app.report.display import INK, Line, Link, PageOf, Polygon, Rect, Text
from desktop_app.report.line_breaking import PaperMetrics
from desktop_app.report.page_layout import Layout, Sheet, lay_out
from desktop_app.report.target import write_whole

FILL, FILL_AND_STROKE, THICKENED = 0, 2, 0.034
"""Text render modes; where a font has no bold, its outlines are drawn so thick, as share of size."""
_TAIL = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")


def write_pdf(
    content: ReportContent,
    target: Path,
    catalogue: Catalogue,
    paper: str = "a4",
    layout: Layout | None = None,
) -> int:
    """Writes the report and returns its number of pages. ``paper``: ``a4`` or ``letter``.

    ``layout``: the pages, where somebody laid them out already. Raises CodedError (E_TARGET,
    E_NO_PERMISSION, E_DISK_FULL, E_LOCKED_BY); an older file of that name then stays as it was.
    """
    pages = layout or lay_out(content, catalogue, paper, PaperMetrics())
    write_whole(target, partial(_write, layout=pages, content=content))
    return len(pages.sheets)


def _write(place: Path, layout: Layout, content: ReportContent) -> None:
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # plain compressed streams: a fifth smaller, and faster
    canvas = Canvas(
        str(place), pagesize=layout.size, invariant=1, pageCompression=1, lang=content.language,
        initialFontName=fonts.regular(), pdfVersion=(1, 7),
    )  # fmt: skip
    canvas.setTitle(fonts.visible(content.title))
    canvas.setSubject(fonts.visible(content.question))
    canvas.setAuthor("Lodestone")
    canvas.setCreator("Lodestone")
    canvas.setProducer("Lodestone")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for sheet in layout.sheets:
        _PagePainter(canvas, layout).paint(sheet)
        canvas.showPage()
    canvas.showOutline()
    canvas.save()
    _check(place)


def _check(place: Path) -> None:
    """Reads the file back: a disk that filled up or a share that broke off must not replace it."""
    written = place.read_bytes()
    tail = _TAIL.search(written[-64:])
    if not written.startswith(b"%PDF-") or tail is None:
        raise OSError(f"{place.name} is not whole after writing")
    start = int(tail[1])
    if written[start : start + 4] != b"xref":
        raise OSError(f"{place.name} is not whole after writing")


class _PagePainter:
    """Draws one page; the canvas counts upwards from the bottom, the ops downwards from the top."""

    def __init__(self, canvas: Any, layout: Layout) -> None:
        self.canvas, self.layout = canvas, layout
        self.height = layout.size[1]
        self.fill = self.stroke = ""
        self.line_width = 0.0

    def paint(self, sheet: Sheet) -> None:
        """Draws the page's bookmarks, its shapes, then its text, which is always on top."""
        for mark, offset in sheet.bookmarks:
            y = self.height - offset
            self.canvas.bookmarkPage(mark.key, fit="XYZ", left=0, top=y, zoom=0)
            self.canvas.addOutlineEntry(
                fonts.visible(mark.title), mark.key, mark.level, closed=mark.level == 0
            )
        texts: list[Text] = []
        for op in sheet.ops:
            if isinstance(op, Text):
                texts.append(op)
            elif isinstance(op, PageOf):
                number = str(self.layout.page_of[op.section])
                texts.append(Text(op.x, op.y, number, op.size, anchor="end", colour=INK))
            else:
                self._draw(op)
        self._write(texts)

    def _draw(self, op: Line | Rect | Polygon | Link) -> None:
        if isinstance(op, Line):
            self._edge(op.colour, op.width)
            start, end = self.height - op.y1, self.height - op.y2
            # The canvas writes every number three times slower than this.
            self.canvas._code.append(f"n {op.x1:.2f} {start:.2f} m {op.x2:.2f} {end:.2f} l S")
        elif isinstance(op, Rect):
            self._prepare(op.fill, op.edge, op.edge_width)
            self.canvas.rect(
                op.x, self.height - op.y - op.height, op.width, op.height,
                stroke=int(op.edge is not None), fill=int(op.fill is not None),
            )  # fmt: skip
        elif isinstance(op, Polygon):
            self._path(op)
        else:
            self._link(op)

    def _write(self, texts: Sequence[Text]) -> None:
        """All text of a page in one text object; it opens and closes slowly."""
        pen = _Pen(self.canvas)
        for op in texts:
            shown = fonts.visible(op.text)
            x = op.x
            if op.anchor != "start":
                wide = fonts.width(shown, op.size, op.bold)
                x -= wide if op.anchor == "end" else wide / 2
            pen.write(x, self.height - op.y, shown, op)
        self.canvas.drawText(pen.text)

    def _path(self, op: Polygon) -> None:
        self._prepare(op.fill, op.edge, op.edge_width)
        path = self.canvas.beginPath()
        (x, y), *rest = op.points
        path.moveTo(x, self.height - y)
        for x, y in rest:
            path.lineTo(x, self.height - y)
        if op.closed:
            path.close()
        self.canvas.drawPath(path, stroke=int(op.edge is not None), fill=int(op.fill is not None))

    def _link(self, op: Link) -> None:
        box = (op.x, self.height - op.y - op.height, op.x + op.width, self.height - op.y)
        self.canvas.linkAbsolute("", op.section, box, thickness=0)

    def _prepare(self, fill: str | None, edge: str | None, width: float) -> None:
        if fill is not None:
            self._colour(fill)
        if edge is not None:
            self._edge(edge, width)

    def _colour(self, colour: str) -> None:
        if colour != self.fill:
            self.canvas.setFillColorRGB(*_rgb(colour))
            self.fill = colour

    def _edge(self, colour: str, width: float) -> None:
        if colour != self.stroke:
            self.canvas.setStrokeColorRGB(*_rgb(colour))
            self.stroke = colour
        if width != self.line_width:
            self.canvas.setLineWidth(width)
            self.line_width = width


class _Pen:
    """A text object that says only what changes: font, colour, thickness."""

    def __init__(self, canvas: Any) -> None:
        self.text = canvas.beginText()
        self.font, self.colour, self.is_thick = ("", 0.0), "", False
        self.thickened = 0.0

    def write(self, x: float, y: float, shown: str, op: Text) -> None:
        """Writes visible text at a place of the page in the size and colour of an op."""
        self.text._code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        if op.colour != self.colour:
            self.colour = op.colour
            red, green, blue = _rgb(op.colour)
            self.text._code.append(
                f"{red:.4g} {green:.4g} {blue:.4g} rg {red:.4g} {green:.4g} {blue:.4g} RG"
            )
        for name, part in fonts.runs(shown, op.bold):
            if (name, op.size) != self.font:
                self.font = (name, op.size)
                self.text.setFont(name, op.size)
            thick = op.bold and fonts.has_no_bold(name)
            if thick is not self.is_thick:
                self.is_thick = thick
                self.text.setTextRenderMode(FILL_AND_STROKE if thick else FILL)
            if thick and op.size != self.thickened:
                self.thickened = op.size
                self.text._code.append(f"{THICKENED * op.size:.2f} w")
            self.text._code.append(self.text._formatText(part))  # as textOut, without measuring


@cache
def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
