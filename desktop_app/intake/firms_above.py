"""Whose offer a list is, where the firm stands above it without any label, alone or before the title:
"Kobaltmagnet Sachsen GmbH", "NSB Bearings Ltd - price list 2027".
"""

import re
import unicodedata
from functools import cache
from typing import Any

import numpy as np

from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.headings import HeadingBook
from desktop_app.intake.planned_lists import names_any, said_of_list, written_of
from desktop_app.intake.tables import Table
from desktop_app.intake.title_lines import HIGHEST_TITLE, LONGEST_NAME, WIDEST_TITLE

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
    firms = {name for name in _firms(grid, table.first_heading) if name}
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
    return is_addressed or names_any(said_of_list(grid, table), "offer")


def _firms(grid: Grid, first_heading: int) -> list[str]:
    found = []
    for row in range(min(first_heading, HIGHEST_TITLE)):
        for column in range(min(len(grid.columns), WIDEST_TITLE)):
            text = shown(grid.cell(row, column)).strip()
            if text and len(text) <= LONGEST_NAME and not _ADDRESSED.search(text):
                found.append(firm_in(text))
    return found


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
