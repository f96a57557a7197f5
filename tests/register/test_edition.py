"""The register as a whole: what is listed is there, and a new law is one file."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.assessment.licence import judge_example
from desktop_app.assessment.licence.uses import names_on, resembling
from desktop_app.model.inquiry import Inquiry
from desktop_app.paths import shipped
from desktop_app.register.control import Example, names_known
from desktop_app.register.edition import load_edition
from desktop_app.register.strict import RegisterError

SOUND = Path(__file__).parent / "sound_control.yaml"
NEODYMIUM = {"form": "metal", "elements": {"Nd": True}, "origin": "CN"}


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The shipped register in a folder that may be changed."""
    for name in ("edition.yaml", "customs_territories.csv"):
        shutil.copy(shipped("resources", "register", name), tmp_path / name)
    for name in ("controls", "entities"):
        shutil.copytree(shipped("resources", "register", name), tmp_path / name)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    """Replaces a text that must be there once."""
    content = path.read_text(encoding="utf-8")
    assert content.count(old) == 1, old
    path.write_text(content.replace(old, new), encoding="utf-8")


def test_all_announcements_are_held() -> None:
    edition = load_edition()
    assert edition.number == "2026-11"
    assert edition.reviewed_through == date(2026, 8, 21)
    files = shipped("resources", "register", "controls").glob("*.yaml")
    assert sorted(edition.by_id) == sorted(file.stem for file in files)
    assert len(edition.controls) == len(edition.by_id) >= 23
    assert all(edition.by_id[control.id] is control for control in edition.controls)


def test_a_new_announcement_is_one_file(copied: Path) -> None:
    """No Python: the same neodymium metal needs a licence once the file is there."""
    on_the_day = Example(
        date(2027, 2, 1), {**NEODYMIUM, "properties": {"purity_percent": 99.5}}, {}, "needed"
    )
    assert judge_example(load_edition(folder=copied), on_the_day).verdict == "not_needed"

    law = SOUND.read_text(encoding="utf-8").replace("id: sound_control", "id: new-law")
    (copied / "controls" / "new-law.yaml").write_text(law, encoding="utf-8")
    edition = load_edition(folder=copied)
    assert judge_example(edition, on_the_day).verdict == "needed"
    day_before = replace(on_the_day, day=date(2027, 1, 31))
    assert judge_example(edition, day_before).basis == "not_yet"
    for example in edition.by_id["new-law"].examples:
        assert judge_example(edition, example).verdict == example.verdict


def test_a_new_list_of_firms_is_one_file(copied: Path) -> None:
    """A firm counts from the day of issue on, and what is announced but not named is counted."""
    law = (copied / "controls" / "CN-MOFCOM-2026-30.yaml").read_text(encoding="utf-8")
    for old, new in (
        ("id: CN-MOFCOM-2026-30", "id: new-list"),
        ("2026-07-24", "2026-08-20"),
        ("entities_announced: 14", "entities_announced: 3"),
        (
            "provisions:",
            "entities:\n  - {name: Acme Works Ltd., list: watch, country: JP}\nprovisions:",
        ),
    ):
        law = law.replace(old, new)
    (copied / "controls" / "new-list.yaml").write_text(law, encoding="utf-8")
    edition = load_edition(folder=copied)
    assert names_known(edition, edition.by_id["new-list"]) == (1, 3)
    found = [
        resembling("ACME Works GmbH", names_on(edition, Inquiry(day)))
        for day in (date(2026, 8, 19), date(2026, 8, 20))
    ]
    assert found[0] is None
    assert found[1] is not None
    assert found[1].list == "watch"


def test_a_file_beside_the_listed_ones_is_checked_like_them(copied: Path) -> None:
    """A copy left lying there is refused, not counted twice."""
    law = (copied / "controls" / "CN-MOFCOM-2025-18.yaml").read_text(encoding="utf-8")
    (copied / "controls" / "CN-MOFCOM-2025-18 (2).yaml").write_text(law, encoding="utf-8")
    with pytest.raises(RegisterError, match="'id' must be the file's name"):
        load_edition(folder=copied)


