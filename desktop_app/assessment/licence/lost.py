"""Scenarios in which suppliers lose the general licence under which they ship."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.matching.kinds import combined, merged, texts
from desktop_app.model.findings import Reason, msg
from desktop_app.model.licence import Licence
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread

ALL_SUPPLIERS = "all"


def lose_general_licences(
    parts: PartTable, licences: Spread[Licence], suppliers: Sequence[str]
) -> Spread[Licence]:
    """The licences without the general ones of these suppliers, or of ``all``.

    The verdict stays: what needed a licence needs one still, and now a single one. Names are
    compared without regard to capitals and blanks.
    """
    if not suppliers or not any(kind.general_licence for kind in licences.kinds):
        return licences
    names = {_folded(name) for name in suppliers}
    everybody = ALL_SUPPLIERS in suppliers
    loses = merged(texts(parts, "supplier"), lambda name: everybody or _folded(name or "") in names)
    return combined(licences, loses).map(lambda kind: _lost(kind[0]) if kind[1] else kind[0])


def _lost(licence: Licence) -> Licence:
    if not licence.general_licence:
        return licence
    said = msg("In this scenario the supplier has lost its general licence.")
    return replace(
        licence, general_licence=False, reasons=(*licence.reasons, Reason("status", said))
    )


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
