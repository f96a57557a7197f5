"""Every code for which a file is refused or remarked on is provoked by a real file, through the reader child,
and says which file, where, what it means and what to do."""

# ruff: noqa: E501 - tables of files, one a line

import gzip
import io
import re
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import openpyxl
import pytest

from desktop_app.intake.problems import _TEXTS
from desktop_app.intake.reader_pool import answers
from desktop_app.intake.reading import read_files
from desktop_app.intake.refusal import Refused
from desktop_app.intake.sandbox import Reader
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import msg
from desktop_app.model.progress import silent
from tests.intake.test_mended import two_sheets
from tests.workbooks.build import edit_part, make_xlsx, put_error, sheet_of
from tests.workbooks.hostile_parts import package
from tests.workbooks.hostile_parts import sheet as sheet_xml
from tests.workbooks.odd_binaries import _plain, xlsb
from tests.workbooks.odd_parts import book, content, xml_rows

Make = Callable[[Path], object]
ENGLISH = Catalogue("en")
HEADS: list[str | float] = ["Part number", "Description", "Quantity", "Unit price"]
ROWS: list[list[str | float]] = [HEADS, ["A-1", "Ring magnet", 4, 1.5], ["A-2", "Screw", 9, 0.1]]


def written(raw: bytes) -> Make:
    return lambda path: path.write_bytes(raw)


def locked(path: Path, password: str = "secret") -> None:  # noqa: S107 - of a test
    from msoffcrypto.format.ooxml import OOXMLFile

    sealed = io.BytesIO()
    OOXMLFile(
        io.BytesIO(package(content() | {"xl/media/image1.png": bytes(4096)}, zipfile.ZIP_STORED))
    ).encrypt(password, sealed)
    path.write_bytes(sealed.getvalue())


def far_corner() -> bytes:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return book(xml_rows([["a", "b"]]) + far)


def no_workbook() -> bytes:
    return package({name: part for name, part in content().items() if name != "xl/workbook.xml"})


def cut_sheet() -> bytes:
    return package(content() | {"xl/worksheets/sheet1.xml": sheet_xml()[:-90]})


def twice() -> bytes:
    parts = dict(content())
    parts["XL/worksheets/SHEET1.xml"] = parts["xl/worksheets/sheet1.xml"]
    return package(parts)


def commands() -> bytes:
    part = str(content()["xl/workbook.xml"])
    head, tail = part.split("?>", 1)
    return package(content() | {"xl/workbook.xml": f'{head}?><!DOCTYPE x [<!ENTITY a "b">]>{tail}'})


def no_beginning() -> bytes:
    return package(content() | {"xl/styles.xml": "<!--" + "x" * 1_200_000 + "--><styleSheet/>"})


REFUSED: dict[str, tuple[str, Make, str, str]] = {
    "E_NOT_FOUND": ("list.xlsx", lambda path: None, "is not there", "Check the name"),
    "E_EMPTY": ("list.xlsx", written(b""), "holds no bytes", "Ask the sender"),
    "E_CSV": ("list.csv", written(b'a;b\n"' + b"x" * 1_100_000 + b'";2\n'), "no table could be found", "Export it again"),
    "E_LOCK_FILE": ("~$list.xlsx", written(b"\x04Anna"), "note that the list is open", "without ~$"),
    "E_NOT_SPREADSHEET": ("list.xlsx", written(b"%PDF-1.7\n"), "is no spreadsheet", "Drop an Excel"),
    "E_UNSUPPORTED": ("list.xlsx", written(gzip.compress(b"<gnm:Workbook/>")), "a packed folder", "Unpack it"),
    "E_OLD_FORMAT": ("list.xls", written(b"\x09\x00\x04\x00\x02\x00\x10\x00" + bytes(60)), "older than Excel 97", "save it as .xlsx"),
    "E_ENCRYPTED": ("list.xlsx", locked, "protected with a password", "save a copy without password"),
    "E_WRONG_PASSWORD": ("list.xlsx", locked, "another password than those given", "capitals"),
    "E_TRUNCATED": ("list.xlsx", written(book()[:-60]), "ends too early", "Ask the sender"),
    "E_CORRUPT": ("list.xlsx", written(cut_sheet()), "is damaged", "let Excel repair it"),
    "E_MISSING_PART": ("list.xlsx", written(no_workbook()), "lacks a part", "save it as .xlsx"),
    "E_XML_DTD": ("list.xlsx", written(commands()), "commands that no list needs", "plain copy"),
    "E_ZIP_BOMB": ("list.xlsx", written(no_beginning()), "enormous size", "plain copy"),
    "E_DUPLICATE_ENTRY": ("list.xlsx", written(twice()), "one of its parts twice", "save it as .xlsx"),
    "E_TOO_LARGE": ("list.xlsx", written(far_corner()), "as far off as row 1,048,576 and column XFD", "press Ctrl+End"),
}  # fmt: skip
ELSEWHERE = {
    "E_TIMEOUT", "E_MEMORY", "E_READER_CRASH", "E_NO_PERMISSION", "E_NETWORK_GONE", "E_LOCKED_BY",
}  # fmt: skip
"""Provoked below, or where the file is written meanwhile (``test_saved_meanwhile``)."""


