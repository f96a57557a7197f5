"""Which families play which part in the rules of matching: data that load strictly, and no names in the code."""

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest

import desktop_app
from desktop_app.model.match import FORMS
from desktop_app.paths import shipped
from desktop_app.register.family_files import OTHER_ELEMENTS
from desktop_app.register.family_role_file import family_ids, read_family_roles
from desktop_app.register.family_roles import FamilyRoles
from desktop_app.register.knowledge import load_knowledge
from desktop_app.register.strict import RegisterError
from desktop_app.register.word_list_files import LISTS

FOLDER = shipped("resources", "register")
ROOM = Path(desktop_app.__file__).parent
FAMILIES = family_ids(FOLDER)
NAMES_A_FAMILY = ("head", "rival", "id", "family", "value")
"""Attributes and arguments that hold the id of a family."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The names of all families, and the table of roles to be spoiled."""
    (tmp_path / "families").mkdir()
    for path in (FOLDER / "families").glob("*.yaml"):
        (tmp_path / "families" / path.name).touch()
    for name in ("families.csv", "family_roles.csv"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("any_magnet,,magnet,", "any_magnet,,magnets,", ":2: there is no family 'magnets'"),
        ("any_magnet,,magnet,", "any_magnet,,magnet; motor,", ":2: 'any_magnet' is one family"),
        ("any_magnet,,", "a_magnet,,", ":2: there is no role 'a_magnet'"),
        ("any_magnet,,", "any_magnet,x,", ":2: 'any_magnet' has no key"),
        ("any_motor,,motor,", "any_magnet,,magnet,", "'any_magnet' is given twice"),
        ("of_value,passive,", "of_value,,", "'of_value' needs a key"),
        ("of_value,passive,", "of_value,valve,", "'of_value' has no key 'valve'"),
        ("products,,product-*,", "products,,produce-*,", "there is no family 'produce-*'"),
        ("products,,product-*,", "products,,*,", "there is no family '*'"),
        ("asides,,@packages;", "asides,,@papers;", "there is no family '@papers'"),
        ("asides,,@packages; intangible", "asides,,@packages; packaging", "is given before"),
        ("products,,product-*,", "packed,,product-*,", "'packed' is given twice"),
        ("role,key,", "roles,key,", ":1: columns must be"),
    ],
)
def test_a_slip_is_refused_with_its_line(folder: Path, old: str, new: str, what: str) -> None:
    table = folder / "family_roles.csv"
    text = table.read_text(encoding="utf-8")
    assert old in text
    table.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RegisterError, match=r"family_roles\.csv.*" + re.escape(what)):
        read_family_roles(folder)


@pytest.mark.parametrize(
    ("row", "what"), [("kit,,", "kit"), ("of_value,passive,", "of_value passive")]
)
def test_a_role_without_a_row_is_named(folder: Path, row: str, what: str) -> None:
    table = folder / "family_roles.csv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text("".join(x for x in lines if not x.startswith(row)), encoding="utf-8")
    with pytest.raises(RegisterError, match=rf"family_roles\.csv: {what} missing"):
        read_family_roles(folder)


def test_a_family_that_begins_so_and_a_role_further_up_are_taken_in(folder: Path) -> None:
    (folder / "families" / "process-new.yaml").touch()
    roles = read_family_roles(folder)
    assert "process-new" in roles.production
    assert roles.production < roles.plants
    assert roles.of_state["oxide heavy"] == "oxide-heavy"


def test_the_ids_of_families_are_those_that_are_read() -> None:
    assert load_knowledge().families.keys() == FAMILIES


def test_every_role_is_played() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOM / "matching").glob("*.py"))
    meant = {field.name for field in fields(FamilyRoles)}
    table = (FOLDER / "family_roles.csv").read_text(encoding="utf-8")
    assert {name for name in meant if f".{name}" not in code and f"@{name}" not in table} == set()


def test_no_family_is_named_in_the_code() -> None:
    """Forms, minerals and lists of words have names of their own, some of them the same words."""
    elsewhere = {*FORMS, *OTHER_ELEMENTS, *LISTS}
    found = []
    for path in sorted(ROOM.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        said = {
            (node.lineno, node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        named = said if path.parent.name == "matching" else {s for s in said if "-" in s[1]}
        found += [f"{path.name}:{line} {name}" for line, name in named if _is_of(name, elsewhere)]
        found += [f"{path.name}:{line} {name}" for line, name in _as_families(tree)]
    assert found == []


def _is_of(name: str, elsewhere: set[str]) -> bool:
    """Whether a text is the id of a family, or what several begin with."""
    begins = name.endswith("-") and any(family.startswith(name) for family in FAMILIES)
    return (name in FAMILIES and name not in elsewhere) or (begins and len(name) > 1)


def _as_families(tree: ast.AST) -> list[tuple[int, str]]:
    """Families in the places where only a family can stand, whatever else their names mean."""
    found = []
    for node in ast.walk(tree):
        places: list[ast.expr] = []
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute):
            places = node.comparators if node.left.attr in NAMES_A_FAMILY else []
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("families"):
            places = [node.slice]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("_replace"):
            places = [word.value for word in node.keywords if word.arg in NAMES_A_FAMILY]
        for place in places:
            if isinstance(place, ast.Constant) and place.value in FAMILIES:
                found.append((place.lineno, str(place.value)))
    return found
