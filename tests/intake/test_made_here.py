"""What says how a part is come by stands in columns of firms too, and is nobody to ask."""

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts


@pytest.mark.parametrize("word", ["自制", "外购", "Eigenfertigung", "homemade", "社内"])
def test_how_a_part_is_come_by_is_no_firm(read_rows: ReadRows, word: str) -> None:
    reading = read_rows(
        [
            ["Part number", "Description", "Manufacturer", "Supplier"],
            ["A-1", "Ring magnet N42SH", "Hanlin Magnetics", "Ningbo Trading"],
            ["A-2", "Motor bracket", word, word],
            ["A-3", "Stepper motor", "B", "M"],
        ]
    )
    assert facts(reading, "manufacturer") == ["Hanlin Magnetics", None, "B"]
    assert facts(reading, "supplier") == ["Ningbo Trading", None, "M"]
