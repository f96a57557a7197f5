"""Turns an assessment into the contents of the printed report: pure values, no layout."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace

import orjson

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.report.blocks import ReportContent, Section
from desktop_app.report.question import bands, footer, question_line
from desktop_app.report.sections.clock import clock
from desktop_app.report.sections.files import files
from desktop_app.report.sections.method import method
from desktop_app.report.sections.not_covered import not_covered
from desktop_app.report.sections.questions import questions
from desktop_app.report.sections.ranked import ranked
from desktop_app.report.sections.reasons import reasons
from desktop_app.report.sections.summary import summary
from desktop_app.report.settings import Settings, load_settings
from desktop_app.report.view import View

WRITERS: Mapping[str, Callable[[View], Section]] = {
    "summary": summary,
    "ranked": ranked,
    "clock": clock,
    "questions": questions,
    "reasons": reasons,
    "files": files,
    "method": method,
    "not_covered": not_covered,
}


def build_content(
    assessment: Assessment, catalogue: Catalogue, settings: Settings | None = None
) -> ReportContent:
    """The whole report in the catalogue's language. Equal assessments give equal contents."""
    view = View(assessment, catalogue, settings or load_settings())
    content = ReportContent(
        title=catalogue.text("Chinese export licences and scarce materials: bought parts"),
        subtitle=_subtitle(view),
        language=catalogue.locale.replace("_", "-"),
        question=question_line(view),
        bands=bands(view),
        footer=footer(view),
        law="method",
        sections=tuple(WRITERS[name](view) for name in view.settings.sections),
    )
    return replace(content, report_id=report_id(content))


def _subtitle(view: View) -> str:
    names = [found.path.replace("\\", "/").rpartition("/")[2] for found in view.assessment.files]
    if len(names) > 3:
        return view.text("{first} and {n} more files", first=names[0], n=len(names) - 1)
    return ", ".join(names)


def serialise(content: ReportContent) -> bytes:
    """The contents as JSON; equal contents give equal bytes."""
    return orjson.dumps(asdict(content), option=orjson.OPT_SORT_KEYS)


def report_id(content: ReportContent) -> str:
    """Twelve hexadecimal digits made from everything in the report."""
    digest = hashlib.sha256(serialise(replace(content, report_id=""))).hexdigest()
    return "-".join(digest[at : at + 4] for at in (0, 4, 8))
