"""What the first page of a report owes its reader: every count explained, every day traceable."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from desktop_app.assessment.assumptions import assumption_notes
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError, Issue, msg, nmsg
from desktop_app.model.licence import Licence
from desktop_app.model.match import ElementContent
from desktop_app.model.parts import Declared, FactCell
from desktop_app.model.verdict import Ternary
from desktop_app.model.words import SCENARIO_WORDS
from desktop_app.register.figures import load_figures
from desktop_app.report.blocks import Paragraph, Table
from desktop_app.report.content import build_content
from desktop_app.report.view import Scope
from tests.report.test_kinds import pages, text
from tests.report.variations import all_not_covered, with_licences
from tests.small_assessment import small_assessment


def test_a_dossier_of_a_part_without_any_figure_has_no_table_of_them() -> None:
    found = small_assessment()
    numbers = found.numbers.copy()
    for name, column in found.numbers.items():
        nothing = np.nan if column.dtype.kind == "f" else None
        numbers[name] = column.where(np.arange(len(column)) > 0, nothing)
    bare = replace(found, numbers=numbers)
    assert pages(bare, "dossier") <= 2
    assert "[run_out_figures]" in text("dossier")
    assert "[run_out_figures]" not in text("dossier", bare)
    assert "No run-out date: stock or yearly demand is missing." in text("dossier", bare)


def test_article_24_does_not_call_harmless_what_waits_for_the_law() -> None:
    """Without stock no part has a date; that is said, not that no part may need a licence."""
    waiting = with_licences(lambda _: Licence("not_verified", waits_on="law"))
    bare = replace(waiting, numbers=waiting.numbers.assign(cover_days=np.nan))
    none = all_not_covered()
    assert "No run-out date can be given" in text("article24", bare)
    assert "No part that may need a licence was found." not in text("article24", bare)
    assert "No part that may need a licence was found." in text("article24", none)


def test_parts_that_seldom_hold_a_listed_element_are_counted_on_monday() -> None:
    """The number of those that wait for the law is that of the headline, so all of it is explained."""
    rare = with_licences(
        lambda kind: replace(kind, seldom=True) if kind.waits_on == "law" else kind
    )
    n = rare.totals.waits_law
    assert f"Of those that wait for the law, {n} parts are of kinds" in text("monday", rare)
    assert "Of those that wait" not in text("monday", all_not_covered())


def test_nobody_is_no_supplier() -> None:
    found = small_assessment()
    frame = found.parts.frame.assign(supplier=None, manufacturer=None)
    nameless = replace(found, parts=replace(found.parts, frame=frame))
    with pytest.raises(CodedError) as failure:
        build_content(
            nameless, Catalogue("en"), scope=Scope("supplier", supplier="no supplier named")
        )
    assert failure.value.problem.code == "E_NOT_FOUND"


@pytest.mark.parametrize("kind", ["monday", "management"])
def test_the_first_page_names_the_plant_that_stops(kind: str) -> None:
    found = small_assessment()
    frame = found.parts.frame.assign(plant="Hall 7")
    said = text(kind, replace(found, parts=replace(found.parts, frame=frame)))
    assert "Segment magnet 42SH 40 x 20 x 8 mm // NG-1042 · Hall 7" in said


def test_monday_says_what_its_days_rest_on_and_only_where_there_are_some() -> None:
    notes = assumption_notes(load_figures(), date(2026, 11, 24))
    said = text("monday", replace(small_assessment(), notes=notes))
    assert "A licence that nobody has applied for is assumed to take" in said
    assert "EU Chamber of Commerce in China" in said
    assert "of the quoted delivery time is still to come" in said
    for other in ("Money that could be lost", "disruptions a year", "Moves are priced"):
        assert other not in said, "the page has no such figure"
    assert "is assumed to take" not in text("monday", replace(all_not_covered(), notes=notes,
                                            numbers=small_assessment().numbers))  # fmt: skip


def test_a_file_that_gave_nothing_is_named_where_files_are_listed_and_counted() -> None:
    """Else a purchaser believes that the forecast dropped beside the list was used."""
    found = small_assessment()
    empty = replace(found.files[0], path="in/Forecast.xlsx", outcome="no_table", sheets=())
    some = replace(found, files=(found.files[0], empty))
    for kind in ("monday", "management"):
        said = text(kind, some)
        assert "Forecast.xlsx (no parts list in it)" in said
        assert "1 file gave nothing and is missing from every figure here: Forecast.xlsx." in said


def test_rows_that_lent_their_facts_are_told_from_other_rows() -> None:
    found = small_assessment()
    lent = nmsg(
        "{n} row lent its facts to the parts of another list.",
        "{n} rows lent their facts to the parts of other lists.",
        20,
    )
    stock = replace(found.files[0], path="in/stock.csv", issues=(Issue("W_JOINED", "note", lent),))
    newer = Issue("W_JOINED", "note", msg("Newer version of {file}.", file="old.xlsx"))
    newer_list = replace(found.files[0], path="in/new.csv", issues=(newer,))
    two = replace(found, files=(*found.files, stock, newer_list, stock))
    assert "40 rows lent their facts to the parts of other lists." in text("monday", two)


def test_a_dossier_shows_what_the_supplier_typed_with_its_file_and_cell() -> None:
    """Also what nobody could read as a fact: 'not found' with a limit in the remark is for a person."""
    found = small_assessment()
    other = replace(found.files[0], path="in/reply.xlsx")
    place = FactCell(len(found.files), "Reply", 6, 5)
    said = (
        Declared("dy_percent", "n.d.", None, "none", "kept", "", place),
        Declared("", "limit of the method 0.005 %", None, "", "kept", "", place),
    )
    names = (*found.parts.file_names, "reply.xlsx")
    parts = replace(found.parts, answered={0: said}, file_names=names)
    told = text("dossier", replace(found, parts=parts, files=(*found.files, other)))
    assert "Dy, mass % | n.d. | reply.xlsx › Reply › E6" in told
    assert "Remark | limit of the method 0.005 % | reply.xlsx › Reply › E6" in told
    assert "What the supplier answered" not in text("dossier")


def test_monday_asks_for_the_supplier_before_it_has_one_asked() -> None:
    found = small_assessment()
    frame = found.parts.frame.assign(supplier=None, manufacturer=None)
    said = text("monday", replace(found, parts=replace(found.parts, frame=frame)))
    assert "Enter the supplier of these parts" in said
    assert "Enter the supplier of these parts" not in text("monday")


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it"])
def test_the_cases_of_a_dossier_stand_within_their_sentence(language: str) -> None:
    """ "In both cases ...: If the suspensions have ended: needed; If they ..." stood there."""
    found = with_licences(
        lambda kind: replace(kind, cases={"lapsed": "needed", "extended": "suspended"})
    )
    catalogue = Catalogue(language)
    said = " ".join(
        block.text
        for section in build_content(found, catalogue, scope=Scope("dossier", part=0)).sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    )
    for name in ("lapsed", "extended"):
        words = catalogue.say(SCENARIO_WORDS[name])
        assert words not in said
        assert words[:1].lower() + words[1:] in said


def test_elements_of_which_all_is_alike_share_a_line() -> None:
    """A mixed oxide of a dozen rare earths took a line for each and a third page for its law."""
    small = small_assessment()
    of, symbols = (
        int(small.matches.of[0]),
        ("Ce", "Dy", "Eu", "Gd", "La", "Lu", "Nd", "Pr", "Sc", "Y"),
    )
    alike = [ElementContent(s, Ternary.YES, (0.97, 0.99, 1.0), None, "B") for s in symbols]
    other = ElementContent("Tb", Ternary.YES, (0.97, 0.99, 1.0), (1.0, 1.5, 2.0), "B")
    kinds = list(small.matches.kinds)
    kinds[of] = replace(kinds[of], elements=(*alike, other))
    mixed = replace(small, matches=replace(small.matches, kinds=tuple(kinds)))
    rows = next(
        block.rows
        for section in build_content(
            mixed, Catalogue("de"), scope=Scope("dossier", part=0)
        ).sections
        for block in section.blocks
        if isinstance(block, Table) and block.id == "composition"
    )
    assert [row.cells[0].text for row in rows] == [", ".join(symbols), "Tb"]
    assert pages(mixed, "dossier", "de", "letter") <= 2
