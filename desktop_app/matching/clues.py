"""What bears on one kind of part, and the family that was found for it: what the rules hand each other."""

from typing import TYPE_CHECKING, Literal, NamedTuple

from desktop_app.matching.said import Reading

if TYPE_CHECKING:
    from desktop_app.matching.board_places import Place
    from desktop_app.matching.reports import Report
    from desktop_app.register.families import PartFamily
    from desktop_app.register.substances import HsClass, MagnetGrade, Substance

Evidence = Literal["A", "B", "C", "D"]


class Clues(NamedTuple):
    """Everything that may bear on one kind of part, each text read once. ``declared``: elements of
    its declaration of materials, with their percent of the part's mass where it is said. ``seller``:
    the supplier, where that is a maker of one kind. ``composed``: elements that a column of what the part
    is made of names without a figure, or the CAS number of something in it. ``place`` on a board."""

    description: Reading
    number: Reading
    material: Reading
    grade: Reading
    context: Reading
    substance: Reading
    declaration: Reading
    cas: str | None
    hs: "HsClass | None"
    maker: str | None
    stated_percent: float | None
    report: "Report | None" = None
    limited: tuple[str, ...] = ()
    declared: tuple[tuple[str, float | None], ...] = ()
    seller: str | None = None
    composed: tuple[str, ...] = ()
    place: "Place | None" = None


class Finding(NamedTuple):
    """The family and how well it is founded. ``substance``: what a number or an exact name stands
    for. ``form``: where the row says another form than the family's own, a wafer of it."""

    family: "PartFamily"
    rival: "PartFamily | None"
    evidence: Evidence
    clear: bool
    source: str
    grade: "MagnetGrade | None"
    material_named: bool
    named: tuple[str, ...]
    substance: "Substance | None" = None
    form: str | None = None
