"""Lays a report out: blocks become pieces, pieces pages with head, bands and foot."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message
from desktop_app.report.blocks import (
    PICTURES,
    Bars,
    Beside,
    Block,
    Contents,
    Figures,
    Heading,
    Paragraph,
    ReportContent,
    RunOutChart,
    Section,
    Table,
)
from desktop_app.report.callout import callout
from desktop_app.report.charts import bar_pieces, run_out_pieces
from desktop_app.report.display import (
    GREY,
    INK,
    PALE,
    RULE,
    Line,
    Link,
    Metrics,
    Op,
    PageOf,
    Picture,
    Placed,
    Rect,
    Role,
    Text,
    moved,
    verdict_mark,
)
from desktop_app.report.kept_together import FOLLOWED, bound, is_closed_by_a_note, leads
from desktop_app.report.photo_slot import beside_photo
from desktop_app.report.pictures import picture_pieces
from desktop_app.report.pieces import Bookmark, Page, Piece, begun, flow
from desktop_app.report.table_layout import column_widths, table_pieces
from desktop_app.report.text_styles import STYLES, TextStyle

PAPERS = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
"""Width and height in points."""
ACROSS = " across"
"""After the name of a paper: its long side lies below, for lists of many columns."""
SIDE, TOP, BOTTOM = 48.0, 34.0, 26.0
FURNITURE, FURNITURE_LEADING = 6.6, 8.6
APART = 14.0
"""Points between two tables with nothing between them."""
SECTION_ROOM = 0.16
"""Share of a page that must be free below for a section to begin on it."""
LOGO_WIDTH, LOGO_HEIGHT = 150.0, 40.0
"""Points a logo gets at most; its own proportions stay."""
FOOT_RIGHT = 2
"""Lines at the right of the foot: the page and the report's id."""


TITLE = TextStyle(16.0, 20.0, 0.0, True)
SMALLEST_TITLE = 13.0
SECTION = TextStyle(15.0, 19.0, 22.0, True)
HEADINGS = {2: TextStyle(10.2, 13.5, 13.0, True), 3: TextStyle(8.6, 11.5, 10.0, True)}


@dataclass(slots=True)
class Sheet:
    """A finished page: what is drawn where, bookmarks with their distance from the top.

    The drawings are not copied into page coordinates: an annex has a million of them.
    """

    placed: list[Placed]
    bookmarks: list[tuple[Bookmark, float]] = field(default_factory=list)

    @property
    def ops(self) -> list[Op]:
        """All ops in page coordinates."""
        return [op for found in self.placed for op in moved(found.ops, found.x, found.y)]


@dataclass(frozen=True, slots=True)
class Layout:
    """Finished pages, their size in points, and on which page (from 1) each section begins."""

    size: tuple[float, float]
    sheets: tuple[Sheet, ...]
    page_of: dict[str, int]


Laid: TypeAlias = dict[int, tuple[Section, list[Piece]]]
"""Sections already in pieces, by ``id``, with what keeps that from being another's."""


def lay_out(
    content: ReportContent,
    catalogue: Catalogue,
    paper: str,
    metrics: Metrics,
    *,
    laid: Laid | None = None,
) -> Layout:
    """All pages of a report on ``a4`` or ``letter`` paper, ``ACROSS`` or not.

    ``laid``: sections of the same report under other limits; those that did not change are not
    broken into pieces again. Tables of one kin stand in one section.
    """
    short, long = PAPERS[paper.removesuffix(ACROSS)]
    size = (long, short) if paper.endswith(ACROSS) else (short, long)
    composer = _Composer(content, catalogue, size, metrics, laid)
    pages = flow(composer.pieces(), composer.body)
    page_of = {
        mark.key: number
        for number, page in enumerate(pages, start=1)
        for mark, _ in page.bookmarks
        if mark.level == 0
    }
    sheets = tuple(
        composer.sheet(page, number, len(pages), page_of)
        for number, page in enumerate(pages, start=1)
    )
    return Layout(size, sheets, page_of)


