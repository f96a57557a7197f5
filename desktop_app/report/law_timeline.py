"""The law over time: one line per provision, its states as bars, marks for today and the day asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import ControlStatus, StatusSpan
from desktop_app.model.findings import Message, nmsg
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.words import STATUS_WORDS
from desktop_app.register.control import Edition
from desktop_app.register.spans import status_spans
from desktop_app.report.charts import hatched
from desktop_app.report.display import GREY, INK, PALE, RULE, Line, Metrics, Op, Rect, Text, moved
from desktop_app.report.drawings import Drawing, Place

SIZE, SMALL = 12.0, 11.0
LABEL_SHARE, BAR, STEP, AXIS, LEGEND, LINE = 0.38, 12.0, 38.0, 22.0, 24.0, 14.0
BETWEEN = 10.0
"""Room above and below a name of so many lines that its row is higher than ``STEP``."""
IN_FORCE, WAITS, ASKED = "#9b1c1c", "#1f4e79", "#0f5c6e"
SHOWN_AFTER = timedelta(days=540)
"""How long after the last day that matters the picture goes on."""


@dataclass(frozen=True, slots=True)
class LawLine:
    """One provision of one announcement; ``number`` and ``title`` as the register has them."""

    control: str
    number: str
    title: str
    spans: tuple[StatusSpan, ...]


def law_lines(edition: Edition, inquiry: Inquiry) -> tuple[LawLine, ...]:
    """Every provision with its states under the question's scenario, the oldest first."""
    return _oldest_first(
        LawLine(
            f"{control.id} {provision.id}".rstrip(),
            control.number,
            provision.title or control.title,
            status_spans(provision, inquiry.scenario),
        )
        for control in edition.controls
        for provision in control.provisions
    )


def lines_of(controls: Iterable[ControlStatus]) -> tuple[LawLine, ...]:
    """The same from the provisions that an assessment carries."""
    return _oldest_first(
        LawLine(f"{control.id} {control.provision}".rstrip(), control.number, control.title,
                control.spans)
        for control in controls
    )  # fmt: skip


def _oldest_first(lines: Iterable[LawLine]) -> tuple[LawLine, ...]:
    known = [line for line in lines if line.spans]
    return tuple(sorted(known, key=lambda line: (line.spans[0].since, line.control)))


class _Scale:
    """Where a day stands between the labels and the right edge."""

    def __init__(self, lines: Sequence[LawLine], days: Sequence[date], width: float) -> None:
        starts = [span.since for line in lines for span in line.spans]
        self.first = date(min([*starts, *days]).year, 1, 1)
        ends = [span.until for line in lines for span in line.spans if span.until]
        last = max([*starts, *ends, *days]) + SHOWN_AFTER
        self.last = date(last.year, 1, 1)
        self.label, self.width = width * LABEL_SHARE, width

    def at(self, day: date) -> float:
        """Days beyond the picture stand at its edge."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.label + min(max(share, 0.0), 1.0) * (self.width - self.label - 4)


def timeline_drawing(
    lines: Sequence[LawLine],
    days: tuple[date | None, date | None],
    catalogue: Catalogue,
    metrics: Metrics,
    width: float,
) -> Drawing:
    """In force solid, suspended hatched, announced and unconfirmed as outlines, repealed as a line.

    ``days``: today and the day asked about, each with a mark where it is named.
    """
    scale = _Scale(lines, [day for day in days if day is not None], width)
    top = LEGEND + AXIS
    labels = [metrics.lines(_named(line, catalogue), scale.label - 14, SMALL) for line in lines]
    heights = [max(STEP, len(label) * LINE + BETWEEN) for label in labels]
    bottom = top + sum(heights)
    ops = _legend(days, catalogue, metrics)
    for year in range(scale.first.year, scale.last.year + 1):
        x = scale.at(date(year, 1, 1))
        ops.append(Line(x, top - 4, x, bottom, PALE))
        if year < scale.last.year:
            ops.append(Text(x + 3, top - 8, str(year), SMALL, colour=GREY))
    places = []
    y = top
    for line, label, height in zip(lines, labels, heights, strict=True):
        ops.append(Line(0, y, width, y, RULE, 0.4))
        first = y + (height - len(label) * LINE) / 2 + LINE - 3
        ops += [Text(0, first + at * LINE, said, SMALL) for at, said in enumerate(label)]
        for span in line.spans:
            ops += _bar(span, scale, y + (height - BAR) / 2)
        places.append(Place(line.control, (0, y, width, height), _said(line, catalogue)))
        y += height
    for day, colour in zip(days, (INK, ASKED), strict=True):
        if day is not None:
            ops += _day_mark(scale.at(day), top, bottom, colour)
    return Drawing(bottom + 6, tuple(ops), tuple(places), catalogue.say(timeline_alt(lines)))


def timeline_alt(lines: Sequence[LawLine]) -> Message:
    """The whole picture in a line."""
    return nmsg(
        "The states of {n} provision of the law over the years.",
        "The states of {n} provisions of the law over the years.",
        len(lines),
    )


def _named(line: LawLine, catalogue: Catalogue) -> str:
    """Number and title in the language of the window."""
    parts = (catalogue.say(Message(part)) for part in (line.number, line.title) if part)
    return " · ".join(parts)


def _bar(span: StatusSpan, scale: _Scale, y: float) -> list[Op]:
    left, right = scale.at(span.since), scale.at(span.until or scale.last)
    wide = max(2.0, right - left)
    if span.state == "in_force":
        return [Rect(left, y, wide, BAR, IN_FORCE)]
    if span.state == "suspended":
        return hatched(left, y, wide, BAR)
    if span.state == "repealed":
        return [Line(left, y + BAR / 2, left + wide, y + BAR / 2, RULE, 0.8)]
    return [Rect(left + 0.5, y + 0.5, wide - 1, BAR - 1, "#ffffff", WAITS, 1.2)]


def _day_mark(x: float, top: float, bottom: float, colour: str) -> list[Op]:
    return [Line(x, top - 6, x, bottom, colour, 1.4), Rect(x - 2.5, top - 9, 5, 5, colour)]


def _legend(
    days: tuple[date | None, date | None], catalogue: Catalogue, metrics: Metrics
) -> list[Op]:
    """Samples of the bars, then the two marks."""
    ops: list[Op] = []
    x = 0.0
    samples: tuple[tuple[str, list[Op]], ...] = (
        (catalogue.say(STATUS_WORDS["in_force"]), [Rect(0, 4, 16, 8, IN_FORCE)]),
        (catalogue.say(STATUS_WORDS["suspended"]), hatched(0, 4, 16, 8)),
        (catalogue.text("announced or unconfirmed"), [Rect(0, 4, 16, 8, "#ffffff", WAITS, 1.2)]),
    )
    marks = ((catalogue.text("today"), INK), (catalogue.text("the day asked about"), ASKED))
    for day, (words, colour) in zip(days, marks, strict=True):
        samples += ((words, [Line(8, 2, 8, 14, colour, 1.4)]),) if day is not None else ()
    for words, sample in samples:
        ops += moved(sample, x, 0)
        ops.append(Text(x + 21, 13, words, SMALL, colour=GREY))
        x += 21 + metrics.width(words, SMALL) + 16
    return ops


def _said(line: LawLine, catalogue: Catalogue) -> str:
    states = catalogue.grouped(
        catalogue.text("{state} from {day}", state=STATUS_WORDS[span.state], day=span.since)
        for span in line.spans
    )
    return catalogue.text("{control}, {title}: {states}", control=line.control,
                          title=_named(line, catalogue),
                          states=states)  # fmt: skip
