"""Odd text tables: encodings, separators, quotes and line ends as exports and mail gateways leave them."""

# ruff: noqa: E501 - tables of files, one a line

from collections.abc import Callable

from tests.workbooks.odd_parts import HEADS, LIST, TABLE, WHOLE, Part, lines, odd

KIND = "text"


def _page(
    number: str, name: str, encoding: str, separator: str = ";", mark: bytes = b""
) -> Callable[[], bytes]:
    """The list with a foreign number and a foreign name in three of its rows."""
    rows = (
        HEADS,
        (number, name, *LIST[0][2:]),
        *((f"{number}{n}", name, *row[2:]) for n, row in enumerate(LIST[1:], 2)),
    )
    return lambda: mark + lines(separator, "\r\n", ",", rows).encode(encoding)


def _read(number: str) -> tuple[Part, ...]:
    return (
        (number, *WHOLE[0][1:]),
        *((f"{number}{n}", *part[1:]) for n, part in enumerate(WHOLE[1:], 2)),
    )


def _foreign(
    name: str,
    encoding: str,
    number: str,
    text: str,
    expected: str = "OPEN",
    *,
    separator: str = ";",
) -> None:
    odd(
        name, KIND, expected, _page(number, text, encoding, separator), _read(number), texts=(text,)
    )


