"""Number formats of Excel that change what a cell says."""

import re
import unicodedata

DIGIT = "#"
"""Stands for one digit in a pattern; everything else in it is shown as it is."""
_NOUGHTS = re.compile(r"0{2,30}")
_PIECE = re.compile(r'"([^"]*)"|\\(.)|([-/.() ])|(0+)')
"""A text, a sign behind a backslash, a sign that needs none (ECMA-376 part 1, 18.8.31), and digits."""
FEWEST_DIGITS, FEWEST_BEHIND_LETTERS = 2, 3
"""Digits that the number of a part has at least. Own judgement."""


def pattern_of(format_code: str) -> str:
    """How a format of noughts and plain texts shows a whole number, each nought as ``DIGIT``: "K-####" of
    "K-"0000. Empty of any other format, and of one whose texts could be a unit or a currency: of those the
    number itself is meant."""
    if _NOUGHTS.fullmatch(format_code):
        return DIGIT * len(format_code)
    if "0" not in format_code or len(format_code) > 60:
        return ""
    made, at = "", 0
    while at < len(format_code):
        found = _PIECE.match(format_code, at)
        if found is None:
            return ""
        text, escaped, bare, digits = found.groups()
        # A bare point is that of decimals, a bare stroke that of a fraction.
        if bare in (".", "/"):
            return ""
        made += DIGIT * len(digits) if digits else text or escaped or bare or ""
        at = found.end()
    return made if _is_a_name(made, format_code) else ""


def _is_a_name(pattern: str, format_code: str) -> bool:
    """Letters stand before the digits only and without a blank, signs between them; no currency."""
    before, _, behind = pattern.partition(DIGIT)
    places = pattern.count(DIGIT)
    # "x"00 may be how many, and "KW"00 the week in which they come.
    fewest = FEWEST_BEHIND_LETTERS if any(map(str.isalpha, before)) else FEWEST_DIGITS
    is_own = places == format_code.count("0") and places >= fewest
    is_unit = any(map(str.isalnum, behind)) or not pattern.endswith(DIGIT)
    is_money = any(unicodedata.category(sign) == "Sc" for sign in pattern)
    return is_own and not is_unit and not is_money and " " not in before


def as_shown(number: int, pattern: str) -> str:
    """A whole number, not below nought, as the pattern shows it; digits beyond it stand before its first."""
    digits = str(number).zfill(pattern.count(DIGIT))
    over = len(digits) - pattern.count(DIGIT)
    ahead = iter((digits[: over + 1], *digits[over + 1 :]))
    return "".join(next(ahead) if sign == DIGIT else sign for sign in pattern)
