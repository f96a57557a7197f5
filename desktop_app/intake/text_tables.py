"""Tables in files that are text: CSV in any encoding and separator, Excel 2003 XML."""

import csv
import html
import io
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from desktop_app.intake.preflight import looks_utf16
from desktop_app.intake.refusal import Refused

Rows = list[list[Any]]
SEPARATORS = (",", ";", "\t", "|")
LARGEST_TEXT = 300_000_000
MOST_COLUMNS = 50_000

# Characters that lists of each encoding are full of; a wrong decoding yields rare ones.
_COMMON = {
    "gb18030": "的数量单价名称规格型号供应商物料编码电机磁钢不锈国产合计备注件台钢元器品序号厂家材料",
    "big5": "的數量單價名稱規格型號供應商物料編號電機磁鋼不鏽國產合計備註件台廠品",
    "shift_jis": "のをにはがとでるンスーリトルアイクレ品名数量単価番号備考型式個材質製",
    "euc_kr": "의수량단가품명규격재질자석모터이다는에부품번호",
}


def decode(raw: bytes) -> tuple[str, str, list[int]]:
    """The text, the encoding it was read with, and the lines that were in another one."""
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\x00\x00\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if raw.startswith(mark):
            return raw.decode(name, "replace"), name.replace("-sig", ""), []
    if looks_utf16(raw[:4000]):
        name = "utf-16-le" if raw[1:4000:2].count(0) > raw[0:4000:2].count(0) else "utf-16-be"
        return raw.decode(name, "replace"), name, []
    try:
        return raw.decode("utf-8"), "utf-8", []
    except UnicodeDecodeError:
        return _decode_mixed(raw) or (*_decode_national(raw), [])


def _decode_mixed(raw: bytes) -> tuple[str, str, list[int]] | None:
    """UTF-8 with some lines of western European text, as files glued together are; else None."""
    texts: list[str] = []
    doubtful: list[int] = []
    accented = 0
    for number, line in enumerate(raw.split(b"\n"), start=1):
        try:
            texts.append(line.decode("utf-8"))
            accented += not line.isascii()
        except UnicodeDecodeError:
            texts.append(line.decode("cp1252", "replace"))
            doubtful.append(number)
    if accented < len(doubtful):
        return None
    return "\n".join(texts), "utf-8", doubtful


MOST_SINGLE = 0.92
"""Characters per high byte: accents of western text stand alone (1.0), national characters take two
bytes, of which the second may be a low one in Shift-JIS, Big5 and GB18030. Own judgement."""


def _decode_national(raw: bytes) -> tuple[str, str]:
    """The national encoding whose common characters the text shows; else western European."""
    sample, best = raw[:200_000], (_single_byte(raw[:200_000]), 0.02)
    for name, common in _COMMON.items():
        text = sample.decode(name, "replace")
        foreign = [c for c in text if ord(c) > 127]
        if not foreign or text.count("\ufffd") > 2:
            continue
        share = sum(c in common for c in foreign) / len(foreign)
        pairs = len(foreign) / max(1, sum(b > 127 for b in sample))
        if pairs < MOST_SINGLE and share > best[1]:
            best = (name, share)
    return raw.decode(best[0], "replace"), best[0]


_EASTERN = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰöüÖÜľĺŕôäĽĹŔÔÄăâîșțşţđĐ")
_IN_A_WORD = re.compile(r"(?<=[^\W\d_])[¹²³¼½¾¿¡¢£¤¥¦§¨©ª«¬®¯°±´µ¶·¸º»ŒœŸƒˆ˜†‡‰‹›™](?=[^\W\d_])")
FEWEST_ODD = 2
"""Signs within words that make western European text unlikely. Own judgement."""


def _single_byte(sample: bytes) -> str:
    """cp1251 where most high bytes stand in words of them, cp1250 where western text would have
    signs such as ³ and œ within its words and eastern text has none; else cp1252."""
    high = [b for b in sample if b > 127]
    if not high:
        return "cp1252"
    words = re.findall(rb"[\xa8\xb8\xc0-\xff]{3,}", sample)
    if sum(map(len, words)) > CYRILLIC * len(high):
        return "cp1251"
    western, eastern = sample.decode("cp1252", "replace"), sample.decode("cp1250", "replace")
    odd = len(_IN_A_WORD.findall(western))
    letters = [c for c in eastern if ord(c) > 127 and c.isalpha()]
    is_eastern = sum(c in _EASTERN for c in letters) >= 0.9 * len(letters)
    left = len(_IN_A_WORD.findall(eastern))
    return "cp1250" if odd >= FEWEST_ODD and is_eastern and left == 0 else "cp1252"


