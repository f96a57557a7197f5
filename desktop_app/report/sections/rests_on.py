"""What the figures rest on, to be read: by subject, with the sources as numbers, listed once below."""

from collections.abc import Iterator

import numpy as np

from desktop_app.assessment.assumptions import assumption_notes
from desktop_app.assessment.price import price_notes
from desktop_app.model.findings import Argument, Message, msg
from desktop_app.report.blocks import Block, Cell, Column, Heading, Row, Table
from desktop_app.report.citations import cited, names_sources, with_cited
from desktop_app.report.sections.figures import used_figures
from desktop_app.report.view import View

ASSUMED, PRICES, FILES = msg("Our assumptions"), msg("Prices"), msg("These files")
OF_THE_CLOCK = (
    ("low", "best", "high", "preparation", "sources"),
    ("low", "high", "short", "likely", "long"),
)
"""What the notes about the time for a licence and about the delivery after it name, and no other."""
ABREAST = 2
"""Sources in one row of their list: most titles are short."""


class _References:
    """Numbers for sources in the order in which they are first named."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def of(self, titles: str) -> str:
        """``[1, 4]`` for titles that stand one after another, parted by semicolons."""
        found = (title.strip() for title in titles.split(";"))
        numbers = (self.numbers.setdefault(t, len(self.numbers) + 1) for t in found if t)
        return str(list(numbers))

    def put_into(self, note: Message) -> Message:
        """The note with numbers where it names sources; everything else stays."""
        args: tuple[tuple[str, Argument], ...] = tuple(
            (name, self.of(value) if isinstance(value, str) and names_sources(name) else value)
            for name, value in note.args
        )
        return Message(note.template, args, note.plural)


def rests_on(view: View) -> list[Block]:
    """The notes of the assessment by subject, then the numbered sources; nothing is left out."""
    known = _References()
    rows = [
        Row(
            f"note:{at}", (Cell("" if goes_on else subject, strong=True), Cell(said)), again=subject
        )
        for at, (subject, said, goes_on) in enumerate(_by_subject(view, known))
    ]
    if not rows:
        return []
    columns = (Column(view.text("Subject")), Column(view.text("What was assumed or left out")))
    blocks: list[Block] = [
        Heading(view.text("What the figures rest on")),
        Table("rests_on", columns, tuple(rows), headed=False),
    ]
    return [*blocks, *_sources(view, known)]


def clock_notes(view: View) -> list[str]:
    """What the days until licensed goods could be here rest on, with the sources in words."""
    return [
        view.say(with_cited(view.catalogue, note))
        for note in view.assessment.notes
        if tuple(name for name, _ in note.args) in OF_THE_CLOCK
    ]


def _by_subject(view: View, known: _References) -> Iterator[tuple[str, str, bool]]:
    """(subject, note, whether the subject stood at a note before it)."""
    figures = used_figures(view)
    assumed = {note.template for note in assumption_notes(figures, view.inquiry.on)}
    at_risk = view.assessment.numbers["price_at_risk"].to_numpy(np.float64)
    priced = {n.template for n in price_notes(view.assessment.matches, at_risk, figures)}
    grouped: dict[Message, list[Message]] = {ASSUMED: [], PRICES: [], FILES: []}
    for note in view.assessment.notes:
        is_assumed, is_price = note.template in assumed, note.template in priced
        grouped[ASSUMED if is_assumed else PRICES if is_price else FILES].append(note)
    for subject, notes in grouped.items():
        for at, note in enumerate(notes):
            yield view.say(subject), view.say(known.put_into(note)), at > 0


def _sources(view: View, known: _References) -> list[Block]:
    """``[1] title``, a few abreast and read along the rows."""
    cells = [
        (Cell(f"[{number}]"), Cell(cited(view.catalogue, title)))
        for title, number in known.numbers.items()
    ]
    if not cells:
        return []
    width = min(ABREAST, len(cells))
    rows = []
    for start in range(0, len(cells), width):
        found = cells[start : start + width]
        found += [(Cell(), Cell())] * (width - len(found))
        rows.append(Row(f"source:{start}", tuple(cell for pair in found for cell in pair)))
    columns = (Column(""), Column(view.text("Source"))) * width
    heading = Heading(view.text("Sources of these figures"), 3)
    return [heading, Table("rests_on_sources", columns, tuple(rows), headed=False)]
