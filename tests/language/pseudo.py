"""A language for tests: every sentence a third longer, with accents, between brackets.

Text that is cut, or that never went through the catalogue, is seen at once: it lacks a bracket.
"""

import gettext
import re

from desktop_app.language.catalogue import Catalogue

LONGER_BY = 0.35
"""How much longer than English a label may get in German or French."""

_ACCENTED = str.maketrans("aceinosuyACEINOSUYZ", "âçéîñöšüýÂÇÉÎÑÖŠÜÝŽ")
_KEPT = re.compile(r"(\{\w+\}|&\w|~?\w*\.\w+|\.\.\.$)")
"""Places, access keys, names of files and the dots of a menu stay what they are."""


def pseudo(template: str) -> str:
    """A template in the language of tests; its places stay."""
    pieces = _KEPT.split(template)
    said = "".join(
        piece if place % 2 else piece.translate(_ACCENTED) for place, piece in enumerate(pieces)
    )
    return f"[{said}{'~' * max(1, round(len(template) * LONGER_BY))}]"


class _Longer(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return pseudo(singular if n == 1 else plural)


class PseudoCatalogue(Catalogue):
    """Speaks the language of tests; writes numbers and days as English does."""

    def __init__(self) -> None:
        super().__init__("en")
        self._messages = _Longer()
