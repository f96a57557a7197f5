"""Odd files of desks, last part: pages, what mail programs, phones, clouds and gateways make of a list, and names.

Written before it was looked at how any of them is read.
"""

# ruff: noqa: E501 - tables of files, one a line

import base64
import io
import struct
import tarfile
import zipfile
from typing import Literal

from tests.workbooks.binary import _ole as ole
from tests.workbooks.binary import make_xls
from tests.workbooks.hostile_parts import package
from tests.workbooks.odd_binaries import _file as made
from tests.workbooks.odd_parts import TABLE, WHOLE, book, content, html_rows, lines, odd, truth

KIND = "desk: envelope"
PAGE = "desk: page"
NAME = "desk: name"
CSV = lines()


# pages


def table(rows: str = "", more: str = "") -> str:
    return f"<table{more}>{rows or html_rows()}</table>"


def page(body: str, head: str = "") -> bytes:
    return f"<html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


def _nested() -> str:
    """Each cell holds a table of one cell, as old report servers lay pages out."""
    return table(
        "".join(
            "<tr>"
            + "".join(f"<td><table><tr><td>{v}</td></tr></table></td>" for v in row)
            + "</tr>"
            for row in TABLE
        )
    )


def _several(boundary: str = "----=_Next") -> bytes:
    """A web archive of Excel: a frame, two sheets, a style sheet."""
    sheets = (
        ("book.htm", page("<frameset><frame src='sheet001.htm'></frameset>")),
        ("sheet001.htm", page(table())),
        ("sheet002.htm", page(table(html_rows([["Notes"], ["none"]])))),
        ("stylesheet.css", b"td{color:red}"),
    )
    out = f'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="{boundary}"\r\n\r\n'.encode()
    for name, body in sheets:
        kind = "text/css" if name.endswith("css") else "text/html; charset=utf-8"
        out += f"--{boundary}\r\nContent-Location: file:///C:/x/{name}\r\nContent-Transfer-Encoding: base64\r\nContent-Type: {kind}\r\n\r\n".encode()
        out += base64.encodebytes(body) + b"\r\n"
    return out + f"--{boundary}--\r\n".encode()


LAYOUT = "<table><tr><td colspan=2>Supplier portal</td></tr><tr><td>Home<br>Orders<br>Help</td><td>{}</td></tr><tr><td colspan=2>Copyright</td></tr></table>"
FORMULA = '<td x:num="1200" x:fmla="=D3*2">1.200</td>'
# fmt: off
odd("table_in_every_cell.xls", PAGE, "OPEN", lambda: page(_nested()))
odd("table_in_a_portal.xls", PAGE, "OPEN", lambda: page(LAYOUT.format(table())))
odd("three_tables_deep.xls", PAGE, "OPEN", lambda: page(f"<table><tr><td>{LAYOUT.format(table())}</td></tr></table>"))
odd("sums_above_the_table.xls", PAGE, "OPEN", lambda: page(table("<tr><td>Rows</td><td>4</td></tr><tr><td>Currency</td><td>EUR</td></tr>") + table()))
odd("template_with_script.xls", PAGE, "OPEN", lambda: page("<script>var t='<table><tr><td>Part Number</td></tr></table>';</script>" + table()))
odd("head_and_foot_of_table.html", PAGE, "OPEN", lambda: page(table(f"<thead>{html_rows(TABLE[:1], 'th')}</thead><tbody>{html_rows(TABLE[1:])}</tbody><tfoot><tr><td>Total</td><td></td><td></td><td>1270</td><td></td></tr></tfoot>")))
odd("foot_before_body.html", PAGE, "OPEN", lambda: page(table(f"<thead>{html_rows(TABLE[:1], 'th')}</thead><tfoot><tr><td>Total</td><td></td><td></td><td>1270</td><td></td></tr></tfoot><tbody>{html_rows(TABLE[1:])}</tbody>")))
odd("rows_of_divs.html", PAGE, "E_NO_TABLE_OR_E_NOT_SPREADSHEET_OR_OPEN", lambda: page("".join("<div class=row>" + "".join(f"<div>{v}</div>" for v in row) + "</div>" for row in TABLE)), None)
odd("filled_form_of_a_portal.html", PAGE, "OPEN_OR_E_NO_TABLE", lambda: page(table("".join("<tr>" + "".join(f"<td><input type=text value='{v}'></td>" for v in row) + "</tr>" for row in TABLE))), None)
odd("numbers_with_their_formulas.xls", PAGE, "OPEN", lambda: page(table(html_rows().replace("<td>1200</td>", FORMULA)), "<meta name=ProgId content=Excel.Sheet>"))
odd("archive_of_two_sheets.mht", PAGE, "OPEN", _several)
odd("archive_of_two_sheets.xls", PAGE, "OPEN", _several)
odd("page_of_a_mail.html", PAGE, "OPEN", lambda: page("<p>Dear Anna,</p><p>as agreed:</p>" + table(html_rows().replace("<td>", "<td><p class=MsoNormal><span>").replace("</td>", "<o:p></o:p></span></p></td>")) + "<p>Regards<br>Bob</p><table><tr><td>Bob Smith</td><td>Sales</td></tr></table>"))
odd("link_around_each_number.html", PAGE, "OPEN", lambda: page(table(html_rows().replace("<td>K-", "<td><a href='http://127.0.0.1:9/'>K-").replace("</td><td>", "</a></td><td>", 0))))
odd("error_404.xls", PAGE, "E_NO_TABLE_OR_E_NOT_SPREADSHEET", lambda: page("<h1>404 Not Found</h1><p>nginx</p>"), ())
odd("session_over.xls", PAGE, "E_NO_TABLE_OR_E_NOT_SPREADSHEET", lambda: page("<form action='/login'><table><tr><td>User</td><td><input name=u></td></tr><tr><td>Password</td><td><input name=p></td></tr></table></form>"), ())


