"""A phrase in the plural, or in another case, reads as the phrase itself.

``plurals_of_phrases.csv`` was written before the rules. On its first run 132 of its 160 pairs read alike;
152 did once the rules were there, the rest were words.
"""

import csv
from pathlib import Path

import pytest

from desktop_app.matching.match import match_parts
from desktop_app.model.match import Match
from desktop_app.register.plural_file import read_plurals
from desktop_app.register.strict import RegisterError
from tests.matching.parts import match_one, part_table, shipped_knowledge

PAIRS = Path(__file__).parent / "plurals_of_phrases.csv"
OTHERWISE = {"cristal laser Nd:YAG"}
"""Read as the laser; the rods in the plural as crystals, which is what they are."""


def read(texts: list[str]) -> list[Match]:
    return list(match_parts(part_table(description=texts), shipped_knowledge()))


def test_a_phrase_in_the_plural_reads_as_the_phrase() -> None:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        pairs = [row for row in csv.DictReader(file) if row["one"] not in OTHERWISE]
    assert len(pairs) == 159
    one, many = read([row["one"] for row in pairs]), read([row["many"] for row in pairs])
    differs = [
        (row["many"], b.verdict, b.family, a.verdict, a.family)
        for row, a, b in zip(pairs, one, many, strict=True)
        if (a.family, a.verdict) != (b.family, b.verdict)
    ]
    assert differs == []


@pytest.mark.parametrize(
    ("language", "word", "forms"),
    [
        ("fr", "cristal", ("cristaux",)),
        ("fr", "barreau", ("barreaux",)),
        ("fr", "terres", ()),
        ("es", "iman", ("imanes",)),
        ("es", "luz", ("luces",)),
        ("es", "coil", ("coiles",)),
        ("it", "disco", ("dischi",)),
        ("it", "acustica", ("acustiche",)),
        ("it", "velocita", ()),
        ("it", "led", ()),
        ("pt", "industrial", ("industriais",)),
        ("de", "magnetrad", ("magnetrader", "magnetradern", "magnetrads", "magnetrades",
                             "magnetraeder", "magnetraedern")),
        ("any", "battery", ("batteries", "batterys")),
        ("any", "relay", ("relays",)),
        ("any", "42sh", ()),
    ],
)  # fmt: skip
def test_the_forms_of_one_word(language: str, word: str, forms: tuple[str, ...]) -> None:
    assert shipped_knowledge().plurals[language].of(word) == forms


@pytest.mark.parametrize(
    "text",
    [
        "supports pour moteurs linéaires",
        "cavi per servomotori brushless",
        "tornillos para imanes de neodimio",
        "tubos de acero inoxidable",
        "vis à têtes hexagonales",
        "Kunststoffbänder ohne Magnete",
        "runde Trinkgläser",
        "Schrauben mit magnetischen Eigenschaften",
    ],
)
def test_no_plural_of_an_ordinary_thing_alarms(text: str) -> None:
    assert match_one(text).verdict not in ("yes", "likely")


@pytest.mark.parametrize(
    ("apart", "joined"),
    [
        ("Lambda Sonden", "Lambdasonden"),
        ("Wirbelstrom Bremse", "Wirbelstrombremse"),
        ("Radnaben-Motor 250 W", "Radnabenmotor 250 W"),
        ("Lambda Sonde Kabel", "Lambdasondenkabel"),
        ("Motor Halter", "Motorhalter"),
    ],
)
def test_a_compound_written_apart_reads_as_the_compound(apart: str, joined: str) -> None:
    one, other = match_one(apart), match_one(joined)
    assert (one.family, one.verdict) == (other.family, other.verdict)


def test_a_rule_that_is_none_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "plurals.csv"
    head = "language,what,text,many,source\n"
    for rows, said in (
        ("any,endings,a,as,x\n", "plurals.csv:2: unknown rule 'endings'"),
        ("fr,order,last,,x\n", "plurals.csv:2: the only order to state is first"),
        ("any,ending,a,as,x\nany,ending,a,es,x\n", "plurals.csv:3: 'a' is given twice"),
        ("fr,ending,a,as,\n", "plurals.csv:2: a source must be given"),
        ("fr,ending,a,as,x\n", "plurals.csv: rules of 'any' missing"),
    ):
        file.write_text(head + rows, encoding="utf-8")
        with pytest.raises(RegisterError) as refused:
            read_plurals(file)
        assert str(refused.value) == said
