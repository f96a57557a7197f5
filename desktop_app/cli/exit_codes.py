"""The exit codes of the command line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.model.sources import SourceFile

OK, UNEXPECTED, USAGE, SOME_REFUSED, NOTHING_READ, NOT_WRITTEN, CANCELLED = 0, 1, 2, 3, 4, 5, 130


def reading_code(files: Sequence["SourceFile"]) -> int:
    """Whether all, some or none of the files were read."""
    refused = sum(found.outcome == "refused" for found in files)
    if not files:
        return NOTHING_READ
    if not refused:
        return OK
    return NOTHING_READ if refused == len(files) else SOME_REFUSED
