"""Some rows of a file that was read once, so that many questions need not read many files."""

from dataclasses import replace

from desktop_app.model.parts import PartTable
from desktop_app.model.reading import Reading


def only(reading: Reading, places: list[int]) -> Reading:
    """The reading with the parts at these places alone, and what was remarked of them."""
    return replace(reading, parts=_parts(reading.parts, places))


def _parts(parts: PartTable, places: list[int]) -> PartTable:
    elsewhere = (parts.provenance, parts.sources, parts.substances, parts.answered)
    assert not any(elsewhere)
    frame = parts.frame.iloc[places].reset_index(drop=True)
    marks, unreadable = (
        {at: said[place] for at, place in enumerate(places) if place in said}
        for said in (parts.marks, parts.unreadable)
    )
    return replace(parts, frame=frame, marks=marks, unreadable=unreadable)
