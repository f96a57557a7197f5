"""The part of an assessment that one purchasing group answers for: verdicts, days and moves stay as
they were judged over the whole list, counts and sums are made anew."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop_app.assessment.summary import total
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import CodedError, Problem, msg
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread

T = TypeVar("T")


class Group(NamedTuple):
    """A purchasing group as its cells name it, with how many ``parts`` it has of those of the whole
    list, and how many of the list name no group."""

    name: str
    parts: int
    of_parts: int
    nameless: int


def one_group(assessment: Assessment, name: str) -> tuple[Assessment, Group]:
    """What concerns the parts of one group, named in any case. What changed since an earlier run,
    scenarios and draws are of the whole list and left out.

    Raises CodedError (E_NOT_FOUND) where no part names the group, with the groups there are.
    """
    owners = assessment.parts.text("owner")
    wanted = _folded(name)
    stays = owners.array(lambda owner: owner is not None and _folded(owner) == wanted, bool)
    if not stays.any():
        raise CodedError(_not_there(name, tuple(sorted(k for k in owners.kinds if k))))
    ids = np.flatnonzero(stays)
    nameless = int((~owners.array(bool, bool)).sum())
    own = str(owners[int(ids[0])])
    group = Group(own, len(ids), len(assessment.parts), nameless)
    return _restricted(assessment, ids, stays), group


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


MOST_NAMED = 12


def _not_there(name: str, groups: tuple[str, ...]) -> Problem:
    if not name:
        what = msg("This part names no purchasing group.")
    else:
        what = msg("No part of these files names the purchasing group {group}.", group=name)
    if not groups:
        return Problem("E_NOT_FOUND", what, msg("Say which column names the purchasing group."))
    named = "; ".join(groups[:MOST_NAMED]) + ("; …" if len(groups) > MOST_NAMED else "")
    return Problem("E_NOT_FOUND", what, msg("Named are: {groups}.", groups=named))


def _restricted(found: Assessment, ids: NDArray[np.intp], stays: NDArray[np.bool_]) -> Assessment:
    new_id = np.cumsum(stays) - 1

    def renumbered(entries: Mapping[int, T]) -> dict[int, T]:
        return {int(new_id[part]): value for part, value in entries.items() if stays[part]}

    own = _own(found.parts, ids, renumbered)
    licences, numbers = _taken(found.licences, ids), found.numbers.iloc[ids].reset_index(drop=True)
    on_file = (
        replace(one, part_ids=tuple(int(new_id[part]) for part in one.part_ids if stays[part]))
        for one in found.licences_on_file
    )
    return replace(
        found,
        parts=own,
        matches=_taken(found.matches, ids),
        origins=_taken(found.origins, ids),
        licences=licences,
        shortage=_taken(found.shortage, ids),
        actions=_taken(found.actions, ids),
        numbers=numbers,
        order=new_id[found.order[stays[found.order]]].astype(np.int64),
        totals=total(own, licences, numbers),
        warnings=None if found.warnings is None else _taken(found.warnings, ids),
        flags=None if found.flags is None else _taken(found.flags, ids),
        remarks=renumbered(found.remarks),
        products=tuple(
            replace(stop, part_id=int(new_id[stop.part_id]))
            for stop in found.products
            if stays[stop.part_id]
        ),
        licences_on_file=tuple(one for one in on_file if one.part_ids),
        draws=None, potential=None, since=None, scenarios=(),
    )  # fmt: skip


def _taken(values: Spread[T], ids: NDArray[np.intp]) -> Spread[T]:
    """The values of some parts; kinds that none of them has are gone."""
    used, of = np.unique(values.of[ids], return_inverse=True)
    return Spread(tuple(values.kinds[code] for code in used.tolist()), of.astype(np.int32))


def _own(
    parts: PartTable,
    ids: NDArray[np.intp],
    renumbered: Callable[[Mapping[int, Any]], dict[int, Any]],
) -> PartTable:
    """The parts with these numbers. Whatever a table of parts maps, it maps from the number of a part,
    so that what is added to it some day is not lost here."""
    of_parts: dict[str, Any] = {
        each.name: renumbered(held)
        for each in fields(parts)
        if isinstance(held := getattr(parts, each.name), Mapping)
    }
    return replace(parts, frame=parts.frame.iloc[ids].reset_index(drop=True), **of_parts)
