"""Lists of stock, and declarations, that stand for the parts themselves, where no other list names what
is bought.

A list of stock has a row for each storage place, or for each day on which some are needed. Its first row of a
material in a plant becomes the part, the others say more of it.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.lending import Picture
from desktop_app.intake.lent_facts import OF_A_SOURCE
from desktop_app.intake.roles import PLANNED, Shares
from desktop_app.intake.same_part import Pairs, normal_number
from desktop_app.model.parts import PartTable

Rows = NDArray[np.intp]


def fold(picture: Picture, shares: Shares) -> dict[int, tuple[Rows, Rows]]:
    """Per table, the rows that lent their facts to another row of it, and those left out (none).

    A lone list of stock stays as it is, unless it is one of requirements too: nothing needs its sums.
    """
    parts, found = picture.parts, dict[int, tuple[Rows, Rows]]()
    for table in shares.bases:
        fields = parts.columns[table].keys()
        is_alone = not shares.lenders and not fields >= PLANNED
        if is_alone or shares.role_of_bases not in ("planning", "purchasing"):
            continue
        if shares.role_of_bases == "purchasing":
            found |= _offered_once(picture, table)
            continue
        rows = np.flatnonzero(parts.frame["table"].to_numpy() == table)
        pairs = _onto_first(parts, rows, picture.not_usable)
        given = pairs.lending[pairs.lending != pairs.base]
        if len(given):
            picture.gather_rows(np.unique(pairs.base))
            picture.lend(pairs, "planning")
            found[table] = given, np.empty(0, dtype=np.intp)
    return found if shares.bases else _declared_alone(picture, shares)


def _offered_once(picture: Picture, table: int) -> dict[int, tuple[Rows, Rows]]:
    """The offers of several firms for one part, beside lists of its stock and need, are sources of one part."""
    rows = np.flatnonzero(picture.parts.frame["table"].to_numpy() == table)
    pairs = _onto_first(picture.parts, rows, picture.not_usable)
    given = pairs.lending[pairs.lending != pairs.base]
    if not len(given):
        return {}
    picture.lend(pairs, "purchasing")
    firms = picture.parts.frame["supplier"].iloc[pairs.lending].groupby(pairs.base).nunique()
    # Which of several offers is bought from nobody has said.
    picture.forget(firms.index[firms > 1].to_numpy(np.intp), (*sorted(OF_A_SOURCE), "currency"))
    return {table: (given, np.empty(0, dtype=np.intp))}


OF_ONE_SUBSTANCE = ("substance", "cas_number", "substance_percent", "substance_mass_g")


def _declared_alone(picture: Picture, shares: Shares) -> dict[int, tuple[Rows, Rows]]:
    """The same of declarations of what is in parts that no list names: a part is one row of it, and none
    of its substances is the part."""
    tables, found = picture.parts.frame["table"].to_numpy(), dict[int, tuple[Rows, Rows]]()
    for table, role in shares.lenders:
        if role != "declaration":
            continue
        rows = picture.named(np.flatnonzero(tables == table))
        pairs = _onto_first(picture.parts, rows, picture.not_usable)
        given = pairs.lending[pairs.lending != pairs.base]
        if len(given):
            picture.lend(pairs, "declaration")
            picture.gather_rows(np.unique(pairs.base), OF_ONE_SUBSTANCE)
            found[table] = given, np.empty(0, dtype=np.intp)
    return found


def _onto_first(parts: PartTable, rows: Rows, not_usable: frozenset[str]) -> Pairs:
    """Each row with the first of its material and plant: one whose stock is free, where there is any."""
    frame = parts.frame.iloc[rows]
    number = frame["part_number"].where(frame["part_number"].notna(), frame["mpn"])
    marks = frame["special_stock"].map(lambda mark: str(mark).strip().casefold())
    known = pd.DataFrame(
        {
            "row": rows,
            "number": number.map(normal_number).to_numpy(),
            "plant": frame["plant"].fillna("").to_numpy(),
            "taken": marks.isin(not_usable).to_numpy(),
        }
    )
    known = known[known["number"].notna()].sort_values(["taken", "row"], kind="stable")
    first = known.groupby(["number", "plant"])["row"].transform("first")
    return Pairs(known["row"].to_numpy(np.intp), first.to_numpy(np.intp))
