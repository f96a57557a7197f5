"""Columns whose cells say more than their headings: types of makers, counts, what customers pay, marks."""

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, rows


@pytest.mark.parametrize(
    "heads",
    [
        ["Bezeichnung", "Hersteller", "Typ", "Anzahl"],
        ["Designation", "Fabricant", "Type", "Quantité"],
        ["Descripción", "Fabricante", "Tipo", "Cantidad"],
    ],
)
def test_codes_under_type_beside_the_maker_are_its_numbers(
    read_rows: ReadRows, heads: list[str]
) -> None:
    body = [["Sensor", "Balluff", "BES00U2", 3], ["Motor", "Dunker", "BG45x30", 1]]
    reading = read_rows([heads, *body, ["Fuse", "Siba", "5x20-2A", 10]])
    assert facts(reading, "mpn") == ["BES00U2", "BG45x30", "5x20-2A"]


def test_kinds_under_type_are_none(read_rows: ReadRows) -> None:
    body = [["R1", "Yageo", "SMD", 3], ["R2", "Vishay", "THT", 1], ["R3", "Yageo", "SMD", 2]]
    reading = read_rows([["Description", "Manufacturer", "Type", "Qty"], *body])
    assert facts(reading, "mpn") == [None] * 3


def test_numbers_that_do_not_count_up_are_how_many(read_rows: ReadRows) -> None:
    many = [1, 1, 8, 3, 2, 3, 1, 1, 3, 6]
    names = ["Rack 19 inch", "Front panel", "red LED", "slider", "USB connector", "socket", "cable",
             "green LED", "plug", "spacer"]  # fmt: skip
    reading = read_rows([["Component", "Number"], *map(list, zip(names, many, strict=True))])
    assert facts(reading, "quantity") == [float(n) for n in many]


def test_what_customers_pay_is_no_price(read_rows: ReadRows) -> None:
    """Times how many it made the money of the line, so the cells seemed to prove it."""
    heads = ["Nome do produto", "Quantidade", "Preço de Venda", "Valor Total"]
    body = [[f"Motor {n}", n + 2, 10.5 * n, 10.5 * n * (n + 2)] for n in range(1, 6)]
    assert facts(read_rows([heads, *body]), "unit_price") == [None] * 5


def test_asterisks_behind_a_name_are_no_sum(read_rows: ReadRows) -> None:
    heads = ["Purpose", "Component", "Make", "Model"]
    body = [["Vaporizer", "Copper block", "*", "*"], [None, "Aluminum plate", "*", "*"],
            [None, "Syringe pump", "New Era", "NE-4000"]]  # fmt: skip
    assert rows(read_rows([heads, *body])) == [2, 3, 4]


def test_a_price_of_packs_is_proven_by_what_a_lot_needs(read_rows: ReadRows) -> None:
    heads = ["部品名", "実装数", "10台で必要数", "単価", "販売単位", "購入数", "価格"]
    body = [["コンデンサ 22pF", 2, 20, 200, 100, 1, 200], ["LED 赤", 1, 10, 200, 20, 1, 200],
            ["スイッチ", 2, 20, 100, 5, 4, 400], ["レギュレータ", 1, 10, 200, 4, 3, 600]]  # fmt: skip
    assert facts(read_rows([heads, *body]), "unit_price") == [2.0, 10.0, 20.0, 50.0]