def test_more_announcements_than_a_machine_word_has_bits_all_count(copied: Path) -> None:
    """Seventy new ones beside the shipped: none is lost, and the last decides like the first."""
    law = SOUND.read_text(encoding="utf-8")
    names = [f"new-law-{number:02}" for number in range(70)]
    for name in names:
        text = law.replace("id: sound_control", f"id: {name}")
        (copied / "controls" / f"{name}.yaml").write_text(text, encoding="utf-8")
    facts = {**NEODYMIUM, "properties": {"purity_percent": 99.5}}
    found = judge_example(
        load_edition(folder=copied), Example(date(2027, 2, 1), facts, {}, "needed")
    )
    assert [control.id for control in found.controls if control.verdict == "needed"] == names


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda root: (root / "controls" / "CN-MOFCOM-2025-18.yaml").unlink(),
         "lists CN-MOFCOM-2025-18, but there is no file"),
        (lambda root: change(root / "edition.yaml", "  - CN-MOFCOM-2025-18\n",
                             "  - CN-MOFCOM-2025-18\n  - CN-MOFCOM-2025-18\n"),
         "lists a file twice"),
        (lambda root: change(root / "edition.yaml", "  kind_probability: 0.05\n", ""),
         "'kind_probability' is missing"),
        (lambda root: change(root / "edition.yaml", "kind_probability: 0.05\n",
                             "kind_probability: 5\n"),
         "'kind_probability' must be a probability between 0 and 1"),
        (lambda root: change(root / "edition.yaml", "open_form: [0.1, 0.4, 0.8]",
                             "open_form: [0.4, 0.1, 0.8]"),
         "'open_form' must be [low, best, high], rising between 0 and 1"),
        (lambda root: change(root / "edition.yaml", "open_form: [0.1, 0.4, 0.8]",
                             "open_form: [low, best, high]"),
         "'open_form' must be [low, best, high]"),
        (lambda root: change(root / "edition.yaml", "reviewed_through: 2026-08-21",
                             "reviewed_through: August 2026"),
         "'reviewed_through' must be a date"),
        (lambda root: change(root / "controls" / "CN-MOFCOM-2024-46.yaml",
                             "case_by_case: [CN-MOFCOM-2023-39]", "case_by_case: [CN-MOFCOM-1999-1]"),
         "CN-MOFCOM-2024-46 speaks of CN-MOFCOM-1999-1, which is not held"),
        (lambda root: entity(root, "Acme Ltd.,,JP,CN-MOFCOM-1999-1,control,2026-02-24,u,A"),
         "no control CN-MOFCOM-1999-1"),
        (lambda root: entity(root, "Acme Ltd.,,JP,CN-MOFCOM-2026-27,grey,2026-06-29,u,A"),
         "'list' must be control or watch"),
        (lambda root: entity(root, "Acme Ltd.,,JP,CN-MOFCOM-2026-27,control,2026-06-30,u,A"),
         "'since' must be the day of issue 2026-06-29"),
        (lambda root: entity(root, "Acme Ltd.,,JP,CN-MOFCOM-2026-27,control,2026-06-29,u,C"),
         "'grade' must be one of A, B, D"),
        (lambda root: entity(root, ",,JP,CN-MOFCOM-2026-27,control,2026-06-29,u,A"),
         "'name' must not be empty"),
        (lambda root: entity(root, "MHI Logitec,,JP,CN-MOFCOM-2026-27,control,2026-06-29,u,A"),
         "CN-MOFCOM-2026-27 names a firm twice"),
        (lambda root: entity(root, "Acme Ltd.,,US,CN-MOFCOM-2026-23,control,2026-06-22,u,A"),
         "CN-MOFCOM-2026-23 names more firms than it announced"),
        (lambda root: entity(root, "Acme Ltd.,JP"), "has too many or too few cells"),
    ],
)  # fmt: skip
def test_a_register_with_a_fault_does_not_load(
    copied: Path, spoil: Callable[[Path], object], words: str
) -> None:
    spoil(copied)
    with pytest.raises(RegisterError) as refused:
        load_edition(folder=copied)
    assert words in str(refused.value)


def entity(root: Path, row: str) -> None:
    """Adds a line to the list of names."""
    path = root / "entities" / "listed.csv"
    path.write_text(f"{path.read_text(encoding='utf-8')}{row}\n", encoding="utf-8")


def test_how_many_names_are_known_of_how_many() -> None:
    """Not matched is not cleared: a list that is not held in full says so."""
    edition = load_edition()
    known = {c.id: names_known(edition, c) for c in edition.controls if c.entities_announced}
    assert (
        known.items()
        >= {
            "CN-MOFCOM-2026-11": (20, 20),
            "CN-MOFCOM-2026-12": (20, 20),
            "CN-MOFCOM-2026-20": (7, 7),
            "CN-MOFCOM-2026-23": (10, 10),
            "CN-MOFCOM-2026-27": (5, 20),
            "CN-MOFCOM-2026-30": (14, 14),
        }.items()
    )
    assert {e.list for e in edition.entities if e.control == "CN-MOFCOM-2026-12"} == {"watch"}
