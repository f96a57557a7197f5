"""What a dossier and the annex say beside the verdict: grams in a piece, mean risks, what was recorded."""

from dataclasses import replace

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import msg
from desktop_app.model.recorded_note import RecordedNote
from desktop_app.report.content import build_content
from desktop_app.report.view import Scope
from tests.report.test_kinds import SCOPES, text
from tests.report.written import lines_of
from tests.small_assessment import small_assessment


def test_a_dossier_gives_the_grams_of_an_element_in_one_piece() -> None:
    """Of 8.8 g that are all magnet, 1.5 % of dysprosium are 0.13 g; of goods by weight there is no piece."""
    found = small_assessment()
    kinds = list(found.matches.kinds)
    code = int(found.matches.of[0])
    (element,) = kinds[code].elements
    stated = replace(element, mass_percent=(0.5, 1.5, 4.0), by_grade=False)
    kinds[code] = replace(kinds[code], elements=(stated,))
    matches = replace(found.matches, kinds=tuple(kinds))

    def said(unit: str, mass: float | None) -> str:
        frame = found.parts.frame.assign(unit=unit, unit_mass_g=mass)
        parts = replace(found.parts, frame=frame)
        return text("dossier", replace(found, matches=matches, parts=parts))

    assert "| 0.13 // 0.044 to 0.35 | exact" in said("PC", 8.8)
    assert "0.044" not in said("KG", 8.8)
    assert "In one piece" not in said("PC", None), "an empty column is not printed"


def test_the_annex_gives_the_mean_risk_of_a_supplier_beside_the_highest() -> None:
    found = small_assessment()
    numbers, frame = found.numbers.copy(), found.parts.frame.copy()
    numbers["annual_spend"] = 5.0
    numbers.loc[[0, 1], "annual_spend"] = [300.0, 100.0]
    numbers.loc[[0, 1], "licence_risk"] = [0.8, 0.4]
    frame["currency"] = "EUR"

    def line(of: Assessment) -> str:
        table = text("audit", of).split("[supplier_map] ")[1].splitlines()
        assert "Licence risk [mean by spend]" in table[0]
        return next(row for row in table if row.startswith("- Ningbo Huaning Magnetics: "))

    one = replace(found, numbers=numbers, parts=replace(found.parts, frame=frame))
    assert "| 2 | 80% | 70% |" in line(one), "(0.8 x 300 + 0.4 x 100) / 400"
    frame = frame.assign(currency=["CNY", *["EUR"] * (len(frame) - 1)])
    two = replace(found, numbers=numbers, parts=replace(found.parts, frame=frame))
    assert "| 2 | 80% |  |" in line(two), "amounts of two currencies weigh nothing against another"


def test_what_was_recorded_stands_in_the_annex_with_its_reason_and_in_the_dossier_of_its_part() -> (
    None
):
    notes = (
        RecordedNote(msg("{part} corrected", part="NG-1042"), "=label on the box", frozenset({0})),
        RecordedNote(msg("Northgate: general licence"), "", frozenset()),
    )

    def said(kind: str, scope: Scope | None = None) -> str:
        found = build_content(
            small_assessment(), Catalogue("en"), scope=scope or SCOPES[kind], recorded=notes
        )
        return "\n".join(lines_of(found))

    assert "[recorded] What | Reason\n- record:1: NG-1042 corrected | =label on the box" in said(
        "audit"
    )
    assert "- record:2: Northgate: general licence" in said("audit")
    assert "NG-1042 corrected | =label" in said("dossier")
    assert "general licence" not in said("dossier")
    assert "corrected" not in said("dossier", Scope("dossier", part=1))
    for outside in ("supplier", "licence"):
        assert "[recorded]" not in said(outside)
    assert "[recorded]" not in text("audit"), "nothing was recorded"
