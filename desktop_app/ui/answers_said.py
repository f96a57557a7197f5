"""What suppliers answered about a part, and what files and answers state differently, in words."""

from collections.abc import Iterator

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.parts import FactCell, PartTable
from desktop_app.report.mails import short
from desktop_app.report.returns import FIELD_TITLES
from desktop_app.report.view import column_letters


def conflict_words(parts: PartTable, part_id: int, field: str) -> str | None:
    """Everything that is said of a fact, each with its cell; None where nobody contradicts."""
    for conflict in parts.conflicts.get(part_id, ()):
        if conflict.field == field:
            said = (f"“{short(text)}” ({_address(parts, cell)})" for text, cell in conflict.said)
            return "; ".join(said)
    return None


def answer_lines(
    parts: PartTable, part_id: int, catalogue: Catalogue
) -> Iterator[tuple[str, str, str]]:
    """Title, words and cell of the answers that are no fact of the part and are kept to be read."""
    for said in parts.answered.get(part_id, ()):
        title = FIELD_TITLES.get(said.answer)
        if said.use == "kept" or said.field == "":
            words = said.answer if title is None else catalogue.say(title)
            yield words, short(said.typed), _address(parts, said.place)


def _address(parts: PartTable, cell: FactCell) -> str:
    """A cell of any of the files, as a person writes it."""
    file = parts.file_names[cell.file] if cell.file < len(parts.file_names) else ""
    column = column_letters(cell.column) if cell.column else ""
    return f"{file} › {column}{cell.row}" if file else f"{column}{cell.row}"
