"""Text whose columns stand one below the other, as printed: spool lists, reports, .prn files.

A line is cut where all lines of data are blank. What cannot be cut so, such as the head of a page, stays one
cell; where that would be a line of data, nothing is cut at all.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

FEWEST_COLUMNS, FEWEST_LINES = 3, 2
MOST_OTHERS = 0.5
"""Share of the lines that may be no data: heads of pages, rules, notes. Own judgement."""
MOST_JOINED = 0.1
"""Share of the lines in which a cell may have two blanks in it. Own judgement."""
LOOKED_AT = 200_000
"""Signs that show where the columns stand."""
_RULE = re.compile(r"\s*[-=_]{2,}(?: +[-=_]{2,}){2,}\s*")
_RULED = re.compile(r"[\s\-=_+.*]*")
_GAP = re.compile(r" {2,}")
_FIGURES = re.compile(r"\d+")


def cut_columns(text: str) -> list[list[str]] | None:
    """The cells of each line; None where the text has no such columns."""
    text = text.lstrip("\ufeff")
    looked = [line for line in _lines(text[:LOOKED_AT]) if line]
    if any("\t" in line for line in looked):
        return None
    for cuts in _cuts_of(looked):
        if len(cuts) >= FEWEST_COLUMNS - 1:
            lines = _lines(text)
            rows = [_cut(line, cuts) for line in lines]
            if not _is_torn(rows, lines):
                return list(_with_long_texts(rows, lines, cuts))
    return None


def _lines(text: str) -> list[str]:
    return [line.replace("\f", "").rstrip() for line in text.splitlines()]


def _is_torn(rows: Sequence[Sequence[str]], lines: Sequence[str]) -> bool:
    """Whether a line of data could not be cut, or two columns of many lines were left in one cell."""
    data = [row for row, line in zip(rows, lines, strict=True) if _is_data(line)]
    joined = sum(any(_GAP.search(cell) for cell in row) for row in data)
    return any(len(row) == 1 for row in data) or joined > MOST_JOINED * len(data)


def _with_long_texts(
    rows: Sequence[list[str]], lines: Sequence[str], cuts: Sequence[int]
) -> Iterator[list[str]]:
    """The rows; one right below a line of data that begins with a number as those do, and whose text runs into
    the next column, is cut where it can be: the part is there, what runs together is text."""
    before: list[str] = []
    for row, line in zip(rows, lines, strict=True):
        start = line[: cuts[0]]
        is_one = len(row) == 1 < len(before) and len(_GAP.split(line)) > 1 and ":" not in line
        if is_one and start[-1:] == " " and re.fullmatch(r"(?=\S*\d)\S+", start.strip()):
            blank = [at for at in cuts if not line[at - 1 : at].strip()]
            row = _cut(line, blank)  # noqa: PLW2901
        before = row
        yield row


def _is_data(line: str) -> bool:
    """Whether a line looks as if it had cells, and is none of the repeated heads of a page."""
    return has_gaps(line) and ":" not in line and not _RULED.fullmatch(line)


def has_gaps(line: str) -> bool:
    """Whether blanks part a line into as many pieces as a list has columns at least."""
    return len(_GAP.split(line.strip())) >= FEWEST_COLUMNS


def _cuts_of(lines: Sequence[str]) -> Iterator[list[int]]:
    """Places before which a column begins: as a rule below the headings shows them, and as blanks do."""
    again = {form for form, times in Counter(map(_form, lines)).items() if times > 1 and form}
    likely = [line for line in lines if _is_data(line)]
    data = [line for line in likely if _form(line) not in again]
    if 2 * len(data) < len(likely):
        data = likely  # numbers below numbers differ in figures only, and are no heads of pages
    if len(data) < FEWEST_LINES or len(likely) < MOST_OTHERS * len(lines):
        return
    rules = [line for line in lines if _RULE.fullmatch(line)][:1]
    heads = [line for line in likely if _form(line) in again]
    for gaps in (*map(_ruled_gaps, rules), _blank_gaps(data)):
        yield [_best(gap, [*data, *heads]) for gap in gaps]


def _form(line: str) -> str:
    return _FIGURES.sub("0", " ".join(line.split())) if not _RULED.fullmatch(line) else ""


def _blank_gaps(lines: Sequence[str]) -> list[range]:
    """Runs of two and more places where all lines are blank, behind the first and before the last text."""
    width = max(map(len, lines))
    filled = [any(line[at : at + 1].strip() for line in lines) for at in range(width)]
    starts = [at for at, (one, other) in enumerate(pairwise([False, *filled])) if other and not one]
    ends = [
        at for at, (one, other) in enumerate(pairwise([*filled, False]), 1) if one and not other
    ]
    gaps = (range(end, start) for end, start in zip(ends, starts[1:], strict=False))
    return [gap for gap in gaps if len(gap) > 1]


def _ruled_gaps(rule: str) -> list[range]:
    groups = [found.span() for found in re.finditer(r"[-=_]+", rule)]
    return [range(end, start) for (_, end), (start, _) in pairwise(groups)]


def _best(gap: range, lines: Sequence[str]) -> int:
    """Where in a gap the most lines are blank, and beside it too: a heading may be longer than what stands
    below it, and of two words."""

    def blanks(at: int) -> int:
        return sum(not line[at : at + 1].strip() for line in lines)

    return max(gap, key=lambda at: (blanks(at), blanks(at - 1) + blanks(at + 1))) + 1


def _cut(line: str, cuts: Sequence[int]) -> list[str]:
    """The cells of a line; the line itself where a word stands across a place to cut at."""
    if not line or _RULED.fullmatch(line) or any(line[at - 1 : at].strip() for at in cuts):
        return [line.strip()]
    return [line[start:end].strip() for start, end in pairwise([0, *cuts, len(line) + 1])]
