"""The same language on paper, where a date or a number is never parted from what belongs to it.

Blanks become no-break spaces. Windows, workbooks and JSON keep plain ones: there a text is searched,
copied and compared.
"""

import re
from collections.abc import Mapping
from datetime import date

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Argument

NO_BREAK = "\u00a0"
_PLACE = re.compile(r"\{(\w+)\} (?=\S)")
"""A place of a template with a blank behind it."""
_FIGURE = re.compile(r"[+\u2212-]?\d[\d.,\u00a0\u202f]*[%]?")


def unbroken(words: str) -> str:
    """The words as one that never breaks."""
    return words.replace(" ", NO_BREAK)


class PrintedCatalogue(Catalogue):
    """A catalogue for paper: the same words, with no-break spaces where a line must not end."""

    def month(self, day: date) -> str:
        """As on the screen, in one piece."""
        return unbroken(super().month(day))

    def short_date(self, day: date) -> str:
        """As on the screen, in one piece."""
        return unbroken(super().short_date(day))

    def date(self, day: date) -> str:
        """As on the screen, in one piece."""
        return unbroken(super().date(day))

    def money(self, amount: float, currency: str) -> str:
        """As on the screen, in one piece."""
        return unbroken(super().money(amount, currency))

    def _bound(self, template: str, values: Mapping[str, Argument]) -> str:
        """What follows a figure, such as its unit, stands with it in one line."""

        def held(found: re.Match[str]) -> str:
            return f"{{{found[1]}}}{NO_BREAK}" if _is_figure(values.get(found[1])) else found[0]

        return _PLACE.sub(held, template)


def _is_figure(value: Argument) -> bool:
    if isinstance(value, str):
        return _FIGURE.fullmatch(value) is not None
    return isinstance(value, int | float) and not isinstance(value, bool)


def printed(catalogue: Catalogue) -> PrintedCatalogue:
    """The catalogue of the same language for paper; itself where it is one."""
    if isinstance(catalogue, PrintedCatalogue):
        return catalogue
    return PrintedCatalogue(catalogue.language)