# envelopes


def _tar(how: Literal["w", "w:gz"]) -> bytes:
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode=how) as out:
        for name, part in (("list.csv", CSV.encode()), ("list.xlsx", book())):
            entry = tarfile.TarInfo(name)
            entry.size = len(part)
            out.addfile(entry, io.BytesIO(part))
    return raw.getvalue()


def _locked_zip() -> bytes:
    raw = bytearray(package({"list.xlsx": book()}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + at] |= 1
    return bytes(raw)


def _attached() -> bytes:
    body = base64.encodebytes(book())
    return b"From: a@example.com\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=xx\r\n\r\n--xx\r\nContent-Type: text/plain\r\n\r\nHello\r\n--xx\r\nContent-Type: application/octet-stream; name=list.xlsx\r\nContent-Transfer-Encoding: base64\r\n\r\n" + body + b"\r\n--xx--\r\n"


def _apple_double() -> bytes:
    return b"\0\5\x16\7\0\2\0\0Mac OS X        \0\2\0\0\0\x09\0\0\0\x32\0\0\0\xb0" + bytes(120) + b"com.apple.quarantine\0q/0081;64"


def _twice() -> bytes:
    """Two downloads of one list written behind each other."""
    return book() + book()


def _half_of_an_upload() -> bytes:
    raw = book()
    return raw[: len(raw) // 2] + bytes(len(raw) - len(raw) // 2)


def _text_mode() -> bytes:
    """What FTP in text mode makes of a package."""
    return book().replace(b"\n", b"\r\n")


def _as_text_of_bytes() -> bytes:
    """A package that a script read as text and wrote as UTF-8."""
    return book().decode("latin-1").encode("utf-8")


def _base64(head: str = "") -> bytes:
    return head.encode() + base64.encodebytes(book())


odd("list_and_workbook.tar", KIND, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED", lambda: _tar("w"), ())
odd("list_and_workbook.tar.gz", KIND, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED", lambda: _tar("w:gz"), ())
odd("workbook_in_locked_zip.zip", KIND, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED_OR_E_ENCRYPTED", _locked_zip, ())
odd("three_books_in_zip.zip", KIND, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED", lambda: package({f"plant {n}/list.xlsx": book() for n in range(3)}), ())
odd("mail_with_workbook.eml", KIND, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED_OR_E_NO_TABLE", _attached, ())
odd("mail_of_outlook.msg", KIND, "E_NOT_SPREADSHEET", lambda: ole("__properties_version1.0", bytes(4096)), ())
odd("mail_of_outlook.xlsx", KIND, "E_NOT_SPREADSHEET", lambda: ole("__nameid_version1.0", bytes(4096)), ())
odd("drawing_of_visio.xls", KIND, "E_NOT_SPREADSHEET", lambda: ole("VisioDocument", bytes(4096)), ())
odd("winmail.dat", KIND, "E_NOT_SPREADSHEET", lambda: b"\x78\x9f\x3e\x22\x01\x00" + bytes(range(1, 200)) * 6, ())
odd("signed_mail.p7m", KIND, "E_NOT_SPREADSHEET", lambda: b"\x30\x82\x10\x00\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x82" + bytes(range(256)) * 8, ())
odd("apple_double.xlsx", KIND, "E_NOT_SPREADSHEET", _apple_double, ())
odd("._list.xlsx", KIND, "E_NOT_SPREADSHEET_OR_E_LOCK_FILE", _apple_double, ())
odd("~$preise.xlsm", KIND, "E_LOCK_FILE", lambda: b"\x04Anna" + b" " * 50 + b"A\0n\0n\0a\0" + b" \0" * 50, ())
odd("not_yet_here.xlsx", KIND, "E_TRUNCATED_OR_E_NOT_SPREADSHEET_OR_E_EMPTY", lambda: bytes(18_000), ())
odd("not_yet_here.csv", KIND, "E_TRUNCATED_OR_E_NOT_SPREADSHEET_OR_E_EMPTY", lambda: bytes(400), ())
odd("half_of_an_upload.xlsx", KIND, "E_TRUNCATED", _half_of_an_upload, ())
odd("still_loading.xlsx.crdownload", KIND, "E_TRUNCATED", lambda: book()[:1500], ())
odd("written_twice.xlsx", KIND, "OPEN_OR_E_CORRUPT", _twice)
odd("text_mode_of_ftp.xlsx", KIND, "E_CORRUPT_OR_E_TRUNCATED_OR_OPEN", _text_mode)
odd("read_as_text_by_a_script.xlsx", KIND, "E_CORRUPT_OR_E_TRUNCATED_OR_E_NOT_SPREADSHEET", _as_text_of_bytes, ())
odd("as_base64.xlsx", KIND, "E_NOT_SPREADSHEET_OR_E_NO_TABLE_OR_E_UNSUPPORTED", _base64, ())
odd("as_data_address.xlsx", KIND, "E_NOT_SPREADSHEET_OR_E_NO_TABLE_OR_E_UNSUPPORTED", lambda: _base64("data:application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;base64,"), ())
odd("protected_by_rights.xlsx", KIND, "E_ENCRYPTED", lambda: ole("EncryptedPackage", bytes(4096)), ())
odd("uniform_office.uos", KIND, "E_UNSUPPORTED_OR_E_NOT_SPREADSHEET", lambda: b'<?xml version="1.0" encoding="UTF-8"?>\n<uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof" uof:mimetype="vnd.uof.spreadsheet"/>', ())
odd("openoffice_1.sxc", KIND, "E_UNSUPPORTED", lambda: package({"mimetype": "application/vnd.sun.xml.calc", "content.xml": "<office:document-content/>"}), ())
odd("planmaker.pmdx", KIND, "OPEN", book, sheets=1)
odd("workbook_of_97_with_tail.xls", KIND, "OPEN", lambda: made(make_xls) + b"\r\n" * 40)
odd("database_of_dbase.dbf", KIND, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED", lambda: b"\x03\x7e\x0b\x1a" + struct.pack("<IHH", 2, 65, 20) + bytes(20) + b"PARTNO".ljust(11, b"\0") + b"C" + bytes(20) + b"\r" + b" 00471-B            ", ())
odd("workspace_folder_only.xlsx", KIND, "E_MISSING_PART_OR_E_NOT_SPREADSHEET_OR_E_UNSUPPORTED", lambda: package({"xl/": b"", "_rels/": b""}), ())
odd("book_in_book.xlsx", KIND, "OPEN", lambda: package(content() | {"xl/embeddings/Microsoft_Excel_Sheet1.xlsx": book()}), sheets=1)
odd("folder_of_sheets.xlsx", KIND, "OPEN_OR_E_MISSING_PART_OR_E_NOT_SPREADSHEET", lambda: package({f"list_extracted/{n}": p for n, p in content().items()}))


# names

odd("料号清单 🧲 2026.xlsx", NAME, "OPEN", book, sheets=1)
odd("-list.csv", NAME, "OPEN", CSV.encode)
odd(".xlsx", NAME, "OPEN", book, sheets=1)
odd("list", NAME, "OPEN", book, sheets=1)
odd("list.", NAME, "OPEN", CSV.encode)
odd("list.xlsx ", NAME, "OPEN", book, sheets=1)
odd("list.xlsx.csv", NAME, "OPEN", book, sheets=1)
odd("preis%20liste {0} %s.xlsx", NAME, "OPEN", book, sheets=1)
odd("a\u202excslx.exe", NAME, "OPEN", book, sheets=1)
odd("two\nlines.csv", NAME, "OPEN", CSV.encode)
odd("'quoted' \"list\" & <co>.csv", NAME, "OPEN", CSV.encode)
odd("n" * 240 + ".csv", NAME, "OPEN", CSV.encode)
odd("CON.csv", NAME, "OPEN", CSV.encode)
odd("Gro\u0308\u00dfe.xlsx", NAME, "OPEN", book, sheets=1)
odd("list.xlsx#gid=0", NAME, "OPEN", book, sheets=1)
odd("copy of list (2) - Kopie.final_v3.XLSX", NAME, "OPEN", book, sheets=1)
assert truth() == WHOLE
assert zipfile.is_zipfile(io.BytesIO(book()))
# fmt: on
