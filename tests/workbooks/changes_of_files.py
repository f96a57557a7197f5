"""What may be done to a file without changing its answer: another container, and what a workbook shows."""

import html
import random
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table

from tests.workbooks.all_lists import Cells, Listed
from tests.workbooks.binary import make_xls, make_xlsb
from tests.workbooks.build import edit_part, make_ods, make_xlsx, sheet_of
from tests.workbooks.changes import Case, Change, Changed, same
from tests.workbooks.desk_lists import Cell, DeskList


def _shown(value: object, decimal: str = ".") -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        text = str(int(value)) if value == int(value) else str(value)
        return text.replace(".", decimal)
    return f"{value:%Y-%m-%d}" if isinstance(value, datetime) else str(value)


def _has_thousandths(case: Case) -> bool:
    """Figures that another sign would make thousands: 6.467."""
    return any(
        isinstance(value, float) and re.fullmatch(r"\d{1,3}\.\d{3}", str(value))
        for row in case.cells
        for value in row
    )


def can_hold(encoding: str, text: str) -> bool:
    """Whether a program would write the text in this encoding."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    # What holds no Chinese is not sent as GB18030, and other scripts look like Chinese in it.
    foreign = re.search("[\u3040-\u30ff\uac00-\ud7af\u00c0-\u024f]", text)
    return encoding != "gb18030" or (not foreign and bool(re.search("[\u4e00-\u9fff]", text)))


def _alone(case: Case) -> bool:
    return len(case.listed.sheets) == 1


def as_text(container: str, decimal: str) -> Change:
    """The list as a text file, its figures with the decimal sign."""

    def change(case: Case, _: random.Random) -> Changed | None:
        if case.listed.is_text or not _alone(case) or (decimal == "," and _has_thousandths(case)):
            return None
        rows: list[list[Cell]] = [[_shown(v, decimal) for v in row] for row in case.cells]
        encoding, text = container.split(":")[1], "".join(str(v) for row in rows for v in row)
        if not can_hold(encoding, text):
            return None
        listed = Listed(case.listed.name, container, {"Parts": rows}, "Parts")
        made = same(case)
        return Changed(listed, made.rows, made.columns)

    return change


def as_binary(make: Callable[[Path, list[list[Cell]]], Path], suffix: str) -> Change:
    def change(case: Case, _: random.Random) -> Changed | None:
        if case.listed.is_text or not _alone(case) or _has_days(case):
            return None
        return same(
            case, write=lambda listed, folder: make(folder / f"list.{suffix}", listed.cells)
        )

    return change


def _has_days(case: Case) -> bool:
    return any(isinstance(v, datetime) for row in case.cells for v in row)


def _ods(target: Path, rows: list[list[Cell]]) -> Path:
    return make_ods(target, [[escape(v) if isinstance(v, str) else v for v in row] for row in rows])


def _page(target: Path, rows: list[list[Cell]]) -> Path:
    lines = ("".join(f"<td>{html.escape(_shown(value))}</td>" for value in row) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    page = f'<html><head><meta charset="utf-8"></head><body><table>{body}</table></body></html>'
    target.write_text(page, encoding="utf-8")
    return target


def _xml2003(target: Path, rows: list[list[Cell]]) -> Path:
    def cell(value: Cell) -> str:
        if value is None:
            return "<Cell/>"
        kind = "Number" if isinstance(value, float) else "String"
        return f'<Cell><Data ss:Type="{kind}">{escape(str(value))}</Data></Cell>'

    lines = "".join(f"<Row>{''.join(map(cell, row))}</Row>" for row in rows)
    target.write_text(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="List">'
        f"<Table>{lines}</Table></Worksheet></Workbook>",
        encoding="utf-8",
    )
    return target


def in_workbook(finish: Callable[[Case, Workbook], None]) -> Change:
    """What is shown of a workbook and how, while its cells stay."""

    def change(case: Case, _: random.Random) -> Changed | None:
        if case.listed.container != "xlsx":
            return None
        return same(case, finish=lambda book: finish(case, book))

    return change


def _reach(case: Case) -> str:
    """The table as a range of cells."""
    width = len(case.cells[case.heading - 1])
    return f"A{case.heading}:{get_column_letter(width)}{max(case.last, case.heading + 1)}"


def _filter(case: Case, book: Workbook) -> None:
    sheet = sheet_of(book, case.listed.judged)
    sheet.auto_filter.ref = _reach(case)
    sheet.freeze_panes = f"A{case.first}"


def _filter_rows_out(case: Case, book: Workbook) -> None:
    _filter(case, book)
    sheet = sheet_of(book, case.listed.judged)
    for row in sorted(case.parts)[::2]:
        sheet.row_dimensions[row].hidden = True


def _hide_columns(case: Case, book: Workbook) -> None:
    sheet = sheet_of(book, case.listed.judged)
    for column in sorted(case.fields)[1::3]:
        sheet.column_dimensions[get_column_letter(column)].hidden = True


def _as_table_object(case: Case, book: Workbook) -> None:
    line = case.cells[case.heading - 1]
    names = [value for value in line if isinstance(value, str)]
    if len(names) == len(line) == len(set(map(str.casefold, names))):
        sheet_of(book, case.listed.judged).add_table(Table(displayName="Table1", ref=_reach(case)))


def _double_sheet(case: Case, book: Workbook) -> None:
    book.copy_worksheet(sheet_of(book, case.listed.judged)).sheet_state = "hidden"


def merged_title(case: Case, _: random.Random) -> Changed | None:
    if case.listed.container != "xlsx":
        return None
    cells: Cells = [["Parts of our delivery"], *case.cells]

    def finish(book: Workbook) -> None:
        sheet_of(book, case.listed.judged).merge_cells(
            start_row=1, end_row=1, start_column=1, end_column=case.width
        )

    rows = {row: row + 1 for row in range(1, len(case.cells) + 1)}
    return Changed(case.listed.having(cells), rows, same(case).columns, finish=finish)


def figures_from_formulas(case: Case, _: random.Random) -> Changed | None:
    """Every figure is the cached result of a formula."""
    if case.listed.container != "xlsx":
        return None
    figure = re.compile(rb'(<c r="[A-Z]+\d+"(?: s="\d+")?(?: t="n")?>)(<v>)')

    def write(listed: Listed, folder: Path) -> Path:
        path = make_xlsx(folder / "list.xlsx", listed.sheets)
        number = list(listed.sheets).index(listed.judged) + 1
        part = f"xl/worksheets/sheet{number}.xml"
        return edit_part(path, part, lambda raw: figure.sub(rb"\1<f>1+1</f>\2", raw))

    return same(case, write=write)


def text_with(encoding: str, line_end: str, quoting: str) -> Change:
    """A text file of another encoding, end of line and way to quote."""

    def change(case: Case, _: random.Random) -> Changed | None:
        if not case.listed.is_text:
            return None

        def write(listed: Listed, folder: Path) -> Path:
            own = listed.container.split(":")
            path = DeskList(listed.name, listed.container, listed.cells).write(folder)
            text = path.read_bytes().decode(own[1])
            if quoting == "all":
                sign = {"tab": "\t", "semicolon": ";", "comma": ",", "bar": "|"}[own[2]]
                quoted = (
                    sign.join(f'"{_shown(v).replace(chr(34), chr(34) * 2)}"' for v in row)
                    for row in listed.cells
                )
                text = "\r\n".join(quoted) + "\r\n"
            path.write_bytes(text.replace("\r\n", line_end).encode(encoding))
            return path

        return same(case, write=write)

    return change


OF_FILES: Mapping[str, Change] = {
    **{
        f"as_{container.replace(':', '_')}_{'comma' if decimal == ',' else 'point'}": as_text(
            container, decimal
        )
        for container in (
            "text:utf-8:semicolon", "text:utf-8-sig:comma", "text:utf-16:tab",
            "text:cp1252:semicolon", "text:gb18030:comma", "text:utf-8:tab",
        )
        for decimal in (".", ",")
    },
    "as_xls": as_binary(make_xls, "xls"),
    "as_xlsb": as_binary(make_xlsb, "xlsb"),
    "as_ods": as_binary(_ods, "ods"),
    "as_html": as_binary(_page, "xls"),
    "as_xml2003": as_binary(_xml2003, "xls"),
    "autofilter_and_panes": in_workbook(_filter),
    "rows_filtered_out": in_workbook(_filter_rows_out),
    "columns_hidden": in_workbook(_hide_columns),
    "table_object": in_workbook(_as_table_object),
    "merged_title": merged_title,
    "figures_from_formulas": figures_from_formulas,
    "text_utf8_unix": text_with("utf-8", "\n", ""),
    "text_utf16": text_with("utf-16", "\r\n", ""),
    "text_all_quoted": text_with("utf-8-sig", "\r\n", "all"),
}  # fmt: skip
