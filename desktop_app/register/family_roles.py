"""Families by the part they play in the rules of matching, so that no rule names one itself.

``family_roles.csv`` in ``resources/register`` says which they are and why.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Families: TypeAlias = frozenset[str]


@dataclass(frozen=True, eq=False)
class FamilyRoles:
    """Ids of families. A ``str`` is the one family of its role, ``Families`` are all of it, a mapping gives
    the family by what a line says; the table tells what each role means."""

    any_magnet: str
    afterglow: str
    built_in_magnet: str
    magnetic_catch: str
    article_with_magnet: str
    magnetic_box: str
    any_motor: str
    any_rotor: str
    open_machine: str
    shaft: str
    feature: str
    mechanical: str
    gear: str
    drive: str
    coil: str
    bead: str
    screw: str
    wire: str
    plug_type: str
    package: str
    box: str
    household: str
    papers: str
    know_how: str
    works: str
    board: str
    module: str
    actuator: str
    tablet: str
    battery: str
    tantalum: str
    capacitor: str
    ceramic_capacitor: str
    target: str
    chemical: str
    plain_optic: str
    common_metal: str
    earth_steel: str
    material_or_tool: str
    rare_earth: str
    rare_earth_compound: str
    ceria_polish: str
    kit: str
    grinding_wheel: str
    packages: Families
    own_battery: Families
    asides: Families
    packed: Families
    no_thing: Families
    no_piece: Families
    no_part: Families
    holds_none: Families
    production: Families
    plants: Families
    products: Families
    magnets: Families
    assemblies: Families
    plain_motors: Families
    motors: Families
    turning: Families
    running: Families
    driven: Families
    with_shaft: Families
    without_watts: Families
    with_stroke: Families
    rotors: Families
    features: Families
    fixtures: Families
    plugs: Families
    magnetic_plugs: Families
    told_of_plugs: Families
    fitted: Families
    articles: Families
    with_magnet: Families
    called_permanent: Families
    capacitors: Families
    devices: Families
    named_devices: Families
    by_figures: Families
    shapes: Families
    sized_holders: Families
    glasses: Families
    coated: Families
    excited: Families
    speakers: Families
    crystals: Families
    lasers: Families
    stuffs: Families
    made_of: Families
    only_made_of: Families
    no_magnet: Families
    bought_with_accessories: Families
    inverter_driven: Families
    bought_for_magnets: Families
    holding_magnets: Families
    bears_names: Families
    named_so: Families
    carriers: Families
    polished: Families
    beside_symbol: Families
    of_earths: Families
    salts: Families
    named_as_amounts: Families
    open_kinds: Families
    of_state: Mapping[str, str]
    loose_magnets: Mapping[str, str]
    fixed_magnets: Mapping[str, str]
    of_value: Mapping[str, str]
