"""Odd files of desks, third part: text that programs print, export and mail.

Written before it was looked at how any of them is read.
"""

# ruff: noqa: E501 - tables of files, one a line

import base64
import gzip
import quopri
from collections.abc import Callable, Sequence

from tests.workbooks.odd_parts import HEADS, LIST, TABLE, WHOLE, lines, odd, truth

KIND = "desk: text"
CSV = lines()
COMMAS = lines(",", decimal=".")
WIDTHS = (16, 24, 19, 10, 12)


def data(text: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    return lambda: text.encode(encoding)


def padded(rows: Sequence[Sequence[object]] = TABLE, bar: str = "", point: str = ".") -> list[str]:
    """Rows in columns of fixed width."""
    out = []
    for row in rows:
        texts = [str(v).replace(".", point) if isinstance(v, float) else str(v) for v in row]
        cut = [
            t.ljust(w) if n < 3 else t.rjust(w)
            for n, (t, w) in enumerate(zip(texts, WIDTHS, strict=True))
        ]
        out.append(f"{bar}{bar.join(cut)}{bar}".rstrip())
    return out


def ruled(mark: str = "-", cross: str = "+") -> str:
    return cross + cross.join(mark * w for w in WIDTHS) + cross


def _mysql() -> str:
    rows = padded(bar="|")
    return "\n".join(
        [ruled(), rows[0], ruled(), *rows[1:], ruled(), "4 rows in set (0.00 sec)", ""]
    )


def _psql() -> str:
    rows = [" " + " | ".join(map(str, row)) for row in TABLE]
    return "\n".join([rows[0], "-----+-----+-----+-----+-----", *rows[1:], "(4 rows)", ""])


def _sap_pages() -> str:
    """A spool list: the heading again on each page, page numbers, a line of dashes."""
    bar, rows = "-" * 87, padded(bar="|", point=",")
    head = ["Bestandsliste                                  Seite {}", bar, rows[0], bar]
    pages = []
    for page, at in enumerate((slice(1, 3), slice(3, 5)), start=1):
        pages += [head[0].format(page), *head[1:], *rows[at], bar, ""]
    return "\r\n".join(pages)


def _sqlplus() -> str:
    rows = padded()
    rule = " ".join("-" * (w - 1) for w in WIDTHS)
    return "\n".join(
        ["", rows[0], rule, *rows[1:3], "", rows[0], rule, *rows[3:], "", "4 rows selected.", ""]
    )


def _spool() -> str:
    rows = padded()
    return "".join(
        f" PGM: PUR410    PAGE {n}   26/11/26\n{rows[0]}\n\n" + "\n".join(rows[part]) + "\n\f"
        for n, part in ((1, slice(1, 3)), (2, slice(3, 5)))
    )


def _mail(name: str, how: str) -> bytes:
    body = (
        base64.encodebytes(CSV.encode()) if how == "base64" else quopri.encodestring(CSV.encode())
    )
    return (
        b"From: a@example.com\r\nTo: b@example.com\r\nSubject: list\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=xx\r\n\r\n--xx\r\nContent-Type: text/plain\r\n\r\nHello, here is the list.\r\n--xx\r\nContent-Type: text/csv; name="
        + name.encode()
        + b"\r\nContent-Transfer-Encoding: "
        + how.encode()
        + b"\r\n\r\n"
        + body
        + b"\r\n--xx--\r\n"
    )


def _quoted(rows: Sequence[Sequence[object]] = TABLE, mark: str = '"', separator: str = ";") -> str:
    return "".join(
        separator.join(
            f"{mark}{str(v).replace('.', ',') if isinstance(v, float) else v}{mark}" for v in row
        )
        + "\n"
        for row in rows
    )


def _swiss(value: object) -> str:
    return "1'200" if value == 1200 else str(value)


def _umlaut(encoding: str) -> Callable[[], bytes]:
    text = CSV.replace("Mounting plate", "Befestigungsplatte für Türöffner, Größe 5 ß")
    return data(text, encoding)


MOJIBAKE = CSV.replace("Mounting plate", "Größe").encode().decode("cp1252").encode()
MARKDOWN = (
    "| "
    + " | ".join(HEADS)
    + " |\n|---|---|---|---:|---:|\n"
    + "".join("| " + " | ".join(map(str, row)) + " |\n" for row in LIST)
)
ORG = MARKDOWN.replace("|---|---|---|---:|---:|", "|---+---+---+---+---|")
BOXES = "".join("│" + "│".join(map(str, row)) + "│\n" for row in TABLE)
YAML = "".join(
    f"- part_number: {row[0]}\n  description: {row[1]}\n  quantity: {row[3]}\n" for row in LIST
)
TURNED = CSV.replace("Ring magnet N42SH", "Ring magnet\tN42SH")
PRE_TAX = "# exported 2026-11-26\n# user: anna\n#\n"
# fmt: off
odd("mysql.txt", KIND, "OPEN", data(_mysql()))
odd("psql.txt", KIND, "OPEN", data(_psql()))
odd("sqlplus.lst", KIND, "OPEN_OR_OPEN_WITH_WARNING", data(_sqlplus()))
odd("sap_spool_of_two_pages.txt", KIND, "OPEN", data(_sap_pages()))
odd("spool_of_a_midrange.txt", KIND, "OPEN_OR_OPEN_WITH_WARNING", data(_spool()))
odd("markdown.md", KIND, "OPEN", data(MARKDOWN))
odd("markdown.csv", KIND, "OPEN", data(MARKDOWN))
odd("org_table.txt", KIND, "OPEN", data(ORG))
odd("box_drawing.txt", KIND, "OPEN", data(BOXES))
odd("box_drawing_of_dos.txt", KIND, "OPEN_OR_OPEN_WITH_WARNING", data(BOXES, "cp850"))
odd("comments_before.csv", KIND, "OPEN", data(PRE_TAX + CSV))
odd("types_of_powershell.csv", KIND, "OPEN", data("#TYPE System.Data.DataRow\r\n" + _quoted(separator=",").replace(',"0,', ',"0.').replace('"129,5"', '"129.5"').replace('"4,25"', '"4.25"')))
odd("tab_in_quotes.txt", KIND, "OPEN", data(_quoted(separator="\t").replace("Ring magnet", "Ring\tmagnet")))
odd("tab_in_a_cell.csv", KIND, "OPEN", data(TURNED))
odd("decimal_comma_in_quotes.csv", KIND, "OPEN", data(_quoted(separator=",")))
odd("single_quotes.csv", KIND, "OPEN", data(_quoted(mark="'")))
odd("typographic_quotes.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", data("".join(";".join(f"“{v}”" if isinstance(v, str) else str(v).replace(".", ",") for v in row) + "\n" for row in TABLE)), None)
odd("blank_before_quotes.csv", KIND, "OPEN", data(_quoted(separator='; ')))
odd("line_break_in_heading.csv", KIND, "OPEN", data(_quoted().replace("Country of Origin", "Country\nof Origin")))
odd("semicolon_behind_heading_only.csv", KIND, "OPEN", data(CSV.replace("Unit Price\n", "Unit Price;\n")))
odd("semicolon_behind_rows_only.csv", KIND, "OPEN", data("".join(line + (";" if n else "") + "\n" for n, line in enumerate(CSV.splitlines()))))
odd("heading_again_and_again.csv", KIND, "OPEN", data(lines(rows=(TABLE[0], TABLE[1], TABLE[0], TABLE[2], TABLE[0], *TABLE[3:]))))
odd("swiss_thousands.csv", KIND, "OPEN", data("".join(";".join(map(_swiss, row)) + "\n" for row in TABLE)))
odd("blank_thousands.csv", KIND, "OPEN", data(CSV.replace("1200", "1 200")))
odd("narrow_blank_thousands.csv", KIND, "OPEN", data(CSV.replace("1200", "1\u202f200")))
odd("units_in_cells.csv", KIND, "OPEN", data("".join(";".join((*map(str, row[:3]), f"{row[3]} pcs", f"{row[4]} EUR".replace(".", ","))) + "\n" if n else ";".join(map(str, row)) + "\n" for n, row in enumerate(TABLE))))
odd("escaped_line_breaks.csv", KIND, "OPEN", data(CSV.replace("Ring magnet N42SH", "Ring magnet\\nN42SH")))
# Its truth was wrong at first: the ";" of an entity is a separator here like any other.
odd("entities_in_csv.csv", KIND, "OPEN_WITH_WARNING", data(CSV.replace("Ring magnet N42SH", "Ring magnet &amp; N42SH &#8364;")), None, warnings=("W_UNREADABLE",))
odd("umlauts_of_a_mac.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", _umlaut("mac_roman"))
odd("umlauts_of_dos.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", _umlaut("cp850"))
odd("umlauts_latin9_euro.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", data(CSV.replace("Mounting plate", "Größe 5 €"), "iso-8859-15"))
odd("umlauts_read_twice.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", lambda: MOJIBAKE)
odd("vietnamese.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", data(CSV.replace("Mounting plate", "Nam châm đơn, loi ô tô dư"), "cp1258"))
odd("baltic.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", data(CSV.replace("Mounting plate", "Žiedinis magnetas ąčęėįšųūž"), "cp1257"))
odd("half_width_kana.csv", KIND, "OPEN", data(CSV.replace("Mounting plate", "ﾈｵｼﾞﾑ磁石ﾘﾝｸﾞ"), "cp932"), texts=("ﾈｵｼﾞﾑ磁石ﾘﾝｸﾞ",))
odd("utf16_of_odd_length.txt", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_TRUNCATED", lambda: b"\xff\xfe" + lines("\t").encode("utf-16-le") + b"\n")
odd("utf16_without_mark_big.txt", KIND, "OPEN", data(lines("\t"), "utf-16-be"))
odd("utf8_cut_in_a_sign.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", lambda: (CSV + "K-25;Größe").encode()[:-2], None)
odd("one_line_and_its_heading.csv", KIND, "OPEN", data(lines(rows=TABLE[:2])), truth(LIST[:1]))
odd("one_line_no_end.csv", KIND, "OPEN", data(lines(rows=TABLE[:2]).rstrip()), truth(LIST[:1]))
odd("no_heading_at_all.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_NO_TABLE", data(lines(rows=LIST)), None)
odd("names_and_values.txt", KIND, "E_NO_TABLE_OR_OPEN", data("Part Number: 00471-B\nDescription: Ring magnet N42SH\nCountry of Origin: China\nQuantity: 1200\nUnit Price: 0.35\n"), None)
odd("group_separators.dat", KIND, "OPEN_OR_E_CSV_OR_E_NO_TABLE", data("\x1e".join("\x1f".join(map(str, row)) for row in TABLE)), None)
odd("separators_of_two_signs.txt", KIND, "OPEN_OR_E_CSV_OR_E_NO_TABLE", data(lines("||", decimal=".")))
odd("yaml.csv", KIND, "E_NO_TABLE_OR_E_NOT_SPREADSHEET_OR_E_CSV", data(YAML), ())
odd("program_text.csv", KIND, "E_NO_TABLE_OR_E_NOT_SPREADSHEET_OR_E_CSV", data("Sub Export()\n  For i = 1 To 10\n    Cells(i, 1) = i\n  Next\nEnd Sub\n"), ())
odd("settings.csv", KIND, "E_NO_TABLE_OR_E_NOT_SPREADSHEET_OR_E_CSV", data("[general]\nname=parts\npath=C:\\lists\n\n[mail]\nto=x\n"), ())
odd("mail_with_list_base64.eml", KIND, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED_OR_E_NO_TABLE_OR_OPEN", lambda: _mail("list.csv", "base64"))
odd("mail_with_list_quoted.eml", KIND, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED_OR_E_NO_TABLE_OR_OPEN", lambda: _mail("list.csv", "quoted-printable"))
odd("large_file_pointer.xlsx", KIND, "E_NO_TABLE_OR_E_NOT_SPREADSHEET", data("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n"), ())
odd("sheet_in_the_cloud.gsheet", KIND, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED", data('{"":"WARNING! DO NOT EDIT THIS FILE!","doc_id":"1AbC","resource_key":"","email":"a@example.com"}'), ())
odd("access_denied.xlsx", KIND, "E_NOT_SPREADSHEET", data('<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>'), ())
odd("answer_of_a_service.xlsx", KIND, "E_NOT_SPREADSHEET", data('{"error":{"code":"401","message":"Unauthorized"}}'), ())
odd("shortcut.webloc", KIND, "E_NOT_SPREADSHEET", data('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://127.0.0.1/p.dtd">\n<plist version="1.0"><dict><key>URL</key><string>http://127.0.0.1/</string></dict></plist>'), ())
odd("sealed_by_pgp.xlsx", KIND, "E_NOT_SPREADSHEET_OR_E_NO_TABLE_OR_E_ENCRYPTED", data("-----BEGIN PGP MESSAGE-----\n\nhQEMA1PZ\n=abcd\n-----END PGP MESSAGE-----\n"), ())
odd("list_in_gzip.csv.gz", KIND, "E_UNSUPPORTED_OR_E_NOT_SPREADSHEET", lambda: gzip.compress(CSV.encode()), ())
odd("hundred_blank_lines_before.csv", KIND, "OPEN", data("\n" * 100 + CSV))
odd("sum_below.csv", KIND, "OPEN", data(CSV + ";;;;\nTotal;;;1270;\n"))
assert len(WHOLE) == len(LIST)
# fmt: on
