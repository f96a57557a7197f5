"""Every workbook the program writes opens in Excel as it is: nothing to repair, by rules read from the
bytes. The rules themselves are tried on workbooks that break one of them."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.language.catalogue import Catalogue
from desktop_app.report.licence_form import write_licence_form
from desktop_app.report.questionnaire import write_blank, write_questionnaire
from desktop_app.report.spreadsheet import write_workbook
from tests.report.excel_rules import repairs
from tests.report.variations import empty_assessment
from tests.small_assessment import LINES, small_assessment

LANGUAGES = ["en", "de", "fr", "es", "it", "ja", "zh", "ko"]


@pytest.fixture(scope="module")
def twin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("rules") / "twin.xlsx"
    write_workbook(small_assessment(), target, Catalogue("en"))
    return target


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_twin_is_to_be_repaired(tmp_path: Path, language: str) -> None:
    target = tmp_path / "twin.xlsx"
    write_workbook(small_assessment(), target, Catalogue(language))
    assert repairs(target) == []


def test_nor_of_one_without_parts(tmp_path: Path) -> None:
    write_workbook(empty_assessment(), tmp_path / "twin.xlsx", Catalogue("de"))
    assert repairs(tmp_path / "twin.xlsx") == []


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_nor_of_what_is_filled_in(tmp_path: Path, language: str) -> None:
    """The questionnaire of a supplier, a blank one, the fields of licence papers."""
    found = small_assessment()
    asked = next(line.supplier for line in LINES if line.licence.questions)
    write_questionnaire(found, asked, tmp_path / "asked.xlsx", language)
    write_blank(tmp_path / "blank.xlsx", language)
    write_licence_form(found, tmp_path / "papers.xlsx", Catalogue(language), 0)
    for name in ("asked", "blank", "papers"):
        assert repairs(tmp_path / f"{name}.xlsx") == [], name


NO_CELL_HOLDS = (
    "😀" * 20_000, "x" * 40_000, "_x0041_" * 6_000, "a\r\nb\tc\x0b\x00", "\ud83d", "]]>&<t>", "\ufffe\uffff",
)  # fmt: skip


@pytest.mark.parametrize("of", ["description", "supplier"])
def test_nor_where_a_file_holds_what_no_cell_can(tmp_path: Path, of: str) -> None:
    found = small_assessment()
    texts = [NO_CELL_HOLDS[at % len(NO_CELL_HOLDS)] for at in range(len(found.parts))]
    frame = found.parts.frame.assign(**{of: texts})
    named = replace(found, parts=replace(found.parts, frame=frame))
    write_workbook(named, tmp_path / "twin.xlsx", Catalogue("en"))
    assert repairs(tmp_path / "twin.xlsx") == []


def test_nor_where_a_figure_is_beyond_all_bounds(tmp_path: Path) -> None:
    found = small_assessment()
    numbers = found.numbers.copy()
    for name in ("annual_spend", "value_at_risk", "licence_risk"):
        numbers[name] = np.where(np.arange(len(numbers)) % 2, np.inf, -np.inf)
    write_workbook(replace(found, numbers=numbers), tmp_path / "twin.xlsx", Catalogue("en"))
    assert repairs(tmp_path / "twin.xlsx") == []


def _swapped(part: str, old: str, new: str) -> Callable[[str, bytes], bytes]:
    def change(name: str, content: bytes) -> bytes:
        if not re.fullmatch(part, name):
            return content
        assert old.encode() in content, (name, old)
        return content.replace(old.encode(), new.encode(), 1)

    return change


TABLE, SHEET, BOOK = r"xl/tables/table1\.xml", r"xl/worksheets/sheet2\.xml", r"xl/workbook\.xml"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (_swapped(TABLE, 'name="Part number"', 'name="part NUMBER "'), "its heading 'Part number'"),
        (_swapped(TABLE, 'name="Part number"', 'name="PLACE"'), "2 columns of the table"),
        (_swapped(TABLE, 'displayName="lodestone_parts"', 'displayName="A1"'), "no table may be called"),
        (_swapped(TABLE, "<autoFilter ref=\"A1:", "<autoFilter ref=\"B1:"), "filters B1:"),
        (_swapped(BOOK, 'name="Parts"', 'name="Answer"'), "2 sheets are called answer"),
        (_swapped(BOOK, 'name="Parts"', 'name="Parts/all"'), "no sheet may be called"),
        (_swapped(BOOK, 'name="Parts"', f'name="{"P" * 32}"'), "a name of 32 characters"),
        (_swapped(BOOK, 'name="Parts"', 'name="History"'), "keeps the name History"),
        (_swapped(SHEET, "</sheetData>", '</sheetData><autoFilter ref="A1:B2"/>'), "overlaps A1:B2"),
        (_swapped(SHEET, "<sheetData>", "<sheetData/><sheetData>"), "sheetData stands 2 times"),
        (_swapped(SHEET, "<cols>", "<pageMargins/><cols>"), "elements stand in the order"),
        (_swapped(SHEET, '<row r="3"', '<row r="2"'), "row 2 behind row 2"),
        (_swapped(SHEET, "<v>0.95</v>", "<v>nan</v>"), "'nan' as a number"),
        (_swapped(SHEET, "<v>0.95</v>", "<f>1</f><v>0.95</v>"), "holds a formula"),
        (_swapped(SHEET, ">needed<", f">{'x' * 32_768}<"), "holds 32768 characters"),
        (_swapped(SHEET, ' t="inlineStr"', ' t="q"'), "is of kind q"),
        (_swapped(SHEET, 'r:id="rId1"', 'r:id="rId9"'), "which is not there"),
        (_swapped(r"\[Content_Types\]\.xml", "/xl/tables/table1.xml", "/xl/tables/t.xml"), "not there"),
        (_swapped(BOOK, "'Parts'!$1:$1", "'Part'!$1:$1"), "leads to Part, which is no sheet"),
        (_swapped(BOOK, "'Parts'!$1:$1", "#REF!"), "leads nowhere"),
        (_swapped(BOOK, 'activeTab="0"', 'activeTab="8"'), "opens on sheet 8"),
        (_swapped(SHEET, 'xSplit="3" ', ""), "a selection is in the pane topRight"),
        (_swapped(SHEET, 'workbookViewId="0"', 'zoomScale="5" workbookViewId="0"'), "shown at 5 percent"),
    ],
)  # fmt: skip
def test_the_rules_find_what_excel_repairs(
    tmp_path: Path, twin: Path, change: Callable[[str, bytes], bytes], fault: str
) -> None:
    broken = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(twin) as before, zipfile.ZipFile(broken, "w") as after:
        for name in before.namelist():
            after.writestr(name, change(name, before.read(name)))
    found = repairs(broken)
    assert any(fault in one for one in found), found
