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
ORIENTATION = 0x0112
"""The tag of EXIF that says how a camera was held: https://exiftool.org/TagNames/EXIF.html."""
LEVELS = 256
"""Greys of eight bits for one of sixteen."""


class NoPictureError(Exception):
    """The file is no PNG or JPEG picture, is damaged, or too large."""


def read_pixels(path: Path) -> "Image":
    """The picture upright in RGBA, without anything else that its file says, such as where and when
    it was taken. Raises NoPictureError."""
    from PIL import Image, UnidentifiedImageError

    try:
        if not path.is_file():  # to open a pipe would wait for ever
            raise NoPictureError("no file")
        if path.stat().st_size > MOST_BYTES:
            raise NoPictureError("too large")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=FORMATS) as found:
                if not 0 < found.width * found.height <= MOST_PIXELS:
                    raise NoPictureError("too many pixels")
                upright = _upright(_of_eight_bits(found).convert("RGBA"), _orientation(found))
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError,
            Image.DecompressionBombWarning) as failure:  # fmt: skip
        raise NoPictureError(str(failure)) from failure
    pixels = Image.new("RGBA", upright.size)
    pixels.paste(upright)
    return pixels


def _of_eight_bits(picture: "Image") -> "Image":
    """Greys of sixteen bits as eight: converted as they are, all but the darkest would be white."""
    if not picture.mode.startswith("I"):
        return picture
    return picture.convert("I").point(lambda grey: grey * (1 / LEVELS)).convert("L")


def _orientation(picture: "Image") -> int:
    """1 to 8; 1, as it lies, where the picture says nothing that can be read. What Pillow raises over
    damaged EXIF is of many kinds, and the pixels are whole all the same."""
    try:
        return int(picture.getexif().get(ORIENTATION, 1))
    except Exception:
        return 1


def _upright(picture: "Image", orientation: int) -> "Image":
    from PIL.Image import Transpose

    turned = {
        2: Transpose.FLIP_LEFT_RIGHT, 3: Transpose.ROTATE_180, 4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE, 6: Transpose.ROTATE_270, 7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }.get(orientation)  # fmt: skip
    return picture if turned is None else picture.transpose(turned)


def on_white(picture: "Image") -> "Image":
    """The picture without transparency, as paper shows it."""
    from PIL import Image

    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper
