"""Characters without a glyph stand as their codes in their place, and the annex lists them."""

from dataclasses import replace
from pathlib import Path

from tests.report.test_kinds import text
from tests.report.test_pdf import flat, written
from tests.small_assessment import small_assessment

STRANGE = "Magnet 😀 AG", "Kiln \U000f0000\x07 Ltd", "一二三磁材", "شركة (ABC)", "[U+1F600] GmbH"


def test_each_is_listed_with_its_parts_and_places() -> None:
    found = small_assessment()
    frame = found.parts.frame.copy()
    frame.loc[: len(STRANGE) - 1, "supplier"] = STRANGE
    frame.loc[2, "description"] = "Ring 😀"
    said = text("audit", replace(found, parts=replace(found.parts, frame=frame)))
    table = said.split("[unprinted]")[1].split("\n\n")[0]
    lines = [line for line in table.splitlines() if line.startswith("- ")]
    assert [line.split(" | ")[1] for line in lines] == ["1", "2", "1"]
    assert [line.split(":")[0] for line in lines] == ["- [U+0007]", "- [U+1F600]", "- [U+F0000]"]
    assert "1:Parts!5, 3:报价!5" in lines[1]


def test_nothing_is_said_where_all_can_be_printed() -> None:
    assert "[unprinted]" not in text("audit")
    assert "[unprinted]" not in text("management")


def test_the_code_stands_on_paper_in_its_place(tmp_path: Path) -> None:
    found = small_assessment()
    frame = found.parts.frame.copy()
    frame.loc[0, "supplier"] = STRANGE[0]
    target, _ = written(tmp_path, replace(found, parts=replace(found.parts, frame=frame)))
    assert "Magnet[U+1F600]AG" in "".join(flat(target).split())
