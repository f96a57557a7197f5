"""The search for all spellings at once, in a form that is kept between runs."""

import re
from collections.abc import Iterable

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, MATCH_KIND_STANDARD
from daachorse import CharwiseDoubleArrayAhoCorasick as Automaton

_HALF_SIGN = re.compile("[\ud800-\udfff]")
"""Half of a sign of UTF-16, as damaged files hold them: no text that could be searched."""
_UNKNOWN_SIGN = "\ufffd"


class Search:
    """Finds spellings in texts; each is told by its place in the order in which they were given.

    ``longest``: of spellings that begin in one another only the first, and of those that begin together
    the longest, is found; otherwise each, also those that lie in others. It can be pickled, and is read
    back as the library lays it out in memory."""

    def __init__(self, spellings: Iterable[str], *, longest: bool) -> None:
        kind = MATCH_KIND_LEFTMOST_LONGEST if longest else MATCH_KIND_STANDARD
        self._run_on(Automaton(list(spellings), kind), longest)

    def _run_on(self, automaton: Automaton, longest: bool) -> None:
        self._automaton, self._longest = automaton, longest
        self._find = automaton.find if longest else automaton.find_overlapping

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """(start, before end, place of the spelling) of each that is found, in order of their ends."""
        try:
            return self._find(text)
        except UnicodeEncodeError:
            return self._find(_HALF_SIGN.sub(_UNKNOWN_SIGN, text))

    def __getstate__(self) -> tuple[bytes, bool]:
        return self._automaton.serialize(), self._longest

    def __setstate__(self, state: tuple[bytes, bool]) -> None:
        laid_out, longest = state
        self._run_on(Automaton.deserialize(laid_out), longest)
