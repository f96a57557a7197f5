"""Columns of the list of risks that stand in it once the user asks for them, or groups by them."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.spread import Spread
from desktop_app.ui.table_data import Column, kinds_column

T = TypeVar("T")


def spare_columns(assessment: Assessment, catalogue: Catalogue) -> tuple[Column, ...]:
    """Those that say anything of the parts of this assessment."""
    return tuple(column for column in _columns(assessment, catalogue) if any(column.words))


def _columns(assessment: Assessment, catalogue: Catalogue) -> Iterator[Column]:
    text, parts = catalogue.text, assessment.parts
    yield _spare(
        "family", text("Kind of part"),
        assessment.matches,
        lambda kind: "" if kind.title is None else catalogue.say(kind.title),
    )  # fmt: skip
    yield _spare("manufacturer", text("Maker"), parts.text("manufacturer"), _plain)
    yield _spare(
        "made_in", text("Made in"), parts.text("country_of_origin"),
        lambda codes: catalogue.listed(map(catalogue.country, codes.split(";"))) if codes else "",
    )  # fmt: skip
    yield _spare("plant", text("Plant or line"), parts.text("plant"), _plain)
    yield _spare("owner", text("Purchasing group"), parts.text("owner"), _plain)
    yield _spare("material_group", text("Material group"), parts.text("material_group"), _plain)


def _plain(value: str | None) -> str:
    return value or ""


def _spare(name: str, title: str, source: Spread[T], say: Callable[[T], str]) -> Column:
    return kinds_column(name, title, source, say, width=110, most=200, is_spare=True, groups=True)
