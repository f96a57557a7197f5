"""What the column of the material says of each part, and whether that is all a part can be.

"KAMMERRING" of EN-GJL-250 is a piece of cast iron, whatever the name means. "KAMMERRING 24 V" may
be a coil in a case of it: of a part with an electric figure the material is that of its housing.
"""

import re
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.matching.composition import ONE_STUFF, as_material
from desktop_app.matching.kinds import combined, merged, texts
from desktop_app.matching.reading import TextReader
from desktop_app.matching.said import NOTHING, Reading
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread

if TYPE_CHECKING:
    from desktop_app.register.word_lists import WordLists

_ELECTRIC = re.compile(
    r"(?<![\w.,])\d+(?:[.,]\d+)?\s?(?:[kKmµM]?(?:V|W|A|VA|Hz|Ah)|[VW]?[AD]C|VAC|VDC|HP|PS|rpm|1/min|U/min"
    r"|Ohm|Ω|伏|瓦)(?![\w/])"
)
"""A voltage, power, current, frequency or speed."""


def materials_of(
    parts: PartTable, described: Spread[Reading], reader: TextReader, lists: "WordLists"
) -> Spread[Reading]:
    """The reading of each part's material; one ordinary material is not all there is of a part without
    a name, or whose unknown name has an electric figure beside it."""
    materials = texts(parts, "material")
    if materials.kinds in ((), (None,)):
        return Spread((NOTHING,), np.zeros(len(parts), dtype=np.int32))
    read = {
        text: as_material(text, reader.read(text), lists) if text else NOTHING
        for text in materials.kinds
    }
    if not any(ONE_STUFF in reading.states for reading in read.values()):
        return merged(materials, read.__getitem__)

    def of_part(row: tuple[str | None, str | None, Reading]) -> Reading:
        material, description, said = row
        reading = read[material]
        is_unnamed = said.head is None and ONE_STUFF in reading.states
        if is_unnamed and (not description or _ELECTRIC.search(description)):
            return reading._replace(states=reading.states - {ONE_STUFF})
        return reading

    return merged(combined(materials, texts(parts, "description"), described), of_part)