def _bytes(text: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    return lambda: text.encode(encoding)


QUOTED = "".join(";".join(f'"{v}"' for v in row) + "\r\n" for row in TABLE)
SAP = "".join("|" + "|".join(f"{v!s:<18}" for v in row) + "|\r\n" for row in TABLE)
RULE = "-" * 96 + "\r\n"
SAP_LIST = f"Material list                26.11.2026\r\n\r\n{RULE}{SAP.splitlines(True)[0]}{RULE}{''.join(SAP.splitlines(True)[1:])}{RULE}"
MIXED = [line.encode() for line in lines().splitlines(True)]

# fmt: off
# encodings
odd("tabs_utf16le_marked.xls", KIND, "OPEN", lambda: b"\xff\xfe" + lines("\t", "\r\n").encode("utf-16-le"))
odd("tabs_utf16be_marked.xls", KIND, "OPEN", lambda: b"\xfe\xff" + lines("\t", "\r\n").encode("utf-16-be"))
odd("tabs_utf16le.xls", KIND, "OPEN", _bytes(lines("\t", "\r\n"), "utf-16-le"))
odd("semicolons_utf16be.csv", KIND, "OPEN", _bytes(lines(), "utf-16-be"))
odd("tabs_utf32_marked.txt", KIND, "OPEN_OR_E_UNSUPPORTED", lambda: lines("\t").encode("utf-32"))
odd("chinese_utf16le.txt", KIND, "OPEN", _page("磁铁-1", "烧结钕铁硼磁铁", "utf-16-le", "\t", b"\xff\xfe"), _read("磁铁-1"))
odd("commas_marked.csv", KIND, "OPEN", lambda: b"\xef\xbb\xbf" + lines(",", decimal=".").encode())
odd("marked_twice.csv", KIND, "OPEN", lambda: b"\xef\xbb\xbf" * 2 + lines().encode())
odd("mark_in_the_middle.csv", KIND, "OPEN", lambda: lines(rows=TABLE[:3]).encode() + b"\xef\xbb\xbf" + lines(rows=TABLE[3:]).encode())
_foreign("chinese_gb18030.csv", "gb18030", "㐀磁-1", "烧结钕铁硼磁铁𠀀牌")
_foreign("chinese_gbk.txt", "gbk", "磁铁-1", "烧结钕铁硼磁铁", separator="\t")
_foreign("chinese_big5.csv", "big5", "磁鐵-1", "燒結釹鐵硼磁鐵功率")
_foreign("chinese_big5hkscs.csv", "big5hkscs", "磁鐵-1", "燒結磁鐵啲嘢", "OPEN_OR_OPEN_WITH_WARNING")
_foreign("japanese_cp932.csv", "cp932", "磁石-1", "希土類磁石①ソ表ﾏｸﾞﾈｯﾄ")
_foreign("korean_cp949.csv", "cp949", "자석-1", "네오디뮴 자석 똠방")
_foreign("korean_euckr.txt", "euc-kr", "자석-1", "네오디뮴 자석", separator="\t")
_foreign("russian_cp1251.csv", "cp1251", "Магнит-1", "Кольцевой магнит из неодима")
_foreign("czech_cp1250.csv", "cp1250", "Díl-1", "Šroub se šestihrannou hlavou, žlutý")
_foreign("turkish_cp1254.csv", "cp1254", "Mıknatıs-1", "Halka mıknatıs ışık gövdesi")
_foreign("german_cp1252.csv", "cp1252", "Größe-1", "Dichtung für Gehäuse – 5 €")
_foreign("german_latin9.csv", "iso8859-15", "Größe-1", "Dichtung für Gehäuse")
_foreign("german_macintosh.csv", "mac_roman", "Größe-1", "Dichtung für Gehäuse", "OPEN_OR_OPEN_WITH_WARNING")
_foreign("german_cp850.csv", "cp850", "Größe-1", "Dichtung für Gehäuse", "OPEN_OR_OPEN_WITH_WARNING")
odd("japanese_eucjp.csv", KIND, "OPEN_OR_E_CSV_OR_OPEN_WITH_WARNING", _page("K-1", "希土類磁石のリング、日本製の部品です", "euc-jp"), _read("K-1"))
odd("japanese_iso2022.csv", KIND, "OPEN_WITH_WARNING_OR_E_CSV_OR_E_UNSUPPORTED_OR_OPEN", _page("K-1", "希土類磁石", "iso2022_jp"), _read("K-1"), texts=("希土類磁石",))
odd("korean_iso2022.csv", KIND, "OPEN_WITH_WARNING_OR_E_CSV_OR_E_UNSUPPORTED_OR_OPEN", _page("K-1", "네오디뮴 자석", "iso2022_kr"), None)
odd("chinese_hz.csv", KIND, "OPEN_WITH_WARNING_OR_E_CSV_OR_E_UNSUPPORTED_OR_OPEN", _page("K-1", "烧结磁铁", "hz"), None)
odd("greek_cp1253.csv", KIND, "OPEN", _page("K-1", "Δακτύλιος μαγνήτης", "cp1253"), _read("K-1"))
odd("hebrew_cp1255.csv", KIND, "OPEN", _page("K-1", "מגנט טבעת", "cp1255"), _read("K-1"))
odd("arabic_cp1256.csv", KIND, "OPEN", _page("K-1", "مغناطيس حلقي", "cp1256"), _read("K-1"))
odd("thai_cp874.csv", KIND, "OPEN", _page("K-1", "แม่เหล็กวงแหวน", "cp874"), _read("K-1"))
odd("russian_koi8.csv", KIND, "OPEN", _page("K-1", "Кольцевой магнит из неодима", "koi8-r"), _read("K-1"))
odd("utf7.csv", KIND, "OPEN_WITH_WARNING_OR_E_CSV_OR_OPEN", _page("K-1", "Größe für Tür", "utf-7"), None)
odd("ebcdic.csv", KIND, "E_NOT_SPREADSHEET_OR_E_CSV_OR_E_UNSUPPORTED", _bytes(lines() * 20, "cp037"), None)
odd("two_encodings.csv", KIND, "OPEN_WITH_WARNING", lambda: MIXED[0] + "Ä-1;Größe;China;4;1,5\n".encode() + "Ä-2;Größe;China;5;2,5\n".encode("cp1252"), None)
odd("one_bad_byte.csv", KIND, "OPEN_WITH_WARNING", lambda: (lines() + "Ä-1;Größe;China;4;1,5\n" * 40).encode().replace(b"Mounting", b"Mount\x81ng"), None)
odd("nul_bytes.csv", KIND, "OPEN_WITH_WARNING_OR_E_CSV_OR_E_CORRUPT_OR_OPEN", lambda: lines().encode().replace(b"Hex", b"He\0x"), None)
odd("nul_bytes_behind.csv", KIND, "OPEN_WITH_WARNING_OR_E_CSV_OR_E_CORRUPT_OR_E_TRUNCATED_OR_OPEN", lambda: lines().encode() + bytes(4096))

# separators, quotes, lines
odd("sep_line.csv", KIND, "OPEN", _bytes("sep=;\r\n" + lines()))
odd("sep_line_of_tab.csv", KIND, "OPEN", _bytes("sep=\t\r\n" + lines("\t")))
odd("sep_line_quoted.csv", KIND, "OPEN", _bytes('"sep=|"\r\n' + lines("|")))
odd("sep_line_marked.csv", KIND, "OPEN", lambda: b"\xef\xbb\xbfSEP=,\n" + lines(",", decimal=".").encode())
odd("pipes.txt", KIND, "OPEN", _bytes(lines("|")))
odd("carets.csv", KIND, "OPEN", _bytes(lines("^")))
odd("tildes.txt", KIND, "OPEN_OR_E_CSV_OR_E_NO_TABLE", _bytes(lines("~")))
odd("blanks_and_commas.csv", KIND, "OPEN", _bytes(lines(", ", decimal=".")))
odd("list_from_sap.txt", KIND, "OPEN", _bytes(SAP_LIST))
odd("columns_of_fixed_width.prn", KIND, "OPEN_OR_E_CSV_OR_E_NO_TABLE", _bytes("".join("".join(f"{v!s:<22}" for v in row) + "\r\n" for row in TABLE)))
odd("all_quoted.csv", KIND, "OPEN", _bytes(QUOTED))
odd("quoted_whole_lines.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_CSV", _bytes("".join(f'"{line}"\n' for line in lines(",", decimal=".").splitlines())))
odd("line_ends_in_quotes.csv", KIND, "OPEN", _bytes(QUOTED.replace("Ring magnet N42SH", "Ring magnet\r\nN42SH")))
odd("separators_in_quotes.csv", KIND, "OPEN", _bytes(QUOTED.replace("Ring magnet N42SH", "Ring magnet; N42SH;;; 5,0")))
odd("quotes_doubled.csv", KIND, "OPEN", _bytes(QUOTED.replace("Hex screw M6", 'Hex screw 1/2"" M6')), texts=('Hex screw 1/2" M6',))
odd("quotes_backslashed.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", _bytes(QUOTED.replace("Hex screw M6", 'Hex screw 1/2\\" M6')))
odd("inches_unquoted.csv", KIND, "OPEN", _bytes(lines().replace("Hex screw M6", 'Hex screw 1/2"')), texts=('Hex screw 1/2"',))
odd("quote_opens_cell.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_CSV", _bytes(lines().replace("Hex screw M6", '"Hex" screw M6')))
odd("quote_never_closed.csv", KIND, "OPEN_WITH_WARNING_OR_E_CSV", _bytes(lines().replace("Hex screw M6", '"Hex screw M6')), None)
odd("numbers_as_formulas.csv", KIND, "OPEN", _bytes(lines().replace("00471-B", '="00471-B"').replace("K-22", '="K-22"')))
odd("numbers_with_apostrophe.csv", KIND, "OPEN", _bytes("".join(line if n == 0 else "'" + line for n, line in enumerate(lines().splitlines(True)))))
odd("ragged_short.csv", KIND, "OPEN", _bytes(lines() + "K-30;Washer\n"), (*WHOLE, ("K-30", None, None, None)))
odd("ragged_long.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", _bytes(lines().replace("0,02", "0,02;;;;extra")))
odd("trailing_separators.csv", KIND, "OPEN", _bytes(lines().replace("\n", ";;;;;;;\n") + ";;;;;;;;;;;\n" * 300))
odd("lines_of_all_kinds.csv", KIND, "OPEN", lambda: b"".join(line.rstrip(b"\n") + end for line, end in zip(MIXED, (b"\r\n", b"\n", b"\r", b"\r\n", b""), strict=True)))
odd("blank_line_between_all.csv", KIND, "OPEN", _bytes(lines(end="\r\n\r\n")))
odd("carriage_returns_doubled.csv", KIND, "OPEN", _bytes(lines(end="\r\r\n")))
odd("separator_of_lines.csv", KIND, "OPEN", _bytes(lines().replace("Mounting plate", "Mounting\u2028plate\x0bwide\x1cx")))
odd("form_feeds.txt", KIND, "OPEN", _bytes(lines("\t", rows=TABLE[:3]) + "\f" + lines("\t", rows=(HEADS, *TABLE[3:]))))
odd("end_of_file_of_dos.csv", KIND, "OPEN", _bytes(lines() + "\x1a"))
odd("only_headers.csv", KIND, "E_EMPTY_OR_E_NO_TABLE_OR_OPEN", _bytes(lines(rows=TABLE[:1])), None)
odd("one_column.txt", KIND, "OPEN", _bytes("Part Number\nK-1\nK-2\nK-3\n"), tuple((f"K-{n}", None, None, None) for n in (1, 2, 3)))
odd("blanks_only.csv", KIND, "E_EMPTY", _bytes("  \r\n\t\r\n \n"), None)
odd("mark_only.csv", KIND, "E_EMPTY", lambda: b"\xef\xbb\xbf", None)
odd("separators_only.csv", KIND, "E_EMPTY_OR_E_NO_TABLE_OR_OPEN", _bytes(";;;;\n" * 40), None)
odd("nothing.csv", KIND, "E_EMPTY", lambda: b"", None)
odd("nothing.xlsx", KIND, "E_EMPTY", lambda: b"", None)
odd("right_to_left_marks.csv", KIND, "OPEN", _bytes(lines().replace("00471-B", "\u200e00471-B\u200f").replace("K-22", "\ufeffK-22\u200b")))
odd("full_width.csv", KIND, "OPEN", _bytes(lines().replace("1200", "１２００").replace("50;", "５０;")))
odd("line_of_200_megabytes.csv", KIND, "E_CSV_OR_E_TOO_LARGE_OR_E_MEMORY_OR_OPEN_WITH_WARNING", lambda: lines().encode() + b"K-9;" + b"x" * 200_000_000, None)
odd("lines_of_60_megabytes.csv", KIND, "OPEN_OR_E_TOO_LARGE_OR_OPEN_WITH_WARNING", lambda: lines().encode() + b"\n" * 60_000_000)
odd("python_log.csv", KIND, "E_NO_TABLE_OR_E_NOT_SPREADSHEET_OR_E_CSV_OR_OPEN", _bytes("2026-11-26 10:00:01,123 INFO started\n2026-11-26 10:00:02,456 ERROR stopped, see above\n" * 30), ())
odd("json_lines.csv", KIND, "E_NOT_SPREADSHEET_OR_E_UNSUPPORTED_OR_E_NO_TABLE_OR_OPEN", _bytes('{"part": "K-1", "qty": 4}\n' * 12), None)
odd("letter.txt", KIND, "E_NO_TABLE_OR_E_NOT_SPREADSHEET_OR_OPEN", _bytes("Dear all,\n\nplease find our prices below.\nThe magnet costs 3,50 Euro; the motor 120.\n\nRegards\n"), ())