def test_every_code_is_provoked() -> None:
    assert REFUSED.keys() | ELSEWHERE == _TEXTS.keys()


@pytest.mark.parametrize("code", REFUSED)
def test_a_refused_file_says_which_why_and_what_to_do(code: str, tmp_path: Path) -> None:
    name, make, cause, remedy = REFUSED[code]
    path = tmp_path / name
    make(path)
    passwords = ["Secret"] if code == "E_WRONG_PASSWORD" else []
    (file,) = read_files([path], silent, passwords).files
    assert (file.outcome, file.problem is not None) == ("refused", True)
    assert file.problem is not None
    assert file.problem.code == code
    assert ENGLISH.say(file.problem.message).startswith(f"{name} ")
    assert cause in ENGLISH.say(file.problem.message)
    assert remedy in ENGLISH.say(file.problem.remedy)


def test_a_list_of_too_many_columns_is_to_be_split(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(";".join(f"c{n}" for n in range(60_000)) + "\n1;2\n", encoding="utf-8")
    (file,) = read_files([path], silent).files
    assert file.problem is not None
    assert (file.problem.code, ENGLISH.say(file.problem.remedy)) == (
        "E_TOO_LARGE", "Split the list into several files.",
    )  # fmt: skip


def refusal(path: Path, seconds: float = 30.0) -> str:
    with Reader(seconds) as reader, pytest.raises(Refused) as refused:
        reader.read(path, msg("Reading"), silent)
    return refused.value.code


def test_a_lock_that_takes_for_ever_to_try_is_given_up(tmp_path: Path) -> None:
    """How often a password is turned round is told by the file."""
    path = tmp_path / "list.xlsx"
    locked(path)
    raw = path.read_bytes()
    assert b'spinCount="100000"' in raw
    path.write_bytes(raw.replace(b'spinCount="100000"', b'spinCount="999999"'))
    assert refusal(path, 0.4) == "E_TIMEOUT"


@pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere the parent watches, ten times a second"
)
def test_a_sheet_that_takes_more_memory_than_a_list_should(tmp_path: Path) -> None:
    """Two cells, and 49 million between them that the reader makes room for."""
    path = tmp_path / "list.xlsx"
    far = '<row r="49000"><c r="ALL49000"><v>1</v></c></row>'
    path.write_bytes(book(xml_rows([["Part number", "Description"], ["A-1", "Ring"]]) + far))
    assert refusal(path) == "E_MEMORY"


def test_a_cell_in_a_column_that_no_sheet_has_is_damage(tmp_path: Path) -> None:
    """Half a million columns were made for it, until the reader died over them (byte mutation 4,562)."""
    path = tmp_path / "list.xlsb"

    def far(column: int, value: object, texts: list[str]) -> bytes:
        return _plain(524_288 if column == 4 else column, value, texts)

    path.write_bytes(xlsb(far))
    assert refusal(path) == "E_CORRUPT"


