"""The text of a row's use: its own words, then who uses the product, each on a line of its own.

A list says what a part is for in a column of uses, and for whom in a column of customers, end users
or programmes. The second is a hint, never a stated use; the sign at the head of its line keeps the
two apart wherever the text goes.
"""

from collections.abc import Sequence

SIGN = "» "


def with_users(own: str | None, users: Sequence[str]) -> str | None:
    """One text of a stated use and of users, each as ``Heading: name``; None where there is none."""
    lines = [own] if own else []
    return "\n".join([*lines, *(f"{SIGN}{user}" for user in users)]) or None


def own_use(text: str | None) -> str | None:
    """What the row itself says of the use, without the lines that name users."""
    if not text or SIGN not in text:
        return text or None
    return "\n".join(line for line in text.split("\n") if not line.startswith(SIGN)) or None


def users_in(text: str | None) -> tuple[str, ...]:
    """The names of users in such a text, without the headings of their columns."""
    if not text or SIGN not in text:
        return ()
    lines = [line for line in text.split("\n") if line.startswith(SIGN)]
    return tuple(line.removeprefix(SIGN).partition(": ")[2] for line in lines)
