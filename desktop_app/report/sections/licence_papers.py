"""Papers for one licence application: drafts for the buyer's counsel, never legal advice.

What stands before the certificate is for the house and is taken away; what comes after leaves it.

Only declared facts are filled in. What was read off a grade, decoded or estimated stays blank, to be
completed by the manufacturer; undertakings are never filled in.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import numpy as np

from desktop_app.language.catalogue import Catalogue, isolated
from desktop_app.model.answers import ANSWERS
from desktop_app.model.findings import CodedError, Message, Problem, msg
from desktop_app.model.parts import Declared
from desktop_app.model.words import END_USE_WORDS
from desktop_app.report.blocks import Block, Cell, Column, Heading, Paragraph, Row, Section, Table
from desktop_app.report.question import bands, question_line
from desktop_app.report.sections.on_file import on_file_of
from desktop_app.report.view import View

ENGLISH = Catalogue("en")
"""What leaves the house is English and Chinese, its figures and days too: 13,6 g is no figure there."""
PAPERS: dict[str, Message] = {
    "application": msg("Application form of the exporter, signed and stamped"),
    "identity": msg("Business licence and identity papers of the exporter's officers"),
    "contract": msg("Copy of the contract or purchase order"),
    "technical": msg("Technical description or test report of the goods"),
    "certificate": msg("End-user and end-use certificate, with Chinese translation"),
    "introduction": msg("Introduction of the importer and of the end user"),
    "profile": msg("Company profile of the end user"),
    "photos": msg("Photos of the end user's production"),
    "product": msg("Photo or drawing of the finished product that shows where the magnet sits"),
    "history": msg("History of transactions between the parties"),
}
"""What exporters in China ask for, by the ids of ``templates/report.yaml``."""
WHO: dict[str, Message] = {
    "exporter": msg("the exporter"),
    "you": msg("you"),
    "both": msg("the exporter and you"),
}
MOST_KEPT = 4
"""Parts of one order up to which a certificate stands on one page."""
FROM: dict[str, str] = {
    "application": "exporter", "identity": "exporter", "contract": "both", "technical": "exporter",
    "certificate": "you", "introduction": "you", "profile": "you", "photos": "you", "product": "you",
    "history": "both",
}  # fmt: skip


def licensed_parts(view: View) -> list[int]:
    """The parts the papers are for: the one named, or all of a supplier that need a licence and have
    none, as one order holds them. Raises CodedError where there are none."""
    part_id, supplier = view.scope.part, view.scope.supplier
    if part_id is None and supplier:
        return _of_supplier(view, supplier)
    if part_id is None or not 0 <= part_id < len(view.parts):
        raise CodedError(
            Problem(
                "E_NOT_FOUND",
                msg("Licence papers are for one part, and none was named."),
                msg("Name it by sheet and row, such as Parts!17."),
            )
        )
    return [part_id]


def _of_supplier(view: View, supplier: str) -> list[int]:
    its = set(view.parts_of(supplier))
    needed = view.ranked(np.asarray(view.verdicts == "needed", dtype=np.bool_))
    found = [p for p in needed if p in its and view.licence(p).covered_by is None]
    if not found:
        raise CodedError(
            Problem(
                "E_NOT_FOUND",
                msg("No part from {name} needs a licence that it does not have.", name=supplier),
                msg("Write the name as it stands in the file."),
            )
        )
    return found


def cover(view: View) -> Section:
    """For the buyer's counsel alone: what to check before anything is signed."""
    parts = licensed_parts(view)
    supplier = view.scope.supplier or view.fact(parts[0], "supplier")
    about = view.part(parts[0]).text if len(parts) == 1 else view.named(parts, 3)
    points = (
        msg(
            "Declarations about third countries in a certificate can be forbidden to you, such as by "
            "rules against boycott declarations. Read every undertaking before signing; none is filled "
            "in here."
        ),
        msg(
            "The papers go to a supplier and to authorities in China. Check what your customer "
            "contracts keep confidential."
        ),
        msg("Names, signatures and photos of people are personal data; send what is needed only."),
        msg(
            "Drawings and test reports can be technology that other export controls cover, of your own "
            "country or of others."
        ),
        msg(
            "One certificate is usual per purchase order and end use; name the machine and its maker, "
            "not only a kind of part."
        ),
    )
    blocks: list[Block] = [
        Paragraph(f"{isolated(supplier)}: {about}" if supplier else about, "lead"),
        Paragraph(
            view.text(
                "DRAFT. Not legal advice. All before the certificate is for your house only: remove it "
                "before the papers leave."
            ),
            "warning",
        ),
        *(Paragraph(band, "warning") for band in bands(view)),
        Paragraph(question_line(view), "note"),
        Paragraph(view.text("What counsel should check before signing:")),
        *(Paragraph(f"– {view.say(point)}") for point in points),
        *_withheld(view),
    ]
    return Section("cover", view.text("For counsel"), tuple(blocks))


