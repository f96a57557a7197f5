"""The languages to choose from, for the window and for a report."""

from PySide6.QtWidgets import QComboBox

from desktop_app.language.catalogue import LANGUAGES, MACHINE_TRANSLATED, Catalogue


def fill_languages(box: QComboBox, catalogue: Catalogue, chosen: str) -> None:
    """All languages by their own names; those no person has proof-read say so."""
    box.blockSignals(True)
    box.clear()
    for code, own_name in LANGUAGES.items():
        marked = catalogue.text("{language} (machine-translated)", language=own_name)
        box.addItem(marked if code in MACHINE_TRANSLATED else own_name, code)
    box.setCurrentIndex(box.findData(chosen))
    box.blockSignals(False)
