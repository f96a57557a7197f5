"""Lines of a list that are not to be placed on the board or fitted, as their cells say."""

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from desktop_app.intake.answer_words import is_unspaced
from desktop_app.intake.grid import Grid, shown
from desktop_app.intake.heading_words import KINDS_OF_PARTS
from desktop_app.intake.planned_lists import bare, texts_of, words_of
from desktop_app.intake.tables import Table


def not_placed(
    grid: Grid, table: Table, parts: NDArray[np.intp], *, is_board: bool
) -> NDArray[np.bool_]:
    """Lines that are not to be placed, as a circuit board's list says in more ways than others."""
    found = np.zeros(len(parts), dtype=np.bool_)
    alone, first = _alone()
    fitted = frozenset(texts_of("fitted"))
    for column, heading in zip(grid.columns, table.headings, strict=False):
        if heading and bare(heading) in words_of("unplaced_heading"):
            said = column.where(
                lambda v: (text := shown(v).casefold()) != "" and text not in fitted
            )
        elif is_board:
            said = column.where(lambda v: isinstance(v, str) and _within().search(v) is not None)
        else:
            # Numbers of parts are mostly all different: no function is called for each of them.
            saying = {
                v
                for v in column.values
                if type(v) is str and v[0] in first and v.casefold() in alone
            }
            saying |= {v for v in column.values if type(v) is str and _is_title(v)}
            if not saying:
                continue
            said = column.where(saying.__contains__)
        found |= said[parts]
    return found


def _is_title(text: str) -> bool:
    """ "Components NOT POPULATED in this BOM": what follows in the list, or how many of it, and no part."""
    first, _, rest = text.partition(" ")
    return first.casefold() in KINDS_OF_PARTS and _within().match(rest) is not None


@cache
def _within() -> re.Pattern[str]:
    """What says so anywhere in a text of a board's list."""
    words = sorted(texts_of("not_placed"), key=len, reverse=True)
    spaced = "|".join(re.escape(word) for word in words if not is_unspaced(word))
    unspaced = "|".join(re.escape(word) for word in words if is_unspaced(word))
    return re.compile(rf"(?<![\w-])(?:{spaced})(?![\w-])|{unspaced}", re.IGNORECASE)


@cache
def _alone() -> tuple[frozenset[str], frozenset[str]]:
    """What says so in a cell of its own in any list, and the letters that these begin with: nearly every
    cell of a long list begins otherwise, and need not be looked at further."""
    texts = frozenset(texts_of("not_placed_alone"))
    return texts, frozenset(letter for text in texts for letter in (text[0], text[0].upper()))
