"""A line that names several things of which it may be any: none of them alone decides."""

import pytest

from desktop_app.assessment.licence.facts import Case, Place, Thing
from desktop_app.assessment.licence.judging import Judge
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.verdict import Ternary
from tests.assessment.licence.cases import TODAY, holding, shipped_edition, thing

SMCO = thing(material="SmCo", elements=holding(Sm=Ternary.YES))._replace(words=("SmCo",))
FERRITE = thing(material="ferrite")._replace(words=("ferrite",))
NDFEB = thing(
    material="NdFeB", elements=holding(Nd=Ternary.YES, Dy=Ternary.UNKNOWN, Tb=Ternary.UNKNOWN)
)._replace(words=("NdFeB",))


def judged(*things: Thing, country: str = "CN") -> Licence:
    case = Case(things[0]._replace(others=things[1:]), Place(country, china=(1.0, 1.0, 1.0)))
    return Judge(shipped_edition(), Inquiry(TODAY, "DE")).decide(case)


@pytest.mark.parametrize("things", [(FERRITE, SMCO), (SMCO, FERRITE), (FERRITE, FERRITE, SMCO)])
def test_one_that_needs_a_licence_and_one_that_does_not_are_neither(things: tuple[Thing]) -> None:
    found = judged(*things)
    assert (found.verdict, found.waits_on) == ("not_verified", "part")
    assert not found.by_grade
    assert {control.verdict for control in found.controls} <= {"not_verified"}
    assert "composition" in found.controls[0].missing
    (question,) = found.questions
    assert "ferrite" in str(question.text)
    assert "SmCo" in str(question.text)
    low, best, high = found.applies
    assert low < best < high


def test_the_order_of_the_names_changes_nothing() -> None:
    one, other = judged(FERRITE, NDFEB), judged(NDFEB, FERRITE)
    assert (one.verdict, one.waits_on, one.applies) == (
        other.verdict,
        other.waits_on,
        other.applies,
    )
    assert (one.verdict, one.waits_on) == ("not_verified", "part")


def test_names_that_are_judged_alike_are_judged_so() -> None:
    assert judged(SMCO, SMCO).verdict == "needed"
    assert judged(FERRITE, FERRITE).verdict == "not_needed"
    assert judged(FERRITE, SMCO, country="JP").verdict == "not_verified"


def test_what_stands_beside_is_said() -> None:
    said = " ".join(str(reason.message) for reason in judged(FERRITE, NDFEB).reasons)
    assert "several things" in said


def test_what_was_read_as_both_is_none_of_them() -> None:
    both = SMCO._replace(words=("SmCo", "ferrite"))
    (question,) = judged(both, SMCO, FERRITE).questions
    assert dict(question.text.args)["kinds"] == "SmCo; ferrite"


def test_of_what_was_read_with_another_only_its_own_words_are_named() -> None:
    """It was asked of "Tb4O7 or CeO2" whether it is "terbium oxide cerium oxide"."""
    (question,) = judged(SMCO._replace(words=("SmCo", "ferrite")), FERRITE).questions
    assert dict(question.text.args)["kinds"] == "SmCo; ferrite"


def test_guidance_is_said_where_one_of_the_names_rests_on_it() -> None:
    """As of a whole part, the first basis of the printed order holds, in any order of the names."""
    loudspeaker = NDFEB._replace(form="loudspeaker", words=("loudspeaker",))
    buzzer = thing(form="electronics", material=None)._replace(words=("buzzer",))
    found = [judged(loudspeaker, buzzer), judged(buzzer, loudspeaker)]
    assert {(each.verdict, each.basis) for each in found} == {("not_needed", "guidance")}
    assert judged(buzzer, buzzer).basis == "element"