@pytest.mark.skipif(sys.platform != "linux", reason="a file that gives an error when it is read")
def test_a_file_that_can_no_longer_be_reached(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.symlink_to("/proc/self/mem")
    (file,) = read_files([path], silent).files
    assert file.problem is not None
    assert (file.problem.code, ENGLISH.say(file.problem.message)) == (
        "E_NETWORK_GONE", "list.xlsx could no longer be reached while it was read.",
    )  # fmt: skip


def test_a_folder_in_the_place_of_a_file_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.mkdir()
    with answers([path], silent) as found:
        assert next(found).refused == "E_NO_PERMISSION"


def error_cell(path: Path) -> None:
    put_error(make_xlsx(path, {"Parts": ROWS}), "C3", "#REF!")


def sum_below(path: Path) -> None:
    make_xlsx(path, {"Parts": [*ROWS, ["A-3", "Nut", 5, 0.2], ["Total", None, 18, None]]})


def hidden_row(path: Path) -> None:
    def hide(made: openpyxl.Workbook) -> None:
        sheet_of(made, "Parts").row_dimensions[3].hidden = True

    make_xlsx(path, {"Parts": ROWS}, hide)


def merged(path: Path) -> None:
    def merge(made: openpyxl.Workbook) -> None:
        sheet_of(made, "Parts").merge_cells("E2:E3")

    rows: list[list[str | float | None]] = [
        [*HEADS, "Supplier"],
        ["A-1", "Ring", 4, 1.5, "Li Co"],
        ["A-2", "Nut", 9, 0.1, None],
    ]
    make_xlsx(path, {"Parts": rows}, merge)


def uncalculated(path: Path) -> None:
    make_xlsx(path, {"Parts": [*ROWS[:2], ["A-2", "Screw", "=1+1", 0.1]]})


def counted_twice(path: Path) -> None:
    make_xlsx(path, {"Parts": ROWS})
    edit_part(
        path,
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace(
            b"</row></sheetData>", b'<c r="A3"><v>8</v></c></row></sheetData>'
        ),
    )


def _link(path: Path) -> None:
    path.write_bytes(package(content() | {"xl/externalLinks/externalLink1.xml": "<externalLink/>"}))


def _macros(path: Path) -> None:
    path.write_bytes(package(content() | {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(600)}))


def _sheet_lost(path: Path) -> None:
    path.write_bytes(package(two_sheets() | {"xl/worksheets/sheet2.xml": b""}))


def _full(path: Path) -> None:
    row = '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Z-1</t></is></c></row>'
    path.write_bytes(book(xml_rows([list(HEADS), ["A-1", "Ring", 4, 1.5]]) + row))


def _of(*rows: Sequence[object]) -> Make:
    sheets: dict[str, Sequence[Sequence[Any]]] = {"Parts": rows}
    return lambda path: make_xlsx(path, sheets)


def _csv(text: str, encoding: str = "utf-8") -> Make:
    return lambda path: path.write_bytes(text.encode(encoding))


Place: TypeAlias = tuple[str | None, int | None, int | None]
REMARKED: dict[str, tuple[str, Make, Place, str]] = {
    "W_NO_CACHED_VALUE": ("l.xlsx", uncalculated, ("Parts", 3, 3), "press F9 and save it"),
    "W_ERROR_CELL": ("l.xlsx", error_cell, ("Parts", 3, 3), "#REF!; what should stand there is unknown"),
    "W_HIDDEN": ("l.xlsx", hidden_row, ("Parts", 3, None), "1 hidden row was read and is marked"),
    "W_EXTERNAL_LINK": ("l.xlsx", _link, (None, None, None), "the values saved last were used"),
    "W_MACRO": ("l.xlsm", _macros, (None, None, None), "macros; none was run"),
    "W_SHEET_LOST": ("l.xlsx", _sheet_lost, ("Motors", None, None), "nothing of it was read"),
    "W_MERGED_FILL": ("l.xlsx", merged, ("Parts", 1, None), "filled from a merged cell above"),
    "W_TOTAL_ROWS": ("l.xlsx", sum_below, ("Parts", 5, None), "taken for a total and left out"),
    "W_SERVICE_ROWS": ("l.xlsx", _of(HEADS, ["A-1", "Ring", 4, 1.5], ["S-1", "Calibration of gauges", 1, 90], ["A-2", "Nut", 9, 0.1]), ("Parts", 3, 2), "taken for a service and left out: Calibration of gauges"),
    "W_AMBIGUOUS_NUMBER": ("l.csv", _csv("Part number;Description;Unit price\nA-1;Ring;1.234\nA-2;Nut;2.500\n"), ("", 1, 3), "they were not used"),
    "W_AMBIGUOUS_DATE": ("l.csv", _csv("Part number;Description;Delivery date\nA-1;Ring;03/04/2026\nA-2;Nut;05/06/2026\n"), ("", 1, 3), "they were not used"),
    "W_KEY_LOOKS_CONVERTED": ("l.csv", _csv("Part number;Description;Quantity\n1.23E+11;Ring;4\nA-2;Nut;5\n"), ("", 2, 1), "rounded by the spreadsheet"),
    "W_ENCODING_GUESS": ("l.csv", _csv("Teilenummer;Bezeichnung;Menge\nA-1;Schloßschraube für Tür;4\n", "cp1252"), (None, None, None), "look whether accents"),
    "W_OPEN_QUOTE": ("l.csv", _csv('Part number;Description;Quantity\nA-1;"Ring;4\nA-2;Nut;5\n'), ("", 2, None), "is never closed"),
    "W_ROW_LIMIT": ("l.xlsx", _full, ("S1", None, None), "may have been cut off"),
    "W_READERS_DISAGREE": ("l.xlsx", counted_twice, ("Parts", None, None), "13 filled cells in this sheet, but 12 were read"),
    "W_UNREADABLE": ("l.xlsx", _of(HEADS, ["A-1", "Ring", "a few", 1.5], ["A-2", "Nut", 9, 0.1]), ("Parts", 2, 3), "“a few”; it counts as unknown"),
    "W_PRICE_UNIT": ("l.xlsx", _of(["All prices per 100 pcs"], HEADS, ["A-1", "Ring", 4, 150], ["A-2", "Nut", 9, 10]), ("Parts", 1, None), "prices are for 100 pieces"),
    "W_LINE_MASS": ("l.xlsx", _of([*HEADS, "Net weight (kg)"], ["A-1", "Ring", 4, 1.5, 0.2], ["A-2", "Nut", 9, 0.1, 0.9], ["Total", None, 13, None, 1.1]), ("Parts", 4, 5), "of whole lines and were divided"),
    "W_OTHER_CURRENCY": ("l.xlsx", _of([*HEADS, "Currency", "Annual spend"], ["A-1", "Ring", 4, 1.5, "EUR", "USD 600"], ["A-2", "Nut", 9, 0.1, "EUR", "EUR 90"]), ("Parts", 2, 6), "it is not used"),
    "W_LINES_IN_CELLS": ("l.xlsx", _of(["Part number;Description;Quantity"], ["A-1;Ring;4"], ["A-2;Nut;5"]), ("Parts", None, None), "were cut into columns"),
    "W_NO_HEADING": ("l.csv", _csv("NdFeB ring magnet N42SH;4711-01;China;120;EUR 1,50\nHex screw M6x20 A2;4711-02;Germany;900;EUR 0,10\nBrushless motor 24 V;4711-03;Japan;3;EUR 98,00\n"), ("", 1, None), "guessed from their cells"),
}  # fmt: skip


@pytest.mark.parametrize("code", REMARKED)
def test_a_remark_says_where_and_what_it_means(code: str, tmp_path: Path) -> None:
    name, make, place, meaning = REMARKED[code]
    path = tmp_path / name
    make(path)
    (file,) = read_files([path], silent).files
    assert file.outcome == "read"
    found = [issue for issue in file.issues if issue.code == code]
    assert [(i.sheet, i.row, i.column) for i in found] == [place], [i.code for i in file.issues]
    assert meaning in ENGLISH.say(found[0].message)


def test_several_remarks_of_one_file_are_all_said(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    rows: list[Sequence[Any]] = [
        *ROWS[:2],
        ["A-2", "Screw", "=1+1", 0.1],
        ["A-3", "Nut", "few", 2],
        ["Total", None, 18, None],
    ]
    put_error(make_xlsx(path, {"Parts": rows}), "D2", "#N/A")
    codes = {issue.code for issue in read_files([path], silent).files[0].issues}
    assert codes >= {"W_NO_CACHED_VALUE", "W_ERROR_CELL", "W_UNREADABLE", "W_TOTAL_ROWS"}


SAID_OF_SEVERAL = {
    "E_HOUSE": "report/test_house_style.py",
    "E_NO_TABLE": "intake/test_odd_files.py",
    "W_ANSWER": "intake/test_answered_forms.py",
    "W_ANSWERS": "intake/test_answered_forms.py",
    "W_ANSWER_NOTE": "report/test_careless_answers.py",
    "W_CONFLICT": "intake/test_joining.py",
    "W_COPIED_FILE": "intake/test_odd_files.py",
    "W_COPIED_SHEET": "intake/test_copied_sheets.py",
    "W_JOINED": "intake/test_joining.py",
    "W_NOT_JOINED": "intake/test_joining.py",
    "W_NO_CURRENCY": "intake/test_facts.py",
    "W_PLACES": "intake/test_board_lists.py",
    "W_QUESTIONNAIRE": "intake/test_questionnaires.py",
    "W_SENSELESS": "end_to_end/test_bad_figures.py",
    "W_SHEET_LIMIT": "intake/test_hostile.py",
    "W_EXPIRED": "intake/test_expired_stock.py",
    "W_SHARED_DEMAND": "intake/test_shared_demand.py",
    "W_STOCK_BY_PLACE": "intake/test_stock_by_place.py",
    "W_STRUCK": "intake/test_cells_told.py",
    "W_TURNED": "intake/test_turned.py",
    "W_LEVELS": "intake/test_bill_quantities.py",
    "W_YEAR": "intake/test_periods.py",
}
"""Codes of several files, of answers, and of lists of one kind: the tests that provoke them."""
TESTS = Path(__file__).parents[1]
_CODE = re.compile(r'"([EW]_[A-Z0-9_]+)"')


def test_every_code_that_intake_says_has_a_test_that_provokes_it() -> None:
    rooms = (TESTS.parent / "desktop_app" / "intake").glob("*.py")
    said = {code for room in rooms for code in _CODE.findall(room.read_text(encoding="utf-8"))}
    here = REFUSED.keys() | ELSEWHERE | REMARKED.keys()
    assert said - here - SAID_OF_SEVERAL.keys() == set()
    for code, test in SAID_OF_SEVERAL.items():
        assert f'"{code}"' in (TESTS / test).read_text(encoding="utf-8"), code
