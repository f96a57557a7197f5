"""The open law in two cases: what the same parts need if suspensions ended or were extended."""

from collections.abc import Callable
from functools import partial
from typing import Any

from desktop_app.model.assessment import ScenarioOutcome
from desktop_app.model.licence import Licence, Verdict
from desktop_app.model.words import SCENARIO_WORDS, VERDICT_WORDS, WAITS_WORDS
from desktop_app.report.blocks import Block, Cell, Column, Paragraph, Row, Section, Table
from desktop_app.report.sections.overview import touching_timeline
from desktop_app.report.sections.portfolio import rounded
from desktop_app.report.sentences import sentence
from desktop_app.report.view import View

COUNTED = ("needed", "refused", "stopping", "waits_part", "waits_law", "suspended")
"""Numbers of parts of an outcome, in the order of the columns."""
MINUS = "\N{MINUS SIGN}"
SHOWN: tuple[Verdict, ...] = ("needed", "not_verified", "suspended", "not_needed")


def cases(view: View) -> Section:
    """Parts and spend by verdict, as known and in both cases; or that no case differs."""
    said = sentence(view, "unconfirmed")
    blocks: list[Block] = [] if said is None else [Paragraph(view.say(said), "note")]
    if view.assessment.scenarios:  # first, so that the heading goes to the page of its table
        blocks = [*_scenarios(view), *blocks]
    elif any(kind.cases for kind in view.assessment.licences.kinds):
        blocks.append(_table(view))
    else:
        blocks.append(
            Paragraph(view.text("No verdict on these parts differs between the two cases."))
        )
    blocks += touching_timeline(view)
    return Section("cases", view.text("If the law is not as last read"), tuple(blocks))


def _scenarios(view: View) -> list[Block]:
    """One line per scenario: what it would be, and below what that changes."""
    first, *others = view.assessment.scenarios
    if not any(getattr(found, name) for found in (first, *others) for name in COUNTED):
        names = view.catalogue.listed(_words(view, found) for found in others)
        said = view.text(
            "No recognised part needs a licence or may need one, nor would any under these: {names}.",
            names=names,
        )
        return [Paragraph(said)]
    columns = (
        Column(view.text("If")),
        Column(view.say(VERDICT_WORDS["needed"]), "number", view.text("parts")),
        Column(view.text("of these refused"), "number", view.text("in principle")),
        Column(view.text("stop before goods"), "number", view.text("parts")),
        Column(view.say(WAITS_WORDS["part"]), "number", view.text("parts")),
        Column(view.say(WAITS_WORDS["law"]), "number", view.text("parts")),
        Column(view.say(VERDICT_WORDS["suspended"]), "number", view.text("parts")),
        Column(view.text("Value at risk"), "number"),
    )
    rows = tuple(
        Row(
            found.name,
            (
                Cell(_words(view, found), strong=True),
                *(_changed(view, getattr(first, name), getattr(found, name)) for name in COUNTED),
                _money(view, first, found),
            ),
        )
        for found in (first, *others)
    )
    note = view.text(
        "The same parts under one other assumption at a time; below, what it changes. Stop before "
        "goods: a licence is needed, none is on the way, and the stock ends before goods under one "
        "applied for now could be here. Refused in principle: applying does not help."
    )
    return [Paragraph(note, "note"), Table("scenarios", columns, rows, keep=True)]


def _words(view: View, found: ScenarioOutcome) -> str:
    words = SCENARIO_WORDS.get(found.name)
    return view.say(words) if words else view.shipped(found.title)


def _changed(view: View, before: int, now: int) -> Cell:
    """The number, and below by how much it differs."""
    said = view.whole(now)
    return Cell(said) if now == before else Cell(said, _signed(now - before, view.whole))


def _money(view: View, first: ScenarioOutcome, found: ScenarioOutcome) -> Cell:
    """Amounts per currency, rounded as estimates are; below, by how much they differ."""
    now = {name: rounded(amount) for name, amount in found.at_risk.items()}
    before = {name: rounded(amount) for name, amount in first.at_risk.items()}
    names = sorted({*now, *before}, key=lambda name: (-before.get(name, 0.0), name))
    said = view.catalogue.grouped(view.money(now[name], name) for name in names if now.get(name))
    changes = {name: now.get(name, 0.0) - before.get(name, 0.0) for name in names}
    below = view.catalogue.grouped(
        _signed(change, partial(view.money, currency=name))
        for name, change in changes.items()
        if change
    )
    return Cell(said, below)


def _signed(change: float, write: Callable[[Any], str]) -> str:
    """A difference with its sign, the minus one that no line break parts from the figure."""
    return f"{'+' if change > 0 else MINUS}{write(abs(change))}"


def _table(view: View) -> Table:
    readers: tuple[tuple[str, Callable[[Licence], Verdict]], ...] = (
        ("today", lambda kind: kind.verdict),
        ("lapsed", lambda kind: (kind.cases or {}).get("lapsed", kind.verdict)),
        ("extended", lambda kind: (kind.cases or {}).get("extended", kind.verdict)),
    )
    columns = (
        Column(view.text("Law")),
        *(Column(view.say(VERDICT_WORDS[verdict]), "number") for verdict in SHOWN),
        Column(view.text("Annual spend that needs a licence"), "number"),
    )
    rows = []
    for name, read in readers:
        verdicts = view.assessment.licences.array(read)
        needed = (verdicts == "needed").nonzero()[0].tolist()
        rows.append(
            Row(
                name,
                (
                    Cell(view.say(SCENARIO_WORDS[name]), strong=True),
                    *(
                        Cell(view.catalogue.number(int((verdicts == verdict).sum())))
                        for verdict in SHOWN
                    ),
                    Cell(view.spend(needed)),
                ),
            )
        )
    return Table("cases", columns, tuple(rows), keep=True)
