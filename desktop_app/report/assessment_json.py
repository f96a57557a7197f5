"""The assessment as JSON of schema ``lodestone/assessment/1``; absent facts are null.

Parts of one kind share most of their text, so that text is serialised once per kind and language
and spliced into each part: a list of 100,000 rows costs little more than its row facts.
"""

import math
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import orjson

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Action, Assessment, ShortageKind
from desktop_app.model.findings import Issue, Problem
from desktop_app.model.licence import ControlFinding, Licence
from desktop_app.model.match import ElementContent, Match, Origin
from desktop_app.model.parts import TEXT_FIELDS
from desktop_app.model.sources import SheetFound, SourceFile, TableFound
from desktop_app.paths import program_version

SCHEMA = "lodestone/assessment/1"

TEXT_OUT = tuple(
    name
    for name in TEXT_FIELDS
    if name not in ("supplier_country", "material_group", "substance", "section")
)
NUMBERS_OUT = (
    "quantity", "annual_quantity", "unit_price", "unit_mass_g", "stock_on_hand", "in_transit",
    "lead_time_days", "cn_value_share", "margin_per_day",
)  # fmt: skip


def assessment_json(
    assessment: Assessment, catalogue: Catalogue, relevant_only: bool = False
) -> bytes:
    """The whole document, UTF-8. ``relevant_only`` leaves out parts that nothing can apply to."""
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
    parts = b",".join(_PartWriter(assessment, catalogue).parts(relevant_only))
    totals = orjson.dumps(_totals(assessment))
    return b"".join((head[:-1], b',"parts":[', parts, b'],"totals":', totals, b"}\n"))


def files_json(files: Sequence[SourceFile], catalogue: Catalogue) -> list[dict[str, Any]]:
    """What was found in the files, as the ``files`` block of the document."""
    return [
        {
            "path": found.path,
            "sha256": found.sha256 or None,
            "format": found.format,
            "outcome": found.outcome,
            "problem": _problem(found.problem, catalogue),
            "supplier": found.supplier,
            "language": found.language,
            "sheets": [_sheet(sheet) for sheet in found.sheets],
            "issues": [_issue(issue, catalogue) for issue in found.issues],
        }
        for found in files
    ]


def _problem(problem: Problem | None, catalogue: Catalogue) -> dict[str, str] | None:
    if problem is None:
        return None
    return {
        "code": problem.code,
        "message": catalogue.say(problem.message),
        "remedy": catalogue.say(problem.remedy),
    }


def _issue(issue: Issue, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "code": issue.code,
        "severity": issue.severity,
        "sheet": issue.sheet,
        "row": issue.row,
        "column": issue.column,
        "message": catalogue.say(issue.message),
    }


def _sheet(sheet: SheetFound) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "hidden": sheet.hidden,
        "tables": [_table(table) for table in sheet.tables],
    }


def _table(table: TableFound) -> dict[str, Any]:
    rows, cells = table.rows, table.cells
    return {
        "header_row": table.header_row,
        "first_row": table.first_row,
        "last_row": table.last_row,
        "columns": [
            {
                "index": c.index,
                "header": c.header,
                "field": c.field,
                "confidence": round(c.confidence, 3),
            }
            for c in table.columns
        ],
        "rows": {
            name: getattr(rows, name)
            for name in ("read", "parts", "duplicates", "totals", "blank", "rejected", "other")
        },
        "cells": {name: getattr(cells, name) for name in ("filled", "used", "kept", "skipped")},
    }


def _triple(values: Sequence[float] | None, digits: int = 4) -> list[float] | None:
    if values is None or any(math.isnan(value) for value in values):
        return None
    return [round(float(value), digits) for value in values]


