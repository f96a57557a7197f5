"""Odd files, fifth collection: text in alphabets of other countries, with other separators, or without end.

Written before it was looked at how any of them is read; frozen on 2026-11-27, morning.
"""

# ruff: noqa: E501, PLW0108 - tables of files, one a line; letters that look like others are meant

from collections.abc import Callable, Sequence
from typing import Any

from tests.workbooks.odd_parts import HEADS, LIST, TABLE, lines, odd

KIND, FLOOD = "crooked: text", "crooked: flood"
CSV = lines()


def _bytes(text: str, encoding: str = "utf-8", mark: bytes = b"") -> Callable[[], bytes]:
    return lambda: mark + text.encode(encoding)


def _foreign(name: str, encoding: str, *texts: str, heads: Sequence[str] = HEADS) -> None:
    """The list with other descriptions, in letters of another country."""
    rows = [(row[0], text, *row[2:]) for row, text in zip(LIST, texts, strict=True)]
    odd(name, KIND, "OPEN", _bytes(lines(rows=(heads, *rows)), encoding), texts=texts[:2])


def _joined(separator: str, rows: Sequence[Sequence[Any]] = TABLE, end: str = "\n") -> str:
    return "".join(separator.join(map(str, row)) + end for row in rows)


def _changed(at: int, change: Callable[[Any], Any]) -> str:
    return lines(
        rows=(
            HEADS,
            *(tuple(change(v) if c == at else v for c, v in enumerate(row)) for row in LIST),
        )
    )


# fmt: off
_foreign("ukrainian_cp1251.csv", "cp1251", "Кільцевий магніт Україна", "Гвинт шестигранний", "Серводвигун їжак", "Монтажна плита ґ")
_foreign("ukrainian_koi8u.csv", "koi8_u", "Кільцевий магніт Україна", "Гвинт шестигранний", "Серводвигун їжак", "Монтажна плита є")
_foreign("bulgarian_cp1251.csv", "cp1251", "Пръстеновиден магнит", "Шестостенен винт", "Серводвигател", "Монтажна плоча")
_foreign("serbian_cp1251.csv", "cp1251", "Прстенасти магнет Љубљана", "Шестоугаони вијак", "Серво мотор Њ", "Монтажна плоча")
_foreign("greek_iso8859_7.csv", "iso8859_7", "Μαγνήτης δακτύλιος", "Βίδα εξάγωνη", "Σερβοκινητήρας", "Πλάκα στήριξης")
_foreign("hungarian_cp1250.csv", "cp1250", "Gyűrűmágnes erős", "Hatlapfejű csavar", "Szervomotor hűtött", "Szerelőlap")
_foreign("hungarian_latin2.csv", "iso8859_2", "Gyűrűmágnes erős", "Hatlapfejű csavar", "Szervomotor hűtött", "Szerelőlap")
_foreign("hungarian_cp852.csv", "cp852", "Gyűrűmágnes erős", "Hatlapfejű csavar", "Szervomotor hűtött", "Szerelőlap")
_foreign("turkish_cp857.csv", "cp857", "Halka mıknatıs güçlü", "Altıgen cıvata", "Servo motor soğutmalı", "Bağlantı levhası")
_foreign("icelandic_latin1.csv", "latin-1", "Hringsegull þykkur", "Sexkantskrúfa", "Servómótor ðæ", "Festiplata")
_foreign("lithuanian_cp1257.csv", "cp1257", "Žiedinis magnetas stiprus", "Šešiakampis varžtas", "Servovariklis", "Montavimo plokštė")
_foreign("thai_tis620.csv", "tis_620", "แม่เหล็กวงแหวน", "สกรูหัวหกเหลี่ยม", "มอเตอร์เซอร์โว", "แผ่นยึด")
_foreign("hebrew_iso8859_8.csv", "iso8859_8", "מגנט טבעת חזק", "בורג משושה", "מנוע סרוו", "לוח הרכבה")
_foreign("arabic_iso8859_6.csv", "iso8859_6", "مغناطيس حلقي قوي", "برغي سداسي", "محرك سيرفو", "لوحة تثبيت")
_foreign("portuguese_cp860.csv", "cp860", "Ímã anel não coberto", "Parafuso de cabeça", "Motor servo proteção", "Placa de fixação")
_foreign("danish_cp865.csv", "cp865", "Ringmagnet størrelse", "Sekskantskrue på lager", "Servomotor kølet", "Monteringsplade")
_foreign("chinese_big5_headings.csv", "big5", "環形磁鐵強力", "六角螺絲", "伺服馬達", "安裝板", heads=("料號", "品名", "原產地", "數量", "單價"))
_foreign("korean_headings_cp949.csv", "cp949", "링 자석 강력", "육각 볼트", "서보 모터", "장착 판", heads=("품번", "품명", "원산지", "수량", "단가"))

