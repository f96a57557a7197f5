"""Composes a report onto its pages; a kind with a page limit gets shorter lists until it fits."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Protocol, TypeAlias

from desktop_app.language.catalogue import Catalogue
from desktop_app.language.printed import printed
from desktop_app.model.assessment import Assessment
from desktop_app.model.photo import Photo
from desktop_app.model.recorded_note import RecordedNote
from desktop_app.report.blocks import ReportContent
from desktop_app.report.content import build_content
from desktop_app.report.display import Metrics
from desktop_app.report.letterhead import Letterhead
from desktop_app.report.page_layout import Laid, Layout, lay_out
from desktop_app.report.settings import Kind, Settings, load_settings
from desktop_app.report.view import Scope, View

MAY_GO = frozenset({"chains", "first_out", "contributions"})
"""Lists of which no row need stay: a picture beside figures that stand in a table, what runs out first
where the answer above and the list below name it with its day, and what makes up a risk whose figure
stands above it."""
ATTEMPTS = 40
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
    photo: Photo | None = None,
    recorded: tuple[RecordedNote, ...] = (),
) -> tuple[ReportContent, Layout]:
    """Contents and pages of one report on ``a4`` or ``letter`` paper. ``photo``: of its part.

    What a shortened list leaves out is counted in it. A report whose lists are down to a row each
    may still be longer than its limit: nothing that must be said is ever cut.
    """
    catalogue = printed(catalogue)
    known = settings or load_settings()
    kind = known.kinds[scope.kind]
    like = View(assessment, catalogue, known, scope).for_pages()

    laid: Laid | None = {} if kind.pages is not None else None

    def made(limits: Mapping[str, int], than: Report | None = None) -> Report:
        changed = _with(known, scope.kind, replace(kind, limits=limits))
        content = build_content(
            assessment,
            catalogue,
            changed,
            scope,
            letterhead,
            like=like,
            photo=photo,
            recorded=recorded,
        )
        if kind.pages is None:  # laid out once: an annex need not stand beside its columns
            like.forget()
        if than is not None and content.report_id == than[0].report_id:
            return than
        return content, lay_out(content, catalogue, paper, metrics, laid=laid)

    try:
        return _fitted(kind, made)
    finally:
        like.forget()


Report: TypeAlias = tuple[ReportContent, Layout]


class _Make(Protocol):
    """Makes a report with lists of so many rows; ``than`` itself where that changes nothing."""

    def __call__(self, limits: Mapping[str, int], than: Report | None = None) -> Report: ...


def _fitted(kind: Kind, made: _Make) -> Report:
    """The report with the longest lists that fit on its pages; on as few more as it needs, where even
    the shortest lists do not."""
    report = made(kind.limits)
    steps = [] if _fits(kind, report) else list(_shorter_and_shorter(kind))
    if not steps:
        return report
    tried: dict[int, Report] = {}

    def pages(at: int) -> int:
        if at not in tried:
            tried[at] = made(steps[at])
        return len(tried[at][1].sheets)

    most = max(pages(len(steps) - 1), kind.pages or 0)
    if len(report[1].sheets) <= most:
        return report  # what nothing can make fit is not made shorter for nothing
    at = bisect_left(range(len(steps)), True, key=lambda at: pages(at) <= most)
    return _filled(replace(kind, pages=most), steps[at], tried[at], made)


def _fits(kind: Kind, report: Report) -> bool:
    return kind.pages is None or len(report[1].sheets) <= kind.pages


def _filled(kind: Kind, limits: Mapping[str, int], report: Report, made: _Make) -> Report:
    """Gives rows back one by one: all lists shrank together, and what one row took may be free."""
    full: set[str] = set()
    for _ in range(ATTEMPTS):
        name = next((name for name in _longer(kind, limits) if name not in full), None)
        if name is None:
            break
        grown = {**limits, name: limits[name] + 1}
        attempt = made(grown, report)
        if attempt is report or not _fits(kind, attempt):  # it lists all there is, or no more fits
            full.add(name)
        else:
            limits, report = grown, attempt
    return report


def _longer(kind: Kind, limits: Mapping[str, int]) -> list[str]:
    """Lists to give a row back: first those with less than they keep, then those that lost most."""
    wanted = kind.limits
    lost = [name for name in wanted if limits[name] < wanted[name]]
    return sorted(
        lost,
        key=lambda name: (limits[name] >= kind.keeps.get(name, 0), limits[name] / wanted[name]),
    )


def _shorter_and_shorter(kind: Kind) -> Iterator[Mapping[str, int]]:
    """From the first that loses a row to where all are down to one."""
    limits = kind.limits
    while (shorter := _shorter(limits, kind.keeps)) != limits:
        limits = shorter
        yield limits


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
    """A list keeps a row, unless what it says stands elsewhere too."""
    return 0 if name in MAY_GO else 1


def _with(settings: Settings, name: str, kind: Kind) -> Settings:
    return replace(settings, kinds={**settings.kinds, name: kind})
