"""Writes the contents of a report as PDF: bundled fonts embedded, same contents same bytes."""

import base64
import io
import re
import zlib
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeAlias

from desktop_app.language.catalogue import Catalogue
from desktop_app.report import fonts
from desktop_app.report.blocks import ReportContent
from desktop_app.report.display import (
    USUAL_COLOURS,
    Line,
    Link,
    PageOf,
    Picture,
    Polygon,
    Rect,
    Text,
)
from desktop_app.report.house_style import house_style
from desktop_app.report.line_breaking import PaperMetrics
from desktop_app.report.page_layout import Layout, Sheet, lay_out
from desktop_app.report.reading_order import said
from desktop_app.report.target import write_whole

FILL, FILL_AND_STROKE, THICKENED = 0, 2, 0.034
"""Text render modes; where a font has no bold, its outlines are drawn so thick, as share of size."""
KEPT = 32_768
"""Texts of which is remembered how they are set."""
_TO_ESCAPE = re.compile(r"[()\\]")
_ESCAPED = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})
"""What a string of PDF escapes of ASCII."""
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
    canvas.setPageCallBack(lambda _number: _press(canvas._doc.Pages.pages[-1]))
    words = _Words(canvas)
    for sheet in layout.sheets:
        _PagePainter(canvas, layout, words).paint(sheet)
        canvas.showPage()
    canvas.showOutline()
    canvas.save()
    _check(place)


def _press(page: Any) -> None:
    """Compresses a page as soon as it is drawn; reportlab keeps all of them as text to the end."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream

    filters = PDFDictionary({"Filter": PDFArray([PDFName("FlateDecode")])})
    page.Contents = PDFStream(filters, zlib.compress(page.stream.encode()))
    page.stream = None


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

    def __init__(self, canvas: Any, layout: Layout, words: "_Words") -> None:
        self.canvas, self.layout, self.words = canvas, layout, words
        self.height = layout.size[1]
        self.say = canvas._code.append  # the canvas writes every number three times slower
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
        pen = _Pen(self.canvas, self.words)
        for placed in sheet.placed:
            left, top = placed.x, self.height - placed.y
            if placed.alt:
                self.say(f"/Span <</Alt {_in_utf16(fonts.visible(placed.alt))}>> BDC")
            for op in placed.ops:
                if isinstance(op, Text):
                    pen.write(op, left, top)
                elif isinstance(op, PageOf):
                    number = str(self.layout.page_of[op.section])
                    pen.write_once(Text(op.x, op.y, number, op.size, anchor="end"), left, top)
                else:
                    self._draw(op, left, top)
            if placed.alt:
                self.say("EMC")
        self.canvas.drawText(pen.text)

    def _draw(self, op: Line | Rect | Polygon | Link | Picture, left: float, top: float) -> None:
        if isinstance(op, Line):
            self._edge(op.colour, op.width)
            self.say(
                f"n {left + op.x1:.2f} {top - op.y1:.2f} m {left + op.x2:.2f} {top - op.y2:.2f} l S"
            )
        elif isinstance(op, Rect):
            self._prepare(op.fill, op.edge, op.edge_width)
            paint = _paint(op.fill is not None, op.edge is not None)
            x, y = left + op.x, top - op.y - op.height
            self.say(f"n {x:.2f} {y:.2f} {op.width:.2f} {op.height:.2f} re {paint}")
        elif isinstance(op, Polygon):
            self._path(op, left, top)
        elif isinstance(op, Picture):
            self._picture(op, left, top)
        else:
            x, y = left + op.x, top - op.y
            box = (x, y - op.height, x + op.width, y)
            self.canvas.linkAbsolute("", op.section, box, thickness=0)

    def _picture(self, op: Picture, left: float, top: float) -> None:
        from reportlab.lib.utils import ImageReader

        reader = ImageReader(io.BytesIO(base64.b64decode(op.png)))
        self.canvas.drawImage(reader, left + op.x, top - op.y - op.height, op.width, op.height)

    def _path(self, op: Polygon, left: float, top: float) -> None:
        self._prepare(op.fill, op.edge, op.edge_width)
        self.say(f"q 1 0 0 1 {left:.2f} {top:.2f} cm {_shape(op)} Q")

    def _prepare(self, fill: str | None, edge: str | None, width: float) -> None:
        if fill is not None:
            self._colour(fill)
        if edge is not None:
            self._edge(edge, width)

    def _colour(self, colour: str) -> None:
        if colour != self.fill:
            self.say(f"{self.words.rgb(colour)} rg")
            self.fill = colour

    def _edge(self, colour: str, width: float) -> None:
        if colour != self.stroke:
            self.say(f"{self.words.rgb(colour)} RG")
            self.stroke = colour
        if width != self.line_width:
            self.say(f"{width:.3g} w")
            self.line_width = width


def _in_utf16(text: str) -> str:
    """A text string of PDF, for the properties of marked content."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


