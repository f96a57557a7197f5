"""``templates/questionnaire`` holds blank questionnaires; what a house changes in its own is what it sends."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from desktop_app.intake import answer_columns
from desktop_app.intake.questionnaire_master import (
    FIRST_ROW,
    FOLDER,
    HEAD_ROW,
    KEY_ROW,
    MasterError,
    master,
    read_master,
    usual,
)
from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.model.findings import CodedError, Message
from desktop_app.paths import shipped
from desktop_app.report.questionnaire import write_questionnaire
from tests.intake.answered import (
    asked,
    columns,
    form_of,
    questionnaire,
    saved_by_libreoffice,
)
from tests.intake.reading_here import read_here
from tests.report.test_hapless_answers import said
from tests.report.test_outlandish_forms import facts_of


def shipped_master(language: str = "zh") -> Path:
    return shipped(*FOLDER, f"{language}.xlsx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_ones_say_what_the_program_says(language: str) -> None:
    """Made by ``dev.py messages`` and ``dev.py sample``."""
    found, wanted = read_master(shipped_master(language), language), usual(language)
    assert found.introduction == wanted.introduction
    assert found.titles == wanted.titles
    assert found.hints == {key: hint.strip() for key, hint in wanted.hints.items()}
    assert found.order == wanted.order
    assert found.widths == wanted.widths


# --- sent as it is ---------------------------------------------------------------------------


def test_a_blank_one_filled_in_by_hand_is_read_back(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(shipped_master())
    sheet: Any = book.worksheets[0]
    keys = columns(sheet)
    assert not sheet.cell(FIRST_ROW, 2).protection.locked, "our part number goes here"
    sheet["B3"] = "Hanlin Magnetics Co., Ltd."
    sheet.cell(FIRST_ROW, 2).value = "100-0104"
    sheet.cell(FIRST_ROW, keys["dy_percent"]).value = "1,2 %"
    sheet.cell(FIRST_ROW + 1, 2).value = "100-0103"
    sheet.cell(FIRST_ROW + 1, keys["tb_percent"]).value = "<0.01"
    book.save(tmp_path / "by_hand.xlsx")
    form = form_of(tmp_path / "by_hand.xlsx")
    assert form.supplier == "Hanlin Magnetics Co., Ltd."
    assert said(form) == {
        "100-0104": {"dy_percent": ("understood", 1.2)},
        "100-0103": {"tb_percent": ("understood", 0.01)},
    }
    facts = facts_of(tmp_path / "by_hand.xlsx")
    assert facts["100-0104"]["dy_percent"] == ("1,2 %", "used")
    assert facts["100-0103"]["tb_percent"] == ("<0.01", "used")


def test_a_blank_one_is_no_list_of_parts(tmp_path: Path) -> None:
    reading = read_here(shipped_master("de"))
    assert not isinstance(reading, str)
    assert len(reading.parts) == 0
    form = reading.files[0].answered
    assert form is not None
    assert form.is_blank


# --- a house's own ---------------------------------------------------------------------------


def own(home: Path, change: Callable[[Any, dict[str, int]], None], language: str = "zh") -> Path:
    book = openpyxl.load_workbook(shipped_master(language))
    change(book, columns(book.worksheets[0]))
    target = home.joinpath(*FOLDER, f"{language}.xlsx")
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)
    return target


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("LODESTONE_HOME", str(tmp_path / "home"))
    answer_columns._house_words.cache_clear()
    yield tmp_path / "home"
    answer_columns._house_words.cache_clear()


def in_own_words(book: Any, keys: dict[str, int]) -> None:
    sheet = book.worksheets[0]
    sheet["C1"] = "某某公司：稀土问卷"
    sheet.cell(HEAD_ROW, keys["dy_percent"]).value = "镝含量（质量百分比）"
    sheet.column_dimensions["C"].width = 50
    for rule in sheet.data_validations.dataValidation:
        if rule.prompt and "Name of the country" in rule.prompt:
            rule.prompt = "请写国家全称"


def test_what_is_sent_has_its_words_hints_and_widths(home: Path, tmp_path: Path) -> None:
    own(home, in_own_words)
    sheet: Any = openpyxl.load_workbook(questionnaire(tmp_path)).worksheets[0]
    assert sheet["C1"].value == "某某公司：稀土问卷"
    assert sheet.cell(HEAD_ROW, columns(sheet)["dy_percent"]).value == "镝含量（质量百分比）"
    assert sheet.column_dimensions["C"].width == 50
    write_questionnaire(asked(), "Brightway Trading", tmp_path / "other.xlsx", "zh")
    other: Any = openpyxl.load_workbook(tmp_path / "other.xlsx").worksheets[0]
    prompts = [rule.prompt for rule in other.data_validations.dataValidation]
    assert "请写国家全称" in prompts
    write_questionnaire(asked(), "Brightway Trading", tmp_path / "german.xlsx", "de")
    german: Any = openpyxl.load_workbook(tmp_path / "german.xlsx").worksheets[0]
    assert "某某公司" not in str(german["C1"].value), "a language without a file is as shipped"


def test_columns_are_sent_in_its_order(home: Path, tmp_path: Path) -> None:
    def exchanged(book: Any, keys: dict[str, int]) -> None:
        sheet = book.worksheets[0]
        for row in (KEY_ROW, HEAD_ROW):
            one, other = sheet.cell(row, keys["dy_percent"]), sheet.cell(row, keys["magnet_grade"])
            one.value, other.value = other.value, one.value

    own(home, exchanged)
    sheet: Any = openpyxl.load_workbook(questionnaire(tmp_path)).worksheets[0]
    keys = columns(sheet)
    assert keys["magnet_grade"] < keys["tb_percent"] < keys["dy_percent"]
    assert sheet.cell(HEAD_ROW, keys["dy_percent"]).value == usual("zh").titles["dy_percent"]


def test_its_words_are_read_back_where_the_keys_are_gone(home: Path, tmp_path: Path) -> None:
    own(home, in_own_words)
    book = openpyxl.load_workbook(questionnaire(tmp_path))
    sheet: Any = book.worksheets[0]
    keys = columns(sheet)
    sheet.cell(FIRST_ROW, keys["dy_percent"]).value = "0.4"
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    sheet.delete_rows(KEY_ROW)
    sheet.delete_cols(1)
    book.remove(book["lodestone"])
    book.save(tmp_path / "back.xlsx")
    form = form_of(tmp_path / "back.xlsx")
    assert [r.value for line in form.lines for r in line.replies if r.field == "dy_percent"] == [
        0.4
    ]
    assert not [note for note in form.notes if "稀土问卷" in note.typed], (
        "our own words are no note"
    )


def test_one_saved_by_libreoffice_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "zh.xlsx").write_bytes(shipped_master().read_bytes())
    found, wanted = (
        read_master(saved_by_libreoffice(tmp_path / "zh.xlsx", "xlsx"), "zh"),
        usual("zh"),
    )
    assert (found.titles, found.order) == (wanted.titles, wanted.order)
    assert (found.introduction, found.hints) == (wanted.introduction, wanted.hints)


def test_a_question_newer_than_the_master_is_asked_as_usual_after_the_others(
    home: Path, tmp_path: Path
) -> None:
    """An update of the program must not keep a house from sending anything."""

    def without_terbium(book: Any, keys: dict[str, int]) -> None:
        sheet = book.worksheets[0]
        for row in (KEY_ROW, HEAD_ROW):
            sheet.cell(row, keys["tb_percent"]).value = None

    own(home, without_terbium)
    sheet: Any = openpyxl.load_workbook(questionnaire(tmp_path)).worksheets[0]
    keys = columns(sheet)
    assert keys["tb_percent"] == max(keys.values())
    assert sheet.cell(HEAD_ROW, keys["tb_percent"]).value == usual("zh").titles["tb_percent"]


# --- what is wrong is told with its cell -------------------------------------------------------


def put(cell: str, value: Any) -> Callable[[Any, dict[str, int]], None]:
    def change(book: Any, _keys: dict[str, int]) -> None:
        book.worksheets[0][cell] = value

    return change


def wide(book: Any, _keys: dict[str, int]) -> None:
    book.worksheets[0].column_dimensions["F"].width = 200


def another_sheet(book: Any, _keys: dict[str, int]) -> None:
    book.create_sheet("Anleitung")


def heading_of_terbium_over_dysprosium(book: Any, keys: dict[str, int]) -> None:
    sheet = book.worksheets[0]
    sheet.cell(HEAD_ROW, keys["dy_percent"]).value = "Tb, mass %"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (put("E4", "dy_percnt"), "E4: there is no question with the key 'dy_percnt'"),
        (put("F4", "dy_percent"), "F4: the key 'dy_percent' stands here a second time"),
        (put("B4", "description"), "the key 'description' stands here a second time"),
        (put("G5", " "), "G5: a text is missing"),
        (put("C2", "x" * 901), "C2: 901 characters; 900 are allowed"),
        (put("C1", "=HYPERLINK(A1)"), "C1: a formula; write its result as text"),
        (put("C9", "Magnet 42SH of another supplier"), "C9: lines of parts are written by the program"),
        (put("E3", "Datum"), "E3: the label of the answer's day and name must stay"),
        (heading_of_terbium_over_dysprosium, "E5: the heading of 'tb_percent' above the answers of"),
        (wide, "F5: a width of 200 characters"),
        (another_sheet, "Anleitung: no supplier would get this sheet"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(
    home: Path, tmp_path: Path, change: Any, told: str
) -> None:
    path = own(home, change, "de")
    with pytest.raises(MasterError, match=r"de\.xlsx"):
        read_master(path, "de")
    with pytest.raises(CodedError) as failure:
        write_questionnaire(asked(), "Brightway Trading", tmp_path / "out.xlsx", "de")
    problem = failure.value.problem
    assert problem.code == "E_HOUSE"
    assert told in Catalogue("en").say(problem.message)
    what = dict(problem.message.args)["what"]
    assert isinstance(what, Message), "told in the language of the window"
    assert isinstance(dict(what.args)["what"], Message)
    assert not (tmp_path / "out.xlsx").exists(), "nothing is written half"


@pytest.mark.parametrize(
    ("before", "put_in", "told"),
    [
        (b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>', "XFD1048576"),
        (b"<mergeCells", b'<mergeCells><mergeCell ref="A7:XFD1048576"/></mergeCells><mergeCells', "A7:XFD1"),
    ],
)  # fmt: skip
def test_one_far_cell_or_area_is_told_and_holds_nobody_up(
    home: Path, before: bytes, put_in: bytes, told: str
) -> None:
    path = home.joinpath(*FOLDER, "de.xlsx")
    path.parent.mkdir(parents=True)
    with ZipFile(shipped_master("de")) as source, ZipFile(path, "w") as changed:
        for name in source.namelist():
            content = source.read(name)
            is_list = name == "xl/worksheets/sheet1.xml"
            changed.writestr(name, content.replace(before, put_in, 1) if is_list else content)
    with pytest.raises(MasterError, match=f"{told}.*too large"):
        read_master(path, "de")


@pytest.mark.parametrize("content", [b"", b"no workbook", b"PK\x03\x04 cut off"])
def test_what_is_no_workbook_is_told(home: Path, content: bytes) -> None:
    path = home.joinpath(*FOLDER, "de.xlsx")
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    with pytest.raises(CodedError) as failure:
        master("de")
    assert "de.xlsx" in str(failure.value.problem.message.args)
    answer_columns._house_words.cache_clear()
    assert answer_columns.heading_of("Dy, mass %") == "dy_percent", "reading goes on without it"
