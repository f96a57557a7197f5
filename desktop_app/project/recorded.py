"""How what was recorded in a project reaches an assessment. Pure: tables in, new tables out.

The order of one run: ``on_edition`` and ``on_figures`` before anything, ``on_parts`` once the files are joined,
``on_matches`` and ``on_kinds`` once the parts are recognised, ``on_licences`` once they are judged.
What a row says of itself goes before a fact recorded for its supplier, maker or kind; a correction
goes before both.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop_app.model.assessment import SetFigure
from desktop_app.model.findings import Message, msg, nmsg
from desktop_app.model.licence import Licence
from desktop_app.model.match import Match
from desktop_app.model.parts import FLAG_FIELDS, PartTable
from desktop_app.model.spread import Spread
from desktop_app.project.confirmed import lay_confirmations
from desktop_app.project.corrections import Correction, Laid, lay_corrections
from desktop_app.project.decisions import (
    ROLES,
    Confirmation,
    Judgement,
    RecordedFact,
    ScenarioText,
    Setting,
    SupplierAnswer,
)
from desktop_app.project.keys import folded, index_of
from desktop_app.project.legal_status import DECIDING, LegalStatus, lay_statuses
from desktop_app.project.licences import LicenceRecord, cover, coverage
from desktop_app.project.own_law import ListedName, TradePractice, lay_own_law, own_law_notes
from desktop_app.project.photos import PartPhoto
from desktop_app.project.project import Project
from desktop_app.project.sent import is_sent
from desktop_app.register.control import Edition
from desktop_app.register.supply import Figures

if TYPE_CHECKING:
    from desktop_app.register.knowledge import Knowledge

COLUMN_FACTS = (*FLAG_FIELDS, "lead_time_holds_licence")
"""Recorded facts that are columns of a part table."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """Everything recorded that an assessment has to know."""

    corrections: tuple[Correction, ...] = ()
    facts: tuple[RecordedFact, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    answers: tuple[SupplierAnswer, ...] = ()
    statuses: tuple[LegalStatus, ...] = ()
    licences: tuple[LicenceRecord, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    listed: tuple[ListedName, ...] = ()
    practices: tuple[TradePractice, ...] = ()
    users: tuple[Setting, ...] = ()
    """Names of buyer, consignee and end user, as :mod:`users` compares them with the lists."""
    sent: tuple[Setting, ...] = ()
    """When suppliers were asked and reminded; no assessment looks at it."""
    scenarios: tuple[ScenarioText, ...] = ()
    """Law scenarios of the user, which the question may name."""
    photos: tuple[PartPhoto, ...] = ()
    """Photos of parts; no assessment looks at them."""

    @property
    def on_recognition(self) -> "Recorded":
        """What of it bears on which parts are recognised as what: law and figures do not."""
        return replace(
            self,
            statuses=(),
            licences=(),
            judgements=(),
            listed=(),
            practices=(),
            users=(),
            sent=(),
            scenarios=(),
            photos=(),
        )

    def on_figures(self, figures: Figures) -> tuple[Figures, tuple[SetFigure, ...]]:
        """The figures with the parameters the user set, and which those are.

        One that this version has not, or not in that form, is left as shipped: see ``figure_notes``.
        """
        known = [made for made in self.judgements if figures.allows(made.name, made.numbers)]
        made = tuple(SetFigure(found.name, found.numbers, found.source) for found in known)
        return figures.with_values({found.name: found.value for found in made}), made

    def on_edition(self, edition: Edition) -> Edition:
        """The register with the recorded legal statuses in its timelines, the listed names that
        were added, and the trade-practice setting."""
        return lay_own_law(lay_statuses(edition, self.statuses), self.listed, self.practices)

    def on_parts(self, parts: PartTable) -> PartTable:
        """The parts with answers, corrections and the facts of suppliers and makers on them."""
        answered, _ = lay_corrections(parts, [_as_correction(a) for a in self.answers])
        corrected, _ = lay_corrections(answered, self.corrections)
        return _with_facts(corrected, self.facts)

    def fits(self, parts: PartTable) -> tuple[Laid, ...]:
        """How each correction sits on the parts as imported."""
        return lay_corrections(parts, self.corrections)[1]

    def on_matches(
        self, parts: PartTable, matches: Spread[Match], knowledge: "Knowledge | None" = None
    ) -> Spread[Match]:
        """What users confirmed, rejected or corrected; ``knowledge`` knows other families."""
        return lay_confirmations(parts, matches, self.confirmations, knowledge)

    def on_kinds(self, parts: PartTable, matches: Spread[Match]) -> PartTable:
        """The parts with the facts recorded for kinds on them."""
        facts = [fact for fact in self.facts if fact.is_kind]
        if not facts:
            return parts
        return _filled(parts, facts, matches.array(lambda match: match.family).tolist())

    def on_licences(self, parts: PartTable, licences: Spread[Licence], on: date) -> Spread[Licence]:
        """The verdicts, unchanged, with the licences in hand or on the way on that day."""
        return cover(licences, coverage(parts, licences, self.licences, self.facts, on))

    def notes(self, imported: PartTable, licences: Spread[Licence]) -> tuple[Message, ...]:
        """What a reader must know: whose record verdicts rest on, and which corrections no longer
        fit."""
        return (
            *_status_notes(self.statuses, licences),
            *own_law_notes(self.listed, self.practices, licences),
            *fit_notes(self.fits(imported)),
        )

    def figure_notes(self, figures: Figures) -> tuple[Message, ...]:
        """One sentence per parameter of the project that these figures do not take."""
        return tuple(
            msg(
                "The project sets the assumption {name}, which this version does not have in that "
                "form; the shipped one is used.",
                name=made.name,
            )
            for made in self.judgements
            if not figures.allows(made.name, made.numbers)
        )


def recorded_in(project: Project) -> Recorded:
    """What of a project an assessment has to know."""
    return Recorded(
        corrections=project.corrections,
        facts=project.facts,
        confirmations=project.confirmations,
        answers=project.answers,
        statuses=project.statuses,
        licences=project.licences,
        judgements=project.judgements,
        listed=project.listed,
        practices=project.practices,
        users=tuple(made for made in project.settings if made.name in ROLES and made.value.strip()),
        sent=tuple(made for made in project.settings if is_sent(made)),
        scenarios=project.scenarios,
        photos=project.photos,
    )


def fit_notes(laid: Iterable[Laid]) -> tuple[Message, ...]:
    """One sentence per correction that no longer fits the files."""
    notes: list[Message] = []
    for entry in laid:
        made = entry.correction
        if entry.fit == "changed":
            notes.append(msg(
                "Correction not used: {part} said {old} when {new} was put in its place; the file "
                "now says {now}. Confirm the correction or withdraw it.",
                part=made.label, old=made.imported, new=made.new, now=entry.file_says,
            ))  # fmt: skip
        elif entry.fit == "gone":
            notes.append(msg(
                "Correction without a part: {part} is in none of the files now.", part=made.label
            ))  # fmt: skip
    return tuple(notes)


def _status_notes(
    statuses: Sequence[LegalStatus], licences: Spread[Licence]
) -> tuple[Message, ...]:
    """By whom, from what, and how many verdicts depend on it."""
    counts = np.bincount(licences.of, minlength=len(licences.kinds))
    notes: list[Message] = []
    for status in statuses:
        if status.source_kind not in DECIDING:
            continue
        n = sum(
            int(count)
            for kind, count in zip(licences.kinds, counts, strict=True)
            if any(_speaks_of(status, c.id, c.item) for c in kind.controls)
        )
        notes.append(nmsg(
            "{n} verdict rests on the legal status of {control} that {name} recorded on {day} "
            "from {document}; it is to be looked at again by {again}.",
            "{n} verdicts rest on the legal status of {control} that {name} recorded on {day} "
            "from {document}; it is to be looked at again by {again}.",
            n=n, control=f"{status.control} {status.provision}".rstrip(),
            name=status.recorded_by, day=status.recorded_on, document=status.document_number,
            again=status.stands_until,
        ))  # fmt: skip
    return tuple(notes)


def _speaks_of(status: LegalStatus, control: str, item: str) -> bool:
    """``item`` begins with its provision, where the announcement has several."""
    return control == status.control and (
        not status.provision or item.partition("/")[0] == status.provision
    )


def _as_correction(answer: SupplierAnswer) -> Correction:
    """An answer fills what is missing; it never overrules what a row says."""
    return Correction(answer.part, answer.field, None, None, answer.value)


def _with_facts(parts: PartTable, facts: Sequence[RecordedFact]) -> PartTable:
    for subject, column in (("supplier", "supplier"), ("maker", "manufacturer")):
        spoken = [fact for fact in facts if fact.subject == subject]
        if spoken:
            parts = _filled(parts, spoken, _folds(parts, column))
    return _with_source_facts(parts, facts)


def _folds(parts: PartTable, column: str) -> list[str]:
    names = parts.text(column)
    folds = [folded(name) for name in names.kinds]
    return [folds[code] for code in names.of.tolist()]


def _filled(parts: PartTable, facts: Sequence[RecordedFact], of_part: Sequence[Any]) -> PartTable:
    """Fills missing flags of the parts a fact speaks of; what a row says stays."""
    flags = {
        name: {
            fact.name if fact.is_kind else folded(fact.name): fact.flag
            for fact in facts
            if fact.fact == name and fact.flag is not None
        }
        for name in COLUMN_FACTS
    }
    if not any(flags.values()):
        return parts
    frame = parts.frame.copy(deep=False)  # whole columns are replaced, none is written to
    for column, known in flags.items():
        if known:
            own = frame[column].tolist()
            frame[column] = _objects(
                known.get(name) if said is None else said
                for said, name in zip(own, of_part, strict=True)
            )
    return replace(parts, frame=frame)


def _objects(values: Iterable[Any]) -> Any:
    listed = list(values)
    column = np.empty(len(listed), dtype=object)
    column[:] = listed
    return column


def _with_source_facts(parts: PartTable, facts: Sequence[RecordedFact]) -> PartTable:
    """The suppliers of a part of several get the facts recorded for them, too."""
    leaves = {
        folded(fact.name): fact.flag
        for fact in facts
        if fact.subject == "supplier" and fact.fact == "leaves_china" and fact.flag is not None
    }
    if not leaves or not parts.sources:
        return parts
    return replace(
        parts,
        sources={
            part: tuple(
                replace(source, leaves_china=leaves.get(folded(source.supplier)))
                if source.leaves_china is None
                else source
                for source in sources
            )
            for part, sources in parts.sources.items()
        },
    )


def behind(project: Project, parts: PartTable, part_id: int, field: str) -> Mapping[str, Any]:
    """What stands behind a shown fact: ``correction``, ``answer`` or ``fact``, whichever counts.

    ``parts`` as imported. Empty where the file itself says it.
    """
    laid = lay_corrections(parts, [c for c in project.corrections if c.field == field])[1]
    for entry in laid:
        if entry.fit == "fits" and part_id in entry.parts:
            return {"correction": entry.correction}
    if parts.value(part_id, field) is not None:
        return {}
    key = index_of(parts).key_of(part_id)
    for answer in project.answers:
        if answer.field == field and answer.part == key:
            return {"answer": answer}
    names = {
        "supplier": folded(parts.value(part_id, "supplier")),
        "maker": folded(parts.value(part_id, "manufacturer")),
    }
    for fact in reversed(project.facts):
        if fact.fact == field and names.get(fact.subject) == folded(fact.name):
            return {"fact": fact}
    return {}
