"""What a table of a set of files is for: it lists what is bought, or it says more about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from desktop_app.intake.same_part import is_anybodys, loose_number, normal_number
from desktop_app.model.parts import PartTable

Role: TypeAlias = Literal[
    "list", "demand", "orders", "catalogue", "purchasing", "planning", "declaration"
]
"""``list``: quantities of what is bought, as a bill of materials. ``demand``: how many a year. ``orders``:
quantities with a day of delivery. ``catalogue``: materials without quantities. ``purchasing``: several
suppliers of a material. ``planning``: stock, consumption, requirements, open orders. ``declaration``: the
substances in a part."""

PLANNING = frozenset(
    (
        "stock_on_hand", "stock_blocked", "in_transit", "special_stock", "annual_quantity",
        "requirement_date", "requirement_quantity", "open_order_quantity", "confirmed_date",
    )
)  # fmt: skip
OF_A_LIST = frozenset(
    (
        "quantity", "unit_price", "annual_spend", "hs_code", "country_of_origin", "magnet_grade",
        "unit_mass_g", "mpn", "manufacturer",
    )
)  # fmt: skip
"""Facts that say of a table that it describes what is bought."""
BOUGHT = frozenset(
    (
        "quantity", "unit_price", "annual_quantity", "annual_spend", "stock_on_hand", "hs_code",
        "country_of_origin", "magnet_grade",
    )
)  # fmt: skip
"""What a list of bought parts or chemicals has beside their substances, and no declaration without shares:
as a declaration, it would lend none of it."""
NUMBERS = ("part_number", "mpn")
DEMANDS = frozenset(("annual_quantity", "requirement_quantity"))
SEVERAL = 0.05
"""Share of materials with more than one supplier that makes a list one of sources. Own judgement."""
PREFERENCE: tuple[Role, ...] = ("list", "demand", "orders", "catalogue", "purchasing", "planning")
"""Whose rows are the parts: the first role that any table has."""
ORDER: tuple[Role, ...] = ("catalogue", "demand", "purchasing", "orders", "planning", "declaration")
"""In which the others are asked what more they know."""
PLANNED = frozenset(("stock_on_hand", "requirement_date"))
"""What a list of stock and requirements by day has of each material, each such list of its own."""
BUYS = frozenset(("demand", "orders", "catalogue", "purchasing"))
"""Roles whose rows are bought parts too where no other list names them."""


@dataclass(frozen=True)
class Shares:
    """Tables whose rows are parts, and tables that lend facts to them, with the role of each."""

    bases: tuple[int, ...]
    lenders: tuple[tuple[int, Role], ...]
    role_of_bases: Role | None = None


def share_out(
    parts: PartTable,
    answers: frozenset[int] = frozenset(),
    bought: frozenset[int] = frozenset(),
) -> Shares:
    """Sorts the tables by what they are for. Two lists of the same kind lend one another nothing.

    ``answers``: tables of minerals questionnaires. What they list is bought by nobody for that; they
    lend to every other list. ``bought``: tables that are called purchases; how many were bought is no
    bill of a product, and says who sells a part.
    """
    of_table = parts.frame["table"].to_numpy()
    roles: dict[int, Role] = {
        table: role_of(parts, np.flatnonzero(of_table == table), parts.columns[table])
        for table in np.unique(of_table).tolist()
    }
    roles |= {table: "purchasing" for table in bought if roles.get(table) == "list"}
    roles |= _described_by_stores(parts, roles)
    lists = {table: role for table, role in roles.items() if table not in answers} or roles
    best = next((role for role in PREFERENCE if role in lists.values()), None)
    bases = [table for table, role in lists.items() if role == best]
    if best == "planning":
        bases = _fullest_first(_said_what(bases, parts), parts)
        both = [table for table in bases if parts.columns[table].keys() >= PLANNED]
        bases = both or _with_stock(bases, parts)[:1] or bases[:1]
    lenders: list[tuple[int, Role]] = [
        (table, "catalogue" if table in answers else role)
        for table, role in roles.items()
        if table not in bases
    ]
    if best in ("catalogue", "purchasing") and len(bases) > 1:
        further = _of_the_same_parts(parts, bases)
        bases = [table for table in bases if table not in further]
        lenders += [(table, "purchasing") for table in further]
    # Plants that need a part are known before its stock is counted.
    needs = {table: not parts.columns[table].keys() & DEMANDS for table in roles}
    lenders.sort(key=lambda item: (ORDER.index(item[1]), needs[item[0]], item[0]))
    return Shares(tuple(bases), tuple(lenders), best)


def _described_by_stores(parts: PartTable, roles: Mapping[int, Role]) -> dict[int, Role]:
    """Lists of stock that say what each part is, one row for each, beside offers of several firms that give bare
    numbers: they are the list of materials then, and the offers speak of it."""
    of_table, column = parts.frame["table"].to_numpy(), parts.frame["part_number"]
    texts = parts.frame["description"].notna().to_numpy()
    offers = [table for table, role in roles.items() if role == "purchasing"]
    is_open = {"list", "demand", "orders", "catalogue"}.isdisjoint(roles.values())
    if not offers or not is_open or texts[np.isin(of_table, offers)].any():
        return {}
    offered = set(column[np.isin(of_table, offers)].map(normal_number)) - {None}
    found: dict[int, Role] = {}
    for table in (table for table, role in roles.items() if role == "planning"):
        rows = of_table == table
        own = column[rows].map(normal_number)
        is_one = bool(own.notna().all()) and not own.duplicated().any() and texts[rows].all()
        if is_one and len(offered & {*own}) >= SAME_PARTS * len(offered):
            found[table] = "catalogue"
    return found


def _of_the_same_parts(parts: PartTable, tables: Sequence[int]) -> list[int]:
    """Of lists of materials those that say more of the parts of another: purchasing records beside a
    material list, offers of several firms for the same parts.

    The list that names no suppliers comes first, then the longer one; a list that has nothing but numbers
    comes last. Short bare numbers of two firms prove nothing.
    """
    of_table, column = parts.frame["table"].to_numpy(), parts.frame["part_number"].to_numpy()
    numbers = {
        table: {loose_number(text) or normal_number(text) for text in column[of_table == table]}
        - {None}
        for table in tables
    }
    firms = parts.frame["supplier"].notna().to_numpy()
    has_firms = {table: bool(firms[of_table == table].any()) for table in tables}
    texts = parts.frame["description"].notna().to_numpy()
    is_bare = {table: not texts[of_table == table].any() for table in tables}
    order = sorted(
        tables, key=lambda table: (is_bare[table], has_firms[table], -len(numbers[table]), table)
    )
    mains, further = [order[0]], list[int]()
    for table in order[1:]:
        own = numbers[table]
        shared = max((len(own & numbers[main]) / max(1, min(len(own), len(numbers[main])))
                      for main in mains), default=0.0)  # fmt: skip
        is_plain = all(number is not None and is_anybodys(number) for number in own)
        is_doubtful = is_plain and (has_firms[order[0]] or tell_apart(parts, order[0], table))
        if shared >= SAME_PARTS and not is_doubtful:
            further.append(table)
        else:
            mains.append(table)
    return further


def tell_apart(parts: PartTable, one: int, other: int) -> bool:
    """Whether two lists call most of their common numbers by different names."""
    frame = parts.frame[["table", "part_number", "description"]].dropna()
    called = [
        {
            number: text.casefold()
            for number, text in frame.loc[
                frame["table"] == table, ["part_number", "description"]
            ].itertuples(index=False)
        }
        for table in (one, other)
    ]
    both = called[0].keys() & called[1].keys()
    differ = sum(called[0][number] != called[1][number] for number in both)
    return bool(both) and differ >= SAME_PARTS * len(both)


SAME_PARTS = 0.5
"""Share of the smaller list's numbers that make two lists of materials ones of the same parts. Own
judgement."""


def _said_what(tables: Sequence[int], parts: PartTable) -> list[int]:
    """Of lists of stock and needs those that say what the materials are, where others give bare numbers:
    what stands in a store of another plant is no part that is bought."""
    of_table, texts = parts.frame["table"].to_numpy(), parts.frame["description"].notna().to_numpy()
    column = parts.frame["part_number"].to_numpy()
    said = [table for table in tables if texts[of_table == table].any()]
    bare = np.isin(of_table, [table for table in tables if table not in said])
    numbers = {normal_number(text) for text in column[bare]} - {None}
    named = {normal_number(text) for text in column[np.isin(of_table, said)]}
    # A few open orders that say what they are of must not take the store's other materials away.
    is_whole = len(numbers & named) >= SAME_PARTS * len(numbers)
    return said if said and is_whole else list(tables)


def _fullest_first(tables: Sequence[int], parts: PartTable) -> list[int]:
    """Lists of stock and needs in an order that does not hang on that of the files: who says what a year
    needs first, then of how many materials."""
    of_table, numbers = parts.frame["table"].to_numpy(), parts.frame["part_number"].to_numpy()

    def key(table: int) -> tuple[bool, int, str, int]:
        fields = parts.columns[table].keys()
        materials = len({number for number in numbers[of_table == table] if number is not None})
        return "annual_quantity" not in fields, -materials, " ".join(sorted(fields)), table

    return sorted(tables, key=key)


def _with_stock(tables: Iterable[int], parts: PartTable) -> list[int]:
    return [table for table in tables if "stock_on_hand" in parts.columns[table]]


def role_of(parts: PartTable, rows: NDArray[np.intp], columns: Mapping[str, int]) -> Role:
    """The role of one table. ``rows``: its parts; ``columns``: fact to column."""
    fields = columns.keys()
    is_about_substances = fields & {"substance", "cas_number"} and (
        fields & {"substance_percent", "substance_mass_g"}
        or (
            fields >= {"substance", "cas_number"}
            and (not fields & BOUGHT or _has_several_substances(parts, rows))
        )
    )
    if is_about_substances and fields & set(NUMBERS):
        return "declaration"
    if "open_order_quantity" in fields or (fields & PLANNING and not fields & OF_A_LIST):
        return "planning"
    if "quantity" in fields:
        return "orders" if "confirmed_date" in fields else "list"
    if "annual_quantity" in fields:
        return "demand"
    return "purchasing" if _has_several_suppliers(parts, rows, columns) else "catalogue"


SUBSTANCES_OF_ONE = 2
"""Rows of a part number from which on they are of what is in it: who buys chemicals has one of each. Own
judgement."""


def _has_several_substances(parts: PartTable, rows: NDArray[np.intp]) -> bool:
    """Whether the numbers of a table stand in several rows each, with another substance in each of them."""
    said = parts.frame.iloc[rows][["part_number", "cas_number"]].dropna()
    numbers = said["part_number"].nunique()
    is_once = not said.duplicated().any()
    return is_once and 0 < numbers * SUBSTANCES_OF_ONE <= len(said)


def _has_several_suppliers(
    parts: PartTable, rows: NDArray[np.intp], columns: Mapping[str, int]
) -> bool:
    if not {"part_number", "supplier"} <= columns.keys() or not len(rows):
        return False
    frame = parts.frame.iloc[rows]
    named = frame[frame["part_number"].notna() & frame["supplier"].notna()]
    suppliers: pd.Series[int] = named.groupby("part_number")["supplier"].nunique()
    return bool(len(suppliers) and (suppliers > 1).mean() > SEVERAL)
