"""What was found in the files, as the ``files`` block of the JSON document."""

from collections.abc import Sequence
from typing import Any

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import Issue, Problem, msg
from desktop_app.model.sources import SheetFound, SourceFile, TableFound


def files_json(files: Sequence[SourceFile], catalogue: Catalogue) -> list[dict[str, Any]]:
    """What was found in the files, as the ``files`` block of the document."""
    return [
        {
            "path": found.path,
            "sha256": found.sha256 or None,
            "format": found.format or None,
            "outcome": found.outcome,
            "problem": _problem(found.problem, catalogue),
            "supplier": found.supplier,
            "language": found.language,
            "sheets": [_sheet(sheet) for sheet in found.sheets],
            "issues": [_issue(issue, catalogue) for issue in (*_about(found), *found.issues)],
        }
        for found in files
    ]


def _about(found: SourceFile) -> tuple[Issue, ...]:
    """A file that was read and holds no list says so like everything else."""
    if found.outcome != "no_table":
        return ()
    what = msg("No parts table was found: no row looks like the headings of one. If there "
               "is one, copy it to a sheet of its own.")  # fmt: skip
    return (Issue("E_NO_TABLE", "warning", what),)


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