odd("utf16_mark_says_other_end.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_CSV_OR_E_NOT_SPREADSHEET_OR_E_CORRUPT", _bytes(CSV, "utf-16-be", b"\xff\xfe"))
odd("utf16_with_a_byte_too_many_in_the_midst.csv", KIND, "OPEN_OR_ERROR", lambda: b"\xff\xfe" + CSV[:90].encode("utf-16-le") + b"\0" + CSV[90:].encode("utf-16-le"), None)
odd("separated_by_arabic_commas.csv", KIND, "OPEN_OR_E_NO_TABLE", _bytes(_joined("،")))
odd("separated_by_chinese_commas.csv", KIND, "OPEN_OR_E_NO_TABLE", _bytes(_joined("、")))
odd("separated_by_wide_blanks.csv", KIND, "OPEN_OR_E_NO_TABLE", _bytes(_joined("\u3000")))
odd("separated_by_arrows_of_two_signs.csv", KIND, "OPEN_OR_E_NO_TABLE", _bytes(_joined("=>")))
odd("sep_line_of_a_caret.csv", KIND, "OPEN", _bytes("sep=^\r\n" + _joined("^", end="\r\n")))
odd("sep_line_with_blanks.csv", KIND, "OPEN", _bytes("SEP = ;\r\n" + CSV))
odd("sep_line_below_a_title.csv", KIND, "OPEN", _bytes("Price list 2026\nsep=;\n" + CSV))
odd("two_lists_with_two_separators.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_ERROR", _bytes(lines(rows=TABLE[:3]) + "\n" + lines("\t", rows=(HEADS, *TABLE[3:]), decimal=".")), None)
odd("markup_in_the_cells.csv", KIND, "OPEN", _bytes(_changed(1, lambda v: f"<b>{v}</b>")), texts=("<b>Ring magnet N42SH</b>",))
odd("formulas_that_call_programs.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", _bytes(_changed(1, lambda v: f"=cmd|' /C calc'!A0 {v}")), None)
odd("numbers_with_their_thousands_by_lakh.csv", KIND, "OPEN", _bytes(lines(rows=(HEADS, ("K-1", "Steel plate", "India", '"1,20,000"', 1.5), ("K-2", "Steel bar", "India", '"45,00,000"', 2.5), ("K-3", "Steel rod", "India", "900", 7.5)), separator=",", decimal=".")), (("K-1", "IN", 120000, 1.5), ("K-2", "IN", 4500000, 2.5), ("K-3", "IN", 900, 7.5)))
odd("numbers_in_myriads.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING", _bytes(lines(rows=(HEADS, ("K-1", "Steel plate", "Japan", "1万2000", 1.5), ("K-2", "Steel bar", "Japan", "3万", 2.5), ("K-3", "Steel rod", "Japan", "900", 7.5)))), (("K-1", "JP", 12000, 1.5), ("K-2", "JP", 30000, 2.5), ("K-3", "JP", 900, 7.5)))
odd("plus_signs_of_a_difference.csv", KIND, "OPEN_OR_OPEN_WITH_WARNING_OR_E_NO_TABLE", _bytes("--- a/list.csv\n+++ b/list.csv\n@@ -0,0 +1,5 @@\n" + "".join("+" + line for line in CSV.splitlines(keepends=True))), None)
odd("a_million_line_ends_before.csv", FLOOD, "OPEN", lambda: b"\n" * 1_000_000 + CSV.encode())
odd("a_million_line_ends_behind.csv", FLOOD, "OPEN", lambda: CSV.encode() + b"\r\n" * 1_000_000)
odd("a_million_quotes_in_a_cell.csv", FLOOD, "OPEN_OR_OPEN_WITH_WARNING_OR_E_CSV_OR_E_TOO_LARGE", lambda: CSV.replace("Mounting plate", '"' + '""' * 500_000 + '"').encode(), None)
odd("quotes_opened_on_every_line.csv", FLOOD, "OPEN_OR_ERROR", lambda: CSV.encode() + b'"x;\n' * 200_000, None)
odd("a_million_tabs_between_two_lines.csv", FLOOD, "OPEN_OR_OPEN_WITH_WARNING_OR_E_TOO_LARGE", lambda: (lines("\t", decimal=".", rows=TABLE[:3]) + "\t" * 1_000_000 + "\n" + lines("\t", decimal=".", rows=TABLE[3:])).encode())
odd("hundred_thousand_lines_of_other_lengths.csv", FLOOD, "OPEN_OR_OPEN_WITH_WARNING", lambda: CSV.encode() + b"".join(b";" * (n % 90) + b"\n" for n in range(100_000)))
odd("combining_marks_without_end.csv", FLOOD, "OPEN_OR_OPEN_WITH_WARNING", lambda: CSV.replace("Mounting plate", "Mounting plate" + "\u0301" * 200_000).encode())
odd("right_to_left_marks_without_end.csv", FLOOD, "OPEN_OR_OPEN_WITH_WARNING", lambda: CSV.replace("Mounting plate", "\u202e" * 200_000 + "Mounting plate").encode())
odd("brackets_without_end.csv", FLOOD, "OPEN_OR_OPEN_WITH_WARNING", lambda: CSV.replace("Mounting plate", "(" * 100_000).encode())
odd("hyphens_without_end.csv", FLOOD, "OPEN_OR_OPEN_WITH_WARNING", lambda: CSV.replace("Mounting plate", "magnet-" * 30_000).encode())
odd("full_stops_without_end.csv", FLOOD, "OPEN_OR_OPEN_WITH_WARNING", lambda: CSV.replace("Mounting plate", "1.2." * 50_000).encode())
# fmt: on
