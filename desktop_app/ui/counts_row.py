"""The counts above the list of Risks, each a filter; one at a time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.count_chip import CountChip
from desktop_app.ui.flow import GAP, FlowRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.model.licence import Verdict

CHIPS: "tuple[tuple[str, Verdict | None, bool], ...]" = (
    ("needed", "needed", False),
    ("part", "not_verified", False),
    ("law", "not_verified", False),
    ("suspended", "suspended", False),
    ("recognition", None, True),
    ("not_needed", None, True),
)
"""Group, its mark, and whether it stands aside."""
ABOVE, ABOVE_LOW = 8, 2
"""Points above and below the counts; on a low page."""


class CountsRow(QHBoxLayout):
    """The counts in as many lines as they need, and what stands at the end of the first of them.

    ``chosen`` is called with the group that alone is shown, or None.
    """

    def __init__(self, chosen: Callable[[str | None], object], *beside: QWidget) -> None:
        super().__init__()
        self.chips = {group: CountChip(group, verdict, quiet) for group, verdict, quiet in CHIPS}
        self.flow = FlowRow()
        self._chosen = chosen
        for chip in self.chips.values():
            self.flow.addWidget(chip)
            chip.clicked.connect(lambda _checked=False, made=chip: self._filter(made))
        self.addLayout(self.flow, 1)
        self.setSpacing(6)
        for made in beside:
            self.addWidget(made, alignment=Qt.AlignmentFlag.AlignTop)
        self.setContentsMargins(0, ABOVE, 0, ABOVE)

    @property
    def group(self) -> str | None:
        """The group that alone is shown."""
        return next((group for group, chip in self.chips.items() if chip.isChecked()), None)

    @property
    def words(self) -> str:
        """What it is called; empty where all are shown."""
        return "" if self.group is None else self.chips[self.group].words

    def say(self, counts: "Sequence[tuple[str, str, int]]", catalogue: Catalogue) -> None:
        """Shows how many there are of each group; words are those of the group."""
        for group, words, count in counts:
            self.chips[group].say(count, catalogue.number(count), words)

    def clear(self) -> None:
        """All are shown again."""
        for chip in self.chips.values():
            chip.setChecked(False)

    def lie_close(self, is_low: bool) -> None:
        """Thin on a low page; a count of nothing goes."""
        apart = ABOVE_LOW if is_low else ABOVE
        self.setContentsMargins(0, apart, 0, apart)
        self.flow.lines_apart = 2 * ABOVE_LOW if is_low else GAP
        for chip in self.chips.values():
            chip.lie_close(is_low)

    def _filter(self, chip: CountChip) -> None:
        for other in self.chips.values():
            if other is not chip:
                other.setChecked(False)
        self._chosen(chip.filters if chip.isChecked() else None)
