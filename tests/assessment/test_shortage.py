"""A part takes its weakest element at its weakest stage, and says on which share that rests."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.assessment.shortage import assess_shortage, disruption, world_concentration
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import ShortageKind
from desktop_app.model.match import UNRECOGNISED, ElementContent, Match, Origin
from desktop_app.model.verdict import Interval, Ternary
from tests.assessment.by_hand import (
    NOWHERE,
    SCREW,
    SURE,
    each,
    figures,
    holding,
    made_in,
    magnet,
)


def of(match: Match, origin: Origin = NOWHERE) -> ShortageKind:
    return assess_shortage(each(match), each(origin), figures())[0]


def index(kind: ShortageKind) -> Interval:
    assert kind.material_index is not None
    return kind.material_index


def said(kind: ShortageKind) -> str:
    return " ".join(Catalogue("en").say(reason) for reason in kind.reasons)


def test_neodymium_of_a_magnet_hangs_on_magnet_making() -> None:
    kind = of(magnet("NdFeB", holding("Nd")))
    assert (kind.weakest_element, kind.weakest_stage) == ("Nd", "magnet")
    # 94 % squared times governance 5.501, less 1 % scrap, times substitution 0.9.
    assert index(kind)[1] == pytest.approx(0.94**2 * 5.501 * 0.99 * 0.9, abs=0.001)
    assert "China has 94 %" in said(kind)
    assert "2024" in said(kind)
    assert "Another source gives 90 %" in said(kind)


def test_dysprosium_of_the_same_magnet_is_weaker_still() -> None:
    kind = of(magnet("NdFeB", holding("Nd"), holding("Dy")))
    assert (kind.weakest_element, kind.weakest_stage) == ("Dy", "separation/refining")


def test_samarium_takes_the_row_of_its_magnets() -> None:
    kind = of(magnet("SmCo", holding("Sm")))
    assert kind.weakest_stage == "magnet"
    assert "SmCo magnets" in said(kind)


def test_an_oxide_knows_nothing_of_magnets() -> None:
    oxide = magnet("neodymium oxide", holding("Nd"), form="oxide")
    assert of(oxide).weakest_stage == "separation/refining"


def test_a_motor_of_unknown_material_hides_a_magnet_and_a_lens_does_not() -> None:
    assert of(magnet(None, holding("Nd"), form="motor")).weakest_stage == "magnet"
    lens = of(magnet(None, holding("Nd"), form="optics"))
    assert lens.weakest_stage == "separation/refining"


def test_the_own_source_counts_half_at_the_stage_it_speaks_of() -> None:
    world = of(magnet("NdFeB", holding("Nd")))
    chinese = of(magnet("NdFeB", holding("Nd")), made_in("CN"))
    japanese = of(magnet("NdFeB", holding("Nd")), made_in("JP"))
    best = (0.94**2 * 5.501 + 5.501) / 2 * 0.99 * 0.9
    assert index(chinese)[1] == pytest.approx(best, abs=0.001)
    assert index(chinese)[1] > index(world)[1] > index(japanese)[1]
    assert "Your own source, China" in said(chinese)
    # A Japanese magnet still hangs on Chinese separation, which its country says nothing of.
    assert japanese.weakest_stage == "separation/refining"
    motor = magnet(None, holding("Nd"), form="motor")
    assert of(motor, made_in("JP")).material_index == of(motor).material_index


def test_a_probable_origin_is_no_own_source() -> None:
    maker = Origin("JP", None, (0.1, 0.2, 0.3), "maker", "D")
    part = magnet("NdFeB", holding("Nd"))
    assert of(part, maker).material_index == of(part).material_index


def test_elements_of_one_part_are_not_added_up() -> None:
    one = of(magnet("NdFeB", holding("Nd")))
    many = of(magnet("NdFeB", *(holding(symbol) for symbol in ("Nd", "Pr"))))
    assert many.disruption == one.disruption


def test_of_equally_weak_elements_the_part_names_what_it_holds_most_of() -> None:
    some = replace(holding("Pr"), mass_percent=(0.5, 6.0, 8.0))
    most = replace(holding("Nd"), mass_percent=(20.0, 25.0, 30.0))
    assert of(magnet("NdFeB", some, most)).weakest_element == "Nd"


def test_a_named_mineral_is_weighted_by_the_evidence() -> None:
    wafer = Match("sure", "no", SURE, form="compound", evidence="B", minerals=("Ga",))
    guess = Match("sure", "no", SURE, form="compound", evidence="D", minerals=("Ga",))
    assert of(wafer).weakest_element == "Ga"
    assert (of(wafer).disruption or (0,))[0] > (of(guess).disruption or (9,))[0]


@pytest.mark.parametrize(
    "match",
    [
        UNRECOGNISED,
        SCREW,
        magnet("ferrite", ElementContent("Nd", Ternary.NO, (0.0, 0.0, 0.02), None, "B")),
        magnet("promethium", holding("Pm"), form="metal"),
        magnet(None, holding("Dy"), form="electronics", trace_only=True),
    ],
    ids=["unrecognised", "screw", "excluded", "no figures", "traces"],
)
def test_what_holds_no_such_element_has_no_figure_at_all(match: Match) -> None:
    kind = of(match)
    assert kind.material_index is None
    assert kind.disruption is None
    assert kind.weakest_element is None


def test_the_yearly_chance_at_known_indices() -> None:
    expected = {0.3: 0.015, 1.0: 0.049, 2.0: 0.095, 3.7: 0.17, 5.1: 0.22}
    for value, chance in expected.items():
        found = disruption((value, value, value), figures())
        assert found[1] == pytest.approx(chance, abs=0.006)


def test_every_shipped_index_lies_on_the_scale() -> None:
    for material in figures().materials.values():
        for splits in material.splits.values():
            low, best, high = world_concentration(splits, figures())
            assert 0 < low <= best <= high <= 10


@given(st.tuples(*[st.floats(0.01, 1)] * 3).map(lambda t: tuple(sorted(t))))
def test_presence_weighs_and_the_interval_contains_the_best(presence: Interval) -> None:
    kind = of(magnet("NdFeB", holding("Nd", presence), holding("Dy")))
    sure = of(magnet("NdFeB", holding("Nd"), holding("Dy")))
    assert kind.disruption is not None
    assert sure.disruption is not None
    low, best, high = kind.disruption
    assert 0 <= low <= best <= high <= 1
    assert high <= sure.disruption[2] + 1e-12


@pytest.mark.parametrize("origin", [NOWHERE, made_in("CN"), made_in("JP")], ids=["", "CN", "JP"])
@pytest.mark.parametrize("form", ["magnet", "oxide", "metal", None])
def test_the_index_of_every_material_lies_in_its_interval(form: str | None, origin: Origin) -> None:
    """The chance follows from the index end by end; an index the wrong way round would not show in it,
    for the rates at its ends are wider apart."""
    told = 0
    for symbol in figures().materials:
        made = magnet("NdFeB", holding(symbol, (0.8, 0.9, 1.0)), form=form)
        kind = of(made, origin)
        if kind.material_index is None or kind.disruption is None:
            continue
        told += kind.material_index[0] < kind.material_index[2]
        low, best, high = kind.material_index
        assert 0 <= low <= best <= high <= 10, symbol
        ends = zip((0.8, 0.9, 1.0), disruption(kind.material_index, figures()), strict=True)
        assert kind.disruption == pytest.approx([share * chance for share, chance in ends])
    assert told > 10
