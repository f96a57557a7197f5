"""Odd files of desks, first part: workbooks as the programs of offices write them.

Written before it was looked at how any of them is read. The shapes are those that the programs leave in files of
public repositories and of their manuals, rebuilt here by hand; no file is copied.
"""

# ruff: noqa: E501 - tables of files, one a line

from collections.abc import Callable, Sequence

from tests.workbooks.hostile_parts import HEAD, MAIN, OFFICE, RELATIONS, package
from tests.workbooks.odd_parts import (
    HEADS,
    LIST,
    TABLE,
    WHOLE,
    content,
    odd,
    sheet_xml,
    truth,
    xml_cell,
    xml_rows,
)

KIND = "desk: written by"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
SHEET = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"
RELS = "xl/_rels/workbook.xml.rels"
Cells = Sequence[Sequence[float | str | None]]


def sheets(*named: tuple[str, str], **more: str | bytes) -> bytes:
    """A workbook of these sheets, each its name and its XML; ``more``: further parts."""
    made = content()
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>'
        for n, (name, _) in enumerate(named, start=1)
    )
    made[BOOK] = (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'
    )
    made[RELS] = (
        f'{HEAD}<Relationships xmlns="{RELATIONS}">'
        + "".join(
            f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n in range(1, len(named) + 1)
        )
        + "</Relationships>"
    )
    for n, (_, xml) in enumerate(named, start=1):
        made[f"xl/worksheets/sheet{n}.xml"] = xml
    for name, part in more.items():
        made[name.replace("__", "/").replace("_xml", ".xml")] = part
    return package(made)


def of(rows: Cells, before: str = "", behind: str = "") -> str:
    return sheet_xml(xml_rows(rows), before, behind)


def one(rows: Cells, before: str = "", behind: str = "") -> Callable[[], bytes]:
    return lambda: sheets(("Sheet1", of(rows, before, behind)))


def _google() -> bytes:
    """A thousand rows of which all but a few are formats, and a drawing that is empty."""
    rows = xml_rows(TABLE).replace("<row ", '<row ht="15.75" customHeight="1" ')
    blank = "".join(
        f'<row r="{n}" ht="15.75" customHeight="1"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>'
        for n in range(6, 1001)
    )
    sheet = sheet_xml(
        rows + blank,
        '<sheetPr><outlinePr summaryBelow="0" summaryRight="0"/></sheetPr><sheetViews><sheetView workbookViewId="0"/></sheetViews>',
        f'<drawing xmlns:r="{OFFICE}" r:id="rId1"/>',
    )
    return sheets(("Sheet1", sheet), xl__drawings__drawing1_xml="<xdr:wsDr xmlns:xdr='urn:x'/>")


def _pictures_in_cells() -> bytes:
    """WPS puts a picture into a cell as a formula that Excel does not know."""
    formula = '=DISPIMG("ID_{0}",1)'.replace('"', "&quot;")
    rows = xml_rows((*(HEADS, *LIST),))
    for n in range(2, 6):
        text = formula.format(f"{n:032X}")
        cell = f'<c r="F{n}" t="str"><f>_xlfn.{text[1:]}</f><v>{text}</v></c></row>'
        start, end = rows.split(f'<row r="{n}">', 1)
        rows = f'{start}<row r="{n}">' + end.replace("</row>", cell, 1)
    rows = rows.replace("</row>", xml_cell("F1", "Picture") + "</row>", 1)
    return sheets(
        ("Sheet1", sheet_xml(rows)), xl__cellimages_xml="<etc:cellImages xmlns:etc='urn:e'/>"
    )


def _numbers() -> bytes:
    """Numbers of Apple: a sheet that tells what was exported, and the name of a table above it."""
    summary = (
        (None, "This document was exported from Numbers. Each table was converted to an Excel worksheet. "
         "All other objects on each Numbers sheet were placed on separate worksheets. Please be aware that formula "
         "calculations may differ in Excel.", None, None),
        (None, None, None, None),
        (None, "Numbers Sheet Name", "Numbers Table Name", "Excel Worksheet Name"),
        (None, "Sheet 1", None, None),
        (None, None, "Table 1", "Sheet 1 - Table 1"),
    )  # fmt: skip
    table = of((("Table 1", None, None, None, None), *TABLE), behind='<mergeCells count="1"><mergeCell ref="A1:E1"/></mergeCells>')  # fmt: skip
    return sheets(("Export Summary", of(summary)), ("Sheet 1 - Table 1", table))


