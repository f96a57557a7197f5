"""Answers typed by suppliers who did not understand the form: a second blind set.

Written from the questionnaire alone, in five languages, before the reader or its word lists were
looked at, and run once then (the first figures stand in the commit). Each line says what may come
out as a fact; None: nothing may, the answer is asked again or kept as a note. Every text typed is
given back."""

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font

from desktop_app.intake import opendocument
from desktop_app.intake.answer_columns import BY_KEY
from desktop_app.intake.answer_meaning import Meaning
from desktop_app.intake.answer_values import habits_of, meaning_of
from desktop_app.model.answers import AnsweredForm, Reply
from desktop_app.report.questionnaire import FIRST_ROW, HEAD_ROW, KEY_ROW
from tests.intake.answered import (
    MEANT,
    answered,
    changed,
    delete_keys_of_both_kinds,
    fill,
    form_of,
    questionnaire,
    saved_by_libreoffice,
)

PARTS = {
    "dy_percent": ("100-0104", "Hanlin Magnetics Co., Ltd."),
    "magnet_grade": ("100-0104", "Hanlin Magnetics Co., Ltd."),
    "report_number": ("100-0104", "Hanlin Magnetics Co., Ltd."),
    "report_date": ("100-0104", "Hanlin Magnetics Co., Ltd."),
    "country_of_origin": ("100-0203", "Brightway Trading"),
    "leaves_china": ("100-0203", "Brightway Trading"),
    "form": ("100-0203", "Brightway Trading"),
    "maker": ("100-0203", "Brightway Trading"),
}
LICENCE_PART = ("100-0101", "Hanlin Magnetics Co., Ltd.")

