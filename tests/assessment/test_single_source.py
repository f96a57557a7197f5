"""One supplier is only a finding where the list could have shown a second one."""

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.assessment.single_source import single_source
from desktop_app.model.parts import FactCell, Source
from tests.assessment.by_hand import parts


def flags(*rows: dict[str, Any]) -> list[tuple[bool | None, bool | None]]:
    source, country = single_source(parts(*rows))
    return list(zip(source.tolist(), country.tolist(), strict=True))


def row(
    number: str | None, supplier: str | None, country: str | None = None, **more: Any
) -> dict[str, Any]:
    return {"part_number": number, "supplier": supplier, "country_of_origin": country, **more}


def test_a_list_with_second_sources_shows_the_single_ones() -> None:
    found = flags(row("A", "Alpha", "CN"), row("A", "Beta", "JP"), row("B", "Alpha", "CN"))
    assert found == [(False, False), (False, False), (True, True)]


def test_a_list_of_one_supplier_per_part_cannot_tell() -> None:
    assert flags(row("A", "Alpha", "CN"), row("B", "Beta", "CN")) == [(None, None)] * 2


def test_two_suppliers_in_one_country() -> None:
    assert flags(row("A", "Alpha", "CN"), row("A", "Beta", "CN")) == [(False, True)] * 2


@pytest.mark.parametrize("country", [None, "CN;JP"])
def test_an_unknown_country_is_not_one_country(country: str | None) -> None:
    found = flags(row("A", "Alpha", "CN"), row("A", "Beta", country))
    assert found == [(False, None)] * 2


def test_a_row_without_supplier_may_hide_a_second_one() -> None:
    found = flags(row("A", "Alpha"), row("A", "Beta"), row("B", "Alpha"), row("B", None))
    assert [source for source, _ in found] == [False, False, None, None]


def test_the_maker_number_stands_in_and_never_mixes_with_own_numbers() -> None:
    found = flags(
        row(None, "Alpha", mpn="X"),
        row(None, "Beta", mpn="X"),
        row("X", "Alpha"),
        row(None, "Alpha"),
    )
    assert [source for source, _ in found] == [False, False, True, None]


def test_the_same_number_in_two_lists_is_not_a_second_source() -> None:
    found = flags(row("10", "Alpha", table=0), row("10", "Beta", table=1))
    assert [source for source, _ in found] == [None, None]


def test_another_table_proves_nothing() -> None:
    found = flags(row("A", "Alpha", table=0), row("A", "Beta", table=0), row("B", "Alpha", table=1))
    assert [source for source, _ in found] == [False, False, None]


def test_no_numbers_no_findings() -> None:
    assert flags({"description": "Magnet"}) == [(None, None)]
    assert flags() == []


def test_suppliers_named_by_joined_files_count() -> None:
    place = FactCell(0, "Sheet1", 2, 1)

    def source(supplier: str | None, country: str | None) -> Source:
        return Source(supplier, country, None, None, None, None, place)

    table = replace(
        parts({"part_number": "A"}, {"part_number": "B"}, {"part_number": "C"}),
        sources={
            0: (source("Hanlin", "CN"), source("Vacuumschmelze", "DE")),
            1: (source("Hanlin", "CN"), source("Hanlin", None)),
        },
    )
    one_supplier, one_country = single_source(table)
    assert one_supplier.tolist() == one_country.tolist() == [False, None, None]


def test_another_question_about_the_same_parts_shares_what_was_found_and_cannot_change_it() -> None:
    table = parts(row("A", "Alpha", "CN"), row("A", "Beta", "JP"))
    one_supplier, one_country = single_source(table)
    assert single_source(table)[0] is one_supplier
    for flags in (one_supplier, one_country):
        with pytest.raises(ValueError, match="read-only"):
            flags[0] = True
