"""Sixteen more full material declarations: units that change from row to row, other languages, rows between.

``python -m tests.workbooks.late_substance_lists`` says what is read otherwise. Frozen on 2026-11-27 before it was
looked at how any of them is read; from own knowledge of what suppliers return.
"""

# ruff: noqa: E501 - a table of lists, one a line

from tests.workbooks.more_substance_lists import report
from tests.workbooks.substance_lists import BO, DY, FE, ND, RING, WHOLE, SubstanceList, per

MIXED = ((30, "%"), (40_000, "ppm"), (65, "%"), (10_000, "ppm"))
MASSES = ((3, "g"), (400, "mg"), (6.5, "g"), (0.0001, "kg"))
IN_CELL = ("30 %", "40000 ppm", "65 %", "1 %")
WEIGHED = ("3 g", "400 mg", "6,5 g", "100 mg")
ND_ONLY = {"10004711": {"Nd": 30.0}}
HEAD = ("Part Number", "Substance", "CAS Number", "Mass [mg]")
ROWS = tuple(("10004711", s, c, p * 10) for s, c, p in RING)

# fmt: off
LISTS = (
    SubstanceList("percent_and_ppm_by_row", per(("Part Number", "Substance", "CAS Number", "Value", "Unit"), lambda n, s, c, p: ("10004711", s, c, *MIXED[n])), WHOLE),
    SubstanceList("percent_and_ppm_in_the_cell", per(("Part Number", "Substance", "CAS Number", "Concentration"), lambda n, s, c, p: ("10004711", s, c, IN_CELL[n])), WHOLE),
    SubstanceList("grams_and_milligrams_by_row", per(("Part Number", "Substance", "CAS Number", "Mass", "Unit of mass"), lambda n, s, c, p: ("10004711", s, c, *MASSES[n])), WHOLE),
    SubstanceList("grams_and_milligrams_in_the_cell", per(("Part Number", "Substance", "CAS Number", "Weight"), lambda n, s, c, p: ("10004711", s, c, WEIGHED[n])), WHOLE),
    SubstanceList("italian", per(("Codice articolo", "Descrizione", "Sostanza", "N. CAS", "Peso (mg)", "Percentuale (%)"), lambda n, s, c, p: ("10004711", "Anello", s, c, p * 10, p)), WHOLE),
    SubstanceList("spanish", per(("Número de pieza", "Denominación", "Sustancia", "Nº CAS", "Masa (g)", "% en peso"), lambda n, s, c, p: ("10004711", "Anillo", s, c, p / 10, p)), WHOLE),
    SubstanceList("russian", per(("Артикул", "Наименование", "Вещество", "Номер CAS", "Масса, мг"), lambda n, s, c, p: ("10004711", "Кольцо", s, c, p * 10)), WHOLE),
    SubstanceList("traditional_chinese", per(("料號", "品名", "物質名稱", "CAS編號", "重量(mg)", "含量比例(%)"), lambda n, s, c, p: ("10004711", "磁環", s, c, p * 10, p)), WHOLE),
    SubstanceList("per_mille", per(("Teilenummer", "Stoff", "CAS-Nr.", "Anteil [‰]"), lambda n, s, c, p: ("10004711", s, c, p * 10)), WHOLE),
    SubstanceList("thousands_with_points", per(("Teilenummer", "Stoff", "CAS-Nr.", "Masse [mg]"), lambda n, s, c, p: ("10004711", s, c, ("3.000,0", "400,0", "6.500,0", "100,0")[n])), WHOLE),
    SubstanceList("notes_and_headings_between", (HEAD, *ROWS[:2], (None, None, None, None), HEAD, *ROWS[2:], ("Note: values from the supplier's own analysis", None, None, None), ("Remarks: none", None, None, None)), WHOLE),
    SubstanceList("sum_of_each_part", (HEAD, *ROWS, ("10004711", "Total", None, 10_000), ("10004712", *FE, 2000), ("10004712", "Total", None, 2000)), WHOLE),
    SubstanceList("svhc_with_no_and_none", (
        ("Part Number", "SVHC contained (Y/N)", "Substance", "CAS Number", "Concentration (% w/w)"), ("10004711", "Y", *ND, 30), ("10004711", "Y", *DY, 4),
        ("10004711", "Y", *FE, 66), ("10004712", "N", None, None, None), ("10004713", "N", "-", "-", "-")), WHOLE),
    SubstanceList("less_than", (("Part Number", "Substance", "CAS Number", "Concentration [%]"), ("10004711", *ND, 30), ("10004711", *DY, "< 0.1"), ("10004711", *FE, 69), ("10004711", *BO, 1)), ND_ONLY),
    SubstanceList("micrograms", per(("Part Number", "Substance", "CAS Number", "Mass [µg]"), lambda n, s, c, p: ("10004711", s, c, p * 10_000)), WHOLE),
    SubstanceList("mass_of_the_part_in_each_row", per(("Part Number", "Part mass [g]", "Substance", "CAS Number", "Substance mass [g]"), lambda n, s, c, p: ("10004711", 10, s, c, p / 10)), WHOLE),
)
# fmt: on

if __name__ == "__main__":
    raise SystemExit(report(LISTS))
