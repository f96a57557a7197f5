"""Technical properties are read as stated, and nothing else is taken for them."""

import pytest

from desktop_app.model.bounds import Bounds
from tests.matching.parts import match_one


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Antimony trioxide Sb2O3 99.8% flame retardant 25 kg", "purity_percent", 99.8),
        ("Antimontrioxid 99,99 %", "purity_percent", 99.99),
        ("高纯锑 6N", "purity_percent", 99.9999),
        ("Gallium 4N5 ingot", "purity_percent", 99.995),
        ("Isostatic graphite 1.82 g/cm3, flexural strength 45 MPa", "flexural_strength_mpa", 45.0),
        ("Isostatic graphite 1.82 g/cm3, flexural strength 45 MPa", "density_g_cm3", 1.82),
        ("Graphit isostatisch, Biegefestigkeit 50 N/mm²", "flexural_strength_mpa", 50.0),
        ("等静压石墨 密度 1850 kg/m3", "density_g_cm3", 1.85),
        ("Synthetic diamond powder 10-20 um", "mean_size_um", 15.0),
        ("Diamond powder D50 500 nm", "mean_size_um", 0.5),
        ("Li-ion pouch cell 305 Wh/kg", "energy_density_wh_kg", 305.0),
        ("LFP cathode powder 158 mAh/g", "capacity_mah_g", 158.0),
        ("Wolframstab 99,95 % Ø 130 x 60 mm", "diameter_mm", 130.0),
        ("Wolframstab 99,95 % Ø 130 x 60 mm", "length_mm", 60.0),
        ("Wolframstab 99,95 % Ø 130 x 60 mm", "tungsten_percent", 99.95),
        ("Tungsten plate 60x150x130 mm 97% W", "thickness_mm", 60.0),
        ("WCu80 round bar", "tungsten_percent", 80.0),
        ("GaAs wafer 4 inch", "diameter_mm", 101.6),
        ("Tungsten block 12 cm x 15 cm x 5 cm", "length_mm", 150.0),
        ("W-Ni-Fe heavy alloy 90W, 17.1 g/cm3", "tungsten_percent", 90.0),
        ("W-Ni-Fe heavy alloy, yield 820 MPa, UTS 1300 MPa", "elastic_limit_mpa", 820.0),
        ("Li-ion pouch cell 0.31 kWh/kg", "energy_density_wh_kg", 310.0),
        ("三氧化二锑 纯度99.99%", "purity_percent", 99.99),
        ("等静压石墨 抗折强度45MPa,密度1.85g/cm3", "flexural_strength_mpa", 45.0),
        ("Cubic press six-sided, cylinder bore 65 cm", "bore_mm", 650.0),
        ("铰链式六面顶压机 缸径650mm", "bore_mm", 650.0),
        ("Cubic press, design pressure 4 GPa", "design_pressure_gpa", 4.0),
        ("MPCVD reactor 60 kW 2.45 GHz", "power_kw", 60.0),
        ("MPCVD reactor 60 kW 2.45 GHz", "frequency_mhz", 2450.0),
        ("Diamond window flat 3 inch, visible transmittance 70 %", "transmittance_percent", 70.0),
        ("Diamond window, flat, 50 mm diameter", "curved", 0.0),
        ("Diamond window, flat, 50 mm diameter", "diameter_mm", 50.0),
        ("Diamantkuppel, halbkugelförmig", "curved", 1.0),
        ("InSb wafer, single crystal, 2 inch", "polycrystal", 0.0),
        ("Tungsten tube ID 70 mm, wall 26 mm, length 80 mm", "diameter_mm", 122.0),
        ("Wolframrohr OD 140 ID 70 L 100", "wall_mm", 35.0),
        ("Wolframrohr Innendurchmesser 70 mm, Außendurchmesser 140 mm", "diameter_mm", 140.0),
        ("Wolframblech 0,5 x 100 x 300 mm", "least_side_mm", 0.5),
        ("Tungsten sheet 1.5 mm thick", "thickness_mm", 1.5),
        ("Tungsten plate 5 x 6 x 2.5 in", "thickness_mm", 63.5),
        ('TUNGSTEN PLATE 5" X 6" X 2-1/2"', "least_side_mm", 63.5),
        ('Tungsten bar, diameter 5" length 3"', "length_mm", 76.2),
        ("Tungsten rod diameter 130 mm, length 3 m", "length_mm", 3000.0),
        ("Tungsten rod Ø10 x 2 m", "diameter_mm", 10.0),
        ("Tungsten plate 200 mm x 15 cm x 60 mm", "width_mm", 150.0),
        ("Tungsten sheet 1/16 in thick", "thickness_mm", 1.5875),
        ("W-Cu 70/30 plate", "tungsten_percent", 70.0),
        ("WCu10 block", "tungsten_percent", 90.0),
        ("W-Ag 85/15 block", "silver_percent", 15.0),
        ("Diamond grinding wheel resin bond D126", "mean_size_um", 126.0),
    ],
)
def test_a_stated_property_is_read(text: str, name: str, value: float) -> None:
    assert dict(match_one(text).properties)[name] == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LFP powder tap density 1.2 g/cm3", "density_g_cm3"),
        ("Tungsten heavy alloy 97 % W", "purity_percent"),
        ("Diamond wire 60 um", "mean_size_um"),
        ("GaAs wafer thickness 625 um", "mean_size_um"),
        ("Diamond powder D50 12 um", "diameter_mm"),
        ("Isostatic graphite compressive 90 MPa", "flexural_strength_mpa"),
        ("W-Ni-Fe heavy alloy, UTS 1300 MPa", "elastic_limit_mpa"),
        ("Tungsten wire 90W filament", "tungsten_percent"),
        ("Diamond grinding wheel D126 x 10", "mean_size_um"),
        ("Diamond grinding wheel D125", "mean_size_um"),
        ("Tungsten block 99.95 %, tolerance 0.1 mm, see data sheet", "least_side_mm"),
        ("Tungsten block 99.95 %, wrapped in foil, radius 0.5 mm", "least_side_mm"),
        ("Wolframblock 99,95 % mit Schutzfolie, Fase 1 mm", "thickness_mm"),
        ("Tungsten block 99.95 %, coating thickness 5 um", "thickness_mm"),
        ("CVD diamond window 30 mm diameter per plan 4711", "curved"),
        ("Tungsten block 1.200 x 1.200 x 600 mm", "thickness_mm"),
        ("Tungsten plate, thickness 2 1/2, 6 x 6", "thickness_mm"),
        ("Tungsten plate 10 x 200 x 150 x 60 mm", "thickness_mm"),
    ],
)
def test_another_figure_is_not_taken_for_it(text: str, name: str) -> None:
    match = match_one(text)
    assert match.minerals
    assert name not in dict(match.properties)


