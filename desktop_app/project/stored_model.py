"""The values of the model as JSON: what intake found and what an assessment found out."""

from dataclasses import is_dataclass
from enum import Enum
from types import ModuleType

from desktop_app.model import (
    answers,
    assessment,
    findings,
    flags,
    inquiry,
    licence,
    match,
    parts,
    photo,
    reading,
    sources,
    spread,
    verdict,
)
from desktop_app.project.codec import Codec

MODULES: tuple[ModuleType, ...] = (
    answers, assessment, findings, flags, inquiry, licence, match, parts, photo, reading, sources, spread, verdict,
)  # fmt: skip


def _values_of(module: ModuleType) -> list[type]:
    return [
        found
        for found in vars(module).values()
        if isinstance(found, type)
        and found.__module__ == module.__name__
        and (is_dataclass(found) or issubclass(found, Enum | str))
    ]


MODEL = Codec(tuple(found for module in MODULES for found in _values_of(module)))
"""Every dataclass, enumeration and kind of text of the model room."""
