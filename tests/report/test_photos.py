"""A photo of a part: kept small, upright and without what a camera wrote; in the dossier only."""

import base64
import io
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.findings import CodedError
from desktop_app.model.photo import Photo
from desktop_app.report.compose import compose
from desktop_app.report.content import report_id
from desktop_app.report.display import Picture, Rect, Text
from desktop_app.report.line_breaking import PaperMetrics
from desktop_app.report.page_layout import Layout
from desktop_app.report.papers import write_report
from desktop_app.report.photo_slot import HEIGHT, WIDTH
from desktop_app.report.photos import LONGEST, printable, read_photo
from desktop_app.report.raster import MOST_BYTES, MOST_PIXELS, read_pixels
from desktop_app.report.view import Scope
from tests.report.test_kinds import SCOPES
from tests.small_assessment import small_assessment

ORIENTATION, DESCRIPTION, GPS = 0x0112, 0x010E, 0x8825
LYING_ON_ITS_SIDE = 6


def taken_by_a_camera(folder: Path, width: int = 1600, height: int = 900) -> Path:
    """A JPEG with the place where it was taken, to be turned by a quarter; red on its left."""
    picture = Image.new("RGB", (width, height), "navy")
    picture.paste("red", (0, 0, width // 2, height))
    said = Image.Exif()
    said[ORIENTATION], said[DESCRIPTION] = LYING_ON_ITS_SIDE, "Ada's desk"
    said.get_ifd(GPS).update({1: "N", 2: (48.0, 46.0, 0.0), 3: "E", 4: (9.0, 11.0, 0.0)})
    path = folder / "part.jpg"
    picture.save(path, exif=said.tobytes(), comment=b"Ada's desk", dpi=(72, 72))
    return path


def opened(photo: Photo) -> Image.Image:
    return Image.open(io.BytesIO(photo.data))


def laid_out(photo: Photo | None, kind: str = "dossier") -> Layout:
    return compose(
        small_assessment(), SCOPES[kind], Catalogue("en"), "a4", PaperMetrics(), photo=photo
    )[1]


def test_where_and_when_it_was_taken_is_not_kept(tmp_path: Path) -> None:
    path = taken_by_a_camera(tmp_path)
    assert b"Ada's desk" in path.read_bytes()
    photo = read_photo(path)
    picture = opened(photo)
    assert dict(picture.getexif()) == {}
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for secret in (b"Ada", b"Exif", b"GPS"):
        assert secret not in photo.data


def test_it_is_kept_upright_and_no_larger_than_print_needs(tmp_path: Path) -> None:
    photo = read_photo(taken_by_a_camera(tmp_path))
    assert (photo.width, photo.height) == (450, LONGEST)
    red, _, blue = opened(photo).convert("RGB").getpixel((225, 100))  # type: ignore[misc]
    assert (red > 200, blue < 60) == (True, True), "what lay left stands above"
    small = tmp_path / "small.png"
    Image.new("RGB", (30, 20), "teal").save(small)
    found = read_photo(small)
    assert (found.width, found.height) == (30, 20), "never made larger"


def test_what_shines_through_stands_on_white(tmp_path: Path) -> None:
    path = tmp_path / "clear.png"
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(path)
    assert opened(read_photo(path)).getpixel((5, 5)) == (255, 255, 255)


def test_sixteen_bits_of_grey_keep_their_shades(tmp_path: Path) -> None:
    path = tmp_path / "x-ray.png"
    row = b"".join(grey.to_bytes(2, "little") * 20 for grey in (20_000, 50_000))
    Image.frombytes("I;16", (40, 10), row * 10).save(path)
    found = opened(read_photo(path))
    shades = [found.getpixel((x, 5)) for x in (5, 35)]
    assert shades == [(78, 78, 78), (195, 195, 195)]


@pytest.mark.parametrize("tag", [b"\x01\x00", b"\x01\x1a"], ids=["width", "resolution"])
def test_a_camera_that_wrote_words_for_figures_hides_no_picture(tag: bytes, tmp_path: Path) -> None:
    path = tmp_path / "part.jpg"
    words = tag + b"\x00\x02\x00\x00\x00\x02x\x00\x00\x00"
    side = b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00"
    said = b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x02" + words + side + bytes(4)
    Image.new("RGB", (30, 20), "teal").save(path, exif=said)
    assert (read_photo(path).width, read_photo(path).height) == (20, 30)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_way_to_hold_a_camera_ends_upright(orientation: int, tmp_path: Path) -> None:
    from PIL import ImageOps

    said = Image.Exif()
    said[ORIENTATION] = orientation
    picture = Image.effect_noise((24, 16), 90)
    path = tmp_path / "part.png"
    picture.save(path, exif=said.tobytes())
    with Image.open(path) as found:
        wanted = ImageOps.exif_transpose(found).convert("RGBA")
    assert read_pixels(path).tobytes() == wanted.tobytes()


def test_equal_pictures_give_equal_photos(tmp_path: Path) -> None:
    path = taken_by_a_camera(tmp_path)
    assert read_photo(path) == read_photo(path)


def bomb(path: Path) -> None:
    """A PNG of a few bytes that says it is larger than the limit."""
    side = int(MOST_PIXELS**0.5) + 1
    Image.new("1", (side, side)).save(path, optimize=True)


def cut_short(path: Path) -> None:
    Image.effect_noise((200, 200), 60).save(path, "JPEG")
    path.write_bytes(path.read_bytes()[:-2000])


WRONG: dict[str, Callable[[Path], object]] = {
    "text": lambda path: path.write_text("no picture"),
    "empty": lambda path: path.write_bytes(b""),
    "gif": lambda path: Image.new("P", (4, 4)).save(path, "GIF"),
    "svg": lambda path: path.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "cut short": cut_short,
    "too many pixels": bomb,
    "too many bytes": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(MOST_BYTES)),
    "folder": lambda path: path.mkdir(),
    "not there": lambda path: None,
    "pipe": lambda path: os.mkfifo(path) if hasattr(os, "mkfifo") else None,
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_no_picture_is_refused_in_words(what: str, tmp_path: Path) -> None:
    path = tmp_path / "part.png"
    WRONG[what](path)
    with pytest.raises(CodedError) as found:
        read_photo(path)
    assert found.value.problem.code == "E_PHOTO"
    assert "part.png is no picture" in Catalogue("en").say(found.value.problem.message)


@pytest.mark.parametrize("picture", ["", "AAAA", "no base64!", "iVBORw0KGgo="])
def test_a_stored_photo_that_is_none_cannot_be_made(picture: str) -> None:
    with pytest.raises(ValueError, match="a photo is"):
        Photo(picture, 10, 10)


def test_the_slot_has_one_size_with_a_photo_and_without(tmp_path: Path) -> None:
    with_one, without = laid_out(read_photo(taken_by_a_camera(tmp_path))), laid_out(None)
    places = []
    for layout in (with_one, without):
        (frame,) = [
            op
            for op in layout.sheets[0].ops
            if isinstance(op, Rect) and (op.width, op.height) == (WIDTH, HEIGHT)
        ]
        places.append((frame.x, frame.y))
    assert places[0] == places[1]
    (picture,) = [op for op in with_one.sheets[0].ops if isinstance(op, Picture)]
    x, y = places[0]
    assert x < picture.x < picture.x + picture.width < x + WIDTH
    assert y < picture.y < picture.y + picture.height < y + HEIGHT
    assert picture.height / picture.width == pytest.approx(16 / 9, rel=0.01)
    words = [op.text for op in without.sheets[0].ops if isinstance(op, Text)]
    assert "Photo" in words
    assert "Photo" not in [op.text for op in with_one.sheets[0].ops if isinstance(op, Text)]
    assert not [op for op in without.sheets[0].ops if isinstance(op, Picture)]


@pytest.mark.parametrize("kind", [kind for kind in SCOPES if kind != "dossier"])
def test_no_other_paper_shows_it(kind: str, tmp_path: Path) -> None:
    photo = read_photo(taken_by_a_camera(tmp_path))
    for sheet in laid_out(photo, kind).sheets:
        assert not [op for op in sheet.ops if isinstance(op, Picture)]


def test_the_words_of_an_answer_never_run_into_the_photo() -> None:
    from desktop_app.report.blocks import Beside, Paragraph
    from desktop_app.report.photo_slot import beside_photo

    metrics = PaperMetrics()
    block = Beside("answer", (Paragraph("A long answer. " * 60, "lead"),), None, "Photo")
    piece = beside_photo(block, 499.0, metrics)
    lines = [op for op in piece.ops if isinstance(op, Text) and op.anchor == "start"]
    assert len(lines) > 5
    assert all(op.x + metrics.width(op.text, op.size, op.bold) < 499 - WIDTH for op in lines)
    assert all(op.y < piece.height for op in lines), "what is higher than the photo makes it higher"


def test_the_file_holds_the_picture_once_and_says_what_is_seen(tmp_path: Path) -> None:
    photo = read_photo(taken_by_a_camera(tmp_path))
    target = tmp_path / "d.pdf"
    write_report(small_assessment(), target, "en", kind="dossier", part=0, photo=photo)
    first = target.read_bytes()
    write_report(small_assessment(), target, "en", kind="dossier", part=0, photo=photo)
    assert target.read_bytes() == first
    with pikepdf.open(target) as document:
        images = [image for page in document.pages for image in page.images.values()]
        assert [bytes(image.read_raw_bytes()) for image in images] == [photo.data]
        content = document.pages[0].Contents.read_bytes()
    assert "Photo of NG-1042".encode("utf-16-be").hex().upper().encode() in content


def test_another_photo_is_another_report(tmp_path: Path) -> None:
    ids = set()
    other = tmp_path / "other.png"
    Image.new("RGB", (30, 20), "teal").save(other)
    for photo in (None, read_photo(other), read_photo(taken_by_a_camera(tmp_path))):
        content, _ = compose(
            small_assessment(), Scope("dossier", part=0), Catalogue("en"), "a4", PaperMetrics(),
            photo=photo,
        )  # fmt: skip
        ids.add(report_id(content))
    assert len(ids) == 3


def of_another_size(photo: Photo) -> Photo:
    return replace(photo, width=photo.width * 2)


def cut(photo: Photo) -> Photo:
    return replace(photo, picture=base64.b64encode(photo.data[:400]).decode())


@pytest.mark.parametrize("crafted", [of_another_size, cut, lambda _: Photo("/9j/2wBDAQ==", 2, 1)])
def test_a_photo_of_a_project_that_cannot_be_drawn_stops_no_dossier(
    crafted: Callable[[Photo], Photo], tmp_path: Path
) -> None:
    sound = read_photo(taken_by_a_camera(tmp_path))
    assert printable(sound) == sound
    wrong, target = crafted(sound), tmp_path / "d.pdf"
    assert write_report(small_assessment(), target, "en", kind="dossier", part=0, photo=wrong)
    with pikepdf.open(target) as document:
        assert not [page for page in document.pages if page.images]
