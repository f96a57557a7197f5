"""One assessment, seven papers, a workbook and JSON: a figure is the same wherever it stands.

Over the sample, whose parts have every verdict but "suspended", two currencies and missing facts.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app import pipeline
from desktop_app.language.catalogue import Catalogue
from desktop_app.report.assessment_json import assessment_json
from desktop_app.report.blocks import Figures, ReportContent, Row, Table
from desktop_app.report.content import build_content
from desktop_app.report.sections.measures import LATE
from desktop_app.report.view import Scope
from tests.intake.answered import ON, asked

WORDS = (
    "needed",
    "ask about the part",
    "waits for the law",
    "suspended",
    "not screened",
    "not covered",
)
COUNTED = ("needed", "waits_part", "waits_law", "suspended", "not_screened", "not_needed")


@cache
def document() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(b"".join(assessment_json(asked(), Catalogue("en"), False)))
    return found


@cache
def paper(kind: str) -> ReportContent:
    return build_content(asked(), Catalogue("en"), scope=Scope(kind))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    target = tmp_path_factory.mktemp("twin") / "twin.xlsx"
    pipeline.write_workbook(asked(), target, "en")
    return openpyxl.load_workbook(target)


def blocks(kind: str, of: type) -> Iterator[Any]:
    return (b for section in paper(kind).sections for b in section.blocks if isinstance(b, of))


def table(kind: str, name: str) -> Table:
    found: Table = next(t for t in blocks(kind, Table) if t.id == name)
    return found


def by_place(kind: str, name: str, title: str) -> dict[str, str]:
    """The texts of one column by the place of their part."""
    found = table(kind, name)
    at = [column.title for column in found.columns].index(title)
    return {row.id: row.cells[at].text for row in found.rows}


def lines(book: Any, sheet: str) -> dict[str, dict[str, Any]]:
    rows = book[sheet].iter_rows(values_only=True)
    titles = [str(title) for title in next(rows)]
    return {str(row[0]): dict(zip(titles, row, strict=True)) for row in rows}


def place_of(part: dict[str, Any]) -> str:
    return f"{part['file'] + 1}:{part['sheet']}!{part['row']}"


def test_the_counts_are_the_same_on_every_first_page(book: Any) -> None:
    totals = document()["totals"]
    counts = dict(zip(WORDS, (totals[name] for name in COUNTED), strict=True))
    assert sum(counts.values()) == totals["parts"] == len(document()["parts"])
    for kind in ("monday", "management"):
        strip = next(blocks(kind, Figures))
        assert {figure.word: int(figure.value) for figure in strip.figures} == counts
    answer = dict(book["Answer"].iter_rows(max_col=2, values_only=True))
    assert {word: answer[word] for word in WORDS} == counts


def test_lists_hold_as_many_parts_as_the_headline_says() -> None:
    totals = document()["totals"]
    listed = {
        name: len(table("audit", name).rows) for name in ("needed", "part_questions", "not_covered")
    }
    assert listed == {
        "needed": totals["needed"],
        "part_questions": totals["waits_part"],
        "not_covered": totals["not_needed"],
    }
    assert len(table("audit", "results").rows) == totals["parts"]
    groups = table("audit", "groups")
    assert sum(int(row.cells[1].text) for row in groups.rows) == totals["not_screened"]
    basis = table("audit", "basis")
    assert sum(int(row.cells[1].text) for row in basis.rows) == totals["not_needed"]
    waiting = [part for part in document()["parts"] if part["licence"]["waits_on"] == "law"]
    counsel = sum(int(row.cells[1].text) for row in table("monday", "counsel").rows)
    assert counsel == sum(not part["licence"]["seldom"] for part in waiting)


def test_rows_read_are_parts_and_what_became_of_the_others(book: Any) -> None:
    (file,) = lines(book, "Files").values()
    rest = ("Parts", "Duplicates", "Totals", "Blank", "Rejected", "Other")
    assert file["Read"] == sum(file[name] for name in rest)
    assert file["Parts"] == document()["totals"]["parts"]
    for kind in ("monday", "management", "audit"):
        assert f"{file['Read']} rows read = parts {file['Parts']}" in text_of(kind)


def text_of(kind: str) -> str:
    from tests.report.written import lines_of

    return "\n".join(lines_of(paper(kind)))


def test_verdict_and_supplier_of_every_part_are_the_same_in_annex_workbook_and_json(
    book: Any,
) -> None:
    twin = lines(book, "Parts")
    annex = by_place("audit", "results", "Licence")
    suppliers = by_place("audit", "results", "Supplier")
    words = {"needed": "needed", "not_verified": "not verified", "suspended": "suspended",
             "not_needed": "not covered"}  # fmt: skip
    for part in document()["parts"]:
        place = place_of(part)
        said = words[part["licence"]["verdict"]]
        assert (annex[place], twin[place]["Licence"]) == (said, said)
        supplier = part["supplier"] or part["manufacturer"] or "no supplier named"
        assert suppliers[place] == supplier
        assert twin[place]["Supplier"] == part["supplier"]
    assert list(annex) == list(twin), "one order of urgency"


def test_days_add_up_and_are_the_same_everywhere(book: Any) -> None:
    """The day on which stock ends is the day asked about and the days that it lasts, in every paper."""
    twin, seen = lines(book, "Parts"), Counter[str]()
    pages = {
        name: by_place(kind, name, "Runs out on")
        for kind, name in (("audit", "results"), ("audit", "needed"), ("management", "this_week"),
                           ("article24", "vulnerable"), ("audit", "run_out_figures"))
    }  # fmt: skip
    lasts = {
        "vulnerable": by_place("article24", "vulnerable", "Stock lasts"),
        "run_out_figures": by_place("audit", "run_out_figures", "Stock lasts"),
    }
    for part in document()["parts"]:
        place, told = place_of(part), (part["clock"] or {}).get("run_out_date")
        day = date.fromisoformat(told[1]) if told else None
        cell = twin[place]["Runs out on"]
        assert (cell.date() if isinstance(cell, datetime) else None) == day
        if day is None:
            continue
        assert ON + timedelta(days=twin[place]["Stock lasts, days"]) == day
        for name, found in pages.items():
            if place in found:
                seen[name] += 1
                assert found[place] == Catalogue("en").date(day)
        for found in lasts.values():
            if place in found:
                assert ON + timedelta(days=int(found[place])) == day
    assert all(seen[name] for name in pages)


def test_money_of_the_parts_is_that_of_the_sums(book: Any) -> None:
    by_currency = document()["totals"]["by_currency"]
    spent: dict[str, float] = {}
    for part in lines(book, "Parts").values():
        if part["Annual spend"] is not None:
            spent[part["Currency"]] = spent.get(part["Currency"], 0.0) + part["Annual spend"]
    assert spent == {
        name: pytest.approx(found["annual_spend"]) for name, found in by_currency.items()
    }
    catalogue = Catalogue("en")
    for currency, amount in spent.items():
        assert catalogue.money(round(amount), currency) in text_of("management")


def test_measures_name_parts_that_have_them(book: Any) -> None:
    """A measure of the report is a measure of as many parts in the workbook."""
    rows = list(book["Measures"].iter_rows(min_row=2, values_only=True))
    of_workbook = Counter(str(row[5]) for row in rows)
    shown: list[Row] = list(table("article24", "measures").rows)
    assert shown
    for row in shown:
        assert of_workbook[row.lead or row.cells[0].text] >= 1


def test_a_page_of_a_shorter_list_says_so(tmp_path: Path) -> None:
    total = document()["totals"]["needed"]
    listed = len(table("management", "this_week").rows)
    late = [
        licence
        for licence, moves in zip(asked().licences, asked().actions, strict=True)
        if licence.waits_on == "law" and any(move.id == LATE for move in moves)
    ]
    there_are = total + document()["totals"]["waits_part"] + len(late)
    assert (
        listed == there_are
        or f"{there_are - listed} more parts have something to do" in text_of("management")
    )


def test_both_first_pages_begin_with_the_same_part() -> None:
    """The management report left out a servo motor that stops first of all, whatever the law."""
    first = table("management", "this_week").rows[0]
    monday = table("monday", "today").rows[0]
    assert first.cells[2].text == monday.cells[0].text.split(" (")[0] == "Northgate Automation B.V."
    assert first.note == monday.note
    assert "Check what is on order" in first.note


def test_a_sentence_says_the_days_of_the_table_beside_it(book: Any) -> None:
    """Up to fourteen weeks; longer times are said in fortnights."""
    seen = 0
    for part in lines(book, "Parts").values():
        told = re.search(r"stock lasts about (\d+) days", str(part["Next action"]))
        if told is not None and part["Stock lasts, days"] < 98:
            assert int(told[1]) == part["Stock lasts, days"]
            seen += 1
    assert seen > 3
