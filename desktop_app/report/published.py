"""Makers that publish what their parts contain: they are asked for the document, not for figures."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from desktop_app.intake.answer_words import folded
from desktop_app.model.findings import msg
from desktop_app.paths import shipped
from desktop_app.report.sections.questions import Asked
from desktop_app.report.view import View


@cache
def _makers() -> Mapping[str, re.Pattern[str]]:
    """Maker to how its name begins, from ``resources/published_declarations.csv``."""
    found = {}
    path = shipped("resources", "published_declarations.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            names = "|".join(re.escape(folded(name)) for name in row["names"].split(";"))
            found[row["maker"]] = re.compile(rf"(?:{names})(?![\w-])")
    return found


def publisher(view: View, part_id: int) -> str:
    """The maker of a part that publishes what its parts contain; "" where none does. Where no maker is
    named, the supplier may be it."""
    name = view.fact(part_id, "manufacturer") or view.fact(part_id, "supplier")
    plain = folded(str(name)) if name else ""
    return next((maker for maker, begins in _makers().items() if begins.match(plain)), "")


def asked_for_documents(view: View, asked: list[Asked]) -> Iterator[Asked]:
    """The questions, those about composition apart for each maker that publishes it."""
    for one in asked:
        if one.question.narrows != "composition":
            yield one
            continue
        by_maker: dict[str, list[int]] = {}
        for part_id in one.parts:
            by_maker.setdefault(publisher(view, part_id), []).append(part_id)
        for maker, parts in by_maker.items():
            text = one.question.text if not maker else msg(
                "{question} {maker} publishes documents on what its parts contain: please send the one "
                "for this part.",
                question=one.question.text,
                maker=maker,
            )  # fmt: skip
            yield Asked(replace(one.question, text=text), parts)
