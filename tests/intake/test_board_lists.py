"""Lists of circuit boards keep where each part stands; other lists with such numbers do not."""

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, only_table

KICAD = ["Reference", "Qty", "Value", "Footprint"]
BOARD = [
    ["C1,C2", 2, "10u", "Capacitor_SMD:C_0805_2012Metric"],
    ["R1-R4", 4, "10k", "Resistor_SMD:R_0603_1608Metric"],
    ["K1", 1, "G5V-1", "Relay_THT:Relay_SPDT_Omron_G5V-1"],
    ["MOTOR", 1, "Conn_01x02", "Connector_JST:JST_XH_B2B-XH-A_1x02"],
]


def test_places_and_footprints_are_facts_of_the_part(read_rows: ReadRows) -> None:
    reading = read_rows([KICAD, *BOARD])
    assert facts(reading, "reference_designator") == ["C1,C2", "R1-R4", "K1", "MOTOR"]
    assert facts(reading, "footprint")[2] == "Relay_THT:Relay_SPDT_Omron_G5V-1"
    cell = reading.parts.cell_of(2, "reference_designator")
    assert cell is not None
    assert (cell.row, cell.column) == (4, 1)
    cells = only_table(reading).cells
    assert (cells.filled, cells.used, cells.kept) == (16, 16, 0)


def test_numbers_of_a_machine_are_no_places(read_rows: ReadRows) -> None:
    """Nothing of the list says that it is one of a board."""
    machine = [["M1", 4, "Rotor magnet"], ["R2", 2, "Retaining ring"], ["C1", 1, "Clamp plate"]]
    reading = read_rows([["Ref", "Qty", "Description"], *machine])
    assert facts(reading, "reference_designator") == [None, None, None]


def test_a_column_with_few_places_is_left_alone(read_rows: ReadRows) -> None:
    texts = [["Front panel", 1, "Speaker", "n/a"], ["Left door", 2, "Magnet", "n/a"]]
    reading = read_rows([["Designator", "Qty", "Value", "Footprint"], *texts, BOARD[0]])
    assert facts(reading, "footprint") == [None, None, None]


def test_a_line_with_more_pieces_than_places_is_told(read_rows: ReadRows) -> None:
    reading = read_rows([KICAD, *BOARD[:2], ["K1-K3", 2, "G5V-1", "Relay_THT:Relay_SPDT"]])
    (issue,) = [i for i in reading.files[0].issues if i.code == "W_PLACES"]
    assert (issue.row, issue.column) == (4, 2)
    assert dict(issue.message.args)["n"] == 1


def test_quantities_for_ten_boards_with_some_to_spare_are_not_told(read_rows: ReadRows) -> None:
    ten = [[row[0], pieces, *row[2:]] for row, pieces in zip(BOARD, (20, 40, 10), strict=False)]
    ten[0][1] = 25  # some to spare
    reading = read_rows([KICAD, *ten])
    assert [i for i in reading.files[0].issues if i.code == "W_PLACES"] == []
