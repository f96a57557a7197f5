"""A whole assessment in pieces, and back to the last figure.

A past run is not reckoned anew: law and program have moved on since, and it must read as it did.
Its pieces are cut so that what did not change between two runs is the same piece.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import partial
from typing import Any

import orjson
import pandas as pd

from desktop_app.model.assessment import Assessment
from desktop_app.model.parts import PartTable
from desktop_app.project.pieces import Pieces
from desktop_app.project.stored_model import MODEL


def pack_assessment(assessment: Assessment) -> Pieces:
    """JSON texts by name: one per field of an assessment, one per column of its tables."""
    pieces: dict[str, Callable[[], bytes]] = {}
    for field in fields(assessment):
        value = getattr(assessment, field.name)
        if isinstance(value, PartTable):
            pieces |= _frame_pieces(f"{field.name}/frame", value.frame)
            rest = {f.name: getattr(value, f.name) for f in fields(value) if f.name != "frame"}
            pieces[field.name] = partial(_text, rest)
        elif isinstance(value, pd.DataFrame):
            pieces |= _frame_pieces(field.name, value)
        else:
            pieces[field.name] = partial(_text, value)
    return Pieces(pieces)


def unpack_assessment(pieces: Mapping[str, bytes]) -> Assessment:
    """The assessment of its pieces. Raises ValueError where they are not whole."""
    try:
        given: dict[str, Any] = {}
        for field in fields(Assessment):
            name = field.name
            columns = {
                key.removeprefix(f"{name}/"): text
                for key, text in pieces.items()
                if key.startswith(f"{name}/")
            }
            if name == "parts":
                framed = _frame({k.removeprefix("frame/"): text for k, text in columns.items()})
                given[name] = PartTable(framed, **_value(pieces[name]))
            elif columns:
                given[name] = _frame(columns)
            elif name in pieces:
                given[name] = _value(pieces[name])
        return Assessment(**given)
    except (KeyError, TypeError) as wrong:
        raise ValueError(f"not a whole assessment: {wrong}") from wrong


def _frame_pieces(name: str, frame: pd.DataFrame) -> dict[str, Callable[[], bytes]]:
    """Numbered, because the order of columns belongs to a table."""
    return {
        f"{name}/{at:03d}-{column}": partial(_text, frame[[column]])
        for at, column in enumerate(frame.columns)
    }


def _frame(columns: Mapping[str, bytes]) -> pd.DataFrame:
    frames = [_value(columns[name]) for name in sorted(columns)]
    merged = {name: frame[name] for frame in frames for name in frame.columns}
    return pd.DataFrame(merged, copy=False)


def _text(value: Any) -> bytes:
    return orjson.dumps(MODEL.pack(value))


def _value(text: bytes) -> Any:
    return MODEL.unpack(orjson.loads(text))
