"""Sixty invented names of firms that run from right to left, as a list would hold them.

Twenty Arabic, twenty Hebrew, twenty Persian, built by turns from a stem and what such names carry: Latin
words and model numbers, digits of three kinds, brackets, slashes, quotes, commas, hyphens, an ampersand.
Written down before looking at how any of them comes out of a report.
"""

_STEMS = {
    "ar": ("شركة المغناطيس", "مؤسسة النور للتجارة", "مصنع الخليج", "الشركة العربية للمحركات", "مجموعة الفيصل"),
    "he": ("חברת מגנטים", "מנועי הצפון", "אלקטרוניקה", "תעשיות גליל", "מתכות הנגב"),
    "fa": ("شرکت آهنربای پارس", "صنایع موتور ایران", "گروه فولاد", "بازرگانی کیمیا", "تولیدی سپهر"),
}  # fmt: skip
_ENDS = {
    "ar": ("المحدودة", "ذ.م.م", "٢٠٢٦", "دبي", "فرع ٣"),
    "he": ('בע"מ', "חיפה", "1984", "סניף 3", "(ישראל)"),
    "fa": ("(سهامی خاص)", "تهران", "۱۴۰۵", "واحد ۷", "با مسئولیت محدود"),
}  # fmt: skip
_SHAPES = (
    "{stem}", "{stem} {end}", "{stem} ({end})", "{stem} (ABC)", "{stem} - {end}", "{stem} / {end}",
    "{stem}, {end}", "{stem} & {end}", "«{stem}» {end}", '"{stem}" {end}', "ABC {stem}", "{stem} ABC",
    "{stem} 42SH", "{stem} 42SH-7/B ({end})", "{stem} [{end}], 12", "ABC Motors ({stem})",
    "{stem} No. 12", "12 {stem}", "({stem}) GmbH & Co. KG", "{stem}: 3.5-7 mm",
)  # fmt: skip


def names() -> tuple[str, ...]:
    """All sixty, no two alike."""
    return tuple(
        shape.format(stem=_STEMS[tongue][at % 5], end=_ENDS[tongue][(at + at // 5) % 5])
        for tongue in _STEMS
        for at, shape in enumerate(_SHAPES)
    )
