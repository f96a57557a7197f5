"""Characters of the files that no font on paper has: each by its code, with where it stands."""

import re
from collections.abc import Iterator

from desktop_app.report import fonts
from desktop_app.report.blocks import Block, Cell, Column, Heading, Paragraph, Row, Table
from desktop_app.report.view import View

TEXTS = ("supplier", "manufacturer", "part_number", "mpn", "description")
"""The facts of a part that are printed as they were typed."""
NAMED = 3
"""Places of each character that are named."""
_CODE = re.compile(r"\[U\+[0-9A-F]{4,6}\]")


def unprinted(view: View) -> list[Block]:
    """The list by code, with the number of parts and the first places; nothing where all can be
    printed. Such a character stands in its place as its code."""
    places: dict[str, list[int]] = {}
    for code, part_id in _codes(view):
        places.setdefault(code, []).append(part_id)
    if not places:
        return []
    rows = tuple(
        Row(
            code,
            (
                Cell(code, strong=True),
                Cell(view.catalogue.number(len({*found}))),
                Cell(view.catalogue.listed(map(view.row_id, list(dict.fromkeys(found))[:NAMED]))),
            ),
        )
        for code, found in sorted(places.items())
    )
    columns = (
        Column(view.text("Code")),
        Column(view.text("Parts"), "number"),
        Column(view.text("For example")),
    )
    note = view.text("No font has these characters: their codes stand in their place.")
    heading = Heading(view.text("Characters that cannot be printed"))
    return [heading, Paragraph(note, "note"), Table("unprinted", columns, rows)]


def _codes(view: View) -> Iterator[tuple[str, int]]:
    """(code, part) of every character that is written out. The letters of a column are few: where all
    can be drawn, no text is looked at."""
    for name in TEXTS:
        texts = {
            at: v for at, v in enumerate(view.parts.frame[name].tolist()) if isinstance(v, str)
        }
        strange = {c for c in set("".join(texts.values())) if _CODE.search(fonts.visible(c))}
        for part_id, value in texts.items() if strange else ():
            if not strange.isdisjoint(value):
                for code in set(_CODE.findall(fonts.visible(value))) - set(_CODE.findall(value)):
                    yield code, part_id
