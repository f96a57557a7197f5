"""Names of methods and inputs are a table that is read strictly."""

import pytest

from desktop_app.register.worked_word_files import worked_names


@pytest.mark.parametrize(
    ("name", "total", "rest"),
    [
        ("World total (rounded)", True, False), ("Total", True, False), ("WorldTotal", True, False),
        ("Other countries", False, True), ("Rest of world total", False, True),
        ("World Bank", False, False), ("Germany", False, False), ("Rowland", False, False),
    ],
)  # fmt: skip
def test_a_sum_and_what_nobody_names_are_no_countries(name: str, total: bool, rest: bool) -> None:
    names = worked_names()
    assert (names.is_total(name), names.is_rest(name)) == (total, rest)


def test_no_spelling_of_one_input_is_another_input_too_but_where_the_method_tells_them_apart() -> (
    None
):
    """An early name would win over the one that is meant."""
    seen: dict[str, list[str]] = {}
    for ours, theirs in worked_names().inputs.items():
        for spelt in theirs:
            seen.setdefault(spelt, []).append(ours)
    assert {spelt: ours for spelt, ours in seen.items() if len(ours) > 1} == {
        "dp": ["DP", "price_rise"], "supplyrisk": ["SR", "R"],
        "annualquantity": ["annual_demand", "quantity"],
        "domesticproductiont": ["production", "domestic_production_t"],
        "domesticproduction": ["production", "domestic_production_t"],
    }  # fmt: skip
