"""Recognising parts: the head noun decides, exact statements count, unknown stays unknown."""

import pytest

from desktop_app.matching.match import match_parts
from desktop_app.model.findings import Quoted
from desktop_app.model.verdict import Ternary
from tests.matching.parts import match_one, part_table, shipped_knowledge


def test_a_grade_above_the_bound_counts_as_dysprosium_by_grade() -> None:
    match = match_one("Arc magnet 42SH Zn parylene")
    dysprosium = match.element("Dy")
    assert match.grade == "42SH"
    assert match.form == "magnet"
    assert dysprosium is not None
    assert dysprosium.state is Ternary.YES
    assert dysprosium.by_grade
    assert match.listed_probability > 0.8


def test_a_low_grade_leaves_heavy_rare_earths_and_holmium_unknown() -> None:
    match = match_one("Disc magnet N35 D10x3 Ni")
    assert match.verdict == "yes"
    states = {e.symbol: e.state for e in match.elements}
    assert states["Nd"] is Ternary.YES
    assert states["Dy"] is Ternary.UNKNOWN
    assert states["Ho"] is Ternary.UNKNOWN


def test_a_stated_content_is_exact_and_a_stated_nought_stays_unknown() -> None:
    stated = match_one("Magnet NdFeB 38UH 20x10x3 (Dy 4.1 %)").element("Dy")
    assert stated is not None
    assert (stated.state, stated.by_grade) == (Ternary.YES, False)
    assert stated.mass_percent == (4.1, 4.1, 4.1)
    nought = match_one("Magnet NdFeB N42 Dy 0.0 %").element("Dy")
    assert nought is not None
    assert nought.state is Ternary.UNKNOWN


def test_samarium_cobalt_named_holds_samarium() -> None:
    samarium = match_one("Magnet SmCo5 D6x2").element("Sm")
    assert samarium is not None
    assert samarium.state is Ternary.YES


def test_a_claim_without_figure_leaves_the_composition_unknown() -> None:
    match = match_one("Magnet NdFeB N45SH Dy-frei, 25x12x3")
    dysprosium = match.element("Dy")
    assert match.element_free_claim
    assert dysprosium is not None
    assert dysprosium.state is Ternary.UNKNOWN


@pytest.mark.parametrize(
    ("description", "family"),
    [
        ("Servo motor cable 5 m", "cable"),
        ("Servokabel 5m für 1FK7", "cable"),
        ("Support moteur NEMA 23", "mechanical"),
        ("伺服电机支架 冷板", "mechanical"),
        ("サーボモータケーブル", "cable"),
        ("Magnetventil 24VDC 3/2", "solenoid-valve"),
        ("电磁铁 24V 吸盘", "solenoid"),
        ("MOT SERVO 750W", "motor-servo"),
        ("42步进电机 48mm", "motor-stepper"),
        ("moteur pas à pas NEMA 23", "motor-stepper"),
    ],
)
def test_the_head_noun_decides(description: str, family: str) -> None:
    assert match_one(description).family == family


def test_a_part_number_speaks_where_the_description_is_general() -> None:
    assert match_one("Motor", mpn="ML 5010 300KV").verdict in ("yes", "likely")
    assert match_one(None, part_number="1FK7042-2AF71").family == "motor-servo"


def test_the_customs_number_alone_never_decides_the_form() -> None:
    match = match_one(None, hs_code="85051110")
    assert match.form == "magnet"
    assert (match.evidence, match.form_evidence) == ("C", "D")


def test_a_cas_number_is_exact() -> None:
    match = match_one("White powder", cas_number="1308-87-8")
    dysprosium = match.element("Dy")
    assert (match.form, match.form_evidence) == ("oxide", "B")
    assert dysprosium is not None
    assert dysprosium.state is Ternary.YES


def test_every_part_has_a_match_and_rows_do_not_touch_each_other() -> None:
    texts = ["Hex screw M4", None, "", "Motor", "Magnet N52 10x5", "Hex screw M4"]
    together = match_parts(part_table(description=texts), shipped_knowledge())
    assert len(together) == len(texts)
    assert [together[i] for i in range(len(texts))] == [match_one(text) for text in texts]


def test_no_rows_give_no_matches() -> None:
    assert len(match_parts(part_table(description=[]), shipped_knowledge())) == 0


def test_ferrite_rules_the_listed_elements_out() -> None:
    match = match_one("Ferrite magnet ring Y30 72x32x10")
    dysprosium = match.element("Dy")
    assert match.material == "ferrite"
    assert dysprosium is not None
    assert dysprosium.state is Ternary.NO


