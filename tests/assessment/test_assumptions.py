"""What is assumed is said, with the figures of the shipped data and their sources."""

from datetime import date

import pytest

from desktop_app.assessment.assumptions import assumption_notes
from desktop_app.language.catalogue import Catalogue
from desktop_app.register.supply import Figures
from tests.assessment.by_hand import ON, figures


def said(shipped: Figures, on: date = ON) -> str:
    return " ".join(Catalogue("en").say(note) for note in assumption_notes(shipped, on))


def test_the_figures_and_their_sources_are_named() -> None:
    text = said(figures())
    assert "2 to 180 days, most likely 63, after 14 days for the papers" in text
    assert "stock is assumed to last 30 days, 21 to 42" in text
    assert "0.10 disruptions a year, 0.03 to 0.30" in text
    assert "5 % of civil applications" in text
    for source in ("EU Chamber", "Reuters", "Crisil", "Mainrich", "Worldwide Governance"):
        assert source in text


def test_the_ministrys_time_is_counted_in_chinese_working_days() -> None:
    """Filed on 5 January 2026, due on 13 March (see the calendar's own test)."""
    assert "An application filed on 5 Jan 2026 is due on 13 Mar 2026, 45 working days" in said(
        figures(), date(2025, 12, 22)
    )
    assert "its public holidays of 2027 are assumed" in said(figures())


def test_another_figure_is_another_sentence() -> None:
    changed = figures().with_values({"licence_days": (5.0, 90.0, 200.0)})
    assert "5 to 200 days, most likely 90" in said(changed)
    assert changed.assumptions["licence_days"].is_own
    assert not figures().assumptions["licence_days"].is_own


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("licence_time", (1.0, 2.0, 3.0)),
        ("licence_days", (1.0, 2.0)),
        ("licence_days", (3.0, 2.0, 4.0)),
        ("preparation_days", (-1.0,)),
        ("preparation_days", (float("nan"),)),
    ],
)
def test_an_own_figure_that_makes_no_sense_is_refused(
    name: str, numbers: tuple[float, ...]
) -> None:
    with pytest.raises(ValueError, match=name):
        figures().with_values({name: numbers})