CELLS: tuple[tuple[str, Any, tuple[Any, ...]], ...] = (
    # shares: value and bound
    ("dy_percent", "同去年", (None,)),
    ("dy_percent", "wie letztes Jahr", (None,)),
    ("dy_percent", "siehe Anlage 2", (None,)),
    ("dy_percent", "添付資料参照(3頁)", (None,)),
    ("dy_percent", "vedi allegato 1", (None,)),
    ("dy_percent", "见附件3", (None,)),
    ("dy_percent", "該当なし", (None,)),
    ("dy_percent", "entfällt", (None,)),
    ("dy_percent", "0.2-0.4wt%", ((0.2, ""), (0.2, ">"))),
    ("dy_percent", "80ppm以下", ((0.008, "<"),)),
    ("dy_percent", "0.05%未満", ((0.05, "<"),)),
    ("dy_percent", "unter 0,1", ((0.1, "<"),)),
    ("dy_percent", "inferiore a 0,01%", ((0.01, "<"),)),
    ("dy_percent", "0.5 or less", ((0.5, "<"),)),
    ("dy_percent", "约1.2%", ((1.2, ""),)),
    ("dy_percent", "ca. 1,5", ((1.5, ""),)),
    ("dy_percent", "circa 1,5 %", ((1.5, ""),)),
    ("dy_percent", "３．５％", ((3.5, ""),)),
    ("dy_percent", "3,5 Gew.-%", ((3.5, ""),)),
    ("dy_percent", "1.2 % Dy2O3", (None,)),
    ("dy_percent", "不含", (None,)),
    ("dy_percent", "含まない", (None,)),
    ("dy_percent", "nessuno", (None,)),
    ("dy_percent", "0.3 (Tb: 0.1)", (None, (0.3, ""))),
    ("dy_percent", "2024: 0.5, 2025: 0.4", (None,)),
    ("dy_percent", "1/2 %", (None, (0.5, ""))),
    ("dy_percent", "N42SH", (None,)),
    ("magnet_grade", "见图纸", (None,)),
    ("magnet_grade", "laut Zeichnung", (None,)),
    ("magnet_grade", "come da disegno", (None,)),
    ("magnet_grade", "図面参照", (None,)),
    ("magnet_grade", "標準品", (None,)),
    ("report_number", "0.3%", (None,)),
    ("report_number", "siehe Anhang", (None,)),
    ("report_number", "没有报告", (None,)),
    ("report_date", "昨年", (None,)),
    ("report_date", "2025年度", (None,)),
    # the licence
    ("licence_filed", "下周申请", (None,)),
    ("licence_filed", "11月初", (None,)),
    ("licence_filed", "昨年と同じ", (None,)),
    ("licence_filed", "presentata il 3/11/2026", (None, date(2026, 11, 3))),
    ("licence_until", "半年", (None,)),
    ("licence_until", "fino al 31/05/2027", (date(2027, 5, 31),)),
    ("licence_until", "2027年5月末まで", (None, date(2027, 5, 31))),
    ("licence_until", "6 Monate ab 01.11.2026", (None, date(2027, 4, 30), date(2027, 5, 1))),
    ("licence_number", "wie Vorjahr", (None,)),
    ("licence_number", "同上年", (None,)),
    ("licence_number", "昨年と同じ", (None,)),
    ("licence_number", "come l'anno scorso", (None,)),
    ("licence_number", "申請済み", (None,)),
    ("licence_number", "non necessaria", (None,)),
    ("licence_number", "vedi allegato", (None,)),
    ("licence_number", "由出口商办理", (None,)),
    # times, stock, codes
    ("lead_time_days", "6-8 Wochen", (56.0,)),
    ("lead_time_days", "约45天", (45.0,)),
    ("lead_time_days", "60 giorni lavorativi", (84.0,)),
    ("lead_time_days", "收到许可证后30天", (None,)),
    ("lead_time_days", "schnellstmöglich", (None,)),
    ("lead_time_days", "500 pcs", (None,)),
    ("lead_time_days", "KW 12", (None,)),
    ("stock_outside_china", "约500个", (500.0,)),
    ("stock_outside_china", "2箱(每箱100个)", (None, 200.0)),
    ("stock_outside_china", "siehe Lagerliste 4", (None,)),
    # asked again is right too: "500 pcs in production" has the same shape and is no stock
    ("stock_outside_china", "100 pz a Milano", (None, 100.0)),
    ("stock_outside_china", "45 days", (None,)),
    ("hs_code", "85051110 / 8505111000", (None,)),
    ("hs_code", "同上", (None,)),
    ("hs_code", "税号：8505.11.1000", ("8505111000",)),
    # where from, and as what
    ("country_of_origin", "中国或越南", (None,)),
    ("country_of_origin", "siehe Ursprungszeugnis", (None,)),
    ("country_of_origin", "Cina", ("CN",)),
    ("country_of_origin", "日本製(磁石は中国製)", (None, "JP")),
    ("country_of_origin", "EU", (None,)),
    ("leaves_china", "はい、上海港から", ("yes",)),
    ("leaves_china", "sì, via mare", ("yes",)),
    ("leaves_china", "nein (Lager Rotterdam)", ("no",)),
    ("leaves_china", "不一定", (None, "some")),
    ("leaves_china", "nicht immer", (None, "some")),
    ("leaves_china", "non lo so", (None,)),
    ("form", "siehe Foto", (None,)),
    ("form", "sfuso", (None, "magnet")),
    ("maker", "我们自己", (None,)),
    ("maker", "China", (None,)),
)

