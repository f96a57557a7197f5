"""Which sheet of a minerals questionnaire is which: by name, by its cells, or by its place.

The names are English in every language of the templates; what was renamed, left out or saved as values only
is still told by the version in the corner of the declaration and by the order of the sheets.
"""

import re
from collections.abc import Sequence

from desktop_app.intake.grid import Grid, Value, is_error, shown
from desktop_app.intake.ooxml import address
from desktop_app.model.findings import Issue

FORM = "Declaration"
TITLE, VERSION = "D2", "J3"
ORDER = (
    FORM, "Minerals Scope", "Smelter List", "Checker", "Mine List", "Product List", "Smelter Look-up",
)  # fmt: skip
"""The sheets that are read, in the order of the templates."""
VERSION_OF = re.compile(r"(\d+(?:\.\d+)+)")
KINDS = (
    ("AMRT", re.compile(r"AMRT|PRT\b|additional mineral|pilot report", re.IGNORECASE)),
    ("EMRT", re.compile(r"EMRT|extended mineral", re.IGNORECASE)),
    ("CRT", re.compile(r"\bCRT\b|cobalt report", re.IGNORECASE)),
    ("CMRT", re.compile(r"CMRT|conflict mineral", re.IGNORECASE)),
)
_REVISION = re.compile(r"\s*revision\s+\d+\.\d", re.IGNORECASE)
_COPY = re.compile(r"\s*\(\d+\)$")
_ONLY_SOME = {"Minerals Scope": ("AMRT",), "Mine List": ("AMRT", "EMRT")}
_WORDS = frozenset(("l", "c", "sorp", "revision", "instructions", "definitions"))


def sheets_of(grids: Sequence[Grid]) -> dict[str, Grid]:
    """The sheets of a questionnaire by their names in the templates; none where it is none."""
    found: dict[str, Grid] = {}
    for grid in grids:
        name = next((name for name in ORDER if _plain(grid.name) == _plain(name)), None)
        if name is not None:
            found.setdefault(name, grid)
    form = found.get(FORM)
    if form is None or not _is_form(form, frozenset(found)):
        form = next((grid for grid in grids if _says_version(grid) and kind_said(grid)), None)
        if form is None:
            return {}
        found = {name: grid for name, grid in found.items() if name != FORM} | {FORM: form}
    _add_by_place(found, grids)
    for name, grid in found.items():
        grid.form = name
    return found


def _is_form(form: Grid, names: frozenset[str]) -> bool:
    """A sheet called a declaration is one of these beside others of theirs, or by its title."""
    if names >= {FORM, "Smelter List", "Checker"}:
        return True
    return _says_version(form) and (kind_said(form) is not None or len(names) > 1)


ANSWERS = {FORM: ("D",), "Smelter List": tuple("ABCDEF"), "Product List": tuple("BCDE")}
"""The columns in which a supplier writes; all others are the template's own."""


def matters(issue: Issue, grid: Grid) -> bool:
    """Whether a remark on a sheet of a questionnaire says anything about what the supplier wrote: the
    templates themselves hold hidden sheets of words and columns of errors."""
    if issue.code == "W_HIDDEN":
        return False
    if issue.code not in ("W_ERROR_CELL", "W_NO_CACHED_VALUE"):
        return True
    return issue.column is not None and chr(min(issue.column, 26) + 64) in ANSWERS.get(
        grid.form, ()
    )


def _plain(name: str) -> str:
    return _COPY.sub("", " ".join(name.casefold().split()))


def _says_version(grid: Grid) -> bool:
    return _REVISION.match(text_at(grid, VERSION)) is not None


def kind_said(form: Grid) -> str | None:
    """The template that its title names; None where that was never calculated."""
    title = text_at(form, TITLE)
    return next((kind for kind, pattern in KINDS if pattern.search(title)), None)


def _add_by_place(found: dict[str, Grid], grids: Sequence[Grid]) -> None:
    """Renamed sheets: what stands between two known ones is what stands there in the template."""
    kind = kind_said(found[FORM])
    order = [n for n in ORDER if kind is None or kind in _ONLY_SOME.get(n, (kind,))]
    names = {id(grid): name for name, grid in found.items()}
    at = 0
    for grid in list(grids)[list(grids).index(found[FORM]) :]:
        name = names.get(id(grid))
        if name is not None:
            at = order.index(name) + 1 if name in order else at
        elif _plain(grid.name) in _WORDS:
            return
        elif not grid.hidden:
            fits = [n for n in order[at:] if n in found or _fits(n, grid)][:1]
            if fits and fits[0] not in found:
                found[fits[0]] = grid
                at = order.index(fits[0]) + 1


_BEGINS = {"Minerals Scope": ("B7", "B8"), "Smelter List": ("B4", "A5", "B5"),
           "Mine List": ("B4", "B5"), "Product List": ("B5", "B6")}  # fmt: skip
"""Cells of the headings and of the first line of the lists: one of them holds something."""


def _fits(name: str, grid: Grid) -> bool:
    return any(text_at(grid, place) for place in _BEGINS.get(name, ("A1", "B2", "B4")))


def value_at(grid: Grid, place: str) -> Value:
    """The value of a cell, by its name in the sheet."""
    found = address(place.encode())
    if found is None:
        return None
    return grid.cell(found[0] - grid.first_row, found[1] - grid.first_column)


def text_at(grid: Grid, place: str) -> str:
    """A cell as text; empty where a formula shows nought for an empty cell."""
    value = value_at(grid, place)
    return "" if value is None or is_error(value) or value == 0.0 else shown(value)
