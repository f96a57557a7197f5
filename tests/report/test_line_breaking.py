"""Lines break where a reader expects it, and no character is lost."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.language.catalogue import END_ISOLATE, ISOLATE
from desktop_app.report.fonts import LEFT_TO_RIGHT, SOFT_HYPHEN, visible, width
from desktop_app.report.line_breaking import ROUNDING, break_lines, longest_unit


def test_words_stay_whole() -> None:
    lines = break_lines("Ask for a test report that names Dy, Tb and Ho", 80, 8)
    assert len(lines) > 1
    assert " ".join(lines) == "Ask for a test report that names Dy, Tb and Ho"


def test_long_words_break_after_their_punctuation() -> None:
    lines = break_lines("https://www.example.org/one-page/part.html", 60, 8)
    assert lines[0].endswith((".", "/"))
    assert "".join(lines) == "https://www.example.org/one-page/part.html"


def test_a_number_without_any_mark_goes_on_in_the_next_line() -> None:
    lines = break_lines("0000000000100047200000000000", 50, 8)
    assert "".join(lines) == "0000000000100047200000000000"
    assert all(width(line, 8) <= 50 for line in lines)


def test_a_long_word_is_hyphenated_and_a_search_finds_it_whole() -> None:
    lines = break_lines("Ausfuhrgenehmigungspflicht", 60, 8)
    assert len(lines) > 1
    assert all(line.endswith(SOFT_HYPHEN) for line in lines[:-1])
    assert all(len(line.rstrip(SOFT_HYPHEN)) >= 3 for line in lines)
    assert "".join(lines).replace(SOFT_HYPHEN, "") == "Ausfuhrgenehmigungspflicht"


def test_chinese_breaks_between_characters_but_not_before_its_marks() -> None:
    lines = break_lines("宁波华宁磁业有限公司（中国）、测试。镝铁合金", 60, 8)
    assert "".join(lines) == "宁波华宁磁业有限公司（中国）、测试。镝铁合金"
    assert not any(line[0] in "、。）" for line in lines)
    assert not any(line[-1] in "（" for line in lines)


def test_a_sign_never_begins_a_line_without_its_figure() -> None:
    for text in ("Dysprosiumoxid Dy2O3 99,9 % rein", "Magnet bis 150 °C, vernickelt", "Nd 3 % Dy"):
        for wide in range(30, 140):
            lines = break_lines(text, wide, 8)
            assert not any(line.startswith(("%", "°")) for line in lines), (wide, lines)
            assert " ".join(lines).replace(SOFT_HYPHEN + " ", "") == text or wide < 60


def test_korean_breaks_at_its_blanks() -> None:
    assert break_lines("한국어 자석 공급자", 30, 8) == ("한국어", "자석", "공급자")


def test_empty_text_is_one_empty_line() -> None:
    assert break_lines("", 50, 8) == ("",)
    assert break_lines(" \n ", 50, 8) == ("",)


@given(
    st.text(
        st.sampled_from(
            "abc XYZ-/.,;；：磁鐵（）、。가나 äß\t\n0123年\u00a0\u202fمغ\u202e\u2068\u2069<>&"
        ),
        max_size=120,
    ),
    st.floats(20, 200),
)
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, room: float) -> None:
    lines = break_lines(text, room, 8)
    assert plain("".join(lines)) == plain(visible(text))
    for line in lines:
        assert width(line, 8) <= room + ROUNDING or len(line) == 1 or has_arabic(line)


def plain(text: str) -> str:
    """Without blanks, without hyphens of words that go on in the next line, without directions."""
    left_out = (" ", "\u00a0", "\u202f", SOFT_HYPHEN, LEFT_TO_RIGHT, ISOLATE, END_ISOLATE)
    return "".join(character for character in text if character not in left_out)


def has_arabic(line: str) -> bool:
    """Joined letters change their width with their neighbours."""
    return any("\u0600" <= character <= "\u06ff" for character in line)


def test_the_longest_unit_is_the_narrowest_a_column_may_be() -> None:
    unit = longest_unit("Sintered magnet, ring", 8)
    assert unit == width("Sintered", 8)
    assert "Sintered" in break_lines("Sintered magnet, ring", unit, 8)


def test_a_date_or_a_figure_with_its_unit_stays_in_one_line() -> None:
    for whole, text in (
        ("26\u00a0Nov\u00a02026", "Stock ends on 26\u00a0Nov\u00a02026, then nothing is left"),
        ("1\u202f200\u00a0kg", "Acheter environ 1\u202f200\u00a0kg de stock hors de Chine"),
        ("2026年11月26日", "库存将于2026年11月26日用完，此后没有库存"),
        ("63个", "库存大约还能维持63个工作日，此后生产线停止"),
        ("77 天", "请供应商立即申请出口许可证：预留约 77 天及其后的交货时间"),
    ):
        for room in range(70, 160, 6):
            assert whole in "".join(line + "\n" for line in break_lines(text, room, 8))


def test_a_list_breaks_behind_its_full_width_marks_and_not_inside_its_items() -> None:
    for text in (
        "4,500,000\u00a0USD；98,000\u00a0CNY；1,200\u00a0EUR",
        "4711074-C、4713331-A、4713294-C",
    ):
        lines = break_lines(text, 90, 8)
        assert len(lines) > 1
        assert "".join(lines) == text
        assert all(line.endswith(("；", "、")) for line in lines[:-1])


def test_a_no_break_space_gives_way_where_a_line_is_narrower_than_what_it_binds() -> None:
    assert break_lines("26\u00a0Nov\u00a02026", width("26\u00a0Nov\u00a0", 8), 8) == (
        "26\u00a0Nov",
        "2026",
    )
