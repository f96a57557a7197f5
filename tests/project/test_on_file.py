"""Applications and licences as a reader wants them: what is late first, in working days of China."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment, LicenceOnFile
from desktop_app.project.licences import LicenceRecord
from desktop_app.project.on_file import licences_on_file
from desktop_app.register.figures import load_figures
from desktop_app.report.compose import compose
from desktop_app.report.line_breaking import PaperMetrics
from desktop_app.report.view import Scope
from tests.project.cases import magnet, table
from tests.report.written import lines_of
from tests.small_assessment import small_assessment

FIGURES = load_figures()
ON = date(2026, 11, 24)
PARTS = table(magnet(), magnet("M-2"), magnet("M-3", supplier="Other"))
SUPPLIER = str(PARTS.value(0, "supplier"))


def filed(day: date, name: str = "a", supplier: str = SUPPLIER) -> LicenceRecord:
    return LicenceRecord(name, supplier, filed=day)


def one(record: LicenceRecord, on: date = ON) -> LicenceOnFile:
    (found,) = licences_on_file([record], PARTS, on, FIGURES)
    return found


def test_a_week_is_five_working_days_and_the_golden_week_none() -> None:
    """1 to 7 October are holidays; 20 September and 10 October 2026 are worked in their place."""
    calendar = FIGURES.china_days
    assert calendar.between(date(2026, 11, 16), date(2026, 11, 23)) == 5
    assert calendar.between(date(2026, 11, 23), date(2026, 11, 23)) == 0
    assert calendar.between(date(2026, 9, 30), date(2026, 10, 7)) == 0
    for start in (date(2026, 1, 5), date(2026, 9, 28)):
        assert calendar.between(start, calendar.after(start, 45)) == 45


def test_an_application_counts_its_days_and_speaks_of_all_parts_of_its_supplier() -> None:
    found = one(filed(date(2026, 11, 16)))
    assert (found.state, found.working_days, found.statutory_days) == ("on_the_way", 6, 45)
    assert found.part_ids == (0, 1)
    assert found.due == FIGURES.china_days.after(date(2026, 11, 16), 45)


def test_once_accepted_the_days_count_from_then() -> None:
    record = replace(filed(date(2026, 11, 2)), accepted=date(2026, 11, 16))
    assert one(record).working_days == 6
    assert one(record).due == FIGURES.china_days.after(date(2026, 11, 16), 45)


@pytest.mark.parametrize(
    ("record", "state"),
    [
        (filed(date(2026, 5, 4)), "late"),
        (filed(date(2026, 12, 1)), "planned"),
        (LicenceRecord("a", SUPPLIER), "planned"),
        (LicenceRecord("a", SUPPLIER, number="L-1", valid_until=date(2027, 5, 1)), "held"),
        (LicenceRecord("a", SUPPLIER, number="L-1", valid_until=ON), "held"),
        (LicenceRecord("a", SUPPLIER, number="L-1", valid_until=date(2026, 11, 23)), "ended"),
        (LicenceRecord("a", SUPPLIER, number="L-1", valid_until=date(2027, 5, 1), quantity_left=0),
         "ended"),
        (LicenceRecord("a", SUPPLIER, number="L-1", valid_from=date(2026, 12, 1),
                       valid_until=date(2027, 5, 1)), "planned"),
    ],
)  # fmt: skip
def test_the_state_on_the_day(record: LicenceRecord, state: str) -> None:
    assert one(record).state == state


def test_what_is_late_stands_first_whatever_the_order_of_the_records() -> None:
    records = [
        LicenceRecord("held", SUPPLIER, number="L-1", valid_until=date(2027, 5, 1)),
        filed(date(2026, 11, 16), "way"),
        filed(date(2026, 5, 4), "late", "Other"),
    ]
    for order in (records, records[::-1]):
        found = licences_on_file(order, PARTS, ON, FIGURES)
        assert [record.id for record in found] == ["late", "way", "held"]


@pytest.mark.parametrize("kind", ["monday", "management", "audit"])
def test_reports_print_them(kind: str) -> None:
    bare = small_assessment()
    on_file = (
        LicenceOnFile("a", "Ningbo Huaning Magnetics", (0,), "late", date(2026, 5, 4), None, 140, 45,
                      date(2026, 7, 8), papers_missing=("End-user certificate",)),
        LicenceOnFile("b", "Selten & Söhne KG", (1,), "held", number="L-7",
                      valid_until=date(2027, 5, 1), quantity=500, quantity_left=120, unit="kg"),
    )  # fmt: skip

    def said(found: Assessment) -> str:
        content, layout = compose(
            found,
            Scope(kind),
            Catalogue("en"),
            "a4",
            PaperMetrics(),
        )
        if kind == "monday":
            assert len(layout.sheets) == 1
        return "\n".join(lines_of(content)).replace("\xa0", " ")

    without = said(replace(bare, licences_on_file=()))
    assert "overdue" not in without
    assert "Working day" not in without
    printed = said(replace(bare, licences_on_file=on_file))
    assert "overdue: ask the exporter" in printed
    assert "Working day 140 of 45 since it was filed on 4 May 2026." in printed
    assert "End-user certificate" in printed
    assert ("120 kg left" in printed) is (kind != "monday")