@pytest.mark.parametrize(
    "text",
    [
        "HALTER 4711-22 KPL", "Gehäuse komplett", "Recommended spare kit", "Baugruppe 4711-33",
        "ASSY, WRIST", "总成 A-203", "セット品", "어셈블리 77-1", "gruppo completo 88-1",
        "Kit de repuestos 2 años", "Repair kit pump",
    ],
)  # fmt: skip
def test_what_is_complete_or_a_kit_holds_what_nobody_said(text: str) -> None:
    match = match_one(text)
    assert (match.is_kit, match.outcome, match.verdict) == (True, "none", "unknown")


@pytest.mark.parametrize(
    "text",
    [
        "Schraubensatz M4 500-teilig", "O-ring kit", "resistor kit 600 pcs", "Servo motor kit",
        "BRACKET ASSY", "Kabelbaum komplett", "magnet set 10 pcs", "Set of 4 bearings",
    ],
)  # fmt: skip
def test_a_set_of_named_things_is_no_kit(text: str) -> None:
    assert not match_one(text).is_kit


@pytest.mark.parametrize("text", ["Magnet D5x3", "Gearmotor 12 V", "Lautsprecher 8 Ohm", "Encoder"])
def test_an_open_kind_says_what_it_may_turn_out_to_be(text: str) -> None:
    assert any("may turn out" in reason.template for reason in match_one(text).reasons)


@pytest.mark.parametrize("text", ["Ringmagnet NdFeB", "Servo motor 400 W", "Screw M5"])
def test_a_known_kind_turns_out_to_be_nothing_else(text: str) -> None:
    assert not any("may turn out" in reason.template for reason in match_one(text).reasons)


def test_what_a_kind_may_be_never_says_all_the_same() -> None:
    """A list of kinds that all hold rare earths, or all do not, would help nobody decide."""
    knowledge = shipped_knowledge()
    alike = {
        general
        for general, kinds in knowledge.open_kinds.items()
        if len({knowledge.families[kind].probability[1] for kind in kinds}) == 1
    }
    assert alike <= {"rotor"}


@pytest.mark.parametrize(
    "text", ["NdFeB block N42SH, ferrite", "Magnet NdFeB ferrite", "NdFeB disc, ferrite"]
)
def test_a_magnet_of_two_named_materials_is_of_none_that_is_known(text: str) -> None:
    """The bare word ferrite names a bead, but beside a magnet material it is a second one."""
    match = match_one(text)
    assert (match.form, match.material, match.outcome) == ("magnet", None, "ambiguous")
    assert match_one("ferrite bead 600R").form == "electronics"


@pytest.mark.parametrize(
    ("text", "element"),
    [("Gadolinium-iron target", "Gd"), ("Sputtering target Gd-Co 3 inch", "Gd"), ("钆铁靶", "Gd"),
     ("Sm-Co target 2 inch", "Sm"), ("Dysprosium iron target", "Dy"), ("Ho sputtering target", "Ho"),
     ("Dy2O3 sputtering target", "Dy"), ("gadolinium oxide sputtering target 3 inch", "Gd"),
     ("sputtering target La2O3", "La")],
)  # fmt: skip
def test_an_alloy_sold_as_target_is_a_target(text: str, element: str) -> None:
    """No. 18 lists Gd-Fe as a target, not as an alloy: the form decides."""
    match = match_one(text)
    found = match.element(element)
    assert match.form == "target"
    assert found is not None
    assert found.state is Ternary.YES


@pytest.mark.parametrize(
    ("description", "words"),
    [
        ("Washer Belleville 42H spring steel, white", ("washer",)),
        ("Servomotor 1 kW c/freno enc. 20 bit brida 130", ("servomotor",)),
        ("Electrode TIG cériée 2% gris 1,6", ("electrode TIG", "cériée")),
        ("STEP MTR NEMA23 2.8A hybrid", ("NEMA23", "step mtr")),
        ("Haut-parleur aimant néodyme 3 pouces 15 W", ("haut-parleur", "aimant néodyme")),
        ("Aerogenerador 3 kW imanes permanentes eje vert.", ("aerogenerador", "imán permanente")),
        ("8LSA35.DA030S000-3", ("8LSA",)),
    ],
)
def test_the_reason_quotes_the_words_that_decided_and_no_others(
    description: str, words: tuple[str, ...]
) -> None:
    match = match_one(description)
    assert match.words == words
    assert dict(match.reasons[0].args)["words"] == Quoted("\n".join(words))


def test_a_shaft_or_flange_behind_the_figures_of_a_motor_is_no_other_reading_of_it() -> None:
    for description in (
        "Servo motor 400 W 60 flange",
        "伺服马达 100W 40法兰",
        "SERVOMOT. AC 400W FLANSCH 60",
    ):
        match = match_one(description)
        assert (match.family, match.outcome, match.runner_up) == ("motor-servo", "sure", None)
    assert match_one("Servo motor 400 W bracket").runner_up == "mechanical"


def test_a_pump_behind_its_motor_is_read_as_the_motor_but_not_surely() -> None:
    match = match_one("直流无刷电机 水泵")
    assert (match.family, match.runner_up, match.outcome) == ("motor-bldc", "pump", "ambiguous")
    assert match_one("三相异步电动机 水泵").verdict == "no"


