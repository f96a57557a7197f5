"""What a firm prints above its reports: its logo and a line with its name and address."""

import base64
import io
from dataclasses import dataclass
from pathlib import Path

from desktop_app.model.findings import CodedError, Problem, msg
from desktop_app.report.house_style import house_style
from desktop_app.report.raster import NoPictureError, on_white, read_pixels
from desktop_app.report.target import write_whole

WIDEST = 900
"""Pixels kept across: 300 a inch on the widest place a logo gets."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture ready for print: PNG as base64 text, so that contents stay plain values."""

    png: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Letterhead:
    """``sender``: one line, such as name and address; empty where there is none."""

    logo: Logo | None = None
    sender: str = ""


def read_letterhead(logo: Path | None, sender: str = "") -> Letterhead:
    """The letterhead of the settings, else that of the house. Raises CodedError (E_LOGO) where the logo
    is no picture."""
    house = house_style()
    logo, sender = logo or house.logo, " ".join(sender.split()) or house.sender
    return Letterhead(None if logo is None else _read_logo(logo), sender)


def keep_logo(logo: Path, kept: Path) -> None:
    """Stores a logo as it will be printed, so that it is there when its own file no longer is.

    Raises CodedError (E_LOGO, or E_TARGET and the like where it cannot be stored).
    """
    picture = base64.b64decode(_read_logo(logo).png)
    write_whole(kept, lambda place: _put(place, picture))


def _put(place: Path, picture: bytes) -> None:
    place.write_bytes(picture)


def _read_logo(path: Path) -> Logo:
    try:
        picture = read_pixels(path)
    except NoPictureError as failure:
        raise CodedError(
            Problem(
                "E_LOGO",
                msg(
                    "{file} cannot be printed as a logo; nothing was changed.",
                    file=path.name,
                ),
                msg("Choose a PNG or JPEG picture of at most 20 MB."),
            )
        ) from failure
    if picture.width > WIDEST:
        picture = picture.resize((WIDEST, max(1, round(picture.height * WIDEST / picture.width))))
    paper = on_white(picture)
    stream = io.BytesIO()
    paper.save(stream, "PNG")
    return Logo(base64.b64encode(stream.getvalue()).decode("ascii"), paper.width, paper.height)
