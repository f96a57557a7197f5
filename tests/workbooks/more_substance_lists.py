"""Fifteen more full material declarations, of other shapes than those of ``substance_lists``.

``python -m tests.workbooks.more_substance_lists`` says what is read otherwise. Frozen on 2026-11-26, in the
evening, before it was looked at how any of them is read. Column sets after chemSHERPA and IMDS reports, safety
data sheets and portals of buyers, from own knowledge of the trade.
"""

# ruff: noqa: E501 - a table of lists, one a line

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.workbooks.substance_lists import (
    BO,
    DY,
    FE,
    ND,
    RING,
    WHOLE,
    SubstanceList,
    differences,
    per,
)

TITLED = (("Full material declaration", None), ("Your part number:", "10004711"), ("Our part number:", "MM-100"), ("Date:", "2026-02-01"), (None, None))  # fmt: skip
COATED = {"10004711": {"Nd": 28.5, "Dy": 3.8}}
"""A ring of 10 g of which 0.5 g are its coating."""

# fmt: off
LISTS = (
    SubstanceList("chemsherpa", per(("製品品番", "部品名", "材質名", "物質名", "CAS No.", "含有量", "単位", "含有率(ppm)"), lambda n, s, c, p: ("10004711", "リング磁石", "NdFeB", s, c, p * 10, "mg", p * 10_000)), WHOLE),
    SubstanceList("chinese_material_and_substance", per(("零件号", "零件名称", "材料名称", "物质名称", "CAS号", "重量(g)", "占比(%)"), lambda n, s, c, p: ("10004711", "磁环", "钕铁硼", s, c, p / 10, p)), WHOLE),
    SubstanceList("korean", per(("품번", "품명", "물질명", "CAS 번호", "함량(%)"), lambda n, s, c, p: ("10004711", "링 자석", s, c, p)), WHOLE),
    SubstanceList("imds_dotted", (
        ("No.", "Name", "Part No.", "CAS No.", "Quantity", "Weight [g]", "Portion [%]"),
        ("1", "Ring magnet", "10004711", None, 1, 10, None), ("1.1", "NdFeB", None, None, None, 10, 100),
        *((f"1.1.{n}", s, None, c, None, None, p) for n, (s, c, p) in enumerate(RING, start=1))), WHOLE),
    SubstanceList("coating_of_its_own", (
        ("Part Number", "Material", "Material mass [g]", "Substance", "CAS Number", "Portion in material [%]"),
        *(("10004711", "NdFeB", 9.5, s, c, p) for s, c, p in RING), ("10004711", "Nickel coating", 0.5, "Nickel", "7440-02-0", 100)), COATED),
    SubstanceList("two_lines_of_headings", (
        ("Part", None, "Substance", None, "Content", None), ("Number", "Name", "Name", "CAS No.", "Mass [mg]", "Share [%]"),
        *(("10004711", "Ring", s, c, p * 10, p) for s, c, p in RING)), WHOLE),
    SubstanceList("part_in_the_title", (*TITLED, ("Substance", "CAS Number", "Concentration [%]"), *((s, c, p) for s, c, p in RING)), WHOLE),
    SubstanceList("percent_as_text", per(("Part Number", "Substance", "CAS Number", "wt.-%"), lambda n, s, c, p: ("10004711", s, c, f"{p:.1f} %".replace(".", ","))), WHOLE),
    SubstanceList("share_of_one", per(("Part Number", "Substance", "CAS Number", "Mass fraction"), lambda n, s, c, p: ("10004711", s, c, p / 100)), WHOLE),
    SubstanceList("kilograms", per(("Part Number", "Substance", "CAS Number", "Weight [kg]"), lambda n, s, c, p: ("10004711", s, c, p / 10_000)), WHOLE),
    SubstanceList("ranges_of_a_data_sheet", per(("Part Number", "Chemical name", "CAS-No.", "EC-No.", "Concentration"), lambda n, s, c, p: ("10004711", s, c, "231-109-3", ("28 - 32 %", "3 – 5 %", "> 60 %", "< 2 %")[n])), {"10004711": {"Nd": 30.0, "Dy": 4.0}}),
    SubstanceList("number_inside_the_name", per(("Part Number", "Substance", "Content [%]"), lambda n, s, c, p: ("10004711", f"{s} (CAS {c})", p)), WHOLE),
    SubstanceList("both_part_numbers", per(("Customer part no.", "Supplier part no.", "Substance", "CAS", "Mass [mg]"), lambda n, s, c, p: ("10004711", "MM-100", s, c, p * 10)), WHOLE),
    SubstanceList("sum_and_secret", (("Part Number", "Substance", "CAS Number", "Portion [%]"), ("10004711", *ND, 30), ("10004711", *DY, 4), ("10004711", *FE, 60), ("10004711", *BO, 1), ("10004711", "Misc., not to declare", "system", 5), (None, "Total", None, 100)), WHOLE),
    SubstanceList("two_parts_alternating", (("Part Number", "Substance", "CAS Number", "Portion [%]"), *((number, s, c, p) for s, c, p in RING for number in ("10004711", "10004712"))), {**WHOLE, "10004712": {"Nd": 30.0, "Dy": 4.0}}),
)
# fmt: on


def report(lists: Sequence[SubstanceList]) -> int:
    """Says of each list what is read otherwise than declared; how a program ends with that."""
    wrong = 0
    for listed in lists:
        with tempfile.TemporaryDirectory() as folder:
            found = differences(listed, Path(folder))
        wrong += bool(found)
        sys.stdout.write(f"{listed.name}: {'; '.join(found) or 'as declared'}\n")
    sys.stdout.write(f"{len(lists) - wrong} of {len(lists)} as declared\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(report(LISTS))
