"""Lays what suppliers answered on the parts they were asked about.

An answer fills a missing fact, with its cell. Where the files or another answer say something else,
all cells are kept side by side and the fact is unknown: nothing is preferred in silence.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from desktop_app.intake.answer_columns import BY_KEY
from desktop_app.intake.answer_facts import (
    agree,
    composition,
    figures_that_differ,
    grades_that_differ,
    maker,
    speaks_of_content,
)
from desktop_app.intake.answer_words import folded
from desktop_app.intake.answered_parts import PartFinder
from desktop_app.model.answers import AnsweredForm, Bound, Reply
from desktop_app.model.findings import Issue, Message, msg
from desktop_app.model.parts import (
    NUMBER_FIELDS,
    Conflict,
    Declared,
    FactCell,
    Source,
    Use,
)
from desktop_app.model.reading import Reading

PLAIN = {
    "country_of_origin": "country_of_origin",
    "hs_code": "hs_code",
    "lead_time_days": "lead_time_days",
    "magnet_grade": "magnet_grade",
    "leaves_china": "leaves_china",
    "cn_value_share": "cn_value_share",
}
"""Answers that are a fact of a part as they stand, to its field."""
LICENCE = ("licence_filed", "licence_number", "licence_until")
"""Answers that are no fact of the part: a licence covers it (``project.answered_licences``)."""
IN_CONFLICT = "\ue002"
"""What stands for a fact that two files state differently: it agrees with nothing."""
TECHNOLOGY = "technology"  # a sentence of a declaration, as the register's technology_words read it
TECHNOLOGY_SAID = {
    "yes": "made with Chinese technology", "some": "made with Chinese technology in part",
    "no": "made without Chinese technology",
}  # fmt: skip
OF_A_SOURCE = ("country_of_origin", "leaves_china", "lead_time_days")


@dataclass(frozen=True, slots=True)
class _Offer:
    """What one reply offers for a field. ``value`` None: it is kept to be looked at."""

    part: int
    field: str
    value: Any
    reply: Reply
    place: FactCell
    on: date | None


def lay_answers(reading: Reading, share_limits: frozenset[float] = frozenset()) -> Reading:
    """The reading with the answers of its questionnaires on its parts; the same one without any.

    ``share_limits``: shares of value, in percent, at which a rule begins to bind; "below 0.1 %" is
    only a fact where no rule begins under it. Replies whose part is not found, and conflicts, are
    added to the issues of the answered file.
    """
    if not any(file.answered for file in reading.files):
        return reading
    laying = _Laying(reading, share_limits)
    for number, file in enumerate(reading.files):
        if file.answered is not None:
            laying.take(number, file.answered)
    return laying.result()


class _Laying:
    """The parts while answers are laid on them."""

    def __init__(self, reading: Reading, share_limits: frozenset[float]) -> None:
        self.reading, self.parts, self.share_limits = reading, reading.parts, share_limits
        self.finder = PartFinder(reading)
        self.offers: dict[tuple[int, str], list[_Offer]] = {}
        self.issues: dict[int, list[Issue]] = {}
        self.columns: dict[str, Any] = {}
        self.cells: dict[int, dict[str, FactCell]] = {}
        self.conflicts: dict[int, list[Conflict]] = {}
        self.declared: dict[int, list[Declared]] = {}
        self.sources: dict[int, tuple[Source, ...]] = dict(self.parts.sources)

    def take(self, file: int, form: AnsweredForm) -> None:
        """Collects what one file answers."""
        for line in form.lines:
            said = [reply for reply in line.replies if reply.fate in ("understood", "note")]
            if not line.replies:
                continue
            parts, why_not = self.finder.find(line, form.supplier)
            if why_not is not None:
                self._not_placed(file, line.replies, why_not)
            for part in parts:
                for offer in self._offers(part, file, form, said):
                    self.offers.setdefault((part, offer.field), []).append(offer)

    def _not_placed(self, file: int, replies: Iterable[Reply], why: Message) -> None:
        for reply in replies:
            what = msg("This answer was laid on no part: {why}.", why=why)
            self.issues.setdefault(file, []).append(
                Issue("W_ANSWER", "warning", what, reply.sheet, reply.row, reply.column)
            )

    def _offers(
        self, part: int, file: int, form: AnsweredForm, said: Sequence[Reply]
    ) -> Iterator[_Offer]:
        """What the replies of one line offer for one part."""

        def offer(reply: Reply, field: str, value: Any) -> _Offer:
            place = FactCell(file, reply.sheet, reply.row, reply.column)
            return _Offer(part, field, value, reply, place, form.answered_on)

        for reply in said:
            answer = BY_KEY.get(reply.field)
            if answer is not None and answer.element is not None:
                continue
            for field, value in self._facts(reply, part):
                yield offer(reply, field, value)
        figures = [r for r in said if (a := BY_KEY.get(r.field)) and a.element]
        text = composition(figures, said, form.answered_on or form.asked_on)
        for reply in figures:
            yield offer(reply, "declaration", text if reply.value is not None else None)

    def _facts(self, reply: Reply, part: int) -> Iterator[tuple[str, Any]]:
        """Fields and values of one reply that is no figure of an element."""
        name, value = reply.field, reply.value
        if name in LICENCE:
            yield name, value
        elif name == "chinese_technology":
            yield TECHNOLOGY, TECHNOLOGY_SAID.get(str(value))
        elif value is None or name not in (*PLAIN, "maker", "property"):
            yield "", None
        elif name == "leaves_china":
            yield "leaves_china", {"yes": True, "no": False}.get(str(value))
        elif name == "cn_value_share":
            yield name, self._share(float(str(value)), reply.bound)
        elif name == "lead_time_days":
            yield name, value
        elif name == "maker":
            yield from maker(str(value))
        elif name == "property":
            own = self.parts.value(part, "material")
            yield "material", str(value) if own is None else f"{own}; {value}"
        else:
            yield PLAIN[name], value

    def _share(self, share: float, bound: Bound) -> float | None:
        """A bound is a figure only where every rule falls on the same side of it."""
        if bound == "<":
            decides = self.share_limits and min(self.share_limits) >= share
            return math.nextafter(share, 0.0) if decides and share > 0 else None
        if bound == ">":
            return share if self.share_limits and max(self.share_limits) <= share else None
        return share

    # --- laying ----------------------------------------------------------------------------

    def result(self) -> Reading:
        """The reading with everything laid."""
        last = sorted(self.offers.items(), key=lambda one: one[0][1] == TECHNOLOGY)
        for (part, field), offers in last:
            use = self._lay(part, field, offers)
            for offer in offers:
                self.declared.setdefault(part, []).append(_declared(offer, use))
        frame = self.parts.frame.copy(deep=False)
        for name, values in self.columns.items():
            # As objects: pandas would make a column of texts of it, whose missing is no None.
            frame[name] = pd.Series(values, dtype=values.dtype, index=frame.index)
        parts = replace(
            self.parts,
            frame=frame,
            unreadable=self._unreadable(),
            provenance=_merged(self.parts.provenance, self.cells),
            sources=self.sources,
            conflicts=self._all_conflicts(),
            marks=self._marks(),
            answered={part: tuple(found) for part, found in sorted(self.declared.items())},
        )
        files = tuple(
            replace(file, issues=(*file.issues, *self.issues[number]))
            if number in self.issues
            else file
            for number, file in enumerate(self.reading.files)
        )
        return Reading(files, parts)

    def _lay(self, part: int, field: str, offers: Sequence[_Offer]) -> Use:
        """Lays what is offered for one field of one part, and says what became of it."""
        known = [offer for offer in offers if offer.value is not None]
        if field in LICENCE:
            return "used" if len({offer.value for offer in known}) == 1 else "kept"
        if not field or not known:
            return "kept"
        if field == TECHNOLOGY:
            return self._technology(part, known)
        first = known[0]
        own = self._own(part, field, first)
        if field == "lead_time_days" and own is not None and own[0] != IN_CONFLICT:
            longer = self._longer(part, own[0], known)
            if longer is not None:
                return longer
        others = [offer for offer in known if not agree(field, first.value, offer.value)]
        if others or (own is not None and not agree(field, own[0], first.value)):
            self._disagree(part, field, own, [first, *others])
            return "conflict"
        if own is not None and field != "declaration":
            return "agrees"
        self._column(field)[part] = first.value
        self.cells.setdefault(part, {})[field] = first.place
        if field == "lead_time_days":
            self._holds_licence(part, first.place)
        self._to_source(part, field, first.value)
        return "used"

    def _technology(self, part: int, known: Sequence[_Offer]) -> Use:
        """A sentence of the declaration, behind what it says already: it closes no other question."""
        if len({offer.value for offer in known}) > 1:
            self._tell(part, [(offer.reply.typed, offer.place) for offer in known])
            return "kept"
        column, said = self._column("declaration"), str(known[0].value)
        own = column[part]
        column[part] = f"{own}; {said}" if isinstance(own, str) else said
        self.cells.setdefault(part, {}).setdefault("declaration", known[0].place)
        return "used"

    def _longer(self, part: int, own: float, known: Sequence[_Offer]) -> Use | None:
        """The time of a list may leave the licence out, which the answer includes: a longer answer
        contradicts nothing, and an equal one says that the licence is in it."""
        holds = self.parts.value(part, "lead_time_holds_licence")
        if holds is True or not all(isinstance(offer.value, float) for offer in known):
            return None
        if all(agree("lead_time_days", own, offer.value) for offer in known):
            self.cells.setdefault(part, {})
            self._holds_licence(part, known[0].place)
            return "agrees"
        return "kept" if all(offer.value > own for offer in known) else None

    def _own(self, part: int, field: str, first: _Offer) -> tuple[Any, FactCell] | None:
        """What the files already say of the field, with its cell; None where they say nothing."""
        own = self.parts.value(part, field)
        if field == "material" or any(c.field == field for c in self.parts.conflicts.get(part, ())):
            return None if field == "material" else (IN_CONFLICT, self._cell(part, field))
        if field == "declaration":
            return self._stated(part, own, first)
        if field == "magnet_grade" and own is None:
            return self._graded(part, str(first.value))
        named = str(own).split(";") if field == "country_of_origin" else []
        if own is None or (len(named) > 1 and first.value in named):
            return None
        return own, self._cell(part, field)

    def _stated(self, part: int, own: Any, first: _Offer) -> tuple[Any, FactCell] | None:
        """A declaration of the row that speaks of what it holds, or a figure in its description."""
        if own is not None and speaks_of_content(str(own)):
            return own, self._cell(part, "declaration")
        for field in ("description", "material"):
            other = figures_that_differ(str(first.value), self.parts.value(part, field))
            if other is not None:
                return other, self._cell(part, field)
        return None

    def _graded(self, part: int, typed: str) -> tuple[Any, FactCell] | None:
        """Another magnet grade in the description, or in a column of materials."""
        named = {n: self.parts.value(part, n) for n in ("description", "material")}
        others = ((grades_that_differ(typed, own), name) for name, own in named.items())
        return next(((found, self._cell(part, name)) for found, name in others if found), None)

    def _disagree(
        self,
        part: int,
        field: str,
        own: tuple[Any, FactCell] | None,
        offers: Sequence[_Offer],
    ) -> None:
        said = [(offer.reply.typed, offer.place) for offer in offers]
        before = [c for c in self.parts.conflicts.get(part, ()) if c.field == field]
        if before:
            said = [*before[0].said, *said]
        elif own is not None:
            said = [(_shown(own[0]), own[1]), *said]
        self.conflicts.setdefault(part, []).append(Conflict(field, tuple(said)))
        codes = [str(offer.value) for offer in offers]
        if field == "country_of_origin":
            kept = [] if own is None or before else [str(own[0])]
            self._column(field)[part] = ";".join(dict.fromkeys([*kept, *codes]))
        else:
            self._column(field)[part] = np.nan if field in NUMBER_FIELDS else None
        self._tell(part, said)

    def _tell(self, part: int, said: Sequence[tuple[str, FactCell]]) -> None:
        """An issue beside the answered cell."""
        (one, there), (other, cell) = said[0], said[-1]
        named = (self.parts.value(part, n) for n in ("part_number", "mpn", "description"))
        what = msg(
            "{part}: “{one}” in {file} › {sheet} › row {row}, “{other}” here; not used.",
            part=next((name for name in named if name), ""),
            one=one,
            other=other,
            file=self.parts.file_names[there.file],
            sheet=there.sheet,
            row=there.row,
        )
        issue = Issue("W_CONFLICT", "warning", what, cell.sheet, cell.row, cell.column)
        self.issues.setdefault(cell.file, []).append(issue)

    def _column(self, field: str) -> Any:
        if field not in self.columns:
            self.columns[field] = self.parts.frame[field].to_numpy(copy=True)
        return self.columns[field]

    def _cell(self, part: int, field: str) -> FactCell:
        """Where the files state a field of a part; its row where no column does."""
        elsewhere = self.parts.provenance.get(part, {}).get(field)
        if elsewhere is not None:
            return elsewhere
        row = self.parts.frame.iloc[part]
        places = self.parts.columns[int(row["table"])] if self.parts.columns else {}
        return FactCell(int(row["file"]), str(row["sheet"]), int(row["row"]), places.get(field, 0))

    def _holds_licence(self, part: int, place: FactCell) -> None:
        """The question asks for the time with the licence included."""
        if self.parts.value(part, "lead_time_holds_licence") is None:
            self._column("lead_time_holds_licence")[part] = True
            self.cells[part]["lead_time_holds_licence"] = place

    def _to_source(self, part: int, field: str, value: Any) -> None:
        """Of a part of several suppliers the answer is that of its own."""
        own = self.finder.suppliers[part]
        if field not in OF_A_SOURCE or part not in self.sources or own is None:
            return
        self.sources[part] = tuple(
            replace(source, **{field: value})
            if folded(source.supplier or "") == folded(own) and getattr(source, field) is None
            else source
            for source in self.sources[part]
        )

    def _unreadable(self) -> dict[int, tuple[str, ...]]:
        """What an answer filled is readable now; what is in conflict no longer is."""
        found = dict(self.parts.unreadable)
        for part in self.cells.keys() | self.conflicts.keys():
            filled = self.cells.get(part, {})
            left = [name for name in found.get(part, ()) if name not in filled]
            left += [conflict.field for conflict in self.conflicts.get(part, ())]
            found[part] = tuple(dict.fromkeys(left))
        return {part: names for part, names in found.items() if names}

    def _all_conflicts(self) -> dict[int, tuple[Conflict, ...]]:
        found = dict(self.parts.conflicts)
        for part, conflicts in self.conflicts.items():
            fields = {conflict.field for conflict in conflicts}
            kept = [c for c in found.get(part, ()) if c.field not in fields]
            found[part] = (*kept, *conflicts)
        return found

    def _marks(self) -> dict[int, tuple[str, ...]]:
        marks = dict(self.parts.marks)
        for part in self.conflicts:
            marks[part] = tuple(dict.fromkeys((*marks.get(part, ()), "conflict")))
        return marks


def _shown(value: Any) -> str:
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def _declared(offer: _Offer, use: Use) -> Declared:
    reply = offer.reply
    kept: Use = use if offer.value is not None else "kept"
    return Declared(
        reply.field, reply.typed, reply.value, reply.bound, kept, offer.field, offer.place, offer.on
    )


def _merged(
    before: Mapping[int, Mapping[str, FactCell]], cells: Mapping[int, Mapping[str, FactCell]]
) -> dict[int, Mapping[str, FactCell]]:
    found = dict(before)
    for part, own in cells.items():
        found[part] = {**found.get(part, {}), **own}
    return found
