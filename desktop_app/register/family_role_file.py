"""Reads which families play which part in the rules of matching, strictly."""

from collections.abc import Collection, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, get_type_hints

from desktop_app.register.family_roles import Families, FamilyRoles
from desktop_app.register.strict import RegisterError, read_table

_COLUMNS = ("role", "key", "families", "why", "source")
_ROLES: Mapping[str, Any] = get_type_hints(FamilyRoles)
_CLASSES = ("heavy", "heavy57", "light")
_STATES = ("oxide", "metal", "compound", "alloy", "target")
_KEYS: Mapping[str, tuple[str, ...]] = {
    "of_state": tuple(f"{state} {kind}" for state in _STATES for kind in _CLASSES),
    "loose_magnets": ("SmCo", "NdFeB"),
    "fixed_magnets": ("SmCo", "NdFeB"),
    "of_value": ("capacitor", "inductor", "passive"),
}
"""What a line may say, for each of which a role has a family."""


def read_family_roles(folder: Path) -> FamilyRoles:
    """The roles of a folder of the register. Raises RegisterError with file and line.

    A family that ends in an asterisk stands for all whose ids begin so, ``@role`` for those of a role
    of several families further up.
    """
    path = folder / "family_roles.csv"
    known = family_ids(folder)
    found: dict[str, Any] = {}
    for line, row in read_table(path, _COLUMNS):
        role, kind = row["role"], _ROLES.get(row["role"])
        if kind is None:
            raise RegisterError(path, line, f"there is no role {role!r}")
        if not row["why"] or not row["source"]:
            raise RegisterError(path, line, "why and source must be given")
        is_keyed = kind not in (str, Families)
        if is_keyed != bool(row["key"]):
            raise RegisterError(path, line, f"{role!r} {'needs a' if is_keyed else 'has no'} key")
        if is_keyed and row["key"] not in _KEYS[role]:
            raise RegisterError(path, line, f"{role!r} has no key {row['key']!r}")
        if row["key"] in found.setdefault(role, {}):
            raise RegisterError(path, line, f"{role!r} is given twice")
        meant = _meant(path, line, row["families"], known, found)
        if kind != Families and len(meant) != 1:
            raise RegisterError(path, line, f"{role!r} is one family")
        found[role][row["key"]] = meant if kind == Families else next(iter(meant))
    missing = [field.name for field in fields(FamilyRoles) if field.name not in found]
    for role, keys in _KEYS.items():
        missing += [f"{role} {key}" for key in keys if key not in found.get(role, ())]
    if missing:
        raise RegisterError(path, None, f"{', '.join(missing)} missing")
    return FamilyRoles(**{role: said.get("", said) for role, said in found.items()})


def family_ids(folder: Path) -> Families:
    """The ids of all families: names of files and of rows of the table."""
    table = folder / "families.csv"
    lines = table.read_text(encoding="utf-8").splitlines()[1:]
    return frozenset(
        [path.stem for path in (folder / "families").glob("*.yaml")]
        + [line.partition(",")[0] for line in lines]
    )


def _meant(
    path: Path, line: int, families: str, known: Collection[str], found: Mapping[str, Any]
) -> Families:
    meant: set[str] = set()
    for term in (term.strip() for term in families.split(";")):
        begins = term.removesuffix("*")
        if term.startswith("@"):
            of_role = found.get(term[1:], {}).get("")
            named = of_role if isinstance(of_role, frozenset) else frozenset()
        elif begins != term and begins:
            named = frozenset(name for name in known if name.startswith(begins))
        else:
            named = frozenset({term} & {*known})
        if not named:
            raise RegisterError(path, line, f"there is no family {term!r}")
        if not meant.isdisjoint(named):
            raise RegisterError(path, line, f"{term!r} is given before")
        meant |= named
    return frozenset(meant)
