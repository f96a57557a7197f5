"""Finds the maker a cell names; a name must begin the cell or be a whole word of it."""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.matching.normal import normalise

if TYPE_CHECKING:
    from desktop_app.register.knowledge import Knowledge

_LEAST = 3


@lru_cache(maxsize=8)  # some hundred names are brought into order; each list and typed line asks
def maker_finder(
    knowledge: "Knowledge", *, of_one_kind: bool = False
) -> Callable[[str | None], str | None]:
    """A function from the text of a maker cell to the maker's id, None if not known.

    ``of_one_kind``: only makers of one kind of thing are looked for.
    """
    names = sorted(
        (
            (normalise(name), maker.id)
            for maker in knowledge.makers.values()
            if maker.makes_only or not of_one_kind
            for name in (maker.name, *maker.aliases)
            if len(name) >= _LEAST or not name.isascii()
        ),
        key=lambda entry: -len(entry[0]),
    )

    def find(text: str | None) -> str | None:
        if not text:
            return None
        plain = normalise(text)
        return next(
            (maker for name, maker in names if (name if name.isascii() else name.strip()) in plain),
            None,
        )

    return find
