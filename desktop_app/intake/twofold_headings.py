"""Headings in two languages with nothing between them: "Référence Part number", "Qty数量"."""

import re
from collections.abc import Mapping, Sequence

MOST_WORDS = 8
_CJK = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_BORDER = re.compile(rf"(?<=[a-z])(?={_CJK})|(?<={_CJK})(?=[a-z])")
"""Where letters and characters meet."""


def said_twice(
    key: str, entries: Mapping[str, Sequence[tuple[str, str]]]
) -> Sequence[tuple[str, str]]:
    """What both halves of a comparable heading say, each a heading of ``entries``, in languages that are not
    the same: (field, language) as there; empty for any other heading."""
    words = (key if key.isascii() else _BORDER.sub(" ", key)).split()
    if not 1 < len(words) <= MOST_WORDS or any(map(str.isdigit, key)):
        return ()
    for at in range(1, len(words)):
        front, back = entries.get(" ".join(words[:at])), entries.get(" ".join(words[at:]))
        if not front or not back:
            continue
        fields = {field for field, _ in front} & {field for field, _ in back}
        if fields and {name for _, name in front}.isdisjoint({name for _, name in back} - {"tech"}):
            return [(field, name) for field, name in (*front, *back) if field in fields]
    return ()
