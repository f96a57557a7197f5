"""Word tables in the form in which headings and cells are compared with them, kept between runs.

To bring some thousand words into that form takes longer than to read them back; how they are kept, and
when they are made anew, ``desktop_app.compiled`` says.
"""

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from desktop_app.compiled import compiled, fingerprint
from desktop_app.language.han import tables_of_han
from desktop_app.paths import shipped

T = TypeVar("T")


def kept(name: str) -> Callable[[Callable[[], T]], Callable[[], T]]:
    """For what makes a table of plain values out of ``resources/*.csv`` and ``resources/headings``. It is
    made once, and again when one of these files or the code of this room has changed. ``name``: of the
    file in the cache."""

    def keeping(make: Callable[[], T]) -> Callable[[], T]:
        @cache
        def made() -> T:
            return compiled(name, _mark(), make)

        made.__doc__ = make.__doc__
        return made

    return keeping


@cache
def _mark() -> str:
    tables = shipped("resources").glob("*.csv")
    headings = shipped("resources", "headings").glob("*.csv")
    files = {*tables, *headings, *tables_of_han()}
    return fingerprint(sorted(files), ("intake", "language"))
