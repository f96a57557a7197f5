"""Commands that take a project: what stands in it, and the files it is asked about."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop_app import pipeline
from desktop_app.cli.console import complain
from desktop_app.cli.reading import read_files
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import msg
from desktop_app.model.progress import Report
from desktop_app.paths import PROJECT_SUFFIX

if TYPE_CHECKING:
    from desktop_app.model.inquiry import Inquiry
    from desktop_app.model.reading import Reading
    from desktop_app.project.project import Project
    from desktop_app.project.storage.runs import Run


class Held(NamedTuple):
    """What stands in a project and its files; nothing where no project is named."""

    found: "Project | None"
    on_desk: "Reading | None"

    @property
    def project(self) -> "Project":
        """An empty one where none is named."""
        from desktop_app.project.project import Project

        return self.found or Project()

    @property
    def inquiry(self) -> "Inquiry | None":
        """The question of the project. Without one, the rooms of projects are not even loaded."""
        return None if self.found is None else self.found.inquiry


def held_in(path: Path | None) -> Held:
    """Raises CodedError where the project cannot be read."""
    return Held(None, None) if path is None else Held(*pipeline.read_project(path))


def reading_of(
    options: argparse.Namespace,
    held: Held,
    catalogue: Catalogue,
    report: Report,
    meanwhile: Callable[[], object] | None = None,
) -> "Reading | None":
    """The files named, read as the project remembers their columns, else those of the project.

    Says which of them are newer versions of files of the project, and what these changed.
    ``meanwhile`` is done while files are read.
    """
    if not options.files:
        return held.on_desk
    if options.project is None:
        return read_files(options, catalogue, report, meanwhile=meanwhile)
    from desktop_app.project.remembered import remembered_columns
    from desktop_app.project.versions import change_words, take_in

    confirmed = remembered_columns(held.project.mappings)
    reading = read_files(options, catalogue, report, confirmed, meanwhile)
    for change in take_in(held.on_desk, reading)[1]:
        said = msg("{file}: {what}", file=change.new, what=change_words(change))
        complain(catalogue.say(said))
    return reading


class NamedRun(NamedTuple):
    """A project on a command line, ``FILE.lodestone`` or ``FILE.lodestone:RUN``."""

    path: Path
    number: int | None


def named_run(text: str) -> NamedRun | None:
    """The project and run that a text names; None where it names none."""
    before, colon, after = text.rpartition(":")
    if colon and after.isascii() and after.isdigit() and before.casefold().endswith(PROJECT_SUFFIX):
        return NamedRun(Path(before), int(after))
    return NamedRun(Path(text), None) if text.casefold().endswith(PROJECT_SUFFIX) else None


def run_of(runs: "tuple[Run, ...]", number: int | None) -> "Run | None":
    """The run of a number, the newest without one; None where there is none."""
    if number is None:
        return runs[-1] if runs else None
    return next((run for run in runs if run.number == number), None)
