"""Headings that say beside a known one that it counts: "Safety stock quantity", "注残数量", "Total on hand".

The words are in ``resources/heading_other_words.csv``, kinds ``count`` and ``whole``. Only what is stored
or still to come stays what it is with them: a "Total price" is no price.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from desktop_app.intake.heading_words import JOINTS
from desktop_app.intake.heads_of_headings import FIRST_JOINED, words_about
from desktop_app.intake.values import currency_of

STORED = frozenset(
    ("stock_on_hand", "stock_blocked", "in_transit", "safety_stock", "open_order_quantity",
     "stock_quality_inspection", "reorder_point")
)  # fmt: skip
Entries = Mapping[str, Sequence[tuple[str, str]]]


def of_a_count(bare: str, entries: Entries, hints: str = "") -> list[tuple[str, str]]:
    """The meanings of what a comparable heading counts; none where that is not stored or to come, or is
    money by the ``hints`` in its brackets."""
    if currency_of(hints):
        return []
    for said in _without_counts(bare):
        if found := [entry for entry in entries.get(said, ()) if entry[0] in STORED]:
            return found
    return []


def _without_counts(bare: str) -> Iterator[str]:
    if bare and ord(bare[-1]) >= FIRST_JOINED:
        yield from _without_joined(bare)
        return
    words = bare.split()
    kept = [word for word in words if word not in _counts()]
    while kept and kept[0] in JOINTS:
        kept = kept[1:]
    if kept and len(kept) < len(words):
        yield " ".join(kept)


def _without_joined(bare: str) -> Iterator[str]:
    """The same of scripts without gaps: the stem, and the stem with each other word for "how many"."""
    joined = [word for word in words_about("count") if ord(word[0]) >= FIRST_JOINED]
    for word in joined:
        stem = bare.removesuffix(word).strip()
        if stem and stem != bare:
            yield stem
            yield from (stem + other for other in joined if other != word)
            return


@cache
def _counts() -> frozenset[str]:
    return frozenset(words_about("count"))
