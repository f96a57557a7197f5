"""Short words for all that a desk or a project holds: the same for the same content."""

import hashlib

from desktop_app.model.inquiry import Inquiry
from desktop_app.project.bringing import Columns, columns_of
from desktop_app.project.bringing import Desk as Held
from desktop_app.project.file import ProjectFile
from desktop_app.project.recorded import Recorded, recorded_in
from desktop_app.ui.history import Desk
from desktop_app.ui.project_desk import to_hold

NO_QUESTION = "-"
"""Stands in a mark for the question of a project that has none."""


def mark(
    files: dict[str, str], inquiry: Inquiry | None, columns: Columns, recorded: Recorded
) -> str:
    """The same for the same content, in whichever order it was recorded. The question comes last: a
    project whose question was withdrawn is shown with the one that was asked before."""
    shelves = {
        shelf: sorted(map(repr, held)) if isinstance(held, tuple) else repr(held)
        for shelf, held in ((name, getattr(recorded, name)) for name in recorded.__slots__)
    }
    told = sorted((key, sorted(said.items())) for key, said in columns.items() if said)
    whole = repr((sorted(files.items()), told, shelves))
    asked = NO_QUESTION if inquiry is None else _short(repr(inquiry))
    return f"{_short(whole)} {asked}"


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def mark_of_desk(desk: Desk) -> str:
    held: Held = to_hold(desk)
    files = () if held.reading is None else held.reading.files
    return mark({f.path: f.sha256 for f in files}, held.inquiry, held.columns, held.recorded)


def mark_of_project(project: ProjectFile) -> str:
    stands = project.project
    files = {file.path: file.sha256 for _, file in project.sources()}
    return mark(files, stands.inquiry, columns_of(stands.mappings), recorded_in(stands))
