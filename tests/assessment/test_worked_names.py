"""Tables of worked examples are read however their author spelt methods, inputs and tolerances."""

import pytest

from desktop_app.assessment.worked_names import method_of, spelt_in, tolerance_of
from desktop_app.register.worked_inputs import read_inputs


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
    assert method_of(framework) == method


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
    assert spelt_in({"year": None, given: None}, name) == given
    assert spelt_in({"year": None}, name) is None


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
