"""Pages, web archives and XML of spreadsheets that mean harm."""

from tests.workbooks.hostile_parts import ANY, HTML_LIST, OPEN, hostile, html


@hostile("rowspan_million.xls", OPEN)
def _rowspan() -> bytes:
    return html(HTML_LIST + '<tr><td rowspan="1000000" colspan="1000000">x</td></tr>')


@hostile("rowspans_that_push_each_other.xls", "E_TOO_LARGE")
def _rowspans() -> bytes:
    row = "<tr>" + '<td rowspan="2000" colspan="200">x</td>' * 30 + "</tr>"
    return html(HTML_LIST + row * 300)


@hostile("colspan_everywhere.xls", ANY)
def _colspan() -> bytes:
    return html(HTML_LIST + '<tr><td colspan="16384">x</td></tr>' * 3_000)


@hostile("tables_in_tables.xls", OPEN)
def _tables() -> bytes:
    return html(HTML_LIST + "<tr><td><table>" * 30_000)


@hostile("page_that_fetches.xls", OPEN)
def _fetches() -> bytes:
    more = '<img src="http://127.0.0.1:9/x.png"><script src="file:///etc/hostname"></script>'
    return b'<html><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">' + html(
        HTML_LIST.replace("Magnet", f"Magnet{more}")
    )


@hostile("foreign_parts.mht", OPEN, "E_NOT_SPREADSHEET")
def _foreign() -> bytes:
    lines = [
        "MIME-Version: 1.0", 'Content-Type: multipart/related; boundary="b"', "", "--b",
        "Content-Type: application/octet-stream", "Content-Transfer-Encoding: base64", "",
        "TVqQAAMAAAAEAAAA", "--b", "Content-Type: text/html; charset=utf-8", "",
        html(HTML_LIST).decode(), "--b--",
    ]  # fmt: skip
    return "\r\n".join(lines).encode()


@hostile("parts_in_parts.mht", ANY)
def _nested_parts() -> bytes:
    head = "MIME-Version: 1.0\r\n"
    inner = f"Content-Type: text/html\r\n\r\n{html(HTML_LIST).decode()}\r\n"
    for n in range(400):
        inner = (
            f'Content-Type: multipart/related; boundary="b{n}"\r\n\r\n--b{n}\r\n{inner}--b{n}--\r\n'
        )
    return (head + inner).encode()


@hostile("index_beyond.xml", ANY)
def _index() -> bytes:
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{name}" xmlns:ss="{name}"><Worksheet ss:Name="a">'
        '<Table><Row ss:Index="2147483647"><Cell ss:Index="2147483647" ss:MergeAcross="2147483647">'
        '<Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>'
    ).encode()
