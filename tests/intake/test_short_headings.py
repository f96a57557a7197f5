"""Headings written short, and words beside a known one that leave it or make it something else."""

import pytest

from desktop_app.intake.headings import heading_book


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Paese orig.", "country_of_origin"), ("Kraj pochodz.", "country_of_origin"),
        ("Descr. articolo", "description"), ("Cons. confermata", "confirmed_date"),
        ("StdPreis", "unit_price"), ("LZ Wo.", "lead_time_days"), ("LT gg", "lead_time_days"),
        ("Prod. LT", "lead_time_days"), ("Ult. Preco", "unit_price"), ("Prim Vendor", "supplier"),
        ("Mfr. name", "manufacturer"), ("Ctry of orig.", "country_of_origin"),
        ("Name Lieferant", "supplier"), ("供方名称", "supplier"), ("主供應商簡稱", "supplier"),
        ("固定提前期", "lead_time_days"), ("Requested MPN", "mpn"), ("Offered MFR", "manufacturer"),
        ("SichBd", "safety_stock"), ("安全在庫数", "safety_stock"), ("采购提前期_天", "lead_time_days"),
        ("配件编码", "part_number"), ("PO納期", "confirmed_date"),
    ],
)  # fmt: skip
def test_a_heading_is_known_by_its_short_words(heading: str, field: str) -> None:
    assert field in {meaning.field for meaning in heading_book().meanings(heading)}


@pytest.mark.parametrize(
    "heading",
    [
        "丸め数量", "欠料数量", "PSP-Element", "Stock máximo",
        "Planner note", "Reorder quantity", "Ligne produit", "Product line", "Supplier score",
        "Price trend", "Mat", "Best", "Lot", "Anl. Dat. Usr", "Tipo de pieza", "Max price",
        # It may stand for more than one thing.
        "Ord.",
    ],
)  # fmt: skip
def test_a_heading_that_may_be_something_else_stays_unknown(heading: str) -> None:
    from desktop_app.intake.headings import FIELDS

    assert not FIELDS & {meaning.field for meaning in heading_book().meanings(heading)}


@pytest.mark.parametrize(
    "heading",
    ["Date d'inventaire", "Fecha de inventario", "Data inventario", "盘点日期", "棚卸日", "실사일"],
)
def test_the_day_of_a_stocktaking_is_no_day_of_the_stock(heading: str) -> None:
    assert [m.field for m in heading_book().meanings(heading)] == ["other"]
