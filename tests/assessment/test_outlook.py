"""The outlook compares two years of one source, and says both."""

import pytest

from desktop_app.assessment.outlook import outlook_of
from desktop_app.assessment.shortage import assess_shortage
from desktop_app.language.catalogue import Catalogue
from tests.assessment.by_hand import NOWHERE, SCREW, each, figures, holding, magnet


@pytest.mark.parametrize("symbol", ["Nd", "Pr", "Dy", "Tb"])
def test_rare_earths_of_magnets_are_expected_to_become_less_concentrated(symbol: str) -> None:
    found = outlook_of(figures().materials[symbol], figures())
    assert found is not None
    assert found.direction == "better"
    text = Catalogue("en").say(found.reason)
    assert text == (
        "Outlook: China's share of the rare earths of magnets together at separation and refining "
        "was 91 % in 2024 and is expected to be 76 % in 2030 (IEA Critical Minerals Dataset, May "
        "2025)."
    )


def test_nobody_says_what_becomes_of_yttrium() -> None:
    assert outlook_of(figures().materials["Y"], figures()) is None


def test_both_years_are_of_one_source_and_one_material() -> None:
    pairs = [pair for material in figures().materials.values() for pair in material.outlook]
    assert pairs
    for now, then in pairs:
        assert (now.source, now.stage, now.of) == (then.source, then.stage, then.of)
        assert now.year < then.year


def test_the_part_carries_the_outlook_of_its_weakest_element() -> None:
    found = assess_shortage(
        each(magnet(), SCREW, magnet(None, holding("Y"))), each(*[NOWHERE] * 3), figures()
    )
    assert [kind.outlook for kind in found] == ["better", None, None]
    assert any(reason.template.startswith("Outlook") for reason in found[0].reasons)
