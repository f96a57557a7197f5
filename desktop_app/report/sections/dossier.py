"""The dossier of one part: what it is, why it was judged so, time, money, what to do and ask."""

import math
from collections.abc import Iterator, Sequence

from desktop_app.assessment.explain import verdict_sentence
from desktop_app.language.catalogue import isolated
from desktop_app.model.findings import CellRef, CodedError, Message, Problem, msg
from desktop_app.model.match import ElementContent
from desktop_app.model.verdict import Interval, Ternary
from desktop_app.model.words import EVIDENCE_WORDS, SCENARIO_WORDS, VERDICT_WORDS
from desktop_app.report.blocks import (
    Beside,
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
)
from desktop_app.report.chain_strips import chain_of
from desktop_app.report.citations import with_cited
from desktop_app.report.sections.answered import what_was_answered
from desktop_app.report.sections.clock import chart, figures_of
from desktop_app.report.sections.figures import stage_words, used_figures
from desktop_app.report.sections.measures import left_out
from desktop_app.report.sections.on_file import on_file_of
from desktop_app.report.sections.overview import chain_strips
from desktop_app.report.sections.reasons import path_columns, path_rows
from desktop_app.report.sections.recorded import recorded
from desktop_app.report.view import View

FACT_WORDS: dict[str, Message] = {
    "part_number": msg("Part number"),
    "mpn": msg("Manufacturer part number"),
    "description": msg("Description"),
    "supplier": msg("Supplier"),
    "manufacturer": msg("Maker"),
    "country_of_origin": msg("Country of origin"),
    "ships_from": msg("Ships from"),
    "hs_code": msg("Customs code"),
    "cas_number": msg("CAS number"),
    "material": msg("Material"),
    "magnet_grade": msg("Magnet grade"),
    "annual_quantity": msg("Yearly demand"),
    "stock_on_hand": msg("Stock on hand"),
    "lead_time_days": msg("Delivery time in days"),
    "unit_mass_g": msg("Mass of one piece in g"),
    "unit_price": msg("Price of one unit"),
    "declaration": msg("Declaration"),
    "plant": msg("Plant"),
    "owner": msg("Purchasing group"),
    "end_use": msg("End use"),
}
TWO_FIGURES = 10.0
STATE_WORDS: dict[Ternary, Message] = {
    Ternary.YES: msg("contains it"),
    Ternary.UNKNOWN: msg("may contain it"),
    Ternary.NO: msg("does not contain it"),
}


def dossier(view: View) -> Section:
    """All that is known of one part. Raises CodedError where the scope names none."""
    part_id = _part(view)
    match = view.assessment.matches[part_id]
    blocks: list[Block] = [
        _answer(view, part_id),
        Heading(view.text("The part")),
        _identity(view, part_id),
        *what_was_answered(view, part_id),
        Heading(view.text("Why")),
        Table("path", path_columns(view), path_rows(view, part_id)),
        *_flips(view, part_id),
        *_composition(view, match.elements, _bearing_grams(view, part_id)),
        *_time(view, part_id),
        *on_file_of(view, [part_id]),
        *_shortage(view, part_id),
        *_supply(view, match.elements),
        *_actions(view, part_id),
        *_questions(view, part_id),
        *recorded(view, part_id),
        *(Paragraph(said, "note") for said in view.remarks(part_id)),
    ]
    return Section("dossier", view.part(part_id).text, tuple(blocks))


def _part(view: View) -> int:
    part_id = view.scope.part
    if part_id is None or not 0 <= part_id < len(view.parts):
        raise CodedError(
            Problem(
                "E_NOT_FOUND",
                msg("A dossier is about one part, and none was named."),
                msg("Name it by sheet and row, such as Parts!17."),
            )
        )
    return part_id


