"""Key pages as pictures: what a reader sees moves only when somebody meant it.

The agreed pictures stand in ``golden``, a quarter of the size of the page; written anew with
LODESTONE_UPDATE_GOLDEN=1, to be looked at. Compared field by field, so that the edge of a letter may
differ between two versions of a library, but not a line, a mark or a column.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.report.compose import compose
from desktop_app.report.line_breaking import PaperMetrics
from desktop_app.report.page_layout import Layout
from desktop_app.report.pdf import write_pdf
from desktop_app.report.view import Scope
from tests.small_assessment import small_assessment

GOLDEN = Path(__file__).parent / "golden"
WIDTH, HEIGHT = 298, 421
FIELD = 8
"""Pixels of a field across; a line of print is three of them high."""
MOST = 9.0
"""Grey levels of 255 by which the mean of a field may differ."""
FOREIGN = ("شركة المغناطيس المتحدة", "宁波韵升磁材有限公司", "מגנטים בעמ", "Müller & Søn Ծ")
Drawn = NDArray[np.float64]


def foreign() -> Assessment:
    """The small assessment with suppliers and parts of other scripts."""
    found = small_assessment()
    frame = found.parts.frame.copy()
    for name in ("supplier", "description"):
        values = frame[name].tolist()
        values[: len(FOREIGN)] = FOREIGN
        frame[name] = values
    return replace(found, parts=replace(found.parts, frame=frame))


PAGES: dict[str, tuple[Callable[[], Assessment], Scope, int]] = {
    "monday-1": (small_assessment, Scope("monday"), 0),
    "management-1": (small_assessment, Scope("management"), 0),
    "management-2": (small_assessment, Scope("management"), 1),
    "dossier-1": (small_assessment, Scope("dossier", part=0), 0),
    "supplier-1": (small_assessment, Scope("supplier", supplier="Northgate Motion Ltd"), 0),
    "article24-1": (small_assessment, Scope("article24"), 0),
    "foreign-1": (foreign, Scope("monday"), 0),
}


def laid_out(name: str) -> Layout:
    make, scope, _ = PAGES[name]
    return compose(make(), scope, Catalogue("en"), "a4", PaperMetrics())[1]


def drawn(name: str, folder: Path, layout: Layout | None = None) -> QImage:
    """One page as a reader sees it, grey, a quarter of its size."""
    make, scope, page = PAGES[name]
    content = compose(make(), scope, Catalogue("en"), "a4", PaperMetrics())[0]
    target = folder / f"{name}.pdf"
    write_pdf(content, target, Catalogue("en"), layout=layout or laid_out(name))
    document = QPdfDocument()
    document.load(str(target))
    whole = document.render(page, QSize(2 * WIDTH, 2 * HEIGHT))
    paper = QImage(whole.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, whole)
    painter.end()
    document.close()
    small = paper.scaled(
        WIDTH, HEIGHT, Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )  # fmt: skip
    return small.convertToFormat(QImage.Format.Format_Grayscale8)


def fields(image: QImage) -> Drawn:
    """Mean grey of every field."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    high, wide = HEIGHT // FIELD, WIDTH // FIELD
    cut = rows[: high * FIELD, : wide * FIELD].astype(np.float64)
    mean: Drawn = cut.reshape(high, FIELD, wide, FIELD).mean(axis=(1, 3))
    return mean


def differing(one: QImage, other: QImage) -> list[tuple[int, int]]:
    """Fields (row, column) that differ by more than print does."""
    apart = np.abs(fields(one) - fields(other)) > MOST
    return [(int(row), int(column)) for row, column in np.argwhere(apart)]


@pytest.mark.parametrize("name", PAGES)
def test_the_page_looks_as_agreed(name: str, tmp_path: Path) -> None:
    now, agreed = drawn(name, tmp_path), GOLDEN / f"{name}.png"
    if os.environ.get("LODESTONE_UPDATE_GOLDEN"):
        now.save(str(agreed))
    assert agreed.exists(), "no agreed picture: run once with LODESTONE_UPDATE_GOLDEN=1"
    before = QImage(str(agreed))
    assert (before.width(), before.height()) == (WIDTH, HEIGHT)
    assert differing(now, before) == [], f"fields of {name} that look different"


def without(layout: Layout, ops: Sequence[int]) -> Layout:
    """The first page without some of its drawings."""
    first, *others = layout.sheets
    kept = [at for number, at in enumerate(first.placed) if number not in ops]
    return replace(layout, sheets=(replace(first, placed=kept), *others))


def moved(layout: Layout, by: float) -> Layout:
    """The first page with everything but its head lower."""
    first, *others = layout.sheets
    head, *below = first.placed
    lower = [replace(at, y=at.y + by) for at in below]
    return replace(layout, sheets=(replace(first, placed=[head, *lower]), *others))


@pytest.mark.parametrize("lost", [0, 2, 6, 22, -2])
def test_a_drawing_that_is_lost_is_seen(lost: int, tmp_path: Path) -> None:
    layout = laid_out("monday-1")
    count = len(layout.sheets[0].placed)
    broken = drawn("monday-1", tmp_path, without(layout, [lost % count]))
    assert differing(broken, QImage(str(GOLDEN / "monday-1.png")))


def test_a_page_that_slides_down_by_half_a_line_is_seen(tmp_path: Path) -> None:
    broken = drawn("monday-1", tmp_path, moved(laid_out("monday-1"), 5.0))
    assert differing(broken, QImage(str(GOLDEN / "monday-1.png")))
