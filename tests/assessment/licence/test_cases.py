"""The cases of a list are told apart once; a firm listed in between tells them apart anew."""

from datetime import date

import pytest

from desktop_app import pipeline
from desktop_app.assessment.licence.facts import cases_of
from desktop_app.model.inquiry import Inquiry
from tests.assessment.licence.cases import shipped_edition

LISTED = date(2026, 2, 24)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Recognised:
    path = tmp_path_factory.mktemp("cases") / "list.csv"
    path.write_text(
        "Part number;Quantity;Description;Supplier;Country of origin\n"
        "P1;5;SmCo magnet YXG-30H;TDK Corporation;CN\nP2;5;Hex bolt M8;Bolts Ltd;CN\n",
        encoding="utf-8",
    )
    return pipeline.recognise(pipeline.read([path]), LISTED, pipeline.load_library())


def test_another_day_asks_about_the_same_cases(known: pipeline.Recognised) -> None:
    found = [
        cases_of(known.parts, known.matches, known.origins, Inquiry(day), shipped_edition())
        for day in (LISTED, LISTED.replace(day=25))
    ]
    assert found[0] is found[1]


def test_a_firm_listed_in_between_is_seen(known: pipeline.Recognised) -> None:
    before, after, again = (
        cases_of(known.parts, known.matches, known.origins, Inquiry(day), shipped_edition())[0]
        for day in (LISTED.replace(day=23), LISTED, LISTED.replace(day=23))
    )
    assert (before.listed, again.listed) == (None, None)
    assert after.listed is not None
