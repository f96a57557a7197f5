"""GeoPolRisk as a figure of a part: the method's equation in its variant for one company."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.assessment.geopolrisk import geopolrisk, geopolrisk_reason
from desktop_app.assessment.shortage import assess_shortage
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.spread import spread
from desktop_app.register.figures import load_figures
from desktop_app.register.supply import StageSplit
from tests.assessment.by_hand import NOWHERE, magnet

FIGURES = load_figures()
SOURCE = next(iter(FIGURES.materials["Dy"].splits.values()))[0].source
CHINA, USA = FIGURES.instability["CN"], FIGURES.instability["US"]


def split(**shares: float) -> StageSplit:
    ends = tuple((country, (share, share, share)) for country, share in shares.items())
    return StageSplit("X", "mining", "2024", SOURCE, ends)


def test_the_published_scaling_of_china_and_the_united_states() -> None:
    """0.588 and 0.507 in 2022, as the paper's own package scales political stability."""
    assert pytest.approx(0.588, abs=5e-4) == CHINA
    assert pytest.approx(0.507, abs=5e-4) == USA


def test_one_country_alone_is_its_instability() -> None:
    assert geopolrisk([split(CN=1.0)], None, FIGURES)[1] == pytest.approx(CHINA)
    assert geopolrisk([split(CN=1.0)], "US", FIGURES)[1] == pytest.approx(USA)


def test_by_hand() -> None:
    """HHI 0.8^2 + 0.2^2 = 0.68; the world's mix 0.8 China + 0.2 USA, or only from the USA."""
    shares = split(CN=0.8, US=0.2)
    world = 0.68 * (0.8 * CHINA + 0.2 * USA)
    assert geopolrisk([shares], None, FIGURES)[1] == pytest.approx(world)
    assert geopolrisk([shares], "US", FIGURES)[1] == pytest.approx(0.68 * USA)


def test_what_a_source_leaves_open_adds_nothing_to_the_squares() -> None:
    assert geopolrisk([split(CN=0.6)], "CN", FIGURES)[1] == pytest.approx(0.36 * CHINA)


def test_a_country_without_an_estimate_counts_a_half_as_the_method_has_it() -> None:
    assert geopolrisk([split(AQ=1.0)], None, FIGURES)[1] == pytest.approx(0.5)
    other = FIGURES.with_values({"unknown_country": (0.3,)})
    assert geopolrisk([split(AQ=1.0)], None, other)[1] == pytest.approx(0.3)


def test_several_sources_give_the_ends() -> None:
    low, best, high = geopolrisk(
        [split(CN=0.8, US=0.2), split(CN=1.0), split(CN=0.5, US=0.5)], None, FIGURES
    )
    assert low < best < high


@given(share=st.floats(0.0, 1.0))
def test_it_stays_between_0_and_1(share: float) -> None:
    found = geopolrisk([split(CN=share, US=1 - share)], None, FIGURES)
    assert all(0 <= value <= 1 for value in found)


def test_a_part_carries_it_and_says_so() -> None:
    kind = assess_shortage(spread([magnet("NdFeB")]), spread([NOWHERE]), FIGURES)[0]
    assert kind.geopolrisk is not None
    said = [Catalogue("en").say(reason) for reason in kind.reasons if hasattr(reason, "template")]
    (line,) = [text for text in said if text.startswith("GeoPolRisk")]
    assert f"{round(kind.geopolrisk[1], 2)}" in line
    assert "does not enter the risks" in line


def test_a_material_without_a_price_says_no_midpoint() -> None:
    bare = replace(FIGURES, price_steps={})
    for figures, has_price in ((FIGURES, True), (bare, False)):
        said = Catalogue("en").say(geopolrisk_reason("Dy", (0.1, 0.2, 0.3), "CN", figures))
        assert ("USD/kg" in said) is has_price
        assert "from China" in said
