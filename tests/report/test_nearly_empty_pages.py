"""No page that ends with a lone sentence, whatever the language, the paper and the kind of report."""

import pytest

from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.report.compose import compose
from desktop_app.report.display import Text
from desktop_app.report.line_breaking import PaperMetrics
from desktop_app.report.page_layout import Layout, Sheet
from desktop_app.report.view import Scope
from tests.intake.answered import asked
from tests.report.variations import repeated

LEAST_LINES = 7
"""Lines of text on a page at least, beside its head and foot: a table's head and three rows of two."""
SCOPES = (
    Scope("management"), Scope("dossier", part=0), Scope("dossier", part=7), Scope("article24"),
    Scope("supplier", supplier="Hanlin Magnetics Co., Ltd."), Scope("licence", part=0),
)  # fmt: skip


def lines_of(sheet: Sheet) -> int:
    """Lines of text in the body; words side by side are one."""
    return len(
        {
            round(at.y + op.y, 1)
            for at in sheet.placed
            if at.role != "furniture"
            for op in at.ops
            if isinstance(op, Text) and op.text
        }
    )


def seen(layout: Layout) -> None:
    for number, sheet in enumerate(layout.sheets, start=1):
        assert lines_of(sheet) >= LEAST_LINES, f"page {number} of {len(layout.sheets)}"
        last = [at for at in sheet.placed if at.role != "furniture"][-1]
        assert last.role not in ("heading", "section"), f"page {number} ends with a heading"


@pytest.mark.parametrize(
    ("language", "paper"), list(zip(LANGUAGES, ["a4", "letter"] * 4, strict=True))
)
def test_every_page_of_the_sample_holds_more_than_a_few_lines(language: str, paper: str) -> None:
    for scope in SCOPES:
        seen(compose(asked(), scope, Catalogue(language), paper, PaperMetrics())[1])


@pytest.mark.parametrize(("language", "paper"), [("en", "a4"), ("it", "letter")])
def test_so_does_every_page_of_a_report_without_a_limit(language: str, paper: str) -> None:
    for kind in ("audit", "article24"):
        seen(compose(asked(), Scope(kind), Catalogue(language), paper, PaperMetrics())[1])


@pytest.mark.parametrize(
    ("times", "kind", "language", "paper"),
    [
        (3, "article24", "de", "letter"), (5, "article24", "es", "a4"),
        (5, "management", "zh", "a4"), (5, "management", "ko", "a4"),
    ],
)  # fmt: skip
def test_however_long_the_list(times: int, kind: str, language: str, paper: str) -> None:
    seen(compose(repeated(times), Scope(kind), Catalogue(language), paper, PaperMetrics())[1])
