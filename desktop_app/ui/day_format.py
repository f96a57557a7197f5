"""How the fields for days are written: as the sentences around them write a day."""

from PySide6.QtCore import QLocale

from desktop_app.language.catalogue import Catalogue

IN_FIGURES = frozenset({"de", "zh", "ja", "ko"})
"""Languages whose sentences write a month as a number; the others write its name."""


def day_format(catalogue: Catalogue) -> str:
    """The format of a field for Qt."""
    return (
        figures_format(QLocale(catalogue.locale))
        if catalogue.language in IN_FIGURES
        else "d MMM yyyy"
    )


def figures_format(locale: QLocale) -> str:
    """Day, month and year in figures, the year with all four."""
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return short if "yyyy" in short else short.replace("yy", "yyyy")
