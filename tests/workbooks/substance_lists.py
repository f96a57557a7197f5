"""Full material declarations as suppliers send them, beside a buyer's list: substances and masses of parts.

``python -m tests.workbooks.substance_lists`` reads all of them and says what is read otherwise. Frozen on
2026-11-26 before it was looked at how any of them is read. Column sets after IMDS reports, IPC-1752 tables and
plain ones (``facts/formats/supplier_formats.md`` section 2, marked there as own knowledge).
"""

# ruff: noqa: E501 - a table of lists, one a line

import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.workbooks.build import make_xlsx

# fmt: off
Rows = Sequence[Sequence[Any]]
BOUGHT: Rows = (
    ("Part Number", "Manufacturer Part Number", "Description", "Quantity", "Country of Origin"),
    ("10004711", "MM-100", "Ring", 500, "China"), ("10004712", "MM-200", "Rotor insert", 20, "China"), ("10004713", "", "Screw M4", 900, "Germany"),
)
ND, DY, FE, BO = ("Neodymium", "7440-00-8"), ("Dysprosium", "7429-91-6"), ("Iron", "7439-89-6"), ("Boron", "7440-42-8")
RING = ((*ND, 30.0), (*DY, 4.0), (*FE, 65.0), (*BO, 1.0))
Shares = Mapping[str, float]
WHOLE: Mapping[str, Shares] = {"10004711": {"Nd": 30.0, "Dy": 4.0}}


@dataclass(frozen=True)
class SubstanceList:
    name: str
    rows: Rows
    shares: Mapping[str, Shares]
    alone: bool = False


def per(head: Sequence[str], write: Any, substances: Sequence[tuple[str, str, float]] = RING) -> Rows:
    return (head, *(write(at, *one) for at, one in enumerate(substances)))


LISTS = (
    SubstanceList("mass_mg", per(("Part Number", "Substance", "CAS Number", "Mass (mg)"), lambda n, s, c, p: ("10004711", s, c, p * 10)), WHOLE),
    SubstanceList("percent", per(("Part Number", "Substance Name", "CAS No.", "Concentration (% w/w)"), lambda n, s, c, p: ("10004711", s, c, p)), WHOLE),
    SubstanceList("number_in_first_row", per(("Part Number", "Substance", "CAS Number", "Mass [g]"), lambda n, s, c, p: ("10004711" if n == 0 else None, s, c, p / 10)), WHOLE),
    SubstanceList("imds_tree", (
        ("Level", "Type", "Name", "Part/Item No.", "CAS No.", "Quantity", "Weight [g]", "Portion [%]"),
        (1, "Component", "Ring", "10004711", None, 1, 10, None), (2, "Material", "NdFeB sintered", None, None, None, 10, 100),
        *((3, "Basic substance", s, None, c, None, None, p) for s, c, p in RING)), WHOLE),
    SubstanceList("imds_letters", (
        ("Tree Level", "Node Type", "Name", "Part/Item-No.", "CAS Nr. / EU-Index", "Weight", "Unit", "Portion"),
        (0, "C", "Ring", "10004711", None, 10, "g", None), (1, "M", "Magnet", None, None, 10, "g", None),
        *((2, "B", s, None, c, p / 10, "g", p) for s, c, p in RING)), WHOLE),
    SubstanceList("ipc_1752", per(("Item Number", "Item Name", "Homogeneous Material", "Material Mass", "UoM", "Substance", "CAS", "Substance Mass", "UoM", "ppm"),
                                  lambda n, s, c, p: ("10004711", "Ring", "NdFeB", 10, "g", s, c, p / 10, "g", p * 10_000)), WHOLE),
    SubstanceList("ppm_only", per(("Part Number", "Substance", "CAS", "Concentration (ppm)"), lambda n, s, c, p: ("10004711", s, c, p * 10_000)), WHOLE),
    SubstanceList("by_maker_number", per(("Manufacturer Part Number", "Substance", "CAS Number", "Weight %"), lambda n, s, c, p: ("MM-100", s, c, p)), WHOLE),
    SubstanceList("german", per(("Teilenummer", "Bezeichnung", "Stoff", "CAS-Nr.", "Masse [mg]", "Anteil [%]"), lambda n, s, c, p: ("10004711", "Ring", s, c, str(p * 10).replace(".", ","), str(p).replace(".", ","))), WHOLE),
    SubstanceList("chinese", per(("料号", "品名", "物质名称", "CAS号", "含量(%)"), lambda n, s, c, p: ("10004711", "磁环", s, c, p)), WHOLE),
    SubstanceList("japanese", per(("製品品番", "製品名", "物質名", "CAS番号", "含有量(mg)"), lambda n, s, c, p: ("10004711", "リング", s, c, p * 10)), WHOLE),
    SubstanceList("french", per(("Référence", "Désignation", "Substance", "N° CAS", "Masse (g)"), lambda n, s, c, p: ("10004711", "Bague", s, c, p / 10)), WHOLE),
    SubstanceList("cas_with_zeros", per(("Part Number", "Substance", "CAS Number", "Mass (mg)"), lambda n, s, c, p: ("10004711", s, "CAS " + c.zfill(11), p * 10)), WHOLE),
    SubstanceList("cas_without_hyphens", per(("Part Number", "Substance", "CAS Number", "Mass (mg)"), lambda n, s, c, p: ("10004711", s, float(c.replace("-", "")), p * 10)), WHOLE),
    SubstanceList("oxide", per(("Part Number", "Substance", "CAS Number", "Weight %"), lambda n, s, c, p: ("10004711", s, c, p), (("Neodymium oxide", "1313-97-9", 20.0), ("Alumina", "1344-28-1", 80.0))), {"10004711": {"Nd": 17.15}}),
    SubstanceList("ranges_and_rest", per(("Part Number", "Substance", "CAS Number", "Portion [%]"), lambda n, s, c, p: ("10004711", s, c, ("28-32", "3-5", "Rest", "1")[n])), {"10004711": {"Nd": 30.0, "Dy": 4.0}}),
    SubstanceList("two_parts", (("Part Number", "Substance", "CAS Number", "Mass (mg)"), *(("10004711", s, c, p * 10) for s, c, p in RING), ("10004712", *ND, 100), ("10004712", *FE, 900)), {**WHOLE, "10004712": {"Nd": 10.0}}),
    SubstanceList("elements_as_columns", (("Part Number", "Nd [%]", "Dy [%]", "Tb [%]", "Fe [%]"), ("10004711", 30, 4, 0, 65)), {"10004711": {"Nd": 30.0, "Dy": 4.0}}),
    SubstanceList("names_only", per(("Part Number", "Substance", "Mass (mg)"), lambda n, s, c, p: ("10004711", s, p * 10)), WHOLE),
    SubstanceList("alone", per(("Part Number", "Part Name", "Substance", "CAS Number", "Mass (mg)"), lambda n, s, c, p: ("10004711", "Ring magnet", s, c, p * 10)), WHOLE, alone=True),
)
# fmt: on


