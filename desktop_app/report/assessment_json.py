"""The assessment as JSON of schema ``lodestone/assessment/1``; absent facts are null.

Parts of one kind share most of their text, so that text is serialised once per kind and language
and spliced into each part: a list of 100,000 rows costs little more than its row facts.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice, repeat
from typing import Any, TypeVar

import numpy as np
import orjson
from numpy.typing import NDArray

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Action, Assessment
from desktop_app.model.licence import ControlFinding, Licence
from desktop_app.model.match import ElementContent, Match, Origin
from desktop_app.model.parts import TEXT_FIELDS
from desktop_app.model.spread import Spread
from desktop_app.paths import program_version
from desktop_app.report.answers_json import answers_json, conflicts_json
from desktop_app.report.files_json import files_json
from desktop_app.report.json_values import numbers_or_none, triple
from desktop_app.report.moves_json import moves_json
from desktop_app.report.own_words import WITH_LINES, as_given
from desktop_app.report.part_marks import marks_of

SCHEMA = "lodestone/assessment/1"
T = TypeVar("T")

TEXT_OUT = tuple(
    name
    for name in TEXT_FIELDS
    if name
    not in (
        "supplier_country", "material_group", "substance", "section", "margin_currency",
        "reference_designator", "footprint",
    )
)  # fmt: skip
"""A margin in another currency than its row was brought into that of the row, or is left out."""
NUMBERS_OUT = (
    "quantity", "quantity_in_product", "annual_quantity", "unit_price", "unit_mass_g", "stock_on_hand", "in_transit",
    "lead_time_days", "cn_value_share", "margin_per_day",
)  # fmt: skip


CHUNK = 2_000
"""Parts serialised at a time: large enough for speed, small enough for memory."""


def assessment_json(
    assessment: Assessment, catalogue: Catalogue, relevant_only: bool = False
) -> Iterator[bytes]:
    """The document in pieces, UTF-8. ``relevant_only`` leaves out parts nothing can apply to."""
    head = orjson.dumps(
        {
            "schema": SCHEMA,
            "program": {"name": "Lodestone", "version": program_version()},
            "register": {
                "edition": assessment.edition.edition,
                "reviewed_through": assessment.edition.reviewed_through,
                "unconfirmed": list(assessment.edition.unconfirmed),
            },
            "question": {
                "on": assessment.inquiry.on,
                "destination": assessment.inquiry.destination,
                "end_use": assessment.inquiry.end_use,
                "end_use_assumed": assessment.inquiry.end_use_assumed,
                "scenario": assessment.inquiry.scenario,
            },
            "files": files_json(assessment.files, catalogue),
        }
    )
    yield head[:-1] + b',"parts":['
    separator = b""
    for chunk in _PartWriter(assessment, catalogue).chunks(relevant_only):
        yield separator + chunk
        separator = b","
    tail = {
        "totals": _totals(assessment),
        "answers": answers_json(assessment),
        "conflicts": conflicts_json(assessment),
    }
    yield b"]," + orjson.dumps(tail)[1:] + b"\n"


class _PartWriter:
    """Serialises the parts of one assessment in one language, column by column."""

    def __init__(self, assessment: Assessment, catalogue: Catalogue) -> None:
        self.assessment, self.catalogue = assessment, catalogue

    def chunks(self, relevant_only: bool) -> Iterator[bytes]:
        """JSON objects of parts, comma between, in the order of the files."""
        columns = self._columns()
        keys = list(columns)
        rows: Iterable[tuple[Any, ...]] = zip(*columns.values(), strict=True)
        relevant: Iterable[bool] = self._relevant().tolist() if relevant_only else repeat(True)
        order = self._left_table_last()
        if order is not None:
            whole = list(rows)
            rows = [whole[at] for at in order]
            relevant = [self._relevant()[at] for at in order] if relevant_only else repeat(True)
        chosen = (
            dict(zip(keys, row, strict=True))
            for row, is_in in zip(rows, relevant, strict=False)
            if is_in
        )
        while chunk := list(islice(chosen, CHUNK)):
            yield orjson.dumps(chunk)[1:-1]

    def _left_table_last(self) -> list[int] | None:
        """The order of parts where tables stand side by side, None where none do: the parts of one
        sheet row come from right to left, so that who looks parts up by sheet and row finds the
        left table's, which is the one a list is about."""
        frame = self.assessment.parts.frame
        if not frame.duplicated(["file", "sheet", "row"]).any():
            return None
        keys = zip(
            frame["file"].tolist(), frame["sheet"].tolist(), frame["row"].tolist(), strict=True
        )
        groups: dict[tuple[int, str, int], list[int]] = {}
        for part_id, key in enumerate(keys):
            groups.setdefault(key, []).append(part_id)
        return [part_id for group in groups.values() for part_id in reversed(group)]

    def _relevant(self) -> NDArray[np.bool_]:
        judged = self.assessment.licences.array(lambda k: k.verdict != "not_needed", bool)
        holds = self.assessment.matches.array(lambda k: k.verdict in ("yes", "likely"), bool)
        return np.asarray(judged | holds, dtype=np.bool_)

    def _columns(self) -> dict[str, Iterable[Any]]:
        """Every field of a part as a column of ready values; shared text is serialised once."""
        found, parts = self.assessment, self.assessment.parts
        frame = parts.frame
        names = ("file", "sheet", "row", *TEXT_OUT, "leaves_china")
        columns: dict[str, Iterable[Any]] = {name: frame[name].tolist() for name in names}
        columns |= {name: as_given(frame[name].tolist()) for name in WITH_LINES}
        columns |= {name: numbers_or_none(parts.number(name)) for name in NUMBERS_OUT}
        spend = numbers_or_none(found.numbers["annual_spend"].to_numpy(dtype=np.float64).round(4))
        columns["annual_spend"] = spend
        columns["marks"] = marks_of(self.assessment, self.catalogue)
        columns["provenance"] = self._provenance()
        columns["sources"] = self._sources()
        columns["content"] = self._contents(columns["unit_mass_g"])
        columns["origin"] = _fragments(found.origins, _origin)
        columns["licence"] = self._licences()
        columns["shortage"] = self._shortages()
        columns["clock"] = self._clocks()
        columns["money"] = [
            {"annual_spend": spent, "value_at_risk": risk, "currency": currency, "basis": basis}
            for spent, risk, currency, basis in zip(
                spend, self._triples("value_at_risk"), columns["currency"],
                self._others("money_basis"), strict=True,
            )
        ]  # fmt: skip
        columns["actions"] = _fragments(found.actions, self._actions)
        columns["questions"] = _fragments(found.licences, self._questions)
        return columns

    def _provenance(self) -> list[Any]:
        """Only facts that come from another row than the part's own; few parts have any."""
        out: list[Any] = [()] * len(self.assessment.parts)
        for part_id, cells in self.assessment.parts.cells_elsewhere().items():
            out[part_id] = [
                {"field": name, "file": cell.file, "sheet": cell.sheet, "row": cell.row,
                 "column": cell.column}
                for name, cell in cells.items()
            ]  # fmt: skip
        return out

    def _sources(self) -> list[Any]:
        """The suppliers of parts that have several, each with the verdict of its delivery."""
        out: list[Any] = [()] * len(self.assessment.parts)
        for part_id, named in self.assessment.parts.sources.items():
            licence = self.assessment.licences[part_id]
            told = [each.verdict for each in licence.by_source] or [licence.verdict] * len(named)
            out[part_id] = [
                {
                    "supplier": source.supplier,
                    "country_of_origin": source.country_of_origin,
                    "leaves_china": source.leaves_china,
                    "lead_time_days": source.lead_time_days,
                    "verdict": verdict,
                }
                for source, verdict in zip(named, told, strict=True)
            ]
        return out

    def _triples(self, name: str) -> list[list[float] | None]:
        """[low, best, high] per part, None where there is no best value."""
        numbers = self.assessment.numbers
        columns = [
            numbers[n].to_numpy(dtype=np.float64) for n in (f"{name}_low", name, f"{name}_high")
        ]
        present = np.isfinite(columns[1])
        out: list[list[float] | None] = [None] * len(present)
        at = np.flatnonzero(present)
        rounded = np.column_stack([column[at] for column in columns]).round(4).tolist()
        for position, values in zip(at.tolist(), rounded, strict=True):
            out[position] = values
        return out

    def _others(self, name: str) -> list[Any]:
        values: list[Any] = self.assessment.numbers[name].tolist()
        return values

    def _contents(self, unit_masses: Iterable[Any]) -> list[Any]:
        """Shared by kind; written anew where the row states the mass of one piece."""
        matches = self.assessment.matches
        shared = _fragments(matches, self._content)
        weighs = [bool(m.elements) and m.bearing_share is not None for m in matches.kinds]
        for part_id, (code, mass) in enumerate(zip(matches.of.tolist(), unit_masses, strict=True)):
            if mass is not None and weighs[code]:
                shared[part_id] = orjson.Fragment(self._content(matches.kinds[code], mass))
        return shared

    def _licences(self) -> list[dict[str, Any]]:
        licences = self.assessment.licences
        kinds = [self._licence(kind) for kind in licences.kinds]
        risks = zip(
            licences.of.tolist(), self._triples("licence_risk"), self._others("licence_band"),
            self._others("assumed_cover"), strict=True,
        )  # fmt: skip
        return [
            {**kinds[code], "risk": risk, "band": band, "risk_basis": _risk_basis(risk, assumed)}
            for code, risk, band, assumed in risks
        ]

    def _shortages(self) -> list[dict[str, Any]]:
        shortage = self.assessment.shortage
        kinds = [
            {
                "material_index": triple(kind.material_index),
                "weakest_element": kind.weakest_element,
                "weakest_stage": kind.weakest_stage,
            }
            for kind in shortage.kinds
        ]
        rows = zip(
            shortage.of.tolist(), self._triples("shortage_risk"), self._others("shortage_band"),
            self._others("single_source"), self._others("single_country"), strict=True,
        )  # fmt: skip
        return [
            {
                **kinds[code],
                "risk": risk,
                "band": band,
                "single_source": one,
                "single_country": land,
            }
            for code, risk, band, one, land in rows
        ]

    def _clocks(self) -> list[dict[str, Any]]:
        names = ("cover_days", "licence_days", "lead_time_days", "gap_days")
        days = zip(
            *(self._others(n) for n in ("run_out_early", "run_out", "run_out_late")), strict=True
        )
        rows = zip(*(self._triples(name) for name in names), days, strict=True)
        return [
            {
                "cover_days": cover,
                "licence_days": licence,
                "lead_time_days": lead,
                "gap_days": gap,
                "run_out_date": None if dates[1] is None else dates,
            }
            for cover, licence, lead, gap, dates in rows
        ]

    def _content(self, match: Match, unit_mass_g: float | None = None) -> bytes:
        say = self.catalogue.say
        return orjson.dumps(
            {
                "verdict": match.verdict,
                "probability": triple(match.probability),
                "family": match.family,
                "runner_up": match.runner_up,
                "outcome": match.outcome,
                "form": match.form,
                "evidence_grade": match.evidence,
                "elements": [_element(element, match, unit_mass_g) for element in match.elements],
                "reasons": [say(reason) for reason in match.reasons],
            }
        )

    def _licence(self, licence: Licence) -> dict[str, Any]:
        return {
            "verdict": licence.verdict,
            "waits_on": licence.waits_on,
            "basis": licence.basis,
            "by_grade": licence.by_grade,
            "seldom": licence.seldom,
            "refused_in_principle": licence.refused_in_principle,
            "case_by_case": licence.case_by_case,
            "upstream_exposed": licence.upstream_exposed,
            "listed_supplier": licence.listed_supplier,
            "covered_by": licence.covered_by,
            "effective_from": licence.effective_from,
            "applies": orjson.Fragment(orjson.dumps(triple(licence.applies))),
            "controls": orjson.Fragment(
                orjson.dumps([_control(control) for control in licence.controls])
            ),
            "cases": None if licence.cases is None else dict(licence.cases),
        }

    def _questions(self, licence: Licence) -> bytes:
        return orjson.dumps(
            [
                {"id": q.id, "to": q.to, "text": self.catalogue.say(q.text), "narrows": q.narrows}
                for q in licence.questions
            ]
        )

    def _actions(self, actions: tuple[Action, ...]) -> bytes:
        return moves_json(actions, self.catalogue)