def checklist(view: View) -> Section:
    """Every paper, from whom it comes, and a place to note its state; what is recorded of the
    application stands below."""
    columns = (
        Column(view.text("Document")),
        Column(view.text("Comes from")),
        Column(view.text("State, date"), fill=True),
    )
    rows = tuple(
        Row(
            name,
            (
                Cell(view.say(PAPERS[name]) if name in PAPERS else name, source),
                Cell(view.say(WHO[FROM[name]]) if name in FROM else ""),
                Cell(""),
            ),
        )
        for name, source in view.settings.licence_papers.items()
    )
    note = view.text(
        "What exporters have asked for, and where that was seen; the authority in the exporter's "
        "province may ask for more. The small line names the source."
    )
    return Section(
        "checklist",
        view.text("Checklist"),
        (
            Paragraph(note, "note"),
            Table("papers", columns, rows, keep=True),
            *on_file_of(view, licensed_parts(view)),
        ),
    )


def certificate(view: View) -> Section:
    """The certificate in English and Chinese, what is declared filled in, the rest to be written."""
    parts = licensed_parts(view)
    two = _TwoLanguages()
    use = END_USE_WORDS[view.inquiry.end_use]
    stated_use = None if view.inquiry.end_use_assumed else use
    destination = view.inquiry.destination
    entries: tuple[tuple[str, Message, Cell], ...] = (
        ("exporter", msg("Exporter in China"), Cell("")),
        ("importer", msg("Importer, address"), Cell("")),
        ("end_user", msg("End user, address"), Cell("")),
        ("contract", msg("Contract or purchase order, date"), Cell("")),
        *(entry for at, part_id in enumerate(parts) for entry in _goods(view, part_id, at)),
        ("country", msg("Country of end use"),
         two.country(destination) if not view.inquiry.destination_assumed else Cell("")),
        ("use", msg("End use: product, model and its maker"),
         two.cell(stated_use) if stated_use else Cell("")),
        ("undertakings", msg("Undertakings of the end user"), two.cell(msg("to be drafted by counsel"))),
        ("signature", msg("Place, date, name, function, signature, stamp"), Cell("")),
    )  # fmt: skip
    columns = (Column(two.line(msg("End-user and end-use certificate"))), Column("", fill=True))
    rows = tuple(Row(name, (two.cell(words), value)) for name, words, value in entries)
    said = view.text("Draft in English and Chinese. Only what was declared is filled in.")
    return Section(
        "certificate",
        view.text("End-user and end-use certificate"),
        (
            Paragraph(said, "note"),
            Table("certificate", columns, rows, keep=len(parts) <= MOST_KEPT),
        ),
        new_page=True,
    )


def _goods(view: View, part_id: int, at: int) -> Iterator[tuple[str, Message, Cell]]:
    """What is bought. The quantity is written in: what a list holds is not what this order is for."""
    part, nth = view.part(part_id), f":{at + 1}" if at else ""
    yield f"goods{nth}", msg("Goods"), Cell(part.text, strong=True)
    yield f"number{nth}", msg("Part number"), Cell(part.below or "")
    yield f"quantity{nth}", msg("Quantity"), Cell("")


def introduction(view: View) -> Section:
    """The importer and the end user introduce themselves: headings to write under."""
    two = _TwoLanguages()
    entries = (
        ("name", msg("Name, legal form, address, register number")),
        ("business", msg("What the company makes, for whom, since when")),
        ("place", msg("Where the goods are used: plant, line, machine")),
        ("relation", msg("Relation between importer and end user")),
        ("stock", msg("How the goods are stored, counted and kept from other uses")),
        ("contact", msg("Contact for questions of the authority")),
    )
    columns = (
        Column(two.line(msg("About the company"))),
        Column(two.line(msg("Importer")), fill=True),
        Column(two.line(msg("End user")), fill=True),
    )
    rows = tuple(Row(name, (two.cell(words), Cell(""), Cell(""))) for name, words in entries)
    return Section(
        "introduction",
        view.text("Introduction of importer and end user"),
        (Table("introduction", columns, rows),),
    )


def technical(view: View) -> Section:
    """What the goods are; composition from declared facts only."""
    tables = [_technical(view, part_id, at) for at, part_id in enumerate(licensed_parts(view))]
    note = view.text(
        "Composition stands here only where a dated declaration, analysis or report states it. What "
        "was read off a grade or estimated is left to the manufacturer."
    )
    return Section(
        "technical", view.text("Technical description"), (Paragraph(note, "note"), *tables)
    )


