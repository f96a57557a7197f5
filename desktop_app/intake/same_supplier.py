"""Whether two names are of one firm, as lists and questionnaires write them."""

import re
import unicodedata
from collections.abc import Iterable

LEGAL_FORMS = frozenset(
    ("co", "ltd", "limited", "inc", "corp", "corporation", "gmbh", "ag", "kg", "mbh", "se", "sa", "spa",
     "sas", "sarl", "srl", "bv", "nv", "plc", "llc", "kk", "company", "group", "holding", "cie", "the")
)  # fmt: skip
"""Words that say what kind of firm it is, or nothing. Own knowledge."""
_CHINESE_FORMS = re.compile(r"(股份)?有限(责任)?公司|集团|株式会社|주식회사|\(주\)")


def resembles(name: object, others: Iterable[object]) -> bool:
    """Whether a firm may be one of others: all words of the shorter name are in the longer one.

    Where nobody is named on either side, nothing speaks against it.
    """
    known = [words for other in others if (words := _words(other))]
    mine = _words(name)
    return not mine or not known or any(mine <= words or words <= mine for words in known)


def key_of_firm(name: str) -> str:
    """A firm to compare, without its legal form: "NSB Bearings Ltd" is NSB Bearings. Its plain name where
    it has no other words."""
    return " ".join(sorted(_words(name))) or "".join(name.casefold().split())


def _words(name: object) -> frozenset[str]:
    if not isinstance(name, str):
        return frozenset()
    plain = _CHINESE_FORMS.sub(" ", unicodedata.normalize("NFKC", name)).casefold()
    return frozenset(re.findall(r"\w+", plain)) - LEGAL_FORMS
