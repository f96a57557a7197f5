"""What the figures rest on: no note and no source is lost, each source is named in full once."""

import re
from dataclasses import replace

from desktop_app.assessment.assumptions import assumption_notes
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Message, msg
from desktop_app.report.blocks import Heading, Table
from desktop_app.report.sections.figures import shipped_figures
from desktop_app.report.sections.rests_on import rests_on
from desktop_app.report.settings import load_settings
from desktop_app.report.view import View
from tests.small_assessment import small_assessment


def view(*added: Message) -> View:
    found = small_assessment()
    assumed = assumption_notes(shipped_figures(), found.inquiry.on)
    noted = replace(found, notes=(*assumed, *found.notes, *added))
    return View(noted, Catalogue("en"), load_settings())


def tables(of: View) -> dict[str, Table]:
    return {block.id: block for block in rests_on(of) if isinstance(block, Table)}


def numbered(table: Table) -> dict[str, str]:
    cells = [cell.text for row in table.rows for cell in row.cells]
    return {number: title for number, title in zip(cells[::2], cells[1::2], strict=True) if number}


def test_every_note_is_whole_again_with_its_sources_in_place_of_their_numbers() -> None:
    asked = view()
    found = tables(asked)
    sources = numbered(found["rests_on_sources"])

    def spelt(said: str) -> str:
        return re.sub(
            r"\[([\d, ]+)\]",
            lambda m: "; ".join(sources[f"[{n}]"] for n in m[1].split(", ")),
            said,
        )

    said = sorted(spelt(row.cells[1].text) for row in found["rests_on"].rows)
    assert said == sorted(asked.say(note) for note in asked.assessment.notes)


def test_a_source_named_twice_is_listed_once_and_all_that_are_listed_are_named() -> None:
    again = msg("Holidays are those of {source}.", source="State Council; A second notice")
    twice = msg("Days are those of {sources}.", sources="State Council")
    found = tables(view(again, twice))
    sources = numbered(found["rests_on_sources"])
    titles = list(sources.values())
    assert titles.count("State Council") == 1
    named = {
        f"[{n}]"
        for row in found["rests_on"].rows
        for several in re.findall(r"\[([\d, ]+)\]", row.cells[1].text)
        for n in several.split(", ")
    }
    assert named == set(sources)


def test_subjects_stand_at_the_first_of_their_notes() -> None:
    own = msg("Three corrections no longer fit.")
    rows = tables(view(own))["rests_on"].rows
    subjects = [row.cells[0].text for row in rows if row.cells[0].text]
    assert subjects == list(dict.fromkeys(subjects))
    assert subjects[0] == "Our assumptions"
    at = next(
        at for at, row in enumerate(rows) if row.cells[1].text == "Three corrections no longer fit."
    )
    above = [row.cells[0].text for row in rows[: at + 1] if row.cells[0].text]
    assert above[-1] == "These files"


def test_without_notes_there_is_nothing_to_say() -> None:
    none = View(replace(small_assessment(), notes=()), Catalogue("en"), load_settings())
    assert not [block for block in rests_on(none) if isinstance(block, Heading | Table)]
