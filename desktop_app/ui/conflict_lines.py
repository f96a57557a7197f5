"""What files and answers state differently of a part, side by side, each to be chosen. Knows no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, column_letters, msg
from desktop_app.model.parts import FLAG_FIELDS, NUMBER_FIELDS, FactCell, PartTable
from desktop_app.project.corrections import Correction, Fact, correct
from desktop_app.project.keys import index_of
from desktop_app.report.mails import short
from desktop_app.ui.field_words import FIELD_WORDS

if TYPE_CHECKING:
    from desktop_app.model.parts import Conflict

COUNTRIES = frozenset(("country_of_origin", "ships_from", "supplier_country"))
_FLAGS: Mapping[str, bool] = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One statement: what it says, the cell that says it, and the fact it would be; None where it
    cannot be taken over as it stands."""

    words: str
    place: str
    value: Fact


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """One fact of a part of which several cells say different things."""

    field: str
    title: str
    sides: tuple[ConflictSide, ...]

    def reason_for(self, chosen: ConflictSide, catalogue: Catalogue) -> str:
        """What a correction that takes one side says of the others."""
        others = catalogue.grouped(
            f"{catalogue.quoted(side.words)} ({side.place})"
            for side in self.sides
            if side is not chosen
        )
        return catalogue.text(
            "{place} was chosen; elsewhere: {others}", place=chosen.place, others=others
        )


def conflict_lines(
    parts: PartTable, part_id: int, catalogue: Catalogue
) -> tuple[ConflictLine, ...]:
    """The facts of a part that are contradicted, with every cell that speaks of them."""
    return tuple(
        ConflictLine(
            found.field,
            catalogue.say(FIELD_WORDS.get(found.field, Message(found.field))),
            tuple(
                _side(parts, part_id, found, (text, cell), catalogue) for text, cell in found.said
            ),
        )
        for found in parts.conflicts.get(part_id, ())
    )


def _side(
    parts: PartTable,
    part_id: int,
    found: "Conflict",
    said: tuple[str, FactCell],
    catalogue: Catalogue,
) -> ConflictSide:
    text, cell = said
    key = index_of(parts).key_of(part_id)
    for value in (_answered(parts, part_id, cell), _read(found.field, text)):
        try:
            Correction(key, found.field, None, None, value)
        except ValueError:
            continue
        if value is not None:
            return ConflictSide(
                _shown(found.field, value, text, catalogue), address_of(parts, cell), value
            )
    return ConflictSide(short(text), address_of(parts, cell), None)


def _shown(field: str, value: Fact, text: str, catalogue: Catalogue) -> str:
    """A country by its name, with what stands in the cell where that is something else; a flag in
    words; all else as it stands."""
    if isinstance(value, bool):
        return catalogue.text("yes") if value else catalogue.text("no")
    if field not in COUNTRIES or not isinstance(value, str):
        return short(text)
    name = catalogue.country(value)
    return name if text in (value, name) else f"{name} ({short(text)})"


def _answered(parts: PartTable, part_id: int, cell: FactCell) -> Fact:
    """What the answer in a cell was read as; None where no answer stands there, or only a limit."""
    for said in parts.answered.get(part_id, ()):
        if said.place == cell and not said.bound:
            return said.value
    return None


def _read(field: str, text: str) -> Fact:
    """The fact that the words of a cell are; None where they are none."""
    if field in NUMBER_FIELDS:
        try:
            return float(text)
        except ValueError:
            return None
    if field in FLAG_FIELDS:
        return _FLAGS.get(text.strip().casefold())
    if field in COUNTRIES:
        from desktop_app.intake.values import country_of

        return country_of(text)
    return text


def address_of(parts: PartTable, cell: FactCell) -> str:
    """File, sheet and cell; the sheet of a text file is called after the file and goes unsaid."""
    file = parts.file_names[cell.file] if cell.file < len(parts.file_names) else ""
    sheet = "" if file.startswith(f"{cell.sheet}.") else cell.sheet
    column = column_letters(cell.column) if cell.column else ""
    return " › ".join(words for words in (file, sheet, f"{column}{cell.row}") if words)


def choice(
    imported: PartTable,
    shown: PartTable,
    part_id: int,
    taken: tuple[ConflictLine, ConflictSide],
    catalogue: Catalogue,
) -> Correction:
    """The correction that takes one side. Raises ValueError where it cannot be taken over."""
    line, side = taken
    if side.value is None:
        raise ValueError(f"{side.words!r} is no {line.field}")
    reason = line.reason_for(side, catalogue)
    return correct(index_of(imported), shown, part_id, line.field, side.value, reason=reason)


def chosen_words(line: ConflictLine, side: ConflictSide) -> Message:
    """The step that undo names."""
    return msg("choosing {value} as {field}", value=side.words, field=line.title)
