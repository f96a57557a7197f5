"""Corrections lie over an import, survive its next version, and say when they no longer fit."""

from typing import Any

import pandas as pd
import pytest

from desktop_app.model.findings import CellRef
from desktop_app.model.parts import Conflict, FactCell, PartTable
from desktop_app.project.corrections import Correction, Fact, Laid, correct, lay_corrections
from desktop_app.project.keys import PartIndex, keys_of
from tests.project.cases import magnet, table


def corrected(parts: PartTable, part_id: int, field: str, new: Fact) -> Correction:
    return correct(PartIndex(parts), parts, part_id, field, new, reason="seen on the label")


def only(laid: tuple[Laid, ...]) -> Laid:
    assert len(laid) == 1
    return laid[0]


def test_a_correction_shows_and_the_import_stays() -> None:
    imported = table(magnet(country_of_origin="DE"), magnet("M-2", country_of_origin="DE"))
    before = pd.util.hash_pandas_object(imported.frame).sum()
    made = corrected(imported, 1, "country_of_origin", "CN")
    shown, laid = lay_corrections(imported, [made])
    assert shown.frame["country_of_origin"].tolist() == ["DE", "CN"]
    assert (made.imported, made.old, made.new, made.label) == ("DE", "DE", "CN", "M-2")
    assert only(laid) == Laid(made, "fits", (1,), "DE")
    assert pd.util.hash_pandas_object(imported.frame).sum() == before


def test_the_last_correction_of_a_fact_counts() -> None:
    imported = table(magnet(stock_on_hand=10.0))
    first = corrected(imported, 0, "stock_on_hand", 12.0)
    shown, _ = lay_corrections(imported, [first])
    second = correct(PartIndex(imported), shown, 0, "stock_on_hand", 14.0)
    assert (second.imported, second.old) == (10.0, 12.0)
    both, _ = lay_corrections(imported, [first, second])
    assert both.value(0, "stock_on_hand") == 14.0
    back, _ = lay_corrections(imported, [first])
    assert back.value(0, "stock_on_hand") == 12.0


def test_texts_stay_texts_beside_what_is_missing() -> None:
    """A library that took the column for its own kind of text would turn None into a number."""
    imported = table(magnet(material=None), magnet("M-2", material="SmCo"))
    shown, _ = lay_corrections(imported, [corrected(imported, 1, "material", "NdFeB")])
    assert shown.frame["material"].tolist() == [None, "NdFeB"]
    assert shown.frame.dtypes.to_dict() == imported.frame.dtypes.to_dict()


def test_a_fact_can_be_made_unknown() -> None:
    imported = table(magnet(country_of_origin="DE", stock_on_hand=3.0))
    made = [
        corrected(imported, 0, "country_of_origin", None),
        corrected(imported, 0, "stock_on_hand", None),
    ]
    shown, _ = lay_corrections(imported, made)
    assert shown.value(0, "country_of_origin") is None
    assert shown.value(0, "stock_on_hand") is None


NEXT_VERSIONS: dict[str, tuple[list[dict[str, Any]], str, Any]] = {
    "rows moved": ([magnet("M-0"), magnet(country_of_origin="DE")], "fits", "CN"),
    "number written otherwise": ([magnet("m 1", country_of_origin="DE")], "fits", "CN"),
    "description reworded": (
        [magnet(description="Magnet, new text", country_of_origin="DE")], "fits", "CN",
    ),
    "file says so itself": ([magnet(country_of_origin="CN")], "settled", "CN"),
    "file says a third thing": ([magnet(country_of_origin="JP")], "changed", "JP"),
    "file says nothing now": ([magnet()], "changed", None),
    "another supplier": ([magnet(supplier="Other", country_of_origin="DE")], "gone", "DE"),
    "part is gone": ([magnet("M-9", country_of_origin="DE")], "gone", "DE"),
}  # fmt: skip


@pytest.mark.parametrize("case", NEXT_VERSIONS)
def test_the_next_version_of_the_file(case: str) -> None:
    rows, fit, shown_country = NEXT_VERSIONS[case]
    made = corrected(table(magnet(country_of_origin="DE")), 0, "country_of_origin", "CN")
    newer = table(*rows)
    shown, laid = lay_corrections(newer, [made])
    assert only(laid).fit == fit
    assert shown.value(len(newer) - 1, "country_of_origin") == shown_country


def test_one_row_of_several_with_the_same_key_is_corrected_alone() -> None:
    imported = table(magnet(stock_on_hand=5.0), magnet(stock_on_hand=5.0))
    made = corrected(imported, 1, "stock_on_hand", 7.0)
    shown, laid = lay_corrections(imported, [made])
    assert shown.number("stock_on_hand").tolist() == [5.0, 7.0]
    assert only(laid).parts == (1,)


def test_what_could_not_be_read_is_readable_once_corrected() -> None:
    parts = table(magnet(), magnet("M-2"))
    place = FactCell(0, "Parts", 2, 3)
    broken = PartTable(
        parts.frame,
        unreadable={0: ("stock_on_hand", "unit_price"), 1: ("stock_on_hand",)},
        conflicts={0: (Conflict("stock_on_hand", (("1", place), ("2", place))),)},
        file_names=parts.file_names,
        columns=parts.columns,
    )
    shown, _ = lay_corrections(broken, [corrected(broken, 0, "stock_on_hand", 4.0)])
    assert shown.unreadable == {0: ("unit_price",), 1: ("stock_on_hand",)}
    assert shown.conflicts == {}
    assert shown.cell_of(0, "description") == CellRef("parts.xlsx", "Parts", 2, 1)


@pytest.mark.parametrize(
    ("field", "value"),
    [("stock_on_hand", "ten"), ("stock_on_hand", True), ("country_of_origin", 4.0),
     ("leaves_china", "yes"), ("confirmed_date", "2026-12-01"), ("row", 3), ("nonsense", "x")],
)  # fmt: skip
def test_a_field_takes_only_its_own_kind_of_value(field: str, value: Any) -> None:
    key = keys_of(table(magnet()))[0]
    with pytest.raises(ValueError, match=field):
        Correction(key, field, None, None, value)


def test_leading_zeros_tell_parts_apart() -> None:
    one, two = keys_of(table(magnet("00123"), magnet("123")))
    assert one != two


def test_the_number_of_the_maker_stands_in_for_a_missing_part_number() -> None:
    (key,) = keys_of(table(magnet(None or "", mpn="TM-42")))
    assert key.number == "tm42"
