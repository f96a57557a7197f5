"""What names a part where its description does not."""

from tests.matching.parts import match_one


def test_a_name_under_the_part_number_is_read_where_the_description_is_a_link_or_a_process() -> (
    None
):
    assert match_one("3D printed", part_number="stepper_bracket").family == "mechanical"
    assert match_one("https://shop.test/p/771", part_number="NEMA23.B").verdict == "yes"
    assert match_one("see drawing", part_number="LoudspeakerLeft").family == "loudspeaker"


def test_goods_under_material_are_read_where_nothing_else_names_them() -> None:
    assert match_one(None, part_number="276-4810", material="Servo motor 400 W").verdict == "yes"


def test_what_a_part_is_made_of_says_nothing_of_what_it_is() -> None:
    assert match_one(None, part_number="4711", material="Steel S235").outcome == "none"
    assert match_one("see drawing", material="ABS").outcome == "none"


def test_codes_and_machines_name_no_part() -> None:
    assert match_one("see drawing", part_number="N42-001").outcome == "none"
    assert match_one("see drawing", part_number="robot-0815").outcome == "none"


def test_a_description_that_names_the_part_is_not_overruled() -> None:
    assert match_one("Rubber foot", part_number="magnet_10x3").verdict == "no"


def test_a_drawn_part_is_not_the_unit_it_was_drawn_in() -> None:
    assert match_one("Clamp^Robot").verdict == "no"
    assert match_one("Spacer_2^StepperMotor").verdict == "no"
    assert match_one("cable 4x2.5 mm^2").family == "cable"
