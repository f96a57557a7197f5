"""Sums of sections above and below their parts, and parts that look like them."""

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts
from tests.workbooks.build import Rows

HEAD: list[object] = ["Descripción", "Cantidad", "Precio unitario", "Importe"]
MOTOR: list[object] = ["Motor 24V", 2, 20000, 40000]
BEARING: list[object] = ["Rodamiento 608", 4, 2100, 8400]
BOARD: list[object] = ["Placa de control", 1, 9000, 9000]
NAMES = ["Motor 24V", "Rodamiento 608", "Placa de control"]


@pytest.mark.parametrize("column", [2, 3])
def test_a_section_with_the_sum_of_what_is_below_is_its_heading(
    column: int, read_rows: ReadRows
) -> None:
    first, second = ["Partes mecánicas", None, None, None], ["Electrónica", None, None, None]
    first[column], second[column] = 48400, 9000  # type: ignore[call-overload]
    reading = read_rows([HEAD, first, MOTOR, BEARING, second, BOARD])
    assert facts(reading, "description") == NAMES
    assert facts(reading, "section") == ["Partes mecánicas", "Partes mecánicas", "Electrónica"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Chasis", None, None, 700], MOTOR, BEARING, ["Carcasa", None, None, 500], BOARD],
        [MOTOR, ["Chasis", None, None, 8400], BEARING, BOARD],
        [["Partes mecánicas", None, None, 48400], MOTOR, BEARING, BOARD],
    ],
    ids=["no sums", "one price like the next", "only one of them"],
)
def test_an_uncounted_part_with_a_price_stays_a_part(rows: Rows, read_rows: ReadRows) -> None:
    reading = read_rows([HEAD, *rows])
    assert facts(reading, "description") == [row[0] for row in rows]


@pytest.mark.parametrize("column", [1, 2, 3, 4])
def test_a_sum_in_any_column_is_no_part(column: int, read_rows: ReadRows) -> None:
    first: list[object] = ["Total commande Meca", None, None, None, None]
    second: list[object] = ["Total commande Elec", None, None, None, None]
    first[column], second[column] = 46, 12
    reading = read_rows([
        ["Pièce", "Qté", "Prix unitaire", "Montant"], ["Roulement 608", 2, 3, 6],
        ["Moteur 24V", 1, 40, 40], first, ["Carte ESP32", 1, 9, 9], ["Câble", 3, 1, 3], second,
    ])  # fmt: skip
    assert facts(reading, "description") == ["Roulement 608", "Moteur 24V", "Carte ESP32", "Câble"]


@pytest.mark.parametrize("cells", [[1, 500, 500], [7, None, None], [None, 500, None]])
def test_a_part_that_begins_with_the_word_for_a_sum_is_one(
    cells: list[object], read_rows: ReadRows
) -> None:
    reading = read_rows([
        ["Pièce", "Qté", "Prix unitaire", "Montant"], ["Roulement 608", 2, 3, 6],
        ["Moteur 24V", 1, 40, 40], ["Total station laser", *cells], ["Carte ESP32", 1, 9, 9],
    ])  # fmt: skip
    assert "Total station laser" in facts(reading, "description")
