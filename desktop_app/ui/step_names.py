"""What the steps of the user and the work of the program are called."""

from desktop_app.model.findings import Country, Message, msg
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.sources import IS_PART
from desktop_app.model.words import END_USE_WORDS, SCENARIO_WORDS
from desktop_app.ui.field_words import FIELD_WORDS


def column_step(heading: str, meaning: str | None) -> Message:
    """``meaning``: a field, "" for not used, None where it was left to the program."""
    if meaning is None:
        return msg("column {column} is left to the program", column=heading)
    if not meaning:
        return msg("column {column} is not used", column=heading)
    return msg("column {column} is {field}", column=heading,
               field=FIELD_WORDS.get(meaning, Message(meaning)))  # fmt: skip


def row_step(row: int, said: str | None) -> Message:
    """``said`` of a row: whether it is a part, None where that was left to the program."""
    if said is None:
        return msg("row {row} is left to the program", row=str(row))
    if said == IS_PART:
        return msg("row {row} is a part", row=str(row))
    return msg("row {row} is no part", row=str(row))


def question_step(before: Inquiry, after: Inquiry) -> Message:
    """What of the question was changed; where several things were, the question as a whole."""
    changed: list[Message] = []
    if before.on != after.on:
        changed.append(msg("goods leave China on {day}", day=after.on))
    if before.destination != after.destination:
        changed.append(msg("goods go to {country}", country=Country(after.destination)))
    if before.end_use != after.end_use:
        changed.append(msg("used for: {use}", use=END_USE_WORDS[after.end_use]))
    if before.scenario != after.scenario:
        words = SCENARIO_WORDS.get(after.scenario, Message(after.scenario))
        changed.append(msg("law: {scenario}", scenario=words))
    return changed[0] if len(changed) == 1 else msg("the change of the question")


READING, ASSESSING, COMPARING = "reading", "assessing", "comparing"
INSTALLING, CHECKING, SAVING = "installing", "checking", "saving"
WRITING_WORDS = msg("Writing the report")
WORK_WORDS: dict[str, Message] = {
    READING: msg("Reading files"),
    ASSESSING: msg("Checking parts"),
    COMPARING: msg("Comparing two answers"),
    INSTALLING: msg("Checking the law of the file"),
    CHECKING: msg("Checking the law of the file"),
    "opening": msg("Opening the project"),
    SAVING: msg("Saving the project"),
    "reopening": msg("Opening an earlier run"),
}
