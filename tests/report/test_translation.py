"""Every word of the report goes through the catalogue; only what files and register say does not."""

import gettext
import re
from collections.abc import Iterator

import pytest

from desktop_app.language.catalogue import Catalogue
from desktop_app.paths import program_version
from desktop_app.register.figures import load_figures
from desktop_app.report.blocks import (
    PICTURES,
    Bars,
    Beside,
    Block,
    Contents,
    Figures,
    Heading,
    Paragraph,
    ReportContent,
    RunOutChart,
)
from desktop_app.report.content import build_content
from desktop_app.report.display import Text
from desktop_app.report.line_breaking import PaperMetrics
from desktop_app.report.page_layout import lay_out
from desktop_app.report.view import Scope
from tests.small_assessment import LINES, small_assessment

MARK = "¤"


class Marking(gettext.NullTranslations):
    """A language in which every sentence begins with a sign."""

    def gettext(self, message: str) -> str:
        return MARK + message

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return MARK + (singular if n == 1 else plural)


def marking() -> Catalogue:
    catalogue = Catalogue("de")
    catalogue._messages = Marking()
    return catalogue


def data() -> set[str]:
    """What the report quotes: facts of parts, names of files, words of the register."""
    found = small_assessment()
    quoted = {
        "SHA-256",
        "Lodestone",
        f"Lodestone {program_version()}",
        *found.edition.unconfirmed,
        found.edition.edition,
    }
    for control in found.edition.controls:
        quoted |= {control.id, control.number, control.source, control.provision}
        quoted.add(f"{control.number} {control.provision}".strip())
    for file in found.files:
        quoted |= {file.path, file.sha256, file.format}
        quoted |= {issue.code for issue in file.issues}
        quoted |= {file.problem.code} if file.problem else set()
        quoted |= {sheet.name for sheet in file.sheets}
    for line in LINES:
        quoted |= {line.match.grade or "", Catalogue("de").country(line.country or "DE")}
        quoted |= {line.number, line.description, line.supplier, line.group or ""}
        quoted |= {element.symbol for element in line.match.elements}
        quoted |= {f"{line.number} · {line.supplier}", f"{line.number}  {line.description}"}
        quoted |= {f"{line.supplier} (1)", f"{line.number}: {line.description}"}
    return quoted | figures()


def figures() -> set[str]:
    """Titles, addresses and years of the sources of figures."""
    shipped = load_figures()
    found: set[str] = set()
    for assumption in shipped.assumptions.values():
        for source in assumption.sources:
            found |= {source.title, source.url}
    for material in shipped.materials.values():
        for splits in material.splits.values():
            for split in splits:
                found |= {split.source.title, split.source.url, split.year}
                found.add(f"{split.source.title}, {split.year}")
    return found | {shipped.governance_source.title, shipped.governance_source.url}


def strings(content: ReportContent) -> Iterator[str]:
    yield from (content.title, content.question, *content.bands)
    for section in content.sections:
        yield section.title
        for block in section.blocks:
            yield from words_of(block)


def words_of(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph | Heading):
        yield block.text
    elif isinstance(block, Beside):
        yield from (block.word, *(paragraph.text for paragraph in block.paragraphs))
    elif isinstance(block, Contents):
        yield block.title
    elif isinstance(block, Figures):
        for figure in block.figures:
            yield from (figure.word, figure.detail)
    elif isinstance(block, Bars):
        yield from (block.title, *(word for bar in block.bars for word in (bar.label, bar.detail)))
    elif isinstance(block, RunOutChart):
        yield from (block.alt, *(word for _, word in block.words))
        for line in block.lines:
            yield from (line.label, line.below, line.gap)
    elif isinstance(block, PICTURES):
        yield block.alt
    else:
        for column in block.columns:
            yield from (column.title, column.unit or "")
        yield from (word for row in block.rows for c in row.cells for word in (c.text, c.below))


AMOUNT = re.compile(r"[-\d., %\xa0]*( ?(EUR|CNY))?( \*)?")
SHARE = re.compile(r"[^\W\d][\w ()]*[ \xa0]\d+\s?%")
MONTH = re.compile(r"\d{1,2}\. \w+|\d\d\.\d\d\.\d{4}")
PLACE = re.compile(r"(.*xlsx › .*|[A-Z]{1,2}\d+|\d:\w+!\d+)")
SCOPES = (
    Scope("management"), Scope("monday"), Scope("audit"), Scope("dossier", part=0), Scope("dossier", part=3),
    Scope("supplier", supplier="Northgate Motion Ltd"), Scope("article24"),
)  # fmt: skip


def is_said(text: str, quoted: set[str]) -> bool:
    """Marked, or put together from quoted facts, figures, days and cells only."""
    if MARK in text or text in quoted:
        return True
    return all(
        part in quoted or any(form.fullmatch(part) for form in (AMOUNT, SHARE, MONTH, PLACE))
        for part in re.split("; | · |, ", text)
    )


@pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: f"{scope.kind}-{scope.part}")
def test_every_sentence_comes_from_the_catalogue(scope: Scope) -> None:
    content, quoted = build_content(small_assessment(), marking(), scope=scope), data()
    assert [text for text in strings(content) if not is_said(text, quoted)] == []


def test_head_and_foot_come_from_the_catalogue() -> None:
    catalogue = marking()
    layout = lay_out(build_content(small_assessment(), catalogue), catalogue, "a4", PaperMetrics())
    foot = [op.text for op in layout.sheets[1].ops if isinstance(op, Text) and op.y > 790]
    assert sum(text.startswith(MARK) for text in foot) == 3
