"""Plain sheets are read by their tags; what comes of it is what calamine says of the same file."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
from python_calamine import load_workbook

from desktop_app.intake import ooxml, plain_sheet
from desktop_app.intake.plain_package import shows_number
from desktop_app.intake.plain_sheet import PackedCells

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHARED = (
    '<si><t>Magnet</t></si><si><t xml:space="preserve"> kept </t></si><si><t>\n trimmed </t></si>'
    "<si><r><t>of</t></r><r><rPr><b/><sz val='9'/></rPr><t xml:space=\"preserve\"> runs</t></r></si>"
    '<si><t>永磁体</t><rPh sb="0" eb="3"><t>えいじしゃく</t></rPh><phoneticPr fontId="1"/></si>'
    "<si><t>5 &lt; 6 &amp; &quot;7&apos;&#27704;&#x6C38;</t></si><si><t>one_x000D_two</t></si>"
)
FORMATS = (
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00\\ &quot;kg&quot;"/>'
    '<numFmt numFmtId="165" formatCode="dd\\.mm\\.yyyy"/></numFmts>'
)
CELL_FORMATS = "".join(f'<xf numFmtId="{n}"/>' for n in (0, 10, 164, 165, 14))


def package(folder: Path, rows: str, tail: str = "") -> Path:
    """A package whose only sheet holds these rows."""
    sheet = f"<worksheet {MAIN}><sheetData>{rows}</sheetData>{tail}</worksheet>"
    named = f'<sheets><sheet name="Parts" sheetId="1" xmlns:r="{OFFICE}" r:id="rId1"/></sheets>'
    parts = {
        "xl/workbook.xml": f"<workbook {MAIN}>{named}</workbook>",
        "_rels/.rels": _related(officeDocument="xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": _related(
            worksheet="worksheets/sheet1.xml",
            sharedStrings="sharedStrings.xml",
            styles="styles.xml",
        ),
        "xl/worksheets/sheet1.xml": sheet,
        "xl/sharedStrings.xml": f"<sst {MAIN}>{SHARED}</sst>",
        "xl/styles.xml": f"<styleSheet {MAIN}>{FORMATS}<cellXfs>{CELL_FORMATS}</cellXfs></styleSheet>",
    }
    path = folder / "plain.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(name, content)
    return path


def _related(**targets: str) -> str:
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items(), start=1)
    )
    main = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{main}">{relations}</Relationships>'


def read(path: Path) -> PackedCells | None:
    notes, _ = ooxml.look_into(path, lambda _rows: None)
    return notes["Parts"].cells


def cells_of(found: PackedCells) -> list[list[Any]]:
    """Row by row."""
    columns = [
        [values[code] for code in codes]
        for values, codes in zip(found.columns, found.codes, strict=True)
    ]
    return [list(row) for row in zip(*columns, strict=True)]


def assert_as_calamine(path: Path) -> PackedCells:
    """What was read is what calamine reads, in the same place and of the same types."""
    found = read(path)
    assert found is not None, "not plain"
    sheet = load_workbook(str(path)).get_sheet_by_index(0)
    theirs = sheet.to_python(skip_empty_area=True)
    assert cells_of(found) == theirs
    assert [type(v) for own in cells_of(found) for v in own] == [type(v) for r in theirs for v in r]
    assert (found.first_row - 1, found.first_column - 1) == sheet.start
    assert found.merged == [
        (a[0] + 1, a[1] + 1, b[0] + 1, b[1] + 1) for a, b in sheet.merged_cell_ranges or []
    ]
    # In the order in which they first come: what is worked out from them does not depend on the way.
    assert [list(dict.fromkeys(codes)) for codes in found.codes] == [
        list(range(len(values))) for values in found.columns
    ]
    assert found.filled == sum(value != "" for row in theirs for value in row)
    return found


def row(number: int, *cells: str) -> str:
    """A row with cells from column A on; each as the text behind its address."""
    made = (f'<c r="{chr(65 + at)}{number}"{cell}' for at, cell in enumerate(cells) if cell)
    return f'<row r="{number}" spans="1:3">{"".join(made)}</row>'


def inline(text: str) -> str:
    return f' t="inlineStr"><is><t>{text}</t></is></c>'


PLAIN = (
    "><v>5</v></c>", ' t="n"><v>-5.50</v></c>', ' s="1"><v>1.6800000000000002E-2</v></c>',
    ' s="2" t="n"><v>0.1</v></c>', ' t="s"><v>0</v></c>', ' s="4" t="s"><v>1</v></c>',
    ' t="s"><v>2</v></c>', ' t="s"><v>3</v></c>', ' t="s"><v>4</v></c>', ' t="s"><v>5</v></c>',
    ' t="b"><v>1</v></c>', ' t="b"><v>0</v></c>', inline("Motor &amp; Geber"), inline("Ø 5 "),
    ' t="inlineStr"><is><t xml:space="preserve"> 5 </t></is></c>', ' t="str"><v> as is </v></c>',
    "><f>A1*2</f><v>10</v></c>", ' s="1"><f t="shared" ref="A1:A9" si="0">B1</f><v>3</v></c>',
    '><f t="shared" si="0"/><v>4</v></c>', ' t="str"><f>"x"&amp;B1</f><v>xy</v></c>',
    ' s="1"/>', ' s="3"></c>',
)  # fmt: skip


@pytest.mark.parametrize("cell", PLAIN)
def test_a_plain_cell_holds_what_calamine_says(tmp_path: Path, cell: str) -> None:
    rows = row(1, inline("Number"), inline("Name")) + row(2, cell, inline("a")) + row(3, "", cell)
    assert_as_calamine(package(tmp_path, rows + row(4, inline("z"), inline("z"))))


@pytest.mark.parametrize(
    "cell",
    [
        ' t="e"><v>#REF!</v></c>', "><f>A1</f></c>", ' t="str"><f>A1</f><v></v></c>', "><v></v></c>",
        ' s="3"><v>46000</v></c>', ' s="4" t="n"><v>46000.5</v></c>', ' s="9"><v>1</v></c>',
        ' t="s"><v>6</v></c>', ' t="s"><v>99</v></c>', ' t="d"><v>2026-01-01</v></c>',
        "><v>n/a</v></c>", "><v> 5 </v></c>", ' t="b"><v>true</v></c>', inline("a\rb"),
        inline("\xa05"), inline("_x0041_"), inline("&#160;"), inline("&#13;"), inline("&bad;"),
        inline(" "), ' t="inlineStr"><is><t/></is></c>', ' cm="1"><v>5</v></c>',
        ' t="inlineStr"><is><r><t>run</t></r></is></c>', "><v>5</v><extLst/></c>",
        "><!-- 5 --><v>5</v></c>", "><v>" + "9" * 40 + "</v></c>",
    ],
)  # fmt: skip
def test_a_sheet_with_any_other_cell_is_left_to_a_parser(tmp_path: Path, cell: str) -> None:
    assert read(package(tmp_path, row(1, inline("a")) + row(2, inline("b"), cell))) is None


@pytest.mark.parametrize(
    "rows",
    [
        row(2, inline("a")) + row(1, inline("b")), row(1, inline("a")) + row(1, inline("b")),
        row(1, inline("a")) + row(900_000, inline("b")), "<row><c><v>5</v></c></row>",
        '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A2"><v>1</v></c></row>', '<row r="1"><c r="A1"><v>1</v></c>x</row>',
        '<row r="1"><x/><c r="A1"><v>1</v></c></row>', "<!-- none --><row r='1'/>", "",
        row(1, ' s="1"/>'),
    ],
)  # fmt: skip
def test_rows_in_odd_order_or_without_a_cell_are_left_to_a_parser(
    tmp_path: Path, rows: str
) -> None:
    assert read(package(tmp_path, rows)) is None


def test_a_list_of_many_blocks_with_gaps_and_odd_rows(tmp_path: Path) -> None:
    """Rows of one shape, with others between them: titles, gaps, missing cells, and a text that
    holds the number of its own row before a quotation mark."""
    rows = [row(3, "", inline("Price list")), row(5, inline("No"), inline("Size"), inline("Price"))]
    for number in range(6, 9_000):
        size = f'{number}" x {number}' if number % 50 == 0 else f"size {number % 7}"
        price = "" if number % 97 == 0 else f"><v>{number / 4}</v></c>"
        if number % 1_000 != 1:
            rows.append(row(number, inline(f"P{number}"), inline(size), price))
    rows.append('<row r="9000" hidden="1"><c r="D9000" s="1"/></row><row r="9001"/>')
    rows.append('<row r="9002" ht="12"></row>')
    tail = '<mergeCells count="1"><mergeCell ref="A3:C3"/></mergeCells>'
    found = assert_as_calamine(package(tmp_path, "".join(rows), tail))
    assert (found.first_row, found.first_column, found.height) == (3, 1, 8_997)
    assert found.merged == [(3, 1, 3, 3)]


def test_most_of_a_long_list_is_split_not_taken_cell_by_cell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[int] = []
    each = plain_sheet.PlainReader._take_row

    def counted(*arguments: Any) -> list[bytes]:
        taken.append(1)
        return each(*arguments)

    monkeypatch.setattr(plain_sheet.PlainReader, "_take_row", counted)
    rows = "".join(
        row(n, inline(f"P{n}"), inline("Motor"), "><v>5</v></c>") for n in range(1, 9_000)
    )
    assert_as_calamine(package(tmp_path, rows))
    assert 0 < len(taken) < 5_000


@pytest.mark.parametrize(
    ("code", "is_number"),
    [
        (b"0.00", True), (b"#,##0.00\\ [$EUR]", True), (b"[Red]-0;[&gt;9]0", True), (b"0%", True),
        (b"&quot;days &quot;0", True), (b"_-* #,##0.00 _-", True), (b"0.00E+00", True), (b"@", True),
        (b"General", True), (b"yyyy-mm-dd", False), (b"[h]:mm", False), (b"[mm]", False),
        (b"d", False), (b"[$-407]d. mmm", False), (b"e", False), (b"", False), (b"AM/PM", False),
    ],
)  # fmt: skip
def test_a_format_is_told_from_one_of_days(code: bytes, is_number: bool) -> None:
    assert shows_number(code) is is_number
