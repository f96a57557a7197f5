"""What figures rest on is printed from the shipped data, with its sources."""

from desktop_app.register.supply import STAGES
from desktop_app.report.blocks import Table
from desktop_app.report.sections.figures import (
    ASSUMPTION_WORDS,
    SAID_ELSEWHERE,
    STAGE_WORDS,
    assumptions,
    risk_bands,
    shipped_figures,
    sources,
    supply,
)
from tests.report.variations import empty_assessment, view_of
from tests.small_assessment import LINES, small_assessment

EVERY = range(len(LINES))


def table(blocks: list[object]) -> Table:
    return next(block for block in blocks if isinstance(block, Table))


def test_every_shipped_assumption_is_printed_or_said_in_a_sentence() -> None:
    shown = {row.id: row.cells for row in table([*assumptions(view_of(small_assessment()))]).rows}
    assert set(shown) | SAID_ELSEWHERE == set(shipped_figures().assumptions)
    assert all(cells[0].text for cells in shown.values())
    assert set(ASSUMPTION_WORDS) <= set(shown)


def test_an_assumption_shows_its_spread_and_what_it_rests_on() -> None:
    rows = {row.id: row.cells for row in table([*assumptions(view_of(small_assessment()))]).rows}
    name, value, basis = rows["licence_days"]
    assert (value.text, value.below) == ("63 days", "2 to 180")
    assert "our judgement" in basis.text
    assert "EU Chamber of Commerce" in basis.text
    assert name.below


def test_stages_have_words() -> None:
    assert set(STAGE_WORDS) == set(STAGES)


def test_the_bands_are_those_of_the_shipped_figures() -> None:
    said = view_of(small_assessment()).say(risk_bands(view_of(small_assessment())))
    assert "low below 5%, watch below 20%, high below 50%, act above" in said


def test_supply_is_shown_for_the_materials_of_these_parts() -> None:
    rows = {row.id: row.cells for row in table([*supply(view_of(small_assessment()), EVERY)]).rows}
    assert set(rows) == {"Dy magnet", "Sm magnet"}
    assert rows["Dy magnet"][1].text.startswith("China\u00a0")
    assert rows["Dy magnet"][3].text
    assert supply(view_of(small_assessment()), [1]) != supply(view_of(small_assessment()), EVERY)
    assert supply(view_of(empty_assessment()), []) == []


def test_every_printed_figure_has_its_source_in_the_list() -> None:
    view = view_of(small_assessment())
    listed = {row.cells[0].text for row in table([*sources(view)]).rows}
    for row in table([*supply(view, EVERY)]).rows:
        assert row.cells[3].text in listed
    for row in table([*assumptions(view)]).rows:
        assert set(row.cells[2].text.split("; ")) - {"our judgement"} <= listed
