"""Photos that a user attached to parts: copies, kept in the log with everything else."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.model.parts import PartTable
from desktop_app.model.photo import Photo
from desktop_app.project.keys import PartKey, digest, folded


@dataclass(frozen=True, slots=True)
class PartPhoto:
    """The photo of a part. ``label``: what the part is called in the list of activities; ``sha256``:
    the digest of the picture. Raises ValueError where the two do not belong together."""

    part: PartKey
    label: str
    photo: Photo
    sha256: str

    def __post_init__(self) -> None:
        """A copy that is not the one that was attached is worth nothing."""
        if self.photo.sha256 != self.sha256:
            raise ValueError("the photo has another digest")

    @property
    def key(self) -> str:
        """One photo per part: a later one takes its place."""
        return "/".join((self.part.number, self.part.supplier, self.part.description))


def photo_for(parts: PartTable, part_id: int, label: str, photo: Photo) -> PartPhoto:
    """The record that attaches a photo to a part of a table as imported."""
    return PartPhoto(_key_of(parts, part_id), label, photo, photo.sha256)


def photo_of(photos: Iterable[PartPhoto], parts: PartTable, part_id: int) -> PartPhoto | None:
    """The photo of a part of a table as imported, or of its number and supplier where its description
    was reworded since; None where it has none. A photo of another row of the same number is that
    row's, and no other's."""
    found = tuple(photos)
    if not found:
        return None
    key = _key_of(parts, part_id)
    exact = next((made for made in found if made.part == key), None)
    if exact is not None or not key.number:
        return exact
    same = [made for made in found if _is_reworded(made.part, key)]
    taken = _keys_of_number(parts, key.number) if same else frozenset()
    return next((made for made in same if made.part not in taken), None)


def _is_reworded(key: PartKey, now: PartKey) -> bool:
    return (key.number, key.supplier) == (now.number, now.supplier)


def _keys_of_number(parts: PartTable, number: str) -> frozenset[PartKey]:
    """The keys of all rows of a number; looked for only where a photo of another description is."""
    own, makers = (parts.frame[name].tolist() for name in ("part_number", "mpn"))
    rows = enumerate(zip(own, makers, strict=True))
    return frozenset(_key_of(parts, row) for row, texts in rows if _number(*texts) == number)


def _key_of(parts: PartTable, part_id: int) -> PartKey:
    """As ``keys.keys_of`` has it. Of this part alone: the window asks on its own thread, and an index
    of a million parts takes seconds."""
    number, mpn, supplier, description = (
        parts.value(part_id, name) for name in ("part_number", "mpn", "supplier", "description")
    )
    return PartKey(_number(number, mpn), folded(_text(supplier)), digest(_text(description)))


def _number(own: object, makers: object) -> str:
    return folded(_text(own)) or folded(_text(makers))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