class _Composer:
    """Holds what every block needs: the widths, the words, the ruler."""

    def __init__(
        self, content: ReportContent, catalogue: Catalogue, size: tuple[float, float],
        metrics: Metrics, laid: Laid | None = None,
    ) -> None:  # fmt: skip
        self.laid = laid
        self.content, self.catalogue, self.size, self.metrics = content, catalogue, size, metrics
        self.width = size[0] - 2 * SIDE
        self.kin: dict[str, list[float]] = {}
        self.head = self._head()
        self.foot_lines = max(FOOT_RIGHT, len(self._footer_lines(999)))
        self.top = TOP + self.head.height + 10
        self.foot_height = 6 + self.foot_lines * FURNITURE_LEADING
        self.body = size[1] - self.top - self.foot_height - BOTTOM - 8

    def pieces(self) -> Iterator[Piece]:
        """Everything between head and foot."""
        yield from self._title()
        for at, section in enumerate(self.content.sections):
            yield from self._laid(section, is_first=at == 0)

    def _laid(self, section: Section, is_first: bool) -> Iterable[Piece]:
        if self.laid is None:
            return self._section(section, is_first)
        if id(section) not in self.laid:
            self.laid[id(section)] = section, list(self._section(section, is_first))
        return self.laid[id(section)][1]

    def _letterhead(self) -> Iterator[Piece]:
        """Sender at the left, logo at the right, above the title of the first page only."""
        head = self.content.letterhead
        if head is None:
            return
        ops, height = list[Op](), 0.0
        if head.logo is not None:
            scale = min(LOGO_WIDTH / head.logo.width, LOGO_HEIGHT / head.logo.height)
            wide, height = head.logo.width * scale, head.logo.height * scale
            ops.append(Picture(self.width - wide, 0, wide, height, head.logo.png))
        if head.sender:
            style = STYLES["note"]
            room = self.width - (LOGO_WIDTH + 12 if head.logo else 0)
            lines = self.metrics.lines(head.sender, room, style.size)
            ops += [
                Text(0, (at + 1) * style.leading - 3, line, style.size, False, style.colour)
                for at, line in enumerate(lines)
            ]
            height = max(height, len(lines) * style.leading)
        if ops:
            alt = head.sender if head.logo else ""
            yield Piece(height + 8, ops, keep=True, alt=alt, role="letterhead")

    def _title(self) -> Iterator[Piece]:
        yield from self._letterhead()
        yield from self._text(self.content.title, self._title_style(), "title", keep=True)
        if self.content.subtitle:
            yield from self._text(self.content.subtitle, STYLES["note"], keep=True)

    def _title_style(self) -> TextStyle:
        """A little smaller where that keeps the title in one line."""
        size = TITLE.size
        while (
            size > SMALLEST_TITLE
            and self.metrics.width(self.content.title, size, True) > self.width
        ):
            size -= 0.5
        fits = self.metrics.width(self.content.title, size, True) <= self.width
        return replace(TITLE, size=size) if fits else TITLE

    def _section(self, section: Section, is_first: bool) -> Iterator[Piece]:
        bookmark = Bookmark(section.id, section.title, 0)
        if is_first:
            yield Piece(0.0, (), bookmark=bookmark, keep=True)
        else:
            yield self._section_title(section, bookmark)
        blocks = section.blocks
        for at, block in enumerate(blocks):
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            pieces = self._block(block, following, f"{section.id}-{at}")
            opens = at == 0 and isinstance(block, Paragraph) and isinstance(following, Heading)
            is_under = at == 0 or isinstance(blocks[at - 1], Heading)
            near = blocks[at : at + 3]
            if at and isinstance(block, Table) and isinstance(blocks[at - 1], Table):
                pieces = begun(pieces, before=APART)
            if opens or is_closed_by_a_note(blocks, at) or (is_under and leads(near)):
                pieces = bound(pieces)
            yield from pieces

    def _section_title(self, section: Section, bookmark: Bookmark) -> Piece:
        lines = self.metrics.lines(section.title, self.width, SECTION.size, True)
        ops: list[Op] = [Line(0, 0, self.width, 0, INK, 1.4)]
        ops += [
            Text(0, 6 + (at + 1) * SECTION.leading - 4, line, SECTION.size, True)
            for at, line in enumerate(lines)
        ]
        height = 6 + len(lines) * SECTION.leading + 2
        room = self.body if section.new_page else self.body * SECTION_ROOM
        return Piece(height, ops, SECTION.gap, True, None, bookmark, room, role="section")

    def _block(self, block: Block, following: Block | None, key: str) -> Iterator[Piece]:
        if isinstance(block, Heading):
            mark = Bookmark(key, block.text, 1) if block.level == 2 else None
            yield from self._text(
                block.text, HEADINGS[block.level], "heading", keep=True, bookmark=mark
            )
        elif isinstance(block, Paragraph) and block.style == "decision":
            yield callout(block.text, self.width, self.metrics)
        elif isinstance(block, Paragraph):
            keep = block.style == "note" and isinstance(following, FOLLOWED)
            yield from self._text(block.text, STYLES[block.style], keep=keep)
        elif isinstance(block, Beside):
            yield beside_photo(block, self.width, self.metrics)
        elif isinstance(block, Table):
            yield from table_pieces(block, self._widths(block), self.body, self.metrics)
        elif isinstance(block, Figures):
            yield self._figures(block)
        elif isinstance(block, Bars):
            yield from bar_pieces(block, self.width, self.metrics)
        elif isinstance(block, RunOutChart):
            yield from begun(run_out_pieces(block, self.width, self.metrics), alt=block.alt)
        elif isinstance(block, PICTURES):
            drawn = picture_pieces(block, self.width, self.catalogue, self.metrics)
            yield from begun(drawn, alt=block.alt)
        else:
            yield from self._contents(block)

    def _widths(self, table: Table) -> list[float]:
        """Column widths; reckoned once for all tables of one kin."""
        if not table.kin:
            return column_widths([table], self.width, self.metrics)
        if table.kin not in self.kin:
            tables = [
                block
                for section in self.content.sections
                for block in section.blocks
                if isinstance(block, Table) and block.kin == table.kin
            ]
            self.kin[table.kin] = column_widths(tables, self.width, self.metrics)
        return self.kin[table.kin]

    def _text(
        self, text: str, style: TextStyle, role: Role = "text", *, keep: bool = False,
        bookmark: Bookmark | None = None,
    ) -> Iterator[Piece]:  # fmt: skip
        """Lines as pieces; the first two and the last two are never parted."""
        lines = self.metrics.lines(text, self.width, style.size, style.bold)
        for at, line in enumerate(lines):
            together = at == 0 or at == len(lines) - 2
            is_last = at == len(lines) - 1
            yield Piece(
                style.leading,
                (Text(0, style.leading * 0.78, line, style.size, style.bold, style.colour),),
                before=style.gap if at == 0 else 0.0,
                keep=keep or (together and not is_last),
                bookmark=bookmark if at == 0 else None,
                role=role,
            )

    def _figures(self, block: Figures) -> Piece:
        """Numbers side by side, large, the word below, what belongs to it below that."""
        room = self.width / len(block.figures)
        ops, deepest = list[Op](), 0.0
        for at, figure in enumerate(block.figures):
            x = at * room
            colour = GREY if figure.quiet else INK
            size = 20.0 if not figure.quiet else 14.0
            ops.append(Text(x + 6, 24, figure.value, size, True, colour))
            y, indent = 27.0, 0.0
            if figure.mark not in (None, "not_needed"):
                ops += verdict_mark(figure.mark, x + 6, y + 6.6, 6.5)
                indent = 9.5
            for line in self.metrics.lines(figure.word, room - 12 - indent, 7.8, True):
                y += 9.6
                ops.append(Text(x + 6 + indent, y, line, 7.8, True, colour))
            for line in self.metrics.lines(figure.detail, room - 12, 6.8) if figure.detail else ():
                y += 8.8
                ops.append(Text(x + 6, y, line, 6.8, False, GREY))
            deepest = max(deepest, y)
        height = deepest + 7
        edges = [x * room for x in range(1, len(block.figures))]
        rules = [Line(x, 6, x, height - 4, RULE, 0.6) for x in edges]
        frame: list[Op] = [Line(0, y, self.width, y, INK, 0.8) for y in (0.0, height)]
        return Piece(height, [*frame, *rules, *ops], before=9.0, role="figures")

    def _contents(self, block: Contents) -> Iterator[Piece]:
        style = STYLES["body"]
        yield from self._text(block.title, HEADINGS[3], "heading", keep=True)
        sections = self.content.sections[1:]
        for at, section in enumerate(sections):
            wide = self.width * 0.62
            yield Piece(
                style.leading,
                (
                    Text(0, style.leading * 0.78, section.title, style.size),
                    PageOf(wide, style.leading * 0.78, section.id, style.size),
                    Line(0, style.leading, wide, style.leading, RULE, 0.3),
                    Link(0, 0, wide, style.leading, section.id),
                ),
                before=2.0 if at == 0 else 0.0,
                keep=at < len(sections) - 1,
                role="contents",
            )

    def _head(self) -> Piece:
        """Title, question and bands of every page."""
        ops: list[Op] = []
        y = FURNITURE_LEADING - 2
        ops.append(Text(0, y, self.content.title, FURNITURE, True, GREY))
        mark = " · ".join(words for words in (self.content.mark, "Lodestone") if words)
        ops.append(Text(self.width, y, mark, FURNITURE, True, GREY, "end"))
        question = self.content.question
        for line in self.metrics.lines(question, self.width, FURNITURE) if question else ():
            y += FURNITURE_LEADING
            ops.append(Text(0, y, line, FURNITURE, False, GREY))
        y += 4
        ops.append(Line(0, y, self.width, y, RULE, 0.6))
        for band in self.content.bands:
            lines = self.metrics.lines(band, self.width - 16, 8.2, True)
            height = len(lines) * 11 + 5
            ops += [Rect(0, y + 4, self.width, height, PALE), Rect(0, y + 4, 4, height, INK)]
            ops += [Text(11, y + 4 + 11 * (at + 1) - 1, line, 8.2, True)
                    for at, line in enumerate(lines)]  # fmt: skip
            y += 4 + height
        return Piece(y, ops)

    def _footer_lines(self, page: int) -> list[str]:
        message = self.content.footer
        filled = Message(message.template, (*message.args, ("page", page)), message.plural)
        room = self.width - 110
        return self.metrics.lines(self.catalogue.say(filled), room, FURNITURE)

    def sheet(self, page: Page, number: int, pages: int, page_of: dict[str, int]) -> Sheet:
        """A page with its head and foot, in page coordinates."""
        width, height = self.size
        placed = [Placed(self.head.ops, SIDE, TOP, role="furniture")]
        placed += [
            Placed(found.ops, SIDE + found.x, self.top + found.y, found.alt, found.role)
            for found in page.placed
        ]
        foot = height - BOTTOM - self.foot_height
        ops: list[Op] = [Line(SIDE, foot, width - SIDE, foot, RULE, 0.6)]
        for at, line in enumerate(self._footer_lines(page_of[self.content.law])):
            y = foot + 5 + FURNITURE_LEADING * (at + 1) - 2
            ops.append(Text(SIDE, y, line, FURNITURE, False, GREY))
        count = self.catalogue.text("Page {page} of {pages}", page=number, pages=pages)
        report = self.catalogue.text("Report {id}", id=self.content.report_id)
        y = foot + 5 + FURNITURE_LEADING - 2
        ops.append(Text(width - SIDE, y, count, FURNITURE, True, GREY, "end"))
        ops.append(Text(width - SIDE, y + FURNITURE_LEADING, report, FURNITURE, False, GREY, "end"))
        marks = [(mark, self.top + offset) for mark, offset in page.bookmarks]
        return Sheet([*placed, Placed(ops, 0.0, 0.0, role="furniture")], marks)
