"""Odd files, the held-out half of the sixth collection: written with the others, run once after them."""

# ruff: noqa: E501 - tables of files, one a line

import gzip
from collections.abc import Callable

from tests.workbooks.desk_books import Cells, of, one, sheets
from tests.workbooks.hostile_parts import package
from tests.workbooks.odd_documents import ods, ods_rows, page, x2003, x2003_cell, x2003_rows
from tests.workbooks.odd_parts import (
    HEADS,
    LIST,
    TABLE,
    WHOLE,
    book,
    content,
    html_rows,
    lines,
    odd,
    xml_rows,
)  # fmt: skip

KIND = "twisted, held out"
CSV = lines()


def _bytes(text: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    return lambda: text.encode(encoding)


def _with(changes: dict[tuple[int, int], float | str | None]) -> Callable[[], bytes]:
    return one([[changes.get((r, c), v) for c, v in enumerate(row)] for r, row in enumerate(TABLE)])


def _merged_numbers() -> bytes:
    """A part that is bought from two countries: its number is merged over two rows."""
    rows: Cells = [
        HEADS,
        ("A-1", "Ring magnet", "China", 10, 1.0),
        (None, None, "Japan", 20, 1.5),
        ("A-2", "Bracket", "Italy", 5, 2.0),
    ]
    merged = '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/></mergeCells>'
    return sheets(("Sheet1", of(rows, behind=merged)))


def _grouped_headings() -> bytes:
    rows: Cells = [["Item", None, "Commercial", None, None], [*HEADS], *LIST]
    return sheets(
        (
            "Sheet1",
            of(
                rows,
                behind='<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="C1:E1"/></mergeCells>',
            ),
        )
    )


# fmt: off
odd("numbers_of_powers_with_signs.xlsx", KIND, "OPEN", _with({(1, 0): "1E+3", (2, 0): "2.5E4-X"}), None)
odd("joiners_in_headings.xlsx", KIND, "OPEN", _with({(0, 0): "Part\u2060 Number", (0, 3): "Quan\u00adtity"}))
odd("pieces_with_a_hard_blank.xlsx", KIND, "OPEN", _with({(1, 3): "1\u202f200"}))
odd("pieces_with_a_tilde.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING", _with({(1, 3): "~1200"}), None)
odd("price_with_its_unit.xlsx", KIND, "OPEN", _with({(1, 4): "0.35 EUR/Stk"}))
odd("price_included_elsewhere.xlsx", KIND, "OPEN", _with({(2, 4): "incl."}), (WHOLE[0], ("K-22", "DE", 50.0, None), *WHOLE[2:]))
odd("country_with_a_question.xlsx", KIND, "OPEN_OR_OPEN_WITH_WARNING", _with({(1, 2): "China?"}), (("00471-B", None, 1200.0, 0.35), *WHOLE[1:]))
odd("numbers_merged_over_two_rows.xlsx", KIND, "OPEN", _merged_numbers, (("A-1", "CN", 10.0, 1.0), ("A-1", "JP", 20.0, 1.5), ("A-2", "IT", 5.0, 2.0)))
odd("headings_in_groups.xlsx", KIND, "OPEN", _grouped_headings)
odd("two_hidden_rows_above.xlsx", KIND, "OPEN", lambda: book('<row r="1" hidden="1"><c r="A1" t="inlineStr"><is><t>export v3</t></is></c></row><row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>matnr</t></is></c><c r="B2" t="inlineStr"><is><t>maktx</t></is></c></row>' + xml_rows(TABLE, 3)))
odd("formulas_of_blanks_to_the_right.xlsx", KIND, "OPEN", lambda: book("".join(row + "".join(f'<c r="{c}{n}" t="str"><f>""</f><v></v></c>' for c in ("G", "H", "I")) + "</row>" for n, row in enumerate(xml_rows(TABLE).split("</row>")[:-1], start=1))))
odd("note_row_in_capitals_between.xlsx", KIND, "OPEN", one([*TABLE[:3], ["*** NEW PARTS ***", None, None, None, None], *TABLE[3:]]))
odd("cover_with_a_table_of_contents.xlsx", KIND, "OPEN", lambda: sheets(("Contents", of([["Sheet", "Title"], ["1", "Contents"], ["2", "Parts"]])), ("Parts", of(TABLE))), sheets=2)
odd("theme_is_broken.xlsx", KIND, "OPEN", lambda: package({**content(), "xl/theme/theme1.xml": "<a:theme"}))
odd("comments_without_author.xlsx", KIND, "OPEN", lambda: package({**content(), "xl/comments1.xml": "<comments><commentList/></comments>"}))
odd("countries_in_a_value_of_a_list.ods", KIND, "OPEN", lambda: ods(ods_rows().replace('office:value-type="string"><text:p>China', 'office:value-type="string" office:string-value="China"><text:p>Chin')))
odd("empty_rows_first_2003.xls", KIND, "OPEN", lambda: x2003("<Row/><Row/><Row/>" + x2003_rows()))
odd("cells_of_formulas_with_errors_2003.xls", KIND, "OPEN_WITH_WARNING", lambda: x2003(x2003_rows().replace(x2003_cell("Japan"), '<Cell ss:Formula="=R[9]C"><Data ss:Type="Error">#REF!</Data></Cell>')), None)
odd("page_with_sorted_headings.xls", KIND, "OPEN", lambda: page(html_rows().replace("<td>Quantity</td>", "<td><a href='?sort=q'>Quantity</a> ▲▼</td>")))
odd("page_with_select_in_cells.xls", KIND, "OPEN", lambda: page(html_rows().replace("<td>China</td>", "<td><select><option>Japan</option><option selected>China</option></select></td>")))
odd("header_and_trailer_records.txt", KIND, "OPEN", _bytes("00|PARTS|20261127\n" + lines("|", decimal=".") + "99|000004\n"))
odd("rows_affected_below.csv", KIND, "OPEN", _bytes(CSV + "\n(4 rows affected)\n"))
odd("prompt_of_a_shell_before.txt", KIND, "OPEN", _bytes("C:\\Users\\buyer> type parts.csv\n" + CSV))
odd("cbor.csv", KIND, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED_OR_E_NO_TABLE", lambda: b"\xd9\xd9\xf7\x82\xa4" + bytes(range(200, 256)) * 20, ())
odd("list_in_gzip_named_xlsx.xlsx", KIND, "OPEN_OR_E_UNSUPPORTED_OR_E_NOT_SPREADSHEET", lambda: gzip.compress(book()))