def differences(listed: SubstanceList, folder: Path) -> list[str]:
    """What is read otherwise than declared: the parts, and the mass or the share of each rare earth in them,
    by CAS number or name. (The first version asked the JSON for shares of the part as bought, which are not
    told where a share may be of one material in it: none of the twenty had them.)"""
    from desktop_app.intake.joining import connect
    from desktop_app.intake.reading import read_files
    from desktop_app.model.progress import silent
    from tests.matching.parts import shipped_knowledge

    files = [
        make_xlsx(folder / "declared.xlsx", {"Declaration": [list(row) for row in listed.rows]})
    ]
    if not listed.alone:
        files.append(make_xlsx(folder / "bought.xlsx", {"Parts": [list(row) for row in BOUGHT]}))
    reading = connect(read_files(files, silent))
    parts = reading.parts
    expected = 1 if listed.alone else len(BOUGHT) - 1
    found = [] if len(parts) == expected else [f"{len(parts)} parts instead of {expected}"]
    numbers = parts.frame["part_number"].tolist()
    for number, shares in listed.shares.items():
        facts = parts.substances.get(numbers.index(number), ()) if number in numbers else ()
        total = sum(fact.mass_g or 0.0 for fact in facts)
        read = dict[str, float]()
        for fact in facts:
            known = shipped_knowledge().substances.get(fact.cas_number or "")
            of = dict(known.mass_percent) if known else {NAMES.get(fact.name or "", ""): 100.0}
            share = (
                fact.percent
                if fact.percent is not None
                else 100 * (fact.mass_g or 0.0) / (total or 1)
            )
            read |= {symbol: share * part / 100 for symbol, part in of.items()}
        if any(
            abs(read.get(symbol, 0.0) - share) > 0.02 * share for symbol, share in shares.items()
        ):
            found.append(f"{number}: {read} instead of {dict(shares)}")
    return found


NAMES = {"Neodymium": "Nd", "Dysprosium": "Dy"}


def main() -> int:
    wrong = 0
    for listed in LISTS:
        with tempfile.TemporaryDirectory() as folder:
            found = differences(listed, Path(folder))
        wrong += bool(found)
        sys.stdout.write(f"{listed.name}: {'; '.join(found) or 'as declared'}\n")
    sys.stdout.write(f"{len(LISTS) - wrong} of {len(LISTS)} as declared\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
