"""What the end of a page never parts."""

import pytest

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import msg
from desktop_app.report.blocks import (
    Block,
    Cell,
    ChainStrips,
    Column,
    Heading,
    Paragraph,
    ReportContent,
    Row,
    Section,
    SupplierMap,
)
from desktop_app.report.blocks import Table as ListOfRows
from desktop_app.report.chain_strips import Chain
from desktop_app.report.display import Text
from desktop_app.report.line_breaking import PaperMetrics
from desktop_app.report.page_layout import lay_out
from desktop_app.report.sections.figures import shipped_figures
from desktop_app.report.supplier_map import SupplierPoint

PATH = ListOfRows(
    "path", (Column("Step"), Column("Found")),
    tuple(Row(str(at), (Cell(f"step {at}"), Cell("found"))) for at in range(6)), headed=False,
)  # fmt: skip


def page_of(words: str, filling: int) -> int:
    """The page on which words stand, behind so many lines of other text."""
    blocks: tuple[Block, ...] = (
        *(Paragraph(f"line {at}") for at in range(filling)),
        Heading("42SH", 3), Paragraph("Result: needed."), Paragraph("Supplier, row 17", "note"),
        PATH, *(Paragraph(f"after it {at}") for at in range(9)),
    )  # fmt: skip
    section = Section("all", "All", blocks)
    content = ReportContent("T", "", "en", "", (), msg("Foot {page}"), "all", (section,))
    sheets = lay_out(content, Catalogue("en"), "a4", PaperMetrics()).sheets
    return next(
        at
        for at, sheet in enumerate(sheets)
        for op in sheet.ops
        if isinstance(op, Text) and op.text == words
    )


def test_a_result_is_never_parted_from_the_path_that_leads_to_it() -> None:
    """Wherever the page ends, heading, result, place and the first steps stand on one page."""
    ends = set()
    for filling in range(32, 46, 2):
        pages = [page_of(words, filling) for words in ("42SH", "Result: needed.", "Supplier, row 17",
                                                       "step 0", "step 1")]  # fmt: skip
        assert len(set(pages)) == 1, filling
        ends.add((pages[0], page_of("step 5", filling)))
    assert ends == {(0, 0), (0, 1), (1, 1)}, "long lists may go on on the next page"


MINED = shipped_figures().materials["Dy"].splits["mining"][0]
CHAINS = ChainStrips("chains", (Chain("Dy", 3, (("mining", MINED),)),), "Where Dy comes from.")
MAP = SupplierMap("map", (SupplierPoint("Hanlin", 0.99, 0.2, 3, needed=True),), "1 supplier.")
NOTES = Paragraph("Days count from today.", "note"), Paragraph("2 of 22 are listed here.", "note")


@pytest.mark.parametrize(
    ("blocks", "first", "last"),
    [
        ((PATH, *NOTES), "step 5", "2 of 22 are listed here."),
        ((CHAINS, Paragraph("Sources: us.", "small")), "Dy", "Sources: us."),
        (
            (MAP, Paragraph("Licence risk: Hanlin 99%.", "small")),
            "Hanlin",
            "Licence risk: Hanlin 99%.",
        ),
    ],
)
def test_notes_that_close_a_list_never_begin_a_page(
    blocks: tuple[Block, ...], first: str, last: str
) -> None:
    for filling in range(30, 48):
        text = tuple(Paragraph(f"line {at}") for at in range(filling))
        content = ReportContent(
            "T", "", "en", "", (), msg("Foot {page}"), "all",
            (Section("all", "All", (*text, *blocks, *text[:9])),),
        )  # fmt: skip
        sheets = lay_out(content, Catalogue("en"), "a4", PaperMetrics()).sheets
        pages = [
            at
            for words in (first, last)
            for at, sheet in enumerate(sheets)
            for op in sheet.ops
            if isinstance(op, Text) and op.text == words
        ]
        assert pages[0] == pages[-1], filling


def test_the_title_of_a_section_takes_two_notes_along_with_their_list() -> None:
    """ "Parts that are not covered" stood at the foot of a page with one sentence, the list overleaf."""
    for filling in range(34, 48):
        before = Section("a", "A", tuple(Paragraph(f"line {at}") for at in range(filling)))
        long = " and so on and on" * 22
        notes = (Paragraph(f"Not covered{long}", "note"), Paragraph(f"Guidance{long}", "note"))
        section = Section("b", "Annex", (*notes, PATH))
        content = ReportContent("T", "", "en", "", (), msg("Foot {page}"), "a", (before, section))
        sheets = lay_out(content, Catalogue("en"), "a4", PaperMetrics()).sheets
        pages = {
            at
            for at, sheet in enumerate(sheets)
            for op in sheet.ops
            if isinstance(op, Text)
            and op.text.startswith(("Annex", "Not covered", "Guidance", "step 0"))
        }
        assert len(pages) == 1, filling
