"""Law, part knowledge and figures together: what every step is handed.

What reads them is imported when they are loaded, so that the window can paint first.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.model.inquiry import Inquiry

if TYPE_CHECKING:
    from desktop_app.register.edition import Edition
    from desktop_app.register.figures import Figures
    from desktop_app.register.knowledge import Knowledge
    from desktop_app.register.scenario import Scenario


@dataclass(frozen=True, eq=False)
class Library:
    """Everything shipped that the assessment rests on."""

    edition: "Edition"
    knowledge: "Knowledge"
    figures: "Figures"
    scenario: "Scenario | None" = None

    def under(self, inquiry: Inquiry) -> "Library":
        """With the figures of its scenario, where that is what is asked about."""
        if self.scenario is None or inquiry.scenario != self.scenario.name:
            return replace(self, scenario=None)
        return replace(self, figures=self.scenario.figures_of(self.figures))


def load_library(scenario: Path | None = None) -> Library:
    """Loads law, part knowledge and figures. Raises RegisterError naming file and line.

    ``scenario``: an overlay file of the register's own form, laid over the edition.
    """
    from desktop_app.register.edition import load_edition
    from desktop_app.register.figures import load_figures
    from desktop_app.register.knowledge import load_knowledge
    from desktop_app.register.scenario import read_scenario

    edition, knowledge, figures = load_edition(scenario), load_knowledge(), load_figures()
    return Library(edition, knowledge, figures, read_scenario(scenario) if scenario else None)
