"""Lists and sentences are joined the way of the language; on paper figures keep their units."""

from datetime import date

import pytest

from desktop_app.language.catalogue import LANGUAGES, Catalogue
from desktop_app.language.printed import NO_BREAK, printed
from desktop_app.model.findings import msg, nmsg


@pytest.mark.parametrize(
    ("language", "names", "groups"),
    [("en", "Dy, Tb", "a, b; c"), ("ko", "Dy, Tb", "a, b; c"), ("fr", "Dy, Tb", "a, b\u00a0; c"),
     ("zh", "Dy、Tb", "a, b；c"), ("ja", "Dy、Tb", "a, b；c")],
)  # fmt: skip
def test_lists_have_the_separators_of_their_language(
    language: str, names: str, groups: str
) -> None:
    catalogue = Catalogue(language)
    assert catalogue.listed(["Dy", "", "Tb"]) == names
    assert catalogue.grouped(["a, b", "c", ""]) == groups


def test_sentences_stand_without_a_blank_only_after_a_full_width_sign() -> None:
    assert Catalogue("en").sentences(["One.", "", "Two."]) == "One. Two."
    assert Catalogue("zh").sentences(["一。", "二。"]) == "一。二。"
    assert Catalogue("ja").sentences(["Nobody translated this.", "二。"]) == (
        "Nobody translated this. 二。"
    )


def test_a_name_from_right_to_left_keeps_its_place_in_a_list() -> None:
    assert Catalogue("en").listed(["شركة", "Dy"]) == "\u2068شركة\u2069, Dy"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_on_paper_can_end_inside_a_date_or_an_amount(language: str) -> None:
    screen, paper = Catalogue(language), printed(Catalogue(language))
    day = date(2026, 11, 26)
    for shown, written in (
        (screen.date(day), paper.date(day)),
        (screen.short_date(day), paper.short_date(day)),
        (screen.money(1200.0, "EUR"), paper.money(1200.0, "EUR")),
    ):
        assert " " not in written
        assert written.replace(NO_BREAK, " ") == shown.replace(NO_BREAK, " ")


def test_what_follows_a_figure_stays_with_it_and_what_follows_a_name_does_not() -> None:
    said = printed(Catalogue("en")).say(
        msg("{part} of {quantity} {unit}, {share} high", part="M 4", quantity=1200, unit="kg",
            share="5%")
    )  # fmt: skip
    assert said == "M 4 of 1,200\u00a0kg, 5%\u00a0high"
    assert printed(Catalogue("en")).say(nmsg("{n} part", "{n} parts", 2)) == "2\u00a0parts"
    assert Catalogue("en").say(nmsg("{n} part", "{n} parts", 2)) == "2 parts"
