"""What a named user decided once: facts about suppliers, makers and kinds, matches, columns."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from desktop_app.model.findings import Message, msg
from desktop_app.model.sources import ROW_MARK
from desktop_app.project.corrections import Correction
from desktop_app.project.keys import PartKey, folded

Subject: TypeAlias = Literal["supplier", "maker", "kind"]
FactName: TypeAlias = Literal[
    "leaves_china", "lead_time_holds_licence", "general_licence_until", "standard_declaration"
]
SUBJECTS: tuple[Subject, ...] = ("supplier", "maker", "kind")
FACTS: tuple[FactName, ...] = (
    "leaves_china", "lead_time_holds_licence", "general_licence_until", "standard_declaration",
)  # fmt: skip
ANSWERS = ("yes", "no", "some")


@dataclass(frozen=True, slots=True)
class RecordedFact:
    """One fact for all parts of a supplier, a maker or a kind (a part family's id).

    ``answer`` is yes, no or some for the first two facts, where *some* means it differs by part and
    need not be asked again; ``until`` is the last day of a general licence; ``document`` names the
    standard declaration. Raises ValueError where the fact lacks its value.
    """

    subject: Subject
    name: str
    fact: FactName
    answer: Literal["yes", "no", "some"] | None = None
    until: date | None = None
    document: str = ""
    reason: str = ""
    by: str = ""
    on: date | None = None
    """Who recorded it and when, as far as that is known."""

    def __post_init__(self) -> None:
        """Checks that the fact has its own kind of value."""
        if self.subject not in SUBJECTS or self.fact not in FACTS or not self.name.strip():
            raise ValueError(f"no fact {self.fact!r} of {self.subject!r} {self.name!r}")
        has = {
            "leaves_china": self.answer in ANSWERS,
            "lead_time_holds_licence": self.answer in ANSWERS,
            "general_licence_until": isinstance(self.until, date),
            "standard_declaration": bool(self.document.strip()),
        }
        if not has[self.fact]:
            raise ValueError(f"{self.fact!r} is recorded without its value")

    @property
    def key(self) -> str:
        """The same fact of the same subject replaces this one."""
        return f"{self.subject}/{self.fact}/{self.name if self.is_kind else folded(self.name)}"

    @property
    def is_kind(self) -> bool:
        """Whether it speaks of a part family."""
        return self.subject == "kind"

    @property
    def flag(self) -> bool | None:
        """Yes and no as a truth value; *some* settles nothing."""
        return {"yes": True, "no": False}.get(self.answer or "")


Scope: TypeAlias = Literal["", "number", "description", "pattern"]
REVIEWED_EMPTY = "none"
"""Instead of a family: looked at, no rare earths and no other controlled material inside."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Whether parts recognised as ``family`` are it ("" where nothing was recognised). Without
    ``parts`` and ``scope`` it speaks of all parts of the family from ``maker`` (any maker where
    empty); with a ``scope`` of the parts whose number, description or pattern is among ``names``
    (see :func:`desktop_app.project.scopes.scoped`).

    ``instead``: the family they are, or ``REVIEWED_EMPTY``; "" where nobody said. ``by``, ``on``:
    who decided and when. Raises ValueError where it is right and something else at once, or where a
    scope has no names.
    """

    family: str
    is_right: bool
    maker: str = ""
    parts: tuple[PartKey, ...] = ()
    reason: str = ""
    scope: Scope = ""
    names: tuple[str, ...] = ()
    instead: str = ""
    by: str = ""
    on: date | None = None

    def __post_init__(self) -> None:
        """Checks that it says one thing."""
        if self.is_right and (self.instead or not self.family):
            raise ValueError("what is right is not something else")
        if bool(self.scope) != bool(self.names):
            raise ValueError("a scope and its names belong together")

    @property
    def key(self) -> str:
        """The same parts decided anew replace this one."""
        named = "|".join(sorted(f"{p.number}/{p.supplier}/{p.description}" for p in self.parts))
        if self.scope:
            named = "|".join((named, self.scope, *sorted(self.names)))
        scope = hashlib.sha256(named.encode()).hexdigest()[:16] if self.parts or self.scope else ""
        return f"{self.family}/{folded(self.maker)}/{scope}"


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Which column means what, for every table with these headings. ``fields``: heading as found to
    field of a part table, "" for a column that is not used."""

    fingerprint: str
    fields: Mapping[str, str] = field(hash=False)
    supplier: str = ""

    @property
    def key(self) -> str:
        """One mapping per supplier and heading row."""
        return f"{self.fingerprint}/{folded(self.supplier)}"


def header_fingerprint(headings: Sequence[str]) -> str:
    """16 hex digits of a heading row; case, width, blanks and signs make no difference."""
    joined = "\x1f".join(folded(heading) for heading in headings)
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


def mapping_for(
    mappings: Sequence[ColumnMapping], headings: Sequence[str], supplier: str = ""
) -> ColumnMapping | None:
    """The mapping remembered for these headings: that of the supplier, else a general one, else that
    on which the mappings of all other suppliers agree. What they contradict each other in is left
    to be read, never taken from one of them. None where nothing is left."""
    wanted = header_fingerprint(headings)
    fitting = [m for m in mappings if m.fingerprint == wanted]
    own = [m for m in fitting if m.supplier and folded(m.supplier) == folded(supplier)]
    found = own or [m for m in fitting if not m.supplier]
    return found[-1] if found else _agreed(wanted, fitting)


def _agreed(fingerprint: str, mappings: Sequence[ColumnMapping]) -> ColumnMapping | None:
    """A heading counts where every mapping that names it says the same, and a field where it is not
    left with two headings."""
    said: dict[str, set[str]] = {}
    for mapping in mappings:
        for heading, fact in mapping.fields.items():
            said.setdefault(heading, set()).add(fact)
    agreed = {heading: facts.pop() for heading, facts in said.items() if len(facts) == 1}
    of_rows = {name for name in agreed if name.startswith(ROW_MARK)}
    held = Counter(fact for heading, fact in agreed.items() if fact and heading not in of_rows)
    fields = {h: fact for h, fact in agreed.items() if h in of_rows or held[fact] <= 1}
    return ColumnMapping(fingerprint, fields) if fields else None


@dataclass(frozen=True, slots=True)
class SupplierAnswer:
    """One answer of a supplier about a part: the field it fills and the cell it stands in.

    ``sha256`` of the answered file; ``answered_on`` as the supplier dated it. Raises ValueError
    where the field cannot hold the value.
    """

    part: PartKey
    field: str
    value: str | float | bool | None
    file_name: str
    sha256: str
    cell: str = ""
    answered_on: date | None = None

    def __post_init__(self) -> None:
        """What it fills is as closed as what may be corrected."""
        Correction(self.part, self.field, None, None, self.value)

    @property
    def key(self) -> str:
        """A later answer about the same field of the same part replaces this one."""
        return f"{self.part.number}/{self.part.supplier}/{self.part.description}/{self.field}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A parameter the user set by own judgement. ``source``: who says so, or why.

    ``value``: one number, or (low, best, high) where the shipped parameter has three.
    """

    name: str
    value: float | tuple[float, ...]
    source: str

    @property
    def numbers(self) -> tuple[float, ...]:
        """The value as the figures of an assessment take it."""
        return self.value if isinstance(self.value, tuple) else (self.value,)

    @property
    def key(self) -> str:
        """One value per parameter."""
        return self.name


@dataclass(frozen=True, slots=True)
class ScenarioText:
    """A scenario of the user: the text of an overlay file of the register's own form."""

    name: str
    text: str

    @property
    def key(self) -> str:
        """One text per name."""
        return self.name


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of the project, such as the buyer's name or its currency."""

    name: str
    value: str

    @property
    def key(self) -> str:
        """One value per setting."""
        return self.name


ROLES: Mapping[str, Message] = {
    "buyer": msg("Buyer"),
    "consignee": msg("Consignee"),
    "end_user": msg("End user"),
}
"""Settings that name who buys, receives and uses the goods, as a reader calls them."""
