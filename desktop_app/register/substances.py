"""Substances, magnet grades and makers: what an exact name, number or grade in a row stands for."""

from dataclasses import dataclass

from desktop_app.model.verdict import Interval


@dataclass(frozen=True, slots=True)
class Substance:
    """A substance with its CAS number. ``mass_percent`` of each tracked element by stoichiometry.

    ``names``: what in a text means exactly this substance. ``family``: the part family it belongs
    to. ``verified``: how the row was checked.
    """

    cas: str
    name: str
    names: tuple[str, ...]
    formula: str
    mass_percent: tuple[tuple[str, float], ...]
    family: str
    verified: str


@dataclass(frozen=True, slots=True)
class MagnetGrade:
    """A grade of permanent magnet. ``heavy``: mass percent of Dy and Tb together, None where not
    published; ``probability`` that they exceed 0.1 %. ``maker``: id, where the name alone would
    mean another grade. ``needs_context``: only a grade where the row speaks of magnets.
    """

    grade: str
    spellings: tuple[str, ...]
    family: str
    material: str
    heavy: Interval | None
    probability: float
    maker: str
    needs_context: bool
    source: str


@dataclass(frozen=True, slots=True)
class GradePattern:
    """What is, and is not, to be read as a grade: texts that a test runs."""

    id: str
    meaning: str
    must_match: tuple[str, ...]
    must_not_match: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Maker:
    """A maker. ``light``/``heavy``: share of its light and heavy rare earths separated in China.

    ``makes_only``: the family of nearly all it sells, empty where it sells several kinds; our judgement.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str
    roles: tuple[str, ...]
    light: Interval
    heavy: Interval
    source: str
    judged: bool
    makes_only: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a form is usually made: probability that the controlled stage took place in China."""

    form: str
    material: str
    china: Interval
    source: str
    judged: bool


@dataclass(frozen=True, slots=True)
class HsClass:
    """What a customs number prefix says about the kind of part; never enough to decide.

    ``hints`` refine a family that the description names only in general.
    """

    prefix: str
    family: str
    hints: frozenset[str]
    meaning: str


@dataclass(frozen=True, slots=True)
class PropertyRule:
    """How a technical property is stated in a text: a figure with one of ``units``, times
    ``factor`` in the unit of the property's name. It needs one of ``words`` near it, where there are
    any and the part is in none of the forms or families ``bare_in``; one of ``not_words`` makes it something
    else, and so does a value outside ``low`` to ``high``."""

    property: str
    units: tuple[str, ...]
    factor: float
    words: tuple[str, ...]
    bare_in: tuple[str, ...]
    not_words: tuple[str, ...]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Judgements:
    """Figures of our own judgement, as read from ``judgements.csv`` with what they mean.

    ``yes_from``/``likely_from``/``no_below``: bounds of the content verdict. ``family_width``:
    half of that round the probability of a family. ``expected_by_grade``: from this probability a
    grade counts as holding Dy or Tb. ``terbium_beside_dysprosium``: share of such grades that hold Tb
    as well. ``claimed_free``: probability left by a claim without a report.
    ``earth_free_claim``: the same for all rare earths. ``doubtful_family``: factor where the family
    is not clear, ``respelled`` where that is only because a misspelled word was put right,
    ``unnamed_thing`` where an unknown word names the thing. ``contradicted``:
    probability where the customs number says otherwise.
    ``absence_limit_percent``: mass percent up to which a report reads as absence, for
    ``report_valid_months`` months from its date.
    """

    yes_from: float
    likely_from: float
    no_below: float
    expected_by_grade: float
    family_width: float
    terbium_beside_dysprosium: float
    claimed_free: float
    earth_free_claim: float
    doubtful_family: float
    respelled: float
    unnamed_thing: float
    contradicted: float
    absence_limit_percent: float
    report_valid_months: float
