"""Names that a list turns round, the general word first: COUPLING,MAGNETIC is a magnetic coupling.

A comma ends a phrase elsewhere. Here it counts for nothing only where the words on its two sides are
together one known name.
"""

import re
from typing import TYPE_CHECKING

from desktop_app.matching.edges import THING_KINDS
from desktop_app.matching.normal import normalise

if TYPE_CHECKING:
    from desktop_app.matching.lexicon import Lexicon

_TURNED = re.compile(r"\s*([^\W\d_][^,;()\d]{1,24}?)\s*,\s*([^\W\d_][^,;()\d]{1,24}?)\s*(?=[,;]|$)")
"""Two short phrases without figures at the beginning."""


def turned_round(raw: str, scan: "Lexicon") -> str | None:
    """The text with such a name in its usual order; None where it begins with none."""
    if "," not in raw:
        return None
    begins = _TURNED.match(raw)
    if begins is None:
        return None
    general, special = begins.groups()
    for name in (f"{special} {general}", f"{general} {special}"):
        if _is_known(normalise(name), scan):
            return name + raw[begins.end() :]
    return None


def _is_known(plain: str, scan: "Lexicon") -> bool:
    """Whether a normalised text is one known name of a thing."""
    found = next(iter(scan.iter_long(plain)), None)
    if found is None:
        return False
    end, (length, word) = found
    return word.kind in THING_KINDS and end - length < 1 and end + 2 >= len(plain)
