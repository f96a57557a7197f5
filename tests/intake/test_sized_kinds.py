"""Lists that name their parts by kind and size; a count of kinds alone is no list of parts."""

import pytest

from desktop_app.model.reading import Reading
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts

NAMES = ["Tornillo allen", "Tuerca", "Arandela", "Motor NEMA 17", "Polea", "Correa"]


@pytest.mark.parametrize(
    "headings",
    [
        ["Tipo", "Longitud", "Cantidad"],
        ["Type", "Length", "Quantity"],
        ["Typ", "Größe", "Anzahl"],
        ["Type", "Longueur", "Quantité"],
        ["Tipo", "Misura", "Quantità"],
        ["类型", "尺寸", "数量"],
    ],
)
def test_a_kind_with_its_size_and_number_is_a_part(
    headings: list[str], read_rows: ReadRows
) -> None:
    reading = read_rows([headings, *([name, 10 + n, n + 1] for n, name in enumerate(NAMES))])
    assert facts(reading, "description") == NAMES
    assert facts(reading, "quantity") == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("headings", [["Type", "Count"], ["Tipo", "Cantidad"], ["Type", "Qty"]])
def test_how_many_there_are_of_a_kind_is_no_list(headings: list[str], read_rows: ReadRows) -> None:
    reading = read_rows([headings, *([name, n + 1] for n, name in enumerate(NAMES))])
    assert not isinstance(reading, Reading) or not len(reading.parts.frame)
