"""A firm's logo and sender stand above the first page; what is no picture is refused in words."""

import base64
import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError
from desktop_app.report.compose import compose
from desktop_app.report.display import Picture, Text
from desktop_app.report.letterhead import WIDEST, Letterhead, keep_logo, read_letterhead
from desktop_app.report.line_breaking import PaperMetrics
from desktop_app.report.page_layout import LOGO_HEIGHT, LOGO_WIDTH, Layout
from desktop_app.report.pdf import write_pdf
from desktop_app.report.view import Scope
from tests.small_assessment import small_assessment

SENDER = "Muster & Söhne GmbH <b> · Königstraße 1 · 70173 Stuttgart"


def logo(folder: Path, width: int = 300, height: int = 100, name: str = "logo.png") -> Path:
    path = folder / name
    Image.new("RGBA", (width, height), (15, 92, 110, 128)).save(path)
    return path


def laid_out(letterhead: Letterhead | None) -> Layout:
    return compose(
        small_assessment(), Scope("management"), Catalogue("en"), "a4", PaperMetrics(),
        letterhead=letterhead,
    )[1]  # fmt: skip


def test_it_stands_on_the_first_page_only_and_keeps_its_proportions(tmp_path: Path) -> None:
    pages = laid_out(read_letterhead(logo(tmp_path), SENDER)).sheets
    (picture,) = [op for op in pages[0].ops if isinstance(op, Picture)]
    assert picture.width == pytest.approx(3 * picture.height)
    assert picture.width <= LOGO_WIDTH
    assert picture.height <= LOGO_HEIGHT
    assert SENDER in [op.text for op in pages[0].ops if isinstance(op, Text)]
    for page in pages[1:]:
        assert not any(isinstance(op, Picture) for op in page.ops)
        assert SENDER not in [op.text for op in page.ops if isinstance(op, Text)]


def test_a_wide_picture_is_made_smaller_and_a_clear_one_stands_on_white(tmp_path: Path) -> None:
    found = read_letterhead(logo(tmp_path, 4000, 40)).logo
    assert found is not None
    assert (found.width, found.height) == (WIDEST, 9)
    with Image.open(io.BytesIO(base64.b64decode(found.png))) as picture:
        assert picture.mode == "RGB"
        assert picture.getpixel((5, 5)) == (135, 173, 182)


def test_the_file_is_sound_and_equal_every_time(tmp_path: Path) -> None:
    letterhead = read_letterhead(logo(tmp_path), SENDER)
    content, layout = compose(
        small_assessment(), Scope("monday"), Catalogue("de"), "a4", PaperMetrics(),
        letterhead=letterhead,
    )  # fmt: skip
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for target in (first, second):
        write_pdf(content, target, Catalogue("de"), layout=layout)
    assert first.read_bytes() == second.read_bytes()
    with pikepdf.open(first) as found:
        assert len(found.pages[0].images) == 1
        assert len(found.pages) == 1


def test_without_one_nothing_differs() -> None:
    bare, empty = laid_out(None), laid_out(Letterhead())
    drawn = [
        [(at.x, at.y, at.ops) for page in layout.sheets for at in page.placed[:-1]]
        for layout in (bare, empty)
    ]
    assert drawn[0] == drawn[1] != []


@pytest.mark.parametrize("kind", ["empty", "text", "cut", "gif", "bomb", "folder", "missing"])
def test_what_is_no_picture_is_refused_in_words(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "logo.png"
    whole = logo(tmp_path, name="whole.png").read_bytes()
    if kind == "empty":
        path.write_bytes(b"")
    elif kind == "text":
        path.write_text("<svg onload='x'/>")
    elif kind == "cut":
        path.write_bytes(whole[: len(whole) // 2])
    elif kind == "gif":
        Image.new("P", (5, 5)).save(path, "GIF")
    elif kind == "bomb":
        path.write_bytes(_with_size(whole, 60_000, 60_000))
    elif kind == "folder":
        path.mkdir()
    with pytest.raises(CodedError) as found:
        read_letterhead(path)
    assert found.value.problem.code == "E_LOGO"
    kept = tmp_path / "kept.png"
    with pytest.raises(CodedError):
        keep_logo(path, kept)
    assert not kept.exists()


def _with_size(png: bytes, width: int, height: int) -> bytes:
    """The same picture that says it is of another size, with a sound check sum."""
    import zlib

    head = png[12:16] + width.to_bytes(4) + height.to_bytes(4) + png[24:29]
    return png[:12] + head + zlib.crc32(head).to_bytes(4) + png[33:]
