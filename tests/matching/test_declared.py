"""A declared form settles an open one, contradicts a clear one, and prefers nothing in silence."""

from dataclasses import replace
from typing import Any, Literal

import numpy as np

from desktop_app.matching.declared import with_declared_form, with_declared_origin
from desktop_app.model.match import UNRECOGNISED, ElementContent, Match, Origin
from desktop_app.model.parts import Declared, FactCell, PartTable, part_frame
from desktop_app.model.spread import Spread
from desktop_app.model.verdict import Ternary

Evidence = Literal["A", "B", "C", "D"]


def parts(answer: str, value: Any, field: str = "", use: Any = "kept") -> PartTable:
    said = Declared(answer, str(value), value, "", use, field, FactCell(1, "Q", 6, 5))
    return PartTable(part_frame({"part_number": ["M-1"]}, 1), answered={0: (said,)})


def match(form: str | None = "magnet", evidence: Evidence = "C", **more: Any) -> Spread[Match]:
    found = Match("sure", "yes", (0.9, 0.95, 1.0), "family", form=form, form_evidence=evidence)
    return Spread((replace(found, **more),), np.zeros(1, dtype=np.int32))


def test_an_open_form_is_settled() -> None:
    found = with_declared_form(parts("form", "rotor"), match("magnet", "D", outcome="ambiguous"))[0]
    assert (found.form, found.form_evidence) == ("rotor", "A")


def test_a_clear_form_that_is_confirmed_is_declared() -> None:
    found = with_declared_form(parts("form", "magnet"), match())[0]
    assert (found.form, found.form_evidence, found.outcome) == ("magnet", "A", "sure")


def test_a_clear_form_that_is_contradicted_is_open() -> None:
    found = with_declared_form(parts("form", "rotor"), match("magnet", "B"))[0]
    assert (found.form, found.form_evidence, found.runner_up_form) == ("magnet", "D", "rotor")
    assert "not settled" in found.reasons[-1].template


def test_what_was_not_recognised_is_not_recognised_by_its_form() -> None:
    kinds = Spread((UNRECOGNISED,), np.zeros(1, dtype=np.int32))
    assert with_declared_form(parts("form", "magnet"), kinds)[0] == UNRECOGNISED


def test_declared_figures_are_of_the_best_grade_and_expected_ones_are_not() -> None:
    measured = ElementContent("Dy", Ternary.YES, (1.0, 1.0, 1.0), (4.2, 4.2, 4.2), "B")
    by_grade = ElementContent("Tb", Ternary.YES, (0.8, 0.9, 1.0), None, "B", by_grade=True)
    usual = ElementContent("Nd", Ternary.YES, (0.97, 0.99, 1.0), (20.0, 25.0, 30.0), "B")
    said = parts("dy_percent", 4.2, "declaration", "used")
    found = with_declared_form(said, match(elements=(measured, by_grade, usual)))[0]
    evidence = [element.evidence for element in found.elements]
    assert evidence == ["A", "B", "B"], "of Nd the supplier said nothing"


def test_a_declared_origin_is_of_the_best_grade() -> None:
    origin = Origin("CN", None, (1.0, 1.0, 1.0), "declared", "B")
    origins = Spread((origin,), np.zeros(1, dtype=np.int32))
    used = parts("country_of_origin", "CN", "country_of_origin", "used")
    assert with_declared_origin(used, origins)[0].evidence == "A"
    conflict = parts("country_of_origin", "CN", "country_of_origin", "conflict")
    assert with_declared_origin(conflict, origins)[0].evidence == "B"


def test_without_answers_nothing_is_made_anew() -> None:
    silent = PartTable(part_frame({"part_number": ["M-1"]}, 1))
    kinds = match()
    assert with_declared_form(silent, kinds) is kinds