def _answer(view: View, part_id: int) -> Beside:
    """The answer with its photo at its side, for whoever has to find the part in a store."""
    words = (
        Paragraph(view.say(verdict_sentence(view.licence(part_id))), "lead"),
        *_first(view, part_id),
        Paragraph(view.catalogue.sentences(_beside(view, part_id))),
    )
    photo = view.photo
    name = isolated(view.named([part_id], 1))
    word = view.text("Photo") if photo is None else view.text("Photo of {part}", part=name)
    return Beside("answer", words, photo, word)


def _first(view: View, part_id: int) -> list[Paragraph]:
    """What to do first, before any reason: the page is read from the top by whom it is for."""
    action = view.action(part_id)
    return [Paragraph(action, "warning")] if action else []


def _beside(view: View, part_id: int) -> list[str]:
    licence = view.licence(part_id)
    estimate = view.share(licence.applies)
    said = [
        view.text(
            "Our estimate that a licence duty exists: {best} ({span}).",
            best=estimate.text,
            span=estimate.below or estimate.text,
        )
    ]
    result = view.say(verdict_sentence(licence))
    marks = view.catalogue.grouped(mark for mark in view.beside(part_id) if mark not in result)
    return [*said, *([view.text("Beside the verdict: {marks}.", marks=marks)] if marks else [])]


def _identity(view: View, part_id: int) -> Table:
    rows = []
    for name, words in FACT_WORDS.items():
        value = view.parts.value(part_id, name)
        if value is None or (name == "unit_mass_g" and view.is_counted_by_weight(part_id)):
            continue
        shown = _shown(view, part_id, name, value)
        cell = view.parts.cell_of(part_id, name)
        place = "" if cell is None else _cell_in(view, part_id, cell)
        rows.append(Row(name, (Cell(view.say(words)), Cell(shown, strong=True), Cell("", place))))
    recognised = view.assessment.matches[part_id]
    if recognised.title is not None:
        grade = recognised.evidence
        rows.append(
            Row(
                "recognised",
                (
                    Cell(view.text("Recognised as")),
                    Cell(view.say(recognised.title), strong=True),
                    Cell("", view.say(EVIDENCE_WORDS[grade]) if grade else ""),
                ),
            )
        )
    found_in = Row("place", (Cell(view.text("Read from")), Cell(view.place(part_id)), Cell("")))
    half = (
        Column(view.text("Fact")),
        Column(view.text("Value")),
        Column(view.text("Cell, or evidence")),
    )
    return Table("identity", (*half, *half), tuple(_paired([*rows, found_in])))


def _paired(rows: Sequence[Row]) -> Iterator[Row]:
    """Two facts a line: the first half of them stands on the left."""
    half = (len(rows) + 1) // 2
    for at, left in enumerate(rows[:half]):
        right = rows[half + at] if half + at < len(rows) else None
        cells = right.cells if right else (Cell(""),) * len(left.cells)
        yield Row(f"{left.id}, {right.id}" if right else left.id, (*left.cells, *cells))


def _shown(view: View, part_id: int, name: str, value: object) -> str:
    if name in ("country_of_origin", "ships_from"):
        codes = str(value).split(";")
        return view.catalogue.grouped(view.catalogue.country(code) for code in codes)
    if isinstance(value, int | float):
        beside = {"unit_price": "currency", "annual_quantity": "unit", "stock_on_hand": "unit"}
        unit = view.parts.value(part_id, beside[name]) if name in beside else None
        return " ".join((view.catalogue.number(value), *([str(unit)] if unit else [])))
    return view.brief(str(value))


def _flips(view: View, part_id: int) -> list[Block]:
    """What would turn the verdict, in one paragraph: two pages are short."""
    said = [*(view.say(flip) for flip in view.licence(part_id).flips), *_cases(view, part_id)]
    return [Paragraph(view.catalogue.sentences(said))] if said else []


def _cases(view: View, part_id: int) -> list[str]:
    found = view.licence(part_id).cases
    if not found:
        return []
    said = view.catalogue.grouped(
        view.text(
            "{case}: {verdict}",
            case=_inside(view.say(SCENARIO_WORDS[case])),
            verdict=view.say(VERDICT_WORDS[found[case]]),
        )
        for case in ("lapsed", "extended")
        if case in found
    )
    return [view.text("In both cases of the open law: {cases}.", cases=said)]


