"""The text of a row's use: its own words, then who uses the product, each on a line of its own.

A list says what a part is for in a column of uses, and for whom in a column of customers, end users
or programmes. The second is a hint, never a stated use; the sign at the head of its line keeps the
two apart wherever the text goes. The text of a declaration carries the day of its own column so.
"""

from collections.abc import Sequence

SIGN = "» "


def with_beside(own: str | None, beside: Sequence[str]) -> str | None:
    """One text of the row's own words and of what stands beside them: users, each as ``Heading:
    name``, or the day of a declaration. None where there is neither."""
    lines = [own] if own else []
    return "\n".join([*lines, *(f"{SIGN}{line}" for line in beside)]) or None


def own_use(text: str | None) -> str | None:
    """What the row itself says of the use, without the lines that name users."""
    if not text or SIGN not in text:
        return text or None
    return "\n".join(line for line in text.split("\n") if not line.startswith(SIGN)) or None


def beside_own(text: str | None) -> tuple[str, ...]:
    """What stands beside the row's own words, line by line, as ``Heading: name`` or a day."""
    if not text or SIGN not in text:
        return ()
    lines = [line for line in text.split("\n") if line.startswith(SIGN)]
    return tuple(line.removeprefix(SIGN) for line in lines)


def users_in(text: str | None) -> tuple[str, ...]:
    """The names of users in such a text, without the headings of their columns."""
    return tuple(line.partition(": ")[2] for line in beside_own(text))
