"""What changed since the run before, as the first page of a report says it."""

from collections.abc import Sequence
from datetime import date

from desktop_app.model.assessment import Assessment, Since
from desktop_app.paths import program_version
from desktop_app.project.file import ProjectFile
from desktop_app.project.history import (
    Change,
    Standing,
    changes_between,
    entries_between,
    summarise,
)


def since_last_run(project: ProjectFile, found: Assessment, today: date) -> Since | None:
    """What differs from the newest run kept before today; None where there is none.

    Raises CodedError E_CORRUPT where that run is not whole.
    """
    earlier = [run for run in project.runs() if run.at.astimezone().date() < today]
    if not earlier:
        return None
    run = earlier[-1]
    entries = entries_between(project.ledger, run.activity, len(project.ledger))
    programs = (run.program, program_version())
    changes = changes_between(project.reopen(run), found, entries, programs)
    return since(run.at.astimezone().date(), changes)


def since(on: date, changes: Sequence[Change]) -> Since:
    """Parts that newly need something, parts that no longer do, and why anything changed."""
    return Since(
        on=on,
        new=tuple(c.after for c in changes if c.after is not None and _is_new(c)),
        cleared=sum(_is_cleared(change) for change in changes),
        causes=summarise(changes),
    )


def _is_new(change: Change) -> bool:
    """It needs a licence or an answer now and did not before."""
    return _asks(change.now) and not _asks(change.was)


def _is_cleared(change: Change) -> bool:
    return _asks(change.was) and not _asks(change.now)


def _asks(standing: Standing | None) -> bool:
    if standing is None or standing.covered_by is not None:
        return False
    return standing.verdict == "needed" or standing.waits_on == "part"
