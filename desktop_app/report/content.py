"""Turns an assessment into the contents of a printed report: pure values, no layout."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import orjson

from desktop_app.language.catalogue import Catalogue, isolated
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import Message, msg
from desktop_app.model.photo import Photo
from desktop_app.model.recorded_note import RecordedNote
from desktop_app.model.sources import SourceFile
from desktop_app.report.blocks import ReportContent, Section, Table, without_empty
from desktop_app.report.letterhead import Letterhead
from desktop_app.report.question import bands, footer, question_line
from desktop_app.report.sections.article24 import article24, availability
from desktop_app.report.sections.basis import basis
from desktop_app.report.sections.cases import cases
from desktop_app.report.sections.clock import clock, times
from desktop_app.report.sections.dossier import dossier
from desktop_app.report.sections.exposure import exposure
from desktop_app.report.sections.files import files, gave_nothing, outcome
from desktop_app.report.sections.inputs import inputs
from desktop_app.report.sections.letter import letter, sheet
from desktop_app.report.sections.licence_papers import (
    certificate,
    checklist,
    cover,
    introduction,
    technical,
)
from desktop_app.report.sections.licence_schedule import schedule
from desktop_app.report.sections.limits import limits
from desktop_app.report.sections.measures import measures
from desktop_app.report.sections.method import method
from desktop_app.report.sections.monday import monday
from desktop_app.report.sections.not_covered import not_covered
from desktop_app.report.sections.questions import questions
from desktop_app.report.sections.ranked import ranked
from desktop_app.report.sections.reasons import reasons
from desktop_app.report.sections.results import results
from desktop_app.report.sections.summary import summary
from desktop_app.report.settings import Settings, load_settings
from desktop_app.report.view import Scope, View

WRITERS: Mapping[str, Callable[[View], Section]] = {
    "monday": monday,
    "summary": summary,
    "exposure": exposure,
    "ranked": ranked,
    "clock": clock,
    "cases": cases,
    "measures": measures,
    "basis": basis,
    "dossier": dossier,
    "letter": letter,
    "sheet": sheet,
    "limits": limits,
    "article24": article24,
    "availability": availability,
    "cover": cover,
    "checklist": checklist,
    "certificate": certificate,
    "introduction": introduction,
    "schedule": schedule,
    "technical": technical,
    "inputs": inputs,
    "times": times,
    "questions": questions,
    "reasons": reasons,
    "files": files,
    "method": method,
    "not_covered": not_covered,
    "results": results,
}
TITLES: Mapping[str, Message] = {
    "monday": msg("Chinese export licences: what to do this week"),
    "management": msg("Chinese export licences and scarce materials: bought parts"),
    "dossier": msg("Chinese export licence: one part in full"),
    "supplier": msg("Chinese export control: questions about parts you deliver"),
    "licence": msg("Papers for an export licence: drafts"),
    "article24": msg("Company risk preparedness: strategic raw materials"),
    "audit": msg("Chinese export licences: audit annex"),
}

ROWS_AT_ONCE = 1_000


def build_content(
    assessment: Assessment,
    catalogue: Catalogue,
    settings: Settings | None = None,
    scope: Scope | None = None,
    letterhead: Letterhead | None = None,
    *,
    like: View | None = None,
    photo: Photo | None = None,
    recorded: tuple[RecordedNote, ...] = (),
) -> ReportContent:
    """A whole report in the catalogue's language. Equal assessments give equal contents.

    ``like``: a view of the same assessment in the same scope, whose work is shared. ``photo``: of
    the part of a dossier; ``recorded``: what stands in the project, for the house only. Raises
    CodedError where the scope names a part or supplier that is not there.
    """
    asked, known = scope or Scope(), settings or load_settings()
    kind = known.kinds[asked.kind]
    rows = _Watched({**known.limits, **kind.limits})
    limited = replace(known, limits=rows)
    view = like.under(limited) if like else View(assessment, catalogue, limited, asked).for_pages()
    view.sender = letterhead.sender if letterhead else ""
    view.photo = None if view.is_outside else photo
    view.recorded = () if view.is_outside else recorded
    sections = tuple(
        section for name in kind.sections if (section := _section(view, name, rows)).blocks
    )
    content = ReportContent(
        title=catalogue.say(TITLES[asked.kind]),
        subtitle=_subtitle(view),
        language=catalogue.locale.replace("_", "-"),
        question="" if view.is_outside else question_line(view),
        bands=() if view.is_outside else bands(view),
        footer=footer(view),
        law=kind.law,
        sections=sections,
        letterhead=letterhead,
        mark="" if view.is_outside or not known.confidential else view.text("Confidential"),
    )
    return replace(content, report_id=report_id(content))


class _Watched(dict[str, int]):
    """Limits that remember which of them were asked for."""

    def __init__(self, limits: Mapping[str, int]) -> None:
        super().__init__(limits)
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> int:
        self.asked.add(name)
        return super().__getitem__(name)


def _section(view: View, name: str, limits: _Watched) -> Section:
    """A section; the very same as before where none of the limits it hangs on changed since."""
    made: list[tuple[Mapping[str, int], Section]] = view.memo.setdefault(("section", name), [])
    for under, section in made:
        if all(dict.get(limits, limit) == most for limit, most in under.items()):
            return section
    limits.asked.clear()
    section = _tidy(WRITERS[name](view))
    made.append(({limit: limits[limit] for limit in sorted(limits.asked)}, section))
    return section


def _tidy(section: Section) -> Section:
    """Tables without columns in which nothing stands, those of one kin lose the same; without a table
    of which nothing is left, such as the figures of a part that has none."""
    kins: dict[str, list[Table]] = {}
    for block in section.blocks:
        if isinstance(block, Table) and block.kin:
            kins.setdefault(block.kin, []).append(block)
    blocks = (
        without_empty(block, kins.get(block.kin, ())) if isinstance(block, Table) else block
        for block in section.blocks
    )
    kept = (block for block in blocks if not isinstance(block, Table) or block.columns)
    return replace(section, blocks=tuple(kept))


def _subtitle(view: View) -> str:
    if view.is_outside:
        return ""
    if view.scope.kind == "dossier" and view.scope.part is not None:
        part = view.part(view.scope.part)
        known = (part.below, part.text, view.supplier(view.scope.part))
        return " · ".join(isolated(name) for name in known if name)
    names = [_with_outcome(view, found) for found in view.assessment.files]
    if len(names) > 3:
        most = max(view.assessment.files, key=_parts_in)  # an empty form is not what it is about
        names.insert(0, names.pop(view.assessment.files.index(most)))
        said = view.text("{first} and {n} more files", first=names[0], n=len(names) - 1)
    else:
        said = view.catalogue.listed(names)
    group = view.scope.group
    if group is None:
        return said
    return f"{said} · {view.text('Purchasing group')} {isolated(group.name)}"


def _parts_in(found: SourceFile) -> int:
    return sum(table.rows.parts for sheet in found.sheets for table in sheet.tables)


def _with_outcome(view: View, found: SourceFile) -> str:
    """A file by its name; one that gave nothing says so."""
    return f"{found.name} ({outcome(view, found)})" if gave_nothing(found) else found.name


def serialise(content: ReportContent) -> bytes:
    """The contents as JSON; equal contents give equal bytes."""
    return orjson.dumps(content, option=orjson.OPT_SORT_KEYS)


def report_id(content: ReportContent) -> str:
    """Twelve hexadecimal digits made from everything in the report."""
    found = hashlib.sha256()
    for part in _in_parts(replace(content, report_id="")):
        found.update(orjson.dumps(part, option=orjson.OPT_SORT_KEYS))
    digest = found.hexdigest()
    return "-".join(digest[at : at + 4] for at in (0, 4, 8))


def _in_parts(content: ReportContent) -> Iterator[object]:
    """The same contents piece by piece: an annex of 100,000 parts as one text is 40 MB."""
    yield replace(content, sections=())
    for section in content.sections:
        yield replace(section, blocks=())
        for block in section.blocks:
            if not isinstance(block, Table):
                yield block
                continue
            yield replace(block, rows=())
            for start in range(0, len(block.rows), ROWS_AT_ONCE):
                yield block.rows[start : start + ROWS_AT_ONCE]
