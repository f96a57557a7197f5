"""No. 61, s.1(2): goods made abroad with Chinese technology, whatever the share of value."""

from dataclasses import replace

import pytest

from desktop_app.assessment.licence.facts import Case, Place, Share
from desktop_app.assessment.licence.judging import Judge
from desktop_app.assessment.licence.technology import chinese_technology, technology_told
from desktop_app.model.inquiry import Inquiry
from desktop_app.model.licence import Licence
from desktop_app.model.verdict import Ternary
from tests.assessment.licence.cases import TODAY, holding, shipped_edition, thing
from tests.matching.parts import part_table

SMCO = thing(material="SmCo", elements=holding(Sm=Ternary.YES))
FOREIGN = Case(SMCO, Place("JP"), share=Share(0.02, 0.02))


def judged(case: Case, scenario: str = "today", destination: str = "DE") -> Licence:
    inquiry = Inquiry(TODAY, destination, scenario=scenario)
    return Judge(shipped_edition(), inquiry).decide(case)


@pytest.mark.parametrize(
    ("declaration", "said"),
    [
        ("Made with sintering technology licensed from a Chinese maker", True),
        ("hergestellt mit chinesischer Technologie", True),
        ("采用中国技术生产", True),
        ("Produced without Chinese technology", False),
        ("Kein chinesisches Verfahren, keine chinesische Technologie", False),
        ("Chinese technology: none", False),
        ("本品未使用中国技术", False),
        ("중국 기술 없음", False),
        ("Smelted with Chinese technology, no dysprosium added", None),
        ("We do not know whether Chinese technology was used", None),
        ("Nicht bekannt, ob chinesische Technologie verwendet wurde", None),
        ("使用中国技术，不含镝", None),
        ("Origin China. Coating technology: epoxy", None),
        ("", None),
        (None, None),
    ],
)
def test_what_a_declaration_says(declaration: str | None, said: bool | None) -> None:
    assert chinese_technology(declaration, shipped_edition().assumptions) is said


def limbs(licence: Licence) -> set[str]:
    return {control.item.split("/")[0] for control in licence.controls}


def test_a_small_share_does_not_free_goods_whose_technology_nobody_told() -> None:
    """s.1(1) is cleared by the share; s.1(2) knows none, and unknown is never no."""
    unsaid, bound = judged(FOREIGN), judged(FOREIGN._replace(technology=True))
    assert limbs(unsaid) == limbs(bound) == {"s.1(2)"}
    assert (unsaid.verdict, unsaid.waits_on) == (bound.verdict, bound.waits_on)
    assert (bound.verdict, bound.waits_on) == ("not_verified", "law")
    assert unsaid.cases == {"extended": "suspended", "lapsed": "not_verified"}
    assert bound.cases == {"extended": "suspended", "lapsed": "needed"}
    lapsed = judged(FOREIGN, "lapsed")
    assert (lapsed.verdict, lapsed.waits_on) == ("not_verified", "part")
    (question,) = lapsed.questions
    assert "Chinese" in str(question.text)


def test_a_small_share_frees_goods_made_without_chinese_technology() -> None:
    free = judged(FOREIGN._replace(technology=False), "lapsed")
    assert (free.verdict, free.basis) == ("not_needed", "facts")
    said = " ".join(str(reason.message) for reason in free.reasons)
    assert "without Chinese technology" in said
    assert "not screened" not in said


def test_a_part_without_any_chinese_input_is_outside() -> None:
    """The page on verdicts calls it so; the limb that nobody screened is named beside."""
    free = judged(FOREIGN._replace(share=Share(0.0, 0.0)), "lapsed")
    assert (free.verdict, free.basis) == ("not_needed", "outside")
    assert any("not screened" in str(reason.message) for reason in free.reasons)


def test_the_technologies_named_make_magnets_and_no_motors() -> None:
    """Our reading; the page says which limb is not screened, and a declaration counts."""
    motor = FOREIGN._replace(thing=SMCO._replace(form="motor"))
    free = judged(motor, "lapsed")
    assert (free.verdict, free.basis) == ("not_needed", "facts")
    assert any("not screened" in str(reason.message) for reason in free.reasons)
    assert judged(motor._replace(technology=True), "lapsed").verdict == "needed"


