"""Sources at second hand say so in the reader's language; names and titles stay as published."""

import pytest

from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.model.findings import msg
from desktop_app.register.figures import load_title_words
from desktop_app.report.citations import cited, with_cited
from desktop_app.report.sections.figures import shipped_figures


@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        ("en", "Crisil, June 2025, as printed by X", "Crisil, June 2025, as printed by X"),
        ("de", "USGS Mineral Commodity Summaries 2026", "USGS Mineral Commodity Summaries 2026"),
        (
            "de",
            "USGS Mineral Commodity Summaries 2026, bismuth",
            "USGS Mineral Commodity Summaries 2026, Bismut",
        ),
        ("fr", "Someone else, bismuth", "Someone else, bismuth"),
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


def test_what_describes_a_title_is_marked_as_words_of_ours() -> None:
    """A name or a published title begins in upper case; what does not is ours, and is translated."""
    words, figures = load_title_words(), shipped_figures()
    printed = {figures.governance_source, figures.instability_source}
    printed |= {s for found in figures.assumptions.values() for s in found.sources}
    printed |= {
        s for step in figures.price_steps.values() for s in (step.usual_source, step.ask_source)
    }
    for material in figures.materials.values():
        printed |= {split.source for splits in material.splits.values() for split in splits}
    assert len(printed) > 30
    for source in printed:
        named = source.title.replace(words.get(source.title, ""), "").split(" as ")[0]
        for part in named.split(","):
            assert not part.strip()[:1].islower(), f"{source.id}: {part.strip()!r} is not marked"


def test_only_arguments_that_name_sources_change() -> None:
    note = msg("{product}: {usual_source}", product="As printed by, June 2025",
               usual_source="A, June 2025; B")  # fmt: skip
    assert with_cited(Catalogue("de"), note) == msg(
        "{product}: {usual_source}", product="As printed by, June 2025",
        usual_source="A, Juni 2025; B",
    )  # fmt: skip