THIRD: tuple[tuple[str, Any, tuple[Any, ...]], ...] = (
    # written after the second set was mended, before its own one run
    ("dy_percent", "0.5% (alt), 0.3% (neu)", (None,)),
    ("dy_percent", "~0.8", ((0.8, ""),)),
    ("dy_percent", "0,3–0,5 %", ((0.3, ">"), (0.3, ""))),
    ("dy_percent", "menos de 0,05 %", ((0.05, "<"),)),
    ("dy_percent", "0.1% 이하", ((0.1, "<"),)),
    ("dy_percent", "最大0.5%", ((0.5, "<"),)),
    ("dy_percent", "no se sabe", (None,)),
    ("dy_percent", "확인 후 회신", (None,)),
    ("dy_percent", "请联系李工", (None,)),
    ("dy_percent", "Betriebsgeheimnis", (None,)),
    ("dy_percent", "RoHS konform", (None,)),
    ("dy_percent", "OK", (None,)),
    ("dy_percent", "2.5 kg", (None,)),
    ("dy_percent", "3% Pr, 0% Dy", (None, (0.0, ""))),
    ("magnet_grade", "NdFeB", (None, "NdFeB")),
    ("magnet_grade", "wie bestellt", (None,)),
    ("magnet_grade", "según pedido", (None,)),
    ("magnet_grade", "按贵司要求", (None,)),
    ("magnet_grade", "도면 참조", (None,)),
    ("magnet_grade", "siehe Zeichnung 4711 Rev. B", (None,)),
    ("magnet_grade", "N42SH", ("N42SH",)),
    ("report_number", "in Arbeit", (None,)),
    ("report_number", "准备中", (None,)),
    ("report_number", "每批都有", (None,)),
    ("report_number", "SGS", (None,)),
    ("report_number", "SGS 2026-GZ-00417", ("SGS 2026-GZ-00417",)),
    ("licence_number", "aplicado 5/11/2026", (None,)),
    ("licence_number", "우리가 신청 예정", (None,)),
    ("licence_number", "siehe Lieferschein 4711", (None,)),
    ("licence_number", "通用许可", (None,)),
    ("licence_filed", "wird nächste Woche beantragt", (None,)),
    ("licence_filed", "solicitada el 5 de noviembre de 2026", (None, date(2026, 11, 5))),
    ("licence_filed", "每批申请", (None,)),
    ("licence_until", "bis auf Weiteres", (None,)),
    ("licence_until", "un an", (None,)),
    ("lead_time_days", "nach Absprache", (None,)),
    ("lead_time_days", "约2个月", (60.875,)),
    ("lead_time_days", "4 bis 6 Wochen nach Auftragsklarheit", (None, 42.0)),
    ("lead_time_days", "depende", (None,)),
    ("stock_outside_china", "reichlich", (None,)),
    ("stock_outside_china", "0", (0.0,)),
    ("stock_outside_china", "充足", (None,)),
    ("hs_code", "keine Ahnung", (None,)),
    ("country_of_origin", "Fabriqué en Chine", ("CN",)),
    ("country_of_origin", "대한민국", ("KR",)),
    ("country_of_origin", "verschieden", (None,)),
    ("leaves_china", "depende del pedido", (None, "some")),
    ("leaves_china", "从马来西亚发货", (None, "no")),
    ("leaves_china", "Nein, ab Lager Hamburg", ("no",)),
    ("form", "vergossen im Kunststoffgehäuse", (None, "magnet_assembly")),
    ("maker", "siehe Datenblatt", (None,)),
    ("maker", "vertraulich", (None,)),
    ("maker", "ein chinesischer Hersteller", (None,)),
)
LANGUAGE = {"Hanlin Magnetics Co., Ltd.": "zh", "Brightway Trading": "en"}


def every_text(form: AnsweredForm) -> str:
    """All that the form gives back as it was typed."""
    replies = [got for line in form.lines for got in line.replies]
    return "\n".join(got.typed for got in (*replies, *form.notes))


def said(form: AnsweredForm) -> dict[str, dict[str, tuple[str, Any]]]:
    """Answers by part, from all sheets; what was kept as a note only is left out."""
    found: dict[str, dict[str, tuple[str, Any]]] = {}
    for line in form.lines:
        for reply in line.replies:
            if reply.field:
                found.setdefault(line.number, {})[reply.field] = (reply.fate, reply.value)
    return found


def fact_in_a_workbook(folder: Path, field: str, typed: Any) -> Any:
    """What comes out as a fact of one cell: a value, with its bound for a share; None for none."""
    number, supplier = PARTS.get(field, LICENCE_PART)
    book = openpyxl.load_workbook(questionnaire(folder, LANGUAGE[supplier], supplier))
    fill(book, {number: {field: typed}})
    book.save(folder / "hapless.xlsx")
    form = form_of(folder / "hapless.xlsx")
    assert str(typed) in every_text(form), "lost"
    facts = [
        reply
        for line in form.lines
        for reply in line.replies
        if reply.fate == "understood" and reply.value is not None
    ]
    if not facts:
        return None
    (fact,) = facts
    assert fact.field == field
    return stated(field, fact)


def stated(field: str, found: Meaning | Reply) -> Any:
    """The fact of a cell that was read; of a share with its bound."""
    if found.fate != "understood" or found.value is None:
        return None
    if isinstance(found.value, float) and field.endswith("_percent"):
        return (round(found.value, 9), found.bound)
    return found.value


@pytest.mark.parametrize(("field", "typed", "allowed"), [*CELLS, *THIRD])
def test_only_what_was_stated_becomes_a_fact(
    field: str, typed: Any, allowed: tuple[Any, ...]
) -> None:
    found = meaning_of(BY_KEY[field], typed, habits_of([typed], [typed]))
    assert stated(field, found) in allowed


