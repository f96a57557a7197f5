"""Delivery times told in stages: the whole of them is the delivery time, and the making alone is not.

"Production", "Transit" and "Total" below "Lead time (weeks)", or such headings beside one another.
"""

from desktop_app.intake.answer_words import is_unspaced
from desktop_app.intake.candidates import ACCEPTED, Candidate
from desktop_app.intake.headings import HeadingBook, normalise, without_brackets
from desktop_app.intake.measures import without_time_units
from desktop_app.intake.planned_lists import names_any, phrases_of
from desktop_app.intake.readings import Readings, TableView, doubted
from desktop_app.model.findings import msg

TIME = "lead_time_days"
WHOLE, LEFT, ONLY_A_STAGE = 0.95, 0.55, 0.75
"""Belief in the whole time, in others beside it, and in the making alone beside the time on the way: a person
is asked to look. Own judgement."""
JOINED = 6
"""Letters of a word that may be joined to the next: "Gesamtlieferzeit". Own judgement."""
NUMBERS = 0.5
"""Share of cells that are numbers, from which a column may hold times. Own judgement."""
_OTHER = msg("another column was taken for this; not used")
_WHOLE = msg("by its heading, and it holds numbers")
_ONLY_A_STAGE = msg("the time of making; the time on the way stands beside it")


def is_a_time(heading: str, book: HeadingBook) -> bool:
    """Whether a heading is one of delivery times word for word, perhaps with its unit."""
    return any(meaning.field == TIME for meaning in book.exact(heading))


def stages_of_times(readings: Readings, table: TableView) -> Readings:
    """Of several times the whole one; where none is whole, the making alone is asked about."""
    times = {c.column for c in readings if c.field == TIME and c.confidence >= ACCEPTED}
    whole = {
        n for n, look in table.looks.items()
        if look.numeric >= NUMBERS
        and ((n in times and names_any(table.headings[n], "whole_time"))
             or _is_time_without_word(table.headings[n], table.book))
    }  # fmt: skip
    if len(whole) == 1:
        (column,) = whole
        told = [c for c in readings if c.column != column]
        told = doubted(told, TIME, times - whole, LEFT, _OTHER)
        spoken = next((c.languages for c in readings if c.column in times | whole), ())
        return [*told, Candidate(column, TIME, WHOLE, _WHOLE, spoken)]
    making = {n for n in times if names_any(table.headings[n], "time_of_making")}
    others = times - making
    if (
        making
        and _has_time_on_the_way(table, making)
        and all(_is_of_the_way(table.headings[n]) for n in others)
    ):
        readings = doubted(readings, TIME, others, LEFT, _OTHER)
        return doubted(readings, TIME, making, ONLY_A_STAGE, _ONLY_A_STAGE)
    return readings


def _is_time_without_word(heading: str, book: HeadingBook) -> bool:
    """ "Total lead time (weeks)", "Gesamtlieferzeit" and "总交期": a delivery time once the word for the whole
    is left out."""
    said = normalise(without_brackets(heading)[0])
    for word in phrases_of("whole_time"):
        rest = (
            said.replace(word, " ") if is_unspaced(word) else f" {said} ".replace(f" {word} ", " ")
        )
        rest = rest.strip().removeprefix(word) if len(word) >= JOINED else rest
        if rest.strip() != said and is_a_time(" ".join(rest.split()), book):
            return True
    return False


def _has_time_on_the_way(table: TableView, making: set[int]) -> bool:
    """Whether a further column of numbers is a time on the way."""
    return any(
        look.numeric >= NUMBERS and n not in making and _is_of_the_way(table.headings[n])
        for n, look in table.looks.items()
    )


def _is_of_the_way(heading: str) -> bool:
    """ "Transit time" and "Lead time (weeks) Transit"; "Transit" alone counts pieces."""
    return names_any(heading, "time_on_the_way") and (
        names_any(heading, "word_of_time") or without_time_units(heading) != heading
    )