@pytest.mark.parametrize(
    ("text", "name", "bounds"),
    [
        ("Isostatic graphite purity ≥99.9 %", "purity_percent", Bounds(low=99.9)),
        ("Antimony trioxide > 99.8 %", "purity_percent", Bounds(low=99.8, above=True)),
        ("Antimony trioxide 99.5 % min", "purity_percent", Bounds(low=99.5)),
        ("Antimontrioxid, mindestens 99,5 %", "purity_percent", Bounds(low=99.5)),
        ("三氧化二锑 99.5%以上", "purity_percent", Bounds(low=99.5)),
        ("Artificial graphite purity below 99.9 %", "purity_percent", Bounds(high=99.9)),
        ("Li-ion cell max. 250 Wh/kg", "energy_density_wh_kg", Bounds(high=250.0)),
        ("Li-ion cell < 250 Wh/kg", "energy_density_wh_kg", Bounds(high=250.0, below=True)),
        ("Li-ion cell 280-310 Wh/kg", "energy_density_wh_kg", Bounds(280.0, 310.0)),
        ("Tungsten foil 0.1 mm", "least_side_mm", Bounds(high=0.1)),
        ("Tungsten sheet 100 x 150 mm", "thickness_mm", Bounds(high=100.0)),
        ("CuW 80/20 electrode", "tungsten_percent", Bounds(20.0, 80.0)),
    ],
)
def test_a_bound_or_a_range_is_no_figure(text: str, name: str, bounds: Bounds) -> None:
    assert dict(match_one(text).properties)[name] == bounds


def test_properties_are_only_read_where_a_control_could_ask() -> None:
    assert match_one("Servo motor 400 W, shaft Ø 14 x 30 mm").properties == ()


@pytest.mark.parametrize("text", ["Cu20W80 block", "Cu-W 20/80 block", "AgW80 plate", "Ag-W plate"])
def test_tungsten_with_copper_or_silver_first_is_tungsten(text: str) -> None:
    """A block of it was a mechanical part without anything."""
    assert match_one(text).minerals == ("W",)


def test_a_plate_of_single_crystal_diamond_is_diamond() -> None:
    assert match_one("Diamond single crystal plate 4x4x0.3 mm").minerals == ("diamond",)
    assert match_one("Single-crystal diamond substrate").minerals == ("diamond",)
