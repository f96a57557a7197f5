"""Which elements a part holds: stated, named by its material, expected by its grade, or unknown.

A state of yes or no needs exact evidence; everything else only moves the probability.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from desktop_app.model.match import RARE_EARTHS, ElementContent
from desktop_app.model.verdict import Interval, Ternary

if TYPE_CHECKING:
    from desktop_app.matching.reports import Report
    from desktop_app.register.families import PartFamily
    from desktop_app.register.knowledge import Knowledge
    from desktop_app.register.substances import Judgements, MagnetGrade, Substance

SURE: Interval = (0.97, 0.99, 1.0)
NONE: Interval = (0.0, 0.0, 0.02)
PURE_FORMS = ("metal", "oxide", "compound", "target")
"""Forms bought by the element: what is named is there, the others of the family are not."""


class Facts(NamedTuple):
    """What was found about one kind of part that bears on its elements."""

    family: "PartFamily"
    material_named: bool
    grade: "MagnetGrade | None"
    shares: tuple[tuple[str, float], ...]
    named: tuple[str, ...]
    substance: "Substance | None"
    minerals: tuple[str, ...]
    heavy_free: bool
    earth_free: bool
    report: "Report | None"
    limited: tuple[str, ...]
    declared: tuple[tuple[str, float | None], ...]
    scale: float
    """Factor on family probabilities, below 1 where the family itself is doubtful."""


def content_of(facts: Facts, knowledge: "Knowledge") -> tuple[ElementContent, ...]:
    """One entry per rare earth, and per other controlled mineral of the family, that the part
    holds, may hold or certainly does not hold."""
    found: dict[str, ElementContent] = {}
    for share in facts.family.content:
        found[share.symbol] = _usual(share.symbol, share.presence, share.mass_percent, facts)
    if facts.material_named:
        _material(found, facts)
    if facts.grade is not None and facts.family.material == "NdFeB":
        _by_grade(found, facts, facts.grade, knowledge.judgements)
    for symbol in facts.named:
        percent = found[symbol].mass_percent if symbol in found else None
        found[symbol] = ElementContent(symbol, Ternary.YES, SURE, percent, "B")
    if facts.substance is not None:
        _by_formula(found, facts.substance)
    if _is_pure(facts):
        found = {symbol: entry for symbol, entry in found.items() if entry.state == Ternary.YES}
    if facts.heavy_free or facts.earth_free:
        _claimed_free(found, knowledge, facts.earth_free)
    for symbol in facts.limited:
        _claimed_below(found, symbol, knowledge.judgements)
    for symbol, percent_said in facts.declared:
        found[symbol] = _declared(found.get(symbol), symbol, percent_said, facts.family)
    for symbol, stated in facts.shares:
        found[symbol] = _stated(symbol, stated, knowledge.judgements)
    if facts.report is not None:
        _reported(found, facts.report)
    order = {symbol: place for place, symbol in enumerate((*RARE_EARTHS, *facts.minerals))}
    told = [entry for entry in found.values() if entry.symbol in order]
    return tuple(sorted(told, key=lambda entry: order[entry.symbol]))


def _is_pure(facts: Facts) -> bool:
    """Whether the elements named are all there are: of a crystal where host and dopant both are."""
    if facts.family.form == "crystal":
        return len(facts.named) > 1
    return facts.family.form in PURE_FORMS and bool(facts.named or facts.substance)


def _around(best: float) -> Interval:
    return (max(0.0, round(best - 0.1, 4)), round(best, 4), min(1.0, round(best + 0.1, 4)))


def _usual(symbol: str, presence: float, percent: Interval, facts: Facts) -> ElementContent:
    evidence: Literal["C", "D"] = "C" if facts.scale == 1 else "D"
    return ElementContent(
        symbol, Ternary.UNKNOWN, _around(presence * facts.scale), percent, evidence
    )


def _material(found: dict[str, ElementContent], facts: Facts) -> None:
    """The bearing material is named, so its defining elements are there and others are not."""
    for share in facts.family.content:
        if share.presence >= 0.97 and share.mass_percent[0] > 0:
            found[share.symbol] = replace(
                found[share.symbol], state=Ternary.YES, probability=SURE, evidence="B"
            )
    for symbol in facts.family.absent:
        found[symbol] = ElementContent(symbol, Ternary.NO, NONE, None, "B")


def _by_formula(found: dict[str, ElementContent], substance: "Substance") -> None:
    """The elements of a named substance with their mass percents by stoichiometry."""
    for symbol, percent in substance.mass_percent:
        found[symbol] = ElementContent(symbol, Ternary.YES, SURE, (percent, percent, percent), "B")


def _by_grade(
    found: dict[str, ElementContent], facts: Facts, grade: "MagnetGrade", figures: "Judgements"
) -> None:
    """Dy and Tb as far as the grade says; Ho stays unknown whatever the grade. In a motor or rotor
    the grade is that of its magnets only where the line names them ("33UH" alone is an inductance)."""
    told = facts.family.form == "magnet" or facts.material_named
    counts = told and grade.probability >= figures.expected_by_grade
    beside = figures.terbium_beside_dysprosium
    found["Dy"] = ElementContent(
        "Dy",
        Ternary.YES if counts else Ternary.UNKNOWN,
        _around(grade.probability),
        grade.heavy,
        "B" if counts else "C",
        by_grade=counts,
    )
    terbium = grade.probability * beside
    percent = (0.0, grade.heavy[1] * beside, grade.heavy[2]) if grade.heavy else None
    found["Tb"] = ElementContent("Tb", Ternary.UNKNOWN, _around(terbium), percent, "C")


def _claimed_free(
    found: dict[str, ElementContent], knowledge: "Knowledge", all_of_them: bool
) -> None:
    """A claim lowers the probability and leaves the fact unknown until a report is there."""
    for symbol, entry in list(found.items()):
        heavy = knowledge.elements.get(symbol) in ("heavy", "heavy57")
        if entry.state != Ternary.NO and (heavy or (all_of_them and symbol in knowledge.elements)):
            best = min(entry.probability[1], knowledge.judgements.claimed_free)
            found[symbol] = replace(
                entry,
                state=Ternary.UNKNOWN,
                probability=_around(best),
                evidence="C",
                by_grade=False,
            )


def _claimed_below(found: dict[str, ElementContent], symbol: str, figures: "Judgements") -> None:
    """An upper limit that no report proves: what was only expected is unknown again."""
    entry = found.get(symbol)
    if entry is None or (entry.state == Ternary.YES and not entry.by_grade):
        return
    if entry.state != Ternary.NO:
        best = min(entry.probability[1], figures.claimed_free)
        found[symbol] = replace(
            entry, state=Ternary.UNKNOWN, probability=_around(best), evidence="C", by_grade=False
        )


def _declared(
    known: ElementContent | None, symbol: str, percent: float | None, family: "PartFamily"
) -> ElementContent:
    """An element of a declaration of materials; a declared nought stays as it was.

    A declared amount is better than what stands in a list; as the percent of the part it is that of
    the material where the part is nothing else.
    """
    if percent is None:
        return ElementContent(symbol, Ternary.YES, SURE, known.mass_percent if known else None, "B")
    if percent <= 0:
        return known or ElementContent(symbol, Ternary.UNKNOWN, (0.0, 0.5, 1.0), None, "D")
    is_all_of_it = family.bearing_share == (1.0, 1.0, 1.0)
    exact = (percent, percent, percent) if is_all_of_it else None
    return ElementContent(
        symbol, Ternary.YES, SURE, exact or (known.mass_percent if known else None), "A"
    )


def _reported(found: dict[str, ElementContent], report: "Report") -> None:
    """A dated report decides; where the row itself states the opposite, nothing is settled."""
    for symbol, percent in report.measured:
        found[symbol] = ElementContent(symbol, Ternary.YES, SURE, (percent, percent, percent), "A")
    for symbol in report.disputed:
        found[symbol] = ElementContent(symbol, Ternary.UNKNOWN, (0.0, 0.5, 1.0), None, "A")
    for symbol in report.absent:
        known = found.get(symbol)
        if known is not None and known.state == Ternary.YES and not known.by_grade:
            found[symbol] = replace(known, state=Ternary.UNKNOWN, probability=(0.0, 0.5, 1.0))
        else:
            found[symbol] = ElementContent(symbol, Ternary.NO, NONE, None, "A")
    for symbol, most in report.at_most:
        if symbol in found:
            found[symbol] = replace(found[symbol], at_most_percent=most)


def _stated(symbol: str, percent: float, figures: "Judgements") -> ElementContent:
    """A figure in the row. A stated nought without a report stays unknown."""
    if percent <= 0:
        return ElementContent(symbol, Ternary.UNKNOWN, _around(figures.claimed_free), None, "C")
    return ElementContent(symbol, Ternary.YES, SURE, (percent, percent, percent), "B")