@lru_cache(maxsize=1_024)
def _shape(op: Polygon) -> str:
    """A path around its own corner: verdict marks repeat from row to row."""
    moves = [f"{x:.2f} {-y:.2f}" for x, y in op.points]
    lines = "".join(f" {move} l" for move in moves[1:])
    paint = _paint(op.fill is not None, op.edge is not None)
    return f"n {moves[0]} m{lines}{' h' if op.closed else ''} {paint}"


def _paint(fills: bool, strokes: bool) -> str:
    """The operator that paints a path."""
    if fills:
        return "B" if strokes else "f"
    return "S" if strokes else "n"


_Run: TypeAlias = tuple[str, str, str]
"""(name of the font, name of its subset, operand and operator) of one run of a line."""
_Coded: TypeAlias = tuple[str, tuple[_Run, ...], str]
"""(text as it is seen, its runs, what is said beside them) of one line."""


class _Words:
    """The codes of text in the subsets of the embedded fonts of one document, and its colours.

    Words repeat from row to row, and encoding them is what takes longest in a long table.
    """

    def __init__(self, canvas: Any) -> None:
        self.canvas = canvas
        own = house_style().colours
        self.named = {usual: own[name] for name, usual in USUAL_COLOURS.items() if name in own}
        # Plain dictionaries: a cache around a method of its own object waits for the collector.
        self.coded = dict[tuple[str, bool], _Coded]()
        self.latins = dict[bool, tuple[str, str, _LatinCodes]]()
        self.looks = dict[object, _Look]()
        self.known = dict[int, _Set]()

    def rgb(self, colour: str) -> str:
        """A colour as three operands, in the colours of the house."""
        return _rgb(self.named.get(colour, colour))

    def _latin(self, bold: bool) -> tuple[str, str, "_LatinCodes"]:
        """Name of the Latin font and of its first subset, where ASCII has its own codes."""
        from reportlab.pdfbase import pdfmetrics

        ((name, _),) = fonts.runs(" ", bold)
        font, document = pdfmetrics.getFont(name), self.canvas._doc
        font.splitString(" ", document)
        subset = str(font.getSubsetInternalName(0, document))
        return name, subset, _LatinCodes(font, self.canvas)

    def look(self, colour: str, name: str, subset: str, size: float, bold: bool) -> "_Look":
        """How a run looks; the very same object for equal ones."""
        key = colour, name, subset, size, bold
        if key not in self.looks:
            self.looks[key] = self._look(*key)
        return self.looks[key]

    def _look(self, colour: str, name: str, subset: str, size: float, bold: bool) -> "_Look":
        operands, thick = self.rgb(colour), f"{FILL} Tr"
        if bold and fonts.has_no_bold(name):
            thick = f"{operands} RG {FILL_AND_STROKE} Tr {THICKENED * size:.2f} w"
        return _Look(operands, f"{subset} {size:g} Tf", thick)

    def keep(self, op: Text) -> "_Set":
        """How a text is set, kept by its place in memory: a layout holds its texts to the end, and a
        cell that comes again is made of the same ones."""
        if len(self.known) >= KEPT:
            self.known.clear()
        return self.known.setdefault(id(op), self.setting(op))

    def setting(self, op: Text) -> "_Set":
        """How a text is set."""
        text, runs, beside = self.codes(op.text, op.bold)
        x, size, bold = op.x, op.size, op.bold
        if op.anchor != "start":
            wide = fonts.width(text, size, bold)
            x -= wide if op.anchor == "end" else wide / 2
        if len(runs) == 1 and not beside:
            ((name, subset, shown),) = runs
            look = self.look(op.colour, name, subset, size, bold)
            return x, op.y, look, shown, look
        looks = [self.look(op.colour, name, subset, size, bold) for name, subset, _ in runs]
        parts = [runs[0][2]]
        for before, look, run in zip(looks, looks[1:], runs[1:], strict=False):
            thick = [look.thick] if look.thick != before.thick else []
            parts += [look.font, *thick, run[2]]
        if beside:
            parts = [f"/Span <</ActualText {_in_utf16(beside)}>> BDC", *parts, "EMC"]
        return x, op.y, looks[0], " ".join(parts), looks[-1]

    def codes(self, written: str, bold: bool) -> "_Coded":
        """A text as it may be seen, its runs, and what is said beside them where not the same."""
        text = written
        if not fonts.is_latin(text):
            text = fonts.visible(written)
            if not fonts.is_latin(text):
                return self._foreign(text, bold)
        if bold not in self.latins:
            self.latins[bold] = self._latin(bold)
        name, subset, codes = self.latins[bold]
        if text.isascii():
            shown = text.translate(_ESCAPED) if _TO_ESCAPE.search(text) else text
        else:
            shown = text.translate(codes)
            if codes.is_full:
                return text, self._runs(text, bold), ""
        return text, ((name, subset, f"({shown}) Tj"),), ""

    def _foreign(self, text: str, bold: bool) -> "_Coded":
        """The same for a text of several fonts or orders; found again where it comes again."""
        key = text, bold
        if key not in self.coded:
            if len(self.coded) >= KEPT:
                self.coded.clear()
            self.coded[key] = text, self._runs(text, bold), said(text)
        return self.coded[key]

    def _runs(self, text: str, bold: bool) -> tuple[_Run, ...]:
        from reportlab.pdfbase import pdfmetrics

        document, found = self.canvas._doc, []
        for name, run in fonts.runs(text, bold):
            font = pdfmetrics.getFont(name)
            for subset, codes in font.splitString(run, document):
                shown = f"({self.canvas._escape(codes)}) Tj"
                found.append((name, font.getSubsetInternalName(subset, document), shown))
        return tuple(found)