def _fragments(values: Spread[T], write: Callable[[T], bytes]) -> list[Any]:
    """One ready piece of JSON per part, serialised once per kind."""
    kinds = [orjson.Fragment(write(kind)) for kind in values.kinds]
    return [kinds[code] for code in values.of.tolist()]


def _risk_basis(risk: object, assumed: object) -> str | None:
    if risk is None:
        return None
    return "assumed_cover" if assumed else "stock"


def _element(element: ElementContent, match: Match, unit_mass_g: float | None) -> dict[str, Any]:
    """Mass shares are of the part as bought: material share times the share of that material."""
    in_material, share = element.mass_percent, match.bearing_share
    percent = grams = None
    if in_material is not None and share is not None:
        percent = [a * b for a, b in zip(in_material, share, strict=True)]
    if percent is not None and unit_mass_g is not None:
        grams = [value * unit_mass_g / 100 for value in percent]
    elif in_material is not None and match.bearing_g_per_piece is not None:
        grams = [a * b / 100 for a, b in zip(in_material, match.bearing_g_per_piece, strict=True)]
    return {
        "symbol": element.symbol,
        "mass_percent": triple(percent),
        "mass_g_per_piece": triple(grams, 6),
    }


def _origin(origin: Origin) -> bytes:
    return orjson.dumps(
        {
            "china_probability": triple(origin.china_probability),
            "basis": origin.basis,
            "evidence_grade": origin.evidence,
        }
    )


def _control(control: ControlFinding) -> dict[str, Any]:
    return {
        "id": control.id,
        "item": control.item,
        "status": control.status,
        "verdict": control.verdict,
        "basis": control.basis,
        "missing": list(control.missing),
    }


def _totals(assessment: Assessment) -> dict[str, Any]:
    totals = assessment.totals
    names = (
        "parts", "needed", "needed_uncovered", "not_verified", "waits_part", "waits_law",
        "not_screened", "suspended", "not_needed", "currency",
    )  # fmt: skip
    return {
        **{name: getattr(totals, name) for name in names},
        "annual_spend": None if totals.annual_spend is None else round(totals.annual_spend, 2),
        "value_at_risk": triple(totals.value_at_risk, 2),
        "by_currency": {code: dict(values) for code, values in totals.by_currency.items()},
        "first_run_out": None if totals.first_run_out is None else list(totals.first_run_out),
    }
