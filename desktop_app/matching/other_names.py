"""What names a part where its description does not: a link, "3D printed", nothing at all.

Lists of drawing programs name their parts under the part number (motor_mount_plate), and shops under
"Material"; both are read then, but only for the things they name.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.matching.kinds import texts
from desktop_app.matching.reading import TextReader
from desktop_app.matching.said import Reading, says_anything
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread

if TYPE_CHECKING:
    from desktop_app.register.family_roles import FamilyRoles

_NAME = re.compile(r"[^\W\d_]{3}")
"""A part number without three letters in a row names nothing."""


def with_other_names(
    parts: PartTable, described: Spread[Reading], reader: TextReader, roles: "FamilyRoles"
) -> Spread[Reading]:
    """The readings of the descriptions, ``described``; where one is silent, that of another name."""
    silent = described.array(_is_silent, bool)
    places = np.flatnonzero(silent)
    columns = [texts(parts, name) for name in ("part_number", "mpn", "material")]
    if not len(places) or all(column.kinds == (None,) for column in columns):
        return described
    places = places[_may_be_named(columns, places)]
    kinds, of = list(described.kinds), described.of.copy()
    known: dict[tuple[str | None, ...], int] = {}
    said = ([column.kinds[kind] for kind in column.of[places].tolist()] for column in columns)
    for place, names in zip(places.tolist(), zip(*said, strict=True), strict=True):
        if names not in known:
            named = _first_named(names, reader, roles)
            known[names] = -1 if named is None else len(kinds)
            if named is not None:
                kinds.append(named)
        if known[names] >= 0:
            of[place] = known[names]
    return Spread(tuple(kinds), of)


def _may_be_named(columns: list[Spread[str | None]], places: NDArray[np.intp]) -> NDArray[np.bool_]:
    """At which of the places a column holds letters in a row: of most lists at none."""
    found = np.zeros(len(places), dtype=np.bool_)
    for column in columns:
        said = column.of[places]
        named = np.zeros(len(column.kinds), dtype=np.bool_)
        for kind in np.unique(said).tolist():
            text = column.kinds[kind]
            named[kind] = bool(text) and _NAME.search(text) is not None
        found |= named[said]
    return found


def _is_silent(reading: Reading) -> bool:
    return reading.head is None and not says_anything(reading)


def _first_named(
    names: Iterable[str | None], reader: TextReader, roles: "FamilyRoles"
) -> Reading | None:
    """What the first of some texts that names a thing says."""
    for text in names:
        if not text or not _NAME.search(text):
            continue
        reading = reader.read(text)
        head = reading.head
        if head is None or reading.plain or reading.read_as is not None:
            continue
        if head not in roles.only_made_of and head not in roles.products:
            return reading
    return None
