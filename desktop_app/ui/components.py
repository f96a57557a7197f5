"""The libraries and fonts the program is built with, each with its licence."""

import csv
from importlib import metadata
from typing import NamedTuple

from desktop_app.paths import shipped


class Component(NamedTuple):
    """``licence`` is the expression its makers publish; ``version`` is "" where none is known."""

    name: str
    version: str
    licence: str
    home: str


def components() -> tuple[Component, ...]:
    """Those that are installed, as ``resources/components.csv`` lists them, and the fonts.

    The licences there are the expressions in the metadata of the wheels, of ReportLab, xlrd and
    python-bidi the licence file beside it.
    """
    with shipped("resources", "components.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    versions = [_version(row["distribution"]) for row in rows]
    is_known = any(versions)  # a frozen program carries no metadata: all are named then
    return tuple(
        Component(row["component"], version or "", row["licence"], row["home"])
        for row, version in zip(rows, versions, strict=True)
        if version is not None or not is_known
    )


def _version(distribution: str) -> str | None:
    """None where it is not installed: which parts of Qt are depends on the Python beside them."""
    if not distribution:
        return ""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None
