"""Eight more questionnaires filled in: long lists of smelters, saved by LibreOffice in other languages, odd answers.

``python -m tests.workbooks.late_filled_forms TEMPLATES FOLDER``, as ``filled_forms``. Frozen on 2026-11-27 before it
was looked at how any of them is read; words from the templates' own tables, places as in ``filled_forms``. Three truths were
wrong in that run: EMRT 2.0 and CMRT 6.1 have no column for the buyer's number (what stands in D there is a remark),
and a smelter stands in the copy of the template of CMRT 6.4.
"""

# ruff: noqa: E501 - a table of forms, one a line

import sys
from pathlib import Path
from typing import Any

from tests.workbooks.filled_forms import (
    CM,
    EM2,
    EMRT2,
    NEW,
    NEW_LIST,
    OLD,
    OLD_LIST,
    A,
    B,
    Form,
    check,
)

MANY = 120
LONG: dict[str, Any] = {}
for _n in range(MANY):
    LONG |= {f"B{5 + _n}": "Cobalt", f"C{5 + _n}": "Smelter not listed", f"D{5 + _n}": f"Jinchuan Works No. {_n + 1}", f"E{5 + _n}": "CHINA" if _n % 2 else "FINLAND"}  # fmt: skip
SMELTERS = tuple(
    (f"Jinchuan Works No. {n + 1}", "CN" if n % 2 else "FI", None) for n in range(MANY)
)
WITHOUT_WORDS = {k: v for k, v in EMRT2.items() if k[0] != "B"}
# fmt: off
FORMS = (
    Form("emrt21_long_list_of_smelters.xlsx", "EMRT_2.1", {"Declaration": EMRT2, "Smelter List": LONG, "Product List": NEW_LIST},
         ("EMRT", "2.1", "Anode Works Ltd", "B", "2025-11-17"), EM2, SMELTERS, NEW),
    Form("emrt21_italian_calc.xlsx", "EMRT_2.1", {"Declaration": WITHOUT_WORDS | {"D8": "Anodi S.p.A.", "D26": "17/11/2025", "D30": "Sì", "D31": "No", "D32": "Sì", "D33": "Sconosciuto", "D34": "No", "D35": "Sì"}, "Product List": OLD_LIST},
         ("EMRT", "2.1", "Anodi S.p.A.", "B", "2025-11-17"), EM2, (), OLD, "calc"),
    Form("emrt20_german_ods.ods", "EMRT_2.0", {"Declaration": WITHOUT_WORDS | {"D8": "Anoden & Söhne KG", "D26": "17.11.2025", "D30": "Ja", "D31": "Nein", "D32": "Ja", "D33": "Unbekannt", "D34": "Nein", "D35": "Ja"}, "Product List": NEW_LIST},
         ("EMRT", "2.0", "Anoden & Söhne KG", "B", "2025-11-17"), EM2, (), OLD, "ods"),
    Form("cmrt65_japanese_calc.xlsx", "CMRT_6.5", {"Declaration": {"D8": "株式会社タンタル", "D9": A, "D22": "2025年6月30日", "D26": "はい", "D27": "いいえ", "D28": "不明", "D29": "はい"}},
         ("CMRT", "6.5", "株式会社タンタル", "A", "2025-06-30"), CM, (), (), "calc"),
    Form("cmrt64_korean.xlsx", "CMRT_6.4", {"Declaration": {"D8": "탄탈 주식회사", "D9": B, "D22": "2025.06.30", "D26": "예", "D27": "아니요", "D28": "모름", "D29": "예"}, "Product List": OLD_LIST},
         ("CMRT", "6.4", "탄탈 주식회사", "B", "2025-06-30"), CM, (("Alpha Metals", "US", None),), OLD),
    Form("cmrt61_chinese_openpyxl.xlsx", "CMRT_6.1", {"Declaration": {"D8": "钽业有限公司", "D9": B, "D22": "2025-06-30", "D26": "是", "D27": "否", "D28": "未知", "D29": "是"}, "Product List": NEW_LIST},
         ("CMRT", "6.1", "钽业有限公司", "B", "2025-06-30"), CM, (), OLD, "openpyxl"),
    Form("amrt13_spanish_calc.xlsx", "AMRT_1.3", {"Declaration": {"D8": "Imanes del Norte S.L.", "D9": B, "D12": "Rare Earth Elements", "E12": "Zinc", "D27": "15/01/2026", "D31": "Sí", "D32": "No"}, "Product List": NEW_LIST},
         ("AMRT", "1.3", "Imanes del Norte S.L.", "B", "2026-01-15"), (("Rare Earth Elements", True), ("Zinc", False)), (), NEW, "calc"),
    Form("crt22_values_by_hand.xlsx", "CRT_2.2", {"Declaration": {"D8": "Cobalt SA ", "D9": A, "D22": "01-Mar-2024", "D26": "yes, see comments"}},
         ("CRT", "2.2", "Cobalt SA", "A", "2024-03-01"), (("Cobalt", True),), saved="values", kept=("Declaration", "Smelter List")),
)
# fmt: on

if __name__ == "__main__":
    raise SystemExit(check(FORMS, Path(sys.argv[1]), Path(sys.argv[2])))
