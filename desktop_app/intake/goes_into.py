"""The product that is made of the parts of a bill: named in columns beside them, above them, or by the
name of the file.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Set
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.cells_read import Facts
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.planned_lists import bare, phrases_of, words_of
from desktop_app.intake.tables import IDENTITY, Table
from desktop_app.model.sources import SheetFound, SourceFile

LONGEST = 80
"""Characters of a cell or a line above a list that may name a product."""
MOST_WORDS = 5
"""Words of the name of a product. Own judgement."""
FEWEST_SIGNS = 3
_BREAKS = re.compile(r"[\s_:：;；,，、()（）\[\]【】「」=|]+")


def settle_products(
    grid: Grid, table: Table, fields: Mapping[str, int], parts: NDArray[np.intp], facts: Facts
) -> None:
    """What the columns of products say of each part, where a list says how many go into one. In lists of
    records the product stands once, above its lines.

    ``parts``: positions of the rows in the sheet.
    """
    if "quantity" not in facts.columns or "annual_quantity" in facts.columns or not len(parts):
        return
    used = {position for name, position in fields.items() if name in (*IDENTITY, "quantity")}
    words = words_of("parents") | words_of("parent_numbers")
    columns = [
        n for n, heading in enumerate(table.headings[: len(grid.columns)])
        if n not in used and heading and bare(heading) in words
    ]  # fmt: skip
    said = [carried(grid, n, table.heading + 1, parts) for n in columns]
    if not any(any(texts) for texts in said):
        return
    together = [" ".join(filter(None, texts)) or None for texts in zip(*said, strict=True)]
    facts.columns["goes_into"] = np.array([*together, None], dtype=object)[:-1]


def carried(grid: Grid, column: int, start: int, parts: NDArray[np.intp]) -> list[str]:
    """The cells of a column in the rows of the parts, which stand from row ``start`` on; an empty one goes on
    with what is above it."""
    cells = grid.columns[column]
    rows = np.arange(len(cells.codes))
    above = np.maximum.accumulate(np.where(cells.filled & (rows >= start), rows, -1))[parts]
    texts = {code: shown(cells.values[code]).strip() for code in np.unique(cells.codes).tolist()}
    return [
        text if row >= 0 and len(text := texts[int(cells.codes[row])]) <= LONGEST else ""
        for row in above.tolist()
    ]


def words_in(text: str) -> list[str]:
    """The words of a text to compare, without signs; those of nothing but signs are left out."""
    plain = unicodedata.normalize("NFKC", text).upper()
    words = ("".join(c for c in word if c.isalnum()) for word in _BREAKS.split(plain))
    return [_unpadded(word) for word in words if word]


def key_of_product(text: str) -> str:
    """The name or number of a product to compare: DRV-0450 is DRV0450."""
    return "".join(words_in(text))


def _unpadded(word: str) -> str:
    return (word.lstrip("0") or "0") if word.isdigit() else word


def named_in(text: str, products: Set[str]) -> str | None:
    """The longest product that a text names by one to five words that follow one another; None where
    there is none, or nothing but a word without figures among others."""
    words = words_in(text)
    for count in range(min(MOST_WORDS, len(words)), 0, -1):
        for start in range(len(words) - count + 1):
            key = "".join(words[start : start + count])
            if key in products and (_is_telling(key) or _is_all_but_bill(words, key)):
                return key
    return None


def _is_telling(key: str) -> bool:
    """Whether a key is nobody's by chance: letters with figures, or many figures."""
    fewest = 2 * FEWEST_SIGNS if key.isdigit() else FEWEST_SIGNS
    return len(key) >= fewest and any(c.isdigit() for c in key)


def _is_all_but_bill(words: list[str], key: str) -> bool:
    """Whether nothing else is said but that this is a bill of material of it."""
    return "".join(word for word in words if word not in _words_of_bills()) == key


@cache
def _words_of_bills() -> frozenset[str]:
    """Words that say that something is a bill, or a product: "bill", "of", "material", "product"."""
    phrases = (*phrases_of("bill"), *phrases_of("parents"))
    said = {word.upper() for phrase in phrases for word in phrase.split()}
    return frozenset(said | {word.upper() for word in words_of("bill") | words_of("parents")})


def said_of_bill(file: SourceFile, sheet: SheetFound, header_row: int) -> Iterator[str]:
    """What is said of a whole list: above it, by its sheet and by its file, the nearest first."""
    for row in reversed(sheet.preview[: max(0, header_row - 1)]):
        line = " ".join(cell for cell in row if cell)
        if line and len(line) <= 2 * LONGEST:
            yield line
    yield sheet.name
    yield Path(file.path).stem
