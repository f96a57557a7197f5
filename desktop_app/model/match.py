"""What a part was recognised as: family, form, composition, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from desktop_app.model.bounds import StatedValue
from desktop_app.model.findings import Message
from desktop_app.model.verdict import Interval, Ternary

RARE_EARTHS = (
    "Sc", "Y", "La", "Ce", "Pr", "Nd", "Pm", "Sm", "Eu", "Gd", "Tb", "Dy", "Ho", "Er", "Tm", "Yb",
    "Lu",
)  # fmt: skip

ContentVerdict: TypeAlias = Literal["yes", "likely", "trace", "no", "unknown"]
MatchOutcome: TypeAlias = Literal["sure", "ambiguous", "none"]

FORMS = (
    "metal", "alloy", "target", "magnet", "oxide", "compound", "mixture",       # listed by No. 18
    "crystal", "fibre", "ceramic", "phosphor", "powder", "scrap", "solution", "ore",        # raw
    "motor", "generator", "rotor", "sensor", "loudspeaker", "magnet_assembly", "catalyst",
    "battery", "electronics", "lamp", "display", "optics", "machine", "vehicle", "medical",
    "coated_part", "cast_part", "wire", "tool", "chemical", "kit", "other",
)  # fmt: skip
"""Closed list of forms. The register says which of them an announcement lists or frees."""


PROPERTIES: Mapping[str, str] = {
    "purity_percent": "%",
    "density_g_cm3": "g/cm3",
    "flexural_strength_mpa": "MPa",
    "tensile_strength_mpa": "MPa",
    "mean_size_um": "um",
    "energy_density_wh_kg": "Wh/kg",
    "capacity_mah_g": "mAh/g",
    "power_kw": "kW",
    "diameter_mm": "mm",
    "length_mm": "mm",
    "width_mm": "mm",
    "thickness_mm": "mm",
    "tungsten_percent": "%",
    "elastic_limit_mpa": "MPa",
    "bore_mm": "mm",
    "design_pressure_gpa": "GPa",
    "frequency_mhz": "MHz",
    "transmittance_percent": "%",
    "volume_m3": "m3",
    "kiln_diameter_m": "m",
    "dislocations_per_cm2": "/cm2",
    "least_side_mm": "mm",
    "inner_diameter_mm": "mm",
    "wall_mm": "mm",
    "silver_percent": "%",
    "curved": "",
    "polycrystal": "",
}
"""Technical properties that controls ask for; each has its unit in its name. The last two are said or
denied in words: 1 is yes, 0 is no."""


@dataclass(frozen=True, slots=True)
class ElementContent:
    """One element in the part as bought.

    ``state``: YES or NO only on evidence that may decide (grade A or B, or material named);
    UNKNOWN otherwise. ``probability`` that it is present at all in a relevant amount.
    ``mass_percent``: share of the bearing material's mass in the part, None where not known.
    ``by_grade``: YES because magnets of this grade usually contain it (probability >= 0.80).
    ``at_most_percent``: what a usable dated report leaves of it, with the elements it is summed with.
    """

    symbol: str
    state: Ternary
    probability: Interval
    mass_percent: Interval | None
    evidence: Literal["A", "B", "C", "D"]
    by_grade: bool = False
    at_most_percent: float | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Outcome of the matching for one kind of part.

    ``family``/``runner_up``: ids of part families; ``runner_up_form``: form of the latter.
    ``title``: the family in words. ``form``: one of FORMS, None when unknown. ``form_evidence`` A, B or C when the form
    may decide, D when it may not. ``material``: NdFeB, SmCo, ferrite, AlNiCo, SmFeN, or a substance
    name, None when unknown. ``probability``: that the part contains any of the 17 rare earths.
    ``bearing_g_per_piece``: mass of the bearing material in one piece; ``bearing_share``: mass
    fraction of the part that is bearing material (1 for a bare magnet).
    ``listed_probability``: that a listed element is present in a listed form (for basis ``kind``).
    ``minerals``: other controlled minerals named by the family (Ga, Ge, W ...).
    ``properties``: stated technical properties, (one of PROPERTIES, value or its bounds).
    ``element_free_claim``: the row claims freedom from heavy rare earths without a figure.
    ``alternatives``: what else the line names as what the part may be ("SmCo/NdFeB").
    """

    outcome: MatchOutcome
    verdict: ContentVerdict
    probability: Interval | None
    family: str | None = None
    title: Message | None = None
    runner_up: str | None = None
    runner_up_form: str | None = None
    margin: float = 0.0
    form: str | None = None
    form_evidence: Literal["A", "B", "C", "D"] | None = None
    evidence: Literal["A", "B", "C", "D"] | None = None
    material: str | None = None
    grade: str | None = None
    elements: tuple[ElementContent, ...] = ()
    bearing_g_per_piece: Interval | None = None
    bearing_share: Interval | None = None
    listed_probability: float = 0.0
    minerals: tuple[str, ...] = ()
    properties: tuple[tuple[str, StatedValue], ...] = ()
    trace_only: bool = False
    element_free_claim: bool = False
    is_kit: bool = False
    reasons: tuple[Message, ...] = ()
    words: tuple[str, ...] = ()
    decides: Message | None = None
    alternatives: tuple["Match", ...] = ()

    @property
    def may_be_listed(self) -> bool:
        """Whether it was recognised as something that a control may reach."""
        named = self.verdict in ("yes", "likely") or bool(self.minerals)
        likely = named or self.listed_probability > SELDOM_LISTED
        return likely or any(other.may_be_listed for other in self.alternatives)

    def element(self, symbol: str) -> ElementContent | None:
        """The content entry of an element, if the part may hold it."""
        return next((e for e in self.elements if e.symbol == symbol), None)


SELDOM_LISTED = 0.05
"""Probability of a listed element in a listed form up to which a kind of part is clear (verdicts.md)."""
UNRECOGNISED = Match(outcome="none", verdict="unknown", probability=None)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a part was made, and whether this delivery leaves China.

    ``country``: ISO2 as declared; None when missing, unreadable or several. ``leaves_china``: a
    recorded fact; None when nobody said. ``china_probability`` of the controlled stage.
    """

    country: str | None
    leaves_china: bool | None
    china_probability: Interval
    basis: Literal["declared", "recorded", "maker", "stage_share", "none"]
    evidence: Literal["A", "B", "C", "D"] | None
    already_inside: bool = False
    reasons: tuple[Message, ...] = ()