def _inside(words: str) -> str:
    """A clause as it stands within a sentence: "if they were extended". All begin with their "if"."""
    return words[:1].lower() + words[1:]


def _cell_in(view: View, part_id: int, cell: CellRef) -> str:
    """The cell, with its file where that is not the one the part was read from."""
    own = view.parts.file_names[int(view.parts.value(part_id, "file"))]
    last = view.cell(cell).rpartition(" › ")[2]
    return last if cell.file == own else f"{cell.file} › {last}"


def _composition(
    view: View, elements: tuple[ElementContent, ...], grams: Interval | None
) -> list[Block]:
    """What is in the part, in mass percent of the material that holds it, and in ``grams`` of it in one
    piece where its mass is known."""
    if not elements:
        return []
    order = sorted(elements, key=lambda e: (-int(e.state), -e.probability[1], e.symbol))
    alike: dict[tuple[Cell, ...], list[str]] = {}
    for element in order:
        alike.setdefault(_said_of(view, element, grams), []).append(element.symbol)
    rows = tuple(
        Row(" ".join(symbols), (Cell(view.catalogue.listed(symbols), strong=True), *cells))
        for cells, symbols in alike.items()
    )
    columns = (
        Column(view.text("Element")),
        Column(view.text("In this part")),
        Column(view.text("Present"), "number", view.text("our estimate")),
        Column(view.text("Content"), "number", view.text("mass %")),
        Column(view.text("In one piece"), "number", view.text("g")),
        Column(view.text("Evidence")),
    )
    return [Heading(view.text("Composition")), Table("composition", columns, rows)]


def _bearing_grams(view: View, part_id: int) -> Interval | None:
    """Grams in one piece of the material that holds the elements, by the mass of the piece where it is
    stated; None where it cannot be said, such as of goods counted by weight."""
    match, mass = view.assessment.matches[part_id], view.parts.value(part_id, "unit_mass_g")
    if view.is_counted_by_weight(part_id):
        return None
    if mass is None or match.bearing_share is None:
        return match.bearing_g_per_piece
    low, best, high = (share * float(mass) for share in match.bearing_share)
    return low, best, high


def _said_of(view: View, element: ElementContent, grams: Interval | None) -> tuple[Cell, ...]:
    """Elements of which all is alike share a line: of a mixed oxide a dozen took half a page."""
    return (
        Cell(view.say(STATE_WORDS[element.state]), _by_grade(view, element)),
        view.share(element.probability),
        _percent(view, element),
        _grams(view, element, grams),
        Cell(view.say(EVIDENCE_WORDS[element.evidence])),
    )


def _by_grade(view: View, element: ElementContent) -> str:
    """Of what is there for certain, that its content is not: a range is the family's."""
    if element.by_grade:
        return view.text("expected by grade, not measured")
    percent = element.mass_percent
    is_usual = percent is not None and percent[0] < percent[2]
    return (
        view.text("content as usual, not stated")
        if is_usual and element.state is Ternary.YES
        else ""
    )


def _percent(view: View, element: ElementContent) -> Cell:
    if element.mass_percent is None:
        return Cell("")
    low, best, high = (view.catalogue.number(value, 2) for value in element.mass_percent)
    return Cell(best) if low == high else Cell(best, view.span(low, high))


def _grams(view: View, element: ElementContent, grams: Interval | None) -> Cell:
    """Mass of an element in one piece, likely above lowest to highest; of what is not excluded."""
    percent = element.mass_percent
    if percent is None or grams is None or element.state is Ternary.NO:
        return Cell("")
    low, best, high = (
        view.catalogue.number(mass, _digits(mass))
        for mass in (share * gram / 100 for share, gram in zip(percent, grams, strict=True))
    )
    return Cell(best) if low == high else Cell(best, view.span(low, high))


