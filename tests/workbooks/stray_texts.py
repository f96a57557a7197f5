"""Odd files, fourth collection: text of databases, mainframes and shells, and text whose first letters mislead.

Written before it was looked at how any of them is read; frozen on 2026-11-27, evening.
"""

# ruff: noqa: E501 - tables of files, one a line

import quopri
from collections.abc import Callable

from tests.workbooks.odd_parts import HEADS, LIST, TABLE, WHOLE, Part, lines, odd

KIND = "stray: text"
CSV = lines()


def _bytes(text: str, encoding: str = "utf-8", mark: bytes = b"") -> Callable[[], bytes]:
    return lambda: mark + text.encode(encoding)


def _named(number: str, text: str, separator: str = ";") -> str:
    return lines(
        separator,
        rows=(HEADS, (number, text, *LIST[0][2:]), (number + "2", text, *LIST[1][2:]), *LIST[2:]),
    )


def _read(number: str) -> tuple[Part, ...]:
    return ((number, *WHOLE[0][1:]), (number + "2", *WHOLE[1][1:]), *WHOLE[2:])


def _foreign(
    name: str, encoding: str, number: str, text: str, expected: str = "OPEN", *, mark: bytes = b""
) -> None:
    odd(
        name,
        KIND,
        expected,
        _bytes(_named(number, text), encoding, mark),
        _read(number),
        texts=(text,),
    )


def _first_heading(first: str, separator: str = ";") -> Callable[[], bytes]:
    """The list behind a column of running numbers under this heading."""
    rows = ((first, *HEADS), *((n, *row) for n, row in enumerate(LIST, start=1)))
    return _bytes(lines(separator, rows=rows, decimal="," if separator == ";" else "."))


def _digits(nought: str) -> Callable[[], bytes]:
    """Figures of the quantities in digits of another script."""
    rows = [
        [
            ("".join(chr(ord(nought) + int(d)) for d in str(v)) if c == 3 and r else v)
            for c, v in enumerate(row)
        ]
        for r, row in enumerate(TABLE)
    ]
    return _bytes(lines(rows=rows))


def _sylk() -> str:
    """The list in the Symbolic Link format of Multiplan."""
    out = "ID;PWXL;N;E\r\nP;PGeneral\r\nB;Y5;X5\r\n"
    for r, row in enumerate(TABLE, start=1):
        for c, v in enumerate(row, start=1):
            place = f"X{c}" if c > 1 else f"Y{r};X1"
            out += f'C;{place};K"{v}"\r\n' if isinstance(v, str) else f"C;{place};K{v}\r\n"
    return out + "E\r\n"


def _dif() -> str:
    """The list in the Data Interchange Format."""
    out = f'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,{len(TABLE)}\r\n""\r\nTUPLES\r\n0,{len(HEADS)}\r\n""\r\nDATA\r\n0,0\r\n""\r\n'
    for row in TABLE:
        out += "-1,0\r\nBOT\r\n"
        for v in row:
            out += f'1,0\r\n"{v}"\r\n' if isinstance(v, str) else f"0,{v}\r\nV\r\n"
    return out + "-1,0\r\nEOD\r\n"


def _jira() -> str:
    return (
        "||"
        + "||".join(HEADS)
        + "||\n"
        + "".join("|" + "|".join(map(str, row)) + "|\n" for row in LIST)
    )


def _nulls() -> str:
    """A dump of a database: \\N for nothing, a backslash before separators."""
    return CSV.replace("K-22;Hex screw M6;Germany", "K-22;Hex screw\\; M6;\\N")


def _surrogates() -> bytes:
    """A sign beyond the first plane written as two of three bytes each (CESU-8), as some databases do."""
    return (
        _named("A-1", "Magnet 🧲")
        .encode("utf-16", "surrogatepass")
        .decode("utf-16")
        .encode()
        .replace("🧲".encode(), b"\xed\xa0\xbe\xed\xb7\xb2")
    )


