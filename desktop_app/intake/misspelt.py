"""Headings of a file in which none are known: read once more, as if misspelt."""

from collections.abc import Set

from desktop_app.intake.grid import Grid
from desktop_app.intake.heading_patterns import NOT_HEADING
from desktop_app.intake.headings import HeadingBook, Meaning, normalise, without_brackets

FIRST_ROWS, FEWEST, SAME = 40, 3, 0.6
"""Rows of a sheet that may head its list, headings that another sheet has too, and their share. Own judgement."""
PATIENCE = 5_000
"""Texts of one file that are compared with all headings; about a quarter of a second."""


class ForgivingBook(HeadingBook):
    """A book of headings that also finds misspelt ones: slower, less sure, and only so patient."""

    fewest = 3

    def __init__(self, book: HeadingBook) -> None:
        # What the book has looked up and laid out already serves this one too: it only knows more.
        vars(self).update(vars(book))
        self._patience = PATIENCE

    def likely(self, heading: str) -> tuple[Meaning, ...]:
        """See ``HeadingBook.likely``; here also what is only similar."""
        found = super().likely(heading)
        if found or not 6 <= len(heading) <= 40 or NOT_HEADING.search(heading):
            return found
        self._patience -= 1
        is_patient = self._patience > 0
        return self.similar(normalise(without_brackets(heading)[0])) if is_patient else ()


def is_headed_like(grid: Grid, headings: Set[str]) -> bool:
    """Whether a line of a sheet mostly says what heads the lists of other sheets: of one of its headings that
    is misspelt it was not seen to be one."""
    known = {normalise(heading) for heading in headings}
    for position in range(min(grid.height, FIRST_ROWS)):
        texts = [normalise(text) for text in grid.row(position) if isinstance(text, str)]
        same = sum(text in known for text in texts)
        if same >= FEWEST and same >= SAME * len(texts):
            return True
    return False