@pytest.mark.parametrize(("field", "typed", "allowed"), CELLS[::7])
def test_it_comes_back_in_a_workbook_too(
    tmp_path: Path, field: str, typed: Any, allowed: tuple[Any, ...]
) -> None:
    assert fact_in_a_workbook(tmp_path, field, typed) in allowed


def test_a_struck_out_figure_is_no_answer(tmp_path: Path) -> None:
    """Withdrawn, not stated: it is asked again, with what stood there."""
    book = openpyxl.load_workbook(questionnaire(tmp_path, "zh"))
    fill(book, {"100-0104": {"dy_percent": 0.005}})
    sheet = book.worksheets[0]
    keys = {cell.value: cell.column for cell in sheet[KEY_ROW] if cell.value}
    for row in range(FIRST_ROW, sheet.max_row + 1):
        sheet.cell(row, keys["dy_percent"]).font = Font(strike=True)
    book.save(tmp_path / "struck.xlsx")
    got = said(form_of(tmp_path / "struck.xlsx"))["100-0104"]["dy_percent"]
    assert got[0] != "understood"


@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_comments_and_lines_through_answers_come_back_from_other_programs(
    back: Path, ending: str
) -> None:
    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        keys = _keys(sheet)
        row = next(r for r in range(FIRST_ROW, 20) if sheet.cell(r, 2).value == "100-0104")
        sheet.cell(row, keys["tb_percent"]).font = Font(strike=True)
        sheet.cell(row, keys["magnet_grade"]).comment = Comment("no HRE since lot 2291", "Li")

    form = form_of(saved_by_libreoffice(changed(back, change), ending))
    assert "no HRE since lot 2291" in every_text(form)
    expected = {**MEANT["100-0104"], "tb_percent": ("not_understood", None)}
    assert said(form)["100-0104"] == expected


ANNOTATED = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:automatic-styles>
<style:style style:name="ce1"><style:text-properties style:text-line-through-style="solid"/>
</style:style></office:automatic-styles><office:body><office:spreadsheet>
<table:table table:name="A"><table:table-row><table:table-cell table:number-columns-repeated="2"/>
<table:table-cell table:style-name="ce1"><office:annotation><text:p>one</text:p><text:p>two</text:p>
</office:annotation><text:p>0.3</text:p></table:table-cell><table:table-cell><office:annotation>
<text:p>beside nothing</text:p></office:annotation></table:table-cell></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""


def test_an_open_document_tells_its_comments_and_counts_none_as_a_cell(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "told.ods", "w") as package:
        package.writestr("content.xml", ANNOTATED)
    notes = opendocument.look_into(tmp_path / "told.ods")["A"]
    assert notes.comments == [(1, 3, "one\ntwo"), (1, 4, "beside nothing")]
    assert (notes.struck, notes.filled) == ([(1, 3)], 1)


# --- ten mutilations --------------------------------------------------------------------------

Change = Callable[[Any], None]


def _keys(sheet: Any) -> dict[str, int]:
    return {cell.value: cell.column for cell in sheet[KEY_ROW] if cell.value}


def empty_columns_thrown_out(book: Any) -> None:
    sheet = book.worksheets[0]
    _unmerged(sheet)
    for column in range(sheet.max_column, 0, -1):
        cells = (sheet.cell(row, column).value for row in range(FIRST_ROW, sheet.max_row + 1))
        if all(value is None for value in cells):
            sheet.delete_cols(column)


def headings_in_two_rows(book: Any) -> None:
    """Chinese above, English below, the hidden keys gone."""
    sheet = book.worksheets[0]
    _unmerged(sheet)
    sheet.insert_rows(HEAD_ROW + 1)
    for cell in sheet[HEAD_ROW]:
        own, _, english = str(cell.value or "").partition("\n")
        below = sheet.cell(HEAD_ROW + 1, cell.column)
        cell.value, below.value = own or None, english or None
    sheet.delete_rows(KEY_ROW)
    book.remove(book["lodestone"])


def numbers_without_leading_zeros(book: Any) -> None:
    sheet = book.worksheets[0]
    for row in range(FIRST_ROW, sheet.max_row + 1):
        cell = sheet.cell(row, 2)
        if str(cell.value).isdigit():
            cell.value = int(cell.value)
    delete_keys_of_both_kinds(book)


