"""Whose offer a list is, where the firm stands above it without any label, alone or before the title:
"Kobaltmagnet Sachsen GmbH", "NSB Bearings Ltd - price list 2027".
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np

from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.planned_lists import (
    names_any,
    phrases_of,
    said_of_list,
    written_of,
)
from desktop_app.intake.tables import Table
from desktop_app.intake.title_lines import HIGHEST_TITLE, LONGEST_NAME, WIDEST_TITLE

FEWEST_SIGNS = 3
"""Letters of a firm in the name of a file. Own judgement."""
MOST_WORDS = 8
"""Words of the name of a firm before its legal form. Own judgement."""
OWN = frozenset(
    ("stock_on_hand", "annual_quantity", "requirement_quantity", "supplier", "manufacturer")
)
"""Facts of the buyer's own lists, or of lists that name their suppliers."""


def settle_firm_above(
    grid: Grid, table: Table, book: HeadingBook, facts: dict[str, Any], count: int
) -> None:
    """Names the firm above an offer as the supplier of all its rows, where no column does and one
    firm is named."""
    if not count or OWN & facts.keys() or not is_offer(grid, table, book):
        return
    lines = list(_lines(grid, table.first_heading, book))
    firms = {name for line in lines if (name := firm_in(line))}
    firms = firms or {line for line in lines if is_named_by_file(line, grid.file_name)}
    if len(firms) == 1:
        facts["supplier"] = np.full(count, firms.pop(), dtype=object)


def is_offer(grid: Grid, table: Table, book: HeadingBook) -> bool:
    """Whether a list is called an offer, or gives the buyer's number beside the firm's own."""
    is_addressed = any(
        m.field == "customer_part_number"
        for text in table.headings
        if text
        for m in book.exact(text)
    )
    said = said_of_list(grid, table)
    return is_addressed or (names_any(said, "offer") and not names_any(said, "own_prices"))


def _lines(grid: Grid, first_heading: int, book: HeadingBook) -> Iterator[str]:
    for row in range(min(first_heading, HIGHEST_TITLE)):
        before = ""
        for column in range(min(len(grid.columns), WIDEST_TITLE)):
            text = shown(grid.cell(row, column)).strip()
            is_plain = len(text) <= LONGEST_NAME and not _ADDRESSED.search(text)
            if text and is_plain and not _is_label(before, book):
                yield text
            before = text or before


def _is_label(text: str, book: HeadingBook) -> bool:
    """What stands left of a name and says whose it is: "Customer:", "Bill to"; but not "Offer"."""
    if not text or names_any(text, "offer"):
        return False
    return (
        text.endswith((":", "：")) or len(text.split()) <= WORDS_OF_LABEL or bool(book.exact(text))
    )


WORDS_OF_LABEL = 2
"""Words of a label without a colon. Own judgement."""


def is_named_by_file(line: str, file_name: str) -> bool:
    """Whether a line without figures is what the name of the file says beside that it is an offer, or
    goes on from there: "NSB Bearings" in "NSB price list 2027"."""
    if any(c.isdigit() for c in line) or len(line.split()) > MOST_WORDS:
        return False
    text = unicodedata.normalize("NFKC", file_name).casefold()
    for phrase in sorted(phrases_of("offer"), key=len, reverse=True):
        text = text.replace(phrase, " ")
    rest = " ".join(re.sub(r"[\W\d_]+", " ", text).split())
    plain = " ".join(re.sub(r"[\W_]+", " ", line.casefold()).split())
    return len(rest) >= FEWEST_SIGNS and plain.startswith(rest)


_ADDRESSED = re.compile(r"[:：]|@|https?://|www\.")
"""What a label says is of whom the label names: "Customer: ACME GmbH"."""


def firm_in(text: str) -> str:
    """The firm that a line begins with, up to its legal form; "" where it begins with none."""
    latin, unspaced = _forms()
    plain = unicodedata.normalize("NFKC", text)
    found = unspaced.match(plain) or latin.match(plain)
    if found is None:
        return ""
    name = found[0].strip(" ,;-–")
    return name if len(name.split()) <= MOST_WORDS else ""


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A line that begins with a firm: in words with a form behind them, as it is written or in capitals;
    in Chinese, Japanese and Korean."""
    forms = sorted(written_of("legal_form"), key=len, reverse=True)
    spaced = [re.escape(form) for form in forms if form.isascii()]
    some = "|".join(dict.fromkeys([*spaced, *(form.upper() for form in spaced)]))
    words = rf"(?:[^\s,;]+\s+){{1,{MOST_WORDS - 1}}}?"
    latin = rf"{words}(?:{some})(?!\w)(?:\s*(?:,|&|et|und|and)?\s*(?:{some})(?!\w))*"
    east = "|".join(re.escape(form) for form in forms if not form.isascii())
    before = rf"(?:{east})\s*[^\s,，。(（]{{2,20}}"
    behind = rf"[^\s,，。:：]{{2,30}}?(?:{east})"
    return re.compile(latin), re.compile(f"{before}|{behind}")
