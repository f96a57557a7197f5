"""Tables in files that are text: CSV in any encoding and separator."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.intake.printed_columns import FEWEST_COLUMNS, cut_columns, has_gaps
from desktop_app.intake.refusal import Refused
from desktop_app.intake.text_encodings import decode

Rows = list[list[Any]]
SEPARATORS = (",", ";", "\t", "|", "^", "~", "│", "┃", "║", "，", "；")
"""Lines stand between the columns of tables that are drawn; the last two are typed on Chinese keyboards."""
LARGEST_TEXT = 300_000_000
MOST_COLUMNS = 50_000
MOST_LINES = 5_000_000
"""Lines of a text; five times those of a sheet."""


@dataclass(frozen=True)
class TextTable:
    """``filled``: cells with anything in them, counted in the text itself, not in ``rows``, and not where
    the columns are as printed;
    ``open_quote``: the first line with a quotation mark that is never closed, 0 without one."""

    form: str
    rows: Rows
    encoding: str
    doubtful_lines: list[int]
    filled: int | None
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
    if text.count("\n") > MOST_LINES and (text := text.rstrip("\r\n")).count("\n") > MOST_LINES:
        raise Refused("E_TOO_LARGE", "lines")
    csv.field_size_limit(1_000_000)
    text = _with_plain_lines(text)
    text = _without_quotes_around_lines(text)
    manner = manner_of(text)
    text = _without_quotes_around_some(text, manner)
    printed = cut_columns(text)
    if printed is not None and not _is_separated(text, manner, max(map(len, printed))):
        return TextTable("txt", printed, encoding, doubtful, None)
    is_wrapped = '="' in text
    rows: Rows = []
    try:
        for row in manner.cut(io.StringIO(text, newline="")):
            if len(row) > MOST_COLUMNS:
                raise Refused("E_TOO_LARGE", "columns")
            rows.append([_as_text(cell) for cell in row] if is_wrapped else row)
    except csv.Error as broken:
        raise Refused("E_CSV", str(broken)) from broken
    form = "tsv" if manner.separator == "\t" else "csv"
    is_open = '"' in text and not manner.mark
    opened = _odd_line(text) if is_open else 0
    return TextTable(form, rows, encoding, doubtful, count_cells(text, manner), opened)


_HEADS_OF_A_WIKI = re.compile(r"\A[\ufeff\s]*\|\|[^\r\n]*\|\|[ \t]*(?=[\r\n])")
"""Headings between two bars each, the rows below them between one."""
_OTHER_ENDS = "\x85", "\u2028"
"""Next line of mainframes, and the line separator of Unicode."""


def _with_plain_lines(text: str) -> str:
    """The text with its lines ended as everywhere, and without the hyphens that no reader sees."""
    if "\n" not in text and "\r" not in text:
        for end in _OTHER_ENDS:
            text = text.replace(end, "\n")
    text = _HEADS_OF_A_WIKI.sub(lambda found: found[0].replace("||", "|"), text, count=1)
    return text.replace("\xad", "") if "\xad" in text else text


class Manner(NamedTuple):
    """How a text is cut: ``separator``; the quotation ``mark``, empty where it is text like any other;
    whether ``blanks`` stand between a separator and a quotation mark."""

    separator: str
    mark: str = '"'
    blanks: bool = False

    def cut(self, lines: Iterable[str]) -> Iterator[list[str]]:
        """The cells of each line. Raises csv.Error where a cell never ends."""
        return csv.reader(
            lines,
            delimiter=self.separator,
            quotechar=self.mark or '"',
            quoting=csv.QUOTE_MINIMAL if self.mark else csv.QUOTE_NONE,
            skipinitialspace=self.blanks,
        )


def _is_separated(text: str, manner: Manner, printed: int) -> bool:
    """Whether a text that can be cut as printed too, into that many cells, is cut at separators: padded cells
    are. The first line that has cells tells, for figures and texts have commas and headings have none."""
    filled = (line for line in text[:SAMPLE].splitlines() if line.strip(" \r\ufeff"))
    first = list(islice(filled, 60))
    widths = [len(row) for row in manner.cut(first)]
    width, times = Counter(widths).most_common(1)[0]
    if manner.separator == "," and times < len(first) // 2:
        return False
    if width < FEWEST_COLUMNS:
        return printed <= width
    pairs = zip(first, widths, strict=False)  # a cell in quotation marks may go over two lines
    return next((own == width for line, own in pairs if own == width or has_gaps(line)), True)


def manner_of(text: str) -> Manner:
    """How this text is cut, as its first lines show."""
    separator = find_separator(text)
    if separator == "," and '"' not in text and _are_sentences(text):
        return Manner(WHOLE_LINES, "")
    cut = re.escape(separator)
    if '"' not in text:
        start = text[:SAMPLE].lstrip("\ufeff\r\n ")
        quoted = r"'(?:[^'\r\n]|'')*'"
        heads = rf"{quoted}(?:{cut}{quoted}){{{FEWEST_HIDDEN - 1},}}{cut}?(?=[\r\n])"
        return Manner(separator, "'" if re.match(heads, start) else "")
    if text.count('"') % 2 and len(widths := _widths_unquoted(text, separator)) == 1:
        # One mark is never closed: it is an inch, or a slip; the rows are whole without it.
        return Manner(separator, '"' if widths.pop() < 2 else "")
    behind_blanks = rf'{cut} +"(?:[^"]|"")*" *(?={cut}|[\r\n]|\Z)'
    return Manner(separator, blanks=re.search(behind_blanks, text[:SAMPLE]) is not None)


_WRAPPED = re.compile(r'="([^"]*)"')


def _as_text(cell: str) -> str:
    """What is inside ="00471": a formula that keeps a spreadsheet from taking a number for one."""
    found = _WRAPPED.fullmatch(cell)
    return found[1] if found else cell


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


_QUOTED_LINE = re.compile(r'^"((?:[^"\r\n]|"")*)"(?=\r?$)', re.MULTILINE)
FEWEST_QUOTED = 2
"""Lines that must be quoted as a whole and hide a whole row each; one alone may be a sentence."""


def _without_quotes_around_some(text: str, manner: Manner) -> str:
    """The text without the quotation marks around those of its lines that hide a row of cells, as they are
    left by a program that had some of the lines in one cell."""
    if manner.mark != '"' or _QUOTED_LINE.search(text) is None:
        return text
    start = io.StringIO(text[:SAMPLE], newline="")
    rows = [row for row in islice(manner.cut(start), 200) if len(row) > 1]
    widths = Counter(map(len, rows))
    width = widths.most_common(1)[0][0] if widths else 0
    numbered = _numbered([row for row in rows if len(row) == width], width)
    hidden = fitting = 0

    def opened(found: re.Match[str]) -> str:
        nonlocal hidden, fitting
        inside = found[1].replace('""', '"')
        cells = next(manner.cut([inside]), [])
        if len(cells) != width:
            return found[0]
        hidden += 1
        fitting += all(_NUMBERED.match(cells[n].strip() or "0") for n in numbered)
        return inside

    try:
        plain = _QUOTED_LINE.sub(opened, text)
    except csv.Error:
        return text
    is_meant = hidden >= FEWEST_QUOTED and fitting * 2 >= hidden
    return plain if width >= FEWEST_HIDDEN and is_meant else text


_NUMBERED = re.compile(r"\W*\d")


def _numbered(rows: list[list[str]], width: int) -> list[int]:
    """Columns of numbers: quoted lines with words in them are sentences, "Magnets, Sensors, Motors"."""
    told = [[row[n] for row in rows if row[n].strip()] for n in range(width)]
    return [
        n
        for n, cells in enumerate(told)
        if cells and sum(_NUMBERED.match(cell) is not None for cell in cells) * 2 >= len(cells)
    ]


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


BLANK = (
    "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
    " \t\r\n\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""What a cell may hold and still be empty: blanks of every width, and the unseen marks that right-to-left
programs copy round a number."""