class _PartWriter:
    """Serialises the parts of one assessment in one language."""

    def __init__(self, assessment: Assessment, catalogue: Catalogue) -> None:
        self.assessment, self.catalogue = assessment, catalogue
        self.columns = self._read_columns()

    def parts(self, relevant_only: bool) -> list[bytes]:
        """One JSON object per part, in the order of the files."""
        assessment = self.assessment
        content = _per_kind(assessment.matches.kinds, assessment.matches.of, self._content)
        origin = _per_kind(assessment.origins.kinds, assessment.origins.of, _origin)
        licence = _per_kind(assessment.licences.kinds, assessment.licences.of, self._licence)
        questions = _per_kind(assessment.licences.kinds, assessment.licences.of, self._questions)
        actions = _per_kind(assessment.actions.kinds, assessment.actions.of, self._actions)
        rows = list(zip(*self.columns.values(), strict=True))
        keys = list(self.columns)
        written: list[bytes] = []
        for part_id, values in enumerate(rows):
            if relevant_only and not self._relevant(part_id):
                continue
            row = dict(zip(keys, values, strict=True))
            numbers = row.pop("_numbers")
            risk, shortage, clock, money = self._reckoned(
                numbers, int(assessment.shortage.of[part_id])
            )
            row["marks"] = list(assessment.parts.marks.get(part_id, ()))
            row["provenance"] = []
            row["sources"] = []
            row["content"] = orjson.Fragment(self._with_masses(part_id, content[part_id]))
            row["origin"] = orjson.Fragment(origin[part_id])
            row["licence"] = orjson.Fragment(licence[part_id][:-1] + risk)
            row["shortage"] = orjson.Fragment(shortage)
            row["clock"] = orjson.Fragment(clock)
            spent = {"annual_spend": row["annual_spend"], "currency": row["currency"]}
            row["money"] = orjson.Fragment(money[:-1] + b"," + orjson.dumps(spent)[1:])
            row["actions"] = orjson.Fragment(actions[part_id])
            row["questions"] = orjson.Fragment(questions[part_id])
            written.append(orjson.dumps(row))
        return written

    def _relevant(self, part_id: int) -> bool:
        verdict = self.assessment.licences[part_id].verdict
        return verdict != "not_needed" or self.assessment.matches[part_id].verdict in (
            "yes",
            "likely",
        )

    def _read_columns(self) -> dict[str, list[Any]]:
        frame = self.assessment.parts.frame
        columns: dict[str, list[Any]] = {
            "file": frame["file"].tolist(),
            "sheet": frame["sheet"].tolist(),
            "row": frame["row"].tolist(),
        }
        columns.update({name: frame[name].tolist() for name in TEXT_OUT})
        columns["leaves_china"] = frame["leaves_china"].tolist()
        for name in NUMBERS_OUT:
            columns[name] = _numbers_or_none(frame[name].to_numpy(dtype=np.float64))
        spend = self.assessment.numbers["annual_spend"].to_numpy(dtype=np.float64)
        columns["annual_spend"] = _numbers_or_none(np.round(spend, 4))
        # Rows without stock, demand or risk share one tuple of numbers; NaN is made None so that
        # equal rows are equal keys.
        names = [n for n in self.assessment.numbers.columns if n not in ("annual_spend",)]
        arrays = [
            _numbers_or_none(np.round(series.to_numpy(dtype=np.float64), 4))
            if series.dtype == np.float64
            else series.tolist()
            for series in (self.assessment.numbers[name] for name in names)
        ]
        self._number_names = names
        columns["_numbers"] = list(zip(*arrays, strict=True))
        return columns

    @cache  # noqa: B019 - lives as long as one document is written
    def _reckoned(
        self, values: tuple[Any, ...], shortage: int
    ) -> tuple[bytes, bytes, bytes, bytes]:
        found = dict(zip(self._number_names, values, strict=True))

        def triple(name: str) -> list[Any] | None:
            best = found[name]
            return None if best is None else [found[f"{name}_low"], best, found[f"{name}_high"]]

        kind: ShortageKind = self.assessment.shortage.kinds[shortage]
        risk = {
            "risk": triple("licence_risk"),
            "band": found["licence_band"],
            "risk_basis": None if found["licence_risk"] is None
            else "assumed_cover" if found["assumed_cover"] else "stock",
        }  # fmt: skip
        days: list[date | None] = [found["run_out_early"], found["run_out"], found["run_out_late"]]
        return (
            b"," + orjson.dumps(risk)[1:],
            orjson.dumps(
                {
                    "risk": triple("shortage_risk"),
                    "band": found["shortage_band"],
                    "material_index": _triple(kind.material_index),
                    "weakest_element": kind.weakest_element,
                    "weakest_stage": kind.weakest_stage,
                    "single_source": found["single_source"],
                    "single_country": found["single_country"],
                }
            ),
            orjson.dumps(
                {
                    "cover_days": triple("cover_days"),
                    "licence_days": triple("licence_days"),
                    "lead_time_days": triple("lead_time_days"),
                    "gap_days": triple("gap_days"),
                    "run_out_date": None if days[1] is None else days,
                }
            ),
            orjson.dumps({"value_at_risk": triple("value_at_risk"), "basis": found["money_basis"]}),
        )

    def _content(self, match: Match) -> bytes:
        say = self.catalogue.say
        return orjson.dumps(
            {
                "verdict": match.verdict,
                "probability": _triple(match.probability),
                "family": match.family,
                "runner_up": match.runner_up,
                "outcome": match.outcome,
                "form": match.form,
                "evidence_grade": match.evidence,
                "elements": [_element(element, match, None) for element in match.elements],
                "reasons": [say(reason) for reason in match.reasons],
            }
        )

    def _with_masses(self, part_id: int, shared: bytes) -> bytes:
        """The content with grams per piece where the row states the mass of one piece."""
        match = self.assessment.matches[part_id]
        if not match.elements or match.bearing_share is None:
            return shared
        mass = self.columns["unit_mass_g"][part_id]
        if mass is None:
            return shared
        content = orjson.loads(shared)
        content["elements"] = [_element(element, match, mass) for element in match.elements]
        return orjson.dumps(content)

    def _licence(self, licence: Licence) -> bytes:
        return orjson.dumps(
            {
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
                "applies": _triple(licence.applies),
                "controls": [_control(control) for control in licence.controls],
                "cases": None if licence.cases is None else dict(licence.cases),
            }
        )

    def _questions(self, licence: Licence) -> bytes:
        return orjson.dumps(
            [
                {"id": q.id, "to": q.to, "text": self.catalogue.say(q.text), "narrows": q.narrows}
                for q in licence.questions
            ]
        )

    def _actions(self, actions: tuple[Action, ...]) -> bytes:
        return orjson.dumps(
            [
                {
                    "id": action.id,
                    "text": self.catalogue.say(action.text),
                    "removes": None if action.removes is None else round(action.removes, 4),
                }
                for action in actions
            ]
        )


