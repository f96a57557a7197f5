"""Licences that suppliers named in answered questionnaires, as records that cover their parts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from desktop_app.model.findings import Message
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.parts import Declared, PartTable
from desktop_app.model.spread import Spread
from desktop_app.project.keys import index_of
from desktop_app.project.licences import LicenceRecord
from desktop_app.project.recorded import Recorded
from desktop_app.project.users import screened
from desktop_app.register.control import Edition

NAMED = ("licence_filed", "licence_number", "licence_until")


def licences_in_hand(
    parts: PartTable, licences: Spread[Licence], inquiry: Inquiry, edition: Edition,
    recorded: Recorded | None = None,
) -> tuple[Spread[Licence], tuple[Message, ...]]:  # fmt: skip
    """The verdicts, unchanged, with the licences that are recorded or that suppliers named, and with
    the listed firms that buyers and users resemble; and what became of their names."""
    if recorded is None and not parts.answered:
        return licences, ()
    known = recorded or Recorded()
    licences, notes = screened(parts, licences, known, edition, inquiry)
    both = (*answered_licences(parts), *known.licences)
    return replace(known, licences=both).on_licences(parts, licences, inquiry.on), notes


def answered_licences(parts: PartTable) -> tuple[LicenceRecord, ...]:
    """One record for each part whose supplier named a licence or an application.

    A number without its last day, or a last day without a number, grants nothing; days that
    contradict one another, and two answers that differ, are left to the reader.
    """
    if not parts.answered:  # the usual case; an index of a long list is not free
        return ()
    found: list[LicenceRecord] = []
    for part_id, answers in parts.answered.items():
        said = _agreed(answers)
        index = index_of(parts)
        supplier = parts.value(part_id, "supplier") or parts.value(part_id, "manufacturer")
        if not said or not supplier:
            continue
        number, until = said.get("licence_number"), said.get("licence_until")
        filed = said.get("licence_filed")
        is_granted = isinstance(number, str) and isinstance(until, date)
        if not is_granted and not isinstance(filed, date):
            continue
        try:
            found.append(
                LicenceRecord(
                    id=f"answer/{part_id}",
                    supplier=str(supplier),
                    parts=(index.key_of(part_id),),
                    filed=filed if isinstance(filed, date) else None,
                    number=str(number) if is_granted else "",
                    valid_until=until if is_granted and isinstance(until, date) else None,
                )
            )
        except ValueError:
            continue
    return tuple(found)


def _agreed(answers: Sequence[Declared]) -> Mapping[str, object]:
    """What is said of a licence, where all answers about the part say the same."""
    said: dict[str, set[object]] = {}
    for name, value in _named(answers):
        said.setdefault(name, set()).add(value)
    return {name: next(iter(values)) for name, values in said.items() if len(values) == 1}


def _named(answers: Sequence[Declared]) -> Iterator[tuple[str, object]]:
    for one in answers:
        if one.answer in NAMED and one.value is not None:
            yield one.answer, one.value
