"""Declarations of one part that do not fit each other: a warning, never a verdict.

A customs number supports or contradicts what was recognised (verdicts.md, point 8). What is warned
of stays as it was judged; the warning says what to ask.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.assessment.customs_check import CustomsCheck, warning
from desktop_app.assessment.licence.facts import CHINA
from desktop_app.assessment.licence.uses import names_on, said_of
from desktop_app.assessment.materials_check import materials_check
from desktop_app.matching.kinds import combined, merged, texts
from desktop_app.model.findings import Country, Issue, Message, msg
from desktop_app.model.inquiry import EndUse, Inquiry
from desktop_app.model.match import Match
from desktop_app.model.parts import Conflict, PartTable, SubstanceFact
from desktop_app.model.spread import Spread, spread
from desktop_app.model.words import END_USE_WORDS
from desktop_app.register.control import Edition, status_on
from desktop_app.register.customs import Customs

if TYPE_CHECKING:
    from desktop_app.register.knowledge import Knowledge

Warnings = tuple[Issue, ...]


def contradictions_in_rows(
    parts: PartTable, matches: Spread[Match], customs: Customs, knowledge: "Knowledge"
) -> Spread[Warnings]:
    """What of each part does not fit, whatever is asked about it."""
    origin, ships_from, supplier = (
        texts(parts, name) for name in ("country_of_origin", "ships_from", "supplier_country")
    )
    places = combined(origin, ships_from, supplier)
    number = combined(matches, texts(parts, "hs_code"), places)
    return _joined(
        merged(number, CustomsCheck(customs).of_kind),
        materials_check(knowledge).of_parts(parts, matches),
        merged(places, lambda kind: tuple(_about_origin(*kind))),
        _of_shares(parts, customs.share_rounding),
        _of_single_parts(parts),
    )


def with_question(
    rows: Spread[Warnings], parts: PartTable, inquiry: Inquiry, edition: Edition
) -> Spread[Warnings]:
    """Adds what does not fit the question: use, destination, and whether goods leave China."""
    leaving = combined(texts(parts, "leaves_china"), texts(parts, "ships_from"))
    at_home = inquiry.destination == CHINA
    return _joined(
        rows,
        merged(leaving, lambda kind: () if at_home else tuple(_about_leaving(*kind))),
        merged(texts(parts, "end_use"), _Uses(inquiry, edition).of_text),
    )


def _joined(*found: Spread[Warnings]) -> Spread[Warnings]:
    return merged(combined(*found), lambda kinds: tuple(issue for kind in kinds for issue in kind))


def _about_leaving(leaves_china: bool | None, ships_from: str | None) -> Iterator[Issue]:
    """What was recorded against the country the goods ship from."""
    if ships_from is None or ";" in ships_from:
        return
    if leaves_china and ships_from != CHINA:
        yield warning(
            "W_ORIGIN",
            msg(
                "It is recorded to leave China, but it ships from {country}.",
                country=Country(ships_from),
            ),
        )
    elif leaves_china is False and ships_from == CHINA:
        yield warning(
            "W_ORIGIN", msg("It is recorded not to leave China, but it ships from there.")
        )


def _about_origin(
    origin: str | None, ships_from: str | None, supplier: str | None
) -> Iterator[Issue]:
    if origin is None or origin == CHINA:
        return
    if ";" in origin:
        yield warning(
            "W_ORIGIN",
            msg(
                "Several countries of origin in one cell ({countries}): the origin is not known.",
                countries=Country(origin),
            ),
        )
    else:
        yield from _made_elsewhere(origin, ships_from, supplier)


def _made_elsewhere(origin: str, ships_from: str | None, supplier: str | None) -> Iterator[Issue]:
    """A foreign origin beside a Chinese sender or, where nobody names one, a Chinese supplier."""
    if ships_from == CHINA:
        yield warning(
            "W_ORIGIN",
            msg(
                "Declared origin {country}, but it ships from China: ask for the certificate of "
                "origin.",
                country=Country(origin),
            ),
        )
    elif supplier == CHINA and ships_from is None:
        yield warning(
            "W_ORIGIN",
            msg(
                "Declared origin {country}, but the supplier is in China: ask where it was made "
                "and from where it ships.",
                country=Country(origin),
            ),
        )


class _Uses:
    """The use a row states against the question and the destination."""

    def __init__(self, inquiry: Inquiry, edition: Edition) -> None:
        self.inquiry, self.assumptions = inquiry, edition.assumptions
        self.names = names_on(edition, inquiry)
        self.refusals = [
            (control.number, provision.uses)
            for control in edition.controls
            for provision in control.provisions
            if provision.reach == "user"
            and provision.refuses
            and inquiry.destination in provision.destinations
            and (status := status_on(provision, inquiry.on, inquiry.scenario)) is not None
            and status.state == "in_force"
        ]

    def of_text(self, text: str | None) -> Warnings:
        """Warnings about a stated use; a row that states none has none."""
        use, names_defence = said_of(text, self.assumptions, self.names)
        if names_defence and self.inquiry.end_use == "civil":
            return (
                warning(
                    "W_END_USE",
                    msg("The row names a defence customer, the question says civil use."),
                ),
            )
        return () if use is None else tuple(self._about(use))

    def _about(self, use: EndUse) -> Iterator[Issue]:
        asked = self.inquiry.end_use
        if use != asked:
            args: dict[str, Message] = {"row": END_USE_WORDS[use], "asked": END_USE_WORDS[asked]}
            yield warning(
                "W_END_USE",
                msg("The row states {row} use, the question assumes {asked} use.", **args)
                if self.inquiry.end_use_assumed
                else msg("The row states {row} use, the question says {asked} use.", **args),
            )
        for number, uses in self.refusals:
            if use in uses:
                yield warning(
                    "W_END_USE_DESTINATION",
                    msg(
                        "For {use} use in {country} licences are refused in principle by {number}.",
                        use=END_USE_WORDS[use],
                        country=Country(self.inquiry.destination),
                        number=number,
                    ),
                )


def _of_shares(parts: PartTable, rounding: float) -> Spread[Warnings]:
    """Shares of value that are none, and declared contents that are more than the whole."""
    shares = parts.number("cn_value_share")
    odd = {int(row) for row in np.flatnonzero((shares < 0) | (shares > 100))}
    contents = {row: issue for row, facts in parts.substances.items()
                if (issue := _about_contents(parts, row, facts, rounding)) is not None}  # fmt: skip
    if not odd and not contents:
        return _none(len(parts))
    found: list[Warnings] = [()] * len(parts)
    for row in sorted(odd | set(contents)):
        about: list[Issue] = []
        if row in odd:
            about.append(
                warning(
                    "W_SHARE",
                    msg(
                        "A share of {share} % of the value is no share: it was not used.",
                        share=float(shares[row]),
                    ),
                )
            )
        if row in contents:
            about.append(contents[row])
        found[row] = tuple(about)
    return spread(found)


def _about_contents(
    parts: PartTable, row: int, facts: tuple[SubstanceFact, ...], rounding: float
) -> Issue | None:
    percents = [fact.percent for fact in facts if fact.percent is not None]
    if any(percent < 0 for percent in percents):
        return warning("W_SHARE", msg("The declaration of materials holds a negative share."))
    if sum(percents) > 100 + rounding:
        return warning(
            "W_SHARE",
            msg(
                "The declared contents add up to {sum} % of the part.", sum=round(sum(percents), 2)
            ),
        )
    whole = parts.value(row, "unit_mass_g")
    masses = sum(fact.mass_g for fact in facts if fact.mass_g is not None)
    if whole is not None and whole > 0 and masses > whole * (1 + rounding / 100):
        return warning(
            "W_SHARE",
            msg(
                "The declared contents weigh {sum} g, the part {whole} g.",
                sum=round(masses, 4),
                whole=whole,
            ),
        )
    return None


def _of_single_parts(parts: PartTable) -> Spread[Warnings]:
    """Files that contradict each other, and cells that hold no customs number: few parts have any."""
    odd = {row for row, fields in parts.unreadable.items() if "hs_code" in fields}
    rows = odd | set(parts.conflicts)
    if not rows:
        return _none(len(parts))
    found: list[Warnings] = [()] * len(parts)
    for row in rows:
        about = [
            warning("W_CONFLICT", _about_conflict(conflict))
            for conflict in parts.conflicts.get(row, ())
        ]
        if row in odd:
            about.insert(
                0, warning("W_HS_SHAPE", msg("The cell of the customs number holds none."))
            )
        found[row] = tuple(about)
    return spread(found)


def _about_conflict(conflict: Conflict) -> Message:
    said = " / ".join(text for text, _ in conflict.said)
    if len({cell.file for _, cell in conflict.said}) > 1:
        return msg("Two files say different things: {said}. The fact counts as unknown.", said=said)
    return msg("Two rows say different things: {said}. The fact counts as unknown.", said=said)


def _none(count: int) -> Spread[Warnings]:
    return Spread(((),), np.zeros(count, dtype=np.int32))
