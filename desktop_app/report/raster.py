"""Reads a picture that somebody chose, bounded: nothing of it but its pixels goes any further."""

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 20_000_000
MOST_PIXELS = 40_000_000
"""Far above any logo or photo; a picture that says it is larger is not opened. Own judgement."""
FORMATS = ("PNG", "JPEG")


class NoPictureError(Exception):
    """The file is no PNG or JPEG picture, is damaged, or too large."""


def read_pixels(path: Path) -> "Image":
    """The picture upright in RGBA, without anything else that its file says, such as where and when
    it was taken. Raises NoPictureError."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        if path.stat().st_size > MOST_BYTES:
            raise NoPictureError("too large")
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=FORMATS) as found:
                if not 0 < found.width * found.height <= MOST_PIXELS:
                    raise NoPictureError("too many pixels")
                upright = ImageOps.exif_transpose(found).convert("RGBA")
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError,
            Image.DecompressionBombWarning) as failure:  # fmt: skip
        raise NoPictureError(str(failure)) from failure
    pixels = Image.new("RGBA", upright.size)
    pixels.paste(upright)
    return pixels


def on_white(picture: "Image") -> "Image":
    """The picture without transparency, as paper shows it."""
    from PIL import Image

    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper
