"""A picture that belongs to a part, ready for print."""

import base64
import binascii
import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Photo:
    """``picture``: a JPEG as base64 text, so that what holds it stays a plain value; its size in
    pixels. Raises ValueError where it is none or has no size."""

    picture: str
    width: int
    height: int

    def __post_init__(self) -> None:
        """What is stored under a part can be drawn as it is."""
        if self.width < 1 or self.height < 1 or not self.data.startswith(b"\xff\xd8\xff"):
            raise ValueError("a photo is a JPEG with a width and a height")

    @property
    def data(self) -> bytes:
        """The bytes of the picture. Raises ValueError where the text is no base64."""
        try:
            return base64.b64decode(self.picture, validate=True)
        except binascii.Error as wrong:
            raise ValueError("a photo is base64 text") from wrong

    @property
    def sha256(self) -> str:
        """The digest of its bytes in hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()
