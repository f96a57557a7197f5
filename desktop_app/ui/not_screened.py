"""Parts nobody could place: one line per material group, with how many and what they cost."""

from dataclasses import dataclass

import numpy as np

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.spread import Spread, combine, merged
from desktop_app.ui.table_data import Column, TableData


@dataclass(frozen=True, eq=False)
class NotScreened:
    """``of_part``: the group of each part, "" for parts that were screened."""

    table: TableData
    of_part: Spread[str]


def not_screened(assessment: Assessment, catalogue: Catalogue) -> NotScreened:
    """Groups of parts that wait for recognition, the largest first."""
    parts = assessment.parts
    waits = assessment.licences.map(lambda kind: kind.waits_on == "recognition")
    grouped = combine(waits, parts.text("material_group"), parts.text("section"))
    unnamed = catalogue.text("no material group named")
    of_part = merged(grouped, lambda kind: (kind[1] or kind[2] or unnamed) if kind[0] else "")
    sizes = np.bincount(of_part.of, minlength=len(of_part.kinds))
    chosen = [at for at, name in enumerate(of_part.kinds) if name and sizes[at]]
    chosen.sort(key=lambda at: (-int(sizes[at]), of_part.kinds[at]))
    places = np.arange(len(chosen), dtype=np.int32)
    columns = (
        Column("group", catalogue.text("Material group"),
               [of_part.kinds[at] for at in chosen], places, width=120, grows=1),
        Column("parts", catalogue.text("Parts"), [catalogue.number(int(sizes[at])) for at in chosen],
               places, keys=[int(sizes[at]) for at in chosen],
               amounts=[float(sizes[at]) for at in chosen], width=56, right=True),
        Column("spend", catalogue.text("Annual spend"),
               _spend(assessment, of_part, chosen, catalogue), places, width=110, right=True,
               quiet=True, falls=1),
    )  # fmt: skip
    table = TableData(columns, places.astype(np.int64), searched=("group",),
                      spoken=("group", "parts", "spend"))  # fmt: skip
    return NotScreened(table, of_part)


def _spend(
    assessment: Assessment, of_part: Spread[str], chosen: list[int], catalogue: Catalogue
) -> list[str]:
    """The spend of each group, one sum per currency; empty where nobody stated any."""
    spend = assessment.parts.number("annual_spend")
    currency = assessment.parts.text("currency")
    known = np.isfinite(spend)
    cells = of_part.of.astype(np.int64) * max(1, len(currency.kinds)) + currency.of
    sums = np.bincount(
        cells[known], weights=spend[known], minlength=len(of_part.kinds) * len(currency.kinds)
    ).reshape(len(of_part.kinds), len(currency.kinds))
    said = []
    for at in chosen:
        ordered = sorted(np.flatnonzero(sums[at]).tolist(), key=lambda code: -sums[at][code])
        said.append(
            catalogue.grouped(
                catalogue.money(
                    float(sums[at][code]),
                    currency.kinds[code] or catalogue.text("(no currency)"),
                )
                for code in ordered
            )
        )
    return said
