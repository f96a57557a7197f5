"""Kinds of report: what each says and leaves out, how long it is, and its whole text as agreed.

The agreed texts stand in ``golden``; LODESTONE_UPDATE_GOLDEN=1 writes them anew, to be read in a diff.
"""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment, Draws, Potential, ProductStop
from desktop_app.model.findings import CodedError, Issue, msg
from desktop_app.model.licence import Licence
from desktop_app.model.spread import Spread
from desktop_app.report.blocks import Paragraph, ReportContent
from desktop_app.report.compose import compose
from desktop_app.report.content import build_content
from desktop_app.report.display import Text
from desktop_app.report.line_breaking import PaperMetrics
from desktop_app.report.sentences import SENTENCES, sentences
from desktop_app.report.settings import KINDS, load_settings
from desktop_app.report.view import Scope, View
from tests.report.variations import (
    all_not_covered,
    asked_on,
    empty_assessment,
    repeated,
    with_licences,
)
from tests.report.written import lines_of
from tests.small_assessment import LINES, small_assessment

GOLDEN = Path(__file__).parent / "golden"
SCOPES = {
    "monday": Scope("monday"),
    "management": Scope("management"),
    "dossier": Scope("dossier", part=0),
    "supplier": Scope("supplier", supplier="Northgate Motion Ltd"),
    "licence": Scope("licence", part=1),
    "article24": Scope("article24"),
    "audit": Scope("audit"),
}
FROM_THE_REGISTER = frozenset({"method", "clock", "schedule"})
"""Sections that print shipped figures; they change with the data and have tests of their own."""


@cache
def content(kind: str) -> ReportContent:
    return build_content(small_assessment(), Catalogue("en"), scope=SCOPES[kind])


def text(kind: str, of: Assessment | None = None) -> str:
    found = content(kind) if of is None else build_content(of, Catalogue("en"), scope=SCOPES[kind])
    return "\n".join(lines_of(found))


def pages(of: Assessment, kind: str, language: str = "en", paper: str = "a4") -> int:
    layout = compose(of, SCOPES[kind], Catalogue(language), paper, PaperMetrics())[1]
    return len(layout.sheets)


def english(said: str) -> str:
    """Without the Chinese lines of licence papers: a better translation is no other report."""
    without_cells = re.sub(r" // [^|\n]*[\u3400-\u9fff][^|\n]*", "", said)
    return re.sub(r" / [^|\n]*[\u3400-\u9fff][^|\n]*", " ", without_cells)


@pytest.mark.parametrize("kind", KINDS)
def test_the_text_is_as_agreed(kind: str) -> None:
    left_out = FROM_THE_REGISTER
    said = english("\n".join(lines_of(content(kind), left_out))) + "\n"
    agreed = GOLDEN / f"{kind}.txt"
    if os.environ.get("LODESTONE_UPDATE_GOLDEN"):
        agreed.parent.mkdir(exist_ok=True)
        agreed.write_text(said, encoding="utf-8")
    assert said == agreed.read_text(encoding="utf-8")


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "de", "zh"])
@pytest.mark.parametrize(
    "make",
    [small_assessment, empty_assessment, lambda: repeated(60)],
    ids=["small", "none", "long"],
)
def test_the_monday_sheet_is_one_page(
    make: Callable[[], Assessment], language: str, paper: str
) -> None:
    assert pages(make(), "monday", language, paper) == 1


def test_the_management_report_has_at_most_eight_pages_however_long_the_list() -> None:
    assert pages(repeated(300), "management", "de", "letter") <= 8


@pytest.mark.parametrize(("kind", "most"), [("monday", 1), ("management", 8), ("dossier", 2)])
def test_a_description_of_many_pages_makes_no_more_of_them(kind: str, most: int) -> None:
    found = small_assessment()
    frame = found.parts.frame.copy()
    frame["description"] = [f"{name} {'x' * 20_000}" for name in frame["description"]]
    long = replace(found, parts=replace(found.parts, frame=frame))
    assert pages(long, kind) <= most


def test_the_annex_prints_the_whole_of_a_long_description() -> None:
    found = small_assessment()
    frame = found.parts.frame.copy()
    frame.loc[0, "description"] = "word " * 300 + "end-of-it"
    long = replace(found, parts=replace(found.parts, frame=frame))
    assert "end-of-it" in text("audit", long)
    assert "end-of-it" not in text("monday", long)
    assert "word word" in text("monday", long)


def test_a_dossier_that_leaves_measures_out_says_how_many_there_are() -> None:
    known = load_settings()
    short = replace(known.kinds["dossier"], limits={"actions": 1})
    few = replace(known, kinds={**known.kinds, "dossier": short})
    there_are = len(small_assessment().actions[0])
    assert there_are > 1
    said = lines_of(build_content(small_assessment(), Catalogue("en"), few, SCOPES["dossier"]))
    assert (
        f"(note) 1 of {there_are} measures are listed here; all are in the Excel workbook." in said
    )
    assert not any("measures are listed here" in line for line in lines_of(content("dossier")))


