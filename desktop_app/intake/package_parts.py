"""Which part of a xlsx package holds what, as its workbook says it. Runs in the reader child only.

Names are compared without capitals and with slashes: programs write them otherwise than they name them.
"""

import posixpath
import re
import zipfile
from typing import NamedTuple
from xml.etree import ElementTree

from desktop_app.intake.preflight import main_part

_WORKBOOK = re.compile(r"(^|/)workbook\d*\.xml$")


class Relation(NamedTuple):
    """``kind``: the last word of its type, as ``worksheet``; ``target``: the part as it is written."""

    kind: str
    target: str


def workbook_part(package: zipfile.ZipFile) -> str:
    """The name of the workbook part, in small letters and with slashes: the usual one, or the one that the
    package names. Raises StopIteration where it has none."""
    names = [name.replace("\\", "/").lstrip("/").casefold() for name in package.namelist()]
    usual = next((name for name in names if _WORKBOOK.search(name)), None)
    if usual is not None:
        return usual
    main = main_part(package, names)
    return next(name for name in names if name == main and name.endswith(".xml"))


def _relations(package: zipfile.ZipFile) -> tuple[str, dict[str, Relation]]:
    """The folder of the workbook part, and what it names by number: kind and target."""
    names = _by_plain_name(package)
    folder, base = posixpath.split(workbook_part(package))
    relations = names.get(posixpath.join(folder, "_rels", f"{base}.rels"))
    targets: dict[str, Relation] = {}
    if relations is not None:
        for relation in ElementTree.fromstring(package.read(relations)):  # noqa: S314 - no DTD: preflight
            kind = relation.get("Type", "").rpartition("/")[2]
            targets[relation.get("Id", "")] = Relation(kind, relation.get("Target", ""))
    return folder, targets


def _by_plain_name(package: zipfile.ZipFile) -> dict[str, str]:
    return {name.replace("\\", "/").lstrip("/").casefold(): name for name in package.namelist()}


def _target(names: dict[str, str], folder: str, target: str) -> str | None:
    """The part that a relation of the workbook leads to; None where there is none."""
    target = target.replace("\\", "/")
    path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    return names.get(posixpath.normpath(path).casefold()) if target else None


def related_part(package: zipfile.ZipFile, kind: str) -> str | None:
    """The part of a kind, such as ``sharedStrings``, that the workbook names; None without one."""
    folder, relations = _relations(package)
    target = next((relation.target for relation in relations.values() if relation.kind == kind), "")
    return _target(_by_plain_name(package), folder, target)


def sheet_parts(package: zipfile.ZipFile) -> list[tuple[str, bool, str | None]]:
    """(sheet name, hidden, part name or None) in the order of the workbook."""
    names = _by_plain_name(package)
    folder, relations = _relations(package)
    found: list[tuple[str, bool, str | None]] = []
    for element in ElementTree.fromstring(package.read(names[workbook_part(package)])).iter():  # noqa: S314
        if element.tag.rpartition("}")[2] != "sheet":
            continue
        reference = next((v for k, v in element.attrib.items() if k.endswith("}id")), "")
        target = relations.get(reference, Relation("", "")).target
        is_hidden = element.get("state", "visible") != "visible"
        found.append((element.get("name", ""), is_hidden, _target(names, folder, target)))
    return found