class _LatinCodes(dict[int, str]):
    """By character of Latin-1, what stands for it in the first subset of the Latin font.

    ``is_full``: a character came into another subset, for many others stand in the first.
    """

    def __init__(self, font: Any, canvas: Any) -> None:
        super().__init__({code: _ESCAPED.get(code, chr(code)) for code in range(32, 127)})
        self.font, self.canvas, self.is_full = font, canvas, False

    def __missing__(self, code: int) -> str:
        ((subset, codes),) = self.font.splitString(chr(code), self.canvas._doc)
        self.is_full = self.is_full or subset != 0
        return self.setdefault(code, str(self.canvas._escape(codes)))


class _Pen:
    """A text object that says only what changes: colour, font, thickness.

    All text of a page is in one; it opens and closes slowly, and stands above all shapes.
    """

    def __init__(self, canvas: Any, words: _Words) -> None:
        self.text, self.words = canvas.beginText(), words
        self.say, self.known = self.text._code.append, words.known
        self.look = _Look("", "", f"{FILL} Tr")

    def write(self, op: Text, left: float, top: float) -> None:
        """Writes a text of a drawing whose corner is at (left, top) of the page."""
        x, y, look, shown, last = self.known.get(id(op)) or self.words.keep(op)
        if look is not self.look:
            self._change(look)
        self.say(f"1 0 0 1 {left + x:.2f} {top - y:.2f} Tm {shown}")
        self.look = last

    def write_once(self, op: Text, left: float, top: float) -> None:
        """The same for a text nobody holds: another may come to stand in its place in memory."""
        x, y, look, shown, last = self.words.setting(op)
        self._change(look)
        self.say(f"1 0 0 1 {left + x:.2f} {top - y:.2f} Tm {shown}")
        self.look = last

    def _change(self, look: "_Look") -> None:
        before = self.look
        if look.colour != before.colour:
            self.say(f"{look.colour} rg")
        if look.font != before.font:
            self.say(look.font)
        if look.thick != before.thick:
            self.say(look.thick)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a run of text looks: its colour as three operands, and what sets its font and thickness."""

    colour: str
    font: str
    thick: str


_Set: TypeAlias = tuple[float, float, _Look, str, _Look]
"""A text that is set: where it begins in its drawing, how, what shows it, and how it ends."""


@lru_cache(maxsize=1_024)
def _rgb(colour: str) -> str:
    """A colour as three operands."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))
