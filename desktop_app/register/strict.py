"""Strict reading of shipped data files: closed keys, no duplicates, errors name file and line."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from math import isfinite
from pathlib import Path
from typing import Any, ClassVar

import yaml


class RegisterError(Exception):
    """A data file says something the program cannot accept: file, line, what, what is allowed."""

    def __init__(self, path: Path, line: int | None, what: str) -> None:
        place = f"{path.name}:{line}" if line else path.name
        super().__init__(f"{place}: {what}")
        self.path, self.line, self.what = path, line, what


class Node(dict[str, Any]):
    """A mapping read from YAML that knows its file and line."""

    path: Path
    line: int

    def at(self, what: str) -> RegisterError:
        """The error to raise about this mapping."""
        return RegisterError(self.path, self.line, what)

    def closed(self, required: Sequence[str], optional: Sequence[str] = ()) -> "Node":
        """Raises unless all required keys are there and no unknown ones."""
        for key in required:
            if key not in self:
                raise self.at(f"'{key}' is missing")
        for key in self:
            if key not in required and key not in optional:
                allowed = ", ".join([*required, *optional])
                raise self.at(f"unknown key '{key}'; allowed: {allowed}")
        return self

    def day(self, key: str) -> date:
        """A required ISO date."""
        value = self.get(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.at(f"'{key}' must be a date YYYY-MM-DD, found {value!r}")
        return value

    def one_of(self, key: str, allowed: Sequence[str]) -> str:
        """A required word out of a closed list."""
        value = self.get(key)
        if value not in allowed:
            raise self.at(f"'{key}' must be one of {', '.join(allowed)}; found {value!r}")
        return str(value)


_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOOL = "tag:yaml.org,2002:bool"
_YES_NO = re.compile(r"^(?:yes|no|true|false)$")


def read_yaml(path: Path) -> Node:
    """A YAML mapping with lines. Raises RegisterError on syntax, duplicate keys or no mapping."""

    class Loader(_BASE):  # type: ignore[misc]
        """Mappings become Nodes; duplicate keys are refused. Only the small words yes, no, true and
        false are truth values: NO is Norway and ``on`` a key."""

        yaml_implicit_resolvers: ClassVar[Any] = {
            first: [(tag, pattern) for tag, pattern in known if tag != _BOOL]
            for first, known in _BASE.yaml_implicit_resolvers.items()
        }

    def construct_mapping(loader: Any, node: Any) -> Iterator[Node]:
        found = Node()
        found.path, found.line = path, node.start_mark.line + 1
        yield found
        for key_node, value_node in node.value:
            key = loader.construct_object(key_node, deep=True)
            line = key_node.start_mark.line + 1
            if key in found:
                raise RegisterError(path, line, f"'{key}' is given twice")
            if not isinstance(key, str):
                raise RegisterError(path, line, f"key {key!r} must be text; put it in quotes")
            found[key] = loader.construct_object(value_node, deep=True)

    Loader.add_implicit_resolver(_BOOL, _YES_NO, list("yntf"))
    Loader.add_constructor("tag:yaml.org,2002:map", construct_mapping)
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        raise RegisterError(path, mark.line + 1 if mark else None, str(problem)) from problem
    except ValueError as problem:  # a day such as 30 February, or bytes that are no UTF-8
        raise RegisterError(path, None, str(problem)) from problem
    if not isinstance(content, Node):
        raise RegisterError(path, 1, "must be a mapping of keys to values")
    return content


def nodes(parent: Node, key: str) -> tuple[Node, ...]:
    """A list of mappings; empty where the key is absent."""
    value = parent.get(key, [])
    if not isinstance(value, list):
        raise parent.at(f"'{key}' must be a list")
    return tuple(node_of(parent, entry) for entry in value)


def node_of(parent: Node, value: object) -> Node:
    """A mapping inside another."""
    if not isinstance(value, Node):
        raise parent.at(f"expected keys and values, found {value!r}")
    return value


def text(node: Node, key: str) -> str:
    """A text; empty where an optional key is absent."""
    value = node.get(key, "")
    if not isinstance(value, str):
        raise node.at(f"'{key}' must be text; put it in quotes")
    return value


def filled(node: Node, key: str) -> str:
    """A required text that says something."""
    if not text(node, key).strip():
        raise node.at(f"'{key}' must not be empty")
    return text(node, key)


def is_number(value: object) -> bool:
    """Whether a value is a finite number; a truth value is none."""
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def number(node: Node, key: str) -> float | None:
    """A number; None where the key is absent."""
    value = node.get(key)
    if value is not None and not is_number(value):
        raise node.at(f"'{key}' must be a number")
    return None if value is None else float(value)


def whole_number(node: Node, key: str) -> int | None:
    """A whole number of one and more; None where the key is absent."""
    value = node.get(key)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 1):
        raise node.at(f"'{key}' must be a whole number of one and more")
    return value


def words(node: Node, key: str, allowed: Sequence[str] = ()) -> tuple[str, ...]:
    """A list of texts, each out of ``allowed`` where given."""
    value = node.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise node.at(f"'{key}' must be a list of texts; put numbers in quotes")
    for word in value:
        if allowed and word not in allowed:
            raise node.at(f"'{key}': unknown word '{word}'; allowed: {', '.join(allowed)}")
    return tuple(value)


def read_table(path: Path, columns: Sequence[str]) -> list[tuple[int, Mapping[str, str]]]:
    """A CSV file with exactly these columns, as (line, row). Raises RegisterError otherwise."""
    with path.open(newline="", encoding="utf-8") as stream:
        reader = csv.DictReader(stream)
        if tuple(reader.fieldnames or ()) != tuple(columns):
            raise RegisterError(
                path, 1, f"columns must be {', '.join(columns)}; found {reader.fieldnames}"
            )
        rows: list[tuple[int, Mapping[str, str]]] = []
        for row in reader:
            if None in row or None in row.values():
                raise RegisterError(path, reader.line_num, "has too many or too few cells")
            rows.append((reader.line_num, row))
        return rows