NO_LAND = (WHOLE[0], ("K-22", None, 50.0, 0.02), *WHOLE[2:])
# fmt: off
# first letters that belong to other formats
odd("first_heading_is_id.csv", KIND, "OPEN", _first_heading("ID"))
odd("first_heading_is_id_commas.csv", KIND, "OPEN", _first_heading("ID", ","))
odd("first_heading_is_pk.csv", KIND, "OPEN", _first_heading("PK"))
odd("first_heading_is_pk_commas.csv", KIND, "OPEN", _first_heading("PK", ","))
odd("first_heading_like_a_bitmap.csv", KIND, "OPEN", _first_heading("BM"))
odd("first_heading_like_a_program.csv", KIND, "OPEN", _first_heading("MZ"))
odd("first_heading_like_a_picture.csv", KIND, "OPEN", _first_heading("II"))
odd("first_heading_like_a_movie.csv", KIND, "OPEN", _first_heading("RIFF"))
odd("first_heading_is_a_cross.csv", KIND, "OPEN", _first_heading("#"))
odd("first_heading_is_percent.csv", KIND, "OPEN", _first_heading("%PDF?"))
odd("first_heading_in_angles.csv", KIND, "OPEN", _first_heading("<No>"))
odd("first_heading_in_braces.csv", KIND, "OPEN", _first_heading("{No}"))
odd("first_heading_is_from.csv", KIND, "OPEN", _first_heading("From "))
odd("first_heading_is_table.csv", KIND, "OPEN", _first_heading("TABLE"))
odd("first_heading_is_sep.csv", KIND, "OPEN", _first_heading("SEP"))
odd("first_heading_is_zl.txt", KIND, "OPEN", _first_heading("ZL", "\t"))
odd("symbolic_link.slk", KIND, "OPEN_OR_E_UNSUPPORTED", _bytes(_sylk()))
odd("symbolic_link_named_xls.xls", KIND, "OPEN_OR_E_UNSUPPORTED", _bytes(_sylk()))
odd("data_interchange.dif", KIND, "OPEN_OR_E_UNSUPPORTED", _bytes(_dif()))
# encodings
_foreign("polish_latin2.csv", "iso8859-2", "Część-1", "Śruba z łbem, żółta", "OPEN_OR_OPEN_WITH_WARNING")
_foreign("polish_cp852.csv", "cp852", "Część-1", "Śruba z łbem, żółta", "OPEN_OR_OPEN_WITH_WARNING")
_foreign("russian_cp866.csv", "cp866", "Магнит-1", "Кольцевой магнит из неодима", "OPEN_OR_OPEN_WITH_WARNING")
_foreign("russian_macintosh.csv", "mac_cyrillic", "Магнит-1", "Кольцевой магнит из неодима", "OPEN_OR_OPEN_WITH_WARNING")
_foreign("turkish_latin5.csv", "iso8859-9", "Mıknatıs-1", "Halka mıknatıs ışık gövdesi", "OPEN_OR_OPEN_WITH_WARNING")
_foreign("french_cp863.csv", "cp850", "Pièce-1", "Aimant fritté pour moteur à réluctance", "OPEN_OR_OPEN_WITH_WARNING")
_foreign("chinese_gb18030_marked.csv", "gb18030", "磁铁-1", "烧结钕铁硼磁铁", mark=b"\x84\x31\x95\x33")
_foreign("chinese_utf8_marked_tabs.csv", "utf-8", "磁铁-1", "烧结钕铁硼磁铁", mark=b"\xef\xbb\xbf")
_foreign("japanese_shift_jisx0213.csv", "shift_jis_2004", "磁石-1", "希土類磁石の部品", "OPEN_OR_OPEN_WITH_WARNING")
_foreign("korean_johab.csv", "johab", "K-1", "네오디뮴 자석 링", "OPEN_OR_OPEN_WITH_WARNING_OR_E_CSV_OR_E_NOT_SPREADSHEET")
odd("utf32be_marked.txt", KIND, "OPEN_OR_E_UNSUPPORTED", lambda: b"\0\0\xfe\xff" + lines("\t").encode("utf-32-be"))
odd("mark_of_utf16_before_utf8.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_CSV_OR_E_CORRUPT_OR_E_NOT_SPREADSHEET", _bytes(CSV, mark=b"\xff\xfe"))
odd("mark_of_utf8_before_cp1252.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", _bytes(_named("Größe-1", "Dichtung für Gehäuse"), "cp1252", b"\xef\xbb\xbf"), _read("Größe-1"))
odd("sep_line_in_utf16.csv", KIND, "OPEN", lambda: b"\xff\xfe" + ("sep=;\r\n" + CSV).encode("utf-16-le"))
odd("signs_in_two_surrogates.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", _surrogates, _read("A-1"))
odd("overlong_signs.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", lambda: CSV.encode().replace(b"Mounting", b"Mount\xc0\xafing"))
# lines
odd("lines_end_with_next_line.csv", KIND, "OPEN_OR_E_CSV_OR_E_NO_TABLE", _bytes(lines(end="\x85")))
odd("lines_end_with_a_line_separator.csv", KIND, "OPEN_OR_E_CSV_OR_E_NO_TABLE", _bytes(lines(end="\u2028")))
odd("lines_end_backwards.csv", KIND, "OPEN", _bytes(lines(end="\n\r")))
odd("filled_up_with_ends_of_file.csv", KIND, "OPEN", _bytes(CSV + "\x1a" * 700))
odd("filled_up_with_blanks.csv", KIND, "OPEN", _bytes(CSV + " " * 5000))
odd("every_line_filled_up_with_blanks.csv", KIND, "OPEN", _bytes("".join(f"{one:<400}\n" for one in CSV.splitlines())))
odd("warning_of_php_before.csv", KIND, "OPEN", _bytes("<br />\n<b>Warning</b>:  Cannot modify header information in <b>/var/www/e.php</b> on line <b>3</b><br />\n" + CSV))
odd("notes_with_other_separators_before.csv", KIND, "OPEN", _bytes("Report: parts, all plants, 2026\nCreated by: Smith, Anna, on 27/11/2026, 10:15\n\n" + CSV))
odd("signature_below.csv", KIND, "OPEN", _bytes(CSV + "\n-- \nAnna Smith\nPurchasing\n"))
odd("broken_by_a_mail.txt", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_CSV_OR_E_NO_TABLE", _bytes("".join(f"> {one}\n" for one in CSV.splitlines())), None)
odd("as_sent_by_mail.txt", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_CSV_OR_E_NO_TABLE", lambda: quopri.encodestring(_named("Größe-1", "Dichtung für Gehäuse").encode()), None)
# cells
odd("nothing_of_a_database.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", _bytes(_nulls()), NO_LAND, texts=("Hex screw; M6",))
odd("null_in_letters.csv", KIND, "OPEN", _bytes(CSV.replace("Germany", "NULL")), NO_LAND)
odd("not_available.csv", KIND, "OPEN", _bytes(CSV.replace("Germany", "n/a")), NO_LAND)
odd("dash_for_nothing.csv", KIND, "OPEN", _bytes(CSV.replace("Germany", "-")), NO_LAND)
odd("nan_for_nothing.csv", KIND, "OPEN", _bytes(CSV.replace("Germany", "NaN")), NO_LAND)
odd("error_in_letters.csv", KIND, "OPEN_WITH_WARNING", _bytes(CSV.replace("Germany", "#N/A")), NO_LAND)
odd("error_in_german.csv", KIND, "OPEN_WITH_WARNING", _bytes(CSV.replace("1200", "#NV")), (("00471-B", "CN", None, 0.35), *WHOLE[1:]))
odd("formula_in_quotes.csv", KIND, "OPEN", _bytes(CSV.replace("00471-B", '"=""00471-B"""')))
odd("formula_of_text.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", _bytes(CSV.replace("00471-B", '"=T(""00471-B"")"')), None)
odd("soft_hyphens.csv", KIND, "OPEN", _bytes(CSV.replace("00471-B", "0047\u00ad1-B").replace("Ring magnet", "Ring mag\u00adnet")), texts=("Ring magnet N42SH",))
# Corrected: a number is shown as it stands; joining takes such a hyphen for a plain one.
odd("hyphens_that_do_not_break.csv", KIND, "OPEN", _bytes(CSV.replace("K-22", "K\u201122")), (WHOLE[0], ("K\u201122", *WHOLE[1][1:]), *WHOLE[2:]))
odd("letters_of_another_script.csv", KIND, "OPEN", _bytes(CSV.replace("K-22", "К-22")), (WHOLE[0], ("К-22", "DE", 50.0, 0.02), *WHOLE[2:]))
odd("arabic_digits.csv", KIND, "OPEN", _digits("٠"))
odd("persian_digits.csv", KIND, "OPEN", _digits("۰"))
odd("digits_of_india.csv", KIND, "OPEN", _digits("०"))
odd("arabic_decimals.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", _bytes(CSV.replace("0,35", "٠٫٣٥").replace("1200", "١٬٢٠٠")))
odd("country_right_to_left.csv", KIND, "OPEN", _bytes(CSV.replace("Ring magnet N42SH", "\u202bמגנט N42SH\u202c").replace("China", "\u200fChina\u200e")), None)
odd("broken_bars.txt", KIND, "OPEN_OR_E_CSV_OR_E_NO_TABLE", _bytes(lines("¦")))
odd("paragraph_signs.txt", KIND, "OPEN_OR_E_CSV_OR_E_NO_TABLE", _bytes(lines("§")))
odd("arrows.txt", KIND, "OPEN_OR_E_CSV_OR_E_NO_TABLE", _bytes(lines(" -> ")), None)
odd("two_tabs_between.txt", KIND, "OPEN", _bytes(lines("\t\t")))
odd("full_width_commas.csv", KIND, "OPEN_OR_E_CSV_OR_E_NO_TABLE", _bytes(lines("，", decimal=".")))
odd("full_width_semicolons.csv", KIND, "OPEN_OR_E_CSV_OR_E_NO_TABLE", _bytes(lines("；")))
odd("table_of_a_wiki.txt", KIND, "OPEN_OR_OPEN_WITH_WARNING", _bytes(_jira()))
odd("pages_of_a_formatter.tex", KIND, "E_NO_TABLE_OR_E_NOT_SPREADSHEET_OR_E_CSV_OR_OPEN", _bytes("\\begin{tabular}{lllrr}\n" + "".join(" & ".join(map(str, row)) + " \\\\\n" for row in TABLE) + "\\end{tabular}\n"), None)
odd("statements_of_a_database.sql", KIND, "E_NO_TABLE_OR_E_NOT_SPREADSHEET_OR_E_CSV", _bytes("".join(f"INSERT INTO parts VALUES ('{r[0]}', '{r[1]}', '{r[2]}', {r[3]}, {r[4]});\n" for r in LIST)), ())  # noqa: S608 - a text of SQL, run nowhere
odd("lines_of_one_json.json", KIND, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED_OR_E_NO_TABLE", _bytes('[["Part Number","Quantity"],["K-1",4],["K-2",5]]'), ())