def _spread(rows: Cells, at: Sequence[str]) -> tuple[str, str]:
    """Rows whose cells begin at these columns, each merged up to the next: (rows, merged cells)."""
    xml, merged = "", list[str]()
    for n, row in enumerate(rows, start=1):
        xml += f'<row r="{n}">'
        for column, following, value in zip(at, at[1:], row, strict=False):
            xml += xml_cell(f"{column}{n}", value)
            last = chr(ord(following) - 1)
            xml += "".join(
                f'<c r="{chr(c)}{n}" s="0"/>' for c in range(ord(column) + 1, ord(last) + 1)
            )
            if last != column:
                merged.append(f'<mergeCell ref="{column}{n}:{last}{n}"/>')
        xml += "</row>"
    return xml, f'<mergeCells count="{len(merged)}">{"".join(merged)}</mergeCells>'


def _report_designer() -> bytes:
    """JasperReports and Crystal Reports: places of a page become columns, merged to the next."""
    rows, merged = _spread(TABLE, "BCFGJM")
    return sheets(("Report", sheet_xml(rows, behind=merged)))


def _reports_with_gaps() -> bytes:
    rows: list[Sequence[float | str | None]] = [("Purchase list", None), (None,)]
    for row in TABLE:
        rows += [row, (None, None)]
    return sheets(("Page 1", of(rows)))


def _strict_days() -> bytes:
    """Strict Open XML with a day as text of ISO 8601 beside the list."""
    rows = xml_rows(TABLE).replace("</row>", xml_cell("F1", "Valid from") + "</row>", 1)
    for n in range(2, 6):
        head, tail = rows.split(f'<row r="{n}">', 1)
        day = f'<c r="F{n}" t="d"><v>2026-0{n}-11T00:00:00</v></c></row>'
        rows = f'{head}<row r="{n}">' + tail.replace("</row>", day, 1)
    made = {
        name: str(part)
        .replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")
        for name, part in (content() | {SHEET: sheet_xml(rows)}).items()
    }
    return package(dict(made))


def _in_one_column(separator: str, decimal: str = ",") -> bytes:
    """A CSV opened by a double click where Excel expects another separator, and saved."""
    lines = [
        [
            separator.join(
                str(v).replace(".", decimal) if isinstance(v, float) else str(v) for v in row
            )
        ]
        for row in TABLE
    ]
    return sheets(("list", of(lines)))


def _split_wrongly() -> bytes:
    """The same with decimal commas where the comma separates: prices are cut in two."""
    rows = [[*map(str, row[:4]), *str(row[4]).split(".")] for row in TABLE[1:]]
    return sheets(("list", of([list(HEADS), *rows])))


def _names(*names: str) -> Cells:
    """The list below further rows of words."""
    return (*((name,) for name in names), *TABLE)


