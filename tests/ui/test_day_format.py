"""A field for a day writes it as the sentences around it do."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QLocale

from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.ui.day_format import day_format


@pytest.mark.parametrize(
    ("language", "written"),
    [("de", "24.11.2026"), ("en", "24 Nov 2026"), ("fr", "24 nov. 2026"), ("zh", "2026/11/24")],
)
def test_the_field_of_a_language(language: str, written: str) -> None:
    catalogue = Catalogue(language)
    locale = QLocale(catalogue.locale)
    assert locale.toString(QDate(2026, 11, 24), day_format(catalogue)) == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_reads_back_and_names_its_month_only_where_sentences_do(language: str) -> None:
    catalogue = Catalogue(language)
    locale = QLocale(catalogue.locale)
    written = locale.toString(QDate(2026, 11, 24), day_format(catalogue))
    assert locale.toDate(written, day_format(catalogue)) == QDate(2026, 11, 24)
    said = catalogue.date(date(2026, 11, 24))
    names_month = any(letter.isalpha() for letter in said) and language not in ("zh", "ja", "ko")
    assert any(letter.isalpha() for letter in written) == names_month
