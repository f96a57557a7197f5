"""What a project holds at one moment: everything recorded that still stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from desktop_app.model.inquiry import Inquiry
from desktop_app.project.corrections import Correction
from desktop_app.project.decisions import (
    ColumnMapping,
    Confirmation,
    Judgement,
    RecordedFact,
    ScenarioText,
    Setting,
    SupplierAnswer,
)
from desktop_app.project.legal_status import LegalStatus
from desktop_app.project.licences import LicenceRecord
from desktop_app.project.own_law import ListedName, TradePractice
from desktop_app.project.photos import PartPhoto
from desktop_app.project.records import Asked, Record, Removed, SourceAdded, SourceRemoved

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Project:
    """The standing records, each in the order it was recorded; of the same key only the last.

    ``sources``: numbers of the files on the desk. Corrections all stay: a later one of the same
    place wins when they are laid over a table.
    """

    sources: tuple[int, ...] = ()
    corrections: tuple[Correction, ...] = ()
    facts: tuple[RecordedFact, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    mappings: tuple[ColumnMapping, ...] = ()
    answers: tuple[SupplierAnswer, ...] = ()
    statuses: tuple[LegalStatus, ...] = ()
    licences: tuple[LicenceRecord, ...] = ()
    scenarios: tuple[ScenarioText, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    settings: tuple[Setting, ...] = ()
    listed: tuple[ListedName, ...] = ()
    practices: tuple[TradePractice, ...] = ()
    photos: tuple[PartPhoto, ...] = ()
    inquiry: Inquiry | None = None

    def setting(self, name: str) -> str | None:
        """The value of a setting, None where it was never set."""
        return next((s.value for s in self.settings if s.name == name), None)


def project_of(records: Iterable[Record]) -> Project:
    """The project that standing records make, oldest first."""
    sources: list[int] = []
    corrections: list[Correction] = []
    keyed: dict[tuple[str, str], Any] = {}
    for record in records:
        if isinstance(record, Correction):
            corrections.append(record)
        elif isinstance(record, SourceAdded):
            if record.replaces in sources:
                sources[sources.index(record.replaces)] = record.source
            else:
                sources.append(record.source)
        elif isinstance(record, SourceRemoved):
            sources = [source for source in sources if source != record.source]
        elif isinstance(record, Removed):
            keyed.pop((record.kind, record.key), None)
        else:
            place = (type(record).__name__, record.key)
            keyed.pop(place, None)
            keyed[place] = record

    def all_of(kind: type[T]) -> tuple[T, ...]:
        return tuple(record for record in keyed.values() if isinstance(record, kind))

    asked = all_of(Asked)
    return Project(
        sources=tuple(sources),
        corrections=tuple(corrections),
        facts=all_of(RecordedFact),
        confirmations=all_of(Confirmation),
        mappings=all_of(ColumnMapping),
        answers=all_of(SupplierAnswer),
        statuses=all_of(LegalStatus),
        licences=all_of(LicenceRecord),
        scenarios=all_of(ScenarioText),
        judgements=all_of(Judgement),
        settings=all_of(Setting),
        listed=all_of(ListedName),
        practices=all_of(TradePractice),
        photos=all_of(PartPhoto),
        inquiry=asked[-1].inquiry if asked else None,
    )