def test_a_list_that_was_shortened_says_so() -> None:
    found, _ = compose(
        repeated(60), SCOPES["management"], Catalogue("de"), "letter", PaperMetrics()
    )
    said = "\n".join(lines_of(found))
    assert len(re.findall(r"\n\(note\) \d+\svon\s\d+\s", said)) >= 2


def test_a_report_that_cannot_shrink_further_is_longer_and_whole() -> None:
    settings = load_settings()
    one = {
        **settings.kinds,
        "management": settings.kinds["management"].__class__(
            ("summary", "ranked", "basis"),
            "basis",
            1,
            False,
            True,
            {"needed": 1, "part_questions": 1},
        ),
    }
    tight = settings.__class__(**{**vars(settings), "kinds": one})
    found, layout = compose(
        repeated(30), Scope("management"), Catalogue("en"), "a4", PaperMetrics(), settings=tight
    )
    assert len(layout.sheets) > 1
    assert [section.id for section in found.sections] == ["summary", "ranked", "basis"]


def test_monday_says_what_runs_out_what_to_do_and_what_is_not_known() -> None:
    said = text("monday")
    assert "(lead) 3 parts need a licence; 2 of them have none on the way." in said
    assert "- 1:Parts!5: Segment magnet 42SH 40 x 20 x 8 mm // NG-1042" in said
    assert "- Ningbo Huaning Magnetics: " in said
    assert "    Have the supplier apply for the export licence now" in said
    assert "2 lines were not recognised and not screened" in said
    assert "Their annual spend: 66,600 EUR." in said
    assert "22 rows read = parts 16" in said


def test_monday_names_a_supplier_once_with_all_its_urgent_parts() -> None:
    said = text("monday")
    assert said.count("\n- Ningbo Huaning Magnetics: ") == 1
    assert "NG-1042, NG-1051" in said


@pytest.mark.parametrize("kind", ["monday", "management", "dossier", "article24", "audit"])
def test_own_readers_get_estimates_with_the_warning_not_to_pass_them_on(kind: str) -> None:
    said = text(kind)
    has_estimates = kind not in ("monday", "article24")
    assert ("do not pass them to suppliers or authorities" in said) == has_estimates
    assert ("Risk of a stop" in said or "risk of a stop" in said) == has_estimates
    assert ("Our estimate that a licence duty exists" in said) == (kind in ("dossier", "audit"))


def test_a_letter_holds_no_estimate_no_stock_no_other_supplier() -> None:
    said = text("supplier")
    others = {line.supplier for line in LINES} - {"Northgate Motion Ltd"}
    assert not [name for name in others if name in said]
    for ours in ("estimate", "Risk", "risk", "Runs out", "Gap", " spend", "not verified", "annual"):
        assert ours not in said, ours
    assert "What mass percentage of Dy, Tb and Ho" in said
    assert "we supply the papers" in text("supplier", with_licences(_needed))


def _needed(kind: Licence) -> Licence:
    return Licence("needed", applies=(0.9, 0.95, 1.0), questions=kind.questions)


@pytest.mark.parametrize("kind", KINDS)
def test_what_stays_in_the_house_is_marked_confidential(kind: str) -> None:
    assert (content(kind).mark == "Confidential") == (kind not in ("supplier", "licence"))


def test_a_letter_of_another_day_leaves_its_date_open() -> None:
    assert "(body) Date: ____" in text("supplier", asked_on(date(2026, 12, 1), on_assumed=False))
    assert "We ask for your answer by 8 Dec 2026." in text("supplier")


def test_a_supplier_with_nothing_to_answer_gets_no_questions() -> None:
    scope = Scope("supplier", supplier="Fastline Fixings")
    found, layout = compose(small_assessment(), scope, Catalogue("en"), "a4", PaperMetrics())
    assert len(layout.sheets) == 1, "no page of its own for an empty sheet"
    said = "\n".join(lines_of(found))
    assert said.count("Nothing needs to be asked of this supplier.") == 1
    assert "Sheet to fill in" not in said
    assert "Dear Sir" not in said


def test_no_control_that_touches_a_part_is_a_sentence_and_no_empty_table() -> None:
    found = small_assessment()
    clear = tuple(
        replace(kind, verdict="not_needed", controls=(), waits_on=None)
        for kind in found.licences.kinds
    )
    said = text("article24", replace(found, licences=replace(found.licences, kinds=clear)))
    assert "None of them touches a part of these files." in said
    assert "[law_touching]" not in said
    assert "[law_touching]" in text("article24")


def test_a_dossier_shows_facts_with_cells_path_composition_and_moves() -> None:
    said = text("dossier")
    assert "(lead) Result: needed, by grade." in said
    assert "Supplier | Ningbo Huaning Magnetics |  // C5" in said
    assert "A sintered magnet is a form this announcement lists." in said
    assert "- Dy: Dy | contains it // expected by grade, not measured" in said
    assert "Have the supplier apply for the export licence now | 60%" in said
    assert "Ring magnet" not in said


