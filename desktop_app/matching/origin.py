"""Where parts were made: as declared, else only a probability by maker or usual stage."""

from functools import partial
from typing import TYPE_CHECKING

from desktop_app.matching.kinds import combined, merged, texts
from desktop_app.matching.makers import maker_finder
from desktop_app.model.findings import Country, Message, msg
from desktop_app.model.match import Match, Origin
from desktop_app.model.parts import PartTable
from desktop_app.model.spread import Spread
from desktop_app.model.verdict import Interval

if TYPE_CHECKING:
    from desktop_app.register.knowledge import Knowledge

NOWHERE: Interval = (0.0, 0.5, 1.0)
DECLARED_ELSEWHERE: Interval = (0.0, 0.0, 0.0)
DECLARED_CHINA: Interval = (1.0, 1.0, 1.0)


def find_origins(
    parts: PartTable, matches: Spread[Match], knowledge: "Knowledge"
) -> Spread[Origin]:
    """Origin of every part. Names and addresses of firms never make a country."""
    kinds = combined(
        texts(parts, "country_of_origin"),
        texts(parts, "leaves_china"),
        merged(texts(parts, "manufacturer"), maker_finder(knowledge)),
        merged(matches, lambda match: (match.form, match.material)),
    )
    return kinds.map(partial(_origin, knowledge))


def _origin(
    knowledge: "Knowledge",
    kind: tuple[str | None, bool | None, str | None, tuple[str | None, str | None]],
) -> Origin:
    declared, leaves, maker_id, (form, material) = kind
    country = declared if declared and len(declared) == 2 and declared.isalpha() else None
    leaves_china = leaves if isinstance(leaves, bool) else None
    if country is not None:
        china = DECLARED_CHINA if country == "CN" else DECLARED_ELSEWHERE
        said = msg("Country of origin as declared: {country}.", country=Country(country))
        return Origin(country, leaves_china, china, "declared", "B", reasons=(said,))
    reasons: tuple[Message, ...] = ()
    if declared:
        reasons = (
            msg(
                "The cell names several countries or none that can be read: {text}.", text=declared
            ),
        )
    maker = knowledge.makers.get(maker_id or "")
    if maker is not None:
        reasons += (msg(
            "Where it was made is not stated; {maker} takes its rare earths from China with about this probability.",
            maker=maker.name,
        ),)  # fmt: skip
        return Origin(None, leaves_china, maker.heavy, "maker", "D", reasons=reasons)
    stage = next(
        (
            s for s in knowledge.stages
            if s.form in ("*", form) and s.material in ("", material)
        ),
        None,
    )  # fmt: skip
    if stage is None or form is None:
        return Origin(None, leaves_china, NOWHERE, "none", None, reasons=reasons)
    reasons += (msg("Where it was made is not stated; such parts usually come from there."),)
    return Origin(None, leaves_china, stage.china, "stage_share", "D", reasons=reasons)
