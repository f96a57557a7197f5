"""Rows that are copied: what a spreadsheet and a mail get of them."""

import re
import subprocess
import sys
from datetime import date

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.table_copy import as_html
from desktop_app.ui.table_data import Column, TableData
from desktop_app.ui.table_view import TableView


def test_a_copy_is_a_table_for_a_spreadsheet_and_for_a_mail(qtbot: QtBot) -> None:
    view = TableView()
    qtbot.addWidget(view)
    data = TableData(
        (Column("name", "N<>", ["=1+1", "a & b"], np.array([0, 1], np.int32)),),
        np.arange(2, dtype=np.int64),
    )
    view.show_data(data, data.order)
    view.selectAll()
    view.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "N<>\n'=1+1\na & b\n"
    as_text = """<td sdnum="1033;0;@" style='mso-number-format:"\\@"'>"""
    assert (
        f"<tr><th>N&lt;&gt;</th></tr><tr>{as_text}=1+1</td></tr><tr>{as_text}a &amp; b</td></tr>"
        in copied.html()
    )


def pasted(*columns: Column) -> list[str]:
    """The cells that a spreadsheet gets of one row, without their titles."""
    html = as_html(TableData(columns, np.arange(1)), np.arange(1), range(len(columns)))
    return re.findall(r"<td .*?</td>", html)


def one(words: str, amount: float | None = None, is_day: bool = False) -> Column:
    amounts = None if amount is None else [amount]
    return Column("x", "X", [words], np.zeros(1, np.int32), amounts=amounts, is_day=is_day)


@pytest.mark.parametrize(
    ("words", "amount", "form"),
    [
        ("17.400 EUR", 17400.0, r"#,##0\\ \\E\\U\\R"),
        ("17,400 EUR", 17400.0, r"#,##0\\ \\E\\U\\R"),
        ("17\u202f400 EUR", 17400.0, r"#,##0\\ \\E\\U\\R"),
        ("0,25 EUR", 0.25, r"#,##0.00\\ \\E\\U\\R"),
        ("2", 2.0, "#,##0"),
    ],
)
def test_an_amount_is_a_number_in_a_spreadsheet(words: str, amount: float, form: str) -> None:
    [cell] = pasted(one(words, amount))
    assert f'x:num="{amount:g}"' in cell
    assert f'mso-number-format:"{form}"' in cell
    assert cell.endswith(f">{words}</td>")
    assert ("sdval" in cell) == (words == "2")  # LibreOffice would forget the currency


@pytest.mark.parametrize(
    ("words", "amount"),
    [("000000000010004711", None), ("3-4", None), ("1,2 Mio. EUR", 1_200_000.0),
     ("2 of 3", 2.0), ("-5", -5.0), ("", 5.0)],
)  # fmt: skip
def test_what_is_no_amount_stays_a_text(words: str, amount: float | None) -> None:
    assert pasted(one(words, amount)) == [
        f"""<td sdnum="1033;0;@" style='mso-number-format:"\\@"'>{words}</td>"""
    ]


def test_a_day_is_a_day_in_excel_and_keeps_its_width() -> None:
    day = float(date(2027, 1, 5).toordinal())
    wide, sure = pasted(
        one("05.01.2027 ±5 T", day, is_day=True), one("5 Jan 2027", day, is_day=True)
    )
    assert 'x:num="46392"' in wide
    assert 'x:num="46392"' in sure
    assert r'"yyyy-mm-dd\\ \\±\\5\\ \\T"' in wide
    assert '"yyyy-mm-dd"' in sure
    assert ">05.01.2027 ±5 T</td>" in wide


def test_a_heading_of_a_group_is_a_text_in_the_first_cell() -> None:
    data = TableData((one("2", 2.0), one("3", 3.0)), np.arange(1))
    html = as_html(data, np.array([-1, 0]), (0, 1), lambda _row: "Yao, 1 part")
    first, second = re.findall(r"<tr><td.*?</tr>", html)
    assert "Yao, 1 part" in first
    assert "x:num" not in first
    assert second.count("x:num") == 2


def test_a_program_that_ends_with_copied_rows_on_the_clipboard_ends_well() -> None:
    """The clipboard outlives Python: what lies on it must not be Python's."""
    script = (
        "from PySide6.QtWidgets import QApplication\n"
        "from desktop_app.ui.table_copy import as_mime\n"
        "app = QApplication(['x'])\n"
        "app.clipboard().setMimeData(as_mime('A\\tB', '<b>A</b>'))\n"
        "kept = app.clipboard().mimeData()\n"
        "print(sorted(kept.formats()), kept.text(), kept.html())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=False, capture_output=True, text=True
    )
    assert done.stdout == "['text/html', 'text/plain'] A\tB <b>A</b>\n"
    assert done.returncode == 0