def test_a_dossier_carries_only_the_sentences_of_its_part() -> None:
    rotor = next(at for at, line in enumerate(LINES) if line.licence.basis == "guidance")
    found = build_content(small_assessment(), Catalogue("en"), scope=Scope("dossier", part=rotor))
    said = "\n".join(lines_of(found))
    assert "1 part is outside because of guidance by MOFCOM" in said
    assert "you supply the papers" not in said
    assert "because of guidance" not in text("dossier")
    assert "you supply the papers" in text("dossier")


@pytest.mark.parametrize(
    "scope", [Scope("dossier"), Scope("dossier", part=999), Scope("supplier"),
              Scope("supplier", supplier="Nobody Inc"), Scope("licence"),
              Scope("licence", supplier="Nobody Inc")],
)  # fmt: skip
def test_a_scope_that_names_nothing_is_refused_in_words(scope: Scope) -> None:
    with pytest.raises(CodedError) as failure:
        build_content(small_assessment(), Catalogue("en"), scope=scope)
    assert failure.value.problem.code == "E_NOT_FOUND"


def test_article_24_follows_its_points_and_says_how_good_the_information_is() -> None:
    said = text("article24")
    at = [said.index(words) for words in (
        "Article 24 asks", "(a) Where the materials", "(b) What may affect", "(c) How vulnerable",
        "== Measures", "== How far information was available",
        "Whether your company has been identified under Article 24(1)",
    )]  # fmt: skip
    assert at == sorted(at)
    assert "every 3 years" in said
    assert "- Sm: Sm | 1 // 1 of 1" in said
    assert "- origin: country of origin, declared | 13 | 3 |" in said


def test_the_annex_lists_every_part_once() -> None:
    (table,) = [b for s in content("audit").sections if s.id == "results"
                for b in s.blocks if not isinstance(b, Paragraph)]  # fmt: skip
    places = [row.id for row in table.rows]  # type: ignore[union-attr]
    assert len(places) == len(set(places)) == len(LINES)


def test_the_annex_says_what_it_was_made_with() -> None:
    said = text("audit")
    for found in small_assessment().files:
        assert found.sha256 in said
    assert "Edition of the register | 2026.08" in said
    assert "Program | Lodestone" in said


@pytest.mark.parametrize("kind", ["monday", "management", "article24", "audit"])
@pytest.mark.parametrize("name", [s.id for s in SENTENCES if s.id != "probabilities"])
def test_sentences_of_the_result_stand_in_every_report_of_the_whole(kind: str, name: str) -> None:
    """Each exactly when its condition holds: compared over assessments with and without it."""
    for made in (small_assessment(), all_not_covered(), with_licences(_needed)):
        view = View(made, Catalogue("en"), load_settings(), SCOPES[kind])
        said = {found: view.say(words) for found, words in sentences(view)}
        assert (name in said) == (said.get(name, "\0") in text(kind, made))


def test_products_potential_and_drawn_money_are_printed_where_they_were_reckoned() -> None:
    found = replace(
        small_assessment(),
        products=(ProductStop("Hall 3", 12_000.0, 0, date(2027, 1, 14)),),
        potential=Potential({"act": 3, "high": 2}, {"act": 1, "high": 4}, (0, 1)),
        draws=Draws(
            4000, 7, np.array([0]), np.array([1.0]),
            {"EUR": {"basis": "margin", "p50": 1000.0, "p90": 90_000.0, "mean": 9.0}},
        ),
    )  # fmt: skip
    said = text("management", found)
    assert (
        "Hall 3 | 12,000 EUR | Segment magnet 42SH 40 x 20 x 8 mm // NG-1042 | 14 Jan 2027" in said
    )
    assert "- now: now | 3 | 2" in said
    assert "- then: after the best move for NG-1042, NG-1051 | 1 | 4" in said
    assert "nine times in ten it stays below 90,000 EUR" in said
    plain = text("management")
    assert "Which product stops first" not in plain
    assert "drawn futures" not in plain
    assert "greatest effect" not in plain


def test_a_dossier_prints_what_its_row_contradicts_itself_in() -> None:
    found = small_assessment()
    odd = Issue("W_CONTRADICTION", "warning", msg("The customs code is one of screws."))
    marked = replace(
        found,
        warnings=Spread(((), (odd,)), np.array([1] + [0] * 15, dtype=np.int32)),
        remarks={0: (msg("Blocked stock was left out."),)},
    )
    said = text("dossier", marked)
    assert "(note) The customs code is one of screws." in said
    assert "(note) Blocked stock was left out." in said


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_runs_off_a_page_where_a_name_has_32_000_characters(kind: str) -> None:
    """The run-out picture and the lines above figures of the annex did, and lost the rest."""
    found = small_assessment()
    frame = found.parts.frame.copy()
    for name in ("description", "part_number", "owner", "plant", "material_group"):
        frame[name] = frame[name].astype(object).where(frame.index > 1, "x" * 32_000)
    long = replace(found, parts=replace(found.parts, frame=frame))
    _, layout = compose(long, SCOPES[kind], Catalogue("en"), "a4", PaperMetrics())
    for sheet in layout.sheets:
        for placed in sheet.placed:
            lowest = [placed.y + op.y for op in placed.ops if isinstance(op, Text)]
            assert not lowest or max(lowest) < layout.size[1], (sheet, placed)
