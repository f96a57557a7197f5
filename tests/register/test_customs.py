"""What customs numbers say: strict files, the longest beginning counts, every figure has a source."""

import shutil
from pathlib import Path

import pytest

from desktop_app.paths import shipped
from desktop_app.register.customs_file import read_customs
from desktop_app.register.knowledge import load_knowledge
from desktop_app.register.strict import RegisterError

SHIPPED = shipped("resources", "register")
NAMES = ("customs_codes.csv", "customs_forms.csv", "consistency.csv")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for name in NAMES:
        shutil.copy(SHIPPED / name, tmp_path / name)
    return tmp_path


def test_the_longest_beginning_speaks() -> None:
    customs = read_customs(SHIPPED)
    found = [customs.code(n) for n in ("8505111000", "8505119000", "8505110070", "850519", "9999")]
    assert [code.prefix if code else None for code in found] == [
        "85051110", "85051190", "850511", "850519", None,
    ]  # fmt: skip


def test_every_line_names_its_source_and_known_families() -> None:
    customs, families = read_customs(SHIPPED), load_knowledge().families
    materials = {family.material for family in families.values()}
    for code in customs.codes:
        assert code.source
        assert code.except_families <= set(families)
        assert code.materials | code.not_materials <= materials
    assert 77 not in customs.chapters
    assert {1, 97} <= customs.chapters


def test_a_register_without_customs_files_knows_nothing(tmp_path: Path) -> None:
    assert read_customs(tmp_path).code("850511") is None


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("customs_codes.csv", "\n280530,", "\n28053,", "must have 4, 6, 8 or 10 digits"),
        ("customs_codes.csv", "\n284610,", "\n284690,", "284690 is given twice"),
        ("customs_codes.csv", ",scrap,,,,Sb,", ",scraps,,,,Sb,", "unknown word 'scraps'"),
        ("customs_codes.csv", ",scrap,,,,Sb,", ",scrap,scrap,,,Sb,", "both asked and excluded"),
        ("customs_codes.csv", ",Sb,,A,", ",Sb,,X,", "'grade' must be one of"),
        ("customs_codes.csv", "\n282580,HS,Antimony oxides,", "\n282580,HS,,", "must not be empty"),
        ("customs_forms.csv", "\nmagnet,", "\nmagnets,", "unknown form 'magnets'"),
        ("customs_forms.csv", ",8505,", ",,", "prefixes and source must not be empty"),
        ("consistency.csv", "digits,6,", "digit,6,", "needs a source and one of"),
        ("consistency.csv", "digits,6,", "digits,8,", "8 digits are given twice"),
        ("consistency.csv", "chapter_last,97,", "chapter_last,many,", "is no number"),
        ("consistency.csv", "chapter_last,97,", "chapter_first,97,", "is given twice"),
    ],
)
def test_a_faulty_file_is_refused(copied: Path, name: str, old: str, new: str, words: str) -> None:
    path = copied / name
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RegisterError) as refused:
        read_customs(copied)
    assert words in str(refused.value)
    assert name in str(refused.value)


@pytest.mark.parametrize("name", NAMES)
def test_the_files_belong_together(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(RegisterError, match=f"{name}: is missing beside"):
        read_customs(copied)
