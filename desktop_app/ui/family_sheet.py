"""Which kind of part it is, found by typing a part of its name."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.language.catalogue import Catalogue
from desktop_app.ui.dialogs import Sheet
from desktop_app.ui.search_list import Choice, SearchList


class FamilySheet(Sheet):
    """``chosen`` carries the id of the family. Closes when one is chosen."""

    chosen = Signal(str)

    def __init__(
        self, parent: QWidget, catalogue: Catalogue, families: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__(parent, catalogue, catalogue.text("What kind of part is it?"))
        self.families = families
        found = SearchList([Choice(words) for _, words in families])
        self.field, self.list = found.field, found.list
        self.field.setAccessibleName(catalogue.text("Part of a kind's name"))
        self.field.setPlaceholderText(catalogue.text("Type a part of its name"))
        self.field.setMinimumWidth(440)
        self.list.setAccessibleName(catalogue.text("Kinds that match"))
        self.list.setMinimumHeight(300)
        self.column.addWidget(found, 1)
        found.chosen.connect(self._choose)

    def _choose(self, at: int) -> None:
        self.accept()
        self.chosen.emit(self.families[at][0])
