"""Number formats of Excel that change what a cell says."""

import re

_NOUGHTS = re.compile(r"0{2,30}")


def digits_of(format_code: str) -> int:
    """How many digits a format of nothing but noughts shows; 0 of any other format."""
    return len(format_code) if _NOUGHTS.fullmatch(format_code) else 0
