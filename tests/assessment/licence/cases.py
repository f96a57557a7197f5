"""Cases as the law sees them, made by hand, and the verdict of one under the shipped register."""

from datetime import date
from functools import cache
from typing import Any

from desktop_app.assessment.licence.facts import Case, Place, Thing
from desktop_app.assessment.licence.judging import Judge
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.match import ElementContent
from desktop_app.model.verdict import Interval, Ternary
from desktop_app.register.control import Edition
from desktop_app.register.edition import load_edition

CHANCES: dict[Ternary, Interval] = {
    Ternary.YES: (0.97, 0.99, 1.0),
    Ternary.UNKNOWN: (0.3, 0.55, 0.8),
    Ternary.NO: (0.0, 0.0, 0.02),
}
BEFORE_NO_18, NO_18 = date(2025, 4, 3), date(2025, 4, 4)
LAST_SUSPENDED, UNCONFIRMED = date(2026, 11, 10), date(2026, 11, 11)
TODAY = date(2026, 11, 25)


@cache
def shipped_edition() -> Edition:
    return load_edition()


def holding(evidence: Any = "B", **states: Ternary) -> tuple[ElementContent, ...]:
    """Elements with their states; unknown ones are as likely as not."""
    return tuple(ElementContent(s, v, CHANCES[v], None, evidence) for s, v in states.items())


def thing(form: str = "magnet", material: str | None = "NdFeB", **more: Any) -> Thing:
    facts: dict[str, Any] = {
        "outcome": "sure", "family": form, "form": form, "form_evidence": "B", "evidence": "B",
        "material": material, "listed_probability": 0.5,
    }  # fmt: skip
    return Thing(**(facts | more))


DY_MAGNET = thing(elements=holding(Nd=Ternary.YES, Dy=Ternary.YES, Tb=Ternary.UNKNOWN))
OPEN_MAGNET = thing(elements=holding(Nd=Ternary.YES, Dy=Ternary.UNKNOWN, Tb=Ternary.UNKNOWN))
CLEAN_MAGNET = thing(
    elements=holding("A", Dy=Ternary.NO, Tb=Ternary.NO, Ho=Ternary.NO) + holding(Nd=Ternary.YES)
)
SM_MAGNET = thing(material="SmCo", elements=holding(Sm=Ternary.YES))
SERVO = thing(
    "motor", None, evidence="C", form_evidence="C", listed_probability=0.02,
    elements=holding("C", Nd=Ternary.UNKNOWN, Dy=Ternary.UNKNOWN, Tb=Ternary.UNKNOWN),
)  # fmt: skip
SCREW = thing("other", None, family="fastener", evidence="C", form_evidence="C",
              listed_probability=0.0)  # fmt: skip
CHINESE, JAPANESE, NOWHERE = (
    Place("CN", china=(1.0, 1.0, 1.0)),
    Place("JP", china=(0, 0, 0)),
    Place(),
)


def judged(
    what: Thing, place: Place = CHINESE, on: date = TODAY, case: Any = None, **question: Any
) -> Licence:
    """The verdict of one case; ``case`` holds further facts of it, ``question`` of the inquiry."""
    inquiry = Inquiry(on, **question)
    return Judge(shipped_edition(), inquiry).decide(Case(what, place, **(case or {})))
