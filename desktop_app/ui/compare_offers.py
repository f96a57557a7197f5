"""What the page of comparisons offers while nothing is compared yet."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.model.inquiry import SCENARIOS
from desktop_app.ui.project_offer import project_offer
from desktop_app.ui.widgets import button, label

if TYPE_CHECKING:
    from desktop_app.ui.compare_page import ComparePage

MONTHS_LATER = 3
"""The other day that is offered: a quarter on, the span in which purchasers plan."""


def compare_offers(page: "ComparePage") -> QWidget:
    """Buttons that choose in the fields above, and what earlier runs need."""
    inside = QWidget()
    inside.setObjectName("scrolled")
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 6, 10, 6)
    column.setSpacing(8)
    text, left = page.catalogue.text, Qt.AlignmentFlag.AlignLeft
    column.addWidget(
        label("soft", wraps=True, text=text(
            "The answer then stands beside the one now: which parts change, by how much money, and "
            "why. Nothing of your question changes. Begin with one of these:"
        ))
    )  # fmt: skip
    for made in _offers(page):
        made.setAccessibleName(made.text().replace("&&", "&"))
        column.addWidget(made, alignment=left)
    column.addSpacing(8)
    if not page.is_project:
        column.addWidget(
            label("soft", wraps=True, text=text(
                "Earlier answers can be compared with once your work lies in a project: it keeps one "
                "whenever you save it, or a report."
            ))
        )  # fmt: skip
        saves = project_offer(page.catalogue, page.project_wanted.emit)
        column.addWidget(saves, alignment=left)
    column.addStretch()
    return inside


def _offers(page: "ComparePage") -> Iterator[QPushButton]:
    for key in SCENARIOS:
        at = page.law.findData(key)
        if key != page.session.inquiry.scenario and at >= 0:
            made = button(partial(page.law.setCurrentIndex, at))
            made.setText(page.law.itemText(at).replace("&", "&&"))
            yield made
    later = page.day.date().addMonths(MONTHS_LATER)
    made = button(partial(page.day.setDate, later))
    day = date(later.year(), later.month(), later.day())
    made.setText(page.catalogue.text("If it leaves China on {day}", day=day))
    yield made
    if page.run.count() > 1:
        made = button(partial(page.run.setCurrentIndex, 1))
        made.setText(
            page.catalogue.text("The last run, {run}", run=page.run.itemText(1)).replace("&", "&&")
        )
        yield made
