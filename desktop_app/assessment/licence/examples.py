"""The facts of an example in a control file, as the case a part with these facts would be."""

from collections.abc import Mapping
from typing import Any, cast

from desktop_app.assessment.licence.facts import Case, Place, Share, Thing
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.match import ElementContent
from desktop_app.model.verdict import Interval, Ternary, known
from desktop_app.register.control import Example

_CHANCES: Mapping[Ternary, Interval] = {
    Ternary.YES: (0.97, 0.99, 1.0),
    Ternary.UNKNOWN: (0.3, 0.55, 0.8),
    Ternary.NO: (0.0, 0.0, 0.02),
}
_WORDS = {"yes": Ternary.YES, "no": Ternary.NO, "unknown": Ternary.UNKNOWN}


def case_of(example: Example) -> tuple[Case, Inquiry]:
    """The case and the question of an example. Absent facts are missing, as in a row."""
    facts = example.part
    thing = Thing(
        outcome=cast(Any, facts.get("outcome", "sure")),
        family=cast(str | None, facts.get("family")),
        form=cast(str | None, facts.get("form")),
        form_evidence="B" if "form" in facts else None,
        evidence="B",
        material=cast(str | None, facts.get("material")),
        elements=tuple(_elements(cast(Any, facts.get("elements", {})))),
        minerals=tuple(cast(Any, facts.get("minerals", ()))),
        properties=tuple(cast(Any, facts.get("properties", {})).items()),
        listed_probability=float(cast(Any, facts.get("probability", 0.5))),
        is_kit=bool(facts.get("is_kit", False)),
        trace_only=bool(facts.get("trace_only", False)),
        free_claim=bool(facts.get("free_claim", False)),
    )
    place = Place(
        cast(str | None, facts.get("origin")),
        cast(bool | None, facts.get("leaves_china")),
        bool(facts.get("already_inside", False)),
        cast(str | None, facts.get("ships_from")),
    )
    share = facts.get("share")
    case = Case(
        thing,
        place,
        None if share is None else Share(float(cast(Any, share)), float(cast(Any, share))),
        cast(str | None, facts.get("cas")),
        cast(Any, facts.get("end_use")),
        technology=cast(bool | None, facts.get("chinese_technology")),
    )
    return case, _inquiry(example)


def _elements(stated: Mapping[str, object]) -> list[ElementContent]:
    found = []
    for symbol, word in stated.items():
        state = known(word) if isinstance(word, bool) else _WORDS[str(word)]
        found.append(ElementContent(symbol, state, _CHANCES[state], None, "B"))
    return found


def _inquiry(example: Example) -> Inquiry:
    asked = example.inquiry
    return Inquiry(
        on=example.day,
        destination=asked.get("destination", "DE"),
        end_use=cast(Any, asked.get("end_use", "civil")),
        scenario=asked.get("scenario", "today"),
    )
