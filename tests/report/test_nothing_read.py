"""Where no part was found, a report never reassures: it says what each file is and what to open."""

from dataclasses import replace

import pytest

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Issue, Problem, msg
from desktop_app.model.sources import SourceFile
from desktop_app.report.blocks import Paragraph, ReportContent
from desktop_app.report.content import build_content
from desktop_app.report.view import Scope
from tests.report.variations import empty_assessment

BLANK = SourceFile(
    "C:\\lists\\AMRT.xlsx", "0" * 64, "xlsx", "read",
    issues=(
        Issue("W_HIDDEN", "note", msg("17 columns are hidden.")),
        Issue("W_ERROR_CELL", "warning", msg("A cell holds #N/A."), "Checker", 14, 10),
        Issue("W_QUESTIONNAIRE", "warning", msg("This is the blank template."), "Declaration"),
    ),
)  # fmt: skip
LOCKED = SourceFile(
    "/lists/old.xls", "1" * 64, "xls", "refused",
    problem=Problem("E_ENCRYPTED", msg("It is locked."), msg("Give its password.")),
)  # fmt: skip


def paragraphs(content: ReportContent) -> list[str]:
    return [
        block.text
        for section in content.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]


@pytest.mark.parametrize("kind", ["monday", "management"])
def test_it_says_what_each_file_is_and_what_to_open(kind: str) -> None:
    assessment = replace(empty_assessment(), files=(BLANK, LOCKED))
    said = paragraphs(build_content(assessment, Catalogue("en"), scope=Scope(kind)))
    assert any(text.startswith("Nothing was judged. Open a list") for text in said)
    assert "AMRT.xlsx: This is the blank template." in said
    assert "old.xls: It is locked." in said
    assert not any("asks for an action" in text for text in said)