def _digits(mass: float) -> int:
    """Two figures that count, so that a milligram of dysprosium is not nothing."""
    return 0 if mass <= 0 or mass >= TWO_FIGURES else 1 - math.floor(math.log10(mass))


def _time(view: View, part_id: int) -> list[Block]:
    heading = Heading(view.text("Time and money"))
    if view.number(part_id, "cover_days") is None:
        said = view.text(
            "No run-out date: stock or yearly demand is missing. With a star, the risk assumes how long "
            "stock lasts."
        )
        return [heading, Paragraph(said, "note"), figures_of(view, part_id)]
    return [heading, chart(view, [part_id]), figures_of(view, part_id)]


def _shortage(view: View, part_id: int) -> list[Block]:
    kind, risk = view.assessment.shortage[part_id], view.triple(part_id, "shortage_risk")
    if kind.weakest_element is None or risk is None:
        return []
    shown = view.share(risk)
    said = view.text(
        "Shortage, apart from any licence: {best} ({span}) that a disruption within a year outlasts "
        "the stock. The weakest material is {element}, at {stage}.",
        best=shown.text,
        span=shown.below or shown.text,
        element=kind.weakest_element,
        stage=stage_words(view, kind.weakest_stage),
    )
    reasons = kind.reasons[: view.settings.limits["contributions"]]
    why = view.catalogue.sentences(view.say(with_cited(view.catalogue, one)) for one in reasons)
    return [Paragraph(said), *([Paragraph(why, "small")] if why else [])]


def _supply(view: View, elements: tuple[ElementContent, ...]) -> list[Block]:
    """Where the elements that this part holds come from, stage by stage; else those it may hold."""
    order = sorted(elements, key=lambda e: (-int(e.state), -e.probability[1], e.symbol))
    figures, at_most = used_figures(view), view.settings.limits["chains"]
    chains = (chain_of(e.symbol, 0, figures) for e in order if e.state is not Ternary.NO)
    return chain_strips(view, [chain for chain in chains if chain is not None][:at_most])


def _actions(view: View, part_id: int) -> list[Block]:
    actions = view.assessment.actions[part_id]
    if not actions:
        return []
    rows = tuple(
        Row(
            f"{at}:{action.id}",
            (
                Cell(
                    view.say_briefly(action.text), view.say(action.cost.text) if action.cost else ""
                ),
                Cell(view.whole(action.saves_days) if action.saves_days else ""),
                Cell(view.catalogue.percent(action.removes) if action.removes else ""),
            ),
        )
        for at, action in enumerate(actions[: view.settings.limits["actions"]], start=1)
    )
    columns = (
        Column(view.text("What to do, and what it costs")),
        Column(view.text("Avoids"), "number", view.text("days of standstill")),
        Column(view.text("Removes"), "number", view.text("of the risk of a stop")),
    )
    order = view.text(
        "First what the part hangs on. Then questions whose answer may spare more than they cost, "
        "then most days of standstill avoided for the money, then what cannot be reckoned, the "
        "cheapest first."
    )
    table = Table("actions", columns, rows, keep=True)
    blocks: list[Block] = [Heading(view.text("Measures")), Paragraph(order, "note"), table]
    return [*blocks, *left_out(view, len(rows), len(actions))]


def _questions(view: View, part_id: int) -> list[Block]:
    words = {
        "supplier": view.text("the supplier"),
        "maker": view.text("the maker"),
        "counsel": view.text("counsel"),
        "purchasing": view.text("purchasing itself"),
    }
    questions = view.licence(part_id).questions
    if not questions:
        return []
    rows = tuple(
        Row(f"{at}:{asked.id}", (Cell(words[asked.to]), Cell(view.say(asked.text))))
        for at, asked in enumerate(questions, start=1)
    )
    columns = (Column(view.text("Ask")), Column(view.text("What")))
    return [Heading(view.text("What to ask")), Table("questions", columns, rows, keep=True)]