@pytest.mark.parametrize(
    ("description", "family"),
    [
        ("Motor p/bicicleta eléctrica 250W 36V", "motor-ebike"),
        ("P/Supply 24 V bracket", "mechanical"),
        ("Profilo magnetico plastoferrite 10x3 bobina 50m", "magnet-flexible"),
        ("Ventouse magnétique ferrite Ø63 tige filetée M6", "magnet-ferrite"),
        ("Catalyseur platine pour silicone RTV 1kg", "chemical"),
        ("Agitador magnético con calefacción", "stirrer-magnetic"),
    ],
)
def test_how_a_purchasers_desk_shortens(description: str, family: str) -> None:
    assert match_one(description).family == family


@pytest.mark.parametrize(
    ("description", "family"),
    [
        ("Lens polish, cerium based, slurry, 5 l can", "polishing-ceria"),
        ("Oxyde de cérium polissage verre optique 5 kg", "polishing-ceria"),
        ("Lens polish, alumina, 5 l can", "optics-plain"),
        ("Máq. tracción s/reductor PM 8 personas", "motor-lift"),
        ("Motor s/plano 4711", "motor"),
        ("金属镧 99.5% 锭 油封", "metal-light"),
        ("低压伺服 48V 400W 一体机", "motor-servo"),
        ("台达伺服 750W 驱动器", "drive"),
        ("カラーマグネット 丸 20個入 ホワイトボード用", "magnet-board"),
        ("Neodym-Magnet für Tafel", "magnet-ndfeb"),
        ("Imán de aro cerámico altavoz 90x40x15", "magnet-ferrite"),
        ("Fahrmotor Drehstrom asynchron 4,9 kW Stapler", "motor-induction"),
    ],
)
def test_what_harder_lines_showed(description: str, family: str) -> None:
    assert match_one(description).family == family


@pytest.mark.parametrize(
    ("description", "family"),
    [
        ("YE3-132S-4 5.5kW B3", "motor-induction"),
        ("1LE1001-0EB4", "motor-induction"),
        ("A06B-0116-B203", "motor-servo"),
        ("LMSA12 forcer", "motor-linear"),
        ("VQZ1121-5L1", "solenoid-valve"),
        ("D-A93 2 m", "sensor-other"),
        ("GN 50.3-SC-13-6", "magnet-assembly-smco"),
        ("GN 50.2-ND-25", "magnet-pot-neo"),
        ("MAGN FERR 25X7", "magnet-ferrite"),
    ],
)
def test_order_codes_name_their_kind(description: str, family: str) -> None:
    assert match_one(description).family == family


@pytest.mark.parametrize(
    ("description", "family"),
    [
        ("Syringe pump, stepper driven, 5 ml", "product-medical"),
        ("Peristaltic pump, stepper driven, 5 ml", "motor-stepper"),
        ("Membranpumpe bürstenlos 24 V", "pump-brushless"),
        ("XY gantry 600x400, linear motors, 1 µm", "motor-linear"),
        ("Rotary vane pump 0.37 kW", "pump"),
        ("锂电冲击扳手 无刷 20V", "motor-tool"),
        ("Winkelschleifer 230 V 1200 W", "tool"),
        ("電磁チャック 200×400", "solenoid"),
        ("永磁チャック 150×300", "magnet-separator"),
    ],
)
def test_what_drives_or_holds_tells_machines_apart(description: str, family: str) -> None:
    assert match_one(description).family == family


def test_no_word_is_found_across_a_blank_of_a_chinese_list() -> None:
    """喇叭磁 铁氧体 is a speaker's magnet of ferrite; the 磁铁 across the blank is nobody's word."""
    assert match_one("喇叭磁 铁氧体 70*32*10").verdict == "no"
    assert match_one("无刷 电机 24V").family == match_one("无刷电机 24V").family == "motor-bldc"


def test_a_household_thing_before_a_motor_says_what_it_is_for() -> None:
    assert match_one("Curtain track motor DC brushless 24V").family == "motor-bldc"
    assert match_one("Bracket motor DC brushless 24V").verdict == "no"


@pytest.mark.parametrize(
    "description",
    [
        "LED driver unit 30W", "Screwdriver unit electric bits", "Target puck hockey", "Gantry crane 2 t",
        "Galvo mirror mount", "Polishing wheel felt", "Bit-Satz Akkuschrauber", "Casque de chantier blanc",
        "ステップボルト", "ロータリースイッチ", "伺服 支架", "步进 驱动器", "서보 케이블 3M", "Bride DN50 inox",
    ],
)  # fmt: skip
def test_two_words_that_meet_by_chance_raise_no_alarm(description: str) -> None:
    assert match_one(description).verdict not in ("yes", "likely")