@pytest.mark.parametrize("share", [None, Share(0.05, 5.0), Share(0.4, 0.4)])
def test_the_technology_is_not_asked_for_where_the_share_leaves_it_open_anyway(
    share: Share | None,
) -> None:
    assert limbs(judged(FOREIGN._replace(share=share), "lapsed")) == {"s.1(1)"}


def test_a_limb_with_another_status_is_asked_for_itself() -> None:
    """Where one limb is known to be suspended and the other is not, the other still stands open."""
    edition = shipped_edition()
    by_share = next(c for c in edition.controls if c.id == "CN-MOFCOM-2025-61")
    repealed = replace(
        by_share,
        provisions=tuple(
            replace(p, timeline=p.timeline[:-1]) if p.id == "s.1(1)" else p
            for p in by_share.provisions
        ),
    )
    other = replace(
        edition,
        controls=tuple(repealed if c is by_share else c for c in edition.controls),
    )
    found = Judge(other, Inquiry(TODAY, "DE")).decide(FOREIGN._replace(share=Share(0.4, 0.4)))
    assert (found.verdict, found.waits_on) == ("not_verified", "law")
    assert limbs(found) == {"s.1(1)", "s.1(2)"}


def test_the_limb_reaches_trade_between_foreign_countries_only() -> None:
    at_home = judged(FOREIGN._replace(technology=True), "lapsed", "JP")
    from_china = FOREIGN._replace(technology=True, place=Place("CN"))
    assert at_home.verdict == "not_needed"
    assert not [c for c in judged(from_china, "lapsed").controls if c.item.startswith("s.1(2)")]


def test_an_unknown_origin_leaves_the_limb_open() -> None:
    found = judged(
        Case(SMCO, Place(None, False), share=Share(0.02, 0.02), technology=True), "lapsed"
    )
    assert found.verdict == "not_verified"


def test_a_description_says_it_as_well_as_a_declaration() -> None:
    parts = part_table(
        description=[
            "SmCo disc, Chinese process technology",
            "SmCo disc",
            "SmCo disc made in China",
        ],
        declaration=[None, "Uses know-how from China", "no Chinese technology"],
    )
    told = technology_told(parts, shipped_edition().assumptions)
    assert list(told) == [True, True, False]
    plain = part_table(description=["SmCo disc", "Porcelain"], declaration=[None, None])
    assert list(technology_told(plain, shipped_edition().assumptions)) == [None, None]


def test_an_input_made_abroad_waits_for_the_limb_on_technology() -> None:
    """Dysprosium oxide of Malaysia: s.1(1) reaches no inputs, and of s.1(2) nobody said anything."""
    oxide = thing(form="oxide", elements=holding(Dy=Ternary.YES))
    found = judged(Case(oxide, Place("MY")))
    assert (found.verdict, found.waits_on) == ("not_verified", "law")
    assert [control.item for control in found.controls] == ["s.1(2)/Part-1"]
    lapsed = judged(Case(oxide, Place("MY")), scenario="lapsed")
    assert (lapsed.verdict, lapsed.waits_on) == ("not_verified", "part")
    assert "Chinese" in str(lapsed.questions[0].text)


def test_an_input_without_chinese_value_is_cleared_with_a_word_on_the_limb_nobody_screens() -> None:
    oxide = thing(form="oxide", elements=holding(Dy=Ternary.YES))
    found = judged(Case(oxide, Place("MY"), Share(0.0, 0.0)))
    assert (found.verdict, found.basis) == ("not_needed", "outside")
    assert any("s.1(2)" in str(reason.message) for reason in found.reasons)


def test_a_declaration_that_denies_the_technology_clears_an_input_made_abroad() -> None:
    oxide = thing(form="oxide", elements=holding(Dy=Ternary.YES))
    found = judged(Case(oxide, Place("MY"), technology=False))
    assert (found.verdict, found.basis) == ("not_needed", "facts")
