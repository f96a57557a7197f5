"""Eight more questionnaires filled in, with answers in the language of the form, in versions not tried before.

``python -m tests.workbooks.more_filled_forms TEMPLATES FOLDER``, as ``filled_forms``. Frozen on 2026-11-26, in the
evening, before it was looked at how any of them is read; the words are those of the templates' own tables.
"""

# ruff: noqa: E501 - a table of forms, one a line

import sys
from pathlib import Path

from tests.workbooks.filled_forms import CM, EM1, NEW, NEW_LIST, OLD, OLD_LIST, A, B, Form, check

# fmt: off
FORMS = (
    Form("cmrt65_german.xlsx", "CMRT_6.5", {"Declaration": {"D3": "Deutsch", "D8": "Tantal & Co", "D9": B, "D22": "30-Jun-2025", "D26": "Ja", "D27": "Nein", "D28": "Nicht bekannt", "D29": "Ja"}, "Product List": OLD_LIST},
         ("CMRT", "6.5", "Tantal & Co", "B", "2025-06-30"), CM, (), OLD),
    Form("cmrt64_spanish_openpyxl.xlsx", "CMRT_6.4", {"Declaration": {"D3": "Español", "D8": "Tantal SL", "D9": A, "D22": "30-Jun-2025", "D26": "Si", "D27": "No", "D28": "Desconocido", "D29": "Sí"}},
         ("CMRT", "6.4", "Tantal SL", "A", "2025-06-30"), CM, (("Alpha Metals", None, None),), (), "openpyxl"),  # it stands in the copy of the template
    Form("cmrt61_italian_calc.xlsx", "CMRT_6.1", {"Declaration": {"D8": "Tantalio SpA", "D9": A, "D22": "30-Jun-2025", "D26": "sì", "D27": "no", "D28": "Ignoto", "D29": "sì"}},
         ("CMRT", "6.1", "Tantalio SpA", "A", "2025-06-30"), CM, (), (), "calc"),
    Form("amrt13_chinese.xlsx", "AMRT_1.3", {"Declaration": {"D3": "中文 Chinese", "D8": "宁波磁业有限公司", "D9": B, "D27": "2026-01-15", "B31": "稀土元素(*)", "D31": "是", "B32": "锌(*)", "D32": "否", "B33": "铝(*)", "D33": "未知"}, "Product List": NEW_LIST},
         ("AMRT", "1.3", "宁波磁业有限公司", "B", "2026-01-15"), (("Rare Earth Elements", True), ("Zinc", False), ("Aluminium", None)), (), NEW),
    Form("emrt13_japanese.xlsx", "EMRT_1.3", {"Declaration": {"D3": "日本語 Japanese", "D8": "コバルト株式会社", "D9": B, "D22": "2024/03/01", "D26": "はい", "D27": "不明"}, "Product List": OLD_LIST},
         ("EMRT", "1.3", "コバルト株式会社", "B", "2024-03-01"), EM1, (), OLD),
    Form("emrt111_korean.ods", "EMRT_1.11", {"Declaration": {"D8": "코발트 주식회사", "D9": B, "D22": "2024-03-01", "D26": "예", "D27": "모름"}, "Product List": OLD_LIST},
         ("EMRT", "1.11", "코발트 주식회사", "B", "2024-03-01"), EM1, (), OLD, "ods"),
    Form("crt22_french.xlsx", "CRT_2.2", {"Declaration": {"D8": "Cobalt SA", "D9": A, "D22": "01/03/2024", "D26": "Oui"}},
         ("CRT", "2.2", "Cobalt SA", "A", None), (("Cobalt", True),)),
    Form("cmrt622_blanks_and_small_letters.xlsx", "CMRT_6.22", {"Declaration": {"D8": "  Tantal & Co ", "D9": A, "D22": "30-Jun-2025", "D26": " yes ", "D27": "NO", "D28": "unknown ", "D29": "Yes - see note"}},
         ("CMRT", "6.22", "Tantal & Co", "A", "2025-06-30"), CM),
)
# fmt: on

if __name__ == "__main__":
    raise SystemExit(check(FORMS, Path(sys.argv[1]), Path(sys.argv[2])))
