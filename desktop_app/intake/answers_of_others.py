"""Answers in the line of one part that name another part of the same sheet: "N42SH (P-1), N35 (P-2)".

Which of it is meant for which part is not ours to say: they are asked again, and land on none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.intake.answer_meaning import not_understood
from desktop_app.intake.answer_words import folded
from desktop_app.model.answers import AnsweredLine, Reply
from desktop_app.model.findings import msg

SHORTEST = 3
"""Signs of a number that is looked for in the answers of others, one of them a digit; shorter ones stand in
many texts. Own judgement."""
OWN_NUMBERS = frozenset({"maker", "hs_code", "remark"})
"""Answers that may hold the number of a part as the maker calls it, or any."""
OF_PAPERS = frozenset({"report_number", "licence_number"})
"""Answers that may name all parts that one paper is for."""


def without_others(lines: Sequence[AnsweredLine]) -> Iterator[AnsweredLine]:
    """The lines, with answers that name the part of another line to be asked again."""
    numbers = {folded(line.number) for line in lines}
    looked_for = {number for number in numbers if _is_telling(number)}
    if not looked_for:
        yield from lines
        return
    longest_first = sorted(looked_for, key=lambda number: (-len(number), number))
    named = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")
    for line in lines:
        yield replace(line, replies=tuple(_asked(reply, line, named) for reply in line.replies))


def _is_telling(number: str) -> bool:
    has_both = any(map(str.isdigit, number)) and not number.isdigit()
    return len(number) >= SHORTEST and has_both


def _asked(reply: Reply, line: AnsweredLine, named: re.Pattern[str]) -> Reply:
    if reply.fate != "understood" or reply.field in OWN_NUMBERS:
        return reply
    plain = folded(reply.typed)
    found = set(named.findall(plain))
    if found <= {folded(line.number), plain}:  # the whole text is a grade that is a number too
        return reply
    if reply.field in OF_PAPERS and folded(line.number) in found:
        return reply
    again = not_understood(msg("it points to another row, and rows may have been sorted"))
    return replace(reply, **again._asdict())
