"""Lists whose parts are named by their kind: "Type | Length | Quantity" over screws of several lengths.

A kind and how many there are of it may be a summary of a list; how long each is, only a list of parts says.
"""

from collections.abc import Sequence

from desktop_app.intake.headings import normalise
from desktop_app.intake.planned_lists import bare, words_of
from desktop_app.intake.vague_headings import words_of_kind


def kind_beside_size(texts: Sequence[str]) -> str:
    """The heading of the kinds in a line of headings with one of a size or length, empty where not."""
    if not any(bare(text) in words_of("dimension") for text in texts):
        return ""
    return next((text for text in texts if normalise(text) in words_of_kind("kind")), "")
