"""Sources at second hand say so in the reader's language; names and titles stay as published."""

import pytest

from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.model.findings import msg
from desktop_app.report.citations import cited, with_cited
from desktop_app.report.sections.figures import shipped_figures


@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        ("en", "Crisil, June 2025, as printed by X", "Crisil, June 2025, as printed by X"),
        ("de", "USGS Mineral Commodity Summaries 2026", "USGS Mineral Commodity Summaries 2026"),
        ("de", "WSWS, 14 April 2025", "WSWS, 14.04.2025"),
        ("zh", "IEA, May 2025", "IEA, 2025年5月"),
        ("de", "Paper, 31 June 2025", "Paper, 31 June 2025"),
        ("en", "Rates as repeated by an atlas", "Rates, as repeated by an atlas"),
    ],
)
def test_dates_and_connecting_words_are_of_the_language(
    language: str, title: str, said: str
) -> None:
    assert cited(Catalogue(language), title) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_shipped_title_loses_a_name(language: str) -> None:
    catalogue = Catalogue(language)
    named = {s for found in shipped_figures().assumptions.values() for s in found.sources}
    assert named
    for source in named:
        for name in source.title.split(" as ")[0].split(",")[:1]:
            assert name in cited(catalogue, source.title)


def test_only_arguments_that_name_sources_change() -> None:
    note = msg("{product}: {usual_source}", product="As printed by, June 2025",
               usual_source="A, June 2025; B")  # fmt: skip
    assert with_cited(Catalogue("de"), note) == msg(
        "{product}: {usual_source}", product="As printed by, June 2025",
        usual_source="A, Juni 2025; B",
    )  # fmt: skip