# fmt: off
odd("google_sheets.xlsx", KIND, "OPEN", _google, sheets=1)
odd("wps_pictures_in_cells.xlsx", KIND, "OPEN", _pictures_in_cells, sheets=1)
odd("numbers_export.xlsx", KIND, "OPEN", _numbers, sheets=2)
odd("report_designer.xlsx", KIND, "OPEN", _report_designer, sheets=1)
odd("report_blank_row_between_all.xlsx", KIND, "OPEN", _reports_with_gaps, sheets=1)
odd("strict_with_days.xlsx", KIND, "OPEN", _strict_days, sheets=1)
odd("semicolons_in_one_column.xlsx", KIND, "OPEN", lambda: _in_one_column(";"), sheets=1)
odd("tabs_in_one_column.xlsx", KIND, "OPEN", lambda: _in_one_column("\t"), sheets=1)
odd("commas_in_one_column.xlsx", KIND, "OPEN", lambda: _in_one_column(",", "."), sheets=1)
odd("prices_cut_in_two.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING", _split_wrongly, None)
odd("evaluation_sheet_of_a_library.xlsx", KIND, "OPEN", lambda: sheets(("Parts", of(TABLE)), ("Evaluation Warning", of((("Evaluation Only. Created with a trial of a spreadsheet library.",),)))), sheets=2)
odd("evaluation_row_of_a_library.xlsx", KIND, "OPEN", one(_names("Evaluation Warning : The document was created with a trial of a spreadsheet library")), sheets=1)
odd("filters_of_a_dashboard.xlsx", KIND, "OPEN", one((*TABLE, (None,), ("Applied filters:\nPlant is 1000\nStatus is not Blocked",))), sheets=1)
odd("export_cut_by_a_dashboard.xlsx", KIND, "OPEN", one((*TABLE, (None,), ("Exported data exceeded the allowed volume. Some data may have been omitted.",))), sheets=1)
odd("index_of_pandas.xlsx", KIND, "OPEN", one(((None, *HEADS), *((n, *row) for n, row in enumerate(LIST)))), sheets=1)
odd("levels_of_pandas.xlsx", KIND, "OPEN", one(((None, "Item", None, None, "Order", None), (None, *HEADS), *((n, *row) for n, row in enumerate(LIST))), behind='<mergeCells count="2"><mergeCell ref="B1:D1"/><mergeCell ref="E1:F1"/></mergeCells>'), sheets=1)
odd("access_export.xlsx", KIND, "OPEN", one((("ID", *HEADS), *((n, *row) for n, row in enumerate(LIST, start=1)))), sheets=1)
odd("sharepoint_list.xlsx", KIND, "OPEN", one(((*HEADS, "Item Type", "Path"), *((*row, "Item", "sites/purchasing/Lists/Parts") for row in LIST))), sheets=1)
odd("query_of_odoo.xlsx", KIND, "OPEN", one((("id", "default_code", "name", "Country of Origin", "Quantity", "Unit Price"), *((f"__export__.product_{n}", *row) for n, row in enumerate(LIST)))), sheets=1)
odd("names_of_a_database.xlsx", KIND, "OPEN", one((("part_number", "description", "country_of_origin", "quantity", "unit_price"), *LIST)), sheets=1)
odd("names_run_together.xlsx", KIND, "OPEN", one((("PartNumber", "Description", "CountryOfOrigin", "Quantity", "UnitPrice"), *LIST)), sheets=1)
odd("headings_in_capitals.xlsx", KIND, "OPEN", one((("PART_NUMBER", "DESCRIPTION", "COUNTRY_OF_ORIGIN", "QUANTITY", "UNIT_PRICE"), *LIST)), sheets=1)
odd("names_with_letters_of_columns.xlsx", KIND, "OPEN", one((("A", "B", "C", "D", "E"), *TABLE)), sheets=1)
odd("names_numbered.xlsx", KIND, "OPEN", one(((1, 2, 3, 4, 5), *TABLE)), sheets=1)
odd("names_numbered_below.xlsx", KIND, "OPEN", one((HEADS, ("(1)", "(2)", "(3)", "(4)", "(5)"), *LIST)), sheets=1)
odd("names_with_types_below.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING", one((HEADS, ("CHAR(18)", "CHAR(40)", "CHAR(3)", "QUAN(13)", "CURR(11)"), *LIST)), sheets=1)
odd("filled_by_a_form.xlsx", KIND, "OPEN", one((("* required", None), tuple(f"{h}*" for h in HEADS), *LIST)), sheets=1)
odd("example_row_of_a_form.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING", one((HEADS, ("e.g. 12345", "e.g. Bolt", "e.g. DE", None, None), *LIST)), None)
odd("units_below.xlsx", KIND, "OPEN", one((HEADS, (None, None, "ISO", "pcs", "EUR/pc"), *LIST)), sheets=1)
odd("same_list_on_two_sheets.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING", lambda: sheets(("Parts", of(TABLE)), ("Parts (2)", of(TABLE))), sheets=2)
odd("list_on_the_last_of_nine.xlsx", KIND, "OPEN", lambda: sheets(*((f"Notes {n}", of((("Notes of the meeting",), ("nothing was decided",)))) for n in range(8)), ("Parts", of(TABLE))), sheets=9)
odd("list_far_to_the_right_and_below.xlsx", KIND, "OPEN", lambda: sheets(("Parts", sheet_xml("".join(f'<row r="{n}">' + "".join(xml_cell(f"A{chr(77 + at)}{n}", v) for at, v in enumerate(row)) + "</row>" for n, row in enumerate(TABLE, start=4000))))), sheets=1)
odd("empty_columns_between.xlsx", KIND, "OPEN", one([[v for cell in row for v in (cell, None)] for row in TABLE]), sheets=1)
odd("only_one_part.xlsx", KIND, "OPEN", one(TABLE[:2]), truth(LIST[:1]), sheets=1)
odd("twelve_thousand_parts.xlsx", KIND, "OPEN", one((HEADS, *((f"N-{n:05d}", "Hex screw M6", "Germany", n, 1.5) for n in range(1, 12_001)))), truth([(f"N-{n:05d}", "", "Germany", n, 1.5) for n in range(1, 12_001)]), sheets=1)
odd("by_an_old_mac.xlsx", KIND, "OPEN", lambda: sheets(("Parts", of(TABLE)), docProps__app_xml="<Properties><Application>Microsoft Macintosh Excel</Application></Properties>", docProps__thumbnail_jpeg=b"\xff\xd8\xff"), sheets=1)
assert len(WHOLE) == len(LIST)
# fmt: on
