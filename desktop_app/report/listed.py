"""A list as it stands on a screen, on paper: the same rows, columns, headings and order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.model.collecting import without_collecting
from desktop_app.report.blocks import (
    Block,
    Column,
    Heading,
    Paragraph,
    ReportContent,
    Row,
    Section,
    Table,
)

if TYPE_CHECKING:
    from desktop_app.language.catalogue import Catalogue
    from desktop_app.model.assessment import Assessment
    from desktop_app.report.letterhead import Letterhead

KIN = "listed"


@dataclass(frozen=True, slots=True)
class Listed:
    """``title`` of the list; ``shown``: how many of its rows these are and what was looked for;
    ``groups``: the heading of each group, empty where there are none, and its rows."""

    title: str
    shown: str
    columns: tuple[Column, ...]
    groups: tuple[tuple[str, tuple[Row, ...]], ...]


def write_list(
    assessment: "Assessment",
    listed: Listed,
    target: Path,
    catalogue: "Catalogue",
    paper: str = "a4",
    *,
    logo: Path | None = None,
    sender: str = "",
) -> int:
    """Writes the list as PDF, under the question it answers, and returns its number of pages, whose
    long side lies below.

    Its words are those of the screen, so ``catalogue`` is that of the screen too. Raises CodedError
    (E_TARGET and the like, E_LOGO); an older file of that name then stays as it was.
    """
    from desktop_app.language.printed import printed
    from desktop_app.report.letterhead import read_letterhead
    from desktop_app.report.line_breaking import PaperMetrics
    from desktop_app.report.page_layout import ACROSS, lay_out
    from desktop_app.report.pdf import write_pdf

    catalogue = printed(catalogue)
    head = read_letterhead(logo, sender)
    with without_collecting():
        content = list_content(assessment, listed, catalogue, head)
        layout = lay_out(content, catalogue, paper + ACROSS, PaperMetrics())
    return write_pdf(replace(content, sections=()), target, catalogue, paper, layout)


def list_content(
    assessment: "Assessment",
    listed: Listed,
    catalogue: "Catalogue",
    letterhead: "Letterhead | None" = None,
) -> ReportContent:
    """The list, then what the foot of every page refers to: which law was looked at."""
    from desktop_app.report.content import report_id
    from desktop_app.report.question import bands, footer, question_line
    from desktop_app.report.sections.limits import limits
    from desktop_app.report.settings import load_settings
    from desktop_app.report.view import View

    settings = load_settings()
    view = View(assessment, catalogue, settings)
    rows = Section("list", listed.title, tuple(_blocks(listed)))
    content = ReportContent(
        title=listed.title,
        subtitle="",
        language=catalogue.locale.replace("_", "-"),
        question=question_line(view),
        bands=bands(view),
        footer=footer(view),
        law="limits",
        sections=(rows, limits(view)),
        letterhead=letterhead,
        mark=view.text("Confidential") if settings.confidential else "",
    )
    return replace(content, report_id=report_id(content))


def _blocks(listed: Listed) -> Iterator[Block]:
    yield Paragraph(listed.shown, "note")
    for at, (heading, rows) in enumerate(listed.groups):
        if heading:
            yield Heading(heading)
        if rows:
            yield Table(f"list-{at}", listed.columns, rows, kin=KIN)
