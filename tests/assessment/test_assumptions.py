"""What is assumed is said, with the figures of the shipped data and their sources."""

from dataclasses import replace

from desktop_app.assessment.assumptions import assumption_notes
from desktop_app.language.catalogue import Catalogue
from desktop_app.register.supply import Figures
from tests.assessment.by_hand import figures


def said(shipped: Figures) -> str:
    return " ".join(Catalogue("en").say(note) for note in assumption_notes(shipped))


def test_the_figures_and_their_sources_are_named() -> None:
    text = said(figures())
    assert "2 to 180 days, most likely 63, after 14 days for the papers" in text
    assert "stock is assumed to last 30 days, 21 to 42" in text
    assert "0.10 disruptions a year, 0.03 to 0.30" in text
    assert "5 % of civil applications" in text
    for source in ("EU Chamber", "Reuters", "Crisil", "Mainrich", "Worldwide Governance"):
        assert source in text


def test_another_figure_is_another_sentence() -> None:
    shipped = figures()
    longer = replace(shipped.assumptions["licence_days"], value=(5.0, 90.0, 200.0))
    changed = replace(shipped, assumptions={**shipped.assumptions, "licence_days": longer})
    assert "5 to 200 days, most likely 90" in said(changed)
