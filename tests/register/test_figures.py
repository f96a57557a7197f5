"""Every shipped figure has a source or says that it is our judgement; a slip is refused."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.model.match import RARE_EARTHS
from desktop_app.paths import shipped
from desktop_app.register.figures import load_figures
from desktop_app.register.strict import RegisterError
from desktop_app.register.supply import STAGES, Figures


@pytest.fixture(scope="module")
def figures() -> Figures:
    return load_figures()


def test_all_rare_earths_but_promethium_have_figures(figures: Figures) -> None:
    assert set(RARE_EARTHS) - set(figures.materials) == {"Pm"}
    assert {"Ga", "Ge", "W", "Sb", "C"} <= set(figures.materials)


def test_every_split_is_part_of_the_world_and_says_its_source(figures: Figures) -> None:
    for material in figures.materials.values():
        assert material.splits
        assert list(material.splits) == [stage for stage in STAGES if stage in material.splits]
        for splits in material.splits.values():
            for split in splits:
                assert 0 < sum(share[1] for _, share in split.shares) <= 1.03
                assert split.source.title
                assert split.year[-4:].isdigit()


def test_the_best_source_comes_first_and_none_is_dropped(figures: Figures) -> None:
    magnets = figures.materials["Nd"].splits["magnet"]
    assert [dict(split.shares)["CN"][1] for split in magnets] == [0.94, 0.93, 0.90]
    grades = [split.source.grade for split in magnets]
    assert grades == sorted(grades)


def test_magnets_take_the_row_of_their_material(figures: Figures) -> None:
    of = {s: {x.of for x in m.splits.get("magnet", ())} for s, m in figures.materials.items()}
    assert {s for s, found in of.items() if found == {"NdFeB"}} == {"Nd", "Pr", "Dy", "Tb"}
    assert {s for s, found in of.items() if found == {"SmCo"}} == {"Sm"}


def test_governance_is_of_one_vintage(figures: Figures) -> None:
    low, best, high = figures.governance["CN"]
    assert (low, high) == pytest.approx((4.9, 6.1), abs=0.01)
    assert low < best < high
    assert figures.governance_year == "2021"


def test_assumptions_say_what_they_rest_on(figures: Figures) -> None:
    assert figures.interval("licence_days") == (2, 63, 180)
    assert figures.number("preparation_days") == 14
    assert figures.interval("assumed_cover_days") == (21, 30, 42)
    assert figures.interval("band_edges") == (0.05, 0.20, 0.50)
    for assumption in figures.assumptions.values():
        assert assumption.judgement or assumption.sources
        assert assumption.note
        assert assumption.unit


def test_the_way_to_a_licence_lies_within_what_suppliers_saw(figures: Figures) -> None:
    """From the courier to the licence, weeks of five working days, against the days a supplier named;
    gathering the papers and the courier are the figure the clock takes for both."""
    way = {step.id: step for step in figures.licence_way.steps}
    days = {
        name: figures.days_of(step)[1] * (7 / 5 if step.is_working else 1)
        for name, step in way.items()
    }
    (seen,) = (time for time in figures.licence_way.seen if time.unit == "days")
    assert seen.low <= days["courier"] + days["province"] + days["ministry"] <= seen.high
    assert days["papers"] + days["courier"] == figures.number("preparation_days")


def test_a_figure_that_was_set_moves_the_step_that_rests_on_it(figures: Figures) -> None:
    made = figures.with_values({"preparation_days": (40.0,), "statutory_days": (90.0,)})
    way = {step.id: step for step in made.licence_way.steps}
    assert made.days_of(way["papers"]) == (35.0, 35.0, 35.0)
    assert made.days_of(way["ministry"]) == (2.0, 90.0, 90.0)
    little = figures.with_values({"preparation_days": (1.0,)})
    assert little.days_of(way["papers"]) == (0.0, 0.0, 0.0), "never below nothing"


def test_loading_is_fast() -> None:
    """The best of three: the collector may walk all that other tests left in between."""
    spent = []
    for _ in range(3):
        started = time.process_time()
        load_figures()
        spent.append(time.process_time() - started)
    assert min(spent) < 0.1


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (edit("shares.csv", "eu-2023", "eu-2032"), r"shares\.csv:2: .*no source 'eu-2032'"),
        (edit("shares.csv", "separation", "seperation"), r"shares\.csv:2: stage must be one of"),
        (edit("shares.csv", ",66.7,", ",66;7,"), r"shares\.csv:2: '66;7' is no number"),
        (edit("shares.csv", ",66.7,", ",96.7,"), r"shares\.csv:.*more than the world"),
        (edit("shares.csv", ",CN,66.7", ",ZZ,66.7"), r"shares\.csv:2: governance\.csv has nothing"),
        (edit("shares.csv", ",RU,", ",CN,"), r"shares\.csv:3: CN is given twice"),
        (edit("shares.csv", "material,", "element,"), r"shares\.csv:1: columns must be"),
        (edit("governance.csv", ",2021,", ",2024,"), r"governance\.csv:3: .*one year"),
        (edit("governance.csv", "AM,4.633", "AM,9.633"), r"governance\.csv:2: .*must rise"),
        (edit("materials.csv", "Sc,,", "Xx,,"), r"materials\.csv:2: shares\.csv has nothing about Xx"),
        (edit("recycling.csv", "Sc,", "Scc,"), r"recycling\.csv has nothing about Sc"),
        (edit("recycling.csv", "Y,1,2023", "Y,1,2017"), r"recycling\.csv:4: Y is given twice for 2017"),
        (edit("sources.csv", ",weekly review of rare earths,", ",weekly review of ores,"),
         r"sources\.csv:\d+: 'weekly review of ores' is no part of the title"),
        (edit("sources.csv", ",https://ogcapi.bgs.ac.uk/collections/world-mineral-statistics,", ",,"),
         r"sources\.csv:2: only a press figure"),
        (edit("assumptions.yaml", "[2, 63, 180]", "[63, 2, 180]"), r"yaml:\d+: 'licence_days' must be three"),
        (edit("assumptions.yaml", "[2, 63, 180]", "about 63"), r"yaml:\d+: 'licence_days' must be three"),
        (edit("assumptions.yaml", "value: 14", "value: .nan"), r"'preparation_days' must be a number"),
        (edit("assumptions.yaml", "id: licence_days", "id: license_days"), r"'id' must be one of"),
        (edit("assumptions.yaml", "judgement: true\n    note: To", "judgement: false\n    note: To"),
         r"'preparation_days' needs sources or"),
        (edit("assumptions.yaml", "    note: To", "    remark: x\n    note: To"), r"unknown key 'remark'"),
        (edit("assumptions.yaml", '["B", ', "[12, "), r"'stock_not_usable' must be a list of words"),
        (edit("price_steps.csv", ",1100,", ",100,"), r"price_steps\.csv:3: .*ask no lower"),
        (edit("price_steps.csv", "smm-2025-09", "smm-2024-09"), r"price_steps\.csv:4: .*no source"),
        (edit("grade_limits.csv", "M,100", "M,70"), r"grade_limits\.csv:3: classes must rise"),
        (edit("second_sources.csv", ",listed,", ",best,"), r"second_sources\.csv:2: order must be"),
        (edit("second_sources.csv", ",magnet,", ",magnets,"), r"second_sources\.csv:4: unknown form"),
        (edit("china_working_days.csv", "2023-01-28,2023-01-29,on", "2023-01-28,2023-01-30,on"),
         r"china_working_days\.csv:4: 2023-01-30 is a working day anyway"),
        (edit("china_working_days.csv", "2023-04-05,2023-04-05", "2023-04-05,2023-04-04"),
         r"china_working_days\.csv:5: needs kind on or off"),
        (edit("china_working_days.csv", "2023-04-05,2023-04-05", "2023-01-27,2023-01-27"),
         r"china_working_days\.csv:5: 2023-01-27 is given twice"),
        (edit("assumptions.yaml", "  oxide:", "  oxyde:"), r"unknown form"),
        (edit("licence_steps.yaml", "[3, 5, 7]", "[5, 3, 7]"), r"licence_steps\.yaml:\d+: 'days' must be three"),
        (edit("licence_steps.yaml", "[3, 5, 7]", "[3, 7]"), r"licence_steps\.yaml:\d+: 'days' must be three"),
        (edit("licence_steps.yaml", "[3, 5, 7]", "[3, soon, 7]"), r"'soon' is no number"),
        (edit("licence_steps.yaml", "figure: preparation_days", "figure: preparing_days"),
         r"licence_steps\.yaml:\d+: there is no assumption 'preparing_days'"),
        (edit("licence_steps.yaml", "    figure: preparation_days\n", ""), r"either days or a figure"),
        (edit("licence_steps.yaml", "days: [3, 5, 7]", "days: [3, 5, 7]\n    figure: statutory_days"),
         r"either days or a figure"),
        (edit("licence_steps.yaml", "without: courier", "without: post"), r"'papers': there is no step 'post'"),
        (edit("licence_steps.yaml", "id: courier", "id: papers"), r"step 'papers' is given twice"),
        (edit("licence_steps.yaml", "unit: working days", "unit: weeks"), r"'unit' must be one of"),
        (edit("licence_steps.yaml", "[vector-magnets, ", "[vector, "), r"no source 'vector'"),
        (edit("licence_steps.yaml", "judgement: true\n    sources: []", "judgement: false\n    sources: []"),
         r"needs sources or 'judgement: true'"),
        (edit("licence_steps.yaml", "  - id: papers\n", "  - id: papers\n    after: licence\n"),
         r"what waits for a licence comes after"),
        (edit("licence_steps.yaml", "after: filed", "after: filing"), r"'after' must be one of"),
        (edit("licence_steps.yaml", "low: 72", "low: 92"), r"'low' must not be more"),
        (edit("assumptions.yaml", "[magnet, ", "[magnets, "), r"unknown form"),
    ],
)  # fmt: skip
def test_a_slip_is_refused_with_its_file_and_line(
    tmp_path: Path, change: Callable[[Path], None], says: str
) -> None:
    folder = tmp_path / "figures"
    shutil.copytree(shipped("resources", "register", "figures"), folder)
    change(folder)
    with pytest.raises(RegisterError, match=says):
        load_figures(folder)


def test_scales_and_numbers_of_draws_are_shipped_and_set_by_nobody() -> None:
    """Figures of two projects must mean the same."""
    figures = load_figures()
    assert figures.number("rate_index") == 2
    assert all(made.note and made.judgement for made in figures.reckoning.values())
    for name in figures.reckoning:
        assert not figures.allows(name, (1.0,))
        with pytest.raises(ValueError, match="there is no assumption"):
            figures.with_values({name: (1.0,)})
