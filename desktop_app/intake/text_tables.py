"""Tables in files that are text: CSV in any encoding and separator, HTML, MHTML, Excel 2003 XML."""

import csv
import email
import html
import io
import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from html.parser import HTMLParser
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
    separator = find_separator(text)
    csv.field_size_limit(1_000_000)
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


def _odd_line(text: str) -> int:
    lines = enumerate(text.splitlines(), start=1)
    return next((number for number, line in lines if line.count('"') % 2), 0)


def _widths_unquoted(text: str, separator: str) -> set[int]:
    """How many cells the lines have where quotation marks are text like any other."""
    return {line.count(separator) + 1 for line in text.splitlines() if line.strip()}


_BLANK = "\u200b\ufeff \t\r\n\xa0\u3000"
"""What a cell may hold and still be empty."""


def count_cells(text: str, separator: str, *, is_quoted: bool = True) -> int:
    """Filled cells of a separated text, without the reader: by one search over the whole."""
    cut, blank = re.escape(separator), re.escape(_BLANK.replace(separator, ""))
    if not is_quoted or '"' not in text:
        return sum(1 for _ in re.finditer(rf"[^{cut}\r\n]*[^{cut}{blank}][^{cut}\r\n]*", text))
    field = re.compile(rf'(?:"((?:[^"]|"")*)"|([^{cut}\r\n]*))(?:{cut}|\r\n|[\r\n]|\Z)')
    return sum(bool((found[1] or found[2] or "").strip(_BLANK)) for found in field.finditer(text))


def find_separator(text: str) -> str:
    """The separator that cuts the first lines into the same number of columns most often."""
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
        if not counted:
            continue
        width, times = counted.most_common(1)[0]
        score = times / len(widths) * min(width, 12)
        if score > best_score:
            best, best_score = separator, score
    return best


class _TableParser(HTMLParser):
    """Collects the outermost tables; spans are filled with nothing, nested tables are text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Rows] = []
        self.depth = 0
        self.cell: list[str] | None = None
        self.span = 1
        self.skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self.skipping += 1
        elif tag == "table":
            self.depth += 1
            if self.depth == 1:
                self.tables.append([])
        elif self.depth == 1 and tag == "tr":
            self._end_cell()
            self.tables[-1].append([])
        elif self.depth == 1 and tag in ("td", "th") and self.tables[-1]:
            self._end_cell()
            self.cell = []
            span = dict(attrs).get("colspan") or "1"
            self.span = min(int(span), 200) if span.isdigit() else 1
        elif tag == "br" and self.cell is not None:
            self.cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self.skipping = max(0, self.skipping - 1)
        elif tag == "table":
            if self.depth == 1:
                self._end_cell()
            self.depth = max(0, self.depth - 1)
        elif self.depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self.cell is not None and not self.skipping:
            self.cell.append(data)

    def _end_cell(self) -> None:
        if self.cell is not None:
            words = " ".join("".join(self.cell).split())
            self.tables[-1][-1] += [words, *[""] * (self.span - 1)]
            self.cell = None


_CELL = re.compile(r"<t[dh]\b[^>]*>(.*?)(?=<t[dhr]\b|</t[dhr]\b|</table|</tbody|\Z)", re.I | re.S)
_TAG = re.compile(r"<[^>]*>")


def count_html_cells(raw: bytes) -> int:
    """Cells of a page with anything in them, by one search; tables inside cells are not told apart."""
    text = decode(raw)[0]
    return sum(
        bool(html.unescape(_TAG.sub("", found[1])).strip(_BLANK)) for found in _CELL.finditer(text)
    )


def count_xml2003_cells(raw: bytes) -> list[int]:
    """Filled cells of each sheet of an Excel 2003 XML workbook, by one search."""
    sheets = re.split(rb"<(?:\w+:)?Worksheet\b", raw)[1:]
    data = re.compile(rb"<(?:\w+:)?Data\b[^>]*[^/>]>(.*?)</(?:\w+:)?Data>", re.DOTALL)
    return [
        sum(
            bool(html.unescape(_TAG.sub("", found[1].decode("utf-8", "replace"))).strip(_BLANK))
            for found in data.finditer(sheet)
        )
        for sheet in sheets
    ]


def read_html(raw: bytes) -> Rows:
    """The rows of all tables of a page, one empty row between tables."""
    declared = re.search(rb"charset=[\"']?([\w-]+)", raw[:4000])
    text, encoding, _ = decode(raw)
    if declared and encoding == "cp1252":
        with suppress(LookupError):
            text = raw.decode(declared[1].decode("ascii"), "replace")
    parser = _TableParser()
    parser.feed(text)
    parser.close()
    rows: Rows = []
    for table in parser.tables:
        if rows:
            rows.append([])
        rows += table
    if not any(rows):
        raise Refused("E_NOT_SPREADSHEET", "page without a table")
    return rows


def page_of(raw: bytes) -> bytes:
    """The first page of a web archive that holds a table. Refused where none does."""
    for part in email.message_from_bytes(raw).walk():
        payload = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(payload, bytes):
            try:
                read_html(payload)
            except Refused:
                continue
            return payload
    raise Refused("E_NOT_SPREADSHEET", "archive without a table")


SS = "{urn:schemas-microsoft-com:office:spreadsheet}"


def read_xml2003(raw: bytes) -> list[tuple[str, Rows]]:
    """(name, rows) of each sheet of an Excel 2003 XML workbook."""
    if re.search(rb"<!DOCTYPE|<!ENTITY", raw[:100_000], re.IGNORECASE):
        raise Refused("E_XML_DTD")
    try:
        root = ElementTree.fromstring(raw)  # noqa: S314 - no DTD: looked for above
    except ElementTree.ParseError as broken:
        raise Refused("E_CORRUPT", str(broken)) from broken
    return [
        (sheet.get(f"{SS}Name", ""), _xml2003_rows(sheet)) for sheet in root.iter(f"{SS}Worksheet")
    ]


def _xml2003_rows(sheet: ElementTree.Element) -> Rows:
    rows: Rows = []
    for row in sheet.iter(f"{SS}Row"):
        _skip_to(rows, row.get(f"{SS}Index"), 1_048_576)
        cells: list[Any] = []
        for cell in row.iter(f"{SS}Cell"):
            _skip_to(cells, cell.get(f"{SS}Index"), MOST_COLUMNS)
            data = cell.find(f"{SS}Data")
            cells.append("" if data is None else _xml2003_value(data))
            across = cell.get(f"{SS}MergeAcross", "0")
            cells += [""] * (min(int(across), 200) if across.isdigit() else 0)
        rows.append(cells)
    return rows


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
