"""The pieces of a kept assessment, each made when it is asked for."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property


class Pieces(Mapping[str, bytes]):
    """JSON texts by name. None is held: all of them of a million rows take 700 MB, and what an earlier
    run has already is asked for its hash only. ``made`` must give the same text each time."""

    def __init__(self, made: Mapping[str, Callable[[], bytes]]) -> None:
        self._made = made

    def __getitem__(self, name: str) -> bytes:
        """Makes a piece."""
        return self._made[name]()

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(self._made)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._made)

    @cached_property
    def hashes(self) -> dict[str, str]:
        """The SHA-256 of every piece, by name in the order of names."""
        return {name: hashlib.sha256(self[name]).hexdigest() for name in sorted(self._made)}
