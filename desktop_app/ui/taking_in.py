"""Files that were read, laid beside those on the desk; newer versions in the place of the older."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop_app.model.reading import Reading
    from desktop_app.project.versions import VersionChange


class Taken(NamedTuple):
    """``reading``: all files now; ``changes``: what newer versions changed; ``beside``: all files
    where the older versions stay too."""

    reading: "Reading"
    changes: "tuple[VersionChange, ...]"
    beside: "Reading"


def take_in(known: "Reading | None", fresh: "Reading") -> Taken:
    """Runs in a worker: comparing two versions looks at every value."""
    from desktop_app.model.reading import joined
    from desktop_app.project import versions

    reading, changes = versions.take_in(known, fresh)
    if known is None or not changes:
        return Taken(reading, (), reading)
    return Taken(reading, changes, joined(known, fresh))
