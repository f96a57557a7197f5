"""The law pages count parts per provision: the limbs of one announcement bind different goods."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app import pipeline
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.inquiry import Inquiry
from desktop_app.report.sections.law import speaks_of, touching
from desktop_app.report.settings import load_settings
from desktop_app.report.view import View


@pytest.mark.parametrize(
    ("item", "provision", "speaks"),
    [
        ("s.1(1)/Part-2", "s.1(1)", True),
        ("s.1(1)/Part-2", "s.1(2)", False),
        ("s.1(3)/Part-2", "s.1(1)", False),
        ("1C905.a.4", "", True),
        ("1E004/1E101.b", "", True),
    ],
)
def test_a_line_belongs_to_its_provision(item: str, provision: str, speaks: bool) -> None:
    assert speaks_of(item, provision) is speaks


def test_each_limb_of_no_61_counts_its_own_parts(tmp_path: Path) -> None:
    """Two magnets made in Korea (s.1(1)), one of China sold from the Netherlands (s.1(3))."""
    path = tmp_path / "parts.csv"
    path.write_text(
        "Part number,Description,Country of origin,Ships from\n"
        "M-1,Sm2Co17 magnet 30x10 mm,KR,KR\n"
        "M-2,SmCo5 magnet 8x4 mm,KR,KR\n"
        "M-3,Sm2Co17 magnet 12x4 mm,CN,NL\n",
        encoding="utf-8",
    )
    found = pipeline.assess(
        pipeline.read([path]), Inquiry(date(2026, 11, 25)), pipeline.load_library()
    )
    counted = touching(View(found, Catalogue("en"), load_settings()))
    assert {
        provision: parts for (control, provision), parts in counted.items() if "-61" in control
    } == {"s.1(1)": 2, "s.1(3)": 1}
