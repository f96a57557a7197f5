"""What the user said of columns, and the reading after the lists concerned were read anew.

Nothing here knows Qt. A choice is made of the lists of one supplier. Others with the same headings
follow it until something else is said of them, as ``project.decisions.mapping_for`` rules.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from desktop_app.model.findings import CodedError

if TYPE_CHECKING:
    from desktop_app.model.reading import Reading
    from desktop_app.model.sources import SourceFile, TableFound

Headings = tuple[str, ...]
NOT_USED = ""


def headings_of(table: "TableFound") -> Headings:
    """What names a kind of list: its headings from left to right, empty ones left out."""
    return _named(column.header for column in table.columns)


def _named(headings: Iterable[str]) -> Headings:
    return tuple(heading.strip() for heading in headings if heading.strip())


def _key(headings: Headings) -> str:
    from desktop_app.project.decisions import header_fingerprint

    return header_fingerprint(headings)


@dataclass(frozen=True, slots=True)
class ColumnChoices:
    """What was said of the columns of lists, by the fingerprint of their headings and the supplier
    ("" for any), under which a project remembers it: heading to field, "" for not used.

    Called with the headings of a table and its supplier it answers as intake wants to know
    (``intake.confirmed``).
    """

    of: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)

    def __call__(self, headings: Sequence[str], supplier: str = "", /) -> Mapping[str, str] | None:
        """What was said of lists with these headings; None where nothing was."""
        if not self.of:
            return None
        from desktop_app.project.decisions import ColumnMapping, mapping_for

        said = [ColumnMapping(key, fields, owner) for (key, owner), fields in self.of.items()]
        found = mapping_for(said, _named(headings), supplier)
        return None if found is None else found.fields

    def with_choice(
        self, table: "TableFound", heading: str, meaning: str | None, supplier: str = ""
    ) -> "ColumnChoices":
        """With one more choice; ``meaning`` None leaves the column to the program again.

        A fact is held by one column: what was said of another column of this meaning is forgotten.
        Who the supplier is cannot hang on itself: a choice about that column is made of all lists.
        """
        headings = headings_of(table)
        key, before = _key(headings), self(headings, supplier) or {}
        now = next((c.field for c in table.columns if c.header.strip() == heading), None)
        others = dict(self.of)
        if "supplier" in (meaning, now):
            others.pop((key, supplier), None)
            supplier = ""
        said = {
            other: fact
            for other, fact in before.items()
            if other != heading and (fact == NOT_USED or fact != meaning)
        }
        if meaning is not None:
            said[heading] = meaning
        return replace(self, of={**others, (key, supplier): said})

    def with_row(
        self, table: "TableFound", name: str, said: str | None, supplier: str = ""
    ) -> "ColumnChoices":
        """With what was said of a row of such lists; ``said`` None leaves it to the program again."""
        headings = headings_of(table)
        told = {key: fact for key, fact in (self(headings, supplier) or {}).items() if key != name}
        if said is not None:
            told[name] = said
        return replace(self, of={**self.of, (_key(headings), supplier): told})

    def of_row(self, table: "TableFound", name: str, supplier: str = "") -> str | None:
        """What was said of a row of such lists; None where nothing was."""
        return (self(headings_of(table), supplier) or {}).get(name)

    def points_at(self, texts: Sequence[str]) -> bool:
        """Whether a row with these texts was said to be the row of headings."""
        from desktop_app.model.sources import HEADING_ROW

        return HEADING_ROW in (self(texts) or {})

    def with_heading_row(self, texts: Sequence[str], *, is_heading: bool) -> "ColumnChoices":
        """A row with these texts is the row of headings in any list, or whether it is one is left to
        the program again."""
        from desktop_app.model.sources import HEADING_ROW, POINTED_AT

        headings = _named(texts)
        key = (_key(headings), "")
        said = {**(self(headings) or {}), HEADING_ROW: POINTED_AT}
        if not is_heading:
            del said[HEADING_ROW]
        return replace(self, of={**self.of, key: said})


def supplier_of(files: "Sequence[SourceFile]", table: "TableFound") -> str:
    """The one supplier that the file with this list names; empty where it names none or several, or
    the user did: the list cannot be told by that when it comes again."""
    holding = (f for f in files if any(table is t for s in f.sheets for t in s.tables))
    return next(("" if f.supplier_told else f.supplier or "" for f in holding), "")


def paths_with(files: "Sequence[SourceFile]", table: "TableFound") -> tuple[str, ...]:
    """The files that have a list with the headings of this one."""
    key = headings_of(table)
    return tuple(
        file.path
        for file in files
        if any(headings_of(t) == key for sheet in file.sheets for t in sheet.tables)
    )


def paths_showing(files: "Sequence[SourceFile]", texts: Sequence[str]) -> tuple[str, ...]:
    """The files in whose sheets, as far as they are shown, such a row stands."""
    wanted = _named(texts)
    return tuple(
        file.path
        for file in files
        if any(_named(row) == wanted for sheet in file.sheets for row in sheet.preview)
    )


def in_place(
    before: "Reading", fresh: "Reading", told: Mapping[str, str] | None = None
) -> "Reading":
    """The reading with files read anew where they stood, so that nothing changes its place.

    ``told``: the supplier of a path as the user names it; None for the names given before. Raises
    CodedError where a file that had been read cannot be read any more: ``before`` is then still
    what is known.
    """
    from desktop_app.model.reading import joined, suppliers_told, with_suppliers

    fresh = with_suppliers(fresh, suppliers_told(before.files) if told is None else told)
    refused = next((f.problem for f in fresh.files if f.problem is not None), None)
    if refused is not None:
        raise CodedError(refused)
    anew = {file.path for file in fresh.files}
    pieces = []
    for is_fresh, group in groupby(before.files, lambda file: file.path in anew):
        pieces.append(_only(fresh if is_fresh else before, {file.path for file in group}))
    made = pieces[0]
    for piece in pieces[1:]:
        made = joined(made, piece)
    return made


def _only(reading: "Reading", paths: Collection[str]) -> "Reading":
    from desktop_app.model.reading import without

    return without(reading, {file.path for file in reading.files if file.path not in paths})
