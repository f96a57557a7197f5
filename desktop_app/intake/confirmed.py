"""What a user has confirmed of the columns of a list, asked for by its headings and supplier."""

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeAlias

from desktop_app.intake.headings import normalise
from desktop_app.model.sources import ROW_MARK

Columns: TypeAlias = Mapping[str, str]
"""Heading as found to the field its column holds, "" for a column that is not used. Under the names of rows
(``sources.row_name``) it says whether these are parts."""


class Ask(Protocol):
    """Told the headings of a table and whose list it is, says what was confirmed of such lists; None
    if nothing was. ``supplier`` is empty where the list is of several or of nobody known."""

    def __call__(self, headings: Sequence[str], supplier: str = "", /) -> Columns | None:
        """What was confirmed."""


def nothing_confirmed(_headings: Sequence[str], _supplier: str = "", /) -> Columns | None:
    """Nobody has said anything yet."""
    return None


class Asked:
    """Asks for one supplier, whoever is named, and remembers headings and answer."""

    def __init__(self, ask: Ask, supplier: str = "") -> None:
        self._ask, self._supplier = ask, supplier
        self.headings: Sequence[str] = ()
        self.answer: Columns | None = None

    def __call__(self, headings: Sequence[str], _supplier: str = "", /) -> Columns | None:
        """What was confirmed."""
        self.headings, self.answer = headings, self._ask(headings, self._supplier)
        return self.answer


def said_of(headings: Sequence[str], confirmed: Columns) -> dict[int, str]:
    """Position of a column to what was said of it. Of two columns with the same heading the first
    holds the field and the other is not used."""
    known = {
        normalise(heading): field
        for heading, field in confirmed.items()
        if not heading.startswith(ROW_MARK)
    }
    said: dict[int, str] = {}
    for position, heading in enumerate(headings):
        field = known.get(normalise(heading)) if heading else None
        if field is not None:
            said[position] = "" if field in said.values() else field
    return said


def of_rows(confirmed: Columns) -> dict[str, str]:
    """What was said of rows, by their names."""
    return {name: said for name, said in confirmed.items() if name.startswith(ROW_MARK)}
