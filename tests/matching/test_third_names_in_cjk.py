"""Names in Chinese, Japanese and Korean as shops, workshops and clerks use them, not as a textbook does.

``third_names_in_cjk.csv``: a name of every third known kind in each language (20 of the 60 Chinese ones in
traditional characters) and 90 things that share a word with them. First run: 149 of 180 right (zh 51, ja 51,
ko 47), 12 cleared, 6 asked, 5 not recognised, 8 as another family of what may bear; 1 ordinary thing called.

``third_names_in_cjk_held_out.csv``: the same of every third kind, shifted by one, by the same hand, frozen and run
once after the first were mended: 139 of 180 right (zh 47, ja 48, ko 44), 19 cleared, 3 asked, 3 not recognised, 16
as another family; 4 ordinary things called. So what was mended for the first gained nothing for the next.
"""

import pytest

from tests.matching.parts import match_one
from tests.matching.second_names import counts, read, second_names

CALLED = {
    "启动马达 碳刷",  # brushes are graphite, a controlled mineral: labelled as ordinary, and wrongly so
    "磁力架 置物架 冰箱用 塑料",  # a rack of magnetic rods or one held by magnets: a miss
    "ゲルマニウム温浴 桶",  # a bath with germanium salts: a miss
}


@pytest.mark.parametrize(
    ("table", "least_right", "most_cleared"),
    [("third_names_in_cjk.csv", 170, 2), ("third_names_in_cjk_held_out.csv", 164, 4)],
)
def test_a_thing_is_known_by_the_name_of_shops(
    table: str, least_right: int, most_cleared: int
) -> None:
    found = counts(read(second_names(table)))
    assert found["name", "right"] >= least_right
    assert found["name", "cleared"] <= most_cleared


@pytest.mark.parametrize("table", ["third_names_in_cjk.csv", "third_names_in_cjk_held_out.csv"])
def test_an_ordinary_thing_that_shares_a_word_is_not_called(table: str) -> None:
    called = {name.term for name, _, outcome in read(second_names(table)) if outcome == "called"}
    assert called <= CALLED


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("マルチコプター モーター", "motor-drone"),
        ("植保机电机", "motor-drone"),
        ("高速永磁电机 鼓风机", "fan-ec"),
        ("ホールセンサ 磁石内蔵", "sensor-magnetic"),
        ("电动车空调压缩机", "compressor-electric"),
        ("磁力泵浦 耐酸鹼", "pump-magnetic-drive"),
        ("YAG 레이저", "laser-ndyag"),
        ("超伝導テープ YBCO", "superconductor-tape"),
        ("稀土不锈钢 棒", "steel-rare-earth"),
        ("磁性增量编码器", "encoder-magnetic"),
        ("질화갈륨 파워IC", "gallium-nitride-device"),
        ("ゲルマニウム 赤外レンズ", "germanium-optics"),
        ("鍺鏡片 紅外線", "germanium-optics"),
        ("산화네오디뮴 분말", "oxide-light"),
        ("希土類添加耐熱鋼", "steel-rare-earth"),
        ("步进电机 丝杆 T8", "motor-stepper"),
        ("BLDC모터 홀센서", "motor-bldc"),
        ("无刷水泵 隔膜", "pump-brushless"),
        ("伺服电机 规格见附件", "motor-servo"),
        ("储纬器永磁同步电机 喷气织机配件", "motor-pm"),
        ("히터 모터", "motor"),
        ("유리 모터", "motor"),
    ],
)
def test_what_is_said_of_it_is_read(line: str, family: str) -> None:
    assert match_one(line).family == family


@pytest.mark.parametrize(
    "line",
    [
        "ドローン モーターマウント",
        "无人机 电机座",
        "氧化铝抛光粉",
        "전기차 충전케이블",
        "呼吸机附件",
        "手机配件",
        "无人机配件",
        "輸液ポンプ 付属品",
        "노트북 부속품",
        "クレーン走行用モータ",
        "步进电机 丝杆螺母 T8",
        "BLDC모터 홀센서 교체용",
        "브라켓 모터 고정용",
        "모터 케이블",
    ],
)
def test_what_is_bought_for_it_stays_ordinary(line: str) -> None:
    assert match_one(line).verdict not in {"yes", "likely"}


@pytest.mark.parametrize(
    "line",
    [
        "电缆附件", "软管配件", "管道配件", "ケーブルアクセサリ", "電線管付属品", "배관 부속품",
        "메탈등받이", "중합금지제", "光纤放大器 FX-501", "电动车 打气泵",
    ],
)  # fmt: skip
def test_what_is_of_ordinary_things_or_only_runs_alike_is_not_called(line: str) -> None:
    assert match_one(line).family not in (
        "kit", "lamp-metal-halide", "tungsten-alloy", "amplifier-erbium", "pump-coolant",
    )  # fmt: skip
