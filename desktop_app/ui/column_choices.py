"""What the user said of columns, and the reading after the lists concerned were read anew.

Nothing here knows Qt. A choice holds for every list with the same headings, as intake asks for it.
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
    """What was said of the columns of lists, by the fingerprint of their headings, under which a
    project remembers it: heading to field, "" for not used.

    Called with the headings of a table it answers as intake wants to know (``intake.confirmed``).
    """

    of: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __call__(self, headings: Sequence[str]) -> Mapping[str, str] | None:
        """What was said of lists with these headings; None where nothing was."""
        return self.of.get(_key(_named(headings))) if self.of else None

    def with_choice(
        self, table: "TableFound", heading: str, meaning: str | None
    ) -> "ColumnChoices":
        """With one more choice; ``meaning`` None leaves the column to the program again.

        A fact is held by one column: what was said of another column of this meaning is forgotten.
        """
        key = _key(headings_of(table))
        said = {
            other: now
            for other, now in self.of.get(key, {}).items()
            if other != heading and (now == NOT_USED or now != meaning)
        }
        if meaning is not None:
            said[heading] = meaning
        return replace(self, of={**self.of, key: said})


def paths_with(files: "Sequence[SourceFile]", table: "TableFound") -> tuple[str, ...]:
    """The files that have a list with the headings of this one."""
    key = headings_of(table)
    return tuple(
        file.path
        for file in files
        if any(headings_of(t) == key for sheet in file.sheets for t in sheet.tables)
    )


def in_place(before: "Reading", fresh: "Reading") -> "Reading":
    """The reading with files read anew where they stood, so that nothing changes its place.

    Raises CodedError where a file that had been read cannot be read any more: ``before`` is then
    still what is known.
    """
    from desktop_app.model.reading import joined

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
