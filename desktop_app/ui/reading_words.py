"""One sentence on how reading went, and the stage where it can be looked at."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.ui.field_words import FIELD_WORDS

if TYPE_CHECKING:
    from desktop_app.model.sources import ColumnFound, SourceFile


class Said(NamedTuple):
    """The sentences, the stage that shows more, and whether something went wrong."""

    words: tuple[Message, ...]
    stage: Literal["files", "columns"]
    is_wrong: bool = False


SOUGHT: tuple[tuple[str, ...], ...] = (
    ("supplier", "manufacturer"),
    ("country_of_origin", "ships_from", "leaves_china"),
    ("stock_on_hand",),
    ("annual_quantity", "consumption_daily", "consumption_weekly", "consumption_monthly",
     "consumption_quarterly", "consumption_half_yearly", "requirement_quantity"),
    ("lead_time_days",),
)  # fmt: skip
"""Facts without which verdicts or dates stay open, each with what serves as well; the first names it.
A judgement, after *What to bring*."""


class ReadingWords:
    """Says each file once: a step about something else does not bring back a closed sentence."""

    def __init__(self) -> None:
        self._told: frozenset[tuple[str, str, str]] = frozenset()

    def of(self, files: "Sequence[SourceFile]") -> Said | None:
        """What there is to say of the files that came since it was last asked; of all of them where
        one went. None for nothing."""
        now = frozenset((file.path, file.sha256, file.outcome) for file in files)
        told = self._told if self._told <= now else frozenset()
        fresh = [file for file in files if (file.path, file.sha256, file.outcome) not in told]
        self._told = now
        return reading_words(files, fresh) if fresh else None


def reading_words(
    files: "Sequence[SourceFile]", fresh: "Sequence[SourceFile] | None" = None
) -> Said | None:
    """Of all ``files``, or of those among them that are ``fresh``; None where there is nothing to
    say."""
    new = files if fresh is None else fresh
    refused = [file for file in new if file.problem is not None]
    without = [file for file in new if _has_no_list(file)]
    if refused:
        return Said((_refused_words(len(refused), len(new), len(without)),), "files", True)
    if without and len(without) == len(new):
        said = nmsg("No parts list was found in the file; its card says what to do.",
                    "No parts list was found in the {n} files; their cards say what to do.",
                    len(without))  # fmt: skip
        return Said((said,), "files", True)
    if all(file.answered is not None for file in new):
        said = nmsg("The answer was read; its card says what it brought.",
                    "{n} answers were read; their cards say what they brought.", len(new))  # fmt: skip
        return Said((said,), "files")
    tables = [table for file in files for sheet in file.sheets for table in sheet.tables]
    columns = [column for table in tables if table.rows.parts for column in table.columns]
    if not columns:
        return None
    return Said(_column_words(columns), "columns")


def _column_words(columns: "Sequence[ColumnFound]") -> tuple[Message, ...]:
    """Most lists hold columns nobody needs: what counts is which facts were not found."""
    fields = {column.field for column in columns if column.field is not None}
    used = sum(column.field is not None for column in columns)
    said = nmsg("Columns: {used} of {n} used.", "Columns: {used} of {n} used.",
                len(columns), used=used)  # fmt: skip
    missing = [FIELD_WORDS[names[0]] for names in SOUGHT if not fields & {*names}]
    if not missing:
        return (said,)
    named = missing[0]
    for word in missing[1:]:
        named = msg("{one}; {other}", one=named, other=word)
    return said, msg("Not found: {facts}.", facts=named)


def _has_no_list(file: "SourceFile") -> bool:
    """Whether a file could be read and holds neither parts nor answers."""
    return file.problem is None and file.answered is None and file.outcome == "no_table"


def _refused_words(refused: int, there_are: int, without: int) -> Message:
    if refused == there_are:
        return nmsg("The file could not be read; its card says why.",
                    "None of the {n} files could be read; their cards say why.", refused)  # fmt: skip
    if refused + without == there_are:
        return nmsg("{n} file could not be read, and the others hold no parts list.",
                    "{n} files could not be read, and the others hold no parts list.",
                    refused)  # fmt: skip
    return nmsg("{n} file could not be read; the others were.",
                "{n} files could not be read; the others were.", refused)  # fmt: skip