def _technical(view: View, part_id: int, at: int) -> Table:
    """Facts of one part; goods counted by weight have no pieces, so nobody is asked for the mass of
    one."""
    two, is_weighed = _TwoLanguages(), view.is_counted_by_weight(part_id)
    facts: tuple[tuple[str, Message, str | None], ...] = (
        ("description", msg("Description"), _description(view, part_id)),
        ("maker", msg("Maker"), view.fact(part_id, "manufacturer")),
        ("mpn", msg("Manufacturer part number"), view.fact(part_id, "mpn")),
        *(() if is_weighed else (("mass", msg("Mass of one piece in g"), _mass(view, part_id)),)),
        ("hs", msg("Chinese customs code"), _answered(view, part_id, "hs_code")),
        *(
            (symbol, msg("Content of {element}, mass %", element=symbol), percent)
            for symbol, percent in declared_composition(view, part_id).items()
        ),
        ("report", msg("Test report: number, date, laboratory"), _report(view, part_id)),
    )
    to_complete = two.cell(msg("to be completed by the manufacturer"))
    columns = (Column(two.line(msg("Technical description"))), Column("", fill=True))
    rows = tuple(
        Row(name, (two.cell(words), Cell(value, strong=True) if value else to_complete))
        for name, words, value in facts
    )
    return Table(f"technical:{at + 1}" if at else "technical", columns, rows, keep=True)


def declared_composition(view: View, part_id: int) -> dict[str, str | None]:
    """Mass percent per element that the part may hold; None where nobody declared it.

    As the supplier answered, also below what we read as absent; else a figure of a report in the
    list. A range is what such parts usually hold: nobody declared it.
    """
    said: dict[str, str | None] = {}
    for element in view.assessment.matches[part_id].elements:
        figures = element.mass_percent if element.evidence == "A" and not element.by_grade else None
        is_one = figures is not None and figures[0] == figures[2]
        said[element.symbol] = _percent(figures[1]) if figures and is_one else None
    for answer in ANSWERS:
        if answer.element is not None and (typed := _answered(view, part_id, answer.key)):
            said[answer.element] = typed
    return said


def _answered(view: View, part_id: int, key: str) -> str | None:
    """What the supplier answered to one question; None where it did not, or not the same twice."""
    said = [one for one in view.parts.answered.get(part_id, ()) if one.answer == key]
    written = {_written(one) for one in said if one.value is not None}
    if len(written) != 1 or any(one.use == "conflict" for one in said):
        return None
    return written.pop()


def _written(said: Declared) -> str:
    if isinstance(said.value, float):
        bound = {"<": "< ", ">": "> "}.get(said.bound, "")
        return f"{bound}{_percent(said.value)}"
    return ENGLISH.date(said.value) if isinstance(said.value, date) else str(said.value)


def _percent(value: float) -> str:
    """A declared figure with all its digits, at least two behind the point: 0.003 is not nothing."""
    digits = -int(Decimal(repr(value)).normalize().as_tuple().exponent)
    return ENGLISH.number(value, max(2, digits))


def _report(view: View, part_id: int) -> str | None:
    """Number and day of the report that the supplier named; the laboratory stands in it."""
    found = (_answered(view, part_id, key) for key in ("report_number", "report_date"))
    return ENGLISH.listed(words for words in found if words) or None


def _description(view: View, part_id: int) -> str | None:
    found = view.fact(part_id, "description")
    return None if found is None else view.brief(found)


def _mass(view: View, part_id: int) -> str | None:
    """The mass of a piece as stated."""
    value = view.parts.value(part_id, "unit_mass_g")
    return None if value is None else ENGLISH.number(float(value))


def _withheld(view: View) -> list[Block]:
    """What these papers leave out on purpose."""
    kinds = (
        msg("prices, spend and margins"),
        msg("stock, demand and run-out dates"),
        msg("other suppliers and other parts"),
        msg("our estimates and the reasons of our verdict"),
        msg("composition that nobody declared"),
        msg("photos attached to parts"),
    )
    said = view.catalogue.grouped(view.say(kind) for kind in kinds)
    return [Heading(view.text("Left out of what leaves your house"), 3), Paragraph(said)]


class _TwoLanguages:
    """English above, Chinese below, whatever language the rest of the papers has."""

    def __init__(self) -> None:
        self.english, self.chinese = ENGLISH, Catalogue("zh")

    def cell(self, message: Message) -> Cell:
        return Cell(self.english.say(message), self.chinese.say(message))

    def line(self, message: Message) -> str:
        return " / ".join(dict.fromkeys((self.english.say(message), self.chinese.say(message))))

    def country(self, code: str) -> Cell:
        return Cell(self.english.country(code), self.chinese.country(code))
