"""The table of headings, and how a heading is compared with it."""

import pytest

from desktop_app.intake.heading_elements import element_of
from desktop_app.intake.headings import FIELDS, heading_book, normalise


def fields_of(heading: str) -> set[str]:
    return {meaning.field for meaning in heading_book().meanings(heading)}


def test_headings_are_compared_without_case_width_and_separators() -> None:
    assert normalise("  UNIT_Price\n(EUR):") == normalise("unit price (eur)")
    assert normalise("ＨＳコード") == normalise("HSコード")
    assert normalise("物料編號") == normalise("物料编号")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Unit price [EUR]", "unit_price"), ("Einzelpreis EUR", "unit_price"),
        ("Price per piece (USD)", "unit_price"), ("Preis/Stk", "unit_price"),
        ("Preis/Einheit", "unit_price"), ("Preiseinheit", "price_unit"), ("含税采购单价", "unit_price"),
        ("Annual Quantity 2027", "annual_quantity"), ("Country of  Origin", "country_of_origin"),
        ("Qantity", "quantity"), ("Beschreibung / Description", "description"),
        ("Manufacturer Part Number", "mpn"), ("Hersteller-Teilenummer", "mpn"),
        ("<Quantity>", "quantity"),
        ("«Unit Price»", "unit_price"),
    ],
)  # fmt: skip
def test_known_headings_in_other_dress(heading: str, field: str) -> None:
    assert field in fields_of(heading)


@pytest.mark.parametrize("heading", ["Last count date", "Inventurdatum", "Last counted"])
def test_the_day_of_the_last_stocktaking_is_not_that_of_the_stock(heading: str) -> None:
    """A stock that is booked goes on after it; all use of a year would be taken off a present stock."""
    assert "stock_date" not in fields_of(heading)


@pytest.mark.parametrize(
    "heading",
    ["Supplier item number", "Customer part no", "Kunden Artikelnummer", "供应商型号编码", "Total weight",
     "Gesamtgewicht", "Ansprechpartner", "MOQ", ""],
)  # fmt: skip
def test_what_belongs_to_somebody_else_or_to_the_whole_is_not_the_parts(heading: str) -> None:
    assert not fields_of(heading) & {"part_number", "mpn", "unit_mass", "quantity", "unit_price"}


def test_a_column_named_after_an_element_gives_its_share() -> None:
    assert [element_of(t) for t in ("Dy %", "Tb [ppm]", "Nd wt.%", "Co content (%)")] == [
        "Dy", "Tb", "Nd", "Co",
    ]  # fmt: skip
    assert [element_of(t) for t in ("Discount %", "No.", "Cost %", "In %x")] == [None] * 4


def test_every_language_knows_the_fields_that_matter_most() -> None:
    book = heading_book()
    for language in ("en", "de", "fr", "es", "it", "ja", "zh", "ko"):
        known = {
            meaning.field
            for key in book.entries
            for meaning in book.exact(key)
            if language in meaning.languages
        }
        needed = {"part_number", "description", "supplier", "country_of_origin", "hs_code",
                  "quantity", "annual_quantity", "unit_price", "currency", "unit", "stock_on_hand",
                  "lead_time_days", "unit_mass", "manufacturer", "mpn", "material"}  # fmt: skip
        assert needed <= known, language
        assert needed <= FIELDS


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Part Quantity", "quantity"),
        ("Product Description", "description"),
        ("PRODUCT_ID", "part_number"),
        ("Item Cost", "unit_price"),
        ("Descripción del producto", "description"),
        ("Qty per board", "quantity"),
        ("Required Qty", "quantity"),
        ("Price (total)", "line_value"),
        ("数量/Qty", "quantity"),
        ("Kein Heading", None),
        ("Vendor Part", "supplier_part_number"),
        ("Qty per year", "annual_quantity"),
    ],
)
def test_words_around_a_known_heading(heading: str, field: str | None) -> None:
    known = [meaning.field for meaning in heading_book().exact(heading)]
    assert known[:1] == ([field] if field else [])


def test_one_known_half_of_a_heading_is_believed_less() -> None:
    (half,) = heading_book().exact("Brand/Rack")
    assert half.confidence < 0.8


def test_a_link_is_no_heading() -> None:
    assert not heading_book().likely("https://example.com/product/description")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Código pieza / Part code", "part_number"),
        ("Codice pezzo / Code pièce", "part_number"),
        ("Einzelpr. EUR", "unit_price"),
        ("Gesamtpr. EUR", "line_value"),
        ("Typ / Bestell-Nr.", "mpn"),
        ("Pr. unitario", "unit_price"),
    ],
)
def test_sides_that_are_only_derived_and_short_forms_of_prices(heading: str, field: str) -> None:
    assert heading_book().exact(heading)[0].field == field


@pytest.mark.parametrize(
    "heading",
    [
        "Part code / Customer code",
        "Supplier's part code / Part code",
        "Menge pro Satz / Price per set",
    ],
)
def test_sides_that_say_different_things_say_nothing(heading: str) -> None:
    assert heading_book().exact(heading) == ()
