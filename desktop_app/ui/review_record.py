"""What an answer of the review queue is recorded as. Knows no Qt."""

from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from desktop_app.project.decisions import (
    REVIEWED_EMPTY,
    Confirmation,
    FactName,
    RecordedFact,
    Scope,
    Subject,
)
from desktop_app.project.scopes import scoped

if TYPE_CHECKING:
    from desktop_app.assessment.review import Decision
    from desktop_app.model.assessment import Assessment
    from desktop_app.model.parts import PartTable

Reach: TypeAlias = Literal["kind", "maker", "pattern", "description", "number"]
"""How far a decision about a family holds, from the widest to the narrowest."""
SCOPES: tuple[Literal["pattern", "description", "number"], ...] = (
    "pattern", "description", "number",
)  # fmt: skip


def reaches_of(decision: "Decision", parts: "PartTable") -> tuple[Reach, ...]:
    """How far a decision can hold. What nobody recognised is no kind, and a number must be there."""
    found: list[Reach] = []
    if decision.kind == "family":
        found.append("kind")
        if maker_of(decision, parts):
            found.append("maker")
    found += [reach for reach in SCOPES if names_of(decision, parts, reach)]
    return tuple(found)


def maker_of(decision: "Decision", parts: "PartTable") -> str:
    """The one maker of all parts of a group; "" where there are several or none."""
    makers = set(parts.frame["manufacturer"].to_numpy()[decision.part_ids].tolist())
    return str(makers.pop()) if len(makers) == 1 and None not in makers else ""


def names_of(decision: "Decision", parts: "PartTable", scope: Scope) -> tuple[str, ...]:
    """The numbers, descriptions or patterns of the parts of a group; empty unless all have one."""
    found = scoped(parts, scope)[decision.part_ids].tolist()
    return tuple(sorted(set(found))) if all(found) else ()


def confirmation_of(
    decision: "Decision",
    answer: str,
    reach: Reach,
    parts: "PartTable",
    *,
    by: str,
    on: date,
) -> Confirmation:
    """``answer``: "right", "none" or the id of the family that it is."""
    family = decision.name[0] if decision.kind == "family" else ""
    scope: Scope = "" if reach in ("kind", "maker") else cast(Scope, reach)
    return Confirmation(
        family,
        is_right=answer == "right",
        maker=maker_of(decision, parts) if reach == "maker" else "",
        scope=scope,
        names=names_of(decision, parts, scope) if scope else (),
        instead={"right": "", "none": REVIEWED_EMPTY}.get(answer, answer),
        by=by,
        on=on,
    )


def subjects_of(decision: "Decision", made: "Assessment") -> tuple[tuple[Subject, str], ...]:
    """Whom a fact can be recorded of: the supplier or maker asked about, and what all its open parts
    share besides: one maker, one kind."""
    found: list[tuple[Subject, str]] = [(cast(Subject, decision.kind), decision.name[0])]
    maker = maker_of(decision, made.parts)
    if decision.kind == "supplier" and maker:
        found.append(("maker", maker))
    families = {made.matches[part_id].family for part_id in decision.part_ids.tolist()}
    if len(families) == 1 and None not in families:
        found.append(("kind", str(families.pop())))
    return tuple(found)


def fact_of(
    subject: tuple[Subject, str], fact: FactName, value: str | date, *, by: str, on: date
) -> RecordedFact:
    """``value``: yes, no or some; the last day of a general licence; the document on file."""
    kind, name = subject
    if fact == "general_licence_until" and isinstance(value, date):
        return RecordedFact(kind, name, fact, until=value, by=by, on=on)
    if fact == "standard_declaration":
        return RecordedFact(kind, name, fact, document=str(value), by=by, on=on)
    answer = cast(Literal["yes", "no", "some"], value)
    return RecordedFact(kind, name, fact, answer=answer, by=by, on=on)
