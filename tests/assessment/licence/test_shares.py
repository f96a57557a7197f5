"""A share of value of 1 or less without a sign has two readings; both are named."""

import pytest

from desktop_app import pipeline
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from tests.assessment.licence.cases import TODAY


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Licence]:
    """A Japanese SmCo magnet with each of the shares, if the suspension has lapsed."""
    shares = ("0.35", "0.05", "0.0005", "0.05 %", "")
    path = tmp_path_factory.mktemp("shares") / "list.csv"
    rows = [f"P{at};5;SmCo magnet YXG-30H;JP;{share}" for at, share in enumerate(shares)]
    heading = "Part number;Quantity;Description;Country of origin;CN value share"
    path.write_text("\n".join([heading, *rows]), encoding="utf-8")
    reading = pipeline.read([path])
    result = pipeline.assess(
        reading, Inquiry(TODAY, "DE", scenario="lapsed"), pipeline.load_library()
    )
    return {share: result.licences[at] for at, share in enumerate(shares)}


def said(licence: Licence) -> list[dict[str, object]]:
    steps = [step for control in licence.controls for step in control.steps]
    return [
        dict(step.message.args)
        for step in (*steps, *licence.reasons)
        if "can be {low} %" in step.message.template
    ]


def test_where_both_readings_reach_the_limit_the_share_counts(judged: dict[str, Licence]) -> None:
    found = judged["0.35"]
    assert found.verdict == "needed"
    assert said(found)[0] == {"low": 0.35, "high": 35.0, "limit": 0.1}


def test_where_the_readings_differ_the_supplier_is_asked_which_it_is(
    judged: dict[str, Licence],
) -> None:
    found = judged["0.05"]
    assert (found.verdict, found.waits_on) == ("not_verified", "part")
    (question,) = [q for q in found.questions if q.narrows == "value_share"]
    assert dict(question.text.args) == {"low": 0.05, "high": 5.0}


def only_asks_for_technology(licence: Licence) -> bool:
    """The limb with a share is cleared; the one without a share is not."""
    open_limbs = {control.item.split("/")[0] for control in licence.controls}
    return licence.verdict == "not_verified" and open_limbs == {"s.1(2)"}


def test_where_both_readings_stay_below_no_share_is_asked_for(judged: dict[str, Licence]) -> None:
    assert only_asks_for_technology(judged["0.0005"])


def test_a_sign_leaves_one_reading_and_a_blank_none(judged: dict[str, Licence]) -> None:
    assert only_asks_for_technology(judged["0.05 %"])
    assert (judged[""].verdict, said(judged[""])) == ("not_verified", [])
