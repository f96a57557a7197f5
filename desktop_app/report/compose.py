"""Composes a report onto its pages; a kind with a page limit gets shorter lists until it fits."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from desktop_app.language.catalogue import Catalogue
from desktop_app.language.printed import printed
from desktop_app.model.assessment import Assessment
from desktop_app.report.blocks import ReportContent
from desktop_app.report.content import build_content
from desktop_app.report.display import Metrics
from desktop_app.report.letterhead import Letterhead
from desktop_app.report.page_layout import Layout, lay_out
from desktop_app.report.settings import Kind, Settings, load_settings
from desktop_app.report.view import Scope, View

PICTURES = frozenset({"chains"})
ATTEMPTS = 6
"""Rows given back at most; each costs a layout."""
AMONG_LONGEST, SHRINK = 0.75, 8
"""In each attempt the lists at least this long, measured by the longest, lose an eighth, or a row."""


def compose(
    assessment: Assessment,
    scope: Scope,
    catalogue: Catalogue,
    paper: str,
    metrics: Metrics,
    *,
    settings: Settings | None = None,
    letterhead: Letterhead | None = None,
) -> tuple[ReportContent, Layout]:
    """Contents and pages of one report on ``a4`` or ``letter`` paper.

    What a shortened list leaves out is counted in it. A report whose lists are down to a row each
    may still be longer than its limit: nothing that must be said is ever cut.
    """
    catalogue = printed(catalogue)
    known = settings or load_settings()
    kind = known.kinds[scope.kind]
    like = View(assessment, catalogue, known, scope).for_pages()

    def made(limits: Mapping[str, int]) -> tuple[ReportContent, Layout]:
        changed = _with(known, scope.kind, replace(kind, limits=limits))
        content = build_content(assessment, catalogue, changed, scope, letterhead, like=like)
        if kind.pages is None:  # laid out once: an annex need not stand beside its columns
            like.forget()
        return content, lay_out(content, catalogue, paper, metrics)

    try:
        return _fitted(kind, made)
    finally:
        like.forget()


Report: TypeAlias = tuple[ReportContent, Layout]


def _fitted(kind: Kind, made: Callable[[Mapping[str, int]], Report]) -> Report:
    """The report with the longest lists that fit on its pages."""

    def fits(report: Report) -> bool:
        return kind.pages is None or len(report[1].sheets) <= kind.pages

    limits, report = kind.limits, made(kind.limits)
    while not fits(report) and _shorter(limits, kind.keeps) != limits:
        limits = _shorter(limits, kind.keeps)
        report = made(limits)
    if not fits(report):
        return report
    for longer in _longer(kind, limits):
        grown = {**limits, longer: limits[longer] + 1}
        attempt = made(grown)
        if fits(attempt):
            limits, report = grown, attempt
    return report


def _longer(kind: Kind, limits: Mapping[str, int]) -> list[str]:
    """Lists to give a row back: first those with less than they keep, then those that lost most. All
    of them shrank together, and what one row took may be free again."""
    wanted = kind.limits
    lost = [name for name in wanted if limits[name] < wanted[name]]
    lost.sort(
        key=lambda name: (limits[name] >= kind.keeps.get(name, 0), limits[name] / wanted[name])
    )
    return lost[:ATTEMPTS]


def _shorter(limits: Mapping[str, int], keeps: Mapping[str, int]) -> Mapping[str, int]:
    """The longest lists lose some rows; the one named last only when all others are down to what
    they keep. Where that is still too long, all go down to a row each in the same order."""
    lowest = {name: _least(name) for name in limits}
    for least in ({**lowest, **keeps}, lowest):
        *others, last = (name for name in limits)
        giving = [name for name in others if limits[name] > least[name]] or [last]
        longest = max(limits[name] for name in giving)
        shorter = {
            name: max(least[name], most - max(1, most // SHRINK))
            if name in giving and most > least[name] and most >= AMONG_LONGEST * longest
            else most
            for name, most in limits.items()
        }
        if shorter != limits:
            return shorter
    return limits


def _least(name: str) -> int:
    """A list keeps a row; a picture beside figures that stand in a table may go."""
    return 0 if name in PICTURES else 1


def _with(settings: Settings, name: str, kind: Kind) -> Settings:
    return replace(settings, kinds={**settings.kinds, name: kind})
