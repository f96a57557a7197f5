"""Strict reading of shipped data files: closed keys, no duplicates, errors name file and line.

Each reader of a key raises RegisterError where the key says anything else than it may.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from math import isfinite
from pathlib import Path
from typing import Any, ClassVar

import yaml

from desktop_app.model.findings import Message, msg

_MOST_SHOWN = 120
"""Characters of what was found that a message shows. Our judgement."""


class RegisterError(Exception):
    """A data file says something the program cannot accept: file, line, what, what is allowed.

    ``what``: a message where a user may have written the file, English where only we write such files.
    """

    def __init__(self, path: Path, line: int | None, what: Message | str) -> None:
        super().__init__(path, line, what)
        self.path, self.line, self.what = path, line, what

    @property
    def said(self) -> Message:
        """File, line and fault, to be said in any language."""
        place = f"{self.path.name}:{self.line}" if self.line else self.path.name
        return msg("{file}: {what}", file=place, what=self.what)

    def __str__(self) -> str:
        from desktop_app.language.catalogue import Catalogue

        return Catalogue("en").say(self.said)


def told(failure: RegisterError | OSError) -> Message | str:
    """Why a data file cannot be used, to be said in any language where it is a fault of its own."""
    return failure.said if isinstance(failure, RegisterError) else str(failure)


def shown(value: object) -> str:
    """What was found in a file, as a message shows it."""
    text = str(value) if isinstance(value, date) else repr(value)
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"


def outside(key: str, allowed: Sequence[str], found: object) -> Message:
    """A word that is none of a closed list."""
    return msg(
        "'{key}' must be one of {allowed}; found {found}",
        key=key, allowed=", ".join(allowed), found=shown(found),
    )  # fmt: skip


def doubled(what: str) -> Message:
    """What is given a second time."""
    return msg("'{what}' is given twice", what=what)


class Node(dict[str, Any]):
    """A mapping read from YAML that knows its file and line."""

    path: Path
    line: int

    def at(self, what: Message | str) -> RegisterError:
        """The error to raise about this mapping."""
        return RegisterError(self.path, self.line, what)

    def closed(self, required: Sequence[str], optional: Sequence[str] = ()) -> "Node":
        """Raises unless all required keys are there and no unknown ones."""
        for key in required:
            if key not in self:
                raise self.at(missing(key))
        for key in self:
            if key not in required and key not in optional:
                allowed = ", ".join([*required, *optional])
                raise self.at(
                    msg("unknown key '{key}'; allowed: {allowed}", key=key, allowed=allowed)
                )
        return self

    def day(self, key: str) -> date:
        """A required ISO date."""
        value = self.get(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.at(
                msg("'{key}' must be a date YYYY-MM-DD; found {found}", key=key, found=shown(value))
            )
        return value

    def one_of(self, key: str, allowed: Sequence[str]) -> str:
        """A required word out of a closed list."""
        value = self.get(key)
        if value not in allowed:
            raise self.at(outside(key, allowed, value))
        return str(value)


_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_BOOL, _TEXT, _MAP, _LIST = (_TAG + name for name in ("bool", "str", "map", "seq"))
_YES_NO = re.compile(r"^(?:yes|no|true|false)$")


class _Loader(_BASE):  # type: ignore[misc]
    """Only the small words yes, no, true and false are truth values: NO is Norway and ``on`` a
    key."""

    yaml_implicit_resolvers: ClassVar[Any] = {
        first: [(tag, pattern) for tag, pattern in known if tag != _BOOL]
        for first, known in _BASE.yaml_implicit_resolvers.items()
    }


_Loader.add_implicit_resolver(_BOOL, _YES_NO, list("yntf"))


def read_yaml(path: Path) -> Node:
    """A YAML mapping with lines. Raises RegisterError on syntax, duplicate keys or no mapping."""
    try:
        content = _Reader(path).value_in(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        raise RegisterError(path, mark.line + 1 if mark else None, no_yaml(problem)) from problem
    except UnicodeDecodeError as problem:
        raise RegisterError(path, None, msg("it is no text in UTF-8")) from problem
    if not isinstance(content, Node):
        raise RegisterError(path, 1, no_keys(content))
    return content


def no_yaml(problem: yaml.YAMLError) -> Message:
    """What a text is that YAML cannot read; the reason is the library's, in English."""
    said = getattr(problem, "problem", None) or str(problem)
    return msg("it is no YAML ({why})", why=said)


def no_text(what: str) -> Message:
    """What should be text and is a number, a day or a list."""
    return msg("'{what}' must be text; put it in quotes", what=what)


def missing(key: str) -> Message:
    """A required key that is not there."""
    return msg("'{key}' is missing", key=key)


def empty(key: str) -> Message:
    """A key that says nothing."""
    return msg("'{key}' must not be empty", key=key)


