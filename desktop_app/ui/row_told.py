"""What a user may say of a row of a sheet: that it is a part, or that it is none."""

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, nmsg
from desktop_app.model.sources import IS_PART, NO_PART, row_name
from desktop_app.ui.column_choices import supplier_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.model.sources import SourceFile, TableFound
    from desktop_app.ui.column_choices import ColumnChoices
    from desktop_app.ui.sheet_preview import SheetModel


class RowToTell(NamedTuple):
    """A row that can be told. ``said``: what its button says of it, None to leave it to the program."""

    name: str
    number: int
    said: str | None

    def words(self, catalogue: Catalogue) -> str:
        """What stands on the button."""
        row = str(self.number)
        if self.said is None:
            return catalogue.text("Let the program judge row {row}", row=row)
        if self.said == IS_PART:
            return catalogue.text("Take row {row} as a part", row=row)
        return catalogue.text("Leave row {row} out", row=row)


def row_to_tell(
    model: "SheetModel", at: int, files: "Sequence[SourceFile]", choices: "ColumnChoices"
) -> RowToTell | None:
    """What can be said of the row at a place of the sheet as shown; None where nothing can: it lies beside
    the table, is empty, or nothing names it."""
    table = model.table
    if table is None or not 0 <= at < len(model.rows):
        return None
    number = model.numbers[at]
    if not table.first_row <= number <= table.last_row:
        return None
    name = row_name(table.columns, dict(enumerate(model.rows[at], 1)))
    if not name:
        return None
    told = choices.of_row(table, name, supplier_of(files, table))
    if told is not None:
        return RowToTell(name, number, None)
    is_left_out = number in model.reasons
    return RowToTell(name, number, IS_PART if is_left_out else NO_PART)


def reasons_of(table: "TableFound | None", catalogue: Catalogue) -> dict[int, str]:
    """Why each row that is no part is none; empty rows are left out."""
    if table is None:
        return {}
    return {row: catalogue.say(why) for row, kind, why in table.not_parts if kind != "blank"}


def left_out_words(table: "TableFound") -> Message | None:
    """How many rows are pale in the sheet."""
    count = sum(kind != "blank" for _, kind, _ in table.not_parts)
    if not count:
        return None
    return nmsg("{n} row left out (pale)", "{n} rows left out (pale)", count)
