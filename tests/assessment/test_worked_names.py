"""Tables of worked examples are read however their author spelt methods, inputs and tolerances."""

import math

import pytest

from desktop_app.assessment.worked_names import method_of, spelt_in, tolerance_of
from desktop_app.register.worked_figures import TwoWaysError, figure
from desktop_app.register.worked_inputs import read_inputs
from desktop_app.register.worked_word_files import worked_names


@pytest.mark.parametrize(
    ("framework", "method"),
    [
        ("EU SR (2017 study, tables 3, 18, 19)", "eu sr"), ("EU-SR, global supply only", "eu sr"),
        ("EU supply risk", "eu sr"), ("GeoPolRisk", "geopolrisk"), ("GeoPol Risk USA", "geopolrisk"),
        ("Economic importance (EU 2017)", "eu ei"), ("Herfindahl-Hirschman index", "hhi"),
        ("Net import reliance (USGS)", "import reliance"), ("WGI scaled", "wgi"),
        ("Analytic hierarchy", None), ("", None),
    ],
)  # fmt: skip
def test_a_method_is_known_by_the_start_of_its_name(framework: str, method: str | None) -> None:
    assert method_of(worked_names(), framework) == method


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("1e-6 relative", 2e-6), ("1e-4", 1e-4), ("±0.05", 0.05), ("+/-0,05", 0.05),
        ("SI_SR unknown: 0.80..1.00; +/-0.05", 0.05), ("1 %", 0.02), ("± 0.5%", 0.01),
        ("interval from rounding of the published inputs, +/-0.05 on the result", 0.05),
        ("as above", None), ("", None),
    ],
)  # fmt: skip
def test_a_percentage_is_of_the_figure_and_never_taken_as_its_unit(
    text: str, allowed: float | None
) -> None:
    found = tolerance_of(text, 2.0)
    assert found == (None if allowed is None else pytest.approx(allowed))


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("EoL-RIR", "EoL_RIR"), ("EOL RIR", "EoL_RIR"), ("SISR", "SI_SR"), ("ir", "IR"),
        ("HHI WGI-t (GS)", "HHI_WGI_t_GS"), ("HHI_WGI_EU", "HHI_WGI_t_EU"),
    ],
)  # fmt: skip
def test_an_input_is_found_under_its_other_spellings(given: str, name: str) -> None:
    assert spelt_in(worked_names(), {"year": None, given: None}, name) == given
    assert spelt_in(worked_names(), {"year": None}, name) is None


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("0.9", (0.9, 0.9)), ("0,9", (0.9, 0.9)), ("98 %", (0.98, 0.98)), ("-1.29", (-1.29, -1.29)),
        ("1.5e3", (1500, 1500)), ("0.80-1.00 (not found)", (0.8, 1.0)), ("80-100 %", (0.8, 1.0)),
        ("0.8 to 1", (0.8, 1.0)), ("0.85 (Table 19)", (0.85, 0.85)),
    ],
)  # fmt: skip
def test_a_figure_is_read_with_comma_sign_power_and_percent(
    text: str, ends: tuple[float, float]
) -> None:
    found = read_inputs(f'{{"x": "{text}", "importer": "USA"}}')
    assert found.unreadable is None
    assert found.words == {"importer": "USA"}
    assert found.numbers == {"x": pytest.approx(ends)}


@pytest.mark.parametrize(
    ("text", "points", "commas", "read"),
    [
        ("1,234", True, False, 1234.0), ("1,234", False, True, 1.234), ("12,5", False, False, 12.5),
        ("1,234,567", False, False, 1_234_567.0), ("1,234.5", False, False, 1234.5),
        ("17 000", True, False, 17_000.0), ("17'000,5", False, False, 17_000.5),
        ("1\u202f234", False, False, 1234.0), ("−0.34", True, False, -0.34),
        ("91.7 %", True, False, 0.917), ("9.0e4", True, False, 90_000.0),
    ],
)  # fmt: skip
def test_a_cell_is_read_by_the_marks_of_its_table(
    text: str, points: bool, commas: bool, read: float
) -> None:
    assert figure(text, points=points, commas=commas) == pytest.approx(read)


def test_a_cell_that_says_nothing_or_two_things_is_not_guessed() -> None:
    assert math.isnan(figure("  ", points=True))
    with pytest.raises(TwoWaysError):
        figure("1,234", points=False)
    for text in ("about 5", "nan", "1e999", "3 4"):
        with pytest.raises(ValueError, match=text):
            figure(text, points=True)


def test_lists_and_tables_by_country_among_the_inputs() -> None:
    found = read_inputs('{"A": [0.4, 0.6], "GS": {"CN": 0.9, "US": "5 %"}, "WGI": {"CN": 6}}')
    assert found.numbers == {"A_1": (0.4, 0.4), "A_2": (0.6, 0.6)}
    assert [dict(cells) for cells in found.countries] == [
        {"scope": "GS", "country": "CN", "share": "0.9", "gov": "6"},
        {"scope": "GS", "country": "US", "share": "5 %", "gov": ""},
    ]
