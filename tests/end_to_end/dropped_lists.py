"""Lists of a case as they lie in its JSON, written as files of a drop; and what ``--json`` says of them."""

import csv
import json
from pathlib import Path
from typing import Any

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.report.assessment_json import assessment_json


def dropped(case: dict[str, Any], folder: Path) -> list[Path]:
    """Its ``files``, each with ``name`` and ``rows``, as CSV in that folder."""
    paths = [folder / file["name"] for file in case["files"]]
    for path, file in zip(paths, case["files"], strict=True):
        with path.open("w", newline="", encoding="utf-8") as stream:
            csv.writer(stream).writerows(file["rows"])
    return paths


def told(result: Assessment) -> dict[str, Any]:
    """The answer in English, as ``--json`` writes it."""
    found: dict[str, Any] = json.loads(b"".join(assessment_json(result, Catalogue("en"))))
    return found
