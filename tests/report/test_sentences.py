"""Each sentence every report carries, under exactly its condition: tested both ways."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.model.assessment import Assessment
from desktop_app.model.licence import Licence
from desktop_app.report.question import bands, footer
from desktop_app.report.sentences import SENTENCES, announcements, sentence, sentences
from tests.report.variations import (
    all_not_covered,
    asked_on,
    empty_assessment,
    view_of,
    with_licences,
    with_status,
)
from tests.small_assessment import small_assessment


def weak(licence: Licence) -> Licence:
    controls = tuple(replace(control, weak_source=True) for control in licence.controls)
    return replace(licence, controls=controls)


def nameless() -> Assessment:
    found = small_assessment()
    frame = found.parts.frame.copy()
    frame["supplier"] = None
    frame["manufacturer"] = None
    return replace(found, parts=replace(found.parts, frame=frame))


def exempt() -> Assessment:
    return with_licences(lambda _: Licence("not_needed", basis="exempt"))


HOLDS: dict[str, Callable[[], Assessment]] = {
    "applies": small_assessment,
    "unconfirmed": small_assessment,
    "guidance": small_assessment,
    "not_covered": small_assessment,
    "weak_source": lambda: with_licences(weak),
    "exempt": exempt,
    "as_last_read": small_assessment,
    "composition": small_assessment,
    "names": small_assessment,
    "own_exports": small_assessment,
    "article_24": small_assessment,
    "probabilities": small_assessment,
    "thin": lambda: asked_on(date(2023, 11, 30)),
    "catch_all": small_assessment,
}
HOLDS_NOT: dict[str, Callable[[], Assessment]] = {
    "applies": all_not_covered,
    "unconfirmed": lambda: with_status("suspended"),
    "guidance": all_not_covered,
    "not_covered": empty_assessment,
    "weak_source": small_assessment,
    "exempt": small_assessment,
    "as_last_read": lambda: asked_on(date(2026, 8, 21)),
    "composition": all_not_covered,
    "names": nameless,
    "own_exports": lambda: with_status("suspended"),
    "article_24": lambda: asked_on(date(2026, 11, 24), destination="US"),
    "probabilities": all_not_covered,
    "thin": lambda: asked_on(date(2023, 12, 1)),
}


@pytest.mark.parametrize("name", [found.id for found in SENTENCES])
def test_a_sentence_stands_under_its_condition(name: str) -> None:
    assert sentence(view_of(HOLDS[name]()), name) is not None


@pytest.mark.parametrize("name", [found.id for found in SENTENCES if found.id != "catch_all"])
def test_a_sentence_is_silent_without_its_condition(name: str) -> None:
    assert sentence(view_of(HOLDS_NOT[name]()), name) is None


def test_the_front_page_carries_the_sentences_about_the_result() -> None:
    said = [name for name, _ in sentences(view_of(small_assessment()), front=True)]
    assert said == ["applies", "unconfirmed", "guidance", "not_covered"]


def said(name: str, assessment: Assessment) -> str:
    view = view_of(assessment)
    message = sentence(view, name)
    assert message is not None
    return view.say(message)


def test_guidance_is_counted() -> None:
    text = said("guidance", small_assessment())
    assert text.startswith("1 part is outside because of guidance by MOFCOM")
    assert "Customs may see a part differently" in text


def test_the_suspension_names_its_last_day() -> None:
    text = said("unconfirmed", small_assessment())
    assert "2025: No. 57, 61 until 10 Nov 2026" in text
    assert "not known to this program" in text
    assert "return would take effect at once" in text


def test_suspensions_that_ended_on_different_days_are_told_apart() -> None:
    found = small_assessment()
    first, second, *rest = found.edition.controls
    controls = (first, replace(second, since=date(2026, 12, 1)), *rest)
    text = said("unconfirmed", replace(found, edition=replace(found.edition, controls=controls)))
    assert "2025: No. 61 until 10 Nov 2026; 2025: No. 57 until 30 Nov 2026" in text


def test_several_provisions_are_one_announcement() -> None:
    found = small_assessment()
    twice = (*found.edition.controls, replace(found.edition.controls[2], provision="s.1(3)"))
    view = view_of(replace(found, edition=replace(found.edition, controls=twice)))
    assert announcements(view) == 4


def foot(assessment: Assessment) -> str:
    message = footer(view_of(assessment))
    return view_of(assessment).say(replace(message, args=(*message.args, ("page", 7))))


def test_the_foot_says_how_old_the_law_is() -> None:
    text = foot(small_assessment())
    assert text.startswith("Screening, not legal advice. Checked against 4 announcements")
    assert "listed on page 7" in text
    assert "last read on 21 Aug 2026, 95 days before this report" in text


def test_another_day_is_not_called_the_day_of_the_report() -> None:
    text = foot(asked_on(date(2027, 8, 21), on_assumed=False))
    assert "365 days before the day asked about" in text
    assert "days" not in foot(asked_on(date(2025, 4, 4), on_assumed=False))


def test_a_band_stands_where_the_question_is_not_that_of_today() -> None:
    assert bands(view_of(small_assessment())) == ()
    lapsed = bands(view_of(asked_on(date(2026, 11, 24), scenario="lapsed")))
    assert lapsed == ("SCENARIO, not the law as known: If the suspensions have ended",)
    other_day = bands(view_of(asked_on(date(2026, 12, 1), on_assumed=False)))
    assert other_day == ("Answered for goods that leave China on 1 Dec 2026",)
    own = bands(view_of(asked_on(date(2026, 11, 24), scenario="my-overlay")))
    assert own == ("SCENARIO, not the law as known: my-overlay",)