def count_cells(text: str, manner: Manner) -> int:
    """Filled cells of a separated text, without the reader: by one search over the whole."""
    cut, blank = re.escape(manner.separator), re.escape(BLANK.replace(manner.separator, ""))
    mark = manner.mark
    if not mark or mark not in text:
        return sum(1 for _ in re.finditer(rf"[^{cut}\r\n]*[^{cut}{blank}][^{cut}\r\n]*", text))
    before = " *" if manner.blanks else ""
    inside = rf"{before}{mark}((?:[^{mark}]|{mark}{mark})*){mark}"
    field = re.compile(rf"(?:{inside}|([^{cut}\r\n]*))(?:{cut}|\r\n|[\r\n]|\Z)")
    return sum(bool((found[1] or found[2] or "").strip(BLANK)) for found in field.finditer(text))


def _are_sentences(text: str) -> bool:
    """Whether lines are whole as they are typed in a mail: most have no comma and hardly any has something
    behind one, and none behind two."""
    filled = (line for line in text[:SAMPLE].splitlines() if line.strip(" \r\ufeff"))
    widths = [sum(map(bool, map(str.strip, line.split(",")))) for line in islice(filled, 200)]
    return max(widths, default=3) == 2 and widths.count(2) <= FEW_COMMAS * len(widths)


WHOLE_LINES = "\x1f"
"""Stands between the cells of texts that have one a line: the sign that ASCII keeps for this."""
FEW_COMMAS = 0.25
"""Share of the lines of a letter with a comma within. Own judgement."""


def find_separator(text: str) -> str:
    """The separator that cuts most of the first lines into the same number of columns, and into many."""
    first = text[:3000].lstrip("\ufeff")
    declared = re.match(r"sep=(.)\r?\n", first, re.IGNORECASE)
    if declared and not _is_untrue(declared[1], first[declared.end() :]):
        return declared[1]
    filled = (line for line in text[:SAMPLE].splitlines() if line.strip(" \r\ufeff"))
    lines = "\n".join(islice(filled, 60))
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


def _is_untrue(separator: str, text: str) -> bool:
    """Whether the headings are not cut by the separator that the file names, and by another into many."""
    headings = next(filter(str.strip, text.splitlines()), separator)
    others = (headings.count(other) for other in SEPARATORS)
    return separator not in headings and max(others) >= FEWEST_HIDDEN - 1


WIDE = 12
"""Columns from which more of them say no more for a separator. Own judgement."""

TAG = re.compile(r"<[^>]*>")
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
Merged = list[tuple[int, int, int, int]]
MOST_MERGED = 20_000


def holds_doctype(raw: bytes) -> bool:
    """Whether a file of XML defines a document type: no list needs one, and attacks are made of them."""
    is_wide = b"\0" in raw[:8]
    return _DOCTYPE.search(raw.replace(b"\0", b"") if is_wide else raw) is not None