CYRILLIC = 0.6
"""Share of the high bytes that stand in runs of three or more; accents stand alone. Own judgement."""


@dataclass(frozen=True)
class TextTable:
    """``filled``: cells with anything in them, counted in the text itself, not in ``rows``;
    ``open_quote``: the first line with a quotation mark that is never closed, 0 without one."""

    form: str
    rows: Rows
    encoding: str
    doubtful_lines: list[int]
    filled: int
    open_quote: int = 0


def read_text(path: Path) -> TextTable:
    """The records of a separated text file.

    Refused E_CSV where a cell never ends, as after a quotation mark that is never closed.
    """
    if path.stat().st_size > LARGEST_TEXT:
        raise Refused("E_TOO_LARGE")
    text, encoding, doubtful = decode(path.read_bytes())
    if not text.strip("\ufeff \t\r\n\0"):
        raise Refused("E_EMPTY")
    csv.field_size_limit(1_000_000)
    text = _without_quotes_around_lines(text)
    separator = find_separator(text)
    is_quoted = '"' in text
    if is_quoted and text.count('"') % 2 and len(widths := _widths_unquoted(text, separator)) == 1:
        # One mark is never closed: it is an inch, or a slip; the rows are whole without it.
        is_quoted = widths.pop() < 2
    rows: Rows = []
    lines = io.StringIO(text, newline="")
    cut = (
        csv.reader(lines, delimiter=separator)
        if is_quoted
        else csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE)
    )
    try:
        for row in cut:
            if len(row) > MOST_COLUMNS:
                raise Refused("E_TOO_LARGE", "columns")
            rows.append(row)
    except csv.Error as broken:
        raise Refused("E_CSV", str(broken)) from broken
    form = "tsv" if separator == "\t" else "csv"
    filled = count_cells(text, separator, is_quoted=is_quoted)
    is_open = '"' in text and not is_quoted
    return TextTable(form, rows, encoding, doubtful, filled, _odd_line(text) if is_open else 0)


def _without_quotes_around_lines(text: str) -> str:
    """The text without the quotation marks around each of its lines, where those hide its cells.

    A spreadsheet writes so that was given a whole line in one cell, and doubles the marks inside. Lists whose
    texts have a comma each are left alone: what is inside must be cut into one number of cells.
    """
    if not text.lstrip("\ufeff").startswith('"'):
        return text
    try:
        first = _lines_of_one_cell(text[:SAMPLE].rpartition("\n")[0] or text[:SAMPLE])
        inside = "\n".join(first)
        separator = find_separator(inside)
        widths = Counter(len(row) for row in csv.reader(first, delimiter=separator))
        width, times = widths.most_common(1)[0] if widths else (1, 0)
        if width < FEWEST_HIDDEN or times < MOSTLY * len(first):
            return text
        return "\n".join(_lines_of_one_cell(text))
    except csv.Error:
        return text


def _lines_of_one_cell(text: str) -> list[str]:
    """What stands in each filled line, where that is one cell each; none where it is more."""
    rows = [row for row in csv.reader(io.StringIO(text, newline="")) if any(row)]
    return [row[0] for row in rows] if all(len(row) == 1 for row in rows) else []


SAMPLE = 60_000
"""Characters that are looked at to see whether each line is quoted as a whole."""
FEWEST_HIDDEN = 3
MOSTLY = 0.9
"""Cells that a quoted line must hide, in how many of the lines. Own judgement."""


def _odd_line(text: str) -> int:
    lines = enumerate(text.splitlines(), start=1)
    return next((number for number, line in lines if line.count('"') % 2), 0)


def _widths_unquoted(text: str, separator: str) -> set[int]:
    """How many cells the lines have where quotation marks are text like any other."""
    return {line.count(separator) + 1 for line in text.splitlines() if line.strip()}


BLANK = "\u200b\ufeff \t\r\n\xa0\u3000"
"""What a cell may hold and still be empty."""


def count_cells(text: str, separator: str, *, is_quoted: bool = True) -> int:
    """Filled cells of a separated text, without the reader: by one search over the whole."""
    cut, blank = re.escape(separator), re.escape(BLANK.replace(separator, ""))
    if not is_quoted or '"' not in text:
        return sum(1 for _ in re.finditer(rf"[^{cut}\r\n]*[^{cut}{blank}][^{cut}\r\n]*", text))
    field = re.compile(rf'(?:"((?:[^"]|"")*)"|([^{cut}\r\n]*))(?:{cut}|\r\n|[\r\n]|\Z)')
    return sum(bool((found[1] or found[2] or "").strip(BLANK)) for found in field.finditer(text))