def a_letterhead_and_a_column_before_it(book: Any) -> None:
    sheet = book.worksheets[0]
    _unmerged(sheet)
    sheet.insert_rows(1, amount=3)
    sheet.cell(1, 2).value = "Hanlin Magnetics Co., Ltd., No. 8 Magnet Road, Ningbo"
    sheet.cell(2, 2).value = "Tel 0574-0000 0000"
    sheet.insert_cols(1)


def sums_signature_and_stamp_below(book: Any) -> None:
    sheet = book.worksheets[0]
    below = sheet.max_row + 2
    sheet.cell(below, 2).value = "合计"
    sheet.cell(below, 3).value = "6 项"
    sheet.cell(below + 2, 2).value = "签名：李伟"
    sheet.cell(below + 3, 2).value = "(公司盖章)"


def every_row_twice_the_second_empty(book: Any) -> None:
    sheet = book.worksheets[0]
    asked = _keys(sheet)["asked"]
    for row in range(FIRST_ROW, sheet.max_row + 1):
        target = sheet.max_row + 1
        for column in range(1, asked + 1):
            sheet.cell(target, column).value = sheet.cell(row, column).value


def in_a_table_of_their_own_numbering(book: Any) -> None:
    """A column No. put before, 1 to n; the keys deleted."""
    sheet = book.worksheets[0]
    delete_keys_of_both_kinds(book)
    _unmerged(sheet)
    sheet.insert_cols(1)
    head = HEAD_ROW - 1
    sheet.cell(head, 1).value = "序号"
    for at, row in enumerate(range(head + 1, sheet.max_row + 1), start=1):
        sheet.cell(row, 1).value = at


def a_sheet_for_each_part(book: Any) -> None:
    """The list cut up, the headings above each row, sheets named by part."""
    sheet = book.worksheets[0]
    book.security = None
    for row in range(FIRST_ROW, sheet.max_row + 1):
        own = book.create_sheet(str(sheet.cell(row, 2).value)[-8:])
        for column in range(1, sheet.max_column + 1):
            own.cell(1, column).value = sheet.cell(HEAD_ROW, column).value
            cell = own.cell(2, column)
            cell.value = sheet.cell(row, column).value
            if isinstance(cell.value, str):
                cell.data_type = "s"
        for column in range(1, sheet.max_column + 1):
            if column > _keys(sheet)["asked"]:
                sheet.cell(row, column).value = None


def a_form_for_each_part(book: Any) -> None:
    """Headings on the left and the answer beside them, part below part; no keys."""
    sheet = book.worksheets[0]
    book.security = None
    own = book.create_sheet("Antworten", 0)
    at = 1
    for row in range(FIRST_ROW, sheet.max_row + 1):
        for column in range(2, sheet.max_column + 1):
            own.cell(at, 1).value = sheet.cell(HEAD_ROW, column).value
            cell = own.cell(at, 2)
            cell.value = sheet.cell(row, column).value
            if isinstance(cell.value, str):
                cell.data_type = "s"
            at += 1
        at += 1
    book.remove(sheet)
    book.remove(book["lodestone"])


def questions_answered_by_topic(book: Any) -> None:
    """Two sheets: composition for the laboratory, the rest for sales; both with all parts."""
    first = book.worksheets[0]
    book.security = None
    second = book.copy_worksheet(first)
    second.title = "Sales"
    last = _keys(first)["alternative_grade"]
    for row in range(FIRST_ROW, first.max_row + 1):
        for column in range(_keys(first)["asked"] + 1, first.max_column + 1):
            (second if column <= last else first).cell(row, column).value = None


def _unmerged(sheet: Any) -> None:
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return answered(tmp_path_factory.mktemp("hapless"))


@pytest.mark.parametrize(
    "change",
    [
        empty_columns_thrown_out, headings_in_two_rows, numbers_without_leading_zeros,
        a_letterhead_and_a_column_before_it, sums_signature_and_stamp_below,
        every_row_twice_the_second_empty, in_a_table_of_their_own_numbering,
        a_sheet_for_each_part, a_form_for_each_part, questions_answered_by_topic,
    ],
    ids=lambda change: str(change.__name__),
)  # fmt: skip
def test_no_answer_is_lost(back: Path, change: Change) -> None:
    got = said(form_of(changed(back, change)))
    assert {number.lstrip("0"): answers for number, answers in got.items()} == {
        number.lstrip("0"): dict(answers) for number, answers in MEANT.items()
    }