def belongs(key: str, to: str) -> Message:
    """A key that stands beside one value of another and beside none else."""
    return msg("'{key}' goes only with '{to}'", key=key, to=to)


def no_keys(found: object) -> Message:
    """What stands where keys with values belong."""
    return msg("keys with values belong here; found {found}", found=shown(found))


class _Reader:
    """Values of one file. Mappings become Nodes, lists and texts are taken as they stand: PyYAML's
    own way through them takes twice as long, and most of a start goes into such files. Numbers, days
    and whatever else is left to it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.made: dict[int, Any] = {}
        """Mappings and lists by their place in memory, for an alias names one made before."""

    def value_in(self, content: str) -> Any:
        self.loader = _Loader(content)
        try:
            node = self.loader.get_single_node()
            return None if node is None else self._value(node)
        finally:
            self.loader.dispose()

    def _value(self, node: Any) -> Any:
        tag = node.tag
        if tag == _TEXT:
            return node.value
        if tag not in (_MAP, _LIST):
            return self._figure(node)
        place = id(node)
        if place not in self.made:
            self.made[place] = _UNFINISHED
            self.made[place] = self._mapping(node) if tag == _MAP else self._list(node)
        elif self.made[place] is _UNFINISHED:
            raise RegisterError(self.path, node.start_mark.line + 1, "an alias holds itself")
        return self.made[place]

    def _figure(self, node: Any) -> Any:
        """A number, a day, a truth value; what PyYAML stumbles over is no failure of the program."""
        line = node.start_mark.line + 1
        if len(node.value) > LONGEST_FIGURE:
            raise RegisterError(
                self.path, line, msg("a number longer than any; put text in quotes")
            )
        try:
            return self.loader.construct_object(node, deep=True)
        except (ArithmeticError, AttributeError, LookupError, ValueError) as fault:
            what = msg(
                "{found} is no number and no day; put text in quotes", found=shown(node.value)
            )
            raise RegisterError(self.path, line, what) from fault

    def _mapping(self, node: Any) -> Node:
        found = Node()
        found.path, found.line = self.path, node.start_mark.line + 1
        for key_node, value_node in node.value:
            key = self._value(key_node)
            if not isinstance(key, str):
                line = key_node.start_mark.line + 1
                raise RegisterError(self.path, line, no_text(shown(key)))
            if key in found:
                line = key_node.start_mark.line + 1
                raise RegisterError(self.path, line, doubled(key))
            found[key] = self._value(value_node)
        return found

    def _list(self, node: Any) -> list[Any]:
        return [self._value(entry) for entry in node.value]


_UNFINISHED = object()
LONGEST_FIGURE = 100
"""Characters of a number or day. A number of thousands of digits can be read and not be said."""


def nodes(parent: Node, key: str) -> tuple[Node, ...]:
    """A list of mappings; empty where the key is absent."""
    value = parent.get(key, [])
    if not isinstance(value, list):
        raise parent.at(msg("'{key}' must be a list", key=key))
    return tuple(node_of(parent, entry) for entry in value)


def node_of(parent: Node, value: object) -> Node:
    """A mapping inside another."""
    if not isinstance(value, Node):
        raise parent.at(no_keys(value))
    return value


def text(node: Node, key: str) -> str:
    """A text; empty where an optional key is absent."""
    value = node.get(key, "")
    if not isinstance(value, str):
        raise node.at(no_text(key))
    return value


def filled(node: Node, key: str) -> str:
    """A required text that says something."""
    if not text(node, key).strip():
        raise node.at(empty(key))
    return text(node, key)


def is_number(value: object) -> bool:
    """Whether a value is a finite number; a truth value is none."""
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def number(node: Node, key: str) -> float | None:
    """A number; None where the key is absent."""
    value = node.get(key)
    if value is not None and not is_number(value):
        raise node.at(msg("'{key}' must be a number", key=key))
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
        raise node.at(msg("'{key}' must be a list of texts; put numbers in quotes", key=key))
    for word in value:
        if allowed and word not in allowed:
            raise node.at(outside(key, allowed, word))
    return tuple(value)


def read_table(path: Path, columns: Sequence[str]) -> list[tuple[int, Mapping[str, str]]]:
    """A CSV file with exactly these columns, as (line, row). Raises RegisterError otherwise."""
    with path.open(newline="", encoding="utf-8") as stream:
        reader = csv.reader(stream)
        headings = next(reader, [])
        if tuple(headings) != tuple(columns):
            raise RegisterError(
                path, 1, f"columns must be {', '.join(columns)}; found {headings or None}"
            )
        rows: list[tuple[int, Mapping[str, str]]] = []
        for cells in reader:
            if len(cells) == len(columns):
                rows.append((reader.line_num, dict(zip(columns, cells, strict=True))))
            elif cells:
                raise RegisterError(path, reader.line_num, "has too many or too few cells")
        return rows
