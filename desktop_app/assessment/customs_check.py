"""A declared customs number against the form, material and elements that were recognised."""

from collections.abc import Iterator
from typing import Any

from desktop_app.model.findings import Issue, Message, msg
from desktop_app.model.match import Match
from desktop_app.model.verdict import Ternary
from desktop_app.model.words import FORM_WORDS
from desktop_app.register.customs import Customs, CustomsCode

DECIDING = ("A", "B", "C")
"""Grades of evidence above a guess."""


class CustomsCheck:
    """Warnings about customs numbers, by the customs knowledge of one edition."""

    def __init__(self, customs: Customs) -> None:
        self.customs = customs

    def of_kind(self, kind: tuple[Match, str | None, tuple[Any, ...]]) -> tuple[Issue, ...]:
        """Warnings about one match, its customs number and the countries of its rows."""
        match, number, places = kind
        if not number:
            return ()
        shape = self._about_shape(number, frozenset(place for place in places[:3] if place))
        return (*shape, *self._about_goods(match, number))

    def _about_shape(self, number: str, countries: frozenset[str]) -> Iterator[Issue]:
        customs = self.customs
        if not customs.digits:
            return
        if int(number[:2]) not in customs.chapters:
            yield warning(
                "W_HS_SHAPE",
                msg("Customs number {code}: there is no chapter {chapter}.",
                    code=number, chapter=number[:2]),
            )  # fmt: skip
            return
        only = customs.digits.get(len(number))
        if only is None or (only and not only & countries):
            yield warning(
                "W_HS_SHAPE",
                msg(
                    "Customs number {code} has {n} digits; whole numbers have {lengths}. Digits "
                    "may be missing.",
                    code=number,
                    n=len(number),
                    lengths=", ".join(str(n) for n, only in customs.digits.items() if not only),
                ),
            )

    def _about_goods(self, match: Match, number: str) -> Iterator[Issue]:
        if match.outcome == "none" or match.form is None:
            return
        code = self.customs.code(number)
        if code is None:
            yield from self._elsewhere(match, number)
            return
        if (code.forms and match.form not in code.forms) or match.form in code.not_forms:
            yield _about(
                code, number, "W_HS_FORM",
                msg("the part was recognised as {form}", form=FORM_WORDS[match.form]),
            )  # fmt: skip
            return
        if match.evidence not in DECIDING:
            return
        if match.material and _wrong_material(code, match):
            yield _about(
                code, number, "W_HS_MATERIAL",
                msg("the part is of {material}", material=Message(match.material)),
            )  # fmt: skip
            return
        held = _held(match)
        if code.elements and held and not code.elements & held:
            yield _about(
                code, number, "W_HS_ELEMENT",
                msg("the part holds {elements}", elements=", ".join(sorted(held))),
            )  # fmt: skip

    def _elsewhere(self, match: Match, number: str) -> Iterator[Issue]:
        """A form that has its own numbers, declared under another."""
        if match.form_evidence not in ("A", "B"):
            return
        held = _held(match)
        for rule in self.customs.forms.get(match.form or "", ()):
            if rule.elements and not rule.elements & held:
                continue
            if not any(number.startswith(p) or p.startswith(number) for p in rule.prefixes):
                yield warning(
                    "W_HS_FORM",
                    msg(
                        "Customs number {code} is not one for this form ({form}): expected {codes}.",
                        code=number,
                        form=FORM_WORDS[rule.form],
                        codes=", ".join(rule.prefixes),
                    ),
                )


def _wrong_material(code: CustomsCode, match: Match) -> bool:
    if match.family in code.except_families:
        return False
    named = code.materials and match.material not in code.materials
    return bool(named) or match.material in code.not_materials


def _held(match: Match) -> frozenset[str]:
    """Elements that are there for certain, and the minerals of the kind."""
    sure = {e.symbol for e in match.elements if e.state is Ternary.YES}
    return frozenset(sure | set(match.minerals))


def _about(code: CustomsCode, number: str, issue: str, found: Message) -> Issue:
    return warning(
        issue,
        msg(
            "Customs number {code} means “{goods}”, but {found}. Ask which is right.",
            code=number,
            goods=Message(code.title),
            found=found,
        ),
    )


def warning(code: str, message: Message) -> Issue:
    """A warning about a part, whose place is known."""
    return Issue(code, "warning", message)
