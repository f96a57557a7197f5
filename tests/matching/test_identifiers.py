"""Exact statements: mass percents and CAS numbers, and what only looks like them."""

import pytest

from desktop_app.matching.identifiers import cas_in, stated_shares
from tests.matching.parts import shipped_knowledge


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Dy 4.1 %", (("Dy", 4.1),)),
        ("Dy: 900 ppm", (("Dy", 0.09),)),
        ("Dysprosium 2,5 wt%, Tb=0.3%", (("Dy", 2.5), ("Tb", 0.3))),
        ("镝 0.8%", (("Dy", 0.8),)),
        ("3.2% Dy", (("Dy", 3.2),)),
        ("Dy 0.0 %", (("Dy", 0.0),)),
        ("Tb<0.1%", ()),
        ("Dy max. 0.1 %", ()),
        ("Gd 10 at%", ()),
        ("DY 23 pieces", ()),
        ("resistor 1%", ()),
        ("la 5 % remise", ()),
        ("Dy 400 %", ()),
    ],
)
def test_stated_shares(text: str, shares: tuple[tuple[str, float], ...]) -> None:
    assert dict(stated_shares(text, shipped_knowledge().word_lists)) == pytest.approx(dict(shares))


def test_a_cas_number_needs_its_check_digit() -> None:
    assert cas_in("CAS 1308-87-8") == "1308-87-8"
    assert cas_in("1308-87-9") is None
    assert cas_in("2024-11-2") is None
