"""What one text says, as its words were understood; and what a loose word means beside others."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop_app.matching.lexicon import Word
    from desktop_app.register.family_roles import FamilyRoles


class Reading(NamedTuple):
    """What a text says.

    ``head``/``rival``: family ids. ``later``: families named in later phrases or in brackets,
    ``also``: bearing ones beside the head, ``inside``: bearing ones after "with". ``is_other``: the
    head is a thing that cannot be a bearing part. ``clear``:
    nothing speaks against the head. ``aside_only``: it was named only in brackets or after "with".
    ``plain``: it is only a common material or shape, or stands behind an unknown word and "à"; of
    a series: it stands behind an unknown word.
    ``purposes``: with an @ before them, hints named after "for" and all things named but those it
    comes with: what a machine, a service or know-how is for.
    ``unnamed``: it stands behind an unknown word and "of", or an unknown word is joined to its end.
    ``packs``: kit, spares, whole (complete), assembly. ``shares``: stated mass percents. ``freed``:
    elements and CAS numbers that the text says are not in it. ``words``: what decided, spelled as in the word lists.
    ``telling``: of each word that only describes, what it says: a hint, the kind of the word, or the
    family of a second thing.
    ``behind``: a figure or a mark stands between what else names the line, such as the number of a model,
    and a head that holds nothing.
    ``read_as``: the word that a misspelled or shortened one was read as.
    ``within``: elements and CAS numbers named after "with", ``aimed``: those after "for".
    """

    head: str | None = None
    rival: str | None = None
    later: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    is_other: bool = False
    clear: bool = True
    aside_only: bool = False
    plain: bool = False
    unnamed: bool = False
    series: str | None = None
    hints: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()
    inside: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    states: frozenset[str] = frozenset()
    substance: str | None = None
    shares: tuple[tuple[str, float], ...] = ()
    freed: tuple[str, ...] = ()
    claims: frozenset[str] = frozenset()
    packs: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    telling: tuple[tuple[str, str], ...] = ()
    behind: bool = False
    read_as: str | None = None
    within: frozenset[str] = frozenset()
    aimed: frozenset[str] = frozenset()


NOTHING = Reading()
MAGNET_HINTS = frozenset({"ndfeb", "smco", "smfen", "alnico"})
LOOSE_HINTS = frozenset({"neo", "earths"})
"""Short words of the trade that name a magnet material only beside a thing that may be a magnet or
hold one: "neo" is also a model name, "rare earth" also a polish and an ore."""
_MAY_HOLD = ("family", "tail", "weak")
_SIZE = re.compile(r"\d {0,2}(?:mm {1,2})?x {0,2}\d")
"""A size such as 10x3, as magnets are bought by."""


def stands_for_magnet(text: str, length: int) -> bool:
    """Whether a loose word of this length stands beside a size in a normalised text, or is all of it,
    as in a column of materials."""
    return length == len(text) or _SIZE.search(text) is not None


def names_material(
    words: Iterable["Word"], hints: set[str], gathered: Iterable[str], roles: "FamilyRoles"
) -> bool:
    """Whether a loose word means NdFeB: the text names a thing that may hold it, nothing but a shape,
    a grade or a magnet. ``words`` of the things named, ``gathered``: kinds of the other words."""
    words = list(words)
    fits = any(word.kind in _MAY_HOLD for word in words) or "grade" in gathered
    shaped = words and all(word.kind == "shape" and word.value != roles.package for word in words)
    return bool(fits or shaped or "magnet" in hints)


def says_anything(reading: Reading) -> bool:
    """Whether a text without a named thing still says what it is about."""
    return bool(
        reading.series or reading.grades or reading.elements or reading.substance
        or reading.hints & MAGNET_HINTS
    )  # fmt: skip
