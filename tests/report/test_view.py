"""How one part is put into words."""

import tracemalloc
from dataclasses import replace
from datetime import date

import pandas as pd

from desktop_app.cli.looking import part_at
from desktop_app.model.findings import column_letters
from desktop_app.model.match import ElementContent, Match
from desktop_app.model.spread import Spread
from desktop_app.model.verdict import Ternary
from desktop_app.report.blocks import Table
from desktop_app.report.sections.exposure import exposure
from desktop_app.report.view import View
from tests.report.variations import view_of
from tests.small_assessment import small_assessment


def with_elements(
    *elements: tuple[str, Ternary, float], minerals: tuple[str, ...] = (), language: str = "en"
) -> View:
    found = small_assessment()
    match = Match(
        "sure", "yes", (1.0, 1.0, 1.0), minerals=minerals,
        elements=tuple(ElementContent(s, state, (0.0, p, 1.0), None, "C") for s, state, p in elements),
    )  # fmt: skip
    return view_of(
        replace(found, matches=Spread((match, *found.matches.kinds[1:]), found.matches.of)),
        language,
    )


def test_certain_elements_stand_before_possible_ones() -> None:
    cell = with_elements(("Nd", Ternary.YES, 0.99), ("Dy", Ternary.UNKNOWN, 0.5)).elements(0)
    assert (cell.text, cell.below) == ("Nd", "perhaps Dy")


def test_the_most_probable_elements_are_named_and_the_rest_is_not_hidden() -> None:
    chances = [(symbol, Ternary.UNKNOWN, p) for symbol, p in
               (("Ce", 0.1), ("Tb", 0.01), ("Dy", 0.5), ("Ho", 0.3), ("Gd", 0.2))]  # fmt: skip
    assert with_elements(*chances).elements(0).text == "perhaps Dy, Ho, Gd, Ce and others"


def test_what_is_excluded_is_not_named_but_other_minerals_are() -> None:
    cell = with_elements(("Dy", Ternary.NO, 0.0), minerals=("Ga", "Ge")).elements(0)
    assert (cell.text, cell.below) == ("Ga, Ge", "")


def test_a_mineral_without_a_symbol_is_said_in_the_language_of_the_reader() -> None:
    view = with_elements(minerals=("graphite", "In", "diamond"), language="es")
    assert view.elements(0).text == "grafito, In, diamante"
    (table,) = [
        block for block in exposure(view).blocks
        if isinstance(block, Table) and block.id == "by_element"
    ]  # fmt: skip
    assert {"grafito", "In", "diamante"} <= {column.title for column in table.columns}


def test_a_part_without_number_or_name_is_named_by_its_place() -> None:
    found = small_assessment()
    frame = found.parts.frame.copy()
    for name in ("description", "part_number", "supplier"):
        frame[name] = None
    view = view_of(replace(found, parts=replace(found.parts, frame=frame)))
    assert view.part(0).text == "Parts!5"
    assert view.supplier(0) == "no supplier named"


def test_spend_is_summed_by_currency_the_largest_first() -> None:
    view = view_of(small_assessment())
    assert view.spend([0, 1, 2]) == "92,000 CNY; 28,300 EUR"
    assert view.spend([]) == ""


def test_a_covered_part_names_its_licence() -> None:
    cell = view_of(small_assessment()).verdict(2)
    assert (cell.text, cell.below, cell.mark) == ("needed", "licence 2026-NB-00418", "needed")


def test_marks_beside_a_verdict_are_written_out() -> None:
    found = small_assessment()
    marked = found.licences.map(lambda k: replace(k, refused_in_principle=True, case_by_case=True))
    cell = view_of(replace(found, licences=marked)).verdict(1)
    assert cell.below == "refused in principle; decided case by case"


def test_columns_are_called_as_in_a_spreadsheet() -> None:
    assert [column_letters(n) for n in (1, 26, 27, 52, 53, 702, 703, 16384)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD",
    ]  # fmt: skip


def test_parts_of_one_number_are_named_once_and_counted_each() -> None:
    found = small_assessment()
    frame = found.parts.frame.copy()
    frame["part_number"] = ["A", "A", "B", "C", *frame["part_number"].tolist()[4:]]
    view = view_of(replace(found, parts=replace(found.parts, frame=frame)))
    assert view.named([0, 1, 2, 3], 2) == "A, B and 1 more"
    assert view.named([0, 1], 2) == "A"


def test_goods_counted_by_weight_have_no_mass_of_a_piece() -> None:
    found = small_assessment()
    frame = found.parts.frame.copy()
    frame["unit"] = ["KG", "ST", *[None] * (len(frame) - 2)]
    view = view_of(replace(found, parts=replace(found.parts, frame=frame)))
    assert [view.is_counted_by_weight(part_id) for part_id in (0, 1, 2)] == [True, False, False]


def test_a_span_of_years_names_its_years() -> None:
    """Days of 2035 and 2038 without their year would read as days of one winter."""
    found = small_assessment()
    numbers = found.numbers.copy()
    columns = ("run_out_early", "run_out", "run_out_late")
    days = {(2035, 12, 27): (2038, 1, 2), (2026, 12, 27): (2027, 1, 2)}
    said = []
    for early, late in days.items():
        for column, day in zip(columns, (date(*early), date(*late), date(*late)), strict=True):
            numbers.loc[0, column] = day
        said.append(view_of(replace(found, numbers=numbers)).run_out(0).below)
    assert said == ["27 Dec 2035 to 2 Jan 2038", "27 Dec to 2 Jan"]


def test_a_number_that_only_counts_rows_names_no_part_and_long_names_are_cut() -> None:
    found = small_assessment()
    long = "One old laptop which is going to be the ground control station of the drone"
    frame = found.parts.frame.copy()
    frame["part_number"] = [*"123", *frame["part_number"].tolist()[3:]]
    frame["description"] = ["Motor", long, *frame["description"].tolist()[2:]]
    view = view_of(replace(found, parts=replace(found.parts, frame=frame)))
    assert view.named([0, 1], 2) == f"Motor, {long}"
    assert view.for_pages().named([0, 1], 2) == f"Motor, {long[:59].rstrip()}…"


def test_parts_of_lists_side_by_side_have_places_of_their_own() -> None:
    found = small_assessment()
    frame = found.parts.frame.copy()
    frame["file"], frame["sheet"] = 0, "Sheet1"
    frame["row"] = [5, 5, *range(6, 4 + len(frame))]
    frame["table"] = [0, 1, *[0] * (len(frame) - 2)]
    columns = ({"part_number": 2, "description": 3}, {"description": 6, "quantity": 7})
    beside = replace(found.parts, frame=frame, columns=columns)
    view = view_of(replace(found, parts=beside))
    assert [view.row_id(at) for at in range(3)] == ["1:Sheet1!B5", "1:Sheet1!F5", "1:Sheet1!B6"]
    assert [part_at(beside, place) for place in ("Sheet1!F5", "Sheet1!B5", "Sheet1!5")] == [1, 0, 0]
    assert part_at(beside, "Sheet1!C5") is None


def test_figures_of_a_long_list_are_not_copied_to_read_one() -> None:
    """A report reads some twenty columns; as lists those of a million rows take half a gigabyte."""
    found = small_assessment()
    many = pd.concat([found.numbers] * 20_000, ignore_index=True)
    expected = view_of(found).triple(0, "licence_risk")
    view = view_of(replace(found, numbers=many))
    tracemalloc.start()
    said = view.triple(0, "licence_risk")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert said == expected
    assert said is not None
    assert peak < len(many)