def _per_kind(kinds: Sequence[Any], of: Any, write: Callable[[Any], bytes]) -> list[bytes]:
    written = [write(kind) for kind in kinds]
    return [written[code] for code in of.tolist()]


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
        "mass_percent": _triple(percent),
        "mass_g_per_piece": _triple(grams, 6),
    }


def _origin(origin: Origin) -> bytes:
    return orjson.dumps(
        {
            "china_probability": _triple(origin.china_probability),
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


def _numbers_or_none(values: Any) -> list[float | int | None]:
    """Whole numbers without a point, NaN as None."""
    out: list[float | int | None] = values.tolist()
    if not np.isfinite(values).all():
        out = [None if math.isnan(value) else value for value in values.tolist()]
    return [int(v) if v is not None and v.is_integer() and abs(v) < 1e15 else v for v in out]  # type: ignore[union-attr]


def _totals(assessment: Assessment) -> dict[str, Any]:
    totals = assessment.totals
    names = (
        "parts", "needed", "needed_uncovered", "not_verified", "waits_part", "waits_law",
        "not_screened", "suspended", "not_needed", "currency",
    )  # fmt: skip
    return {
        **{name: getattr(totals, name) for name in names},
        "annual_spend": None if totals.annual_spend is None else round(totals.annual_spend, 2),
        "value_at_risk": _triple(totals.value_at_risk, 2),
        "by_currency": {code: dict(values) for code, values in totals.by_currency.items()},
        "first_run_out": None if totals.first_run_out is None else list(totals.first_run_out),
    }
