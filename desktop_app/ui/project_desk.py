"""Between the desk of the window and a project: what is to be held, what lies on the desk."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from desktop_app.model.findings import CodedError, Message, msg
from desktop_app.model.inquiry import Inquiry, today_in_china
from desktop_app.project import bringing
from desktop_app.project.file import ProjectFile
from desktop_app.project.opening import open_project, who_has_it_open
from desktop_app.project.recorded import Recorded, recorded_in
from desktop_app.ui.column_choices import ColumnChoices
from desktop_app.ui.history import Desk


def open_for_window(path: Path) -> ProjectFile:
    """Opens a project for writing; for reading where somebody else has it. Raises CodedError."""
    try:
        return open_project(path)
    except CodedError as held:
        if held.problem.code != "E_LOCKED_BY":
            raise
        return open_project(path, read_only=True)


def to_hold(desk: Desk) -> bringing.Desk:
    """What a project is to hold of the desk."""
    return bringing.Desk(desk.reading, desk.inquiry, desk.columns.of, desk.recorded or Recorded())


def desk_of(
    project: ProjectFile, asked: Inquiry, document: int, before: Desk | None = None
) -> Desk:
    """What lies in a project, for the desk. Where its files are those of ``before``, its reading is
    taken, so that nothing has to be recognised anew. ``asked`` where the project has no question; a
    day that nobody chose is today. Raises CodedError E_CORRUPT."""
    stands = project.project
    inquiry = stands.inquiry or asked
    if inquiry.on_assumed:
        inquiry = replace(inquiry, on=today_in_china())
    recorded = recorded_in(stands)
    files = {file.path: file for _, file in project.sources()}
    known = None if before is None or before.reading is None else before.reading
    is_same = known is not None and {file.path: file for file in known.files} == files
    return Desk(
        known if is_same else project.reading(),
        inquiry,
        ColumnChoices(bringing.columns_of(stands.mappings)),
        None if recorded == Recorded() else recorded,
        document,
    )


def how_it_opened(project: ProjectFile) -> Message | None:
    """What is to be known of how a project was opened; None where nothing is."""
    if project.is_read_only:
        holder = who_has_it_open(project.path)
        if holder is None:
            return msg("This project can only be read here; what you change is not kept in it.")
        return msg(
            "{name} has had this project open on {computer} since {time}. You see it and follow what "
            "changes; what you change yourself is not kept in it.",
            name=holder.name, computer=holder.computer, time=_time(holder.since),
        )  # fmt: skip
    if project.set_aside is not None:
        return msg(
            "Work of a session that ended unexpectedly had been overtaken by somebody else's; it is "
            "kept as {file}.",
            file=project.set_aside.name,
        )
    if project.recovered is not None:
        return msg("The program had not ended properly the last time; everything you did is here.")
    if project.working_copy is not None:
        return msg(
            "This project lies on a shared or synchronised drive: the program works on a copy on this "
            "computer and writes it back when you save or close."
        )
    return None


def _time(since: str) -> str:
    """A time of ISO 8601 as this computer's clock shows it."""
    try:
        return f"{datetime.fromisoformat(since).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return since
