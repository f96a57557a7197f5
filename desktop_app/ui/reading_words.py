"""One sentence on how reading went, and the stage where it can be looked at."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.model.findings import Message, nmsg

if TYPE_CHECKING:
    from desktop_app.model.sources import SourceFile


def reading_words(files: "Sequence[SourceFile]") -> tuple[Message, str] | None:
    """The sentence and ``files`` or ``columns``; None where there is nothing to say."""
    refused = [file for file in files if file.problem is not None]
    if refused:
        return _refused_words(len(refused), len(files)), "files"
    tables = [table for file in files for sheet in file.sheets for table in sheet.tables]
    columns = [column for table in tables if table.rows.parts for column in table.columns]
    if not columns:
        return None
    used = sum(column.field is not None for column in columns)
    said = nmsg("Columns: {used} of {n} recognised.", "Columns: {used} of {n} recognised.",
                len(columns), used=used)  # fmt: skip
    return said, "columns"


def _refused_words(refused: int, there_are: int) -> Message:
    if refused == there_are:
        return nmsg("The file could not be read; its card says why.",
                    "None of the {n} files could be read; their cards say why.", refused)  # fmt: skip
    return nmsg("{n} file could not be read; the others were.",
                "{n} files could not be read; the others were.", refused)  # fmt: skip
