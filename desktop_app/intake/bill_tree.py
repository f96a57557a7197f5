"""What lies below what in a bill of material: by the depth of its rows, or by a parent that each of them names."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
NEAR = 1e-6


@dataclass(frozen=True, eq=False)
class Tree:
    """``above``: of each part the part right above it, -1 where none is; it stands further up in the list.
    ``products``: parts that are what the others go into, so that there is one of them."""

    above: NDArray[np.intp]
    products: NDArray[np.bool_]

    @property
    def has_below(self) -> NDArray[np.bool_]:
        """Parts with others below them."""
        found = np.zeros(len(self.above), dtype=np.bool_)
        found[self.above[self.above >= 0]] = True
        return found

    @property
    def tops(self) -> NDArray[np.intp]:
        """Of each part the one at the top of its branch, itself where nothing is above it."""
        found = np.arange(len(self.above))
        for part, above in enumerate(self.above.tolist()):
            if above >= 0:
                found[part] = found[above]
        return found

    def totals(self, amounts: Numbers) -> Numbers:
        """How many of each part are in one product, where ``amounts`` are those in one assembly."""
        found = np.where(self.products, 1.0, amounts).tolist()
        for part, above in enumerate(self.above.tolist()):
            if above >= 0:
                found[part] *= found[above]
        return np.array(found, dtype=np.float64)

    def of_one(self, amounts: Numbers) -> Numbers:
        """The same where ``amounts`` are those in the product: divided by how many products they are for."""
        products = np.where(self.products & (amounts > 0), amounts, 1.0)
        divided: Numbers = amounts / products[self.tops]
        return divided


def tree_of(depths: Numbers, amounts: Numbers) -> Tree:
    """The tree of rows that lie as deep as ``depths`` says; a row without a depth lies below none."""
    above = np.full(len(depths), -1, dtype=np.intp)
    branch: list[tuple[float, int]] = []
    for part, depth in enumerate(depths.tolist()):
        if depth != depth:  # noqa: PLR0124 - no number
            branch = []
            continue
        while branch and branch[-1][0] >= depth:
            branch.pop()
        if branch:
            above[part] = branch[-1][1]
        branch.append((depth, part))
    return Tree(above, _products(depths, above, amounts))


def _products(depths: Numbers, above: NDArray[np.intp], amounts: Numbers) -> NDArray[np.bool_]:
    """Rows of level 0, and a single row above all others that says no other amount than one."""
    has_below = np.zeros(len(above), dtype=np.bool_)
    has_below[above[above >= 0]] = True
    tops = (above < 0) & has_below
    found: NDArray[np.bool_] = tops & (depths == 0)
    is_one = np.isnan(amounts) | (amounts == 1)
    if tops.sum() == 1 and tops[:1].all() and (above[1:] >= 0).all():
        found |= tops & is_one
    return found


def comes_again(tree: Tree, names: Sequence[object], amounts: Numbers) -> bool | None:
    """Whether assemblies that come twice in different amounts have the same parts in amounts for one (True), or
    in amounts that grow with theirs (False); None where none does. ``names``: of each part, None where unknown."""
    below: dict[int, dict[object, float]] = {}
    for part, above in enumerate(tree.above.tolist()):
        if above >= 0:
            own = below.setdefault(above, {})
            own[names[part]] = own.get(names[part], 0.0) + float(amounts[part])
    first: dict[object, int] = {}
    for part, two in below.items():
        if names[part] is None or not amounts[part] > 0:
            continue
        other = first.setdefault(names[part], part)
        one = below[other]
        times = amounts[part] / amounts[other]
        if abs(times - 1) < NEAR or one.keys() != two.keys() or None in one:
            continue
        if all(abs(two[name] - one[name]) < NEAR for name in one):
            return True
        if all(abs(two[name] - one[name] * times) < NEAR * max(1.0, two[name]) for name in one):
            return False
    return None


def fits_in(tree: Tree, amounts: Numbers, are_pieces: NDArray[np.bool_]) -> tuple[bool, float]:
    """Whether the amounts of pieces below every assembly are multiples of how many of it there are, as totals
    are; and the chance of that where they are amounts for one: as though each were any number."""
    chance = 1.0
    for part, above in enumerate(tree.above.tolist()):
        if above < 0 or tree.products[above] or not are_pieces[part]:
            continue
        one, own = float(amounts[above]), float(amounts[part])
        if not (one.is_integer() and one > 1 and own.is_integer() and own > 0):
            continue
        if own % one:
            return False, 0.0
        chance /= one
    return True, chance
