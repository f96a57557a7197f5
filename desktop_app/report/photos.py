"""Makes a photo of a part ready for print: small, upright, and without what a camera wrote into it."""

import base64
import io
from pathlib import Path

from desktop_app.model.findings import CodedError, Problem, msg
from desktop_app.model.photo import Photo
from desktop_app.report.raster import NoPictureError, on_white, read_pixels

LONGEST = 800
"""Pixels kept along the longer side: 300 an inch on the place a photo has in a dossier, and some to
look closer on the screen."""
QUALITY = 85
"""Of the JPEG that is kept, some 80 kB for a photo. Our judgement."""


def read_photo(path: Path) -> Photo:
    """A photo as it is kept and printed. Raises CodedError (E_PHOTO) where the file is no picture."""
    from PIL import Image

    try:
        picture = on_white(read_pixels(path))
    except NoPictureError as failure:
        raise CodedError(
            Problem(
                "E_PHOTO",
                msg(
                    "{file} is no picture that can be printed; nothing was changed.", file=path.name
                ),
                msg("Choose a PNG or JPEG picture of at most 20 MB."),
            )
        ) from failure
    picture.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=QUALITY, optimize=True)
    kept = base64.b64encode(stream.getvalue()).decode("ascii")
    return Photo(kept, picture.width, picture.height)


def printable(photo: Photo | None) -> Photo | None:
    """The photo; None where it cannot be drawn: a project may come from anybody, and its dossier is
    printed all the same, with the empty place of a photo."""
    from PIL import Image

    if photo is None:
        return None
    try:
        with Image.open(io.BytesIO(photo.data), formats=("JPEG",)) as found:
            if found.size != (photo.width, photo.height) or max(found.size) > LONGEST:
                return None
            found.load()
    except (OSError, ValueError, SyntaxError):
        return None
    return photo