def find_separator(text: str) -> str:
    """The separator that cuts most of the first lines into the same number of columns, and into many."""
    first = text[:3000].lstrip("\ufeff")
    declared = re.match(r"sep=(.)\r?\n", first, re.IGNORECASE)
    if declared:
        return declared[1]
    lines = "\n".join(text[:60_000].splitlines()[:60])
    best, best_score = ",", 0.0
    for separator in SEPARATORS:
        try:
            widths = [len(r) for r in csv.reader(io.StringIO(lines), delimiter=separator) if r]
        except csv.Error:
            continue
        counted = Counter(width for width in widths if width > 1)
        # A short list may have more lines of labels above it than lines of its own.
        score = max((n * min(width, WIDE) for width, n in counted.items()), default=0) / max(
            1, len(widths)
        )
        if score > best_score:
            best, best_score = separator, score
    return best


WIDE = 12
"""Columns from which more of them say no more for a separator. Own judgement."""

TAG = re.compile(r"<[^>]*>")


def count_xml2003_cells(raw: bytes) -> list[int]:
    """Filled cells of each sheet of an Excel 2003 XML workbook, by one search."""
    sheets = re.split(rb"<(?:\w+:)?Worksheet\b", raw)[1:]
    data = re.compile(rb"<(?:\w+:)?Data\b[^>]*[^/>]>(.*?)</(?:\w+:)?Data>", re.DOTALL)
    return [
        sum(
            bool(html.unescape(TAG.sub("", found[1].decode("utf-8", "replace"))).strip(BLANK))
            for found in data.finditer(sheet)
        )
        for sheet in sheets
    ]


SS = "{urn:schemas-microsoft-com:office:spreadsheet}"


_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
Merged = list[tuple[int, int, int, int]]
MOST_MERGED = 20_000


def read_xml2003(raw: bytes) -> list[tuple[str, Rows, Merged]]:
    """(name, rows, cells merged downwards) of each sheet of an Excel 2003 XML workbook; merged cells
    as 1-based (first row, column, last row, column)."""
    is_wide = b"\0" in raw[:8]
    if _DOCTYPE.search(raw.replace(b"\0", b"") if is_wide else raw):
        raise Refused("E_XML_DTD")
    try:
        root = ElementTree.fromstring(raw)  # noqa: S314 - no DTD: looked for above
    except ElementTree.ParseError as broken:
        raise Refused("E_CORRUPT", str(broken)) from broken
    return [
        (sheet.get(f"{SS}Name", ""), *_xml2003_rows(sheet)) for sheet in root.iter(f"{SS}Worksheet")
    ]


def _xml2003_rows(sheet: ElementTree.Element) -> tuple[Rows, Merged]:
    rows: Rows = []
    merged: Merged = []
    for row in sheet.iter(f"{SS}Row"):
        _skip_to(rows, row.get(f"{SS}Index"), 1_048_576)
        cells: list[Any] = []
        for cell in row.iter(f"{SS}Cell"):
            _skip_to(cells, cell.get(f"{SS}Index"), MOST_COLUMNS)
            data = cell.find(f"{SS}Data")
            cells.append("" if data is None else _xml2003_value(data))
            down, at = cell.get(f"{SS}MergeDown", "0"), len(cells)
            if down.isdecimal() and int(down[:8]) > 0 and len(merged) < MOST_MERGED:
                merged.append((len(rows) + 1, at, len(rows) + 1 + int(down[:8]), at))
            across = cell.get(f"{SS}MergeAcross", "0")
            cells += [""] * (min(int(across), 200) if across.isdigit() else 0)
        _end_at_the_last_filled(cells)
        rows.append(cells)
    _end_at_the_last_filled(rows)
    last = len(rows)
    return rows, [(top, left, min(bottom, last), right) for top, left, bottom, right in merged]


def _end_at_the_last_filled(line: list[Any]) -> None:
    """Programs write the far end of a sheet too where it has nothing but a format."""
    while line and not line[-1] and line[-1] != 0:
        line.pop()


def _skip_to(line: list[Any], index: str | None, limit: int) -> None:
    if index is not None and index.isdigit():
        missing = min(int(index), limit) - 1 - len(line)
        line += [[] if limit > MOST_COLUMNS else ""] * max(0, missing)


def _xml2003_value(data: ElementTree.Element) -> Any:
    text = "".join(data.itertext())
    if data.get(f"{SS}Type") == "Number":
        try:
            return float(text)
        except ValueError:
            return text
    return text
