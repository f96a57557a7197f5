"""Scenario files that change no verdict still change refusals, waiting and money, and say so."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from desktop_app import pipeline
from desktop_app.assessment.licence.lost import lose_general_licences
from desktop_app.assessment.shifts import shifts
from desktop_app.cli import main
from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.reading import Reading
from desktop_app.model.spread import Spread, spread
from desktop_app.paths import shipped
from tests.matching.parts import part_table

SAMPLE = shipped("templates", "sample_supplier_parts.xlsx")
ON = Inquiry(on=date(2026, 11, 25))


def scenario(name: str) -> Path:
    return shipped("resources", "register", "scenarios", f"{name}.yaml")


@cache
def reading() -> Reading:
    return pipeline.read([SAMPLE])


@cache
def under(name: str | None, asked: bool = True) -> Assessment:
    """The sample under a scenario file; ``asked``: by its name, else as known today."""
    library = pipeline.load_library(scenario(name) if name else None)
    inquiry = library.scenario.asked(ON) if library.scenario and asked else ON
    return pipeline.assess(reading(), inquiry, library)


def said(before: Assessment, after: Assessment) -> list[str]:
    return [Catalogue("en").say(message) for message in shifts(before, after)]


def test_nothing_is_said_of_equal_answers() -> None:
    assert said(under(None), under(None)) == []


def test_a_longer_review_lengthens_the_wait_and_the_gaps() -> None:
    days, gap = said(under(None), under("review-90-working-days"))
    assert days.startswith("Likely days to a licence, middle of ")
    before, after = (int(word) for word in days.split() if word.isdecimal() and int(word) > 60)
    assert after - before == 126 - 63
    assert gap.startswith("Stock that ends before a licence could bring goods: ")


def test_a_military_use_is_refused_in_principle() -> None:
    assert any(
        "refused in principle: 0 parts before" in s for s in said(under(None), under("defence-use"))
    )


@pytest.mark.parametrize("name", ["review-90-working-days", "defence-use", "us-destination"])
def test_a_scenario_holds_only_under_its_own_name(name: str) -> None:
    assert said(under(None), under(name, asked=False)) == []


def test_two_lists_cannot_be_compared() -> None:
    other = pipeline.assess(pipeline.read_typed(["Magnet"]), ON, pipeline.load_library())
    with pytest.raises(ValueError, match="different parts"):
        shifts(under(None), other)


class TestGeneralLicences:
    """A supplier that loses its general licence has to file for every delivery."""

    PARTS = part_table(
        description=["a", "b", "c"], supplier=["Ningbo Magnet Co.", "Other GmbH", None]
    )
    HELD: Spread[Licence] = spread([Licence("needed", general_licence=True)] * 3)

    @pytest.mark.parametrize(
        ("names", "kept"),
        [
            ((), [True, True, True]),
            (("ningbo  magnet co.",), [False, True, True]),
            (("Nobody",), [True, True, True]),
            (("all",), [False, False, False]),
        ],
    )
    def test_by_name_or_all(self, names: tuple[str, ...], kept: list[bool]) -> None:
        left = lose_general_licences(self.PARTS, self.HELD, names)
        assert [licence.general_licence for licence in left] == kept
        assert {licence.verdict for licence in left} == {"needed"}

    def test_the_wait_grows_where_it_is_lost(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Through the whole chain: a recorded general licence, and the scenario without it."""
        held = _judging_with_general_licences()
        monkeypatch.setattr("desktop_app.assessment.licence.assess_licences", held)
        kept = pipeline.assess(reading(), ON, pipeline.load_library())
        library = pipeline.load_library(scenario("general-licences-lost"))
        assert library.scenario is not None
        lost = pipeline.assess(reading(), library.scenario.asked(ON), library)
        assert any("Likely days to a licence" in sentence for sentence in said(kept, lost))


def _judging_with_general_licences() -> Callable[..., Spread[Licence]]:
    from desktop_app.assessment.licence.assess import assess_licences

    return lambda *given: assess_licences(*given).map(
        lambda licence: replace(licence, general_licence=licence.verdict == "needed")
    )


def test_compare_prints_what_changes_beside_verdicts(capsys: pytest.CaptureFixture[str]) -> None:
    path = str(scenario("review-90-working-days"))
    assert main(["compare", str(SAMPLE), "--on", "2026-11-25", "--with", path]) == 0
    out = capsys.readouterr().out
    assert "0 of 62 parts change their verdict." in out
    assert "Likely days to a licence" in out


def test_an_option_goes_before_what_a_scenario_sets(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.json"
    path = str(scenario("us-destination"))
    for given, wanted in (((), '"destination":"US"'), (("--destination", "FR"), '"FR"')):
        assert main(["assess", str(SAMPLE), "--scenario", path, "--json", str(out), *given]) == 0
        question = out.read_text(encoding="utf-8").partition('"files"')[0]
        assert wanted in question
        assert '"scenario":"us-destination"' in question
    capsys.readouterr()


def test_a_faulty_scenario_file_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("sources: {}\nquestion: {destination: usa}\n", encoding="utf-8")
    assert main(["compare", str(SAMPLE), "--with", str(path)]) == 2
    assert "mine.yaml:2: 'destination' must be two capital letters" in capsys.readouterr().err
